"""Sessions spoken of in a sentence: by a noun, by a title alone, by a number; new ones and those named before."""

from __future__ import annotations

from collections.abc import Sequence

from extract.base import Span
from extract.s7_frames.clauses import Clause, is_finite
from extract.s7_frames.sessions.clock import Hours
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.scene import Draft, Scene
from extract.s7_frames.sessions.sentence import ORDINALS, EventTest, Ref
from extract.s7_frames.sessions.titles import Titled, unquoted_title
from extract.s7_frames.sessions.view import Mark, View

_OFFICERS = frozenset({"kierownik", "kierowniczka", "koordynator", "koordynatorka", "członek", "członkini", "szef"})
"""Before "sekcji", "bloku": the noun is a part of an organisation, no session."""
_ALWAYS_PLURAL = frozenset({"warsztat", "warsztaty", "zajęcia"})


class References:
    """Finds the sessions that sentences speak of."""

    def __init__(self, view: View, scene: Scene, is_event: EventTest) -> None:
        self._view = view
        self._scene = scene
        self._is_event = is_event

    def find(
        self,
        first: int,
        last: int,
        marks: list[Mark],
        titles: Sequence[Titled],
        clauses: Sequence[Clause],
        hours: Sequence[Hours],
        within: Draft | None,
    ) -> list[Ref]:
        """The sessions spoken of, in order; those with a title are drafts already."""
        refs = self._nouns(marks, titles, last, hours, within)
        refs += self._elliptical(titles, clauses, refs)
        refs += self._ordinals(first, last, refs)
        return sorted(refs, key=lambda r: r.at)

    def ordinal_at(self, i: int) -> bool:
        """Whether an ordinal stands here that may name a session by its number."""
        return bool(self._view.lemmas[i] & ORDINALS.keys()) and self._view.tokens[i].pos_is("adj")

    def _nouns(
        self, marks: list[Mark], titles: Sequence[Titled], last: int, hours: Sequence[Hours], within: Draft | None
    ) -> list[Ref]:
        refs: list[Ref] = []
        for mark in marks:
            cue = mark.cue
            own = [t for t in titles if t.bearer == mark]
            if cue is None or cue.kind in ("none", "work", "room", "agenda"):
                if cue is not None and own:
                    self._scene.fired.add(cue.rule)
                continue
            again = cue.kind == "panel" and any(d.kind == "panel" for d in self._scene.drafts)
            if cue.kind == "event" or (self._is_event(mark, own, cue) and not (again and not own)):
                if cue.kind == "event":
                    self._scene.fired.add(cue.rule)
                refs.append(Ref(mark.first, mark.last, cue, event=True))
                continue
            refs += self._session_refs(mark, cue, own, last, hours, within)
        return refs

    def _session_refs(
        self, mark: Mark, cue: Cue, own: list[Titled], last: int, hours: Sequence[Hours], within: Draft | None
    ) -> list[Ref]:
        view = self._view
        plural = self._is_plural(mark) or self._counted(mark)
        ordinal = self._ordinal(mark)
        if cue.group and mark.first > 0 and view.lemmas[mark.first - 1] & _OFFICERS:
            return []
        if own:
            return [
                Ref(mark.first, t.quote.last, cue, self._titled(cue, t.title, t.quote.span, ordinal, within))
                for t in own
            ]
        bare = unquoted_title(view, mark, last)
        if bare is not None and bare[0]:
            return [Ref(mark.first, mark.last, cue, self._titled(cue, bare[0], bare[1], ordinal, within))]
        if cue.prose in ("never", "title") or (cue.prose == "time" and not hours and within is None):
            if cue.prose == "never":
                return []
            return [Ref(mark.first, mark.last, cue, event=True)]
        if within is not None and within.kind == cue.kind:
            return [Ref(mark.first, mark.last, cue, within)]
        if (plural and cue.lemmas[0] not in _ALWAYS_PLURAL) or (plural and self._counted(mark)):
            self._scene.scope = cue
            return [Ref(mark.first, mark.last, cue, plural=True, ordinal=ordinal)]
        if plural:
            self._scene.scope = cue
        return [Ref(mark.first, mark.last, cue, ordinal=ordinal)]

    def _counted(self, mark: Mark) -> bool:
        view = self._view
        return any(
            view.tokens[i].pos_is("num") or view.lemmas[i] & {"kilka", "temat"}
            for i in range(max(0, mark.first - 3), mark.first)
        )

    def _titled(self, cue: Cue, title: str, span: Span, ordinal: int | None, within: Draft | None) -> Draft:
        scene = self._scene
        if within is not None and within.title is None and within.kind in (cue.kind, "other", "lecture"):
            within.title, within.cue = title, cue
            return within
        near = scene.nearby()
        if near is not None and near.title is None and near.kind == cue.kind == "panel" and ordinal is None:
            near.title = title
            near.spans.append(span)
            return near
        return scene.open(cue, title, span, confidence=0.9)

    def _elliptical(self, titles: Sequence[Titled], clauses: Sequence[Clause], refs: list[Ref]) -> list[Ref]:
        """Titles without a noun, where one was announced before: "Pierwszą, „X”, poprowadziła …"."""
        found = []
        scope = self._scene.scope or next((r.cue for r in refs if r.cue.is_session), None)
        near = self._scene.nearby()
        if scope is None and near is not None and near.cue.is_session:
            scope = near.cue
        for title in titles:
            if title.bearer is not None or scope is None or not scope.is_session:
                continue
            clause = next((c for c in clauses if c.first <= title.quote.first <= c.last), None)
            if clause is None or not self._gives_session(clause, title):
                continue
            if self._is_event(None, [title], scope):
                found.append(Ref(title.quote.first, title.quote.last, scope, event=True))
                continue
            draft = self._scene.open(scope, title.title, title.quote.span, confidence=0.75)
            found.append(Ref(title.quote.first, title.quote.last, scope, draft))
        return found

    def _ordinals(self, first: int, last: int, refs: Sequence[Ref]) -> list[Ref]:
        """ "W pierwszym z nich …, w drugim …": sessions of one kind named in this paragraph, by number."""
        view, scene = self._view, self._scene
        here = [d for d in scene.drafts if d.block == scene.block]
        if len(here) < 2:
            return []
        kinds = [d.kind for d in here]
        found = []
        for i in range(first, last):
            numbers = [ORDINALS[w] for w in sorted(view.lemmas[i] & ORDINALS.keys()) if ORDINALS[w]]
            if not numbers or view.opaque(i) or any(r.at - 3 <= i <= r.last for r in refs):
                continue
            following = view.tokens[i + 1] if i + 1 < last else view.tokens[i]
            if following.pos_is("subst") and not following.pos_is("prep"):
                continue
            same = [d for d in here if d.kind == kinds[-1]]
            if numbers[0] <= len(same):
                draft = same[numbers[0] - 1]
                found.append(Ref(i, i, draft.cue, draft, ordinal=numbers[0]))
        return found

    def _gives_session(self, clause: Clause, title: Titled) -> bool:
        """Whether the clause has a verb that takes a session, or is one whose verb is understood."""
        view = self._view
        before = title.quote.first - 1
        noun = view.tokens[before].pos_is("subst") and not view.tokens[before].pos_is("adj")
        if before >= clause.first and (noun or view.tokens[before].pos_is("prep")):
            return False
        for verb in clause.verbs:
            for frame in view.lexicon.frames(view.lemmas[verb]):
                if frame.role in ("session", "lead", "moderator", "speaker"):
                    return True
        return bool(view.all_lemmas(clause.tokens) & {"autor", "autorka", "prowadzący", "prowadząca"})

    def _is_plural(self, mark: Mark) -> bool:
        for i in range(mark.first, mark.last + 1):
            readings = [r for r in self._view.tokens[i].readings if r.pos in ("subst", "ger") and r.number]
            if readings and not any("sg" in r.number for r in readings):
                return True
        return False

    def _ordinal(self, mark: Mark) -> int | None:
        view = self._view
        for i in range(mark.first - 1, max(-1, mark.first - 4), -1):
            for lemma in view.lemmas[i] & ORDINALS.keys():
                return ORDINALS[lemma]
            if not view.tokens[i].pos_is("adj"):
                break
        return None

    def draft(self, ref: Ref) -> Draft | None:
        """The session of a reference, made now if it is new."""
        if ref.draft is not None:
            return ref.draft
        scene = self._scene
        same = [d for d in scene.drafts if d.kind == ref.cue.kind]
        near = [d for d in same if d.block >= scene.block - 2]
        idle = [d for d in same if not d.people and d.title]
        named = [d for d in same if d.block >= scene.block - 10]
        if ref.ordinal is not None and 0 < ref.ordinal <= len(named):
            ref.draft = named[ref.ordinal - 1]
        elif ref.ordinal is None and not ref.plural and near and self._again(ref, near[-1]):
            ref.draft = near[-1]
        elif (
            ref.cue.kind == "panel"
            and scene.current is not None
            and scene.current.cue.role == "guest"
            and self._close(scene.current)
        ):
            ref.draft = scene.current
        elif ref.ordinal is None and idle and not self.possessor(ref):
            ref.draft = idle[-1]
        elif ref.plural and ref.cue.lemmas[0] not in _ALWAYS_PLURAL:
            return None
        else:
            tokens = self._view.tokens
            span = Span(tokens[ref.at].start, tokens[ref.last].end)
            ref.draft = scene.open(ref.cue, ref.cue.title or self._descriptive(ref), span, confidence=0.7)
        return ref.draft

    def _descriptive(self, ref: Ref) -> str | None:
        """ "Warsztaty tkania kilimów", "uroczysta gala": the noun with its complement serves as a title."""
        view = self._view
        end = ref.at + len(ref.cue.lemmas)
        if ref.cue.kind in ("ceremony", "other") and not ref.cue.group:
            text = view.text[view.tokens[ref.at].start : view.tokens[end - 1].end]
            phrase = view.nominative(text)
            return phrase[:1].upper() + phrase[1:]
        if ref.cue.kind != "workshop":
            return None
        stop = end
        while stop < len(view.tokens) and stop < end + 7 and self._complements(stop, end):
            stop += 1
        if stop == end or view.tokens[stop - 1].pos_is("prep"):
            return None
        tail = view.text[view.tokens[end].start : view.tokens[stop - 1].end]
        return (
            f"Warsztaty {tail}"
            if ref.cue.lemmas[0].startswith("warsztat") and "gen" in view.tokens[stop - 1].cases()
            else None
        )

    def _complements(self, i: int, begin: int) -> bool:
        token = self._view.tokens[i]
        if self._view.opaque(i) or not token.text[0].isalpha() or is_finite(token):
            return False
        if token.lower in ("z", "ze"):
            return i == begin
        return "gen" in token.cases() and token.pos_is("subst", "adj", "ger") and not token.pos_is("ppas")

    def _again(self, ref: Ref, draft: Draft) -> bool:
        """Whether an untitled noun takes up a session named before: a panel, one without people, or "tego wykładu"."""
        if ref.cue.kind == "panel" or not draft.people:
            return True
        return ref.at > 0 and self._view.tokens[ref.at - 1].lemma_is("ten", "owy")

    def possessor(self, ref: Ref) -> int | None:
        """Index of "jego", "jej" or "ich" before a session noun."""
        for i in range(ref.at - 1, max(-1, ref.at - 4), -1):
            if self._view.tokens[i].lower in ("jego", "jej"):
                return i
            if not self._view.tokens[i].pos_is("adj"):
                break
        return None

    def _close(self, draft: Draft) -> bool:
        return draft.block >= self._scene.block - 1 and draft.kind == "other"
