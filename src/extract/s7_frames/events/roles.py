"""Institutions behind an event: organisers, partners, patrons, funders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.base import Rule, RuleBook, Span
from extract.s3_morphology import Token
from extract.s7_frames.events.lexicon import EventLexicon, PhraseRule, has_lemma, phrase_at, phrase_rule
from extract.s7_frames.events.view import Sentence, View, finite
from extract.s7_frames.facts import EventInstitutionFact

_JOIN = frozenset({",", "i", "oraz", "a", "także", "też", "–", "-", "—", "sam", "sama", "samo", "ze", "z", "wraz", "(", ")", "medialnie", "również"})
_PRONOUNS = frozenset({"ją", "je", "go", "jej", "jego", "mu", "nad", "nim", "nią", "którą", "które", "który"})
_REACH = 14


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


def _role_rule(rule: Rule) -> RoleRule:
    return RoleRule(
        rule.id, rule["role"], rule["slot"], rule.data.get("case"), phrase_rule(rule),
        frozenset(rule.words("objects")), frozenset(rule.words("near")),
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
        self._rules = tuple(_role_rule(r) for r in book.of("frames/events_roles.toml"))

    def find(self, view: View, scope: Span) -> tuple[EventInstitutionFact, ...]:
        """One fact for each institution, its first role in the text."""
        found: dict[int, EventInstitutionFact] = {}
        for sentence in self._sentences(view, scope):
            for cue in self._cues(view, sentence):
                for key, span in self._filled(view, sentence, cue):
                    if key not in found:
                        found[key] = EventInstitutionFact(key, cue.rule.role, (span,), cue.rule.id, 0.85)
        return tuple(found.values())

    @staticmethod
    def _sentences(view: View, scope: Span) -> Iterator[Sentence]:
        return view.within(scope)

    def _cues(self, view: View, sentence: Sentence) -> Iterator[_Cue]:
        words = view.words(sentence)
        lower = tuple(t.lower for t in words)
        for place, token in enumerate(words):
            if not view.free(token.index):
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
        if not rule.objects:
            return True
        if rule.slot == "agent":
            return self._agent_about(view, words, place)
        if "verb:organizer" in rule.objects:
            verbs = next(r for r in self._rules if r.id == "event.role.organizer-verb").cue.lemmas
            return any(has_lemma(t, verbs) for t in words)
        for token in words[max(0, place - _REACH) : place + _REACH]:
            if token.lower in _PRONOUNS and "event" in rule.objects:
                return True
            if view.free(token.index) and self._is_object(token, rule):
                return True
        return False

    def _agent_about(self, view: View, words: Sequence[Token], place: int) -> bool:
        """The noun that a participle describes: the nearest one before it, names and quotations skipped."""
        for token in reversed(words[:place]):
            if not view.free(token.index):
                continue
            if token.lower in ("która", "który", "które"):
                continue
            if token.pos_is("subst") and not token.pos_is("prep", "conj", "adj", "brev"):
                return self._is_event(token)
        following = next((t for t in words[place + 1 :] if t.pos_is("subst") and view.free(t.index)), None)
        return following is not None and self._is_event(following)

    def _is_object(self, token: Token, rule: RoleRule) -> bool:
        if "event" in rule.objects and self._is_event(token):
            return True
        return has_lemma(token, rule.objects) or token.lower in rule.objects

    def _is_event(self, token: Token) -> bool:
        return self._lexicon.kind_of(token) is not None or (
            has_lemma(token, self._lexicon.generic.lemmas) and token.pos_is("subst")
        )

    def _filled(self, view: View, sentence: Sentence, cue: _Cue) -> list[tuple[int, Span]]:
        words = view.words(sentence)
        if cue.rule.slot == "agent":
            through = next((i for i in range(cue.last, min(cue.last + 10, len(words))) if words[i].lower == "przez"), None)
            return [] if through is None else self._chain(view, words, self._next(view, words, through + 1, 4, True), None)
        if cue.rule.slot == "after":
            start = self._next(view, words, cue.last, _REACH, False)
            return self._chain(view, words, start, cue.rule.case) or self._below(view, sentence, cue, words)
        start = self._next(view, words, cue.last, 8, True)
        if start is not None and self._may(words[start], "nom"):
            return self._chain(view, words, start, "nom")
        return self._before(view, words, cue.first)

    def _next(self, view: View, words: Sequence[Token], start: int, reach: int, strict: bool) -> int | None:
        """Place of the next institution, none behind a further verb, a person or (``strict``) a preposition."""
        for place in range(start, min(start + reach, len(words))):
            token = words[place]
            if token.index in view.institution:
                return place
            if token.index in view.person or token.text in ";.!?" and place > start:
                return None
            if place > start and finite(token) and not token.lemma_is("być", "zostać") and not token.pos_is("subst"):
                return None
            if strict and token.pos_is("prep") and not token.pos_is("subst", "conj") and token.lower not in ("przez",):
                return None
            if token.lower in ("który", "która", "które", "a", "zaś") and place > start:
                return None
        return None

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
        for place in range(end, min(end + 5, len(words))):
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
        for following in view.sentences[sentence.index + 1 : sentence.index + 8]:
            tokens = view.words(following)
            if tokens[0].index not in view.institution:
                break
            found += self._chain(view, tokens, 0, "nom")
        return found if words[-1].text == ":" else []
