"""Sentences: sessions named in them, and the roles that verbs, role nouns and phrases give to people."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.base import Span
from extract.s7_frames.clauses import Clause, is_finite, negated, split_clauses
from extract.s7_frames.sessions.clock import Hours
from extract.s7_frames.sessions.lexicon import Cue, Frame
from extract.s7_frames.sessions.scene import Draft, Pending, Scene
from extract.s7_frames.sessions.titles import Titled, clean, pairs, titled_quotes, unquoted_title
from extract.s7_frames.sessions.view import Mark, View, Who

_ORDINALS = {"pierwszy": 1, "drugi": 2, "trzeci": 3, "czwarty": 4, "kolejny": 0, "następny": 0, "inny": 0, "ostatni": 0}
_BOTH = frozenset({"oba", "obydwa", "obydwie"})
_BOTH_PEOPLE = frozenset({"oba", "oboje", "obydwoje", "obydwaj"})
_ALWAYS_PLURAL = frozenset({"warsztat", "warsztaty", "zajęcia"})
_FRAME, _NOUN, _LABEL, _GENITIVE, _PHRASE = 0.85, 0.8, 0.9, 0.8, 0.75


@dataclass(slots=True)
class Ref:
    """A session spoken of in a sentence."""

    at: int
    last: int
    cue: Cue
    draft: Draft | None = None
    event: bool = False
    """It is the event itself that is spoken of."""
    plural: bool = False
    ordinal: int | None = None

    def inside(self, tokens: Container[int]) -> bool:
        """Whether the noun or its title stands among the tokens."""
        return self.at in tokens or self.last in tokens


@dataclass(frozen=True, slots=True)
class Label:
    """A role noun before a colon."""

    first: int
    colon: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with all that was found in it."""

    span: Span
    first: int
    last: int
    marks: list[Mark]
    refs: list[Ref]
    clauses: tuple[Clause, ...]
    hours: Sequence[Hours]
    listing: bool
    """It ends with a colon: a list follows."""


class Prose:
    """Reads sentences into a scene."""

    def __init__(self, view: View, scene: Scene, is_event: "EventTest") -> None:
        self._view = view
        self._scene = scene
        self._is_event = is_event
        self._refs_before: list[Ref] = []
        """Sessions spoken of in the sentence before its first label."""

    def read(self, span: Span, hours: Sequence[Hours] = (), *, within: Draft | None = None) -> None:
        """Take in one sentence; ``within`` is the programme item that it belongs to."""
        view = self._view
        first, last = view.range(span)
        if first == last:
            return
        self._refs_before = []
        labels = self._labels(first, last)
        end = next((x.first for x in labels if not self._view.in_bracket(x.first)), last)
        if end > first:
            self._sentence(Span(view.tokens[first].start, view.tokens[end - 1].end), first, end, hours, within)
        for label, stop in zip(labels, [*(n.first for n in labels[1:]), last], strict=bool(labels)):
            self._zone(label, stop, within)

    # ---- labels -------------------------------------------------------------------------------------------------------

    def _labels(self, first: int, last: int) -> list[Label]:
        view = self._view
        found = []
        for mark in view.marks(first, last):
            if mark.role is None or not self._in_context(mark, first, last):
                continue
            colon = mark.last + 1
            while colon < min(last, mark.last + 5) and self._plain(colon):
                colon += 1
            start = self._label_start(mark.first, first)
            if colon < last and (view.tokens[colon].text == ":" or self._dash_label(start, first, colon)):
                found.append(Label(start, colon, mark))
        return [b for a, b in zip([None, *found], found, strict=False) if a is None or a.colon < b.first]

    def _dash_label(self, start: int, first: int, dash: int) -> bool:
        """"Moderator – Jan Nowak" at the head of a line: the dash does for a colon."""
        view = self._view
        if start != first or view.tokens[dash].text not in "–—-" or view.tokens[dash].start == view.tokens[dash - 1].end:
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
            if is_finite(self._view.tokens[begin]):
                return at
        return begin

    def _zone(self, label: Label, end: int, within: Draft | None) -> None:
        role = label.mark.role
        assert role is not None
        scene = self._scene
        if self._view.in_bracket(label.first):
            end = next((i for i in range(label.colon, end) if not self._view.in_bracket(i)), end)
        target = within if within is not None else self._spoken_of(role.target, label) or self._active(role.target)
        name = role.role
        if name == "inherit":
            if scene.label[0] != "juror" or scene.label[1] < scene.block - 6:
                return
            name = "juror"
        held = self.role(name, target)
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
            scene.put(target, who.key, held, who.span, role.rule, _LABEL)
        if not people:
            both = self._both_before(label)
            target = both[0] if both else target
            scene.pending = Pending(name, target, role.rule, scene.block, role.items, None, role.target, scene.block)
            scene.pending.more = both[1:]

    def _both_before(self, label: Label) -> list[Draft | None]:
        """"W obu wystąpili ci sami goście:": the two sessions named last."""
        view = self._view
        near = range(max(0, label.colon - 9), label.colon)
        both = any(view.lemmas[i] & _BOTH and i > 0 and view.tokens[i - 1].pos_is("prep") for i in near)
        return list(self._scene.drafts[-2:]) if both and len(self._scene.drafts) > 1 else []

    def _listed_talks(self, label: Label, end: int, people: Sequence[Who]) -> bool:
        """"Wystąpienia: X – „Sól”; Y – „Woda”": every pair is a talk."""
        view, scene = self._view, self._scene
        rows = pairs(view, label.colon + 1, end) if people else []
        cue = view.lexicon.cue(view.lemmas, label.mark.first)
        for own, quote in rows:
            kind = cue if cue is not None and cue.is_session else view.lexicon.kinds["lecture"]
            draft = scene.open(kind, clean(quote.span.of(view.text)), quote.span, confidence=0.85)
            for who in own:
                scene.put(draft, who.key, draft.usual_role(), who.span, kind.rule, _LABEL)
        return bool(rows)

    def _of_event(self, label: Label) -> bool:
        """"Moderator konferencji:" is of the whole event."""
        view = self._view
        cues = (view.lexicon.cue(view.lemmas, i) for i in range(label.mark.last + 1, label.colon))
        return any(c is not None and c.kind == "event" for c in cues)

    def _spoken_of(self, target: str, label: Label) -> Draft | None:
        """The session named right before the label: "odbył się panel, w którym wzięli udział: …"."""
        refs = [r for r in self._refs_before if not r.event and (target != "panel" or r.cue.kind == "panel")]
        refs = [r for r in refs if r.last < label.first] or refs
        return self._draft(refs[-1]) if refs and target != "event" else None

    def _active(self, target: str) -> Draft | None:
        current = self._scene.current
        if target == "event" or current is None or current.block < self._scene.block - 12:
            return None
        return None if target == "talk" and current.kind == "other" and not current.cue.group else current

    # ---- sentences ----------------------------------------------------------------------------------------------------

    def _sentence(self, span: Span, first: int, last: int, hours: Sequence[Hours], within: Draft | None) -> None:
        view = self._view
        marks = list(view.marks(first, last))
        titles = titled_quotes(view, first, last, marks)
        starts = {t.quote.first for t in titles} | {m.first for m in marks if m.role is not None or m.cue is not None and m.cue.is_session}
        heads = [t.quote.first for t in titles]
        starts |= {w.head for w in view.people_in(first, last) if any(0 < q - w.last <= 12 for q in heads)}
        clauses = split_clauses(view.tokens, first, last, view.opaque, lambda i: i in starts or self._ordinal_at(i))
        refs = self._refs(marks, titles, last, hours, within)
        refs += self._elliptical(titles, clauses, refs)
        refs += self._ordinals(first, last, refs)
        refs.sort(key=lambda r: r.at)
        self._refs_before = refs
        paired = self._pairs(first, last, refs, within)
        sentence = Sentence(span, first, last, marks, refs, clauses, hours, view.tokens[last - 1].text == ":")
        taken: set[int] = set(paired)
        for clause in clauses:
            taken |= self._clause(sentence, clause, within, taken)
        self._by_nouns(sentence, taken, within)
        self._possessives(sentence)
        self._located(sentence, taken, within)
        self._discussion(sentence, taken, within)
        self._sole(sentence, taken, within)
        self._hours(sentence)
        self._cancel(sentence)
        self._scene.recent = list(view.people_in(first, last)) or self._scene.recent

    def _ordinal_at(self, i: int) -> bool:
        return bool(self._view.lemmas[i] & _ORDINALS.keys()) and self._view.tokens[i].pos_is("adj")

    def _refs(
        self, marks: list[Mark], titles: Sequence[Titled], last: int, hours: Sequence[Hours], within: Draft | None
    ) -> list[Ref]:
        refs: list[Ref] = []
        for mark in marks:
            cue = mark.cue
            if cue is None or cue.kind in ("none", "work"):
                continue
            own = [t for t in titles if t.bearer == mark]
            again = cue.kind == "panel" and any(d.kind == "panel" for d in self._scene.drafts)
            if cue.kind == "event" or (self._is_event(mark, own, cue) and not (again and not own)):
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
        if own:
            return [
                Ref(mark.first, t.quote.last, cue, self._titled(cue, t.title, t.quote.span, ordinal, within)) for t in own
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
        if plural and not cue.lemmas[0] in _ALWAYS_PLURAL or (plural and self._counted(mark)):
            self._scene.scope = cue
            return [Ref(mark.first, mark.last, cue, plural=True, ordinal=ordinal)]
        if plural:
            self._scene.scope = cue
        return [Ref(mark.first, mark.last, cue, ordinal=ordinal)]

    def _counted(self, mark: Mark) -> bool:
        view = self._view
        return any(view.tokens[i].pos_is("num") or view.lemmas[i] & {"kilka", "temat"} for i in range(max(0, mark.first - 3), mark.first))

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
        """"W pierwszym z nich …, w drugim …": sessions of one kind named in this paragraph, by number."""
        view, scene = self._view, self._scene
        here = [d for d in scene.drafts if d.block == scene.block]
        kinds = [d.kind for d in here]
        found = []
        for i in range(first, last):
            numbers = [_ORDINALS[w] for w in sorted(view.lemmas[i] & _ORDINALS.keys()) if _ORDINALS[w]]
            if not numbers or view.opaque(i) or any(r.at - 3 <= i <= r.last for r in refs) or len(here) < 2:
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
            for lemma in view.lemmas[i] & _ORDINALS.keys():
                return _ORDINALS[lemma]
            if not (view.tokens[i].pos_is("adj") or view.tokens[i].pos_is("subst")):
                break
        return None

    # ---- clauses ------------------------------------------------------------------------------------------------------

    def _pairs(self, first: int, last: int, refs: Sequence[Ref], within: Draft | None) -> list[int]:
        """Talks listed in one sentence; the first tokens of their persons."""
        view = self._view
        rows = pairs(view, first, last) if within is None else []
        speaking = any(f.role in ("attend", "session", "speaker", "lead") for i in range(first, last) for f in self._frames_at(i))
        if not rows or not (speaking or any(r.plural for r in refs)):
            return []
        cue = self._scene.scope if self._scene.scope is not None and self._scene.scope.is_session else None
        cue = next((r.cue for r in refs if r.cue.is_session and not r.cue.group), cue) or view.lexicon.kinds["lecture"]
        taken = []
        for people, quote in rows:
            draft = self._scene.open(cue, clean(quote.span.of(view.text)), quote.span, confidence=0.8)
            for who in people:
                self._scene.put(draft, who.key, draft.usual_role(), who.span, cue.rule, _LABEL)
                taken.append(who.first)
        return taken

    def _frames_at(self, i: int) -> Iterator[Frame]:
        view = self._view
        if not view.opaque(i) and is_finite(view.tokens[i]):
            yield from view.lexicon.frames(view.lemmas[i])

    def _clause(self, sentence: Sentence, clause: Clause, within: Draft | None, had: set[int]) -> set[int]:
        """Give roles to the people of one clause; the persons that got one."""
        view = self._view
        inside = set(clause.tokens) - had
        people = [w for w in view.people_in(clause.first, clause.last + 1) if w.first in inside]
        lemmas = view.all_lemmas(clause.tokens)
        if clause.relative is not None:
            people = [*people, *self._antecedent(clause, people)]
            lemmas |= view.all_lemmas(range(max(0, clause.relative - 4), clause.relative))
            lemmas |= {w for r in sentence.refs if r.at < clause.relative for w in r.cue.lemmas}
        elif self._anaphor(clause):
            lemmas |= view.all_lemmas([i for c in sentence.clauses if c.last < clause.first for i in c.tokens[-6:]])
        taken: set[int] = set()
        if any(negated(view.tokens, v) for v in clause.verbs):
            self._negative(sentence, clause, people, lemmas)
            return {w.first for w in people}
        taken |= self._passives(sentence, clause, people, within)
        participles = [i for i in clause.tokens if view.tokens[i].pos_is("pcon", "pant", "inf") and not view.opaque(i)]
        for verb in (*participles, *clause.verbs):
            taken |= self._verb(sentence, clause, verb, [w for w in people if w.first not in taken], lemmas, within)
        return taken

    def _antecedent(self, clause: Clause, people: Sequence[Who]) -> list[Who]:
        """The person that a relative pronoun in the nominative stands for, as the subject of its clause."""
        view = self._view
        assert clause.relative is not None
        pronoun = view.tokens[clause.relative]
        if any(w.nominative for w in people) or view.tokens[clause.relative - 1].pos_is("prep"):
            return []
        readings = [r for r in pronoun.readings if "nom" in r.case and "sg" in r.number]
        before = [w for w in view.people_in(max(0, clause.relative - 40), clause.relative)][-1:]
        for who in before:
            wanted = {"f"} if who.gender == "f" else {"m1"}
            if any(wanted & set(r.gender) for r in readings) and self._postscript(who, clause.relative):
                return [replace(who, cases=frozenset({"nom"}), prep=None)]
        return []

    def _postscript(self, who: Who, relative: int) -> bool:
        """Whether only the person's designation stands between the name and the pronoun."""
        between = range(who.last + 1, relative)
        return not any(self._view.quote_at(i) or is_finite(self._view.tokens[i]) for i in between)

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
                chosen += self._companions(people, chosen)
            if self._apply(sentence, clause, frame, verb, chosen, within):
                taken |= {w.first for w in chosen}
                filled.add((frame.slot, frame.prep))
        return taken

    def _companions(self, people: Sequence[Who], subjects: Sequence[Who]) -> list[Who]:
        """"X wraz z Y": whoever does it together with the subject."""
        view = self._view
        together = ("wraz", "razem", "wspólnie")
        return [
            w
            for w in people
            if w.prep in ("z", "ze")
            and "inst" in w.cases
            and w not in subjects
            and any(view.tokens[i].lower in together for i in range(max(0, w.head - 3), w.head))
        ]

    def _dropped_subject(
        self, sentence: Sentence, clause: Clause, frame: Frame, verb: int, people: Sequence[Who], within: Draft | None
    ) -> bool:
        """"Opowiedziała o nich w wykładzie „Sól”.": the person of the sentence before, for a session that has nobody."""
        begins = verb <= sentence.first + 1 and not any(w.nominative for w in people)
        before = [w for w in self._scene.recent if self._agrees(w, verb)]
        if not begins or frame.slot != "nom" or frame.role not in ("session", "lead", "speaker") or len(before) != 1:
            return False
        refs = [r for r in sentence.refs if r.draft is not None and r.draft.title and not r.draft.people]
        if not refs or any("pl" in r.number for r in self._view.tokens[verb].readings if r.pos in ("praet", "fin")):
            return False
        draft = refs[0].draft
        role = self.role(frame.role, draft)
        if draft is None or role is None:
            return False
        self._scene.put(draft, before[0].key, role, before[0].span, frame.rule, 0.6)
        return True

    def _apply(
        self, sentence: Sentence, clause: Clause, frame: Frame, verb: int, chosen: Sequence[Who], within: Draft | None
    ) -> bool:
        done = False
        targets = self._targets(sentence, clause, frame, verb, within)
        if targets is None:
            return self._one_each(sentence, clause, frame, chosen)
        each = len(targets) == len(chosen) > 1 and any(self._view.tokens[i].lower == "odpowiednio" for i in clause.tokens)
        for n, target in enumerate(targets):
            role = self.role(frame.role, target)
            if role is None:
                continue
            for who in chosen[n : n + 1] if each else chosen:
                self._scene.put(target, who.key, role, who.span, frame.rule, _FRAME)
            done = True
            if target is not None and target.kind == "panel" and role == "panelist" and self._has_both(clause):
                self._both(target, frame)
        return done

    def _one_each(self, sentence: Sentence, clause: Clause, frame: Frame, chosen: Sequence[Who]) -> bool:
        """"Referaty przedstawili X, Y i Z": a talk each, without a title."""
        refs = [r for r in sentence.refs if r.inside(clause.tokens) and r.plural and r.draft is None]
        if not refs or frame.role != "session" or refs[0].cue.kind not in ("lecture", "presentation") or len(chosen) < 2:
            return False
        for who in chosen:
            draft = self._scene.open(refs[0].cue, None, who.span, confidence=0.6)
            self._scene.put(draft, who.key, draft.usual_role(), who.span, frame.rule, 0.7)
        return True

    def _has_both(self, clause: Clause) -> bool:
        """"Oboje", "obaj" as the subject."""
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
            return who.nominative and (gapped or self._agrees(who, verb))
        if frame.slot == "any":
            return who.prep is None and bool(who.cases & {"nom", "acc"})
        if frame.prep:
            return who.prep in (frame.prep, frame.prep + "e") and frame.slot in who.cases
        return frame.slot in who.cases and "nom" not in who.cases and who.prep is None

    def _agrees(self, who: Who, verb: int) -> bool:
        """A verb in the past singular has the gender of its subject."""
        readings = [r for r in self._view.tokens[verb].readings if r.pos == "praet"]
        if who.gender is None or not readings:
            return not any(r.pos == "imps" for r in self._view.tokens[verb].readings)
        singular = [r for r in readings if "sg" in r.number]
        if len(singular) < len(readings) or not singular:
            return True
        wanted = {"f"} if who.gender == "f" else {"m1"}
        return any(wanted & set(r.gender) for r in singular)

    def _await(self, sentence: Sentence, clause: Clause, frame: Frame, verb: int, within: Draft | None) -> None:
        """The subject follows as a list: "W panelu uczestniczyli:"."""
        if not sentence.listing or clause is not sentence.clauses[-1] or frame.slot not in ("nom", "any"):
            return
        if not any("pl" in r.number for r in self._view.tokens[verb].readings):
            return
        targets = self._targets(sentence, clause, frame, verb, within)
        if targets is None:
            return
        for target in targets[:1]:
            role = self.role(frame.role, target)
            if role is not None:
                self._scene.pending = Pending(frame.role, target, frame.rule, self._scene.block, origin=self._scene.block)
        if len(targets) > 1 and self._scene.pending is not None:
            self._scene.pending.more = targets[1:]

    def _targets(
        self, sentence: Sentence, clause: Clause, frame: Frame, verb: int, within: Draft | None
    ) -> list[Draft | None] | None:
        """The sessions a frame speaks of; ``[None]`` is the event; ``None``: nothing fits."""
        scene = self._scene
        if frame.target == "event":
            return [within] if within is not None and within.kind == "ceremony" else [None]
        inside = set(clause.tokens)
        refs = [r for r in sentence.refs if r.inside(inside)]
        if not refs and clause.relative is not None:
            refs = [r for r in sentence.refs if r.at < clause.relative][-1:]
        panels = frame.target == "panel"
        if panels:
            refs = [r for r in refs if r.cue.kind == "panel"]
        if self._in_both(clause) and len(scene.drafts) > 1:
            return list(scene.drafts[-2:])
        sessions = [r for r in refs if not r.event]
        usable = sessions or refs
        if usable:
            ref = min(usable, key=lambda r: (r.draft is None, r.plural, min(abs(r.at - verb), abs(r.last - verb))))
            if ref.event:
                return [None] if frame.target == "any" or (panels and scene.debate) else None
            twins = [r.draft for r in sessions if r.at == ref.at and r.draft is not None]
            if len(twins) > 1:
                return list(twins)
            draft = self._draft(ref)
            if draft is not None:
                return [draft]
        if within is not None:
            return [within]
        if frame.creates == "other":
            here = [r.draft for r in sentence.refs if r.draft is not None and r.draft.kind in ("ceremony", "other")]
            return [here[-1]] if here else [self._created("other", clause)]
        near = scene.nearby()
        if near is not None and (not panels or near.kind == "panel") and (panels or self._anaphor(clause)):
            return [near]
        if near is not None and self._goes_on(frame, near, clause, verb):
            return [near]
        if near is not None and near.kind == "panel" and frame.role == "attend" and not usable:
            return [near]
        if frame.creates:
            return [self._created(frame.creates, clause)]
        if frame.target == "any" and frame.role in ("award_presenter", "attend", "opener", "speaker", "host"):
            return [None]
        return None

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
        """"W obu": both sessions, after a preposition."""
        view = self._view
        people = any(w.nominative and w.first in clause.tokens for w in view.people_in(clause.first, clause.last + 1))
        return any(
            view.lemmas[i] & _BOTH and ((i > 0 and view.tokens[i - 1].pos_is("prep")) or (people and "acc" in view.tokens[i].cases()))
            for i in clause.tokens
        )

    def _anaphor(self, clause: Clause) -> bool:
        """A personal or demonstrative pronoun that can stand for a session: "ją", "w nim", "w niej"."""
        tokens = self._view.tokens
        return any(
            tokens[i].pos_is("ppron3") and tokens[i].cases() & {"acc", "inst", "loc"} and not self._view.opaque(i)
            for i in clause.tokens
        )

    def _draft(self, ref: Ref) -> Draft | None:
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
        elif ref.cue.kind == "panel" and scene.current is not None and scene.current.cue.role == "guest" and self._close(scene.current):
            ref.draft = scene.current
        elif ref.ordinal is None and idle and not self._possessor(ref):
            ref.draft = idle[-1]
        elif ref.plural and ref.cue.lemmas[0] not in _ALWAYS_PLURAL:
            return None
        else:
            tokens = self._view.tokens
            span = Span(tokens[ref.at].start, tokens[ref.last].end)
            ref.draft = scene.open(ref.cue, ref.cue.title or self._descriptive(ref), span, confidence=0.7)
        return ref.draft

    def _close(self, draft: Draft) -> bool:
        return draft.block >= self._scene.block - 1 and draft.kind == "other"

    def _descriptive(self, ref: Ref) -> str | None:
        """"Warsztaty śpiewu białego", "uroczysty apel": the noun with its complement serves as a title."""
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
        return f"Warsztaty {tail}" if ref.cue.lemmas[0].startswith("warsztat") and "gen" in view.tokens[stop - 1].cases() else None

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

    def _possessor(self, ref: Ref) -> int | None:
        """Index of "jego", "jej" or "ich" before a session noun."""
        for i in range(ref.at - 1, max(-1, ref.at - 4), -1):
            if self._view.tokens[i].lower in ("jego", "jej"):
                return i
            if not self._view.tokens[i].pos_is("adj"):
                break
        return None

    def role(self, role: str, target: Draft | None) -> str | None:
        """The role in the record; ``None`` where it makes no sense there."""
        if role == "session":
            return target.usual_role() if target is not None else None
        if role == "lead":
            return target.lead_role() if target is not None else "host"
        if role == "panelist" and target is None and self._scene.debate:
            return role
        if role == "attend":
            if target is None:
                return "panelist" if self._scene.debate else "guest"
            return "speaker" if target.cue.group else "panelist" if target.kind == "panel" else "guest"
        if role == "inherit" or (role == "panelist" and (target is None or target.kind not in ("panel", "other"))):
            return None
        if role == "moderator" and target is not None and target.kind in ("lecture", "presentation"):
            return None
        if role == "chair":
            return "moderator" if target is not None else None
        return role

    # ---- participles, nouns, phrases ------------------------------------------------------------------------------------

    def _passives(self, sentence: Sentence, clause: Clause, people: list[Who], within: Draft | None) -> set[int]:
        view = self._view
        taken: set[int] = set()
        for position, i in enumerate(clause.tokens):
            lemmas = frozenset(r.lemma for r in view.tokens[i].readings if r.pos == "ppas")
            if not lemmas or view.opaque(i):
                continue
            by = next((j for j in clause.tokens[position + 1 : position + 4] if view.tokens[j].lower == "przez"), None)
            if by is None:
                continue
            agents = self._group(people, by, {"acc"})
            for frame in view.lexicon.frames(lemmas):
                if frame.slot != "nom" or not agents or frame.role == "quoted":
                    continue
                before = [r for r in sentence.refs if r.at < i and not r.event]
                target = self._draft(before[-1]) if before else within
                role = self.role(frame.role, target)
                if role is None or (target is None and role not in ("award_presenter", "opener")):
                    continue
                for who in agents:
                    self._scene.put(target, who.key, role, who.span, frame.rule, _FRAME)
                    taken.add(who.first)
                break
        return taken

    def _group(self, people: Sequence[Who], after: int, cases: set[str]) -> list[Who]:
        """The coordinated persons that begin right after the token ``after``, all in one of ``cases``."""
        group: list[Who] = []
        for who in people:
            if who.first <= after:
                continue
            if not who.cases & cases or (not group and not self._near(after, who)):
                break
            if group and any(
                is_finite(self._view.tokens[i]) and not self._view.opaque(i)
                for i in range(group[-1].last + 1, who.first)
            ):
                break
            group.append(who)
        return group

    def _near(self, after: int, who: Who) -> bool:
        """Whether only titles, posts and adjectives stand between."""
        tokens = self._view.tokens
        for i in range(after + 1, who.first):
            if tokens[i].text == ":" and i == after + 1:
                continue
            if self._view.quote_at(i) or tokens[i].text in ";:()|" or is_finite(tokens[i]):
                return False
        return who.first - after <= 14

    def _by_nouns(self, sentence: Sentence, taken: set[int], within: Draft | None) -> None:
        """Roles from phrases, role nouns and genitives, for people whom no verb gave one."""
        view = self._view
        everyone = view.people_in(sentence.first, sentence.last)
        people = [w for w in everyone if w.first not in taken]
        present = {t.lower for t in view.tokens[sentence.first : sentence.last]}
        for phrase in view.lexicon.phrases:
            if phrase.words[0] not in present:
                continue
            for i in range(sentence.first, sentence.last - len(phrase.words)):
                if all(view.tokens[i + k].lower == w for k, w in enumerate(phrase.words)) and not view.opaque(i):
                    group = self._group(everyone, i + len(phrase.words) - 1, {phrase.case})
                    target = self._noun_target(sentence, i, within)
                    if phrase.role == "chair" and any(m.role is not None and m.role.role == "juror" for m in sentence.marks):
                        self._give(group, "juror", None, phrase.rule, _PHRASE, set())
                        self._scene.label = ("juror", self._scene.block)
                        continue
                    self._give(group, phrase.role, target, phrase.rule, _PHRASE, set())
                    if not group and sentence.listing and phrase.role == "attend":
                        self._scene.pending = Pending(phrase.role, target, phrase.rule, self._scene.block, origin=self._scene.block)
        for mark in sentence.marks:
            if mark.role is not None:
                self._role_noun(sentence, mark, people, taken, within)
        for ref in sentence.refs:
            self._genitives(ref, [w for w in people if w.first not in taken], taken)

    def _noun_target(self, sentence: Sentence, at: int, within: Draft | None) -> Draft | None:
        refs = [r for r in sentence.refs if r.at < at and not r.event]
        return self._draft(refs[-1]) if refs else within

    def _give(
        self, group: Iterable[Who], role: str, target: Draft | None, rule: str, confidence: float, taken: set[int]
    ) -> None:
        held = self.role(role, target)
        for who in group:
            if held is not None and who.first not in taken:
                self._scene.put(target, who.key, held, who.span, rule, confidence)
                taken.add(who.first)

    def _role_noun(
        self, sentence: Sentence, mark: Mark, people: list[Who], taken: set[int], within: Draft | None
    ) -> None:
        """"Moderatorką była X", "moderatorka, red. X", "jury – X, Y i Z –"."""
        view = self._view
        role = mark.role
        assert role is not None
        nominal = view.tokens[mark.first].pos_is("subst", "ger", "pact", "adj")
        if not nominal and within is None:
            return
        clause = next((c for c in sentence.clauses if mark.first in c.tokens), None)
        if clause is None:
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
        if target is None and role.target == "session":
            return
        self._give(free, role.role, target, role.rule, _NOUN, taken)

    def _beside(self, mark: Mark, people: list[Who]) -> list[Who]:
        """Persons in apposition to the noun: the first one right after it, with nothing but a comma or dash between."""
        after = [w for w in people if w.first > mark.last]
        if not after or after[0].first - mark.last > 12:
            return []
        between = range(mark.last + 1, after[0].first)
        marks = [i for i in between if self._view.tokens[i].text in ",–—-"]
        if any((is_finite(self._view.tokens[i]) or self._view.tokens[i].pos_is("prep")) and not self._view.opaque(i) for i in between):
            return []
        assert mark.role is not None
        if mark.role.role == "juror" and len(mark.role.lemmas) == 1 and mark.role.lemmas[0] != "juror":
            return after if self._view.tokens[mark.last + 1].text in "–—-(" else []
        return after[:1] if len(marks) <= 1 and after[0].head <= mark.last + 1 + len(marks) else []

    def _possessives(self, sentence: Sentence) -> None:
        """"Jej wykład „Sól” …": the talk of the person named last."""
        for ref in sentence.refs:
            at = self._possessor(ref)
            if at is None or ref.event:
                continue
            before = [w for w in self._view.people_in(sentence.first, at)] or list(self._scene.recent)
            gender = "f" if self._view.tokens[at].lower == "jej" else "m"
            owner = next((w for w in reversed(before) if w.gender in (gender, None)), None)
            draft = self._draft(ref) if owner is not None else None
            if owner is not None and draft is not None and not draft.people:
                rule = self._view.lexicon.possessive
                self._scene.put(draft, owner.key, draft.usual_role(), owner.span, rule, _PHRASE)

    def _located(self, sentence: Sentence, taken: set[int], within: Draft | None) -> None:
        """"W wykładzie X pokazał …": whoever acts in a session takes part in it."""
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
                if w.first in inside and w.first not in taken and w.nominative and self._agrees(w, verb)
            ]
            draft = self._draft(ref) if people else None
            if draft is not None and draft.kind in ("lecture", "presentation", "panel"):
                self._give(people, "session", draft, view.lexicon.located, 0.65, taken)

    def _sole(self, sentence: Sentence, taken: set[int], within: Draft | None) -> None:
        """One session with a title and nobody in it, one person without a role: they belong together."""
        view = self._view
        drafts = list({id(r.draft): r.draft for r in sentence.refs if r.draft is not None}.values())
        if within is not None or len(drafts) != 1 or any(r.event for r in sentence.refs):
            return
        draft = drafts[0]
        people = [w for w in view.people_in(sentence.first, sentence.last) if not view.in_bracket(w.first)]
        free = [w for w in people if w.nominative and w.first not in taken and view.quote_at(w.first) is None]
        if len(people) == 1 and free and draft.title and not draft.people and draft.kind in ("lecture", "workshop", "presentation"):
            self._give(free, "session", draft, view.lexicon.located, 0.55, taken)

    def _in_locative(self, ref: Ref) -> bool:
        tokens = self._view.tokens
        if "loc" not in tokens[ref.at].cases():
            return False
        return any(tokens[i].lower in ("w", "we", "podczas") for i in range(max(0, ref.at - 3), ref.at))

    def _discussion(self, sentence: Sentence, taken: set[int], within: Draft | None) -> None:
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
                if free and clause.verbs and not view.in_bracket(who.first) and self._agrees(who, clause.verbs[0]):
                    self._scene.put(near, who.key, "panelist", who.span, view.lexicon.discussion, 0.6)
                    taken.add(who.first)

    def _genitives(self, ref: Ref, people: list[Who], taken: set[int]) -> None:
        """"wykład prof. Jana Nowaka", "warsztaty z Anną Kowalską"."""
        if ref.event or not ref.cue.is_session:
            return
        for after in dict.fromkeys((ref.cue and ref.at + len(ref.cue.lemmas) - 1, ref.last)):
            group = [w for w in self._group(people, after, {"gen", "inst"}) if "nom" not in w.cases and w.first not in taken]
            group = [w for w in group if self._governed(ref, w)]
            if group and (draft := self._draft(ref)) is not None:
                self._give(group, "session", draft, ref.cue.rule, _GENITIVE, taken)
                return

    @staticmethod
    def _governed(ref: Ref, who: Who) -> bool:
        if who.prep is None:
            return "gen" in who.cases
        return who.prep in ("z", "ze") and "inst" in who.cases and (ref.cue.kind in ("workshop", "panel") or ref.cue.role == "guest")

    # ---- hours, cancelled sessions --------------------------------------------------------------------------------------

    def _hours(self, sentence: Sentence) -> None:
        """Hours of the clause, of the sentence, or of the sentence before that named no session."""
        drafts = list({id(r.draft): r.draft for r in sentence.refs if r.draft is not None}.values())
        if not drafts:
            self._scene.hours = sentence.hours[0] if sentence.hours else None
            return
        for draft in drafts:
            hours = self._hours_of(draft, sentence, len(drafts) == 1)
            if hours is not None and draft.start is None:
                draft.start, draft.end = hours.start, hours.end
        self._scene.hours = None

    def _hours_of(self, draft: Draft, sentence: Sentence, alone: bool) -> Hours | None:
        if not sentence.hours:
            return self._scene.hours if alone else None
        refs = [r for r in sentence.refs if r.draft is draft]
        for clause in sentence.clauses:
            if any(r.inside(clause.tokens) for r in refs):
                start, end = self._view.tokens[clause.first].start, self._view.tokens[clause.last].end
                here = [h for h in sentence.hours if start <= h.span.start < end]
                if here:
                    return here[0]
        return sentence.hours[0] if alone and len(sentence.hours) == 1 else None

    def _cancel(self, sentence: Sentence) -> None:
        cancel = self._view.lexicon.cancel
        for clause in sentence.clauses:
            verbal = (i for i in clause.tokens if self._view.tokens[i].pos_is("ppas", "praet", "imps") and not self._view.opaque(i))
            if any(self._view.lemmas[i] & cancel for i in verbal):
                for ref in sentence.refs:
                    if ref.at in clause.tokens and ref.draft is not None:
                        ref.draft.cancelled = True


class EventTest:
    """Whether a noun, or a title, is the event's own."""

    def __call__(self, mark: Mark | None, titles: Sequence[Titled], cue: Cue) -> bool:  # pragma: no cover - interface
        """True where the event itself is spoken of."""
        raise NotImplementedError
