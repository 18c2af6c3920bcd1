"""One event's text from top to bottom: headings, programme slots, lists, label lines, prose and direct speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.base import Span
from extract.s2_layout import Block, BlockKind
from extract.s4_dates import Precision
from extract.s7_frames.clauses import is_finite
from extract.s7_frames.sessions.casting import cast
from extract.s7_frames.sessions.clock import Hours, inside, leading
from extract.s7_frames.sessions.days import Days
from extract.s7_frames.sessions.items import Item, is_room, parse, top_people
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.prose import Prose
from extract.s7_frames.sessions.scene import Draft, Pending, Scene
from extract.s7_frames.sessions.sentence import EventTest
from extract.s7_frames.sessions.titles import clean
from extract.s7_frames.sessions.view import View, Who

_BLANK = re.compile(r"\n\s*\n")
_SHORT = 160
_SUBITEM = re.compile(r"\s*(?:[A-Z]{1,2}\d{0,2}[.)]\s|[a-z]\)\s)")
_PARALLEL = re.compile(r"równoleg", re.IGNORECASE)
_DATED = re.compile(
    r"\d{1,2}\.\s?\d{1,2}(?:\.\s?\d{4}(?:\s*r\.)?[\s,]*(?:\(?[^\W\d_]{5,12}\)?)?|\.?[\s,]*\(?[^\W\d_]{5,12}\)?)[\s,–-]*"
    r"(?=(?:godz\.?\s*)?\d{1,2}[:.]\d\d)"
)
_CLOCK_ONLY = re.compile(r"(?:\W|\d|godz|od|do|o)+", re.IGNORECASE)
_WORKSHOPS = re.compile(r"warsztat", re.IGNORECASE)
_ONLINE = re.compile(r"\b(?:on-?line|zdaln|w sieci|MS Teams|Zoom|ZOOM|do internetu|w internecie)", re.IGNORECASE)
_SPEECH = re.compile(r"^\s*[–—-]\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„])")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„])")


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
        return self.span.start >= self.span.end


class Reader:
    """Reads the blocks of one event into a scene."""

    def __init__(self, view: View, scene: Scene, days: Days, is_event: EventTest) -> None:
        self._view = view
        self._scene = scene
        self._days = days
        self._is_event = is_event
        self._prose = Prose(view, scene, is_event)
        self._slot: tuple[Hours | None, Cue | None] | None = None
        """Hours and kind under which sub-items stand."""
        self._speaking = False
        """Inside direct speech whose verb of saying is still to come."""

    def read(self, blocks: Sequence[Block]) -> None:
        """All blocks in order."""
        lines = self._lines(blocks)
        i = 0
        while i < len(lines):
            i = self._next(lines, i)

    def _lines(self, blocks: Sequence[Block]) -> list[Line]:
        text = self._view.text
        lines: list[Line] = []
        chunk = 0
        for block in blocks:
            if lines and _BLANK.search(text, lines[-1].block.span.end, block.span.start):
                chunk += 1
            start = self._after_date(block.span)
            hours = leading(text, Span(start, block.span.end))
            span = block.span if hours is None else Span(min(hours.span.end, block.span.end), block.span.end)
            for part in self._rows(block, span):
                lines.append(Line(block, part, hours if part.start == span.start else None, chunk))
        return lines

    def _rows(self, block: Block, span: Span) -> list[Span]:
        """The lines of a block that holds a sub-item and what stands under it; any other block as a whole."""
        text = self._view.text
        if block.owner < 0 or "\n" not in text[span.start : span.end]:
            return [span]
        rows = [Span(m.start(), m.end()) for m in re.compile(r"[^\n]*\S[^\n]*").finditer(text, span.start, span.end)]
        first, last = self._view.range(rows[0]) if rows else (0, 0)
        mark = next(iter(self._view.marks(first, min(last, first + 2))), None)
        grouped = mark is not None and mark.cue is not None and mark.cue.is_session
        bracketed = any(text[r.start : r.end].lstrip().startswith("(") for r in rows[1:])
        return rows if grouped or bracketed else [span]

    def _after_date(self, span: Span) -> int:
        """Where a line goes on after a date and a weekday: "8.05.2024 ŚRODA 19:00 – …"."""
        match = _DATED.match(self._view.text, span.start, span.end)
        return match.end() if match else span.start

    # ---- one step ------------------------------------------------------------------------------------------------------

    def _next(self, lines: list[Line], i: int) -> int:
        line = lines[i]
        self._scene.block = line.block.index
        self._day_heading(line)
        if line.hours is not None and not self._prose_hours(line):
            return self._programme(lines, i)
        if self._hours_below(lines, i):
            return self._above_hours(lines, i)
        if self._slot is not None and self._sub_item_start(line):
            return self._sub_item(lines, i)
        if self._listed(line):
            return i + 1
        if self._heading_session(lines, i):
            return i + 1
        self._paragraph(line)
        return i + 1

    def _day_heading(self, line: Line) -> None:
        block = line.block
        if top_people(self._view, block.span) and line.hours is None:
            return
        end = line.hours.span.start if line.hours is not None else block.span.end
        if line.hours is not None and line.hours.span.start == block.span.start:
            return
        day = self._days.heading(Span(block.span.start, max(end, block.span.start)))
        if day is not None and (self._view.range(block.span)[1] - self._view.range(block.span)[0] < 14):
            self._shift(day)
            self._slot = None
            self._scene.pending = None

    def _shift(self, day: str) -> None:
        if day != self._scene.day:
            self._scene.day = day
            self._days.shifted = True

    # ---- programme ------------------------------------------------------------------------------------------------------

    def _programme(self, lines: list[Line], i: int) -> int:
        """A slot: its line and those below that belong to it."""
        j = i + 1
        while j < len(lines) and self._continues(lines, i, j):
            j += 1
        self._read_slot(lines[i].hours, [ln for ln in lines[i:j] if not ln.empty])
        return j

    def _continues(self, lines: list[Line], i: int, j: int) -> bool:
        line, head = lines[j], lines[i]
        if line.hours is not None and not self._prose_hours(line):
            return False
        if self._slot is not None and self._slot_goes_on(head.hours) and self._sub_item_start(line):
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

    def _prose_hours(self, line: Line) -> bool:
        """Hours that open a sentence, not an item: "O godz. 10 rozpoczęła się msza"."""
        if line.block.kind is BlockKind.PROGRAMME:
            return False
        first, last = self._view.range(line.span)
        verbs = (i for i in range(first, min(last, first + 12)) if not self._view.opaque(i))
        return line.block.kind is BlockKind.PARAGRAPH and any(is_finite(self._view.tokens[i]) for i in verbs)

    def _hours_below(self, lines: list[Line], i: int) -> bool:
        """Whether the line belongs to hours that stand below it, alone on their line."""
        owner = lines[i].block.owner
        if owner <= lines[i].block.index:
            return False
        below = next((ln for ln in lines[i + 1 :] if ln.block.index == owner), None)
        return below is not None and below.hours is not None

    def _above_hours(self, lines: list[Line], i: int) -> int:
        last = i
        while lines[last].block.index != lines[i].block.owner:
            last += 1
        self._read_slot(lines[last].hours, lines[i:last])
        return last + 1

    def _read_slot(self, hours: Hours | None, lines: list[Line]) -> None:
        scene = self._scene
        scene.current = None
        scene.pending = None
        if not self._slot_goes_on(hours):
            self._slot = None
        rooms = self._by_rooms(lines)
        if len(rooms) > 1:
            for part in rooms:
                self._session(hours, part, None)
            return
        lines = rooms[0] if rooms else []
        if not lines:
            self._slot = (hours, None)
            return
        item = parse(self._view, lines[0].span)
        parallel = item.plural or bool(_PARALLEL.search(self._view.text, *lines[0].span))
        subs = [k for k, ln in enumerate(lines[1:], 1) if self._sub_item_start(ln)]
        if parallel or (subs and not top_people(self._view, lines[0].span)):
            self._slot = (hours, item.cue)
            starts = subs or [k for k in range(1, len(lines)) if top_people(self._view, lines[k].span)]
            for start, end in zip(starts, [*starts[1:], len(lines)], strict=bool(starts)):
                self._session(hours, lines[start:end], item.cue)
            return
        for part in self._parts(lines):
            self._session(hours, part, None, item if part[0] is lines[0] else None)

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
            people = bool(self._anyone(line))
            more = any(self._anyone(later) for later in lines[k + 1 :])
            if not people and named and more and not self._labelled(line.span) and parts[-1][0] is not line:
                if any(self._in_brackets(ln) for ln in parts[-1]):
                    parts.append([line])
                    named = False
                    continue
            parts[-1].append(line)
            named = named or people
        return parts

    def _anyone(self, line: Line) -> Sequence[Who]:
        return self._view.people_in(*self._view.range(line.span))

    def _in_brackets(self, line: Line) -> bool:
        people = self._anyone(line)
        return bool(people) and self._view.in_bracket(people[0].first)

    def _sub_item_start(self, line: Line) -> bool:
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

    def _sub_item(self, lines: list[Line], i: int) -> int:
        assert self._slot is not None
        hours, cue = self._slot
        j = i + 1
        while (
            j < len(lines)
            and lines[j].chunk == lines[i].chunk
            and lines[j].hours is None
            and not self._sub_item_start(lines[j])
        ):
            j += 1
        self._session(hours, lines[i:j], cue)
        return j

    def _session(self, hours: Hours | None, lines: list[Line], scope: Cue | None, item: Item | None = None) -> None:
        """One session from its lines: title in the first (or second), people in the rest."""
        view, scene = self._view, self._scene
        head = lines[0]
        scene.block = head.block.index
        item = item or parse(view, head.span, scope)
        rest = [ln.span for ln in lines[1:]]
        if item.cue is not None and item.cue.group and item.rest is None and rest:
            item, rest = self._under_path(item, lines, scope)
        elif item.title is None and rest and (item.rest is None or not top_people(view, item.rest)):
            second = parse(view, lines[1].span, item.cue)
            if second.title is not None and not self._labelled(lines[1].span):
                cue = second.cue if second.cue is not None and second.cue.is_session else item.cue
                item, rest = replace(second, cue=cue), rest[1:]
        elif item.title is None and item.cue is None and rest and self._title_line(lines[1]):
            second = parse(view, rest[0])
            item, rest = replace(second, rest=item.rest), rest[1:]
        elif item.rest is None and rest and _goes_on(view, lines[1].span):
            joined = f"{item.title} {rest[0].of(view.text)}"
            item, rest = replace(item, title=clean(joined)), rest[1:]
        spans = [s for s in (item.rest, *rest) if s is not None and s.end > s.start]
        people = [w for s in spans for w in top_people(view, s)]
        cue = item.cue or scope
        if cue is None and self._discussed(rest):
            cue = view.lexicon.kinds["panel"]
        cue = cue or self._cue_below(rest)
        if cue is None and self._led(spans):
            cue = view.lexicon.kinds["workshop"]
        if cue is None or cue.kind == "work":
            cue = view.lexicon.kinds["lecture" if people else "other"]
        if self._no_session(cue, item, people, spans) or self._cancelled(head.block.span):
            return
        draft = scene.open(cue, item.title, head.block.span, confidence=0.85, programme=True)
        if hours is None:
            hours = self._trailing_hours(head.block.span)
        if hours is not None:
            draft.start, draft.end = hours.start, hours.end
        if any(_ONLINE.search(view.text, ln.block.span.start, ln.block.span.end) for ln in lines):
            draft.mode = "online"
        self._people(draft, spans)

    def _title_line(self, line: Line) -> bool:
        """A line that can be the title of the person above it: a capital, nobody named, no label, no institution."""
        view = self._view
        first, last = view.range(line.span)
        if first == last or not (view.tokens[first].capital or view.tokens[first].text in '„"'):
            return False
        return not (
            self._anyone(line) or self._labelled(line.span) or view.in_institution(first) or is_room(view, line.span)
        )

    def _under_path(self, item: Item, lines: list[Line], scope: Cue | None) -> tuple[Item, list[Span]]:
        """A path or section: its title may stand on its own line, or on the next."""
        view = self._view
        rest = [ln.span for ln in lines[1:]]
        below = parse(view, lines[1].span, scope)
        short = _SUBITEM.match(view.text, lines[0].span.start) is None and not _named_group(view, lines[0].span)
        if short and below.title and not top_people(view, lines[1].span):
            return Item(self._cue_below(rest[1:]) or scope or below.cue, below.title, below.title_span, None), rest[1:]
        return item, rest

    def _cue_below(self, spans: Sequence[Span]) -> Cue | None:
        for span in spans[:3]:
            first, last = self._view.range(span)
            for mark in self._view.marks(first, min(last, first + 4)):
                if mark.cue is not None and mark.cue.is_session and not mark.cue.group:
                    return mark.cue
        return None

    def _discussed(self, spans: Sequence[Span]) -> bool:
        """Whether a line below the title begins with a label of a discussion: "Moderator:", "Paneliści:", "Dyskusję …"."""
        view = self._view
        for span in spans:
            first, last = view.range(span)
            for mark in view.marks(first, min(last, first + 3)):
                named = mark.role is not None and mark.role.role in ("moderator", "panelist")
                if named or (mark.cue is not None and mark.cue.kind == "panel"):
                    return True
        return False

    def _led(self, spans: Sequence[Span]) -> bool:
        """Whether somebody leads the item ("prowadzi X"): it is a workshop, where nothing else is said."""
        view = self._view
        return any(
            f.role == "lead"
            for span in spans
            for i in range(*view.range(span))
            if not view.opaque(i) and is_finite(view.tokens[i])
            for f in view.lexicon.frames(view.lemmas[i])
        )

    def _no_session(self, cue: Cue, item: Item, people: Sequence[Who], spans: Sequence[Span]) -> bool:
        if cue.kind == "none":
            self._scene.fired.add(cue.rule)
            return True
        if people:
            return False
        if item.title is not None and _CLOCK_ONLY.fullmatch(item.title):
            return True
        if (cue.kind == "ceremony" and cue.role == "opener") or cue.rule.endswith("summary"):
            return not any(self._view.people_in(*self._view.range(s)) for s in spans)
        return item.title is None or (len(item.title.split()) < 2 and cue.kind != "other" and item.cue is not None)

    def _cancelled(self, span: Span) -> bool:
        first, last = self._view.range(span)
        cancel = self._view.lexicon.cancel
        return any(self._view.lemmas[i] & cancel and self._view.tokens[i].text.isupper() for i in range(first, last))

    def _trailing_hours(self, span: Span) -> Hours | None:
        return inside(self._view.text, span)

    def _people(self, draft: Draft, spans: Sequence[Span]) -> None:
        """People of a session's lines: by labels and verbs first, the rest in the usual role."""
        view = self._view
        for span in spans:
            self._scene.current = draft
            pending = self._scene.pending
            before = set(draft.people)
            everyone = top_people(view, span)
            if pending is not None and everyone and not self._labelled(span):
                self._put_all(draft, pending.role, everyone, pending.rule)
                continue
            self._prose.read(span, within=draft)
            left = [w for w in everyone if w.key not in draft.people and w.key not in before]
            left = [w for w in left if w.key not in self._scene.absent and (w.key, "juror") not in self._scene.people]
            self._put_all(draft, "session", left, draft.cue.rule)
        if not draft.people:
            for span in spans:
                first, last = view.range(span)
                alone = [
                    w for w in view.people_in(first, last) if w.first - first <= 12 and view.quote_at(w.first) is None
                ]
                self._put_all(draft, "session", alone[:1] if draft.cue.is_session else [], draft.cue.rule)

    def _labelled(self, span: Span) -> bool:
        colon = self._view.text.find(":", span.start, min(span.end, span.start + 60))
        first, last = self._view.range(Span(span.start, colon)) if colon > 0 else (0, 0)
        return any(m.role is not None and m.first <= first + 1 for m in self._view.marks(first, last))

    def _put_all(
        self, draft: Draft | None, role: str, people: Sequence[Who], rule: str, confidence: float = 0.85
    ) -> None:
        held = cast(self._scene, role, draft)
        if held is None:
            return
        for who in people:
            if who.key not in self._scene.absent:
                self._scene.put(draft, who.key, held, who.span, rule, confidence)

    # ---- lists and headings -----------------------------------------------------------------------------------------------

    def _listed(self, line: Line) -> bool:
        """A line of the list that a label or an unfinished clause has announced."""
        scene, view = self._scene, self._view
        pending = scene.pending
        if pending is None:
            return False
        if self._labelled(line.span):
            pending.block = line.block.index
            return False
        if pending.heading and line.block.kind is BlockKind.HEADING and not self._anyone(line):
            scene.pending = None
            return False
        first, last = view.range(line.span)
        people = view.people_in(first, last)
        if not people or not self._belongs(line, pending, people[0].head <= first + 1):
            headed = pending.heading and line.block.kind is BlockKind.PARAGRAPH
            if headed:
                pending.block = line.block.index
            elif pending.started or line.block.index > pending.block + 1 or line.span.end - line.span.start > _SHORT:
                scene.pending = None
            return False
        pending.block, pending.started = line.block.index, True
        if pending.target is not None:
            pending.target.listed = True
        scene.fired.add(pending.rule)
        item = parse(view, line.span, pending.cue)
        if pending.items and item.title is not None:
            self._list_session(line, item, pending)
            return True
        sentence = self._first_sentence(line)
        chosen = [people[0], *(w for w in top_people(view, sentence) if w.first != people[0].first)]
        if pending.cue is not None and pending.target is None:
            self._list_session(line, item, pending)
            return True
        targets = [pending.target, *pending.more]
        for target in targets:
            self._put_all(target, pending.role, chosen, pending.rule)
        return True

    def _belongs(self, line: Line, pending: Pending, starts: bool) -> bool:
        """Whether the line is of the announced list."""
        block = line.block
        if block.owner >= 0 and block.owner == pending.origin:
            return True
        if block.index > pending.block + 1:
            return False
        if block.kind is BlockKind.PARAGRAPH:
            first, last = self._view.range(line.span)
            if starts and self._dash_after_name(line):
                return True
            if any(not self._view.opaque(i) and is_finite(self._view.tokens[i]) for i in range(first, last)):
                return False
            return starts and block.span.end - block.span.start < 2 * _SHORT
        if pending.heading and block.kind is BlockKind.HEADING:
            return True
        return starts or bool(block.marker) or block.kind is BlockKind.ITEM

    def _dash_after_name(self, line: Line) -> bool:
        """ "Jan Nowak – prawnik, …": a line about one person, however long."""
        people = self._anyone(line)
        after = people[0].last + 1 if people else 0
        return bool(people) and after < len(self._view.tokens) and self._view.tokens[after].text in "–—-"

    def _list_session(self, line: Line, item: Item, pending: Pending) -> None:
        cue = (
            item.cue
            if item.cue is not None and item.cue.is_session
            else pending.cue or self._view.lexicon.kinds["lecture"]
        )
        draft = self._scene.open(cue, item.title, line.block.span, confidence=0.85, programme=True)
        hours = inside(self._view.text, line.block.span)
        if hours is not None:
            draft.start, draft.end = hours.start, hours.end
        self._scene.pending = None
        self._people(draft, [item.rest if item.rest is not None else line.span])
        self._scene.pending = pending

    def _first_sentence(self, line: Line) -> Span:
        match = _SENTENCE_END.search(self._view.text, line.span.start, line.span.end)
        return Span(line.span.start, match.start()) if match else line.span

    def _heading_session(self, lines: list[Line], i: int) -> bool:
        """ "Panel: Jak zmieniać prawo?" or "Warsztaty:" as a line of its own, people or items below it."""
        view, line = self._view, lines[i]
        first, last = view.range(line.span)
        mark = next((m for m in view.marks(first, min(last, first + 3)) if m.cue is not None), None)
        if mark is None or mark.cue is None or not mark.cue.is_session or not self._is_heading(line, mark.cue):
            return False
        item = parse(view, line.span)
        bare = item.title is None and all(
            not t.text[0].isalpha() or t.index <= mark.last for t in view.tokens[first:last]
        )
        if item.title is None and (item.plural or bare):
            self._scene.pending = Pending(
                "session", None, mark.cue.rule, line.block.index, True, mark.cue, origin=line.block.index, heading=True
            )
            return True
        if not self._people_below(lines, i):
            return False
        draft = self._scene.open(mark.cue, item.title, line.block.span, confidence=0.85, programme=True)
        role = "attend" if draft.kind == "panel" else "session"
        self._scene.pending = Pending(role, draft, mark.cue.rule, line.block.index, origin=line.block.index)
        if draft.cue.group:
            talks = view.lexicon.kinds["workshop" if _WORKSHOPS.search(view.text, *line.span) else "lecture"]
            self._scene.pending = Pending(
                "session", None, talks.rule, line.block.index, True, talks, origin=line.block.index
            )
        self._prose.read(line.span, within=draft)
        return True

    def _is_heading(self, line: Line, cue: Cue) -> bool:
        view = self._view
        first, last = view.range(line.span)
        if line.span.end - line.span.start > _SHORT or line.block.kind is BlockKind.HEADLINE:
            return False
        if cue.prose == "never" and (cue.kind != "ceremony" or last - first > 5):
            return False
        colon = next((i for i in range(first, min(last, first + 5)) if view.tokens[i].text == ":"), last)
        outside = (t for t in view.tokens[first:colon] if not view.opaque(t.index))
        if any(is_finite(t) for t in outside):
            return False
        return not any(not view.in_bracket(w.first) for w in top_people(view, line.span))

    def _people_below(self, lines: list[Line], i: int) -> bool:
        """Whether one of the next lines is of people or of a role."""
        for line in lines[i + 1 : i + 4]:
            people = self._anyone(line)
            first, _ = self._view.range(line.span)
            if self._labelled(line.span) or (people and people[0].head <= first + 1):
                return True
            if people or line.span.end - line.span.start > _SHORT:
                return False
        return False

    # ---- prose ------------------------------------------------------------------------------------------------------------

    def _paragraph(self, line: Line) -> None:
        view, scene = self._view, self._scene
        scene.scope = None
        scene.hours = None
        self._speaking = False
        other = scene.current is not None and scene.current.block != scene.block
        if other and line.block.marker and not self._labelled(line.span):
            scene.current = None
        spans = line.block.sentences or (line.block.span,)
        for span in spans:
            day = None if self._days.single else self._days.named(span, current=scene.day)
            if day is not None:
                self._shift(day)
            elif self._days.single and (other := self._days.named(span)) and other != self._days.single:
                scene.day = other
            if self._speech(span, line.block):
                continue
            hours = _hours_in(view, span)
            count = len(scene.drafts)
            self._prose.read(span, hours)
            for draft in scene.drafts[count:]:
                if draft.mode is None and _ONLINE.search(view.text, span.start, span.end):
                    draft.mode = "online"
            if self._days.single:
                scene.day = self._days.single
            self._biography(line, scene.drafts[count:])
            if view.text[span.end - 1] == ":" and scene.scope is not None and scene.pending is None:
                scene.pending = Pending(
                    "session", None, scene.scope.rule, line.block.index, True, scene.scope, origin=line.block.index
                )

    def _biography(self, line: Line, drafts: Sequence[Draft]) -> None:
        """A paragraph about one person, who opens it: a session that it names without people is that person's."""
        first, last = self._view.range(line.block.span)
        people = self._view.people_in(first, last)
        if not people or people[0].head > first + 1 or not people[0].nominative:
            return
        after = self._view.tokens[people[0].last + 1].text if people[0].last + 1 < last else ""
        if after not in ("–", "—", "-", ",", "(", "."):
            return
        for draft in drafts:
            if draft.title and not draft.people and draft.kind in ("lecture", "workshop", "presentation"):
                rule = self._view.lexicon.possessive
                self._scene.put(draft, people[0].key, draft.usual_role(), people[0].span, rule, 0.65)

    def _speech(self, span: Span, block: Block) -> bool:
        """Direct speech: whoever says it is quoted; nothing else in it counts."""
        view = self._view
        first, last = view.range(span)
        begins = _SPEECH.match(view.text[span.start : span.end]) is not None
        marked = block.marker in ("–", "—", "-") and span.start == block.span.start
        if (begins or marked) and self._says(Span(span.start, block.span.end)):
            self._speaking = True
        for i in range(first + 1, last):
            if (
                view.opaque(i)
                or not view.lemmas[i] & view.lexicon.quote_verbs
                or not view.tokens[i].pos_is("praet", "fin")
            ):
                continue
            if self._speaking and view.tokens[i - 1].text in '–—-,”"':
                self._quoted(i, first, last, before=False)
                self._speaking = False
                self._prose.read(Span(view.tokens[i].start, span.end))
                return True
            if self._quotes_beside(i, first, last) or self._reported(i, first, last):
                self._quoted(i, first, last, before=True)
                return False
        return self._speaking

    def _reported(self, verb: int, first: int, last: int) -> bool:
        """ "Jak podkreśla X, …", "X zaznaczyła, że …"."""
        tokens = self._view.tokens
        if verb > first and tokens[verb - 1].lower == "jak":
            return True
        following = [
            tokens[i].lower
            for i in range(verb + 1, min(verb + 16, last - 1))
            if tokens[i].text == "," and tokens[i + 1].lower in ("że", "iż")
        ]
        return bool(following)

    def _says(self, span: Span) -> bool:
        """Whether a verb of saying follows a dash somewhere in the stretch."""
        view = self._view
        return any(
            view.lemmas[i] & view.lexicon.quote_verbs
            and view.tokens[i].pos_is("praet", "fin")
            and view.tokens[i - 1].text in '–—-,”"'
            for i in range(view.range(span)[0] + 1, view.range(span)[1])
        )

    def _quotes_beside(self, verb: int, first: int, last: int) -> bool:
        """Whether somebody's words stand in quotation marks right before the verb, or after its subject."""
        view = self._view
        for quote in view.quotes_in(first, last):
            gap = verb - quote.last
            if 0 < gap <= 2 and view.tokens[verb - 1].text in '–—-,”"':
                return True
            inner = quote.span.of(view.text)
            if (
                quote.first > verb
                and len(inner.split()) >= 3
                and (inner[:1].islower() or view.tokens[quote.first - 1].text == ":")
            ):
                return True
        return False

    def _quoted(self, verb: int, first: int, last: int, *, before: bool) -> None:
        view, scene = self._view, self._scene
        people = [w for w in view.people_in(verb, last) if w.nominative]
        if not people and before:
            people = [w for w in view.people_in(first, verb) if w.nominative][-1:]
        panel = scene.nearby()
        for who in people[:1]:
            if (
                panel is not None
                and panel.kind == "panel"
                and any(f.role == "moderator" for f in panel.people.values())
            ):
                scene.put(panel, who.key, "panelist", who.span, view.lexicon.discussion, 0.6)
            else:
                scene.put(None, who.key, "quoted", who.span, self._quote_rule(verb), 0.85)

    def _quote_rule(self, i: int) -> str:
        frames = [f for f in self._view.lexicon.frames(self._view.lemmas[i]) if f.role == "quoted"]
        return frames[0].rule if frames else ""


def _goes_on(view: View, span: Span) -> bool:
    """Whether a line continues the title above: it begins with a dash or a small letter and names nobody."""
    text = span.of(view.text).lstrip()
    first, last = view.range(span)
    begins = text[:1].islower() or text[:2] in ("- ", "– ", "— ")
    return begins and not view.people_in(first, last) and not any(is_finite(t) for t in view.tokens[first:last])


def _named_group(view: View, span: Span) -> bool:
    """Whether a section's line has a name after its letter: "Sesja A. Laboratorium"."""
    first, last = view.range(span)
    words = [
        t for t in view.tokens[first:last] if t.text.isalpha() and len(t.text) > 2 and not view.in_bracket(t.index)
    ]
    return len(words) >= 3 and "." in {t.text for t in view.tokens[first:last]}


def _hours_in(view: View, span: Span) -> list[Hours]:
    """Hours named in a sentence, by their own pattern and by the date stage."""
    found = inside(view.text, span)
    hours = [found] if found else []
    for mention in view.context.dates.mentions:
        if mention.precision is not Precision.TIME or not span.covers(mention.span) or "T" not in (mention.start or ""):
            continue
        following = view.tokens.at(mention.span.end)
        if following < len(view.tokens) and view.lexicon.cue(view.lemmas, following):
            continue
        if not any(h.span.overlaps(mention.span) for h in hours):
            start = (mention.start or "").split("T")[1][:5]
            end = (mention.end or "").partition("T")[2][:5]
            hours.append(Hours(start, end if end and end != start else None, mention.span))
    return sorted(hours, key=lambda h: h.span)
