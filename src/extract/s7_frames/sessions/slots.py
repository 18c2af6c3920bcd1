"""One slot of a programme: its session's kind, title and people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.base import Span
from extract.s7_frames.clauses import is_finite
from extract.s7_frames.sessions.clock import Hours, inside
from extract.s7_frames.sessions.items import Item, is_room, parse, top_people
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.lines import Line, anyone, labelled
from extract.s7_frames.sessions.scene import Scene
from extract.s7_frames.sessions.seats import Seats
from extract.s7_frames.sessions.titles import clean
from extract.s7_frames.sessions.view import View, Who

_SUBITEM = re.compile(r"\s*(?:[A-Z]{1,2}\d{0,2}[.)]\s|[a-z]\)\s)")
_CLOCK_ONLY = re.compile(r"(?:\W|\d|godz|od|do|o)+", re.IGNORECASE)
ONLINE = re.compile(r"\b(?:on-?line|zdaln|MS Teams|Zoom|ZOOM|do internetu|w internecie)", re.IGNORECASE)


class Slots:
    """Makes sessions of the lines of slots."""

    def __init__(self, view: View, scene: Scene, seats: Seats) -> None:
        self._view = view
        self._scene = scene
        self._seats = seats

    def read(self, hours: Hours | None, lines: list[Line], scope: Cue | None, item: Item | None = None) -> None:
        """One session from its lines: title in the first (or second), people in the rest."""
        view, scene = self._view, self._scene
        head = lines[0]
        scene.block = head.block.index
        item = item or parse(view, head.span, scope)
        rest = [ln.span for ln in lines[1:]]
        talks: list[Line] = []
        if item.cue is not None and item.cue.group and len(lines) > 2:
            talks = [ln for ln in lines[1:] if self._is_talk(ln)]
            if len(talks) > 1:
                lines = [ln for ln in lines if ln not in talks]
                rest = [ln.span for ln in lines[1:]]
            else:
                talks = []
        if item.cue is not None and item.cue.group and item.rest is None and rest:
            item, rest = self._under_path(item, lines, scope)
        elif item.title is None and rest and (item.rest is None or not top_people(view, item.rest)):
            second = parse(view, lines[1].span, item.cue)
            if second.title is not None and not labelled(self._view, lines[1].span):
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
        cue = cue or self._solemn(head.span)
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
            hours = inside(view.text, head.span)
        if hours is not None:
            draft.start, draft.end = hours.start, hours.end
        if any(ONLINE.search(view.text, ln.block.span.start, ln.block.span.end) for ln in lines):
            draft.mode = "online"
        self._seats.fill(draft, spans)
        for talk in talks:
            self.read(None, [talk], view.lexicon.kinds["lecture"])

    def _is_talk(self, line: Line) -> bool:
        """Whether a line below a section has a title and people of its own."""
        if labelled(self._view, line.span):
            return False
        item = parse(self._view, line.span)
        return item.title is not None and item.rest is not None and bool(top_people(self._view, item.rest))

    def _solemn(self, span: Span) -> Cue | None:
        """An opening or a giving of prizes named anywhere in the line."""
        cues = (m.cue for m in self._view.marks(*self._view.range(span)) if m.cue is not None)
        return next((c for c in cues if c.kind == "ceremony" and c.role in ("opener", "award_presenter")), None)

    def _title_line(self, line: Line) -> bool:
        """A line that can be the title of the person above it: a capital, nobody named, no label, no institution."""
        view = self._view
        first, last = view.range(line.span)
        if first == last or not (view.tokens[first].capital or view.tokens[first].text in '„"'):
            return False
        return not (
            anyone(self._view, line)
            or labelled(self._view, line.span)
            or view.in_institution(first)
            or is_room(view, line.span)
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
        """Whether a line below the title begins like a discussion: "Moderator:", "Paneliści:", "Dyskusję …"."""
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
            if not view.opaque(i) and view.finite[i]
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


def _goes_on(view: View, span: Span) -> bool:
    """Whether a line continues the title above: it begins with a dash or a small letter and names nobody."""
    text = span.of(view.text).lstrip()
    first, last = view.range(span)
    begins = text[:1].islower() or text[:2] in ("- ", "– ", "— ")
    return begins and not view.people_in(first, last) and not any(is_finite(t) for t in view.tokens[first:last])


def _named_group(view: View, span: Span) -> bool:
    """Whether a section's line has a name after its letter: "Sesja A. Dolina cieni"."""
    first, last = view.range(span)
    words = [
        t for t in view.tokens[first:last] if t.text.isalpha() and len(t.text) > 2 and not view.in_bracket(t.index)
    ]
    return len(words) >= 3 and "." in {t.text for t in view.tokens[first:last]}
