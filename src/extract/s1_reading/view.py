"""The text as the later stages see it, and the way back to the text as it was read.

The view has quotation marks in the usual spelling, letters in one part (NFC) and none of the invisible characters that
pages put into words (soft hyphens, zero-width spaces). Every character of it knows where it stands in the text as read,
so that spans in the records count that text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import regex

from extract.base import Span
from extract.s1_reading.signs import usual_signs

_ANY_ODD: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]")
"""A quick look for what :data:`_ODD` finds in texts of European scripts."""
_ODD: Final = regex.compile(r"[\u00AD\u200B-\u200D\u2060\uFEFF]++|\P{M}\p{M}++")


@dataclass(frozen=True, slots=True)
class View:
    """A text to analyse and the offsets of its characters in the text as read."""

    text: str
    starts: tuple[int, ...] = ()
    """Where each character of ``text`` begins in the text as read; empty where nothing moved."""
    ends: tuple[int, ...] = ()
    """Where it ends."""

    def original(self, span: Span) -> Span:
        """The characters of the text as read that a non-empty span of the view stands for."""
        if not self.starts:
            return span
        return Span(self.starts[span.start], self.ends[span.end - 1])


def view_of(text: str) -> View:
    """The view of a text as read; linear in its length."""
    usual = usual_signs(text)
    if usual.isascii() or not _ANY_ODD.search(usual):
        return View(usual)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _ODD.finditer(usual):
        begin, end = match.span()
        pieces.append(usual[done:begin])
        starts.extend(range(done, begin))
        ends.extend(range(done + 1, begin + 1))
        if unicodedata.combining(match[0][-1]):
            joined = unicodedata.normalize("NFC", match[0])
            whole = len(joined) == 1  # else the mark belongs to no letter, and both stay
            pieces.append(joined if whole else match[0])
            starts.extend([begin] if whole else range(begin, end))
            ends.extend([end] if whole else range(begin + 1, end + 1))
        done = end
    pieces.append(usual[done:])
    starts.extend(range(done, len(usual)))
    ends.extend(range(done + 1, len(usual) + 1))
    return View("".join(pieces), tuple(starts), tuple(ends))
