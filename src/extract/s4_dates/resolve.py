"""Expressions to days, by the reference, the event told of, and the direction of time in the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.s4_dates.expression import (
    Around,
    Clock,
    Current,
    DayDate,
    EventDay,
    Expression,
    Fixed,
    Holiday,
    Interval,
    NthIn,
    Origin,
    Period,
    Series,
    Shift,
    Single,
    WeekdayRef,
    Weekend,
    YearRef,
)
from extract.s4_dates.value import Precision
from extract.s4_dates.values import Days, add_months, easter, make, month_days, period_days, unit_days

PAST, FUTURE = -1, 1


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around an expression."""

    reference: date | None = None
    """The day of writing, or the event's where the text does not say when it was written."""
    direction: int = 0
    """-1: told as past, 1: as to come, 0: not clear."""
    prefer: int = 0
    """Direction where the sentence gives none; 0 takes the nearest."""
    event: Days | None = None
    previous: Days | None = None
    """The last day or range told before."""
    written: bool = True
    """Whether ``reference`` is the day of writing."""
    only_year: bool = False
    """Only the year of ``reference`` is known: days without one lie in it."""

    @property
    def heading(self) -> int:
        """The direction to take: of the sentence, else the preferred one."""
        return self.direction or self.prefer


@dataclass(frozen=True, slots=True)
class Value:
    """First and last day, ``None`` while open."""

    days: Days | None
    precision: Precision
    parts: tuple[Days, ...] = ()
    warning: str | None = None


def resolve(expression: Expression, setting: Setting) -> Value:
    """The value of a calendar expression (not of a clock time)."""
    if isinstance(expression, Interval):
        return _interval(expression, setting)
    if isinstance(expression, Series):
        return _series(expression, setting)
    if isinstance(expression, Clock):
        raise TypeError("a clock time has no days")
    return _single(expression, setting)


def _single(item: Single, setting: Setting) -> Value:
    match item:
        case DayDate():
            return _day(item, setting)
        case Period():
            return Value(_period(item, setting), item.kind)
        case WeekdayRef():
            return _one(_weekday(item, setting))
        case Shift():
            return _shift(item, setting)
        case Current():
            days = unit_days(item.unit, setting.reference, item.shift) if setting.reference else None
            return Value(days, item.unit)
        case Around():
            return Value(_around(item, setting.reference) if setting.reference else None, item.unit)
        case Weekend():
            return Value(_weekend(item.which, setting.reference) if setting.written else None, Precision.DAY)
        case EventDay():
            return _one(_event_day(item.number, setting.event))
        case NthIn():
            return _nth(item, setting)
        case Fixed():
            return Value((item.start, item.end), item.precision)
        case Holiday():
            return _one(_holiday(item, setting))


def _one(day: date | None) -> Value:
    return Value((day, day) if day else None, Precision.DAY)


def _year(ref: YearRef, reference: date | None) -> int | None:
    if ref.value is not None:
        return ref.value
    if ref.shift is not None and reference is not None:
        return reference.year + ref.shift
    return None


def choose(candidates: Iterable[date], setting: Setting) -> date | None:
    """The candidate in the direction of the sentence; the nearest where there is no direction."""
    reference = setting.reference
    if reference is None:
        return None
    pool = sorted(candidates)
    if setting.only_year:
        return next((d for d in pool if d.year == reference.year), None)
    if not pool:
        return None
    nearest = min(pool, key=lambda d: (abs((d - reference).days), d > reference))
    if setting.heading == PAST:
        pool = [d for d in pool if d <= reference][-1:]
    elif setting.heading == FUTURE:
        pool = [d for d in pool if d >= reference][:1]
    else:
        return nearest
    return pool[0] if pool else nearest


def _day(item: DayDate, setting: Setting) -> Value:
    reference = setting.reference
    month, year = item.month, _year(item.year, reference)
    if month is None:
        if reference is None:
            return _one(None)
        moved = add_months(reference.replace(day=1), item.month_shift or 0)
        month, year = moved.month, moved.year
    if year is None and not item.year.known and reference is not None:
        years = (
            range(reference.year - 4, reference.year + 5)
            if (month, item.day) == (2, 29)
            else range(reference.year - 1, reference.year + 2)
        )
        days = [d for y in years if (d := make(y, month, item.day))]
        fitting = [d for d in days if item.weekday is None or d.weekday() == item.weekday]
        day = choose(fitting or days, setting)
    else:
        day = make(year, month, item.day) if year is not None else None
        if year is not None and day is None:
            return Value(None, Precision.DAY, (), f"no such day: {year}-{month:02d}-{item.day:02d}")
    if day is None:
        possible = make(2000, month, item.day) is not None
        return Value(None, Precision.DAY, (), None if possible else f"no such day: {item.day}.{month:02d}")
    warning = None
    if item.weekday is not None and day.weekday() != item.weekday:
        warning = f"{day.isoformat()} is not the weekday that the text gives"
    return Value((day, day), Precision.DAY, (), warning)


def _period(item: Period, setting: Setting) -> Days | None:
    reference = setting.reference
    year = _year(item.year, reference)
    if year is not None:
        return period_days(item.kind, item.index, year)
    if item.year.known or reference is None:
        return None
    options = [period_days(item.kind, item.index, reference.year + k) for k in (-1, 0, 1, 2)]
    if item.which is not None:
        passed = [o for o in options if o[1] < reference]
        coming = [o for o in options if o[0] > reference]
        present = [o for o in options if o[0] <= reference <= o[1]]
        if item.which < 0:
            return passed[-1] if passed else None
        if item.which > 0:
            return coming[item.which - 1] if len(coming) >= item.which else None
        return (present or coming or [options[1]])[0]
    if item.kind in (Precision.QUARTER, Precision.HALF):
        return options[1]
    here = [o for o in options if o[0] <= reference <= o[1]]
    if here:
        return here[0]
    middle = {o[0] + (o[1] - o[0]) / 2: o for o in options}
    day = choose(middle, setting)
    return middle[day] if day else None


def _weekday(item: WeekdayRef, setting: Setting) -> date | None:
    reference = setting.reference
    if item.weeks is not None and reference is not None:
        return unit_days(Precision.WEEK, reference, item.weeks)[0] + timedelta(days=item.weekday)
    if item.which is None and setting.event is not None:
        first, last = setting.event
        if (last - first).days < 7:
            inside = first + timedelta(days=(item.weekday - first.weekday()) % 7)
            if inside <= last:
                return inside
    if reference is None or not setting.written:
        return None
    ahead = (item.weekday - reference.weekday()) % 7
    if item.which == -1:
        return reference - timedelta(days=7 - ahead if ahead else 7)
    if item.which == 1:
        return reference + timedelta(days=ahead or 7)
    if item.which == 0:
        return unit_days(Precision.WEEK, reference, 0)[0] + timedelta(days=item.weekday)
    if setting.heading == FUTURE:
        return reference + timedelta(days=ahead or 7)
    if setting.heading == PAST:
        return reference - timedelta(days=(7 - ahead) % 7)
    return None


def _shift(item: Shift, setting: Setting) -> Value:
    origin = setting.reference if setting.written else None
    precision = Precision.DAY
    if item.origin is not Origin.REFERENCE:
        known = setting.event if item.origin is Origin.EVENT else setting.previous or setting.event
        if known is None and setting.heading:
            known = (origin, origin) if origin else None
        if known is None:
            return Value(None, item.unit if item.unit is Precision.YEAR else Precision.DAY)
        morrow = item.count == 1 and item.unit is Precision.DAY and known[0] < known[1]
        origin = known[0] if item.count < 0 or morrow else known[1]
    if origin is None:
        return Value(None, item.unit if item.unit is Precision.YEAR else precision)
    if item.unit is Precision.YEAR:
        return Value(period_days(Precision.YEAR, 0, origin.year + item.count), Precision.YEAR)
    if item.unit is Precision.MONTH:
        return _one(add_months(origin, item.count))
    return _one(origin + timedelta(days=item.count * (7 if item.unit is Precision.WEEK else 1)))


def _around(item: Around, reference: date) -> Days:
    if item.unit is Precision.DAY:
        if item.count > 0:
            return reference + timedelta(days=1), reference + timedelta(days=item.count)
        return reference + timedelta(days=item.count), reference - timedelta(days=1)
    near = unit_days(item.unit, reference, 1 if item.count > 0 else -1)
    far = unit_days(item.unit, reference, item.count)
    return min(near[0], far[0]), max(near[1], far[1])


def _weekend(which: int, reference: date | None) -> Days | None:
    if reference is None:
        return None
    saturday = reference - timedelta(days=reference.weekday()) + timedelta(days=5)
    if which < 0 and saturday + timedelta(days=1) >= reference:
        saturday -= timedelta(weeks=1)
    elif which > 0 and saturday <= reference:
        saturday += timedelta(weeks=1)
    return saturday, saturday + timedelta(days=1)


def _event_day(number: int, event: Days | None) -> date | None:
    """A day of an event of one day has no number worth telling: the count then means something else."""
    if event is None or event[0] == event[1]:
        return None
    day = event[1] if number < 0 else event[0] + timedelta(days=number - 1)
    return day if day <= event[1] else None


def _nth(item: NthIn, setting: Setting) -> Value:
    month = _period(Period(Precision.MONTH, item.month, item.year), setting)
    if month is None:
        return Value(None, item.unit)
    first, last = month
    if item.unit is Precision.WEEK:
        if item.number < 0:
            monday = last - timedelta(days=(last.weekday() + 1) % 7 + 6)
        else:
            monday = first + timedelta(days=-first.weekday() % 7 + 7 * (item.number - 1))
        return Value((monday, monday + timedelta(days=6)), Precision.WEEK)
    if item.weekday is None:
        day = last if item.number < 0 else first + timedelta(days=item.number - 1)
    elif item.number < 0:
        day = last - timedelta(days=(last.weekday() - item.weekday) % 7)
    else:
        day = first + timedelta(days=(item.weekday - first.weekday()) % 7 + 7 * (item.number - 1))
    return _one(day if first <= day <= last else None)


def _holiday(item: Holiday, setting: Setting) -> date | None:
    def on(year: int) -> date | None:
        return make(year, item.month, item.day) if item.easter is None else easter(year) + timedelta(days=item.easter)

    year = _year(item.year, setting.reference)
    if year is not None:
        return on(year)
    if setting.reference is None:
        return None
    return choose([d for k in (-1, 0, 1) if (d := on(setting.reference.year + k))], setting)


def _interval(item: Interval, setting: Setting) -> Value:
    last = _single(item.last, setting)
    first = _single(item.first, setting)
    precision = min((first.precision, last.precision), key=list(Precision).index)
    if last.days is None or first.days is None:
        return Value(None, precision, (), first.warning or last.warning)
    if first.days[0] > last.days[1]:
        earlier = _earlier(item.first, last.days[1], setting)
        if earlier is None:
            return Value(None, precision, (), "the range ends before it begins")
        first = replace(first, days=earlier)
    assert first.days is not None
    return Value((first.days[0], last.days[1]), precision, (), first.warning or last.warning)


def _earlier(item: Single, last: date, setting: Setting) -> Days | None:
    """The latest first day not after ``last``, where the text leaves the year (or week) open."""
    if isinstance(item, WeekdayRef) and item.which is None:
        day = last - timedelta(days=(last.weekday() - item.weekday) % 7)
        return day, day
    if isinstance(item, (DayDate, Period)) and not item.year.known:
        again = _single(item, Setting(last, PAST, PAST))
        return again.days
    return None


def _series(item: Series, setting: Setting) -> Value:
    values: list[Value] = []
    for element in reversed(item.items):
        value = resolve(element, setting)
        if values and value.days and values[-1].days and value.days[0] > values[-1].days[0]:
            first = element.first if isinstance(element, Interval) else element
            days = _earlier(first, values[-1].days[0], setting)
            value = replace(value, days=days if not isinstance(element, Interval) else value.days)
        values.append(value)
    values.reverse()
    parts = tuple(v.days for v in values if v.days is not None)
    if len(parts) < len(values):
        return Value(None, values[0].precision, (), next((v.warning for v in values if v.warning), None))
    warning = next((v.warning for v in values if v.warning), None)
    return Value((min(p[0] for p in parts), max(p[1] for p in parts)), values[0].precision, parts, warning)


__all__ = ["FUTURE", "PAST", "Setting", "Value", "choose", "month_days", "resolve"]
