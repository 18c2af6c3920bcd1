"""What a text says of its own time: publication, the event told of, and whether it looks back or ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.base import Span
from extract.s2_layout import BlockKind, Layout
from extract.s4_dates.candidates import Candidate
from extract.s4_dates.expression import DayDate, Interval, Period, Series
from extract.s4_dates.published import Dated, PublishedFinder
from extract.s4_dates.resolve import FUTURE, Setting, resolve
from extract.s4_dates.sentences import Direction, Sentences
from extract.s4_dates.traits import has_year, is_day, is_weekday
from extract.s4_dates.value import DateRole, Precision, Prefer
from extract.s4_dates.values import Days

_LONGEST_EVENT, _LASTING = 60, 15
"""Days: a range beyond the first is a period, one beyond the second (a month of exhibition) has no numbered days."""
_HEAD, _LINE, _FIRST = 300, 100, 6
_TITLE_YEAR = re.compile(r"(?<![\d/.,-])20\d\d(?![\d/-])")


@dataclass(frozen=True, slots=True)
class Reference:
    """The day from which open expressions count."""

    day: date | None
    written: bool
    """Whether it is the day of writing; else it is a day of the event."""
    only_year: bool = False
    """Whether nothing but its year is known."""


class Evidence:
    """The candidates of one text, asked for its time."""

    def __init__(
        self,
        text: str,
        layout: Layout | None,
        sentences: Sentences,
        candidates: Sequence[Candidate],
        direction: Direction,
        prefer: Prefer,
        fired: dict[str, None],
    ) -> None:
        self._text, self._layout, self._sentences = text, layout, sentences
        self._candidates, self._direction, self._fired = candidates, direction, fired
        self._tenses: dict[Span, int] = {}
        self._looks: int | None = None
        self.preference = FUTURE if prefer is Prefer.FUTURE else 0

    def published(self, finder: PublishedFinder) -> Dated | None:
        """The day of publication that the text states."""
        dated = []
        for c in self._candidates:
            if isinstance(c.expression, DayDate) and c.expression.year.value is not None:
                days = resolve(c.expression, Setting()).days
                if days:
                    dated.append(Dated(c.span, days[0]))
        if not dated:
            return None
        stated = finder.find(self._text, dated, self._layout, self._announced() if self.looks() > 0 else None)
        if stated is None:
            return None
        self._fired[stated[1]] = None
        return stated[0]

    def _announced(self) -> list[Span]:
        aside = (DateRole.DEADLINE, DateRole.BACKGROUND)
        pool = (c for c in self._candidates if c.role not in aside)
        return [c.span for c in pool if is_day(c.expression) or is_weekday(c.expression)]

    def looks(self) -> int:
        """Whether the text as a whole looks back (-1) or ahead (1), by the tense of its first sentences with a date."""
        if self._looks is None:
            told = (DateRole.EVENT, DateRole.DEADLINE)
            votes = sum(self.tense(c) for c in self._candidates[:_FIRST] if c.role in told and is_day(c.expression))
            self._looks = (votes > 0) - (votes < 0)
        return self._looks

    def tense(self, candidate: Candidate) -> int:
        """Direction of the verb nearest to an expression, 0 without one."""
        known = self._tenses.get(candidate.span)
        if known is None:
            sentence = self._sentences.around(candidate.span.start)
            known, rule = self._direction.of(self._text, sentence, candidate.span)
            self._tenses[candidate.span] = known
            if rule:
                self._fired[rule] = None
        return known

    def in_furniture(self, span: Span) -> bool:
        """Whether the layout says that the place is no part of the article."""
        block = self._layout.block_at(span.start) if self._layout else None
        return block is not None and block.kind is BlockKind.FURNITURE

    def reference(self, given: date | None, published: Dated | None) -> tuple[Reference, Days | None]:
        """The reference and the event's days: publication, else the month of an issue, the event, the title's year."""
        if given or published:
            day = given or (published.day if published else None)
            return Reference(day, True), self._event(Reference(day, True), published)
        head = Reference(self._issue_month(), False)
        event = self._event(head, None)
        if head.day is None and event is not None:
            return Reference(event[1], False), event
        if head.day is None:
            year = self._title_year()
            if year is not None:
                head = Reference(year, False, True)
                event = self._event(head, None)
        return head, event

    def _issue_month(self) -> date | None:
        """The month of an issue at the head of a page: evidence of the year, not a day of publication."""
        for c in self._candidates:
            said = c.expression
            if c.span.start > _HEAD:
                return None
            if isinstance(said, Period) and said.kind is Precision.MONTH and said.year.value is not None:
                line = self._text[: c.span.end].rpartition("\n")[2]
                if len(line) < _LINE:
                    return date(said.year.value, said.index, 15)
        return None

    def _title_year(self) -> date | None:
        """The year in the headline, where no date of the text has one: "Dni Bobrowa 2024"."""
        start = len(self._text) - len(self._text.lstrip())
        line = self._text[start : start + 2 * _HEAD].partition("\n")[0]
        days = [c.span for c in self._candidates if c.span.start < start + len(line) and is_day(c.expression)]
        years = {
            m[0] for m in _TITLE_YEAR.finditer(line) if not any(s.start <= start + m.start() < s.end for s in days)
        }
        return date(int(years.pop()), 7, 1) if len(years) == 1 and len(line) < 2 * _LINE else None

    def _event(self, reference: Reference, published: Dated | None) -> Days | None:
        """Days of the first event told of: the first day with that role, else the first without any.

        What lies years before the latest day of the text is history. What a report promises ("ukaże się 5 maja 2024")
        is no day from which to count.
        """
        pool = [
            c
            for c in self._candidates
            if is_day(c.expression)
            and c.role not in (DateRole.DEADLINE, DateRole.BACKGROUND)
            and (published is None or c.span != published.span)
            and not self.in_furniture(c.span)
        ]
        known: list[tuple[Days, Candidate]] = []
        for c in sorted(pool, key=lambda c: c.role is not DateRole.EVENT):
            days = self._days(c, reference, 0 if has_year(c.expression) else self.tense(c))
            if days and (days[1] - days[0]).days < _LONGEST_EVENT:
                known.append((days, c))
        latest = max((days[0].year for days, _ in known), default=0)
        for days, c in known:
            promised = c.role is not DateRole.EVENT and self.tense(c) > 0 >= self.looks()
            if days[0].year >= latest - 1 and not (promised and reference.day is None):
                return self._lasting(days, pool, reference)
        return None

    def _lasting(self, event: Days, pool: Sequence[Candidate], reference: Reference) -> Days:
        """The event's days; where they were told as one day, the first range of days that holds it."""
        if event[0] != event[1]:
            return event
        for c in pool:
            if isinstance(c.expression, (Interval, Series)):
                days = self._days(c, reference, 0)
                if days and days[0] <= event[0] <= days[1] and lasts(days):
                    return days
        return event

    def _days(self, c: Candidate, reference: Reference, direction: int) -> Days | None:
        setting = Setting(reference.day, direction, self.preference, only_year=reference.only_year)
        return resolve(c.expression, setting).days


def lasts(days: Days) -> bool:
    """Whether a range is one of an event of several days."""
    return 0 < (days[1] - days[0]).days < _LASTING
