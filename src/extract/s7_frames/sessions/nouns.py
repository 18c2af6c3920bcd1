"""Roles that nouns give: phrases, role nouns, genitives, agents of participles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.s7_frames.clauses import Clause
from extract.s7_frames.sessions.casting import cast
from extract.s7_frames.sessions.groups import coordinated
from extract.s7_frames.sessions.lexicon import Phrase
from extract.s7_frames.sessions.references import References
from extract.s7_frames.sessions.scene import Draft, Pending, Scene
from extract.s7_frames.sessions.sentence import FRAME, GENITIVE, NOUN, PHRASE, Ref, Sentence, named_before
from extract.s7_frames.sessions.view import Mark, View, Who


class Nouns:
    """Reads the nouns of a sentence."""

    def __init__(self, view: View, scene: Scene, refs: References) -> None:
        self._view = view
        self._scene = scene
        self._refs = refs

    def read(self, sentence: Sentence, taken: set[int], within: Draft | None) -> None:
        """Roles from phrases, role nouns and genitives, for people whom no verb gave one."""
        view = self._view
        everyone = view.people_in(sentence.first, sentence.last)
        people = [w for w in everyone if w.first not in taken]
        for i, phrase in view.phrases(sentence.first, sentence.last):
            if not view.opaque(i):
                self._phrase(sentence, i, phrase, everyone, within)
        for mark in sentence.marks:
            if mark.role is not None:
                self._role_noun(sentence, mark, people, taken, within)
        for ref in sentence.refs:
            self._genitives(ref, [w for w in people if w.first not in taken], taken)

    def _phrase(
        self, sentence: Sentence, i: int, phrase: Phrase, everyone: Sequence[Who], within: Draft | None
    ) -> None:
        """ "Z udziałem X i Y", "pod przewodnictwem X"."""
        scene = self._scene
        group = coordinated(self._view, everyone, i + len(phrase.words) - 1, {phrase.case})
        target = self._noun_target(sentence, i, within)
        if phrase.role == "lead" and target is None:
            return
        if phrase.role == "chair" and any(m.role is not None and m.role.role == "juror" for m in sentence.marks):
            self.give(group, "juror", None, phrase.rule, PHRASE, set())
            scene.label = ("juror", scene.block)
            return
        if phrase.role == "chair" and target is None and any(r.event and r.at < i for r in sentence.refs):
            self.give(group, "moderator", None, phrase.rule, PHRASE, set())
            return
        if phrase.role == "quoted" and group and not self._personal(i + len(phrase.words), group[0].first):
            return
        self.give(group, phrase.role, target, phrase.rule, PHRASE, set())
        if not group and sentence.listing and phrase.role == "attend":
            scene.pending = Pending(phrase.role, target, phrase.rule, scene.block, origin=scene.block)

    def _personal(self, first: int, last: int) -> bool:
        """Whether all nouns of the range may be posts of a man: "według dyrektora X", not "według projektu X"."""
        return all(
            not t.pos_is("subst") or any("m1" in r.gender for r in t.readings) for t in self._view.tokens[first:last]
        )

    def _noun_target(self, sentence: Sentence, at: int, within: Draft | None) -> Draft | None:
        refs = [r for r in sentence.refs if r.at < at and not r.event]
        return self._refs.draft(refs[-1]) if refs else within

    def give(
        self, group: Iterable[Who], role: str, target: Draft | None, rule: str, confidence: float, taken: set[int]
    ) -> None:
        """A role for a group of persons, for those who are not ``taken`` yet."""
        held = cast(self._scene, role, target)
        for who in group:
            if held is not None and who.first not in taken:
                self._scene.put(target, who.key, held, who.span, rule, confidence)
                taken.add(who.first)

    def _role_noun(
        self, sentence: Sentence, mark: Mark, people: list[Who], taken: set[int], within: Draft | None
    ) -> None:
        """ "Moderatorką była X", "moderatorka, red. X", "jury – X, Y i Z –"."""
        view = self._view
        role = mark.role
        assert role is not None
        nominal = view.tokens[mark.first].pos_is("subst", "ger", "pact", "adj")
        if not nominal and within is None:
            return
        clause = next((c for c in sentence.clauses if mark.first in c.tokens), None)
        if clause is None:
            return
        if role.role == "session" and self._author(sentence, mark, people, taken):
            return
        free = [w for w in people if w.first not in taken and w.first in clause.tokens and w.nominative]
        copula = any(view.lemmas[v] & {"być", "zostać"} for v in clause.verbs)
        if not copula:
            free = self._beside(mark, free)
        if not free or (role.target == "panel" and not copula):
            return
        target = None if role.target == "event" else self._noun_target(sentence, free[0].first, within)
        if target is None and role.target != "event":
            target = self._scene.nearby()
        if target is None and role.role == "panelist" and len(free) > 1 and not self._scene.debate:
            target = self._scene.open(view.lexicon.kinds["panel"], None, free[0].span, confidence=0.55)
        if target is None and role.target == "session":
            return
        self.give(free, role.role, target, role.rule, NOUN, taken)

    def _author(self, sentence: Sentence, mark: Mark, people: list[Who], taken: set[int]) -> bool:
        """ "Anna Kowalska, autorka prezentacji „Sól”": the person right before the noun."""
        ref = next((r for r in sentence.refs if 0 < r.at - mark.last <= 3 and not r.event), None)
        before = [w for w in people if w.last < mark.first <= w.last + 3]
        draft = self._refs.draft(ref) if ref is not None and before else None
        if ref is None or draft is None or draft.people or mark.role is None:
            return False
        self.give(before[-1:], "session", draft, mark.role.rule, NOUN, taken)
        return True

    def _beside(self, mark: Mark, people: list[Who]) -> list[Who]:
        """Persons in apposition to the noun: the first one right after it, with nothing but a comma or dash between."""
        after = [w for w in people if w.first > mark.last]
        if not after or after[0].first - mark.last > 12:
            return []
        between = range(mark.last + 1, after[0].first)
        marks = [i for i in between if self._view.tokens[i].text in ",–—-"]
        if any(
            (self._view.finite[i] or self._view.tokens[i].pos_is("prep")) and not self._view.opaque(i) for i in between
        ):
            return []
        assert mark.role is not None
        if mark.role.role == "juror" and len(mark.role.lemmas) == 1 and mark.role.lemmas[0] != "juror":
            return after if self._view.tokens[mark.last + 1].text in "–—-(" else []
        return after[:1] if len(marks) <= 1 and after[0].head <= mark.last + 1 + len(marks) else []

    def _genitives(self, ref: Ref, people: list[Who], taken: set[int]) -> None:
        """ "wykład prof. Jana Nowaka", "warsztaty z Anną Kowalską"."""
        if ref.event or not ref.cue.is_session:
            return
        self._bracketed(ref, people, taken)
        self._appended(ref, people, taken)
        for after in dict.fromkeys((ref.at + len(ref.cue.lemmas) - 1, ref.last)):
            group = [
                w
                for w in coordinated(self._view, people, after, {"gen", "inst"})
                if "nom" not in w.cases and w.first not in taken
            ]
            group = [w for w in group if self._governed(ref, w)]
            if group and (draft := self._refs.draft(ref)) is not None:
                self.give(group, "session", draft, ref.cue.rule, GENITIVE, taken)
                return

    def _appended(self, ref: Ref, people: list[Who], taken: set[int]) -> None:
        """ "panel „Sól” – Jan Nowak, Anna Kowalska": persons after a title and a dash."""
        view = self._view
        dash = ref.last + 1
        if ref.draft is None or ref.draft.people or ref.draft.title is None or dash >= len(view.tokens):
            return
        if view.tokens[dash].text not in "–—:":
            return
        group = coordinated(view, [w for w in people if w.first not in taken], dash, {"nom"})
        if group and group[0].head <= dash + 1:
            self.give(group, "session", ref.draft, ref.cue.rule, GENITIVE, taken)

    def _bracketed(self, ref: Ref, people: list[Who], taken: set[int]) -> None:
        """ "wykład „Sól” (dr Jan Nowak)": persons in the bracket right after the title."""
        view = self._view
        opening = ref.last + 1
        if ref.draft is None or ref.draft.people or opening >= len(view.tokens) or view.tokens[opening].text != "(":
            return
        inside = [w for w in people if w.first > opening and "nom" in w.cases and view.in_bracket(w.first)]
        closing = next(
            (i for i in range(opening, opening + 60) if i >= len(view.tokens) or not view.in_bracket(i)), opening
        )
        inside = [w for w in inside if w.first < closing]
        if inside and inside[0].head <= opening + 2:
            self.give(inside, "session", ref.draft, ref.cue.rule, GENITIVE, taken)

    @staticmethod
    def _governed(ref: Ref, who: Who) -> bool:
        if who.prep is None:
            return "gen" in who.cases
        return (
            who.prep in ("z", "ze")
            and "inst" in who.cases
            and (ref.cue.kind in ("workshop", "panel") or ref.cue.role == "guest")
        )

    def passives(self, sentence: Sentence, clause: Clause, people: list[Who], within: Draft | None) -> set[int]:
        """Agents of passive participles: "panel moderowany przez X"; their first tokens."""
        view = self._view
        taken: set[int] = set()
        if not people:
            return taken
        for position, i in enumerate(clause.tokens):
            lemmas = view.forms[i].passive
            if not lemmas or view.opaque(i):
                continue
            by = next((j for j in clause.tokens[position + 1 : position + 4] if view.tokens[j].lower == "przez"), None)
            if by is None:
                continue
            agents = coordinated(self._view, people, by, {"acc"})
            for frame in view.lexicon.frames(lemmas):
                if frame.slot != "nom" or not agents or frame.role == "quoted":
                    continue
                before = named_before([r for r in sentence.refs if not r.event], i)
                target = self._refs.draft(before) if before is not None else within
                role = cast(self._scene, frame.role, target)
                if role is None or (
                    target is None and role not in ("award_presenter", "opener") and not self._scene.debate
                ):
                    continue
                for who in agents:
                    self._scene.put(target, who.key, role, who.span, frame.rule, FRAME)
                    taken.add(who.first)
                break
        return taken
