"""The lines of a text, trimmed, with what stands between them; and the drafts that become blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from extract.base import Span
from extract.s2_layout.blocks import BlockKind

BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\xad"
)
"""White space, and the invisible characters that pages put beside it: zero-width, byte order mark, soft hyphen."""
_FEWEST, _TIGHT = 0.2, 0.9
_ENOUGH = 8
_PARAGRAPH = 120
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")


@dataclass(slots=True)
class Draft:
    """A line on its way to a block; the passes of the analyser fill it in."""

    start: int
    end: int
    text: str
    """``text[start:end]``, kept because every pass reads it."""
    indent: int
    """Columns of white space before the line."""
    gap: int
    """Blank lines before it; the first line has 9."""
    kind: BlockKind = BlockKind.PARAGRAPH
    marker: str = ""
    group: int = -1
    depth: int = 0
    cells: tuple[Span, ...] = ()
    label: Span | None = None
    owner: Draft | None = None
    rule: str = ""
    decided: bool = False
    """No later pass may change the kind."""
    words: int = field(default=0)

    def decide(self, kind: BlockKind, rule: str) -> None:
        """Fix the kind."""
        self.kind, self.rule, self.decided = kind, rule, True

    def cut_marker(self, marker: str, length: int) -> None:
        """Take a list marker of ``length`` characters (space after it included) off the front."""
        rest = self.text[length:].lstrip(BLANK)
        self.marker = marker
        self.start = self.end - len(rest)
        self.text = rest

    @property
    def last(self) -> str:
        """The last character."""
        return self.text[-1]

    @property
    def open(self) -> bool:
        """Whether nothing has been decided yet."""
        return not self.decided


def read_lines(text: str) -> list[Draft]:
    """Every line of ``text`` that holds more than white space."""
    drafts: list[Draft] = []
    before = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        line = raw.strip(BLANK)
        if not line:
            continue
        lead = len(raw) - len(raw.lstrip(BLANK))
        start = match.start() + lead
        ends = text.count("\n", before, match.start()) or text.count("\r", before, match.start()) or 1
        gap = ends - 1 if drafts else 9
        before = match.end()
        indent = len(raw[:lead].expandtabs(4))
        drafts.append(Draft(start, start + len(line), line, indent, gap, words=line.count(" ") + 1))
    return drafts


def even_gaps(drafts: list[Draft]) -> None:
    """Make the blank lines mean what they mean on most pages: the end of a paragraph, a list, a part.

    A page with double line spacing has no two lines without a blank line between them, yet two distances, each of them
    common: the smaller is taken off. A page without blank lines gets them around its paragraphs and headings.
    """
    gaps = [draft.gap for draft in drafts[1:]]
    base = min(gaps, default=0)
    if base and _FEWEST * len(gaps) <= gaps.count(base) <= (1 - _FEWEST) * len(gaps):
        for draft in drafts[1:]:
            draft.gap -= base
    elif len(gaps) >= _ENOUGH and gaps.count(0) >= _TIGHT * len(gaps):
        _open_gaps(drafts)


def _open_gaps(drafts: list[Draft]) -> None:
    for above, draft in pairwise(drafts):
        paragraph = any(len(d.text) > _PARAGRAPH and d.last in ".!?…:" for d in (above, draft))
        heading = draft.text.isupper() and not above.text.isupper() and draft.words > 1
        if not draft.gap and ((paragraph and above.last not in ":") or heading):
            draft.gap = 1


def chunks(drafts: list[Draft]) -> list[list[Draft]]:
    """The drafts, parted at blank lines."""
    parts: list[list[Draft]] = []
    for draft in drafts:
        if draft.gap or not parts:
            parts.append([])
        parts[-1].append(draft)
    return parts
