"""What kind of thing an expression is."""

from __future__ import annotations

from extract.s4_dates.expression import (
    DayDate,
    EventDay,
    Expression,
    Interval,
    Period,
    Series,
    Shift,
    WeekdayRef,
)
from extract.s4_dates.value import Precision


def ending(expression: Expression) -> Expression:
    """The last single part: what completes the others."""
    if isinstance(expression, Interval):
        return expression.last
    if isinstance(expression, Series):
        return ending(expression.items[-1])
    return expression


def is_weekday(expression: Expression) -> bool:
    """A weekday without a date, or weekdays."""
    return isinstance(ending(expression), WeekdayRef)


def is_day(expression: Expression) -> bool:
    """A day of a month, or days."""
    return isinstance(ending(expression), DayDate)


def has_year(expression: Expression) -> bool:
    """Days whose year the text gives in some form."""
    last = ending(expression)
    return isinstance(last, DayDate) and last.year.known


def needs_direction(expression: Expression) -> bool:
    """Whether past and future make a difference."""
    last = ending(expression)
    if isinstance(last, (DayDate, Period)):
        return not last.year.known
    return not isinstance(last, (EventDay, Shift))


def is_present(expression: Expression) -> bool:
    """ "dziś", "w tym roku": when the text was written, not what it tells of."""
    if isinstance(expression, Period):
        return expression.kind is Precision.YEAR and expression.year.shift == 0
    return isinstance(expression, Shift) and expression.count == 0
