"""Verbs with their frames: the person in the right case gets the verb's role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.s7_frames.clauses import Clause, negated
from extract.s7_frames.sessions.casting import cast
from extract.s7_frames.sessions.groups import agrees
from extract.s7_frames.sessions.lexicon import Frame
from extract.s7_frames.sessions.nouns import Nouns
from extract.s7_frames.sessions.scene import Draft, Pending, Scene
from extract.s7_frames.sessions.sentence import FRAME, Sentence
from extract.s7_frames.sessions.targets import Targets
from extract.s7_frames.sessions.view import View, Who

_BOTH_PEOPLE = frozenset({"oba", "oboje", "obydwoje", "obydwaj"})


class Verbs:
    """Reads the verbs of a clause."""

    def __init__(self, view: View, scene: Scene, targets: Targets, nouns: Nouns) -> None:
        self._view = view
        self._scene = scene
        self._targets = targets
        self._nouns = nouns

    def read(self, sentence: Sentence, clause: Clause, within: Draft | None, had: set[int]) -> set[int]:
        """Give roles to the people of one clause; the persons that got one."""
        view = self._view
        people = [w for w in view.people_in(clause.first, clause.last + 1) if w.first not in had]
        if people:
            inside = set(clause.tokens)
            people = [w for w in people if w.first in inside]
        elif self._says_nothing(sentence, clause):
            return set()
        lemmas = view.all_lemmas(clause.tokens)
        if clause.relative is not None:
            subject = self._antecedent(clause, people)
            people = [*people, *subject]
            if not subject:
                lemmas |= view.all_lemmas(range(max(0, clause.relative - 4), clause.relative))
                lemmas |= {w for r in sentence.refs if r.at < clause.relative for w in r.cue.lemmas}
        elif self._targets.anaphor(clause):
            lemmas |= view.all_lemmas([i for c in sentence.clauses if c.last < clause.first for i in c.tokens[-6:]])
        taken: set[int] = set()
        if any(negated(view.tokens, v) for v in clause.verbs):
            self._negative(sentence, clause, people, lemmas)
            return {w.first for w in people}
        taken |= self._nouns.passives(sentence, clause, people, within)
        participles = [i for i in clause.tokens if view.tokens[i].pos_is("pcon", "pant", "inf") and not view.opaque(i)]
        if any(view.lemmas[v] & {"mieć"} and view.tokens[v].pos_is("praet") for v in clause.verbs):
            participles = [i for i in participles if not view.tokens[i].pos_is("inf")]
        for verb in (*participles, *clause.verbs):
            taken |= self._verb(sentence, clause, verb, [w for w in people if w.first not in taken], lemmas, within)
        return taken

    def _says_nothing(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause without persons gives no role: none is understood, none follows, nothing is denied."""
        if clause.relative is not None or sentence.listing or any(r.draft is not None for r in sentence.refs):
            return False
        return not any(negated(self._view.tokens, v) for v in clause.verbs)

    def _antecedent(self, clause: Clause, people: Sequence[Who]) -> list[Who]:
        """The person that a relative pronoun in the nominative stands for, as the subject of its clause."""
        view = self._view
        assert clause.relative is not None
        pronoun = view.tokens[clause.relative]
        if any(w.nominative for w in people) or view.tokens[clause.relative - 1].pos_is("prep"):
            return []
        readings = [r for r in pronoun.readings if "nom" in r.case and "sg" in r.number]
        before = list(view.people_in(max(0, clause.relative - 40), clause.relative))[-1:]
        for who in before:
            wanted = {"f"} if who.gender == "f" else {"m1"}
            if any(wanted & set(r.gender) for r in readings) and self._postscript(who, clause.relative):
                return [replace(who, cases=frozenset({"nom"}), prep=None)]
        return []

    def _postscript(self, who: Who, relative: int) -> bool:
        """Whether only the person's designation stands between the name and the pronoun."""
        between = range(who.last + 1, relative)
        return not any(self._view.quote_at(i) or self._view.finite[i] for i in between)

    def _negative(self, sentence: Sentence, clause: Clause, people: list[Who], lemmas: frozenset[str]) -> None:
        lexicon = self._view.lexicon
        if not any(self._view.lemmas[v] & lexicon.absent_verbs for v in clause.verbs):
            return
        for who in people:
            if who.nominative:
                self._scene.absent.add(who.key)
                self._scene.fired.add(lexicon.absent_rule)
        for ref in sentence.refs:
            if ref.at in clause.tokens and ref.draft is not None:
                ref.draft.cancelled = True

    def _verb(
        self,
        sentence: Sentence,
        clause: Clause,
        verb: int,
        people: list[Who],
        lemmas: frozenset[str],
        within: Draft | None,
    ) -> set[int]:
        view = self._view
        frames = [f for f in view.lexicon.frames(view.lemmas[verb]) if f.role != "quoted" and f.fits(lemmas)]
        taken: set[int] = set()
        filled: set[tuple[str, str | None]] = set()
        for frame in sorted(frames, key=lambda f: not f.with_):
            if (frame.slot, frame.prep) in filled:
                continue
            chosen = [w for w in people if w.first not in taken and self._fits(frame, w, verb, clause.gapped)]
            if not chosen and self._dropped_subject(sentence, clause, frame, verb, people, within):
                return taken
            if not chosen:
                self._await(sentence, clause, frame, verb, within)
                continue
            if frame.slot == "nom" and not frame.prep:
                chosen += self._companions(people, chosen, verb)
            if self._apply(sentence, clause, frame, verb, chosen, within):
                taken |= {w.first for w in chosen}
                filled.add((frame.slot, frame.prep))
        return taken

    def _companions(self, people: Sequence[Who], subjects: Sequence[Who], verb: int) -> list[Who]:
        """ "X wraz z Y", "prowadzili X z Y": whoever does it together with the subject."""
        view = self._view
        together = ("wraz", "razem", "wspólnie")
        readings = [r for r in view.tokens[verb].readings if r.pos in ("praet", "fin")]
        paired = len(subjects) == 1 and bool(readings) and all("sg" not in r.number for r in readings)
        return [
            w
            for w in people
            if (w.prep == "obok" and "gen" in w.cases)
            or (
                w.prep in ("z", "ze")
                and "inst" in w.cases
                and w not in subjects
                and (paired or any(view.tokens[i].lower in together for i in range(max(0, w.head - 3), w.head)))
            )
        ]

    def _dropped_subject(
        self, sentence: Sentence, clause: Clause, frame: Frame, verb: int, people: Sequence[Who], within: Draft | None
    ) -> bool:
        """ "Opowiedziała o nich w wykładzie „Sól”.": the person of the sentence before, for a session with nobody."""
        begins = verb <= sentence.first + 1 and not any(w.nominative for w in people)
        before = [w for w in self._scene.recent if agrees(self._view, w, verb)]
        if not begins or frame.slot != "nom" or frame.role not in ("session", "lead", "speaker") or len(before) != 1:
            return False
        refs = [r for r in sentence.refs if r.draft is not None and r.draft.title and not r.draft.people]
        if not refs or any("pl" in r.number for r in self._view.tokens[verb].readings if r.pos in ("praet", "fin")):
            return False
        draft = refs[0].draft
        role = cast(self._scene, frame.role, draft)
        if draft is None or role is None:
            return False
        self._scene.put(draft, before[0].key, role, before[0].span, frame.rule, 0.6)
        return True

    def _apply(
        self, sentence: Sentence, clause: Clause, frame: Frame, verb: int, chosen: Sequence[Who], within: Draft | None
    ) -> bool:
        done = False
        targets = self._targets.of(sentence, clause, frame, verb, within)
        if targets is None:
            return self._one_each(sentence, clause, frame, chosen)
        each = len(targets) == len(chosen) > 1 and any(
            self._view.tokens[i].lower == "odpowiednio" for i in clause.tokens
        )
        for n, target in enumerate(targets):
            role = cast(self._scene, frame.role, target)
            if role is None:
                continue
            for who in chosen[n : n + 1] if each else chosen:
                self._scene.put(target, who.key, role, who.span, frame.rule, FRAME)
            done = True
            if target is not None and target.kind == "panel" and role == "panelist" and self._has_both(clause):
                self._both(target, frame)
        return done

    def _one_each(self, sentence: Sentence, clause: Clause, frame: Frame, chosen: Sequence[Who]) -> bool:
        """ "Referaty przedstawili X, Y i Z": a talk each, without a title."""
        refs = [r for r in sentence.refs if r.inside(clause.tokens) and r.plural and r.draft is None]
        if (
            not refs
            or frame.role != "session"
            or refs[0].cue.kind not in ("lecture", "presentation")
            or len(chosen) < 2
        ):
            return False
        for who in chosen:
            draft = self._scene.open(refs[0].cue, None, who.span, confidence=0.6)
            self._scene.put(draft, who.key, draft.usual_role(), who.span, frame.rule, 0.7)
        return True

    def _has_both(self, clause: Clause) -> bool:
        """ "Oboje", "obaj" as the subject."""
        return any(self._view.lemmas[i] & _BOTH_PEOPLE and "nom" in self._view.tokens[i].cases() for i in clause.tokens)

    def _both(self, target: Draft, frame: Frame) -> None:
        """The two people last seen in sessions."""
        before = [f for d in self._scene.drafts if d is not target for f in d.people.values()]
        for fact in before[-2:]:
            self._scene.put(target, fact.person, "panelist", fact.spans[0], frame.rule, 0.6)

    def _fits(self, frame: Frame, who: Who, verb: int, gapped: bool) -> bool:
        if self._view.in_bracket(who.first):
            return False
        if frame.slot == "nom":
            return who.nominative and (gapped or agrees(self._view, who, verb))
        if frame.slot == "any":
            return who.prep is None and bool(who.cases & {"nom", "acc"})
        if frame.prep:
            return who.prep in (frame.prep, frame.prep + "e") and frame.slot in who.cases
        return frame.slot in who.cases and "nom" not in who.cases and who.prep is None

    def _await(self, sentence: Sentence, clause: Clause, frame: Frame, verb: int, within: Draft | None) -> None:
        """The subject follows as a list: "W panelu uczestniczyli:"."""
        if not sentence.listing or clause is not sentence.clauses[-1] or frame.slot not in ("nom", "any"):
            return
        if not any("pl" in r.number for r in self._view.tokens[verb].readings):
            return
        targets = self._targets.of(sentence, clause, frame, verb, within)
        if targets is None:
            return
        for target in targets[:1]:
            role = cast(self._scene, frame.role, target)
            if role is not None:
                self._scene.pending = Pending(
                    frame.role, target, frame.rule, self._scene.block, origin=self._scene.block
                )
        if len(targets) > 1 and self._scene.pending is not None:
            self._scene.pending.more = targets[1:]
