"""What an expression says by itself, before anything is known of the day on which it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from extract.s4_dates.value import Precision


@dataclass(frozen=True, slots=True)
class YearRef:
    """A year as said: a number, or a distance from the year of the reference ("br." 0, "ub.r." -1)."""

    value: int | None = None
    shift: int | None = None

    @property
    def known(self) -> bool:
        """Whether the text gives the year in some form."""
        return self.value is not None or self.shift is not None


OPEN = YearRef()


@dataclass(frozen=True, slots=True)
class DayDate:
    """A day; what is not said is ``None``."""

    day: int
    month: int | None = None
    month_shift: int | None = None
    """For "bm." (0) and "ubiegłego miesiąca" (-1)."""
    year: YearRef = OPEN
    weekday: int | None = None
    """0 = Monday; a contradiction with the date is reported, never repaired."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month, quarter, half, season or year: number ``index`` of its kind in ``year``."""

    kind: Precision
    index: int
    year: YearRef = OPEN
    which: int | None = None
    """-1, 0, 1: last, this, next of its kind ("ubiegłej zimy")."""


@dataclass(frozen=True, slots=True)
class WeekdayRef:
    """A weekday without a date."""

    weekday: int
    which: int | None = None
    """-1, 0, 1: "ubiegły", "ten", "przyszły"."""
    weeks: int | None = None
    """Whole weeks from that of the reference: "we wtorek w przyszłym tygodniu", "środa za tydzień"."""


class Origin(StrEnum):
    """From where a distance counts."""

    REFERENCE = "reference"
    """The day of writing: "wczoraj", "dwa dni temu"."""
    TOLD = "told"
    """What was told last: "dzień wcześniej", "nazajutrz"."""
    EVENT = "event"
    """The event, whatever was told since: "w przeddzień", "dwa dni po gali"."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance in days, weeks, months or years."""

    count: int
    unit: Precision
    origin: Origin = Origin.REFERENCE


@dataclass(frozen=True, slots=True)
class Current:
    """The week, month, quarter or year ``shift`` units from that of the reference: "w zeszłym tygodniu"."""

    unit: Precision
    shift: int


@dataclass(frozen=True, slots=True)
class Around:
    """The last or next ``count`` whole units, without the present one: "najbliższe trzy tygodnie"."""

    count: int
    unit: Precision


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday: -1 the last, 0 this, 1 the next."""

    which: int


@dataclass(frozen=True, slots=True)
class EventDay:
    """Day ``number`` of the event; -1 is its last day."""

    number: int


@dataclass(frozen=True, slots=True)
class NthIn:
    """The ``number``-th (-1: last) weekday, day or week of a month: "pierwszy wtorek października"."""

    number: int
    weekday: int | None
    unit: Precision
    month: int
    year: YearRef = OPEN


@dataclass(frozen=True, slots=True)
class Fixed:
    """Ends that need no reference: decades, centuries, school years."""

    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast, by day and month or by its distance from Easter Sunday."""

    month: int
    day: int
    easter: int | None = None
    year: YearRef = OPEN


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day or a range of times, minutes from midnight."""

    start: int
    end: int | None = None
    open_end: bool = False


Single = DayDate | Period | WeekdayRef | Shift | Current | Around | Weekend | EventDay | NthIn | Fixed | Holiday


@dataclass(frozen=True, slots=True)
class Interval:
    """From the first day of ``first`` to the last day of ``last``."""

    first: Single
    last: Single


@dataclass(frozen=True, slots=True)
class Series:
    """A list of days, periods or intervals told in one breath."""

    items: tuple[Single | Interval, ...]


Expression = Single | Interval | Series | Clock
