"""Cuts a token stream into the sequences that are tagged: lines, and long lines at sentence ends."""

from __future__ import annotations

from extract.s3_morphology import Tokens

_END = frozenset(".!?…")
_MAXIMUM = 160


def sequences(tokens: Tokens) -> list[tuple[int, int]]:
    """Half-open ranges of token indices; together they cover all tokens.

    A sequence ends at a line break, a tab or three spaces (cells of a table); after ``.!?`` before a capital letter,
    where the word before is an ordinary lower-case word of four letters or more (no abbreviation, no initial, no
    number); and after 160 tokens at the latest.
    """
    text = tokens.text
    out: list[tuple[int, int]] = []
    start = 0
    n = len(tokens)
    for i in range(1, n):
        before, here = tokens[i - 1], tokens[i]
        if here.start == before.end:
            continue
        gap = text[before.end : here.start]
        cell = gap != " " and ("\n" in gap or "\t" in gap or len(gap) > 2)
        if cell or i - start >= _MAXIMUM or _sentence_end(tokens, start, i):
            out.append((start, i))
            start = i
    if start < n:
        out.append((start, n))
    return out


def _sentence_end(tokens: Tokens, start: int, i: int) -> bool:
    mark = tokens[i - 1].text
    if mark not in _END or i - start < 3:
        return False
    first = tokens[i].text[0]
    if first.islower() or first in ",;)":
        return False
    word = tokens[i - 2].text
    return mark != "." or (len(word) >= 4 and word.islower() and not tokens[i - 2].pos_is("brev", "ign"))
