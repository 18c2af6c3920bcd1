"""Calendar arithmetic: an expression and its reference to first and last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from extract.s4_dates.value import Precision

Days = tuple[date, date]
"""First and last day, both inclusive."""


def make(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the last of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_days(kind: Precision, index: int, year: int) -> Days:
    """Days of the ``index``-th month, quarter, half or season of a year, or of the year.

    Seasons are those of the almanac: spring from 21 March, summer from 21 June, autumn from 24 September, winter from
    21 December of the year before to 20 March.
    """
    if kind is Precision.MONTH:
        return month_days(year, index)
    if kind is Precision.QUARTER:
        return date(year, 3 * index - 2, 1), month_days(year, 3 * index)[1]
    if kind is Precision.HALF:
        return date(year, 6 * index - 5, 1), month_days(year, 6 * index)[1]
    if kind is Precision.SEASON:
        return {
            1: (date(year, 3, 21), date(year, 6, 20)),
            2: (date(year, 6, 21), date(year, 9, 23)),
            3: (date(year, 9, 24), date(year, 12, 20)),
            4: (date(year - 1, 12, 21), date(year, 3, 20)),
        }[index]
    return date(year, 1, 1), date(year, 12, 31)


def unit_days(unit: Precision, reference: date, shift: int) -> Days:
    """The whole week, month, quarter or year ``shift`` units from that of the reference."""
    if unit is Precision.WEEK:
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)
    if unit is Precision.MONTH:
        moved = add_months(reference.replace(day=1), shift)
        return month_days(moved.year, moved.month)
    if unit is Precision.QUARTER:
        moved = add_months(reference.replace(day=1), 3 * shift)
        return period_days(Precision.QUARTER, (moved.month - 1) // 3 + 1, moved.year)
    if unit is Precision.YEAR:
        return period_days(Precision.YEAR, 0, reference.year + shift)
    day = reference + timedelta(days=shift)
    return day, day


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm, as in Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
