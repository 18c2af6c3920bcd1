"""One text as the event and award frames read it: sentences, quotations, and who owns which token."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s2_layout import Block, BlockKind
from extract.s3_morphology import Token
from extract.s7_frames.context import Context

_LONGEST_QUOTE = 240
_STEM = 5
_WORD = re.compile(r"\w+")
_QUOTE = re.compile('[„“”"«»]')
_FINITE = frozenset({"praet", "fin", "imps", "bedzie", "winien"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a whole line of a list, heading or table; never crosses a block."""

    index: int
    block: Block
    first: int
    """Index of the first token."""
    last: int
    """Index after the last token."""
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation; ``span`` holds the marks, ``inner`` does not."""

    span: Span
    inner: Span
    depth: int
    """0 for a quotation that lies in no other."""


@dataclass(frozen=True, slots=True)
class View:
    """A text cut up; built once for each text by :func:`view_of`."""

    context: Context
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    institution: Mapping[int, int]
    """Token index -> key of the institution whose mention holds the token."""
    person: Mapping[int, int]
    """Token index -> key of the person whose mention holds the token."""
    quoted: frozenset[int]
    """Indices of the tokens that stand in quotation marks."""

    @property
    def text(self) -> str:
        """The text exactly as it was read."""
        return self.context.text

    def words(self, sentence: Sentence) -> Sequence[Token]:
        """The tokens of a sentence."""
        return self.context.tokens[sentence.first : sentence.last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character."""
        place = bisect_right(self.sentences, offset, key=lambda s: s.span.start) - 1
        if place < 0 or self.sentences[place].span.end <= offset:
            return None
        return self.sentences[place]

    def within(self, scope: Span) -> Iterator[Sentence]:
        """The sentences that begin in ``scope``."""
        first = bisect_left(self.sentences, scope.start, key=_start)
        return iter(self.sentences[first : bisect_left(self.sentences, scope.end, lo=first, key=_start)])

    def free(self, index: int) -> bool:
        """Whether a token lies in no name and in no quotation."""
        return index not in self.institution and index not in self.person and index not in self.quoted


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def stems(text: str) -> tuple[str, ...]:
    """The words of a name cut to the letters that inflection leaves alone, short words left out."""
    return tuple(w[: max(3, min(_STEM, len(w) - 1))] for w in _WORD.findall(text.lower()) if len(w) > 1)


def finite(token: Token) -> bool:
    """Whether a token can be a finite or impersonal verb and is not more likely a noun."""
    return token.readings[0].pos in _FINITE or (token.pos_is("imps", "praet") and not token.capital)


def view_of(context: Context) -> View:
    """Sentences of the body, quotations, and the tokens that names own."""
    quotes = tuple(q for b in context.layout.body for q in _quotes(context.text, b.span))
    tokens = context.tokens
    quoted = frozenset(t.index for q in quotes for t in tokens.within(q.inner))
    institution: dict[int, int] = {}
    for place in context.entities.institutions:
        for mention in place.mentions:
            institution.update((t.index, place.key) for t in tokens.within(mention.span))
    person: dict[int, int] = {}
    for one in context.entities.persons:
        for mention in one.mentions:
            person.update((t.index, one.key) for t in tokens.within(mention.span))
    return View(context, tuple(_sentences(context)), quotes, institution, person, quoted)


def _sentences(context: Context) -> Iterator[Sentence]:
    index = 0
    for block in context.layout.body:
        for span in block.sentences or (block.span,):
            words = context.tokens.within(span)
            if words:
                yield Sentence(index, block, words[0].index, words[-1].index + 1, span)
                index += 1


def _quotes(text: str, span: Span) -> Iterator[Quote]:
    stack: list[tuple[str, int]] = []
    for match in _QUOTE.finditer(text, span.start, span.end):
        place, char = match.start(), match[0]
        opens = (
            char in "„«"
            or (char in '“"' and not stack)
            or (
                # An opening mark follows a space and precedes a letter even where another quotation is open.
                char == '"'
                and stack[-1][0] != '"'
                and text[place - 1 : place].isspace()
                and text[place + 1 : place + 2].isalnum()
            )
        )
        if opens:
            stack.append((char, place))
        elif stack:
            _, start = stack.pop()
            if 1 < place - start <= _LONGEST_QUOTE:
                yield Quote(Span(start, place + 1), Span(start + 1, place), len(stack))


def is_listed(block: Block) -> bool:
    """Whether a block is an item of a list, programme or table rather than prose or a heading."""
    return block.kind in (BlockKind.ITEM, BlockKind.ROW, BlockKind.PROGRAMME)
