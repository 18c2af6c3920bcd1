"""The lines of a text as programmes and lists have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s2_layout import Block, BlockKind
from extract.s7_frames.sessions.clock import Hours, leading
from extract.s7_frames.sessions.view import View, Who

_BLANK = re.compile(r"\n\s*\n")
_DATED = re.compile(
    r"\d{1,2}\.\s?\d{1,2}(?:\.\s?\d{4}(?:\s*r\.)?[\s,]*(?:\(?[^\W\d_]{5,12}\)?)?|\.?[\s,]*\(?[^\W\d_]{5,12}\)?)[\s,–-]*"
    r"(?=(?:godz\.?\s*)?\d{1,2}[:.]\d\d)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body, with its hours taken off."""

    block: Block
    span: Span
    hours: Hours | None
    chunk: int
    """Number of the run of lines without a blank between them."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it but its hours."""
        return self.span.start >= self.span.end


def read_lines(view: View, blocks: Sequence[Block]) -> list[Line]:
    """The lines of the blocks, hours taken off."""
    text = view.text
    lines: list[Line] = []
    chunk = 0
    for block in blocks:
        if lines and _BLANK.search(text, lines[-1].block.span.end, block.span.start):
            chunk += 1
        start = _after_date(view, block.span)
        hours = leading(text, Span(start, block.span.end))
        span = block.span if hours is None else Span(min(hours.span.end, block.span.end), block.span.end)
        parts = _rows(view, block, span)
        lines.extend(Line(block, p, hours if p.start == span.start else None, chunk) for p in parts)
    return lines


def _rows(view: View, block: Block, span: Span) -> list[Span]:
    """The lines of a block that holds a sub-item and what stands under it; any other block as a whole."""
    text = view.text
    if (block.owner < 0 and block.kind is not BlockKind.PROGRAMME) or "\n" not in text[span.start : span.end]:
        return [span]
    rows = [Span(m.start(), m.end()) for m in re.compile(r"[^\n]*\S[^\n]*").finditer(text, span.start, span.end)]
    first, last = view.range(rows[0]) if rows else (0, 0)
    mark = next(iter(view.marks(first, min(last, first + 2))), None)
    grouped = mark is not None and mark.cue is not None and mark.cue.is_session
    grouped = grouped or any(_begins_anew(view, r) for r in rows[1:])
    bracketed = any(text[r.start : r.end].lstrip().startswith("(") for r in rows[1:])
    return rows if grouped or bracketed else [span]


def _begins_anew(view: View, span: Span) -> bool:
    """Whether a line begins with a person, a cue or a role, as the lines below a title do."""
    first, last = view.range(span)
    people = view.people_in(first, last)
    if people and people[0].head <= first:
        return True
    mark = next(iter(view.marks(first, min(last, first + 1))), None)
    return mark is not None and (mark.role is not None or (mark.cue is not None and mark.cue.is_session))


def _after_date(view: View, span: Span) -> int:
    """Where a line goes on after a date and a weekday: "4.03.2025 wtorek 17:00 – …"."""
    match = _DATED.match(view.text, span.start, span.end)
    return match.end() if match else span.start


def prose_hours(view: View, line: Line) -> bool:
    """Hours that open a sentence, not an item: "O godz. 10 rozpoczęła się msza"."""
    if line.block.kind is BlockKind.PROGRAMME:
        return False
    first, last = view.range(line.span)
    verbs = (i for i in range(first, min(last, first + 12)) if not view.opaque(i))
    return line.block.kind is BlockKind.PARAGRAPH and any(view.finite[i] for i in verbs)


def labelled(view: View, span: Span) -> bool:
    """Whether a line begins with a label ("Moderator: …")."""
    colon = view.text.find(":", span.start, min(span.end, span.start + 60))
    first, last = view.range(Span(span.start, colon)) if colon > 0 else (0, 0)
    return any(m.role is not None and m.first <= first + 1 for m in view.marks(first, last))


def anyone(view: View, line: Line) -> Sequence[Who]:
    """Everyone named in a line."""
    return view.people_in(*view.range(line.span))


def in_brackets(view: View, line: Line) -> bool:
    """Whether the first person of a line stands in brackets."""
    people = anyone(view, line)
    return bool(people) and view.in_bracket(people[0].first)
