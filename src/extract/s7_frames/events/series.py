"""Series and digests: when one text tells of several events that no headings part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extract.base import Span
from extract.s2_layout import BlockKind
from extract.s4_dates import DateMention
from extract.s7_frames.events.choose import Candidate, alike, best_candidate, overlap
from extract.s7_frames.events.lexicon import EventLexicon, has_lemma
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.place_lines import Place
from extract.s7_frames.events.places import PlaceFinder
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
    title: Span | None = None
    """A title of its own."""


@dataclass(frozen=True, slots=True)
class Series:
    """The series as a whole and its meetings in order."""

    candidate: Candidate
    stops: tuple[Stop, ...]


def series_of(
    view: View,
    lexicon: EventLexicon,
    places: PlaceFinder,
    mentions: Sequence[EventMention],
    best: Candidate,
    online: Callable[[Span], bool],
) -> Series | None:
    """The series that the text tells of: at least two meetings with a day and a town or house each.

    Args:
        online: whether a stretch of text says that one took part over the network, which is a place too.

    ``None`` where the text does not speak of a series ("cykl", "seria", a plural), is about another event, or where the
    places do not differ.
    """
    candidate = _announced(view, lexicon, mentions, best)
    if candidate is None:
        return None
    stops = _stops(view, places, online)
    listed = [s for s in stops if (b := view.context.layout.block_at(s.day.span.start)) is not None and is_listed(b)]
    chosen = listed if len(listed) >= 2 else stops
    towns = {s.place.city or s.place.venue for s in chosen}
    if not 2 <= len(chosen) <= _MOST or len(towns) < max(2, len(chosen) - 1):
        return None
    common = {m.title.of(view.text).casefold() for m in candidate.mentions if m.title is not None}
    return Series(candidate, tuple(replace(s, title=_own_title(view, lexicon, mentions, s, common)) for s in chosen))


def _own_title(
    view: View, lexicon: EventLexicon, mentions: Sequence[EventMention], stop: Stop, common: set[str]
) -> Span | None:
    """A meeting's title: beside the noun of an event, alone in a list line, or after "temat" and the like."""
    for mention in mentions:
        if (
            mention.title is not None
            and stop.scope.covers(mention.title)
            and mention.title.of(view.text).casefold() not in common
        ):
            return mention.title
    block = view.context.layout.block_at(stop.day.span.start)
    listed = block is not None and is_listed(block)
    for quote in view.quotes:
        if quote.depth or not stop.scope.covers(quote.span) or quote.inner.of(view.text).casefold() in common:
            continue
        words = view.context.tokens.within(quote.inner)
        if any(t.index in view.institution for t in words):
            continue
        before = list(view.context.tokens.within(Span(max(0, quote.span.start - 40), quote.span.start)))[-4:]
        if listed or any(has_lemma(t, lexicon.topic.lemmas) or t.lower in lexicon.topic.words for t in before):
            return quote.inner
    return None


def _announced(
    view: View, lexicon: EventLexicon, mentions: Sequence[EventMention], best: Candidate
) -> Candidate | None:
    """The mentions of the series, those with a name first."""
    told = [m for m in mentions if _in_series(view, lexicon, m)]
    if not told and best.main.plural and best.main.kind.part:
        return best
    if not told or not (best.main.kind.part or best.main in told):
        return None
    ranked = sorted(told, key=lambda m: (not m.named, m.head))
    return Candidate((*ranked, *(m for m in best.mentions if m not in ranked)), best.score, best.scope)


def _in_series(view: View, lexicon: EventLexicon, mention: EventMention) -> bool:
    words = view.words(mention.sentence)
    place = mention.head - mention.sentence.first
    return any(has_lemma(t, lexicon.series.lemmas) for t in words[max(0, place - 4) : place])


def _stops(view: View, places: PlaceFinder, online: Callable[[Span], bool]) -> list[Stop]:
    """Days with the first place after them, or before them in their line; a day met again says no more."""
    days: list[tuple[DateMention, int, int]] = []
    for entry in _single_days(view):
        if not days or bounds(entry[0]) != bounds(days[-1][0]):
            days.append(entry)
    found: list[Stop] = []
    for index, (day, start, line_end) in enumerate(days):
        end = days[index + 1][1] if index + 1 < len(days) else len(view.text)
        block = view.context.layout.block_at(day.span.start)
        if block is not None and is_listed(block):
            end = min(end, block.span.end)
        near = Span(start, min(end, max(line_end, day.span.end + _REACH)))
        place = places.named_in(view, near)
        if place is None and online(near):
            place = Place(None, None, (), frozenset())
        if place is not None and not any(bounds(day) == bounds(s.day) for s in found):
            found.append(Stop(day, place, Span(start, end)))
    return found


def _single_days(view: View) -> list[tuple[DateMention, int, int]]:
    """Every day with where its words begin (its sentence, for the first of a sentence) and where its line ends."""
    found: list[tuple[DateMention, int, int]] = []
    for sentence in view.sentences:
        for order, day in enumerate(day_mentions(view.context, sentence.span)):
            if bounds(day)[0] == bounds(day)[1]:
                found.append((day, sentence.span.start if order == 0 else day.span.start, sentence.span.end))
    return found


def digest_of(
    view: View, lexicon: EventLexicon, places: PlaceFinder, mentions: Sequence[EventMention]
) -> tuple[Candidate, ...]:
    """Events told one a paragraph, each with a verb, a day and a town of its own; empty unless there are two."""
    found: list[tuple[Candidate, tuple[str, str], str]] = []
    for block in view.context.layout.body:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        opening = list(view.within(block.span))[:2]
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
            if not (candidate.main.named or other.main.named) and candidate.main.kind == other.main.kind:
                return False
    return True
