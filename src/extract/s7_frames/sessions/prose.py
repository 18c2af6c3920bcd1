"""Sentences: sessions named in them, and the roles that verbs, nouns and labels give to people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.base import Span
from extract.s7_frames.clauses import split_clauses
from extract.s7_frames.sessions.clock import Hours
from extract.s7_frames.sessions.labels import Labels
from extract.s7_frames.sessions.lexicon import Frame
from extract.s7_frames.sessions.nouns import Nouns
from extract.s7_frames.sessions.references import References
from extract.s7_frames.sessions.scene import Draft, Scene
from extract.s7_frames.sessions.sentence import LABEL, EventTest, Ref, Sentence
from extract.s7_frames.sessions.surroundings import Surroundings
from extract.s7_frames.sessions.targets import Targets
from extract.s7_frames.sessions.titles import Titled, clean, pairs, titled_quotes
from extract.s7_frames.sessions.verbs import Verbs
from extract.s7_frames.sessions.view import Mark, Quote, View, Who

_AFTER = frozenset({"po", "potem", "następnie", "później", "wcześniej"})
_LATER = frozenset({"późno", "później", "potem", "następnie"})


class Prose:
    """Reads sentences into a scene."""

    def __init__(self, view: View, scene: Scene, is_event: EventTest) -> None:
        self._view = view
        self._scene = scene
        self._refs = References(view, scene, is_event)
        self._labels = Labels(view, scene, self._refs)
        self._nouns = Nouns(view, scene, self._refs)
        self._verbs = Verbs(view, scene, Targets(view, scene, self._refs), self._nouns)
        self._surroundings = Surroundings(view, scene, self._refs, self._nouns)

    def read(self, span: Span, hours: Sequence[Hours] = (), *, within: Draft | None = None) -> None:
        """Take in one sentence; ``within`` is the programme item that it belongs to."""
        view = self._view
        first, last = view.range(span)
        if first == last:
            return
        marks = list(view.marks(first, last))
        if not marks and self._empty(first, last):
            self._scene.hours = hours[0] if hours else None
            return
        labels = self._labels.find(marks, first, last)
        end = next((x.first for x in labels if not view.in_bracket(x.first)), last)
        refs: list[Ref] = []
        if end > first:
            marks = [m for m in marks if m.first < end]
            refs = self._sentence(marks, first, end, hours, within)
        for label, stop in zip(labels, [*(n.first for n in labels[1:]), last], strict=bool(labels)):
            self._labels.read(label, stop, within, refs)

    def _empty(self, first: int, last: int) -> bool:
        """Whether a sentence without cue and role noun names nobody, quotes nothing and announces no list."""
        view, scene = self._view, self._scene
        if view.people_in(first, last) or view.tokens[last - 1].text == ":" or any(view.quotes_in(first, last)):
            return False
        return sum(d.block == scene.block for d in scene.drafts) < 2

    def _sentence(
        self, marks: list[Mark], first: int, last: int, hours: Sequence[Hours], within: Draft | None
    ) -> list[Ref]:
        view = self._view
        span = Span(view.tokens[first].start, view.tokens[last - 1].end)
        titles = titled_quotes(view, first, last, marks)
        starts = self._openings(first, last, marks, titles)
        clauses = split_clauses(
            view.tokens, first, last, view.opaque, lambda i: i in starts or self._refs.ordinal_at(i)
        )
        refs = self._refs.find(first, last, marks, titles, clauses, hours, within)
        taken: set[int] = set(self._pairs(first, last, refs, within))
        sentence = Sentence(span, first, last, marks, refs, clauses, hours, view.tokens[last - 1].text == ":")
        for clause in clauses:
            taken |= self._verbs.read(sentence, clause, within, taken)
        self._nouns.read(sentence, taken, within)
        self._surroundings.possessives(sentence)
        self._surroundings.located(sentence, taken, within)
        self._surroundings.discussion(sentence, taken, within)
        self._surroundings.sole(sentence, taken, within)
        named = [r for r in refs if r.cue.is_session and not r.event and not r.plural]
        if named:
            last_named = named[-1]
            span_named = Span(view.tokens[last_named.at].start, view.tokens[last_named.last].end)
            self._scene.idle = (last_named.cue, span_named, self._scene.block) if last_named.draft is None else None
        if any(r.event and not r.cue.group for r in refs):
            self._scene.event_block = self._scene.block
        self._hours(sentence)
        self._cancel(sentence)
        self._scene.recent = list(view.people_in(first, last)) or self._scene.recent
        return refs

    def _openings(self, first: int, last: int, marks: Sequence[Mark], titles: Sequence[Titled]) -> set[int]:
        """Tokens that may begin a clause whose verb is understood: titles, cues, role nouns, persons before a title."""
        heads = [t.quote.first for t in titles]
        named = {m.first for m in marks if m.role is not None or (m.cue is not None and m.cue.is_session)}
        people = {w.head for w in self._view.people_in(first, last) if any(0 < q - w.last <= 12 for q in heads)}
        return {*heads, *named, *people}

    def _pairs(self, first: int, last: int, refs: Sequence[Ref], within: Draft | None) -> list[int]:
        """Talks listed in one sentence; the first tokens of their persons."""
        view = self._view
        rows = self._paired(first, last) if within is None else []
        if not rows:
            return []
        speaking = any(
            f.role in ("attend", "session", "speaker", "lead") for i in range(first, last) for f in self._frames_at(i)
        )
        if not speaking and not any(r.plural for r in refs):
            return []
        cue = self._scene.scope if self._scene.scope is not None and self._scene.scope.is_session else None
        named = [r for r in refs if r.cue.is_session and not r.cue.group]
        cue = next((r.cue for r in (*(r for r in named if r.plural), *named)), cue) or view.lexicon.kinds["lecture"]
        taken = []
        for people, quote in rows:
            draft = self._scene.open(cue, clean(quote.span.of(view.text)), quote.span, confidence=0.8)
            for who in people:
                self._scene.put(draft, who.key, draft.usual_role(), who.span, cue.rule, LABEL)
                taken.append(who.first)
        return taken

    def _paired(self, first: int, last: int) -> list[tuple[list[Who], Quote]]:
        """Pairs of the whole sentence, or of what follows its colon."""
        if sum(1 for _ in self._view.quotes_in(first, last)) < 2:
            return []
        rows = pairs(self._view, first, last)
        colons = [i for i in range(first, last) if self._view.tokens[i].text == ":" and not self._view.opaque(i)]
        return rows or (pairs(self._view, colons[-1] + 1, last) if colons else [])

    def _frames_at(self, i: int) -> Iterator[Frame]:
        view = self._view
        if not view.opaque(i) and view.finite[i]:
            yield from view.lexicon.frames(view.lemmas[i])

    def _hours(self, sentence: Sentence) -> None:
        """Hours of the clause, of the sentence, or of the sentence before that named no session."""
        drafts = list({id(r.draft): r.draft for r in sentence.refs if r.draft is not None}.values())
        solemn = [r for r in sentence.refs if r.cue.kind == "ceremony" and not r.event and not r.plural]
        if not drafts and sentence.hours and len(solemn) == 1 and (draft := self._refs.draft(solemn[0])) is not None:
            drafts = [draft]
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
            later = self._view.tokens[sentence.first].lower in _AFTER
            return self._scene.hours if alone and not later else None
        refs = [r for r in sentence.refs if r.draft is draft]
        for clause in sentence.clauses:
            if any(r.inside(clause.tokens) for r in refs):
                start, end = self._view.tokens[clause.first].start, self._view.tokens[clause.last].end
                here = [h for h in sentence.hours if start <= h.span.start < end]
                if here:
                    return here[0]
                if self._view.all_lemmas(clause.tokens) & _LATER:
                    return None
        return sentence.hours[0] if alone and len(sentence.hours) == 1 else None

    def _cancel(self, sentence: Sentence) -> None:
        cancel = self._view.lexicon.cancel
        if all(r.draft is None for r in sentence.refs):
            return
        for clause in sentence.clauses:
            verbal = (
                i
                for i in clause.tokens
                if self._view.tokens[i].pos_is("ppas", "praet", "imps") and not self._view.opaque(i)
            )
            if any(self._view.lemmas[i] & cancel for i in verbal):
                for ref in sentence.refs:
                    if ref.at in clause.tokens and ref.draft is not None:
                        ref.draft.cancelled = True
