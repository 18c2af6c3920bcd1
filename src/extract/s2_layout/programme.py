"""Programmes: lines with clock times, and the lines that belong to them."""

from __future__ import annotations

import itertools
import re

from extract.base import Span
from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues, first_word
from extract.s2_layout.lines import Draft
from extract.s2_layout.times import clock, weak_clock

_BAR = re.compile(r"[ \xa0]*[|\t][ \t\xa0]*")
_LONG = 200
_SENTENCE = 120
_NEAR = 2
_TIME = "layout.programme.time"
_OWN = "layout.programme.own-line"


def mark_programme(drafts: list[Draft], cues: Cues, groups: list[int]) -> None:
    """Make timed lines PROGRAMME items of one group a programme, and give them the lines below (or above)."""
    timed = [index for index, draft in enumerate(drafts) if _is_timed(draft)]
    timed = _with_weak(drafts, timed)
    if not timed or (len(timed) == 1 and not _announced(drafts, timed[0])):
        return
    for run in _runs(drafts, timed):
        _mark_run(drafts, cues, run, groups)


def _is_timed(draft: Draft) -> bool:
    if draft.kind in (BlockKind.FURNITURE, BlockKind.DATELINE, BlockKind.HEADLINE):
        return False
    if draft.kind is BlockKind.HEADING and not draft.marker:
        return False
    length = clock(draft.text)
    return length > 0 and not _is_prose(draft, length)


def _with_weak(drafts: list[Draft], timed: list[int]) -> list[int]:
    """Add the lines beside timed ones that begin with what may be a time."""
    sure = set(timed)
    for order in (range(len(drafts)), range(len(drafts) - 1, -1, -1)):
        last = None
        for index in order:
            draft = drafts[index]
            if index in sure:
                last = index
            elif last is not None and abs(index - last) <= _NEAR and _may_be_timed(draft, drafts[last]):
                sure.add(index)
                last = index
    return sorted(sure)


def _may_be_timed(draft: Draft, timed: Draft) -> bool:
    if draft.marker != timed.marker or draft.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return False
    return weak_clock(draft.text) > 0


def _is_prose(draft: Draft, length: int) -> bool:
    """A sentence that happens to begin with a time ("10 maja" never gets here, "12.30 wybiła" does)."""
    rest = draft.text[length:].lstrip()
    return bool(rest) and rest[0].islower() and draft.last == "." and len(draft.text) > 150 and not draft.marker


def _announced(drafts: list[Draft], index: int) -> bool:
    return index > 0 and (drafts[index - 1].last == ":" or drafts[index - 1].kind is BlockKind.HEADING)


def _runs(drafts: list[Draft], timed: list[int]) -> list[list[int]]:
    """Timed lines with no running text between them; day headings part nothing."""
    runs = [[timed[0]]]
    for before, index in itertools.pairwise(timed):
        between = drafts[before + 1 : index]
        if len(between) > 25 or any(len(d.text) > 2 * _LONG and d.last == "." for d in between):
            runs.append([])
        runs[-1].append(index)
    return runs


def _mark_run(drafts: list[Draft], cues: Cues, run: list[int], groups: list[int]) -> None:
    groups[0] += 1
    group = groups[0]
    outer = min(drafts[i].indent for i in run)
    for index in run:
        draft = drafts[index]
        own = (clock(draft.text) or weak_clock(draft.text)) >= len(draft.text.rstrip(" -–—|:"))
        draft.decide(BlockKind.PROGRAMME, _OWN if own else _TIME)
        draft.group = group
        draft.depth = 2 if draft.indent >= outer + 2 else 1
        draft.cells = bar_cells(draft)
    if _times_last(drafts, run):
        _own_above(drafts, run, group)
    else:
        _own_below(drafts, cues, run, group)


def bar_cells(draft: Draft) -> tuple[Span, ...]:
    """The cells of a line with bars or tabs, empty without."""
    if "|" not in draft.text and "\t" not in draft.text:
        return ()
    cells, at = [], 0
    for match in [*_BAR.finditer(draft.text), None]:
        end = match.start() if match else len(draft.text)
        if end > at:
            cells.append(Span(draft.start + at, draft.start + end))
        at = match.end() if match else end
    return tuple(cells)


def _times_last(drafts: list[Draft], run: list[int]) -> bool:
    """Whether the times stand below what they time: most are the last line of their group of lines, not the first."""
    first = last = 0
    for index in run:
        if drafts[index].rule != _OWN:
            return False
        above = drafts[index].gap > 0 or drafts[index - 1].kind is BlockKind.HEADING
        below = index + 1 == len(drafts) or drafts[index + 1].gap > 0
        first += above and not below
        last += below and not above
    return last > first


def _own_above(drafts: list[Draft], run: list[int], group: int) -> None:
    for index in run:
        above = index - 1
        while above >= 0 and drafts[above].open and len(drafts[above].text) <= _LONG:
            _join(drafts[above], drafts[index], group)
            if drafts[above].gap:
                break
            above -= 1


def _own_below(drafts: list[Draft], cues: Cues, run: list[int], group: int) -> None:
    """Lines below an item up to the next item, a heading of the page, or running text after a blank line."""
    spaced = any(_spaced(drafts, a, b) for a, b in itertools.pairwise(run))
    outer: Draft | None = None
    for number, index in enumerate(run):
        item = drafts[index]
        if item.depth == 1:
            outer = item
        elif outer is not None:
            item.owner = outer
        end = run[number + 1] if number + 1 < len(run) else len(drafts)
        for below in range(index + 1, end):
            draft = drafts[below]
            if draft.marker and draft.marker == item.marker and not draft.gap:
                draft.group, draft.depth = group, item.depth
                continue
            if _stops(drafts, cues, index, below, spaced, last=end == len(drafts)):
                break
            inner = item.depth == 1 or draft.indent > item.indent or outer is None
            _join(draft, item if inner else outer or item, group)


def _stops(drafts: list[Draft], cues: Cues, item: int, below: int, spaced: bool, *, last: bool) -> bool:
    draft = drafts[below]
    if draft.kind in (BlockKind.FURNITURE, BlockKind.DATELINE, BlockKind.HEADLINE):
        return True
    if draft.kind is BlockKind.HEADING and draft.rule == "layout.heading.day":
        return True
    if last and ":" in draft.text[:30] and first_word(draft.text) in cues.roles_event:
        return True
    if not draft.gap:
        return draft.last == "." and len(draft.text) > (_SENTENCE if last else 2 * _LONG)
    if drafts[item].depth == 1 and draft.indent <= drafts[item].indent and _opens_session(drafts, below, cues):
        return True
    return len(draft.text) > _LONG or (last and not _last_may_go_on(drafts, item, below, spaced))


def _opens_session(drafts: list[Draft], index: int, cues: Cues) -> bool:
    """A session named between two items opens the items below: only "Label: value" lines stand before the next."""
    if first_word(drafts[index].text) not in cues.containers:
        return False
    for draft in drafts[index + 1 : index + 5]:
        if draft.kind is BlockKind.PROGRAMME:
            return True
        if ": " not in draft.text[:30]:
            return False
    return False


def _spaced(drafts: list[Draft], item: int, following: int) -> bool:
    return any(d.gap and d.rule != "layout.heading.day" for d in drafts[item + 2 : following])


def _last_may_go_on(drafts: list[Draft], item: int, below: int, spaced: bool) -> bool:
    """After a blank line the last item keeps indented lines, what stands right below a time of its own, and, where the
    other items have blank lines in them, short lines that are no sentences."""
    draft = drafts[below]
    if spaced and drafts[item].rule == _OWN and draft.last not in ".:!?" and len(draft.text) <= 120:
        return draft.gap == 1 and not (below + 1 < len(drafts) and len(drafts[below + 1].text) > _SENTENCE)
    return draft.indent > drafts[item].indent or (below == item + 1 and drafts[item].rule == _OWN and draft.gap == 1)


def _join(draft: Draft, item: Draft, group: int) -> None:
    draft.owner = item
    if draft.kind is BlockKind.PROGRAMME:
        return
    draft.group = group
    draft.depth = item.depth + 1
    if draft.open:
        draft.decide(BlockKind.ITEM, item.rule)


def own_by_headings(drafts: list[Draft]) -> None:
    """Inside an item, the lines below a path's heading or a label belong to it and through it to the item."""
    item = head = label = None
    for draft in drafts:
        if draft.kind is BlockKind.PROGRAMME and draft.owner is None:
            item, head, label = draft, None, None
        elif item is not None and draft.owner is item:
            if draft.kind is BlockKind.HEADING:
                head, label = draft, None
            elif draft.kind is BlockKind.LABEL:
                draft.owner, label = head or item, draft
            else:
                label = None if draft.label is not None or draft.kind is BlockKind.PROGRAMME else label
                draft.owner = label or head or item
