"""Who may be given a prize in a line or sentence: persons, institutions, municipalities, groups, projects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s3_morphology import Token
from extract.s6_names import NameNormaliser, PersonName
from extract.s7_frames.awards.lexicon import AwardLexicon
from extract.s7_frames.clauses import cases_of
from extract.s7_frames.events.lexicon import has_lemma, phrase_at
from extract.s7_frames.events.naming import clean
from extract.s7_frames.events.view import View, finite

_GROUPS = frozenset({"kategorii", "konkurencji", "grupie", "klasyfikacji", "wśród", "gronie"})
_ALL_CASES = frozenset({"nom", "gen", "dat", "acc", "inst", "loc"})


@dataclass(frozen=True, slots=True)
class Recipient:
    """A name that can receive a prize."""

    kind: str
    name: str
    first: int
    last: int
    span: Span
    cases: frozenset[str]
    person: int | None = None
    institution: int | None = None
    """The institution that it is, or the person's affiliation where the line gives one."""
    rule: str = ""


class RecipientFinder:
    """Finds names in a sequence of words."""

    def __init__(self, lexicon: AwardLexicon, normaliser: NameNormaliser) -> None:
        self._lexicon = lexicon
        self._normaliser = normaliser

    def find(self, view: View, words: Sequence[Token], *, strict: bool) -> tuple[Recipient, ...]:
        """The recipients in order; an institution beside a person is the person's affiliation.

        Args:
            strict: in prose; names behind "z rąk", "za", "dzięki" are left out up to the next comma or verb. In a list
                they end the line.
        """
        found: list[Recipient] = []
        lower = tuple(t.lower for t in words)
        place = 0
        while place < len(words):
            skip = phrase_at(lower, place, self._lexicon.presenter) or (
                1 if lower[place] in self._lexicon.reason.words and place and view.free(words[place].index) else 0
            )
            if skip:
                if not strict:
                    break
                place = _after_aside(view, words, place + skip)
                continue
            place = self._take(view, words, place, found, strict)
        return tuple(found)

    def _take(self, view: View, words: Sequence[Token], place: int, found: list[Recipient], strict: bool) -> int:
        token = words[place]
        person = view.person.get(token.index)
        if person is not None and strict and _in_brackets(words, place):
            return place + 1
        if person is not None and _beside_winner(words, place):
            return next((i for i in range(place, len(words)) if view.person.get(words[i].index) != person), len(words))
        if person is not None:
            end = place
            while end < len(words) and view.person.get(words[end].index) == person:
                end += 1
            found.append(self._person(view, words, place, end, person))
            return end
        institution = view.institution.get(token.index)
        if institution is not None:
            end = place
            while end < len(words) and view.institution.get(words[end].index) == institution:
                end += 1
            if not self._affiliate(view, words, place, institution, found):
                found.append(self._institution(view, words, place, end, institution))
            return end
        kind = self._lexicon.recipient_kind(token) if token.index not in view.quoted else None
        if kind is not None:
            named = self._named(view, words, place, kind)
            if named is not None:
                if found and found[-1].person is not None and _adjoins(words, found[-1].last, place):
                    return named.last
                found.append(named)
                return named.last
        return place + 1

    @staticmethod
    def _person(view: View, words: Sequence[Token], first: int, last: int, key: int) -> Recipient:
        name = next(p for p in view.context.entities.persons if p.key == key).name
        span = Span(words[first].start, words[last - 1].end)
        cases = cases_of(view.context.tokens, span, name.name.split())
        if _surely_nominative(words[first:last], name):
            cases = frozenset({"nom"})
        return Recipient("person", name.name, first, last, span, cases, key)

    def _institution(self, view: View, words: Sequence[Token], first: int, last: int, key: int) -> Recipient:
        name = next(i for i in view.context.entities.institutions if i.key == key).name
        kind = self._lexicon.recipient_kind(words[first])
        return Recipient(
            "municipality" if kind == "municipality" else "institution",
            name.name,
            first,
            last,
            Span(words[first].start, words[last - 1].end),
            words[first].cases() or _ALL_CASES,
            None,
            key,
        )

    @staticmethod
    def _affiliate(view: View, words: Sequence[Token], place: int, institution: int, found: list[Recipient]) -> bool:
        """Give the institution to the persons right before it; ``False`` where it stands for itself."""
        if not found or found[-1].person is None:
            return False
        if not _adjoins(words, found[-1].last, place):
            return False
        for index in range(len(found) - 1, -1, -1):
            one = found[index]
            if one.person is None or one.institution is not None:
                break
            found[index] = Recipient(
                one.kind, one.name, one.first, one.last, one.span, one.cases, one.person, institution, one.rule
            )
        return True

    def _named(self, view: View, words: Sequence[Token], place: int, kind: str) -> Recipient | None:
        """ "zespół śpiewaczy „Echo” z Koła", "Gmina Lutynia", "projekt „Głośno”"."""
        first, end, quote = place, place + 1, None
        while (
            first > 0
            and words[first - 1].capital
            and words[first - 1].pos_is("adj")
            and view.free(words[first - 1].index)
        ):
            first -= 1
        telling = False
        while end < len(words) and end - place < 12:
            token = words[end]
            started = next((q for q in view.quotes if q.span.start == token.start), None)
            if started is not None:
                quote, telling = started, True
                end = next((i for i in range(end, len(words)) if words[i].start >= started.span.end), len(words))
                continue
            if token.capital or token.index in view.institution or (telling and token.text.isdecimal()):
                end, telling = end + 1, True
            elif token.lower in ("z", "ze", "w", "we") and end + 1 < len(words) and words[end + 1].capital and telling:
                if words[end + 1].index in view.person:
                    break
                end += 2
            elif token.pos_is("adj", "subst") and not finite(token) and not telling and not token.pos_is("prep"):
                end += 1
            else:
                break
        if not telling or (kind == "project" and quote is None):
            return None
        span = Span(words[first].start, words[end - 1].end)
        name = clean(quote.inner.of(view.text)) if quote is not None and kind == "project" else self._name(view, span)
        rule = self._lexicon.recipients[kind].id
        return Recipient(kind, name, first, end, span, words[place].cases() or _ALL_CASES, rule=rule)

    def _name(self, view: View, span: Span) -> str:
        """The wording where its noun is in the nominative singular already, else its nominative."""
        text = clean(span.of(view.text))
        words = view.context.tokens.within(span)
        noun = next((t for t in words if t.pos_is("subst")), words[0])
        plain = any(r.pos == "subst" and r.has(number="sg", case="nom") for r in noun.readings)
        return text if plain else self._normaliser.phrase(text)

    def quoted(self, view: View, words: Sequence[Token], place: int) -> Recipient | None:
        """ "„Echo” z Koła" at ``place``: a group known by a name in quotation marks only."""
        quote = next((q for q in view.quotes if q.span.start == words[place].start), None)
        if quote is None:
            return None
        end = next((i for i in range(place, len(words)) if words[i].start >= quote.span.end), len(words))
        inner = clean(quote.inner.of(view.text))
        name = inner if "nom" in words[min(place + 1, len(words) - 1)].cases() else self._normaliser.phrase(inner)
        span = Span(quote.span.start, quote.span.end)
        rule = self._lexicon.recipients["group"].id
        return Recipient("group", name, place, end, span, _ALL_CASES, rule=rule)


def _surely_nominative(words: Sequence[Token], name: PersonName) -> bool:
    """Whether the words are those of the nominative and the name is one that Polish declines."""
    base = {part.lower() for part in re.findall(r"\w+", name.name)}
    if any(t.text[:1].isalpha() and t.lower not in base for t in words):
        return False
    given = (name.given_name or "").lower()
    if name.gender == "f":
        return given.endswith("a")
    return name.gender == "m" and given[-1:] not in "aeiou" and words[-1].lower[-1:] not in "oeu"


def _adjoins(words: Sequence[Token], last: int, place: int) -> bool:
    """Whether only an apposition parts a person from what follows: punctuation, posts, "z", no "i" right before."""
    between = words[last:place]
    if len(between) > 12 or (between and between[-1].lower in ("i", "oraz", "a", "także")):
        return False
    if any(t.lower in _GROUPS for t in between):
        return False
    return not any((finite(t) and not t.pos_is("subst")) or t.text == ";" for t in between)


def _in_brackets(words: Sequence[Token], place: int) -> bool:
    for token in reversed(words[max(0, place - 6) : place]):
        if token.text == "(":
            return True
        if token.text == ")":
            return False
    return False


_KIN = ("wnuczka", "wnuk", "córka", "syn", "żona", "mąż", "mama", "tata", "matka", "ojciec", "wdowa", "brat", "siostra")


def _beside_winner(words: Sequence[Token], place: int) -> bool:
    """Whether a name is a patron's ("Medal im. N") or a relative's who collects ("odebrała ją wnuczka, N")."""
    if place >= 2 and words[place - 1].text == "." and words[place - 2].lower == "im":
        return True
    before = place - 1 - (place > 1 and words[place - 1].text == ",")
    collected = any(t.lemma_is("odebrać", "odbierać") for t in words[max(0, before - 4) : before])
    return before >= 0 and collected and words[before].lemma_is(*_KIN)


def _after_aside(view: View, words: Sequence[Token], place: int) -> int:
    while place < len(words):
        token = words[place]
        if view.free(token.index) and (token.text in ",;–—" or finite(token)):
            return place
        place += 1
    return place


def starts_with(words: Sequence[Token], lemmas: frozenset[str]) -> bool:
    """Whether the first word has one of the lemmas."""
    return bool(words) and has_lemma(words[0], lemmas)
