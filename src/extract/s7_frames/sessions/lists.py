"""Lists of people and talks that a label, a heading or an unfinished clause has announced."""

from __future__ import annotations

import re

from extract.base import Span
from extract.s2_layout import BlockKind
from extract.s7_frames.clauses import is_finite
from extract.s7_frames.sessions.clock import inside
from extract.s7_frames.sessions.items import Item, leading_day, parse, top_people
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.lines import Line, anyone, labelled
from extract.s7_frames.sessions.prose import Prose
from extract.s7_frames.sessions.scene import Pending, Scene
from extract.s7_frames.sessions.seats import Seats
from extract.s7_frames.sessions.slots import Slots
from extract.s7_frames.sessions.titles import clean
from extract.s7_frames.sessions.view import View

_SHORT = 160
_PRIZE = re.compile(r"\W*(?:(?:[IVX]{1,4}|\d\.?)\s+)?(?:miejsc|nagrod|wyróżni|laurea|grand prix)", re.IGNORECASE)
_PRIZE_LAST = re.compile(r"(?:[IVX]{1,4}\s+(?:miejsce|nagroda)|wyróżnienie|grand prix)\W*$", re.IGNORECASE)
_WORKSHOPS = re.compile(r"warsztat", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„])")


class Lists:
    """Reads announced lists and the headings of sessions."""

    def __init__(self, view: View, scene: Scene, prose: Prose, seats: Seats, slots: Slots) -> None:
        self._view = view
        self._scene = scene
        self._prose = prose
        self._seats = seats
        self._slots = slots
        self._agenda = -1
        """Index of the block of the agenda's heading, or of its last item."""

    def read_agenda(self, line: Line) -> bool:
        """An item of a programme without hours, under a heading that announces one."""
        block, view = line.block, self._view
        if not block.marker or labelled(view, line.span):
            return False
        item = parse(view, line.span)
        if self._agenda < 0 or block.index > self._agenda + 1:
            return self._names_itself(line, item)
        self._agenda = block.index
        if not anyone(view, line) and (item.cue is None or not item.cue.is_session):
            return item.cue is not None and item.cue.kind == "none"
        self._scene.pending = None
        self._slots.read(None, [line], None)
        return True

    def _names_itself(self, line: Line, item: Item) -> bool:
        """An item that begins with a session noun and has a title: "– wykład „Sól” (dr Jan Nowak),"."""
        view = self._view
        first, last = view.range(line.span)
        mark = next((m for m in view.marks(first, min(last, first + 1)) if m.cue is not None), None)
        if mark is None or mark.cue is None or not mark.cue.is_session or mark.cue.prose != "people":
            return False
        verbs = any(view.finite[i] and not view.opaque(i) for i in range(first, last))
        if verbs or item.title is None or not any(True for _ in view.quotes_in(first, last)):
            return False
        self._scene.pending = None
        self._slots.read(None, [line], None)
        return True

    def read_inline(self, line: Line) -> bool:
        """ "Panel I. Rynek pracy. Moderator: X. Paneliści: …": a heading with its labels in one paragraph."""
        view, sentences = self._view, line.block.sentences
        if len(sentences) < 2 or not all(labelled(view, s) for s in self._rest(sentences)):
            return False
        head = next((k for k, s in enumerate(sentences) if labelled(view, s)), 0)
        span = Span(sentences[0].start, sentences[max(0, head - 1)].end)
        first, last = view.range(span)
        mark = next((m for m in view.marks(first, min(last, first + 2)) if m.cue is not None), None)
        if head == 0 or mark is None or mark.cue is None or not mark.cue.is_session:
            return False
        if not self._is_heading(Line(line.block, span, None, line.chunk), mark.cue):
            return False
        item = parse(view, span)
        draft = self._scene.open(mark.cue, item.title, line.block.span, confidence=0.8, programme=True)
        for sentence in sentences[head:]:
            self._prose.read(sentence, within=draft)
        return True

    def _rest(self, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
        """The sentences from the first label on."""
        start = next((k for k, s in enumerate(sentences) if labelled(self._view, s)), 0)
        return sentences[start:]

    def read_agenda_heading(self, line: Line) -> bool:
        """ "Program konferencji:" as a line of its own."""
        view = self._view
        first, last = view.range(line.span)
        if last - first > 6 or anyone(view, line) or any(is_finite(t) for t in view.tokens[first:last]):
            return False
        cue = next((m.cue for m in view.marks(first, min(last, first + 2)) if m.cue is not None), None)
        if cue is None or cue.kind != "agenda":
            return False
        self._agenda = line.block.index
        self._scene.fired.add(cue.rule)
        return True

    def read(self, line: Line) -> bool:
        """A line of the list that a label or an unfinished clause has announced."""
        scene, view = self._scene, self._view
        pending = scene.pending
        if pending is None:
            return False
        if labelled(self._view, line.span):
            pending.block = line.block.index
            return False
        if pending.items and self._of_prizes(line):
            scene.pending = None
            return False
        if pending.heading and line.block.kind is BlockKind.HEADING and not anyone(self._view, line):
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
        talk = pending.role == "attend" and pending.target is None and self._names_talk(line, item)
        if talk or (pending.cue is not None and pending.target is None):
            self._list_session(line, item, pending)
            return True
        targets = [pending.target, *pending.more]
        for target in targets:
            self._seats.put(target, pending.role, chosen, pending.rule)
        return True

    def _of_prizes(self, line: Line) -> bool:
        """A line of laureates, not of talks: a place or a prize begins or ends it."""
        text, span = self._view.text, line.span
        return bool(_PRIZE.match(text, span.start, span.end) or _PRIZE_LAST.search(text, span.start, span.end))

    def _names_talk(self, line: Line, item: Item) -> bool:
        """ "dr Jan Nowak – „Sól ziemi”" where people speak: a talk."""
        if self._scene.kind not in ("konferencja", "seminarium", "kongres", "forum") or item.title is None:
            return False
        quotes = self._view.quotes_in(*self._view.range(line.span))
        return any(clean(q.span.of(self._view.text)) == item.title for q in quotes)

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
            if any(not self._view.opaque(i) and self._view.finite[i] for i in range(first, last)):
                return False
            return starts and block.span.end - block.span.start < 2 * _SHORT
        if pending.heading and block.kind is BlockKind.HEADING:
            return True
        return starts or bool(block.marker) or block.kind is BlockKind.ITEM

    def _dash_after_name(self, line: Line) -> bool:
        """ "Jan Nowak – prawnik, …": a line about one person, however long."""
        people = anyone(self._view, line)
        after = people[0].last + 1 if people else 0
        return bool(people) and after < len(self._view.tokens) and self._view.tokens[after].text in "–—-"

    def _list_session(self, line: Line, item: Item, pending: Pending) -> None:
        cue = (
            item.cue
            if item.cue is not None and item.cue.is_session
            else pending.cue or self._view.lexicon.kinds["lecture"]
        )
        draft = self._scene.open(cue, item.title, line.block.span, confidence=0.85, programme=True)
        day = leading_day(self._view, line.span)
        if day is not None and day.start is not None:
            draft.day = day.start[:10]
        hours = inside(self._view.text, line.block.span)
        if hours is not None:
            draft.start, draft.end = hours.start, hours.end
        self._scene.pending = None
        self._seats.fill(draft, [item.rest if item.rest is not None else line.span])
        self._scene.pending = pending

    def _first_sentence(self, line: Line) -> Span:
        match = _SENTENCE_END.search(self._view.text, line.span.start, line.span.end)
        return Span(line.span.start, match.start()) if match else line.span

    def read_heading(self, lines: list[Line], i: int) -> bool:
        """ "Panel: Co po burzy?" or "Warsztaty:" as a line of its own, people or items below it."""
        view, line = self._view, lines[i]
        first, last = view.range(line.span)
        mark = next((m for m in view.marks(first, min(last, first + 3)) if m.cue is not None), None)
        if mark is None or mark.cue is None or not mark.cue.is_session or not self._is_heading(line, mark.cue):
            return False
        item = parse(view, line.span)
        bare = item.title is None and all(
            not t.text[0].isalpha() or t.index <= mark.last or view.in_bracket(t.index) for t in view.tokens[first:last]
        )
        if item.title is None and (item.plural or bare):
            self._scene.pending = Pending(
                "session", None, mark.cue.rule, line.block.index, True, mark.cue, origin=line.block.index, heading=True
            )
            return True
        if not self._people_below(lines, i) or (mark.cue.group and any(map(self._of_prizes, lines[i + 1 : i + 4]))):
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
            people = anyone(self._view, line)
            first, _ = self._view.range(line.span)
            if labelled(self._view, line.span) or (people and people[0].head <= first + 1):
                return True
            if people or line.span.end - line.span.start > _SHORT:
                return False
        return False
