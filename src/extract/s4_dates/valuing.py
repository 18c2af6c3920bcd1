"""Candidates to mentions: values, roles, times with their days."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from extract.base import Span
from extract.s4_dates.candidates import Candidate
from extract.s4_dates.evidence import Evidence, Reference, lasts
from extract.s4_dates.expression import Clock, DayDate, EventDay, Interval
from extract.s4_dates.lexer import Lexed
from extract.s4_dates.resolve import FUTURE, PAST, Setting, Value, resolve
from extract.s4_dates.traits import is_present, is_weekday, needs_direction
from extract.s4_dates.value import DateMention, DateRole, Precision
from extract.s4_dates.values import Days

_REGISTRATION = "dates.role.deadline"
_HALF_YEAR = 183
_GAP = 24
"""Characters between a day and its hour at most."""
_OPEN = 0.5
"""Confidence of an expression whose value stays open."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told so far."""

    event: Days | None
    previous: Days | None = None
    listed: tuple[Span, date] | None = None
    """The last day without a year at the head of a line."""


class Valuer:
    """One pass over the candidates of a text, left to right."""

    def __init__(
        self, lexed: Lexed, evidence: Evidence, reference: Reference, event: Days | None, published: Span | None
    ) -> None:
        self._lexed, self._text, self._evidence = lexed, lexed.text, evidence
        self._reference, self._published = reference, published
        self._told = _Told(event)
        self.warnings: dict[str, None] = {}
        self.fired: dict[str, None] = {}

    def mentions(self, candidates: list[Candidate]) -> tuple[DateMention, ...]:
        """Every candidate outside page furniture, with its value."""
        mentions = [
            self._clock(c, c.expression) if isinstance(c.expression, Clock) else self._calendar(c)
            for c in candidates
            if c.span == self._published or not self._evidence.in_furniture(c.span)
        ]
        return self._attached(mentions)

    def _calendar(self, c: Candidate) -> DateMention:
        value = self._value(c)
        mention = self._mention(c, value)
        if value.days and c.span != self._published:
            if mention.role is DateRole.EVENT and lasts(value.days):
                self._told = replace(self._told, event=value.days)
            if value.precision is Precision.DAY and not is_present(c.expression):
                self._told = replace(self._told, previous=value.days)
        return mention

    def _value(self, c: Candidate) -> Value:
        value = resolve(c.expression, self._setting(c))
        words = self._text[c.span.start : c.span.end]
        if value.warning:
            self.warnings[f"{words!r}: {value.warning}"] = None
        elif value.days is None:
            self.warnings[f"{words!r}: no reference date, the value stays open"] = None
        yearless = isinstance(c.expression, DayDate) and not c.expression.year.known
        if yearless and value.days and self._opens_line(c.span):
            value = self._ascending(c, value)
            if value.days:
                self._told = replace(self._told, listed=(c.span, value.days[0]))
        return value

    def _setting(self, c: Candidate) -> Setting:
        reference, evidence = self._reference, self._evidence
        direction = evidence.tense(c) if reference.day is not None and needs_direction(c.expression) else 0
        prefer = evidence.preference
        if not reference.written and (direction == PAST or evidence.looks() > 0):
            direction = 0  # past or to come as seen from the day of writing, not therefore from the event
        if not direction and not prefer and is_weekday(c.expression):
            direction, prefer = evidence.looks(), PAST
        if not reference.written and c.rule == _REGISTRATION and self._told.event is not None:
            direction = FUTURE if evidence.looks() < 0 else PAST  # one registers before the event, or sends in after it
        told = self._told
        return Setting(
            reference.day, direction, prefer, told.event, told.previous, reference.written, reference.only_year
        )

    def _opens_line(self, span: Span) -> bool:
        left = self._text[max(0, span.start - 12) : span.start].rpartition("\n")[2]
        return not any(ch.isalnum() for ch in left)

    def _ascending(self, c: Candidate, value: Value) -> Value:
        """Days at the heads of neighbouring lines ascend: the next one follows the last within half a year."""
        listed = self._told.listed
        if listed is None or self._text.count("\n", listed[0].end, c.span.start) > 2:
            return value
        again = resolve(c.expression, Setting(listed[1], FUTURE, FUTURE))
        return again if again.days and (again.days[0] - listed[1]).days < _HALF_YEAR else value

    def _mention(self, c: Candidate, value: Value) -> DateMention:
        role = self._role(c, value)
        if c.rule and role is c.role:
            self.fired[c.rule] = None
        start, end = (d.isoformat() for d in value.days) if value.days else (None, None)
        return DateMention(
            span=c.span,
            text=c.span.of(self._text),
            start=start,
            end=end,
            precision=value.precision,
            role=role,
            parts=tuple((a.isoformat(), b.isoformat()) for a, b in value.parts),
            rule=c.found.rule,
            confidence=1.0 if value.days else _OPEN,
            warning=value.warning,
            present=is_present(c.expression),
        )

    def _role(self, c: Candidate, value: Value) -> DateRole:
        if c.span == self._published:
            return DateRole.PUBLISHED
        if value.precision is not Precision.DAY:
            return DateRole.PERIOD if isinstance(c.expression, Interval) else DateRole.BACKGROUND
        if isinstance(c.expression, EventDay):
            return DateRole.SESSION
        event, days = self._told.event, value.days
        if c.role is DateRole.OTHER and event and days and event[0] <= days[0] and days[1] <= event[1]:
            return DateRole.EVENT
        return c.role

    def _clock(self, c: Candidate, clock: Clock) -> DateMention:
        end = None if clock.end is None else _hour(clock.end)
        return DateMention(
            c.span, c.span.of(self._text), _hour(clock.start), end, Precision.TIME, DateRole.SESSION, (), c.found.rule
        )

    def _attached(self, mentions: list[DateMention]) -> tuple[DateMention, ...]:
        """A time takes the day that stands beside it: "5 maja o godz. 10", "9:30-11:00 w czwartek"."""
        done = list(mentions)
        for i, time in enumerate(mentions):
            if time.precision is not Precision.TIME:
                continue
            neighbours = (mentions[j] for j in (i - 1, i + 1) if 0 <= j < len(mentions))
            day = next((m.start for m in neighbours if self._beside(time, m)), None)
            if day is not None:
                end = None if time.end is None else f"{day}{time.end}"
                done[i] = replace(time, start=f"{day}{time.start}", end=end)
        return tuple(done)

    def _beside(self, time: DateMention, day: DateMention) -> bool:
        if day.precision is not Precision.DAY or day.start is None or day.start != day.end:
            return False
        left, right = sorted((time.span, day.span))
        gap = self._text[left.end : right.start]
        if "\n" in gap or len(gap) > _GAP or day.role is DateRole.PUBLISHED:
            return False
        starts = self._lexed.starts
        return "x" not in self._lexed.tags[bisect_right(starts, left.end - 1) : bisect_right(starts, right.start - 1)]


def _hour(minutes: int) -> str:
    return f"T{minutes // 60:02d}:{minutes % 60:02d}"
