"""Roles that follow from where a person is named: in whose talk, in which discussion, beside which title."""

from __future__ import annotations

from extract.s7_frames.sessions.groups import agrees
from extract.s7_frames.sessions.nouns import Nouns
from extract.s7_frames.sessions.references import References
from extract.s7_frames.sessions.scene import Draft, Scene
from extract.s7_frames.sessions.sentence import PHRASE, Ref, Sentence
from extract.s7_frames.sessions.view import View


class Surroundings:
    """Reads what verbs and nouns have left open."""

    def __init__(self, view: View, scene: Scene, refs: References, nouns: Nouns) -> None:
        self._view = view
        self._scene = scene
        self._refs = refs
        self._nouns = nouns

    def possessives(self, sentence: Sentence) -> None:
        """ "Jej wykład „Sól” …": the talk of the person named last."""
        for ref in sentence.refs:
            at = self._refs.possessor(ref)
            if at is None or ref.event:
                continue
            before = list(self._view.people_in(sentence.first, at)) or list(self._scene.recent)
            gender = "f" if self._view.tokens[at].lower == "jej" else "m"
            owner = next((w for w in reversed(before) if w.gender in (gender, None)), None)
            draft = self._refs.draft(ref) if owner is not None else None
            if owner is not None and draft is not None and not draft.people:
                rule = self._view.lexicon.possessive
                self._scene.put(draft, owner.key, draft.usual_role(), owner.span, rule, PHRASE)

    def located(self, sentence: Sentence, taken: set[int], within: Draft | None) -> None:
        """ "W wykładzie X pokazał …": whoever acts in a session takes part in it."""
        view = self._view
        for ref in sentence.refs:
            if ref.event or ref.plural or not self._in_locative(ref):
                continue
            clause = next((c for c in sentence.clauses if ref.at in c.tokens), None)
            if clause is None or not clause.verbs:
                continue
            verb = clause.verbs[0]
            inside = set(clause.tokens)
            people = [
                w
                for w in view.people_in(clause.first, clause.last + 1)
                if w.first in inside and w.first not in taken and w.nominative and agrees(self._view, w, verb)
            ]
            draft = self._refs.draft(ref) if people else None
            if draft is not None and draft.kind in ("lecture", "presentation", "panel"):
                self._nouns.give(people, "session", draft, view.lexicon.located, 0.65, taken)

    def sole(self, sentence: Sentence, taken: set[int], within: Draft | None) -> None:
        """One session with a title and nobody in it, one person without a role: they belong together."""
        view = self._view
        drafts = list({id(r.draft): r.draft for r in sentence.refs if r.draft is not None}.values())
        if within is not None or len(drafts) != 1 or any(r.event for r in sentence.refs):
            return
        draft = drafts[0]
        people = [w for w in view.people_in(sentence.first, sentence.last) if not view.in_bracket(w.first)]
        free = [w for w in people if w.nominative and w.first not in taken and view.quote_at(w.first) is None]
        if (
            len(people) == 1
            and free
            and draft.title
            and not draft.people
            and draft.kind in ("lecture", "workshop", "presentation")
        ):
            self._nouns.give(free, "session", draft, view.lexicon.located, 0.55, taken)

    def _in_locative(self, ref: Ref) -> bool:
        tokens = self._view.tokens
        if "loc" not in tokens[ref.at].cases():
            return False
        return any(tokens[i].lower in ("w", "we", "podczas") for i in range(max(0, ref.at - 3), ref.at))

    def discussion(self, sentence: Sentence, taken: set[int], within: Draft | None) -> None:
        """After a panel and its moderator, the people who speak in the same paragraph."""
        view, near = self._view, self._scene.nearby()
        if within is not None or near is None or near.kind != "panel" or near.listed:
            return
        if any(r.draft is near for r in sentence.refs) or any(r.event for r in sentence.refs):
            return
        if not any(f.role == "moderator" for f in near.people.values()):
            return
        for clause in sentence.clauses:
            for who in view.people_in(clause.first, clause.last + 1):
                free = who.first in clause.tokens and who.first not in taken and who.nominative
                if (
                    free
                    and clause.verbs
                    and not view.in_bracket(who.first)
                    and agrees(self._view, who, clause.verbs[0])
                ):
                    self._scene.put(near, who.key, "panelist", who.span, view.lexicon.discussion, 0.6)
                    taken.add(who.first)
