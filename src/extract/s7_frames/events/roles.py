"""Institutions behind an event: organisers, partners, patrons, funders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.base import Rule, RuleBook, Span
from extract.s3_morphology import Token
from extract.s7_frames.events.lexicon import EventLexicon, Gate, PhraseRule, has_lemma, phrase_at, phrase_rule
from extract.s7_frames.events.view import Sentence, View, finite
from extract.s7_frames.facts import EventInstitutionFact

_JOIN = frozenset(
    {
        ",",
        "i",
        "oraz",
        "a",
        "także",
        "też",
        "–",
        "-",
        "—",
        "sam",
        "sama",
        "samo",
        "ze",
        "z",
        "wraz",
        "(",
        ")",
        "medialnie",
        "również",
        "„",
    }
)
_PRONOUNS = frozenset({"ją", "je", "go", "jej", "jego", "mu", "nad", "nim", "nią", "którą", "które", "który"})
_GENERAL = "event.role.general-noun"
_REACH = 14
_FORMULA = 14
"""Words of a sentence that says who paid and no more."""
_LONGEST_NAME = 22
"""Words of a line that holds the name of an institution under a label."""
# Of two roles of one institution the more telling one: whoever pays is not merely a partner.
_RANK = {"partner": 0, "co_organizer": 1, "funder": 2, "patron": 2, "organizer": 3}
_RELATIVE = frozenset({"który", "która", "które", "którzy"})


@dataclass(frozen=True, slots=True)
class RoleRule:
    """One way of naming an institution in a role."""

    id: str
    role: str
    slot: str
    case: str | None
    cue: PhraseRule
    objects: frozenset[str]
    near: frozenset[str]
    unless: frozenset[str]
    """Lemmas before the cue by which it is about something else."""


def _role_rule(rule: Rule) -> RoleRule:
    return RoleRule(
        rule.id, rule["role"], rule["slot"], rule.data.get("case"), phrase_rule(rule),
        frozenset(rule.words("objects")), frozenset(rule.words("near")),
        frozenset(rule.words("unless")),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cue:
    rule: RoleRule
    first: int
    """Place of the cue's first word in the sentence."""
    last: int
    """Place after its last word."""


class RoleFinder:
    """Finds the institutions in their roles at an event."""

    def __init__(self, book: RuleBook, lexicon: EventLexicon) -> None:
        self._lexicon = lexicon
        rules = book.of("frames/events_roles.toml")
        self._rules = tuple(_role_rule(r) for r in rules if "role" in r.data)
        self._gate = Gate(r.cue for r in self._rules)
        self._parts = frozenset().union(*(r.cue.lemmas for r in self._rules if r.slot == "after"))
        general = book[_GENERAL]
        self._general = {lemma: frozenset(general.words("of")) for lemma in general.words("lemmas")}

    def find(self, view: View, scope: Span) -> tuple[EventInstitutionFact, ...]:
        """One fact for each institution, its first role in the text."""
        found: dict[int, EventInstitutionFact] = {}
        for sentence in self._sentences(view, scope):
            for cue in self._cues(view, sentence):
                for key, span, rule in self._filled(view, sentence, cue):
                    if key not in found or _RANK[cue.rule.role] > _RANK[found[key].role]:
                        found[key] = EventInstitutionFact(key, cue.rule.role, (span,), rule, 0.85)
        return tuple(found.values())

    @staticmethod
    def _sentences(view: View, scope: Span) -> Iterator[Sentence]:
        return view.within(scope)

    def _cues(self, view: View, sentence: Sentence) -> Iterator[_Cue]:
        words = view.words(sentence)
        lower = tuple(t.lower for t in words)
        for place, token in enumerate(words):
            if not self._gate.opens(token) or not view.free(token.index):
                continue
            for rule in self._rules:
                size = phrase_at(lower, place, rule.cue)
                if not size and has_lemma(token, rule.cue.lemmas) and self._fits(rule, token):
                    size = 1
                if size and self._about(view, words, place, rule):
                    yield _Cue(rule, place, place + size)

    @staticmethod
    def _fits(rule: RoleRule, token: Token) -> bool:
        if rule.slot == "subject":
            return token.pos_is("praet", "fin", "bedzie", "inf") and not token.pos_is("imps")
        if rule.slot == "agent":
            return token.pos_is("ppas", "imps")
        return token.pos_is("subst", "depr")

    def _about(self, view: View, words: Sequence[Token], place: int, rule: RoleRule) -> bool:
        """Whether what the cue governs is the event (or money, prizes: ``objects``), by the nouns around it."""
        if rule.near and not any(has_lemma(t, rule.near) for t in words[max(0, place - 10) : place + 8]):
            return False
        short = len(words) <= _FORMULA  # "Projekt dofinansowano ze środków X.": what the release is about
        left = max(int(short), place - 45)
        if rule.unless and any(has_lemma(t, rule.unless) for t in words[left : place + 1]):
            return False
        if not rule.objects:
            return True
        if rule.slot == "agent":
            return self._agent_about(view, words, place, rule)
        if "verb:organizer" in rule.objects:
            verbs = next(r for r in self._rules if r.id == "event.role.organizer-verb").cue.lemmas
            return any(has_lemma(t, verbs) for t in words)
        if "line" in rule.objects and place >= len(words) - 2:
            return True  # "X zaprasza" and "ma zaszczyt zaprosić na" end a line of a poster
        for token in words[max(0, place - _REACH) : place + _REACH]:
            if token.lower in _PRONOUNS and "event" in rule.objects:
                return True
            if view.free(token.index) and self._is_object(token, rule):
                return True
        return False

    def _agent_about(self, view: View, words: Sequence[Token], place: int, rule: RoleRule) -> bool:
        """The noun that a participle describes: the nearest before it, names and quotations skipped, else after it."""
        for token in reversed(words[:place]):
            if not view.free(token.index) or token.lower in _RELATIVE or token.lemma_is("być", "zostać"):
                continue
            if finite(token) and not token.pos_is("subst"):
                break
            if token.pos_is("subst") and not token.pos_is("prep", "conj", "adj", "brev"):
                return self._is_object(token, rule)
        following = next((t for t in words[place + 1 :] if t.pos_is("subst") and view.free(t.index)), None)
        return following is not None and self._is_object(following, rule)

    def _is_object(self, token: Token, rule: RoleRule) -> bool:
        if "event" in rule.objects and self._is_event(token):
            return True
        return has_lemma(token, rule.objects) or token.lower in rule.objects

    def _is_event(self, token: Token) -> bool:
        return self._lexicon.kind_of(token) is not None or (
            has_lemma(token, self._lexicon.generic.lemmas) and token.pos_is("subst")
        )

    def _filled(self, view: View, sentence: Sentence, cue: _Cue) -> list[tuple[int, Span, str]]:
        """The institutions that fill the cue's slot, with the rule that decided."""
        words = view.words(sentence)
        named = self._slot(view, sentence, cue, words)
        if named or cue.rule.slot != "subject":
            return [(key, span, cue.rule.id) for key, span in named]
        return self._known(view, words, cue)

    def _slot(self, view: View, sentence: Sentence, cue: _Cue, words: Sequence[Token]) -> list[tuple[int, Span]]:
        if cue.rule.slot == "agent":
            through = next(
                (i for i in range(cue.last, min(cue.last + 10, len(words))) if words[i].lower == "przez"), None
            )
            return (
                [] if through is None else self._chain(view, words, self._next(view, words, through + 1, 4, True), None)
            )
        if cue.rule.slot == "after":
            start = self._next(view, words, cue.last, _REACH, True)
            if start is None:
                start = self._predicate(view, words, cue)
            named = self._chain(view, words, start, cue.rule.case) or self._below(view, sentence, cue, words)
            return named or self._apposed(view, words, cue)
        start = self._next(view, words, cue.last, 12, True)
        if start is not None and self._may(words[start], "nom") and not self._attribute(words, start):
            return self._chain(view, words, start, "nom")
        if cue.first and words[cue.first - 1].lower in _RELATIVE:
            return self._antecedent(view, words, cue.first - 1)
        return self._before(view, words, cue.first) or self._above(view, sentence, cue)

    def _predicate(self, view: View, words: Sequence[Token], cue: _Cue) -> int | None:
        """ "Gospodarzem konferencji, która …, było X": the subject right behind the copula, whatever stands between."""
        if cue.last - cue.first != 1 or "inst" not in words[cue.first].cases():
            return None
        for place in range(cue.last, len(words) - 1):
            token, following = words[place], words[place + 1]
            if token.text == ";" or token.index in view.institution:
                return None
            if token.lemma_is("być", "zostać") and following.index in view.institution:
                return place + 1 if self._may(following, "nom") else None
        return None

    @staticmethod
    def _apposed(view: View, words: Sequence[Token], cue: _Cue) -> list[tuple[int, Span]]:
        """ "X, organizator konferencji, …": the institution right before the noun's comma."""
        noun = words[cue.first]
        if cue.last - cue.first != 1 or cue.first < 2 or words[cue.first - 1].text not in ",–—":
            return []
        key = view.institution.get(words[cue.first - 2].index)
        if key is None or "nom" not in noun.cases() or "sg" not in noun.readings[0].number:
            return []
        first = cue.first - 2
        while first and view.institution.get(words[first - 1].index) == key:
            first -= 1
        return [(key, Span(words[first].start, words[cue.first - 2].end))]

    def _above(self, view: View, sentence: Sentence, cue: _Cue) -> list[tuple[int, Span]]:
        """The subject in the line above: a line of institutions, then "ma zaszczyt zaprosić na …"."""
        if "line" not in cue.rule.objects or cue.first > 2 or not sentence.index:
            return []
        words = view.words(view.sentences[sentence.index - 1])
        found = self._before(view, words, len(words))
        owned = sum(t.index in view.institution for t in words)
        return found if 2 * owned > len(words) and not any(finite(t) for t in words) else []

    @staticmethod
    def _attribute(words: Sequence[Token], place: int) -> bool:
        """Whether a name without case (an acronym) follows a noun that is not in the nominative: "chórów UW"."""
        before = words[place - 1] if place else None
        if before is None or words[place].cases():
            return False
        return before.pos_is("subst", "adj") and not finite(before) and "nom" not in before.cases()

    @staticmethod
    def _antecedent(view: View, words: Sequence[Token], relative: int) -> list[tuple[int, Span]]:
        """ "…, Bank X, który zapłacił za …": the institution right before the pronoun's comma."""
        place = relative - 1
        while place > 0 and words[place].text in ",)":
            place -= 1
        key = view.institution.get(words[place].index)
        if key is None:
            return []
        first = place
        while first > 0 and view.institution.get(words[first - 1].index) == key:
            first -= 1
        return [(key, Span(words[first].start, words[place].end))]

    def _known(self, view: View, words: Sequence[Token], cue: _Cue) -> list[tuple[int, Span, str]]:
        """ "Fundacja przygotowała …", "zorganizowała sama szkoła": a bare noun for an institution named before."""
        for place in (
            *range(cue.last, min(cue.last + 4, len(words))),
            *range(cue.first - 1, max(-1, cue.first - 5), -1),
        ):
            token = words[place]
            if not view.free(token.index) or not self._may(token, "nom") or not token.pos_is("subst"):
                continue
            if not (token.capital or (place and words[place - 1].lemma_is("sam", "nasz"))):
                continue
            key = self._antecedent_of(view, token)
            if key is not None:
                general = any(r.lemma.lower() in self._general for r in token.readings)
                return [(key, token.span, _GENERAL if general else cue.rule.id)]
        return []

    def _antecedent_of(self, view: View, noun: Token) -> int | None:
        """The last institution before ``noun`` whose name begins with it, or that it is a general word for."""
        lemmas = {r.lemma.lower() for r in noun.readings if r.pos == "subst"}
        wanted = frozenset().union(lemmas, *(self._general.get(x, frozenset()) for x in lemmas))
        best: tuple[int, int] | None = None
        for institution in view.context.entities.institutions:
            for mention in institution.mentions:
                head = view.context.tokens.within(mention.span)[:3]
                if mention.span.start < noun.start and any(has_lemma(t, wanted) for t in head):
                    if best is None or mention.span.start > best[0]:
                        best = (mention.span.start, institution.key)
        return best[1] if best else None

    def _next(self, view: View, words: Sequence[Token], start: int, reach: int, strict: bool) -> int | None:
        """Place of the next institution, none behind a further verb, a person or (``strict``) a preposition."""
        for place in range(start, min(start + reach, len(words))):
            token = words[place]
            if token.index in view.institution:
                if place == start or not (strict and self._is_governed(words, place)):
                    return place
                continue
            if token.index in view.person or (token.text in ";.!?" and place > start):
                return None
            if place > start and words[place - 1].text == "," and has_lemma(token, self._parts):
                return None  # "organizatorem był szpital, współorganizatorem – X"
            if place > start and finite(token) and not token.lemma_is("być", "zostać") and not token.pos_is("subst"):
                return None
            if token.lower in ("który", "która", "które", "a", "zaś") and place > start:
                return None
        return None

    @staticmethod
    def _is_governed(words: Sequence[Token], place: int) -> bool:
        """Whether a preposition other than "przez" rules the name at ``place``, adjectives between them skipped."""
        before = place - 1
        while before >= 0 and words[before].pos_is("adj") and not words[before].pos_is("prep"):
            before -= 1
        return before >= 0 and words[before].pos_is("prep") and words[before].lower != "przez"

    @staticmethod
    def _may(token: Token, case: str | None) -> bool:
        cases = token.cases()
        return case is None or not cases or case in cases

    def _chain(self, view: View, words: Sequence[Token], start: int | None, case: str | None) -> list[tuple[int, Span]]:
        """The institution at ``start`` and those joined to it by commas and conjunctions."""
        found: list[tuple[int, Span]] = []
        place = start
        while place is not None and place < len(words):
            key = view.institution[words[place].index]
            if not self._may(words[place], case) and not found:
                return []
            end = place
            while end < len(words) and view.institution.get(words[end].index) == key:
                end += 1
            found.append((key, Span(words[place].start, words[end - 1].end)))
            place = self._joined(view, words, end)
        return found

    @staticmethod
    def _joined(view: View, words: Sequence[Token], end: int) -> int | None:
        joined = False
        for place in range(end, min(end + 7, len(words))):
            token = words[place]
            if token.index in view.institution:
                return place if joined else None
            if token.lower in (",", "i", "oraz", "a", "także"):
                joined = True
            elif token.lower not in _JOIN:
                return None
        return None

    def _before(self, view: View, words: Sequence[Token], end: int) -> list[tuple[int, Span]]:
        """Subjects before their verb: the institutions in the nominative that the clause begins with."""
        found: list[tuple[int, Span]] = []
        place = end - 1
        while place >= 0 and end - place <= 40:
            token = words[place]
            if token.index in view.institution:
                key = view.institution[token.index]
                last = place
                while place > 0 and view.institution.get(words[place - 1].index) == key:
                    place -= 1
                before = words[place - 1] if place else None
                governed = before is not None and before.pos_is("prep") and not before.pos_is("conj", "subst", "interp")
                if self._may(words[place], "nom") and not governed:
                    found.append((key, Span(words[place].start, words[last].end)))
                elif found:
                    break
            elif finite(token) or token.text in ";:":
                break
            elif found and token.lower not in _JOIN and view.free(token.index) and not token.pos_is("adj"):
                break
            place -= 1
        return found[::-1]

    def _below(self, view: View, sentence: Sentence, cue: _Cue, words: Sequence[Token]) -> list[tuple[int, Span]]:
        """ "Organizatorzy:" with the names in the lines below."""
        if cue.last < len(words) and not (words[-1].text == ":" and len(words) <= cue.last + 3):
            return []
        found: list[tuple[int, Span]] = []
        if words[-1].text != ":":
            return []
        for following in view.sentences[sentence.index + 1 : sentence.index + 12]:
            tokens = view.words(following)
            if (
                len(tokens) > _LONGEST_NAME
                or any(t.text == ":" for t in (*tokens[:4], tokens[-1]))
                or any(t.index in view.person for t in tokens[:2])
            ):
                break
            start = next((i for i, t in enumerate(tokens[:6]) if t.index in view.institution), None)
            if start is not None:
                found += self._chain(view, tokens, start, None)
        return found
