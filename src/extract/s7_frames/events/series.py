"""Series and digests: when one text tells of several events that no headings part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s2_layout import BlockKind
from extract.s4_dates import DateMention
from extract.s7_frames.events.choose import Candidate, alike, best_candidate, overlap
from extract.s7_frames.events.lexicon import EventLexicon, has_lemma
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.places import Place, PlaceFinder
from extract.s7_frames.events.timing import bounds, day_mentions
from extract.s7_frames.events.view import View, is_listed

_REACH = 160
"""Characters of prose after a day in which its place must stand."""
_MOST = 40


@dataclass(frozen=True, slots=True)
class Stop:
    """One meeting of a series: a day, a place, and the words that tell of it."""

    day: DateMention
    place: Place
    scope: Span


def stops_of(
    view: View, lexicon: EventLexicon, places: PlaceFinder, candidate: Candidate
) -> tuple[Stop, ...]:
    """The meetings of the series that ``candidate`` names: at least two days, each with a town or house of its own.

    Empty where the text does not speak of a series ("cykl", "seria", a plural) or the places do not differ.
    """
    if not _is_series(view, lexicon, candidate):
        return ()
    found: list[Stop] = []
    for scope, day in _stretches(view):
        place = places.named_in(view, scope)
        if place is not None and not any(_same_day(day, s.day) for s in found):
            found.append(Stop(day, place, scope))
    listed = [s for s in found if (b := view.context.layout.block_at(s.scope.start)) is not None and is_listed(b)]
    chosen = listed if len(listed) >= 2 else found
    towns = {s.place.city or s.place.venue for s in chosen}
    return tuple(chosen) if 2 <= len(chosen) <= _MOST and len(towns) >= max(2, len(chosen) - 1) else ()


def _is_series(view: View, lexicon: EventLexicon, candidate: Candidate) -> bool:
    for mention in candidate.mentions:
        words = view.words(mention.sentence)
        place = mention.head - mention.sentence.first
        before = words[max(0, place - 4) : place]
        if any(has_lemma(t, lexicon.series.lemmas) for t in before):
            return True
        if mention.plural and mention.kind.part and mention is candidate.main:
            return True
    return False


def _stretches(view: View) -> list[tuple[Span, DateMention]]:
    """A list line with its day; in prose the words from one day to the next."""
    found: list[tuple[Span, DateMention]] = []
    for sentence in view.sentences:
        days = day_mentions(view.context, sentence.span)
        if not days:
            continue
        if is_listed(sentence.block) or len(days) == 1 and len(view.words(sentence)) < 25:
            found.append((sentence.span, days[0]))
            continue
        ends = [d.span.start for d in days[1:]] + [sentence.span.end]
        found += [(Span(d.span.start, min(e, d.span.end + _REACH)), d) for d, e in zip(days, ends, strict=True)]
    return found


def _same_day(left: DateMention, right: DateMention) -> bool:
    return bounds(left) == bounds(right)


def digest_of(
    view: View, lexicon: EventLexicon, places: PlaceFinder, mentions: Sequence[EventMention]
) -> tuple[Candidate, ...]:
    """Events told one a paragraph, each with a verb, a day and a town of its own; empty unless there are two."""
    found: list[tuple[Candidate, tuple[str, str], str]] = []
    for block in view.context.layout.body:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        opening = [s for s in view.within(block.span)][:2]
        own = [m for m in mentions if m.sentence in opening and not m.plural and not m.other]
        days = [d for s in opening[:1] for d in day_mentions(view.context, s.span)]
        candidate = best_candidate(view, lexicon, own, block.span) if own and days else None
        if candidate is None or not any(m.happens for m in candidate.mentions):
            continue
        place = places.find(view, candidate.mentions, block.span, [days[0].span])
        if place.city is not None:
            found.append((candidate, bounds(days[0]), place.city))
    if len(found) < 2 or not _apart(view, found):
        return ()
    ends = [c.scope.start for c, _, _ in found[1:]] + [len(view.text)]
    return tuple(
        Candidate(c.mentions, c.score, Span(c.scope.start, e)) for (c, _, _), e in zip(found, ends, strict=True)
    )


def _apart(view: View, found: Sequence[tuple[Candidate, tuple[str, str], str]]) -> bool:
    for index, (candidate, days, town) in enumerate(found):
        for other, other_days, other_town in found[:index]:
            if town == other_town or overlap(days, other_days) or alike(view, candidate, other):
                return False
    return True
