"""Which of the mentions are events of their own: one text has one event unless its sections say otherwise."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.base import Span
from extract.s2_layout import BlockKind
from extract.s7_frames.events.lexicon import EventLexicon, has_lemma
from extract.s7_frames.events.mentions import EventMention, is_headline
from extract.s7_frames.events.page import headline_event, numbered_headline
from extract.s7_frames.events.timing import bounds, day_mentions
from extract.s7_frames.events.view import Sentence, View, is_listed, stems

_WORD = re.compile(r"\w+")
_PASSING = frozenset(
    {"laureat", "laureatka", "finalista", "finalistka", "zwycięzca", "ramy", "stypendysta", "uczestnik"}
)
_BIOGRAPHY = frozenset({"laureat", "laureatka", "nagroda", "wyróżnienie", "stypendysta", "studiować", "urodzić"})
_DOUBTFUL = 0.5
"""Below this a mention of an event is a point of a programme or said in passing."""
_MARGIN = 4.0
"""How much better supported a mere noun may be than a name of the same kind before it counts as another event."""
_LONGEST_HEADING = 90
_FAR = 80
"""Words to either side of a mention that can say what it is; more only a page without sentences has."""
_SHORTEST_SECTION = 150


@dataclass(frozen=True, slots=True)
class Candidate:
    """All mentions of one event, the best first, and the stretch of text that tells of it."""

    mentions: tuple[EventMention, ...]
    score: float
    scope: Span

    @property
    def main(self) -> EventMention:
        """The best supported mention."""
        return self.mentions[0]


def candidates(view: View, lexicon: EventLexicon, mentions: Sequence[EventMention]) -> tuple[Candidate, ...]:
    """The events of a text in order: one for each section of a digest, else the best one of the whole text."""
    whole = Span(0, len(view.text))
    sections = _sections(view)
    if len(sections) > 1:
        found = [c for s in sections if (c := _of_section(view, lexicon, mentions, s)) is not None]
        if len(found) > 1 and _distinct(view, found):
            return tuple(found)
    numbered = numbered_headline(view, lexicon)
    if numbered is not None:
        return (Candidate((numbered,), _MARGIN, whole),)
    best = best_candidate(view, lexicon, mentions, whole)
    if (best is None or best.score < _DOUBTFUL) and day_mentions(view.context, whole):
        page = headline_event(view, lexicon)
        if page is not None and (best is None or page.named):
            return (Candidate((page,), 0.0, whole),)
    return () if best is None else (best,)


def best_candidate(
    view: View, lexicon: EventLexicon, mentions: Sequence[EventMention], scope: Span
) -> Candidate | None:
    """The best supported event among the mentions in ``scope``, all its mentions together."""
    inside = [m for m in mentions if scope.start <= m.span.start < scope.end and not m.other]
    if not inside:
        return None
    groups: dict[str, list[EventMention]] = {}
    for mention in inside:
        groups.setdefault(_key(view, mention, groups), []).append(mention)
    kinds: dict[str, int] = {}
    for mention in inside:
        kinds[mention.kind.kind] = kinds.get(mention.kind.kind, 0) + 1
    scored = []
    for group in groups.values():
        ranked = sorted(group, key=lambda m: (-_score(view, lexicon, m, scope), m.head))
        score = _score(view, lexicon, ranked[0], scope) + 0.4 * min(4, len(group) - 1)
        score += 0.25 * min(6, kinds[ranked[0].kind.kind] - len(group))
        scored.append(Candidate(tuple(ranked), score, scope))
    best = max(scored, key=lambda c: (c.score, -c.main.head))
    if not any(m.named for m in best.mentions):
        named = [
            c
            for c in scored
            if c.main.named and c.main.kind.kind == best.main.kind.kind and c.score > best.score - _MARGIN
        ]
        best = max(named, key=lambda c: (c.score, -c.main.head), default=best)
    return replace(best, mentions=(*best.mentions, *_anaphora(best, inside)))


def _anaphora(best: Candidate, inside: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Unnamed mentions that can only mean the chosen event: of its kind, or of no particular kind."""
    kinds = {m.kind.kind for m in best.mentions} | (
        {"konkurs", "gala"} if best.main.kind.kind in ("konkurs", "gala") else set()
    )
    chosen = {m.head for m in best.mentions}
    return tuple(
        m
        for m in inside
        if m.head not in chosen
        and not m.named
        and not m.plural
        and (m.kind.kind in kinds or m.kind.generic)
        and not is_listed(m.sentence.block)
    )


def _key(view: View, mention: EventMention, known: dict[str, list[EventMention]]) -> str:
    """Mentions with one title are one event, as are unnamed ones of one kind."""
    span = mention.title or mention.proper
    if span is None:
        return f"kind {mention.kind.kind}"
    words = stems(span.of(view.text))
    for key in known:
        if _alike(words, tuple(key.split())):
            return key
    return " ".join(words)


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    shared = len(set(left) & set(right))
    return shared > 0 and shared >= 0.7 * min(len(set(left)), len(set(right)))


def _score(view: View, lexicon: EventLexicon, mention: EventMention, scope: Span) -> float:
    first = view.sentence_at(scope.start)
    order = mention.sentence.block.index - (first.block.index if first else 0)
    score = max(0.0, 3.0 - 0.25 * max(0, order))
    score += (
        2.5 * (mention.title is not None) + 1.5 * (mention.proper is not None) + 2.0 * (mention.edition is not None)
    )
    score += 2.0 * is_headline(mention) + 2.0 * mention.happens
    score += 1.0 * any(
        d.span.start >= mention.sentence.span.start and d.span.end <= mention.sentence.span.end
        for d in day_mentions(view.context, mention.sentence.span)
    )
    if mention.kind.part:
        score -= 2.5
    if mention.kind.generic:
        score -= 1.0
    if mention.plural:
        score -= 3.0
    if is_listed(mention.sentence.block):
        score -= 3.0
    if _in_passing(view, mention):
        score -= 4.0
    return score


def _in_passing(view: View, mention: EventMention) -> bool:
    """ "laureat konkursu …", "w ramach festiwalu …": named for the sake of something else."""
    words = view.words(mention.sentence)
    place = mention.head - mention.sentence.first
    before = words[max(0, place - 6) : place]
    if mention.happens:
        return False
    left = mention.span.start
    governed = [t for t in words if t.end <= left]
    prize = any(has_lemma(t, _BIOGRAPHY) for t in words[max(0, place - _FAR) : place + _FAR])
    return any(has_lemma(t, _PASSING) for t in before) or (
        prize and bool(governed) and governed[-1].lower in ("w", "we")
    )


def _sections(view: View) -> tuple[Span, ...]:
    """Stretches under a heading of their own: a heading line and at least one paragraph."""
    blocks = view.context.layout.body
    starts = [
        block.span.start
        for block, following in itertools.pairwise(blocks)
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADLINE)
        and len(block.span.of(view.text)) <= _LONGEST_HEADING
        and block.span.of(view.text)[-1:] not in '.!:;,”"'
        and following.kind is BlockKind.PARAGRAPH
        and following.span.end - following.span.start >= _SHORTEST_SECTION
    ]
    if not starts:
        return ()
    ends = [*starts[1:], len(view.text)]
    return tuple(Span(s, e) for s, e in zip(starts, ends, strict=True))


def _of_section(view: View, lexicon: EventLexicon, mentions: Sequence[EventMention], scope: Span) -> Candidate | None:
    """The event of a section, only if its opening sentences present it with a verb and a day of its own."""
    opening = list(view.within(scope))[:4]
    best = best_candidate(
        view, lexicon, [m for m in mentions if m.sentence in opening and m.happens and not m.plural], scope
    )
    if best is None or not (best.main.named or not best.main.kind.part or best.main.kind.generic):
        return None
    if not any(day_mentions(view.context, s.span) for s in opening):
        return None
    rest = [
        m
        for m in mentions
        if scope.start <= m.span.start < scope.end
        and m not in best.mentions
        and _key(view, m, {}) == _key(view, best.main, {})
    ]
    return replace(best, mentions=(*best.mentions, *rest))


def _distinct(view: View, found: Sequence[Candidate]) -> bool:
    days = [_first_day(view, c) for c in found]
    return all(
        not alike(view, found[i], found[j]) and not overlap(days[i], days[j])
        for i in range(len(found))
        for j in range(i)
    )


def alike(view: View, left: Candidate, right: Candidate) -> bool:
    """Whether two candidates have names of the same words."""
    names = [stems((c.main.title or c.main.proper or c.main.span).of(view.text)) for c in (left, right)]
    return _alike(names[0], names[1])


def overlap(left: tuple[str, str] | None, right: tuple[str, str] | None) -> bool:
    """Whether two ranges of days meet; an event without a day is not told apart by it."""
    return left is None or right is None or (left[0] <= right[1] and right[0] <= left[1])


def _first_day(view: View, candidate: Candidate) -> tuple[str, str] | None:
    for sentence in view.within(candidate.scope):
        for date in day_mentions(view.context, sentence.span):
            return bounds(date)
    return None


def opening_sentences(view: View, scope: Span, count: int) -> tuple[Sentence, ...]:
    """The first sentences of a scope."""
    return tuple(view.within(scope))[:count]
