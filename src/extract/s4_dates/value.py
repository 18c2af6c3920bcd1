"""Values of the date stage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.base import Span


class Precision(StrEnum):
    """The grain of a date expression."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class DateRole(StrEnum):
    """What the date is of."""

    PUBLISHED = "published"
    EVENT = "event"
    SESSION = "session"
    DEADLINE = "deadline"
    PERIOD = "period"
    BACKGROUND = "background"
    OTHER = "other"


class Prefer(StrEnum):
    """Which way an expression resolves that neither tense nor context decides."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar or clock expression and its value."""

    span: Span
    """The expression without its preposition."""
    text: str
    start: str | None
    """ISO 8601: ``2022-11-28``, ``2019-03-14T10:00``, ``T10:00`` for a time without a day; ``None``: open."""
    end: str | None
    """Inclusive, same form as ``start``; ``None`` only where ``start`` is, or for an open end ("od 10.00")."""
    precision: Precision
    role: DateRole
    parts: tuple[tuple[str, str], ...] = ()
    """For lists of days: every (start, end)."""
    rule: str = ""
    confidence: float = 1.0
    warning: str | None = None
    present: bool = False
    """The expression only says "now" ("w tym roku", "dziś"): true, but no date that the text tells."""

    @property
    def recorded(self) -> bool:
        """Whether the contract's ``dates`` list holds it: what resolves to days, months or years, clock times aside."""
        return not self.present and self.precision not in _UNRECORDED


_UNRECORDED = frozenset({Precision.TIME, Precision.SEASON, Precision.DECADE, Precision.CENTURY})


@dataclass(frozen=True, slots=True)
class Dates:
    """All date and time mentions of a text in order."""

    mentions: tuple[DateMention, ...]
    published: str | None = None
    """ISO date that the text states as its own date of publication."""
    warnings: tuple[str, ...] = ()
    fired: frozenset[str] = frozenset()
