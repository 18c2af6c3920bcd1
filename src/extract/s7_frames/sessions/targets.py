"""The session, or the event, that a verb speaks of."""

from __future__ import annotations

from extract.base import Span
from extract.s7_frames.clauses import Clause
from extract.s7_frames.sessions.lexicon import Frame
from extract.s7_frames.sessions.references import References
from extract.s7_frames.sessions.scene import Draft, Scene
from extract.s7_frames.sessions.sentence import BOTH, Ref, Sentence, named_before
from extract.s7_frames.sessions.view import View

_NO_TALKS = frozenset({"gala", "jubileusz", "konkurs"})
"""Events at which whoever tells of something speaks, but gives no talk of the programme."""


class Targets:
    """Resolves what a verb is said of."""

    def __init__(self, view: View, scene: Scene, refs: References) -> None:
        self._view = view
        self._scene = scene
        self._refs = refs

    def of(
        self, sentence: Sentence, clause: Clause, frame: Frame, verb: int, within: Draft | None
    ) -> list[Draft | None] | None:
        """The sessions a frame speaks of; ``[None]`` is the event; ``None``: nothing fits."""
        scene = self._scene
        if frame.target == "event":
            return [within] if within is not None and within.kind == "ceremony" else [None]
        inside = set(clause.tokens)
        refs = [r for r in sentence.refs if r.inside(inside)]
        if not refs and clause.relative is not None:
            spoken = named_before(sentence.refs, clause.relative)
            refs = [spoken] if spoken is not None else []
        panels = frame.target == "panel"
        if panels:
            refs = [r for r in refs if r.cue.kind == "panel"]
        if self._in_both(clause) and len(scene.drafts) > 1:
            return list(scene.drafts[-2:])
        sessions = [r for r in refs if not r.event]
        usable = sessions or refs
        if usable:
            ref = min(usable, key=lambda r: (r.draft is None, r.plural, min(abs(r.at - verb), abs(r.last - verb))))
            if ref.event and ref.cue.group and frame.role in ("moderator", "chair"):
                return [self._refs.draft(ref)]
            if ref.event and not (frame.creates and self._setting(ref, sentence)):
                return [None] if frame.target == "any" or (panels and scene.debate) else None
            twins = [r.draft for r in sessions if r.at == ref.at and r.draft is not None]
            if len(twins) > 1:
                return list(twins)
            draft = None if ref.event else self._refs.draft(ref)
            if draft is not None:
                return [draft]
        if within is not None:
            return [within]
        if frame.creates == "other":
            here = [r.draft for r in sentence.refs if r.draft is not None and r.draft.kind in ("ceremony", "other")]
            return [here[-1]] if here else [self._created("other", clause)]
        near = scene.nearby()
        idle = scene.idle
        if idle is not None and idle[2] == scene.block and (not panels or idle[0].kind == "panel"):
            if self.anaphor(clause) or (panels and near is None) or frame.creates == idle[0].kind:
                return [scene.awakened()]
        if near is not None and (not panels or near.kind == "panel") and (panels or self.anaphor(clause)):
            return self._alike(near, clause) or [near]
        if near is not None and self._goes_on(frame, near, clause, verb):
            return [near]
        if near is not None and near.kind == "panel" and frame.role == "attend" and not usable:
            return [near]
        if frame.creates in ("lecture", "presentation") and scene.kind in _NO_TALKS:
            return [None]
        if frame.creates and scene.debate and frame.role == "moderator":
            return [None]
        if frame.creates:
            return [self._created(frame.creates, clause)]
        if scene.debate and frame.role in ("moderator", "panelist"):
            return [None]
        if near is None and frame.role == "lead" and self._event_meant(sentence, clause, verb):
            return [None]
        if frame.target == "any" and frame.role in ("award_presenter", "attend", "opener", "speaker", "host"):
            return [None]
        return None

    def _setting(self, ref: Ref, sentence: Sentence) -> bool:
        """ "Podczas konferencji", "w drugiej części": where something is said, not what is spoken of."""
        tokens = self._view.tokens
        before = range(max(sentence.first, ref.at - 3), ref.at)
        return any(tokens[i].lower in ("w", "we", "na", "podczas") for i in before)

    def _event_meant(self, sentence: Sentence, clause: Clause, verb: int) -> bool:
        """Whether a pronoun, or a verb that opens its clause, stands for the event named before."""
        spoken = self._scene.event_block == self._scene.block or any(r.event for r in sentence.refs)
        return spoken and self._scene.current is None and (self.anaphor(clause) or verb <= clause.first + 1)

    def _alike(self, near: Draft, clause: Clause) -> list[Draft | None]:
        """ "Poprowadziły je …": all the sessions of one kind that the block has named without people."""
        tokens = self._view.tokens
        if not any(tokens[i].lower in ("je", "nich", "nimi") for i in clause.tokens):
            return []
        here = [d for d in self._scene.drafts if d.block == near.block and d.kind == near.kind and not d.people]
        return list(here) if len(here) > 1 else []

    def _goes_on(self, frame: Frame, near: Draft, clause: Clause, verb: int) -> bool:
        """Whether a clause without a session noun speaks of the session before: "Moderował Jan Nowak."."""
        if frame.creates is not None and near.kind == "panel" and (frame.role == "session" or frame.creates == "panel"):
            return True
        if frame.creates is not None:
            return near.kind == frame.creates and not near.people
        led = any(f.role in ("moderator", "leader", "host") for f in near.people.values())
        return frame.role == "lead" and not led and verb <= clause.first + 1 and near.kind in ("panel", "workshop")

    def _created(self, kind: str, clause: Clause) -> Draft:
        tokens = self._view.tokens
        span = Span(tokens[clause.first].start, tokens[clause.last].end)
        return self._scene.open(self._view.lexicon.kinds[kind], None, span, confidence=0.55)

    def _in_both(self, clause: Clause) -> bool:
        """ "W obu": both sessions, after a preposition."""
        view = self._view
        people = any(w.nominative and w.first in clause.tokens for w in view.people_in(clause.first, clause.last + 1))
        return any(
            view.lemmas[i] & BOTH
            and ((i > 0 and view.tokens[i - 1].pos_is("prep")) or (people and "acc" in view.tokens[i].cases()))
            for i in clause.tokens
        )

    def anaphor(self, clause: Clause) -> bool:
        """A personal or demonstrative pronoun that can stand for a session: "ją", "w nim", "w niej"."""
        tokens = self._view.tokens
        return any(
            tokens[i].pos_is("ppron3") and tokens[i].cases() & {"acc", "inst", "loc"} and not self._view.opaque(i)
            for i in clause.tokens
        )
