"""On which days an event takes place."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as calendar_day

from extract.base import Span
from extract.s4_dates import DateMention, DateRole, Precision
from extract.s7_frames.context import Context
from extract.s7_frames.events.lexicon import EventLexicon, has_lemma
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.view import Sentence, View, is_listed

_NEVER = frozenset({DateRole.PUBLISHED, DateRole.DEADLINE, DateRole.BACKGROUND, DateRole.PERIOD})
_LEAST = 2.2
_LONGEST_PROGRAMME = 14


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, ISO, and the evidence."""

    start: str
    end: str
    spans: tuple[Span, ...]


def is_day(date: DateMention) -> bool:
    """Whether the mention names one or more whole days."""
    return date.precision is Precision.DAY or (
        date.precision is Precision.TIME and bool(date.start and date.start[:1] != "T")
    )


def day_mentions(context: Context, span: Span) -> tuple[DateMention, ...]:
    """The mentions of days with a value inside ``span``, those of publication and the like left out."""
    mentions = context.dates.mentions
    first = bisect_left(mentions, span.start, key=lambda d: d.span.start)
    near = itertools.takewhile(lambda d: d.span.start < span.end, mentions[first:])
    return tuple(d for d in near if d.start and is_day(d) and d.role not in _NEVER and span.covers(d.span))


def event_days(
    view: View,
    lexicon: EventLexicon,
    mentions: Sequence[EventMention],
    scope: Span,
    others: Sequence[EventMention] = (),
) -> Days | None:
    """The days of the event that ``mentions`` name, best first.

    A day counts by its role, by the nearness of the event's name and of a verb of happening, and by its place in the
    text; neighbouring days of a programme extend it.

    Args:
        others: mentions of other editions, whose days are not the event's.
    """
    days = list(day_mentions(view.context, scope))
    if not days:
        return None
    ranked = sorted(((_score(view, lexicon, (*mentions, *others), d, n), -n) for n, d in enumerate(days)), reverse=True)
    best, place = ranked[0]
    if best < _LEAST:
        return _programme_days(view, days)
    chosen = days[-place]
    start, end = bounds(chosen)
    spans = [chosen.span]
    if start == end:
        start, end = _extended(view, lexicon, days, chosen, spans)
    return Days(start, end, tuple(spans))


def _programme_days(view: View, days: Sequence[DateMention]) -> Days | None:
    """Where no sentence gives the day: from the first to the last day heading of a programme."""
    heads = [d for d in days if (s := view.sentence_at(d.span.start)) is not None and _is_heading(s, d)]
    if not heads:
        return None
    limits = [bounds(d) for d in heads]
    start, end = min(b[0] for b in limits), max(b[1] for b in limits)
    if _gap(start, end) > _LONGEST_PROGRAMME:
        return None
    return Days(start, end, tuple(d.span for d in heads))


def _is_heading(sentence: Sentence, date: DateMention) -> bool:
    alone = sentence.block.span.end - sentence.block.span.start <= sentence.span.end - sentence.span.start + 2
    return alone and sentence.span.end - sentence.span.start <= date.span.end - date.span.start + 25


def bounds(date: DateMention) -> tuple[str, str]:
    """First and last day of a mention with a value, ISO."""
    assert date.start is not None
    first, last = date.start[:10], (date.end or date.start)[:10]
    if date.parts:
        first = min(p[0][:10] for p in date.parts)
        last = max(p[1][:10] for p in date.parts)
    return first, last


def _score(view: View, lexicon: EventLexicon, mentions: Sequence[EventMention], date: DateMention, order: int) -> float:
    score = 3.0 * (date.role is DateRole.EVENT) - 0.1 * order
    score -= 1.0 * (date.role is DateRole.SESSION)
    sentence = view.sentence_at(date.span.start)
    if sentence is None:
        return score
    near = [m for m in mentions if m.sentence.index == sentence.index]
    near = [m for m in near if not m.other] or near
    score += 3.0 * any(not m.other for m in near) + 2.0 * any(m.happens and not m.other for m in near)
    score += 1.5 * _happens(view, lexicon, sentence) + 4.0 * _labelled(view, lexicon, sentence, date)
    score += 1.0 * any(has_lemma(t, lexicon.takes_place.lemmas) for t in view.words(sentence))
    score -= 2.0 * _other_matter(view, lexicon, sentence, date)
    score += 1.0 * any(abs(m.sentence.index - sentence.index) == 1 for m in mentions[:1])
    score += max(0.0, 1.5 - 0.3 * sentence.block.index)
    score -= 1.5 * is_listed(sentence.block)
    if _long_ago(view, date):
        score -= 4.0
    if _until(view, sentence, date):
        score -= 4.0
    if _former(view, lexicon, sentence, date):
        score -= 8.0
    if any(m.other for m in near):
        score -= 5.0
    return score


def _happens(view: View, lexicon: EventLexicon, sentence: Sentence) -> bool:
    return any(
        has_lemma(t, lexicon.happens.lemmas) and t.pos_is("praet", "fin", "imps", "ppas", "bedzie", "inf")
        for t in view.words(sentence)
    )


def _labelled(view: View, lexicon: EventLexicon, sentence: Sentence, date: DateMention) -> bool:
    """ "Kiedy: …", "Termin: …", also as a question before it."""
    before = view.words(sentence)[0].lower
    previous = view.sentences[sentence.index - 1] if sentence.index else None
    asked = (
        previous is not None and len(view.words(previous)) <= 3 and view.words(previous)[0].lower in lexicon.when.words
    )
    return before in lexicon.when.words or (asked and date.span.start - sentence.span.start < 25)


def _other_matter(view: View, lexicon: EventLexicon, sentence: Sentence, date: DateMention) -> bool:
    """Whether the words right before the day say that it is of an application, a meeting of a jury and the like."""
    near = [t for t in view.words(sentence) if date.span.start - 70 <= t.start < date.span.start]
    return any(has_lemma(t, lexicon.other_matter.lemmas) for t in near)


def _long_ago(view: View, date: DateMention) -> bool:
    """Whether the day is years away from the day of publication: of a founding, a statute, a birth."""
    published = view.context.dates.published
    return bool(published and date.start) and abs(int(str(published)[:4]) - int(str(date.start)[:4])) > 1


def _former(view: View, lexicon: EventLexicon, sentence: Sentence, date: DateMention) -> bool:
    """Whether a sentence that gives a new day has this one as the old: "z 3 maja na …", "planowany pierwotnie na …"."""
    days = day_mentions(view.context, sentence.span)
    if len(days) < 2:
        return False
    left = max((d.span.end for d in days if d.span.end <= date.span.start), default=sentence.span.start)
    before = [t for t in view.words(sentence) if left <= t.start < date.span.start]
    if any(has_lemma(t, lexicon.former.lemmas) for t in before):
        return True
    moved = any(has_lemma(t, lexicon.moved.lemmas) for t in view.words(sentence))
    return moved and bool(before) and before[-1].lower in ("z", "ze")


def _until(view: View, sentence: Sentence, date: DateMention) -> bool:
    """ "do 15 maja": a term, unless "od" precedes it."""
    before = [t.lower for t in view.words(sentence) if t.end <= date.span.start]
    return bool(before) and before[-1] in ("do", "przed", "po") and "od" not in before[-6:]


def _extended(
    view: View, lexicon: EventLexicon, days: Sequence[DateMention], chosen: DateMention, spans: list[Span]
) -> tuple[str, str]:
    """A programme with day headings runs from the first heading to the last."""
    start, end = bounds(chosen)
    for date in days:
        first, last = bounds(date)
        sentence = view.sentence_at(date.span.start)
        if date is chosen or sentence is None or not (start <= first and _gap(end, first) <= 1):
            continue
        if _is_heading(sentence, date) or date.role in (DateRole.SESSION, DateRole.EVENT):
            end = max(end, last)
            spans.append(date.span)
    return start, end


def _gap(left: str, right: str) -> int:
    """Days from one ISO date to another."""
    return (calendar_day.fromisoformat(right) - calendar_day.fromisoformat(left)).days
