"""People of a session whose lines are known."""

from __future__ import annotations

from collections.abc import Sequence

from extract.base import Span
from extract.s7_frames.sessions.casting import cast
from extract.s7_frames.sessions.items import top_people
from extract.s7_frames.sessions.lines import labelled
from extract.s7_frames.sessions.prose import Prose
from extract.s7_frames.sessions.scene import Draft, Scene
from extract.s7_frames.sessions.view import View, Who


class Seats:
    """Puts people into sessions."""

    def __init__(self, view: View, scene: Scene, prose: Prose) -> None:
        self._view = view
        self._scene = scene
        self._prose = prose

    def fill(self, draft: Draft, spans: Sequence[Span]) -> None:
        """People of a session's lines: by labels and verbs first, the rest in the usual role."""
        view = self._view
        for span in spans:
            self._scene.current = draft
            pending = self._scene.pending
            before = set(draft.people)
            everyone = top_people(view, span)
            if pending is not None and everyone and not labelled(self._view, span):
                self.put(draft, pending.role, everyone, pending.rule)
                continue
            self._prose.read(span, within=draft)
            left = [w for w in everyone if w.key not in draft.people and w.key not in before]
            left = [w for w in left if w.key not in self._scene.absent and (w.key, "juror") not in self._scene.people]
            self.put(draft, "session", left, draft.cue.rule)
        if not draft.people:
            for span in spans:
                first, last = view.range(span)
                alone = [
                    w
                    for w in view.people_in(first, last)
                    if w.first - first <= 12
                    and view.quote_at(w.first) is None
                    and (w.key, "juror") not in self._scene.people
                ]
                self.put(draft, "session", alone[:1] if draft.cue.is_session else [], draft.cue.rule)

    def put(self, draft: Draft | None, role: str, people: Sequence[Who], rule: str, confidence: float = 0.85) -> None:
        """A role for several persons."""
        held = cast(self._scene, role, draft)
        if held is None:
            return
        for who in people:
            if who.key not in self._scene.absent:
                self._scene.put(draft, who.key, held, who.span, rule, confidence)
