"""The rules of ``frames/awards.toml`` as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.base import RuleBook
from extract.s3_morphology import Token
from extract.s7_frames.events.lexicon import PhraseRule, has_lemma, list_rule, phrase_rule


@dataclass(frozen=True, slots=True)
class PrizeRule:
    """A kind of prize: ``type`` is rank, mention, prize, grand-prix, medal or role."""

    id: str
    type: str
    words: PhraseRule
    short: frozenset[str]
    metals: tuple[str, ...] = ()
    """Metals that stand for the first places, the best first."""


@dataclass(frozen=True, slots=True)
class VerbRule:
    """A verb of giving or getting, and the case of the recipient in the active voice."""

    id: str
    case: str
    lemmas: frozenset[str]
    place: int | None
    """The place that the verb itself means ("zwyciężyć" -> 1)."""
    default: str | None
    """The prize that the verb itself means ("wyróżnić" -> "wyróżnienie")."""
    listed: bool
    """After a colon the recipients stand in the nominative whatever the verb's case."""
    title: bool
    """The prize is a noun in the instrumental ("została Wolontariuszką Roku")."""


@dataclass(frozen=True, slots=True)
class AwardLexicon:
    """Everything that the award modules look up."""

    prizes: tuple[PrizeRule, ...]
    verbs: tuple[VerbRule, ...]
    presenter: PhraseRule
    reason: PhraseRule
    results: PhraseRule
    giving: PhraseRule
    """Nouns for the handing out of prizes, which name no winner."""
    participles: PhraseRule
    """Verbs whose participle in a label means the winners: "Nagrodzeni: …"."""
    collects: PhraseRule
    attributes: PhraseRule
    past: PhraseRule
    """Adjectives of earlier editions."""
    other_label: PhraseRule
    category: PhraseRule
    columns: Mapping[str, PhraseRule]
    """By role: recipient, prize, affiliation, category, other."""
    recipients: Mapping[str, PhraseRule]
    """By kind: group, municipality, project."""

    cue_lemmas: frozenset[str]
    """Lemmas without any of which no sentence or line tells of a prize."""
    cue_words: frozenset[str]
    """Forms that can do so as well."""

    def cued(self, words: Sequence[Token]) -> bool:
        """Whether any word can be part of a statement of prizes: one look-up a word, before all else is read."""
        lemmas, forms = self.cue_lemmas, self.cue_words
        return any(t.lower in forms or not t.lemmas.isdisjoint(lemmas) for t in words)

    def verb_of(self, token: Token) -> VerbRule | None:
        """The frame that a verb form opens; nouns and participles of the present do not."""
        if token.word.pos.isdisjoint(_VERBS):
            return None
        for rule in self.verbs:
            if any(r.lemma in rule.lemmas and r.pos in _VERBS for r in token.readings):
                return rule
        return None

    def winners(self, token: Token) -> bool:
        """Whether a word of a label means those who won: "laureaci", "nagrodzeni"."""
        if has_lemma(token, self.results.lemmas):
            return True
        return token.pos_is("ppas") and has_lemma(token, self.participles.lemmas) and "nom" in token.cases()

    def recipient_kind(self, token: Token) -> str | None:
        """The kind of recipient that a noun heads."""
        if not token.pos_is("subst"):
            return None
        return next((kind for kind, rule in self.recipients.items() if has_lemma(token, rule.lemmas)), None)


_VERBS = frozenset({"praet", "fin", "imps", "ppas", "bedzie"})


def award_lexicon(book: RuleBook) -> AwardLexicon:
    """The tables of ``frames/awards.toml``."""
    rules = book.of("frames/awards.toml")
    return AwardLexicon(
        tuple(
            PrizeRule(r.id, r["type"], phrase_rule(r), frozenset(r.words("short")), tuple(r.words("metals")))
            for r in rules
            if r.id.startswith("award.prize.") and "type" in r.data
        ),
        tuple(
            VerbRule(
                r.id, r["case"], frozenset(r.words("verbs")), r.data.get("prize"), r.data.get("default"),
                bool(r.data.get("listed", False)), bool(r.data.get("title", False)),
            )
            for r in rules
            if r.id.startswith("award.verb.")
        ),
        phrase_rule(book["award.presenter"]),
        list_rule(book["award.presenter"], "reason"),
        phrase_rule(book["award.list.results"]),
        list_rule(book["award.list.results"], "giving"),
        list_rule(book["award.list.results"], "participles"),
        phrase_rule(book["award.label.collects"]),
        phrase_rule(book["award.prize.attribute"]),
        list_rule(book["award.verb.get"], "past"),
        list_rule(book["award.label.collects"], "other"),
        phrase_rule(book["award.category.words"]),
        {c: list_rule(book["award.table"], c) for c in ("recipient", "prize", "affiliation", "category", "other")},
        {k: phrase_rule(book[f"award.recipient.{k}"]) for k in ("group", "municipality", "project")},
        *_cues(book),
    )  # fmt: skip


_KEYS = ("lemmas", "verbs", "participles", "words", "short", "metals")
_OTHER_CUES = frozenset({"to", "kategoria", "rozdać", "rozdawać", "stopień", "roku", "grand"})
_AUXILIARIES = frozenset({"być", "rok", "za", "dzięki"})


def _cues(book: RuleBook) -> tuple[frozenset[str], frozenset[str]]:
    """Every lemma and every form by which a statement of prizes can be told."""
    rules = [
        r
        for r in book.of("frames/awards.toml")
        if r.id.startswith(("award.prize.", "award.verb.", "award.list.", "award.label.", "award.category."))
    ]
    words = frozenset(w.lower() for r in rules for key in _KEYS for w in r.words(key))
    first = frozenset(w for r in rules for p in r.words("phrases") for w in p.split()) - {"w", "prix"}
    cues = (words | first | _OTHER_CUES) - _AUXILIARIES
    return cues, cues
