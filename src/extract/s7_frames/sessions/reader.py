"""One event's text from top to bottom: headings, programme slots, lists, label lines, prose and direct speech."""

from __future__ import annotations

from collections.abc import Sequence

from extract.base import Span
from extract.s2_layout import Block
from extract.s7_frames.sessions.clock import Hours, inside
from extract.s7_frames.sessions.days import Days
from extract.s7_frames.sessions.items import top_people
from extract.s7_frames.sessions.lines import Line, labelled, prose_hours, read_lines
from extract.s7_frames.sessions.lists import Lists
from extract.s7_frames.sessions.programme import Programme
from extract.s7_frames.sessions.prose import Prose
from extract.s7_frames.sessions.scene import Draft, Pending, Scene
from extract.s7_frames.sessions.seats import Seats
from extract.s7_frames.sessions.sentence import EventTest
from extract.s7_frames.sessions.slots import ONLINE, Slots
from extract.s7_frames.sessions.speech import Speech
from extract.s7_frames.sessions.view import View


class Reader:
    """Reads the blocks of one event into a scene."""

    def __init__(self, view: View, scene: Scene, days: Days, is_event: EventTest) -> None:
        self._view = view
        self._scene = scene
        self._days = days
        self._prose = Prose(view, scene, is_event)
        seats = Seats(view, scene, self._prose)
        slots = Slots(view, scene, seats)
        self._programme = Programme(view, scene, days, slots)
        self._lists = Lists(view, scene, self._prose, seats, slots)
        self._speech = Speech(view, scene, self._prose)

    def read(self, blocks: Sequence[Block]) -> None:
        """All blocks in order."""
        lines = read_lines(self._view, blocks)
        i = 0
        while i < len(lines):
            i = self._next(lines, i)

    def _next(self, lines: list[Line], i: int) -> int:
        line = lines[i]
        self._scene.block = line.block.index
        self._day_heading(line)
        if line.hours is not None and not prose_hours(self._view, line):
            return self._programme.read(lines, i)
        if self._programme.hours_below(lines, i):
            return self._programme.read_above(lines, i)
        if self._programme.open and self._programme.starts_sub_item(line):
            return self._programme.read_sub_item(lines, i)
        if self._lists.read_agenda_heading(line) or self._lists.read_agenda(line) or self._lists.read_inline(line):
            return i + 1
        if self._lists.read(line):
            return i + 1
        if self._lists.read_heading(lines, i):
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
            self._programme.close()
            self._scene.pending = None

    def _shift(self, day: str) -> None:
        if day != self._scene.day:
            self._scene.day = day
            self._days.shifted = True

    def _paragraph(self, line: Line) -> None:
        view, scene = self._view, self._scene
        scene.scope = None
        scene.hours = None
        self._speech.begin()
        other = scene.current is not None and scene.current.block != scene.block
        if other and line.block.marker and not labelled(self._view, line.span):
            scene.current = None
        spans = line.block.sentences or (line.block.span,)
        for span in spans:
            day = None if self._days.single else self._days.named(span, current=scene.day)
            if day is not None:
                self._shift(day)
            elif self._days.single and (aside := self._days.named(span)) and aside != self._days.single:
                scene.day = aside
            if self._speech.read(span, line.block):
                continue
            hours = _hours_in(view, span)
            count = len(scene.drafts)
            self._prose.read(span, hours)
            for draft in scene.drafts[count:]:
                if draft.mode is None and ONLINE.search(view.text, span.start, span.end):
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
                rule = self._view.lexicon.biography
                self._scene.put(draft, people[0].key, draft.usual_role(), people[0].span, rule, 0.65)


def _hours_in(view: View, span: Span) -> list[Hours]:
    """Hours named in a sentence, by their own pattern and by the date stage."""
    found = inside(view.text, span)
    hours = [found] if found else []
    for mention in view.clock_times:
        if not span.covers(mention.span):
            continue
        if view.quote_at(view.tokens.at(mention.span.start)) is not None:
            continue
        following = view.tokens.at(mention.span.end)
        if following < len(view.tokens) and view.lexicon.cue(view.lemmas, following):
            continue
        if not any(h.span.overlaps(mention.span) for h in hours):
            start = (mention.start or "").split("T")[1][:5]
            end = (mention.end or "").partition("T")[2][:5]
            hours.append(Hours(start, end if end and end != start else None, mention.span))
    return sorted(hours, key=lambda h: h.span)
