"""The text as the rules read it: tokens with their forms, halves of a word broken at a line's end joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from extract.base import Span
from extract.s2_layout import BlockKind, Layout
from extract.s3_morphology import Morphology, Token, Tokens
from extract.s5_entities.forms import Form, Forms

DASHES = frozenset("-‐‑‒–—−")
OPENING = frozenset("„“\"«‚‘'")
CLOSING = frozenset("”“\"»’'")
_ENDS = frozenset(".!?…:;•▪►|/")
_WIDE = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A token, or two tokens that were one word before the line was broken."""

    index: int
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


class WordList(Sequence[Word]):
    """The words of one text, furniture left out."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text = text
        self.words = words
        self.starts = [w.start for w in words]
        self.fired: set[str] = set()
        """Rules that decided what is no name, or where a name ends."""
        self.blocked: frozenset[int] = frozenset()
        """Words of patrons, streets and namesakes."""

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        return self.words[index]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Characters from the word ``start`` to the word before ``end``."""
        return Span(self.words[start].start, self.words[end - 1].end)

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
            word = self.words[i]
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
    letters = [t.text for t in tokens if t.text[:1].isalpha() and len(t.text) > 1]
    shouted = len(letters) > 1 and all(w.isupper() for w in letters)
    first = True
    barrier = True
    quoting = abbreviated = False
    end = tokens[0].start
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        gap = text[end : token.start]
        if gap and ("\t" in gap or (len(gap) >= _WIDE and "\n" not in gap) or gap.count("\n") > 1):
            barrier = first = True
        form, stop, step = forms.get(token.text, token.readings), token.end, 1
        if token.text in DASHES and words and words[-1].form.text in DASHES and "\n" in gap:
            i += 1  # a compound broken at its hyphen repeats the hyphen on the next line
            end = stop
            continue
        joined = _broken(text, tokens, i)
        if joined:
            form = forms.get(joined, morphology.readings(joined))
            stop, step = tokens[i + 2].end, 3
        words.append(Word(len(words), token.start, stop, form, barrier, first, bool(gap), shouted))
        barrier = False
        straight = token.text == '"'
        quoting = quoting != straight
        opened = (straight and quoting) or (token.text in OPENING and token.text not in CLOSING)
        ends = token.text in _ENDS and not (token.text == "." and abbreviated)
        abbreviated = form.lower in forms.abbreviations
        first = ends or opened or (first and not form.alpha)
        end = stop
        i += step


def _broken(text: str, tokens: Sequence[Token], i: int) -> str:
    """The whole word where token ``i`` ends a line with a hyphen and the next line goes on in small letters."""
    if i + 2 >= len(tokens):
        return ""
    left, dash, right = tokens[i : i + 3]
    if dash.text not in "-‐¬\xad" or dash.start != left.end or not left.text[:1].isalpha():
        return ""
    if "\n" not in text[dash.end : right.start] or not right.text[:1].islower():
        return ""
    return left.text + right.text
