"""The rules of ``frames/events*.toml`` as tables that the event modules look words up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.base import Rule, RuleBook
from extract.s3_morphology import Token

_MOST_FORMS = 200_000
"""Word forms of which a gate remembers whether they open it."""


@dataclass(frozen=True, slots=True)
class KindRule:
    """What a noun (or a verb: "otwarto") says of an event."""

    id: str
    kind: str
    part: bool
    """Events of this kind are often a part of a larger one."""
    plural: bool
    """The noun may name one event in the plural ("targi")."""
    capital: bool
    """Only where the noun has a capital."""
    proper: bool
    """Only as part of a proper name, or before a title in quotation marks."""
    anniversary: bool
    """Only beside "120-lecie", "setne urodziny" and the like."""
    object: bool
    """The name is what the noun or verb governs ("otwarcie Biblioteki …")."""
    generic: bool
    """The noun also serves as a word for an event of any kind."""
    online: bool
    """The noun means an event over the network."""


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """A rule of words: ids of the rule by lemma or by phrase."""

    id: str
    lemmas: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """By first word, the longest first."""
    words: frozenset[str]


def phrase_rule(rule: Rule) -> PhraseRule:
    """The common shape of word rules: ``lemmas``, ``verbs``, ``words`` and ``phrases``."""
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted((tuple(p.split()) for p in rule.words("phrases")), key=len, reverse=True):
        phrases[phrase[0]] = (*phrases.get(phrase[0], ()), phrase)
    lemmas = frozenset(rule.words("lemmas")) | frozenset(rule.words("verbs"))
    return PhraseRule(rule.id, lemmas, phrases, frozenset(rule.words("words")))


def list_rule(rule: Rule, key: str) -> PhraseRule:
    """One of the further lists of a rule, as lemmas and as words."""
    return PhraseRule(rule.id, frozenset(rule.words(key)), {}, frozenset(rule.words(key)))


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Everything that the choice of events looks up."""

    kinds: Mapping[str, KindRule]
    """By lemma of the noun."""
    verbs: Mapping[str, KindRule]
    """By lemma of the impersonal verb."""
    happens: PhraseRule
    behind: PhraseRule
    other: PhraseRule
    generic: PhraseRule
    intro: PhraseRule
    outro: PhraseRule
    foreign: PhraseRule
    """Nouns and participles whose object, not the event, bears a title after them."""
    takes_place: PhraseRule
    when: PhraseRule
    other_matter: PhraseRule
    moved: PhraseRule
    """Verbs of moving an event to another day."""
    former: PhraseRule
    """Words before the day that held at first."""
    page: KindRule
    """An event that only the headline names."""
    beside: PhraseRule
    """Words above the lines of events that go with another one."""
    entry: KindRule
    """A dated line that no noun gives a kind."""
    series: PhraseRule
    topic: PhraseRule

    def kind_of(self, token: Token) -> KindRule | None:
        """The kind that a noun names; adjectives and verbs of the same form do not count."""
        if token.lemmas.isdisjoint(self.kinds):
            return None
        for reading in token.readings:
            if reading.pos in ("subst", "depr") and reading.lemma.lower() in self.kinds:
                return self.kinds[reading.lemma.lower()]
        if token.known or len(token.text) < 6:
            return None
        # Loans that the dictionary lacks ("webinaru", "hackathonie") differ from the noun by an ending only.
        lower = token.lower
        return next((k for n, k in self.kinds.items() if lower.startswith(n) and len(lower) - len(n) <= 3), None)

    def opened(self, token: Token) -> KindRule | None:
        """The kind that an impersonal verb gives ("otwarto")."""
        if "imps" not in token.word.pos:
            return None
        for reading in token.readings:
            if reading.pos == "imps" and reading.lemma.lower() in self.verbs:
                return self.verbs[reading.lemma.lower()]
        return None


def event_lexicon(book: RuleBook) -> EventLexicon:
    """The tables of ``frames/events.toml``."""
    kinds: dict[str, KindRule] = {}
    verbs: dict[str, KindRule] = {}
    for rule in book.of("frames/events.toml"):
        if not rule.id.startswith("event.kind."):
            continue
        kind = _kind(rule)
        kinds.update(dict.fromkeys(rule.words("lemmas"), kind))
        verbs.update(dict.fromkeys(rule.words("verbs"), kind))
    return EventLexicon(
        kinds,
        verbs,
        phrase_rule(book["event.happens"]),
        phrase_rule(book["event.phrase.behind-us"]),
        phrase_rule(book["event.other-edition"]),
        list_rule(book["event.happens"], "nouns"),
        phrase_rule(book["event.title-intro"]),
        phrase_rule(book["event.title-outro"]),
        list_rule(book["event.title-outro"], "foreign"),
        phrase_rule(book["event.day"]),
        list_rule(book["event.day"], "labels"),
        list_rule(book["event.day"], "other"),
        phrase_rule(book["event.status.rescheduled"]),
        list_rule(book["event.status.rescheduled"], "former"),
        _kind(book["event.page"]),
        phrase_rule(book["event.calendar"]),
        _kind(book["event.calendar"]),
        phrase_rule(book["event.series"]),
        list_rule(book["event.series"], "topic"),
    )


def _kind(rule: Rule) -> KindRule:
    flags = {
        key: bool(rule.data.get(key, False))
        for key in ("part", "plural", "capital", "proper", "anniversary", "object", "generic", "online")
    }
    return KindRule(rule.id, rule["kind"], **flags)


class Gate:
    """Whether a token can begin anything that one of several rules looks for: one look-up instead of one a rule."""

    def __init__(self, rules: Iterable[PhraseRule]) -> None:
        rules = tuple(rules)
        self._lemmas = frozenset().union(*(r.lemmas for r in rules))
        self._words = frozenset().union(*(r.words | r.phrases.keys() for r in rules))
        self._opens: dict[str, bool] = {}

    def opens(self, token: Token) -> bool:
        """Whether the token has a lemma, a form or the first word of a phrase of some rule."""
        known = self._opens.get(token.text)
        if known is None:
            known = token.lower in self._words or not token.lemmas.isdisjoint(self._lemmas)
            if len(self._opens) < _MOST_FORMS:
                self._opens[token.text] = known
        return known


def has_lemma(token: Token, lemmas: Iterable[str] | frozenset[str]) -> bool:
    """Whether any reading of the token has one of the lemmas."""
    return not token.lemmas.isdisjoint(lemmas)


def phrase_at(words: tuple[str, ...], place: int, rule: PhraseRule) -> int:
    """Number of words of the longest phrase of ``rule`` that begins at ``place`` (lower-cased words); 0 for none."""
    phrases = rule.phrases.get(words[place]) if place < len(words) else None
    if phrases is None:
        return 0
    return next((len(p) for p in phrases if words[place : place + len(p)] == p), 0)
