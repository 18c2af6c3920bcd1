"""Lists of dated lines in which every line is an event: a month of a cycle, what goes with a festival."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as calendar_day

from extract.base import Span
from extract.s4_dates import DateMention
from extract.s7_frames.events.lexicon import EventLexicon, KindRule, has_lemma, phrase_at
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.timing import bounds, day_mentions
from extract.s7_frames.events.view import Sentence, View

_EDGE = 4
"""Characters before the day of a line: a bullet, a number, a dash."""
_LONGEST_HEAD = 12
_APART = 2
"""Days between the lines of a calendar; days in a row are the programme of one event."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated line."""

    day: DateMention
    scope: Span
    kind: KindRule
    name: Span | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The lines in order, and the words that announce them."""

    head: Sentence
    entries: tuple[Entry, ...]


def accompanying(
    view: View, lexicon: EventLexicon, mentions: Sequence[EventMention], days: tuple[str, str] | None
) -> Calendar | None:
    """The lines below "Wydarzenia towarzyszące:" that tell of other days than the event's own."""
    if days is None:
        return None
    for sentence in view.sentences:
        words = view.words(sentence)
        lower = tuple(t.lower for t in words)
        if len(words) > _LONGEST_HEAD or not any(phrase_at(lower, i, lexicon.beside) for i in range(len(lower))):
            continue
        entries = [
            _entry(view, lexicon, mentions, day, scope, None)
            for day, scope in _lines(view, view.sentences[sentence.index + 1 :])
        ]
        outside = [e for e in entries if not days[0] <= bounds(e.day)[0] <= days[1]]
        if outside and len(outside) == len(entries):
            return Calendar(sentence, tuple(outside))
    return None


def calendar_of(view: View, lexicon: EventLexicon, mentions: Sequence[EventMention]) -> Calendar | None:
    """The dated lines of a cycle that the text names; ``None`` where it names none or the days follow each other."""
    common = _cycle(view, lexicon)
    if common is None:
        return None
    lines = _lines(view, view.sentences[common[0].index + 1 :])
    firsts = [calendar_day.fromisoformat(bounds(d)[0]) for d, _ in lines]
    if len(lines) < 2 or any((b - a).days < _APART for a, b in itertools.pairwise(firsts)):
        return None
    return Calendar(common[0], tuple(_entry(view, lexicon, mentions, d, s, common[1]) for d, s in lines))


def _cycle(view: View, lexicon: EventLexicon) -> tuple[Sentence, Span] | None:
    """ "w ramach cyklu „…”": the sentence and the cycle's title."""
    for sentence in view.sentences:
        words = view.words(sentence)
        for place, token in enumerate(words[:-1]):
            if not has_lemma(token, lexicon.series.lemmas) or not view.free(token.index):
                continue
            quote = next((q for q in view.quotes if q.span.start == words[place + 1].start), None)
            if quote is not None:
                return sentence, quote.inner
    return None


def _lines(view: View, sentences: Sequence[Sentence]) -> list[tuple[DateMention, Span]]:
    """Runs of lines that begin with a single day each, blocks between them left out only where they follow a line."""
    starts: list[tuple[DateMention, Sentence]] = []
    for sentence in sentences:
        days = day_mentions(view.context, sentence.span)
        leading = sentence.span.start == sentence.block.span.start or sentence.block.span.start + _EDGE > (
            sentence.span.start
        )
        opens = days and leading and days[0].span.start - sentence.block.span.start <= _EDGE
        if opens and bounds(days[0])[0] == bounds(days[0])[1]:
            starts.append((days[0], sentence))
        elif starts and sentence.block.index > starts[-1][1].block.index:
            break
    return [(d, Span(s.span.start, s.block.span.end)) for d, s in starts]


def _entry(
    view: View, lexicon: EventLexicon, mentions: Sequence[EventMention], day: DateMention, scope: Span,
    common: Span | None,
) -> Entry:  # fmt: skip
    inside = [m for m in mentions if scope.covers(m.span)]
    best = next((m for m in inside if m.title is not None), inside[0] if inside else None)
    title = best.title if best is not None else None
    return Entry(day, scope, best.kind if best is not None else lexicon.entry, title or common)
