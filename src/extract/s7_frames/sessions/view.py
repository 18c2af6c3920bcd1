"""One text as the session mechanisms see it: persons, quotations, cues and role nouns laid over the tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s3_morphology import Token
from extract.s6_names import NameNormaliser
from extract.s7_frames.clauses import cases_of, is_finite
from extract.s7_frames.context import Context
from extract.s7_frames.facts import Designation
from extract.s7_frames.sessions.lexicon import Cue, Lexicon, RoleNoun

_OPEN, _CLOSE = "„«“‟", "”»“"
_MARK = re.compile(f'[{_OPEN}"]')
_HONORIFIC = frozenset({"pan", "pani", "ksiądz", "siostra", "brat", "druh", "druhna", "państwo"})
_LONGEST_TITLE = 300
_VERBAL_NOUN = re.compile(r"(.+[nc]i)(?:e|a|u|em)")
_PREPOSITIONS = frozenset(
    [
        "z",
        "ze",
        "do",
        "od",
        "dla",
        "przez",
        "u",
        "o",
        "na",
        "w",
        "we",
        "po",
        "przy",
        "za",
        "przed",
        "pod",
        "nad",
        "między",
        "bez",
        "wobec",
        "według",
        "dzięki",
        "ku",
        "wśród",
        "obok",
    ]
)


@dataclass(frozen=True, slots=True)
class Who:
    """One mention of a person."""

    key: int
    span: Span
    first: int
    """Index of its first token."""
    last: int
    """Index of its last token."""
    cases: frozenset[str]
    gender: str | None
    head: int
    """Index of the token with which the person's phrase begins: titles, honorific and post before the name included."""
    prep: str | None
    """The preposition that governs the name."""

    @property
    def nominative(self) -> bool:
        """Whether the person may be the subject."""
        return "nom" in self.cases and self.prep is None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation; ``span`` is what stands between the marks."""

    span: Span
    first: int
    """Index of the opening mark."""
    last: int
    """Index of the closing mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cue or role noun in the text."""

    first: int
    last: int
    cue: Cue | None = None
    role: RoleNoun | None = None


class View:
    """Overlays of one text, each found once."""

    def __init__(
        self,
        context: Context,
        lexicon: Lexicon,
        normaliser: NameNormaliser,
        designations: Sequence[Designation] = (),
    ) -> None:
        self.context = context
        self.text = context.text
        self.tokens = context.tokens
        self.lexicon = lexicon
        self._normaliser = normaliser
        self.lemmas: tuple[frozenset[str], ...] = tuple(_lemmas(t) for t in self.tokens)
        self._institution = self._cover(m.span for i in context.entities.institutions for m in i.mentions)
        self.quotes = tuple(self._quotes())
        self._quote_of = {i: q for q in self.quotes for i in range(q.first, q.last + 1)}
        self.people = tuple(self._people())
        self._person_of = {i: w for w in self.people for i in range(w.first, w.last + 1)}
        self._starts = [w.first for w in self.people]
        self._bracket = frozenset(self._brackets())
        self._designation: dict[int, list[Span]] = {d.person: [] for d in designations}
        for designation in designations:
            self._designation[designation.person].append(designation.span)

    def nominative(self, phrase: str) -> str:
        """A noun phrase in the nominative."""
        return self._normaliser.phrase(phrase)

    def designation_end(self, who: Who) -> int:
        """Offset at which the words about a person end: title, post and institution after the name included."""
        spans = [s for s in self._designation.get(who.key, ()) if s.covers(who.span)]
        return max((s.end for s in spans), default=who.span.end)

    def range(self, span: Span) -> tuple[int, int]:
        """Token indices ``first`` (inclusive) and ``last`` (exclusive) of a span of characters."""
        words = self.tokens.within(span)
        return (words[0].index, words[-1].index + 1) if words else (0, 0)

    def people_in(self, first: int, last: int) -> Sequence[Who]:
        """Mentions of persons that begin in the range of tokens."""
        return self.people[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def room_at(self, token: int) -> bool:
        """Whether the token begins the name of a room: "sala", "s."."""
        if self.tokens[token].text == "s" and self.tokens[token + 1].text == "." and token + 2 < len(self.tokens):
            return self.tokens[token + 2].capital or self.tokens[token + 2].text.isdecimal()
        cue = self.lexicon.cue(self.lemmas, token)
        return cue is not None and cue.kind == "room"

    def in_room(self, who: Who) -> bool:
        """Whether the name is a room's: "sala Chopina", "aula im. …"."""
        before = range(max(who.first - 3, 0), who.first)
        near = (i for i in before if who.first - i == 1 or self.tokens[i + 1].lower == "im")
        return any(self.tokens[i].text != "s" and self.room_at(i) for i in near)

    def person_at(self, token: int) -> Who | None:
        """The mention that the token belongs to."""
        return self._person_of.get(token)

    def quote_at(self, token: int) -> Quote | None:
        """The quotation that the token, or its mark, belongs to."""
        return self._quote_of.get(token)

    def quotes_in(self, first: int, last: int) -> Iterator[Quote]:
        """Quotations wholly inside the range of tokens."""
        return (q for q in self.quotes if first <= q.first and q.last < last)

    def opaque(self, token: int) -> bool:
        """Whether verbs and joints do not count here: in names, quotations, brackets."""
        return (
            token in self._quote_of or token in self._person_of or token in self._institution or token in self._bracket
        )

    def in_institution(self, token: int) -> bool:
        """Whether the token is part of an institution's name."""
        return token in self._institution

    def in_bracket(self, token: int) -> bool:
        """Whether the token stands in round brackets."""
        return token in self._bracket

    def marks(self, first: int, last: int) -> Iterator[Mark]:
        """Cues and role nouns in the range, outside names and quotations, from left to right."""
        i = first
        while i < last:
            if i in self._quote_of or i in self._person_of or i in self._institution:
                i += 1
                continue
            if self.lemmas[i].isdisjoint(self.lexicon.openers):
                i += 1
                continue
            cue = self.lexicon.cue(self.lemmas, i)
            role = self.lexicon.role(self.lemmas, i)
            size = max(len(cue.lemmas) if cue else 0, len(role.lemmas) if role else 0)
            if size:
                yield Mark(i, i + size - 1, cue, role)
            i += max(1, size)

    def all_lemmas(self, indices: Sequence[int]) -> frozenset[str]:
        """Lemmas of all tokens outside quotations and names; of an institution's name, those of its first word."""
        kept = [i for i in indices if not (i in self._institution and i - 1 in self._institution)]
        return frozenset().union(
            *(self.lemmas[i] for i in kept if i not in self._quote_of and i not in self._person_of)
        )

    def _cover(self, spans: Iterator[Span]) -> frozenset[int]:
        return frozenset(t.index for span in spans for t in self.tokens.within(span))

    def _quotes(self) -> Iterator[Quote]:
        for block in self.context.layout.blocks:
            if not _MARK.search(self.text, block.span.start, block.span.end):
                continue
            first, last = self.range(block.span)
            opened: int | None = None
            closing = ""
            depth = 0
            for i in range(first, last):
                mark = self.tokens[i].text
                if opened is None:
                    if mark in _OPEN or (mark == '"' and self._opens(i)):
                        opened, closing, depth = i, _CLOSE + '"' if mark != '"' else '"”', 1
                elif mark in closing and self._closes(i):
                    depth -= 1
                    if depth == 0 or mark == '"':
                        yield from self._quote(opened, i)
                        opened = None
                elif mark in "„«":
                    depth += 1

    def _opens(self, i: int) -> bool:
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return after is not None and (
            after.start == self.tokens[i].end or self.tokens[i].start > self.tokens[i - 1].end
        )

    def _closes(self, i: int) -> bool:
        return i > 0

    def _quote(self, first: int, last: int) -> Iterator[Quote]:
        span = Span(self.tokens[first].end, self.tokens[last].start)
        if 0 < span.end - span.start <= _LONGEST_TITLE:
            yield Quote(span, first, last)

    def _people(self) -> list[Who]:
        found = []
        for person in self.context.entities.persons:
            base = re.split(r"[\s-]+", person.name.name)
            for mention in person.mentions:
                first, last = self.range(mention.span)
                if first == last:
                    continue
                cases = cases_of(self.tokens, mention.span, base)
                head, prep = self._phrase(first, cases)
                found.append(Who(person.key, mention.span, first, last - 1, cases, person.name.gender, head, prep))
        return sorted(found, key=lambda w: w.first)

    def _phrase(self, first: int, cases: frozenset[str]) -> tuple[int, str | None]:
        """Where the phrase of a name begins, and the preposition before it."""
        i = first - 1
        steps = 0
        while i >= 0 and steps < 12:
            token = self.tokens[i]
            if self.text[token.end : self.tokens[i + 1].start].count("\n"):
                break
            if token.text == "." and i > 0 and self._abbreviation(self.tokens[i - 1]):
                i -= 1
                continue
            if token.lower == "o" and self.tokens[i + 1].lower == "zdr":
                i -= 1
                continue
            if token.lower in _PREPOSITIONS and not token.capital and i not in self._institution:
                direct = all(self._titular(self.tokens[k]) for k in range(i + 1, first))
                governed = direct or "nom" not in cases
                return (i + 1, token.lower) if governed else (self._bare(first), None)
            if not (token.text[0].isalpha() or token.text in ".-–") or i in self._quote_of:
                break
            if token.text in "-–" and token.end != self.tokens[i + 1].start:
                break
            if is_finite(token):
                break
            if any(r.pos in ("praet", "fin", "imps", "conj", "comp") for r in token.readings) and not token.capital:
                if not self._titular(token) and not token.pos_is("subst", "adj", "brev"):
                    break
            if token.text == ".":
                break
            i -= 1
            steps += 1
        return i + 1, None

    def _bare(self, first: int) -> int:
        """Begin of the phrase with nothing but titles and honorifics before the name."""
        i = first
        while i > 0 and (self._titular(self.tokens[i - 1]) or self.tokens[i - 1].text == "."):
            i -= 1
        return i

    @staticmethod
    def _abbreviation(token: Token) -> bool:
        return token.text[:1].isalpha() and len(token.text) <= 6

    def _titular(self, token: Token) -> bool:
        return (
            token.text == "."
            or token.pos_is("brev")
            or token.lemma_is(*_HONORIFIC)
            or (len(token.text) <= 5 and not token.known)
        )

    def _brackets(self) -> Iterator[int]:
        for block in self.context.layout.blocks:
            if "(" not in block.span.of(self.text):
                continue
            first, last = self.range(block.span)
            opened: int | None = None
            for i in range(first, last):
                if self.tokens[i].text == "(":
                    opened = i
                elif self.tokens[i].text == ")" and opened is not None:
                    yield from range(opened, i + 1)
                    opened = None


def _lemmas(token: Token) -> frozenset[str]:
    """Lemmas of a token, its own form, and for a verbal noun its nominative ("wręczenia" -> "wręczenie")."""
    lemmas = token.lemmas if token.lower in token.lemmas else token.lemmas | {token.lower}
    if token.pos_is("ger") and (match := _VERBAL_NOUN.fullmatch(token.lower)):
        lemmas |= {match[1] + "e"}
    return lemmas


def index_of(starts: Sequence[int], offset: int) -> int:
    """Index of the last start at or before ``offset``."""
    return bisect_right(starts, offset) - 1
