"""The day that a heading or a sentence opens for what follows: "Dzień II – piątek", "w drugim dniu", "nazajutrz"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.base import Span
from extract.s4_dates import DateRole, Dates, Precision

_ORDINAL = re.compile(
    r"\b(?:(?P<a>pierwsz|drugi|trzeci|czwart|piąt)\w*\s+(?:\w+\s+){0,1}dni\w*|"
    r"dzie(?:ń|n)\s+(?P<b>pierwsz|drug|trzec|czwart|piąt|IV|V|III|II|I|[1-9])(?:\w*)\b|"
    r"(?P<n>[1-5])\.\s*dzie(?:ń|n)|(?P<i>IV|III|II|I)\s+dzie(?:ń|n)|"
    r"(?P<c>pierwszego|drugiego|trzeciego|czwartego)\s+dnia)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:nazajutrz|następnego dnia|kolejnego dnia|dnia następnego)\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"\bdzień wcześniej\b", re.IGNORECASE)
_NUMBERS = {"pierwsz": 1, "drug": 2, "trzec": 3, "czwart": 4, "piąt": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_WEEKDAYS = re.compile(
    r"\b(?:(poniedział)|(wtor(?:ek|ku|kiem)\b)|(środ[aęąy]\b)|(czwart(?:ek|ku|kiem)\b)|(piąt(?:ek|ku|kiem)\b)|(sobo[tc])|(niedziel))",
    re.IGNORECASE,
)
_STEMS = ("dni", "dzień", "dzien", "nazaj", "poniedz", "wtor", "środ", "czwart", "piąt", "sobo", "niedziel")
"""One of them stands in whatever the patterns above find."""
_WRITTEN_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\b|\d{1,2}\s+[^\W\d_]{3,}")
_NUMBER = re.compile(r"\d{1,2}")
_MONTH = 27
"""Within so many days a day's number tells the day."""
_HEADING = 90


class Days:
    """Days of one event."""

    def __init__(self, text: str, dates: Dates, start: str | None, end: str | None) -> None:
        self._text = text
        self._mentions = [
            m
            for m in dates.mentions
            if m.start
            and (m.precision is Precision.DAY or (m.precision is Precision.TIME and _WRITTEN_DAY.match(m.text)))
            and m.start[:1] != "T"
            and m.start[:10] == (m.end or m.start)[:10]
            and len(m.parts) < 2
        ]
        self._partial = [
            m for m in dates.mentions if m.start is None and m.precision is Precision.DAY and len(m.parts) < 2
        ]
        self._first = date.fromisoformat(start[:10]) if start else None
        self._last = date.fromisoformat(end[:10]) if end else self._first
        self.shifted = False
        """Whether any heading or sentence has named a day of a longer event."""

    @property
    def single(self) -> str | None:
        """The day of a one-day event."""
        return self._first.isoformat() if self._first and self._first == self._last else None

    @property
    def first(self) -> str | None:
        """The first day of an event."""
        return self._first.isoformat() if self._first else None

    def heading(self, span: Span) -> str | None:
        """The day that a short line names."""
        if span.end - span.start > _HEADING:
            return None
        return self.named(span, near=True)

    def named(self, span: Span, *, near: bool = False, current: str | None = None) -> str | None:
        """The one day that ``text[span]`` names: by date, by number, by weekday, or relative to ``current``."""
        found = {
            m.start[:10]
            for m in self._mentions
            if m.start and span.start <= m.span.start < span.end and m.role is not DateRole.PUBLISHED
        }
        days = sorted(d for d in found | self._completed(span) if self._belongs(d, near))
        if len(days) == 1:
            return days[0]
        if days or self._first is None:
            return None
        return self._relative(span, current)

    def _completed(self, span: Span) -> set[str]:
        """Days without a year, "8 maja", by their number within the days of the event."""
        if self._first is None or self._last is None or (self._last - self._first).days > _MONTH:
            return set()
        length = (self._last - self._first).days
        days = [self._first + timedelta(days=k) for k in range(length + 1)]
        written = {
            int(number[0])
            for m in self._partial
            if span.start <= m.span.start < span.end and (number := _NUMBER.search(m.text)) is not None
        }
        return {d.isoformat() for d in days if d.day in written}

    def _belongs(self, day: str, near: bool) -> bool:
        if self._first is None or self._last is None:
            return near
        margin = timedelta(days=3 if near else 0)
        return self._first - margin <= date.fromisoformat(day) <= self._last + margin

    def _relative(self, span: Span, current: str | None) -> str | None:
        assert self._first is not None
        line = span.of(self._text)
        folded = line.lower()
        if not any(stem in folded for stem in _STEMS):
            return None
        if match := _ORDINAL.search(line):
            return self._nth(match)
        if _NEXT.search(line):
            base = date.fromisoformat(current) if current else self._first
            return self._inside(base + timedelta(days=1))
        if _DAY_BEFORE.search(line):
            return (self._first - timedelta(days=1)).isoformat()
        matches = {next(k for k, g in enumerate(m.groups()) if g) for m in _WEEKDAYS.finditer(line)}
        if len(matches) == 1 and self._last is not None:
            length = (self._last - self._first).days
            for k in range(min(length, 6) + 1):
                day = self._first + timedelta(days=k)
                if day.weekday() in matches:
                    return day.isoformat()
        return None

    def _nth(self, match: re.Match[str]) -> str | None:
        written = next(g for g in match.groups() if g).lower()
        number = int(written) if written.isdecimal() else next((v for k, v in _NUMBERS.items() if written == k), 0)
        number = number or next((v for k, v in _NUMBERS.items() if len(k) > 2 and written.startswith(k)), 0)
        return self._inside(self._first + timedelta(days=number - 1)) if number and self._first else None

    def _inside(self, day: date) -> str | None:
        return day.isoformat() if self._last is not None and day <= self._last else None
