"""Programmes: which lines belong to which hours, and which sessions run side by side."""

from __future__ import annotations

import re

from extract.s2_layout import Block, BlockKind
from extract.s7_frames.sessions.clock import Hours
from extract.s7_frames.sessions.days import Days
from extract.s7_frames.sessions.items import is_room, parse, top_people
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.lines import Line, anyone, in_brackets, labelled, prose_hours
from extract.s7_frames.sessions.scene import Scene
from extract.s7_frames.sessions.slots import Slots
from extract.s7_frames.sessions.view import View

_SUBITEM = re.compile(r"\s*(?:[A-Z]{1,2}\d{0,2}[.)]\s|[a-z]\)\s)")
_PARALLEL = re.compile(r"równoleg", re.IGNORECASE)


class Programme:
    """Reads the slots of a programme."""

    def __init__(self, view: View, scene: Scene, days: Days, slots: Slots) -> None:
        self._view = view
        self._scene = scene
        self._days = days
        self._slots = slots
        self._slot: tuple[Hours | None, Cue | None] | None = None
        """Hours and kind under which sub-items stand."""

    @property
    def open(self) -> bool:
        """Whether sub-items may follow."""
        return self._slot is not None

    def close(self) -> None:
        """No sub-items follow any more."""
        self._slot = None

    def read(self, lines: list[Line], i: int) -> int:
        """A slot: its line and those below that belong to it."""
        j = i + 1
        while j < len(lines) and self._continues(lines, i, j):
            j += 1
        self._read_slot(lines[i].hours, [ln for ln in lines[i:j] if not ln.empty])
        return j

    def _continues(self, lines: list[Line], i: int, j: int) -> bool:
        line, head = lines[j], lines[i]
        if line.hours is not None and not prose_hours(self._view, line):
            return False
        if self._slot is not None and self._slot_goes_on(head.hours) and self.starts_sub_item(line):
            return False
        if self._under(line.block, head.block.index):
            return not (line.block.marker and line.block.marker == head.block.marker)
        if line.chunk != head.chunk or line.block.kind in (BlockKind.HEADING, BlockKind.HEADLINE, BlockKind.PARAGRAPH):
            return False
        return self._days.heading(line.block.span) is None or bool(top_people(self._view, line.span))

    def _under(self, block: Block, owner: int) -> bool:
        """Whether the block belongs to another, perhaps by way of a label between them."""
        blocks = self._view.context.layout.blocks
        for _ in range(3):
            if block.owner < 0:
                return False
            if block.owner == owner:
                return True
            block = blocks[block.owner]
        return False

    def read_above(self, lines: list[Line], i: int) -> int:
        """A slot whose hours stand below its lines."""
        last = i
        while lines[last].block.index != lines[i].block.owner:
            last += 1
        self._read_slot(lines[last].hours, lines[i:last])
        return last + 1

    def hours_below(self, lines: list[Line], i: int) -> bool:
        """Whether the line belongs to hours that stand below it, alone on their line."""
        owner = lines[i].block.owner
        if owner <= lines[i].block.index:
            return False
        below = next((ln for ln in lines[i + 1 :] if ln.block.index == owner), None)
        return below is not None and below.hours is not None

    def _read_slot(self, hours: Hours | None, lines: list[Line]) -> None:
        scene = self._scene
        scene.current = None
        scene.pending = None
        if not self._slot_goes_on(hours):
            self._slot = None
        rooms = self._by_rooms(lines)
        if len(rooms) > 1:
            for part in rooms:
                self._slots.read(hours, part, None)
            return
        lines = rooms[0] if rooms else []
        if not lines:
            self._slot = (hours, None)
            return
        item = parse(self._view, lines[0].span)
        parallel = item.plural or bool(_PARALLEL.search(self._view.text, *lines[0].span))
        subs = [k for k, ln in enumerate(lines[1:], 1) if self.starts_sub_item(ln)]
        below = lines[1:]
        if not subs and item.cue is not None and item.cue.is_session and item.title is None and len(below) > 1:
            if all(ln.block.marker and anyone(self._view, ln) for ln in below):
                subs = list(range(1, len(lines)))
        if parallel or (subs and not top_people(self._view, lines[0].span)):
            self._slot = (hours, item.cue)
            starts = subs or [k for k in range(1, len(lines)) if top_people(self._view, lines[k].span)]
            if subs and not item.plural and item.title is not None and item.cue is not None and item.cue.group:
                self._slots.read(hours, lines[: subs[0]], None, item)
            for start, end in zip(starts, [*starts[1:], len(lines)], strict=bool(starts)):
                self._read_sub(hours, lines[start:end], item.cue)
            return
        for part in self._parts(lines):
            self._slots.read(hours, part, None, item if part[0] is lines[0] else None)

    def _by_rooms(self, lines: list[Line]) -> list[list[Line]]:
        """The lines of a slot without those of rooms, which part the sessions that run side by side."""
        parts: list[list[Line]] = [[]]
        for line in lines:
            if is_room(self._view, line.span):
                self._scene.fired.add("frames.sessions.room")
                parts.append([])
            else:
                parts[-1].append(line)
        return [p for p in parts if p]

    def _slot_goes_on(self, hours: Hours | None) -> bool:
        """Whether the hours lie within those of the parallel sessions above."""
        slot = self._slot[0] if self._slot is not None else None
        return slot is not None and hours is not None and slot.end is not None and slot.start <= hours.start < slot.end

    def _parts(self, lines: list[Line]) -> list[list[Line]]:
        """Several sessions under one hour: titles and people take turns."""
        parts: list[list[Line]] = [[lines[0]]]
        view = self._view
        named = bool(top_people(view, lines[0].span))
        for k, line in enumerate(lines[1:], 1):
            people = bool(anyone(self._view, line))
            more = any(anyone(self._view, later) for later in lines[k + 1 :])
            if not people and named and more and not labelled(self._view, line.span) and parts[-1][0] is not line:
                if any(in_brackets(self._view, ln) for ln in parts[-1]):
                    parts.append([line])
                    named = False
                    continue
            parts[-1].append(line)
            named = named or people
        return parts

    def starts_sub_item(self, line: Line) -> bool:
        """Whether a line begins one of several sessions that share their hours."""
        view = self._view
        if line.hours is not None or line.block.span.end - line.block.span.start > 400:
            return False
        if _SUBITEM.match(view.text, line.block.span.start) or re.fullmatch(
            r"(?:[A-Za-z]\d?|\d{1,2})[.)]", line.block.marker
        ):
            return line.span.start == line.block.span.start
        first, last = view.range(line.span)
        mark = next(iter(view.marks(first, min(last, first + 2))), None)
        if mark is None or mark.cue is None or not mark.cue.is_session or mark.first != first:
            return False
        return mark.cue.group or (
            mark.last + 1 < last and view.tokens[mark.last + 1].text in ("A", "B", "C", "D", "I", "II", "1", "2", "3")
        )

    def read_sub_item(self, lines: list[Line], i: int) -> int:
        """One of several sessions that share their hours; the index of the next line."""
        assert self._slot is not None
        hours, cue = self._slot
        j = i + 1
        while (
            j < len(lines)
            and lines[j].chunk == lines[i].chunk
            and lines[j].hours is None
            and not self.starts_sub_item(lines[j])
        ):
            j += 1
        self._read_sub(hours, lines[i:j], cue)
        return j

    def _read_sub(self, hours: Hours | None, lines: list[Line], cue: Cue | None) -> None:
        """A session under shared hours: a talk below a section is a lecture without hours of its own."""
        view = self._view
        first, last = view.range(lines[0].span)
        section = any(m.cue is not None and m.cue.group for m in view.marks(first, min(last, first + 3)))
        if cue is not None and cue.group and not section and top_people(view, lines[0].span):
            self._slots.read(None, lines, view.lexicon.kinds["lecture"])
        else:
            self._slots.read(hours, lines, cue)
