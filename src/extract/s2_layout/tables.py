"""Tables: columns parted by tabs or wide gaps, and tables flattened to one cell a line."""

from __future__ import annotations

import re

from extract.base import Span
from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues
from extract.s2_layout.lines import Draft, chunks
from extract.s2_layout.times import clock

_GAP = re.compile(r"[ \xa0]*[\t|][ \xa0]*|[ \xa0]{3,}")
_PLACE = re.compile(
    r"(?:[IVX]{1,4}\.?|\d{1,3}\.?|(?:[IVX]{1,4}|\d{1,2})\.? (?:miejsce|nagroda|m\.)|grand prix|wyróżnieni[ea]|"
    r"nagroda .{0,30}|(?:pierwsze|drugie|trzecie) miejsce)$",
    re.IGNORECASE,
)
_SHORT = 90
_ROWS = 3


def mark_columns(drafts: list[Draft], cues: Cues, groups: list[int]) -> None:
    """Make lines with columns ROWs; a line of one cell between rows stays as it is, in the table's group."""
    for draft in drafts:
        cells = _cells(draft) if draft.open else ()
        if len(cells) >= 2 and all(_cell(draft, cell) in cues.columns for cell in cells):
            groups[0] += 1
            draft.cells, draft.group = cells, groups[0]
            draft.rule = "layout.row.columns"
    run: list[int] = []
    for index, draft in enumerate(drafts):
        if draft.open and _cells(draft) and (not run or index - run[-1] <= 2):
            run.append(index)
            continue
        if run and draft.open and index - run[-1] == 1 and len(draft.text) <= _SHORT and not draft.gap:
            continue
        _close(drafts, run, groups)
        run = [index] if draft.open and _cells(draft) else []
    _close(drafts, run, groups)
    for draft in drafts:
        if draft.open and draft.cells:
            draft.decide(BlockKind.ROW, draft.rule)


def _cell(draft: Draft, cell: Span) -> str:
    return draft.text[cell.start - draft.start : cell.end - draft.start].lower()


def _cells(draft: Draft) -> tuple[Span, ...]:
    if len(draft.text) > 400 or not (
        "\t" in draft.text or "|" in draft.text or "   " in draft.text or "\xa0" in draft.text or draft.indent >= 12
    ):
        return ()
    spans, at = [], 0
    for match in [*_GAP.finditer(draft.text), None]:
        end = match.start() if match else len(draft.text)
        spans.append(Span(draft.start + at, draft.start + end))
        at = match.end() if match else end
    if len(spans) >= 2:
        return () if _is_marker(draft.text[: spans[0].end - draft.start], len(spans)) else tuple(spans)
    return (Span(draft.start, draft.start), *spans) if draft.indent >= 12 else ()


def _is_marker(first: str, cells: int) -> bool:
    """Whether the gap stands behind a bullet, a list number or a clock time and parts no cells."""
    if clock(first) or not any(character.isalnum() for character in first):
        return True
    return cells == 2 and len(first) <= 3 and first[-1] in ".)"


def _close(drafts: list[Draft], run: list[int], groups: list[int]) -> None:
    full = [i for i in run if _GAP.search(drafts[i].text)]
    if len(full) < 2 or len(full) * 2 < run[-1] - run[0] + 1:
        return
    groups[0] += 1
    for index in range(run[0], run[-1] + 1):
        draft = drafts[index]
        draft.group = groups[0]
        if index in run:
            draft.cells = _cells(draft)
            draft.decide(BlockKind.ROW, "layout.row.columns")
        elif draft.open:
            draft.decide(BlockKind.HEADING, "layout.row.columns")


def join_records(drafts: list[Draft], cues: Cues, groups: list[int]) -> list[Draft]:
    """Join the lines of each record of a one-cell-a-line table into one ROW draft."""
    head = _head(drafts, cues)
    parts = chunks(drafts)
    if head is not None:
        counted = _counted(drafts, head, groups)
        if counted is not None:
            return counted
    return _chunked(drafts, parts, head, groups)


def _head(drafts: list[Draft], cues: Cues) -> tuple[int, int] | None:
    """Consecutive lines that are names of columns: first and one past the last."""
    start = -1
    for index, draft in enumerate([*drafts, None]):
        if (
            draft is not None
            and draft.open
            and draft.text.lower().strip(" :") in cues.columns
            and not (draft.gap and start >= 0)
        ):
            start = index if start < 0 else start
        else:
            if start >= 0 and index - start >= 2:
                return start, index
            start = index if draft is not None and draft.open and draft.text.lower() in cues.columns else -1
    return None


def _counted(drafts: list[Draft], head: tuple[int, int], groups: list[int]) -> list[Draft] | None:
    """Records of as many lines as the head has columns, counted 1, 2, 3 … in their first cell."""
    start, width = head[1], head[1] - head[0]
    rows = 0
    while start + (rows + 1) * width <= len(drafts):
        record = drafts[start + rows * width : start + (rows + 1) * width]
        if record[0].text.rstrip(".") != str(rows + 1) or any(not d.open or len(d.text) > _SHORT for d in record):
            break
        rows += 1
    if rows < 2:
        return None
    groups[0] += 1
    records = [_row(drafts[head[0] + n * width : head[0] + (n + 1) * width], groups[0]) for n in range(rows + 1)]
    return [*drafts[: head[0]], *records, *drafts[start + rows * width :]]


def _chunked(
    drafts: list[Draft], parts: list[list[Draft]], head: tuple[int, int] | None, groups: list[int]
) -> list[Draft]:
    """Groups of short lines between blank lines, each a record: under a head, or each opened by a place."""
    result: list[Draft] = []
    header = drafts[head[0] : head[1]] if head is not None else []
    index = 0
    while index < len(parts):
        run = index
        while run < len(parts) and (_is_record(parts[run]) or (run > index and _is_title(parts, run))):
            run += 1
        records = [p for p in parts[index:run] if len(p) > 1]
        if len(records) >= _ROWS and (_follows(parts, index, header) or _opened_by_place(records)):
            groups[0] += 1
            for part in parts[index:run]:
                result.extend(_records(part, header, groups[0]))
        else:
            run = max(run, index + 1)
            for part in parts[index:run]:
                result.extend(part)
        index = run
    if header and any(d.rule == "layout.row.cells" for d in result):
        return _with_header(result, header)
    return result


def _records(part: list[Draft], header: list[Draft], group: int) -> list[Draft]:
    """A group of lines as one row; the head of the columns, and what stands above it in the group, by themselves."""
    at = next((i for i, d in enumerate(part) if header and d is header[0]), None)
    if at is not None and at + len(header) <= len(part):
        rest = part[at + len(header) :]
        rows = [_row(header, group), *([_row(rest, group)] if rest else [])]
        return [*(_title(draft, group) for draft in part[:at]), *rows]
    return [_row(part, group) if len(part) > 1 else _title(part[0], group)]


def _is_record(part: list[Draft]) -> bool:
    if not 2 <= len(part) <= 8:
        return False
    return all(d.open and len(d.text) <= _SHORT and d.last not in ".:;," and ": " not in d.text for d in part)


def _is_title(parts: list[list[Draft]], index: int) -> bool:
    """A single line between records names the part of the table below it."""
    part = parts[index]
    return (
        len(part) == 1
        and part[0].open
        and len(part[0].text) <= _SHORT
        and index + 1 < len(parts)
        and _is_record(parts[index + 1])
    )


def _opened_by_place(records: list[list[Draft]]) -> bool:
    return sum(bool(_PLACE.match(r[0].text)) for r in records) * 3 >= len(records) * 2


def _follows(parts: list[list[Draft]], index: int, header: list[Draft]) -> bool:
    """Whether the run begins with the head, or stands at most one title below it."""
    if not header:
        return False
    near = [*parts[max(0, index - 2) : index + 1]]
    return any(draft is header[0] for part in near for draft in part)


def _with_header(drafts: list[Draft], header: list[Draft]) -> list[Draft]:
    """The head as one row, where it is not part of a row already."""
    at = next((i for i, d in enumerate(drafts) if d is header[0]), None)
    if at is None:
        return drafts
    group = next(d.group for d in drafts if d.rule == "layout.row.cells")
    return [*drafts[:at], _row(header, group), *drafts[at + len(header) :]]


def _row(lines: list[Draft], group: int) -> Draft:
    first, last = lines[0], lines[-1]
    text = "\n".join(d.text for d in lines)
    draft = Draft(first.start, last.end, text, first.indent, first.gap, group=group)
    draft.cells = tuple(Span(d.start, d.end) for d in lines)
    draft.decide(BlockKind.ROW, "layout.row.cells")
    return draft


def _title(draft: Draft, group: int) -> Draft:
    draft.group = group
    draft.decide(BlockKind.HEADING, "layout.row.cells")
    return draft
