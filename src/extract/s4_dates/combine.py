"""Neighbouring expressions to one: "od 1 lutego do 31 marca 2025 r.", "30 maja – 1 czerwca"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extract.s4_dates.expression import DayDate, Holiday, Interval, NthIn, Period, Series, Single, WeekdayRef, YearRef
from extract.s4_dates.grammar import Found
from extract.s4_dates.lexer import Lexed

_RANGE = re.compile(r" {0,2}-(?: {0,2}|\n)|[ \n]{1,2}l[ \n]{1,2}(?:D[ \n])?|/")
_LIST = re.compile(r"[ \n]{1,2}i[ \n]{1,2}(?:[v][ ])?|,[ \n]{1,2}(?:[v][ ])?")
_AND = re.compile(r"[ \n]{1,2}i[ \n]{1,2}(?:[v][ ])?")


def combine(found: Iterable[Found], lexed: Lexed) -> list[Found]:
    """Ranges and lists across expressions of one kind; the left one takes its year from the right one."""
    rows: list[Found] = []
    for right in found:
        joined = _join(rows[-1], right, lexed) if rows else None
        if joined is None:
            rows.append(right)
        else:
            rows[-1] = joined
    return rows


def _join(left: Found, right: Found, lexed: Lexed) -> Found | None:
    gap = lexed.tags[left.end : right.start]
    if len(gap) > 8:
        return None
    first, last = left.expression, right.expression
    if _RANGE.fullmatch(gap):
        if "l" in gap and not _opened(left, lexed):
            return None
        tail: list[Single | Interval] = []
        if isinstance(first, Series) and isinstance(first.items[-1], DayDate):
            tail, first = list(first.items[:-1]), first.items[-1]
        if not _same_kind(first, last):
            return None
        interval = Interval(_year_from(first, last), last)  # type: ignore[arg-type]
        if tail:
            return replace(right, start=left.start, expression=Series((*tail, interval)))
        return replace(right, start=left.start, expression=interval)
    if _AND.fullmatch(gap) and _listable(first, last):
        items = (*_items(first), *_items(last))
        last_item = items[-1].last if isinstance(items[-1], Interval) else items[-1]
        done = tuple(_year_from(i, last_item) if not isinstance(i, Interval) else i for i in items[:-1])
        return replace(right, start=left.start, expression=Series((*done, items[-1])))
    return None


def _opened(left: Found, lexed: Lexed) -> bool:
    """ "do" makes a range only after "od" (or "z", "w dniach")."""
    before = lexed.tags[max(0, left.start - 4) : left.start].rstrip()
    return before[-1:] in ("g", "D", "n", "s", "y") or before == ""


def _items(expression: object) -> tuple[Single | Interval, ...]:
    if isinstance(expression, Series):
        return expression.items
    return (expression,)  # type: ignore[return-value]


def _same_kind(first: object, last: object) -> bool:
    if isinstance(first, Period) and isinstance(last, Period):
        return first.kind is last.kind
    if isinstance(first, WeekdayRef) and isinstance(last, WeekdayRef):
        return True
    days = (DayDate, NthIn, Holiday)
    if (isinstance(first, Period) and isinstance(last, days)) or (isinstance(first, days) and isinstance(last, Period)):
        return False
    return isinstance(first, days) and isinstance(last, days)


def _listable(first: object, last: object) -> bool:
    """Days without a year of their own before others, and weekdays; two full dates stay two."""
    if isinstance(first, WeekdayRef) and isinstance(last, WeekdayRef):
        return first.which is None and last.which is None
    if isinstance(first, Period) and isinstance(last, Period):
        return first.kind is last.kind and not first.year.known and first.index > 0
    heads = _items(first)[-1], _items(last)[0]
    if not all(isinstance(h, (DayDate, Interval)) for h in heads):
        return False
    end = heads[0].last if isinstance(heads[0], Interval) else heads[0]
    return isinstance(end, DayDate) and not end.year.known and end.month is not None


def _year_from(first: Single, last: object) -> Single:
    """``first`` with the year of ``last``, one less where the months run over the end of the year."""
    if not isinstance(last, (DayDate, Period)) or not isinstance(first, (DayDate, Period)):
        return first
    year = last.year
    if first.year.known or not year.known:
        return first
    if _month(first) > _month(last) > 0:
        value, shift = year.value, year.shift
        year = YearRef(None if value is None else value - 1, None if shift is None else shift - 1)
    return replace(first, year=year)


def _month(item: DayDate | Period) -> int:
    return (item.month or 0) if isinstance(item, DayDate) else item.index
