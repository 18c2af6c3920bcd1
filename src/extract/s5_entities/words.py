"""The text as the rules read it: tokens with their forms, halves of a word broken at a line's end joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.base import Span
from extract.s2_layout import BlockKind, Layout
from extract.s3_morphology import Morphology, Token, Tokens
from extract.s5_entities.forms import Form, Forms

DASHES = frozenset("-‐‑‒–—−")
OPENING = frozenset("„“\"«‚‘'")
CLOSING = frozenset("”“\"»’'")
_HYPHENS = frozenset("-‐¬\xad")
_ENDS = frozenset(".!?…:;•▪►|/")
_WIDE = 3


class Word(NamedTuple):
    """A token, or two tokens that were one word before the line was broken."""

    start: int
    end: int
    form: Form
    barrier: bool
    """Whether no name runs over the gap before this word (another block, cell or column)."""
    first: bool
    """Whether a capital letter says nothing here: start of a line, a sentence, a quotation."""
    space: bool
    """Whether white space stands before it."""
    shouted: bool
    """Whether it stands in a line of capitals."""


class WordList(tuple[Word, ...]):
    """The words of one text, furniture left out."""

    text: str
    starts: list[int]
    """Where each word starts."""
    capitals: list[int]
    """Indices of the words with a capital letter."""
    fired: set[str]
    """Rules that decided what is no name, or where a name ends."""
    blocked: frozenset[int]
    """Words of patrons, streets and namesakes."""

    def __new__(cls, text: str, words: Iterable[Word]) -> WordList:
        """The words of ``text``."""
        self = super().__new__(cls, words)
        self.text = text
        self.starts = [w.start for w in self]
        self.capitals = [i for i, w in enumerate(self) if w.form.capital]
        self.fired = set()
        self.blocked = frozenset()
        return self

    def span(self, start: int, end: int) -> Span:
        """Characters from the word ``start`` to the word before ``end``."""
        return Span(self[start].start, self[end - 1].end)

    def read(self, start: int, end: int, skip: Sequence[tuple[int, int]] = ()) -> str:
        """The words ``start`` to ``end`` as one line: gaps are one space, broken words are whole.

        Words in the ranges ``skip`` are left out.
        """
        if skip:
            (a, b), rest = skip[0], skip[1:]
            return f"{self.read(start, a)} {self.read(b, end, rest)}".strip()
        parts: list[str] = []
        inside = closed = False
        for i in range(start, end):
            word = self[i]
            text = word.form.text
            quote = text in OPENING or text in CLOSING
            if quote:
                inside = not inside
            if i > start and (word.space or (quote and inside) or (closed and word.form.alpha)):
                parts.append(" ")
            parts.append(text)
            closed = quote and not inside
        return "".join(parts)


def make_words(text: str, layout: Layout, tokens: Tokens, forms: Forms, morphology: Morphology) -> WordList:
    """The words of the body of ``text``."""
    words: list[Word] = []
    for block in layout.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        label = (block.label,) if block.label else ()
        for part in block.cells or (*label, Span(label[0].end, block.span.end) if label and label[0] else block.span):
            inner = tokens.within(part)
            if inner:
                _block(text, inner, forms, morphology, words)
    return WordList(text, words)


def _block(text: str, tokens: Sequence[Token], forms: Forms, morphology: Morphology, words: list[Word]) -> None:
    shouted = _shouted(tokens)
    get, abbreviations = forms.get, forms.abbreviations
    first = barrier = True
    quoting = abbreviated = False
    end = tokens[0].start
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        start, mark = token.start, token.text
        space = start > end
        gap = text[end:start] if space else ""
        if space and gap != " " and ("\t" in gap or (len(gap) >= _WIDE and "\n" not in gap) or gap.count("\n") > 1):
            barrier = first = True
        end, step = token.end, 1
        if mark in DASHES and words and words[-1].form.text in DASHES and "\n" in gap:
            i += 1  # a compound broken at its hyphen repeats the hyphen on the next line
            continue
        joined = _broken(text, tokens, i) if i + 2 < n and tokens[i + 1].text in _HYPHENS else ""
        if joined:
            form = get(joined, morphology.readings(joined))
            end, step = tokens[i + 2].end, 3
        else:
            form = get(mark, token.readings)
        words.append(Word(start, end, form, barrier, first, space, shouted))
        barrier = False
        if form.alpha:
            first = False
            abbreviated = form.lower in abbreviations
        else:
            straight = mark == '"'
            quoting = quoting != straight
            opened = (straight and quoting) or (mark in OPENING and mark not in CLOSING)
            first = first or opened or (mark in _ENDS and not (mark == "." and abbreviated))
            abbreviated = form.lower in abbreviations
        i += step


def _shouted(tokens: Sequence[Token]) -> bool:
    """Whether every word of two letters or more is in capitals, and there are two such words at least."""
    capitals = 0
    for token in tokens:
        word = token.text
        if len(word) > 1 and word[0].isalpha():
            if not word.isupper():
                return False
            capitals += 1
    return capitals > 1


def _broken(text: str, tokens: Sequence[Token], i: int) -> str:
    """The whole word where token ``i`` ends a line with a hyphen and the next line goes on in small letters."""
    left, dash, right = tokens[i : i + 3]
    if dash.start != left.end or not left.text[:1].isalpha():
        return ""
    if "\n" not in text[dash.end : right.start] or not right.text[:1].islower():
        return ""
    return left.text + right.text
