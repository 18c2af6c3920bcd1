"""One text as the session mechanisms see it: persons, quotations, cues and role nouns laid over the tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s3_morphology import Token
from extract.s4_dates import Precision
from extract.s6_names import NameNormaliser
from extract.s7_frames.clauses import cases_of, is_finite
from extract.s7_frames.context import Context
from extract.s7_frames.facts import Designation
from extract.s7_frames.sessions.forms import Forms
from extract.s7_frames.sessions.lexicon import Cue, Lexicon, Phrase, RoleNoun

_OPEN, _CLOSE = "„«“‟", "”»“"
_MARK = re.compile(f'[{_OPEN}"]')
_HONORIFIC = frozenset({"pan", "pani", "ksiądz", "siostra", "brat", "druh", "druhna", "państwo"})
_LONGEST_TITLE = 300
_NAME_PARTS = re.compile(r"[\s-]+")
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
        forms: Forms | None = None,
    ) -> None:
        facts = (forms or Forms(lexicon)).of
        self.context = context
        self.text = context.text
        self.tokens = context.tokens
        self.lexicon = lexicon
        self._normaliser = normaliser
        self._token_starts = [t.start for t in self.tokens]
        self._token_ends = [t.end for t in self.tokens]
        self.forms = tuple(map(facts, self.tokens))
        self.lemmas: tuple[frozenset[str], ...] = tuple(f.lemmas for f in self.forms)
        self.finite = tuple(f.finite for f in self.forms)
        """Whether each token is surely a finite verb."""
        self.clock_times = tuple(
            m for m in context.dates.mentions if m.precision is Precision.TIME and "T" in (m.start or "")
        )
        self._institution = self._cover(m.span for i in context.entities.institutions for m in i.mentions)
        self.quotes = tuple(self._quotes())
        self._quote_starts = [q.first for q in self.quotes]
        self._quote_of = {i: q for q in self.quotes for i in range(q.first, q.last + 1)}
        self.people = tuple(self._people())
        self._person_of = {i: w for w in self.people for i in range(w.first, w.last + 1)}
        self._starts = [w.first for w in self.people]
        self._bracket = frozenset(self._brackets())
        self._named = self._institution | self._quote_of.keys() | self._person_of.keys()
        self._opaque = self._named | self._bracket
        self._openers = [i for i, f in enumerate(self.forms) if f.opens and i not in self._named]
        self._phrases = list(self._phrase_hits())
        self._mark_at: dict[int, Mark | None] = {}
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
        first = bisect_left(self._token_starts, span.start)
        last = bisect_right(self._token_ends, span.end)
        return (first, last) if first < last else (0, 0)

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
        begin = bisect_left(self._quote_starts, first)
        return (q for q in self.quotes[begin : bisect_left(self._quote_starts, last)] if q.last < last)

    def opaque(self, token: int) -> bool:
        """Whether verbs and joints do not count here: in names, quotations, brackets."""
        return token in self._opaque

    def in_institution(self, token: int) -> bool:
        """Whether the token is part of an institution's name."""
        return token in self._institution

    def in_bracket(self, token: int) -> bool:
        """Whether the token stands in round brackets."""
        return token in self._bracket

    def marks(self, first: int, last: int) -> Iterator[Mark]:
        """Cues and role nouns in the range, outside names and quotations, from left to right."""
        free = first
        for k in range(bisect_left(self._openers, first), len(self._openers)):
            i = self._openers[k]
            if i >= last:
                return
            mark = self._mark(i) if i >= free else None
            if mark is not None:
                yield mark
                free = mark.last + 1

    def _mark(self, i: int) -> Mark | None:
        if i not in self._mark_at:
            cue = self.lexicon.cue(self.lemmas, i)
            role = self.lexicon.role(self.lemmas, i)
            size = max(len(cue.lemmas) if cue else 0, len(role.lemmas) if role else 0)
            self._mark_at[i] = Mark(i, i + size - 1, cue, role) if size else None
        return self._mark_at[i]

    def phrases(self, first: int, last: int) -> list[tuple[int, Phrase]]:
        """Phrases that give roles, wholly before the last token of the range, in the order of the rules."""
        begin = bisect_left(self._phrases, first, key=_where)
        found = self._phrases[begin : bisect_left(self._phrases, last, key=_where)]
        kept = [h for h in found if h[0] < last - len(h[2].words)]
        return [(i, p) for i, _, p in sorted(kept, key=lambda h: h[1])]

    def _phrase_hits(self) -> Iterator[tuple[int, int, Phrase]]:
        """Index of the first word, rank of the phrase in the rules, phrase."""
        for i, form in enumerate(self.forms):
            for rank, phrase in self.lexicon.phrases_by_first.get(self.tokens[i].lower, ()) if form.phrase else ():
                words = phrase.words
                if i + len(words) <= len(self.forms) and all(
                    self.tokens[i + k].lower == w for k, w in enumerate(words)
                ):
                    yield i, rank, phrase

    def all_lemmas(self, indices: Sequence[int]) -> frozenset[str]:
        """Lemmas of all tokens outside quotations and names; of an institution's name, those of its first word."""
        kept = [i for i in indices if not (i in self._institution and i - 1 in self._institution)]
        return frozenset().union(
            *(self.lemmas[i] for i in kept if i not in self._quote_of and i not in self._person_of)
        )

    def _cover(self, spans: Iterator[Span]) -> frozenset[int]:
        return frozenset(i for span in spans for i in range(*self.range(span)))

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
            base = _NAME_PARTS.split(person.name.name)
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


def _where(hit: tuple[int, int, Phrase]) -> int:
    return hit[0]


def index_of(starts: Sequence[int], offset: int) -> int:
    """Index of the last start at or before ``offset``."""
    return bisect_right(starts, offset) - 1
