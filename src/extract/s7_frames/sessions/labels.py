"""Role nouns before a colon, "Moderator: …", and the persons after them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.s7_frames.sessions.casting import cast
from extract.s7_frames.sessions.references import References
from extract.s7_frames.sessions.scene import Draft, Pending, Scene
from extract.s7_frames.sessions.sentence import BOTH, LABEL, Label, Ref
from extract.s7_frames.sessions.titles import clean, pairs
from extract.s7_frames.sessions.view import Mark, View, Who


class Labels:
    """Reads labels."""

    def __init__(self, view: View, scene: Scene, refs: References) -> None:
        self._view = view
        self._scene = scene
        self._refs = refs

    def find(self, marks: Sequence[Mark], first: int, last: int) -> list[Label]:
        """The labels in a range of tokens, among its ``marks``."""
        view = self._view
        found = []
        for mark in marks:
            if mark.role is None or not self._in_context(mark, first, last):
                continue
            colon = mark.last + 1
            while colon < min(last, mark.last + 5) and self._plain(colon):
                colon += 1
            if self._other_verb(mark.last + 1, colon):
                continue
            start = self._label_start(mark.first, first)
            if colon < last and (view.tokens[colon].text == ":" or self._dash_label(start, first, colon)):
                found.append(Label(start, colon, mark))
        return [b for a, b in zip([None, *found], found, strict=False) if a is None or a.colon < b.first]

    def _other_verb(self, first: int, colon: int) -> bool:
        """Whether a verb with a role of its own stands before the colon: "Gości przywitali: …"."""
        view = self._view
        return any(
            f.role in ("opener", "award_presenter", "host", "session", "lead")
            for i in range(first, colon)
            if view.finite[i]
            for f in view.lexicon.frames(view.lemmas[i])
            if not f.with_
        )

    def _dash_label(self, start: int, first: int, dash: int) -> bool:
        """ "Moderator – Jan Nowak" at the head of a line: the dash does for a colon."""
        view = self._view
        if (
            start != first
            or view.tokens[dash].text not in "–—-"
            or view.tokens[dash].start == view.tokens[dash - 1].end
        ):
            return False
        return bool(view.people_in(dash + 1, dash + 2)) and view.tokens[start].pos_is("subst", "ger", "pact", "adj")

    def _in_context(self, mark: Mark, first: int, last: int) -> bool:
        context = mark.role.context if mark.role is not None else frozenset()
        return not context or any(self._view.lemmas[i] & context for i in range(first, last))

    def _plain(self, i: int) -> bool:
        token = self._view.tokens[i]
        return token.text[0].isalpha() and not self._view.opaque(i)

    def _label_start(self, at: int, first: int) -> int:
        """Words right before the role noun belong to the label ("Skład komisji:", "Honorowy patronat:")."""
        begin = at
        while begin > first and self._plain(begin - 1) and not self._view.lexicon.cue(self._view.lemmas, begin - 1):
            begin -= 1
            if self._view.finite[begin]:
                return at
        return begin

    def read(self, label: Label, end: int, within: Draft | None, before: Sequence[Ref]) -> None:
        """Give the label's role to the persons up to ``end``, or to the lines below.

        Args:
            label: the label.
            end: index of the token at which its reach ends.
            within: the programme item that it belongs to.
            before: sessions spoken of in the sentence before it.
        """
        role = label.mark.role
        assert role is not None
        scene = self._scene
        if self._view.in_bracket(label.first):
            end = next((i for i in range(label.colon, end) if not self._view.in_bracket(i)), end)
        target = (
            within if within is not None else self._spoken_of(role.target, label, before) or self._active(role.target)
        )
        lecture = target is not None and target.kind in ("lecture", "presentation")
        if lecture and role.role == "lead" and within is None and self._view.finite[label.mark.first]:
            return
        name = role.role
        if name == "inherit":
            if scene.label[0] != "juror" or scene.label[1] < scene.block - 6:
                return
            name = "juror"
        held = cast(self._scene, name, target)
        if held is None:
            return
        scene.label = (held, scene.block)
        if within is None and self._of_event(label):
            target = None
        if role.target == "event" and held in ("juror", "patron", "award_presenter", "guest"):
            target = None if within is None or held in ("juror", "patron") else within
        everyone = self._view.people_in(label.colon, end)
        people = [w for w in everyone if "nom" in w.cases]
        if not people:
            noun = self._view.tokens[label.mark.first].cases() - {"nom", "voc"}
            people = [w for w in everyone if w.cases & noun and w.prep is None]
        if role.items and self._listed_talks(label, end, people):
            return
        for who in people:
            scene.put(target, who.key, held, who.span, role.rule, LABEL)
        if not people:
            both = self._both_before(label)
            target = both[0] if both else target
            scene.pending = Pending(name, target, role.rule, scene.block, role.items, None, role.target, scene.block)
            scene.pending.more = both[1:]

    def _both_before(self, label: Label) -> list[Draft | None]:
        """ "W obu wystąpili ci sami goście:": the two sessions named last."""
        view = self._view
        near = range(max(0, label.colon - 9), label.colon)
        both = any(view.lemmas[i] & BOTH and i > 0 and view.tokens[i - 1].pos_is("prep") for i in near)
        return list(self._scene.drafts[-2:]) if both and len(self._scene.drafts) > 1 else []

    def _listed_talks(self, label: Label, end: int, people: Sequence[Who]) -> bool:
        """ "Wystąpienia: X – „Sól”; Y – „Woda”": every pair is a talk."""
        view, scene = self._view, self._scene
        rows = pairs(view, label.colon + 1, end, least=1) if people else []
        cue = view.lexicon.cue(view.lemmas, label.mark.first)
        for own, quote in rows:
            kind = cue if cue is not None and cue.is_session else view.lexicon.kinds["lecture"]
            draft = scene.open(kind, clean(quote.span.of(view.text)), quote.span, confidence=0.85)
            for who in own:
                scene.put(draft, who.key, draft.usual_role(), who.span, kind.rule, LABEL)
        return bool(rows)

    def _of_event(self, label: Label) -> bool:
        """ "Moderator konferencji:" is of the whole event."""
        view = self._view
        cues = (view.lexicon.cue(view.lemmas, i) for i in range(label.mark.last + 1, label.colon))
        return any(c is not None and c.kind == "event" for c in cues)

    def _spoken_of(self, target: str, label: Label, before: Sequence[Ref]) -> Draft | None:
        """The session named right before the label: "odbył się panel, w którym wzięli udział: …"."""
        refs = [r for r in before if not r.event and (target != "panel" or r.cue.kind == "panel")]
        refs = [r for r in refs if r.last < label.first] or refs
        return self._refs.draft(refs[-1]) if refs and target != "event" else None

    def _active(self, target: str) -> Draft | None:
        current = self._scene.current
        if target == "event" or current is None or current.block < self._scene.block - 12:
            return None
        return None if target == "talk" and current.kind == "other" and not current.cue.group else current
