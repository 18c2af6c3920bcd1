"""The lines of a text, trimmed, with what stands between them; and the drafts that become blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.base import Span
from extract.s2_layout.blocks import BlockKind

BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\xad"
)
"""White space, and the invisible characters that pages put beside it: zero-width, byte order mark, soft hyphen."""
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


def chunks(drafts: list[Draft]) -> list[list[Draft]]:
    """The drafts, parted at blank lines."""
    parts: list[list[Draft]] = []
    for draft in drafts:
        if draft.gap or not parts:
            parts.append([])
        parts[-1].append(draft)
    return parts
