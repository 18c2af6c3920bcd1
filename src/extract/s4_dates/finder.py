"""The date stage: find, value, attach, give roles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from extract.base import RuleBook, Span
from extract.s2_layout import BlockKind, Layout
from extract.s3_morphology import Morphology
from extract.s4_dates import readings, readings_clock, readings_years
from extract.s4_dates.combine import combine
from extract.s4_dates.expression import Clock, DayDate, EventDay, Expression, Interval, Period, Series, Shift, WeekdayRef
from extract.s4_dates.grammar import Found, Grammar, Reading
from extract.s4_dates.guards import Guards, SentenceWords
from extract.s4_dates.holidays import Holidays
from extract.s4_dates.lexer import Lexed, Lexer
from extract.s4_dates.published import Dated, PublishedFinder
from extract.s4_dates.resolve import FUTURE, PAST, Setting, Value, resolve
from extract.s4_dates.sentences import Direction, Sentences
from extract.s4_dates.value import DateMention, DateRole, Dates, Precision
from extract.s4_dates.values import Days

_READINGS: dict[str, Reading] = {
    name: getattr(module, name)
    for module, names in (
        (
            readings,
            "days days_abbreviated days_roman days_numeric_open days_month_first days_short_year days_english month nth weekday day_word "
            "morrow shift around event_day current weekend month_numeric quarter half season",
        ),
        (readings_years, "year year_after year_bare year_relative school_year century"),
        (readings_clock, "time_range time_point time_superscript time_words noon"),
    )
    for name in names.split()
}


_REGISTRATION = "dates.role.deadline"


class Prefer(StrEnum):
    """Which way an expression resolves that neither tense nor context decides."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: Found
    span: Span
    role: DateRole = DateRole.OTHER
    rule: str = ""
    """The rule of the role."""

    @property
    def expression(self) -> Expression:
        return self.found.expression


class DateFinder:
    """Finds and resolves date and time expressions."""

    def __init__(self, rules: RuleBook, morphology: Morphology | None = None) -> None:
        """``morphology`` may be shared with other stages; one is made where none is given."""
        self._lexer = Lexer()
        self._grammar = Grammar(rules, _READINGS)
        self._guards = Guards(rules)
        self._holidays = Holidays(rules)
        self._published = PublishedFinder(rules)
        self._direction = Direction(rules, morphology or Morphology())

    def find(
        self,
        text: str,
        layout: Layout | None = None,
        *,
        published: str | None = None,
        prefer: Prefer = Prefer.PAST,
    ) -> Dates:
        """Every expression in ``text``.

        Args:
            layout: blocks of the text; without it the text is one paragraph.
            published: reference date (ISO date or timestamp); overrides what the text says of itself.
            prefer: direction where nothing else decides.
        """
        fired: dict[str, None] = {}
        lexed = self._lexer.lex(text)
        sentences = Sentences(text)
        candidates = self._candidates(lexed, sentences, fired)
        if not candidates:
            return Dates((), None, (), frozenset(fired))
        return _Resolution(self, text, layout, lexed, sentences, candidates, fired, published, prefer).run()

    def _candidates(self, lexed: Lexed, sentences: Sentences, fired: dict[str, None]) -> list[_Candidate]:
        rows: list[Found] = []
        for found in self._holidays.into(self._grammar.find(lexed), lexed):
            span = trimmed(lexed, found)
            veto = self._guards.vetoes(lexed.text, span)
            if veto is None and found.rule == "dates.time.words" and not _after_hour_noun(lexed, found):
                veto = "" if self._direction.noun_follows(lexed.text, span.end) else None
            if veto is None and _broken_line(lexed.text, span):
                veto = ""
            if veto is None:
                rows.append(found)
            elif veto:
                fired[veto] = None
        candidates: list[_Candidate] = []
        words: dict[int, SentenceWords] = {}
        for found in combine(rows, lexed):
            span = trimmed(lexed, found)
            veto = self._guards.vetoes(lexed.text, span) if isinstance(found.expression, Interval) else None
            if veto:
                fired[veto] = None
                continue
            sentence = sentences.around(span.start)
            if sentence.start not in words:
                words[sentence.start] = SentenceWords(lexed.text, sentence)
            clock = isinstance(found.expression, Clock)
            role, rule = (DateRole.SESSION, "") if clock else self._guards.role(lexed.text, span, words[sentence.start])
            candidates.append(_Candidate(found, span, role, rule))
            fired[found.rule] = None
        return candidates


def _after_hour_noun(lexed: Lexed, found: Found) -> bool:
    return "G" in lexed.tags[max(0, found.start - 3) : found.start] or lexed.tags[found.start] in "56"


def _broken_line(text: str, span: Span) -> bool:
    """A line break inside an expression must lead on with a small letter or a digit, else two lines only happen to meet."""
    return any(
        m[1].isupper() for m in re.finditer(r"[^-\u00ac]\n\s*(\S)", text[span.start : span.end])
    )


def trimmed(lexed: Lexed, found: Found) -> Span:
    """The span without white space, and without a full stop that belongs to the sentence."""
    start, end = lexed.starts[found.start], lexed.starts[found.end]
    text = lexed.text
    while end > start and text[end - 1] in " \n\t\xa0,":
        end -= 1
    while start < end and text[start] in " \n\t\xa0,":
        start += 1
    dotted = re.compile(r"\)| [a-ząćęłńóśźż]").match(text, end) and re.search(r"\d\.\d\d\.$", text[start:end])
    if text[end - 1] == "." and not dotted and not re.search(r"(?:(?<![^\W\d_])(?i:r|br|bm|m|kw|pon|pn|wt|śr|czw|pt|sob|niedz|nd)|\bub\w?|\blat\w* \d0)\.$", text[start:end]):
        end -= 1
    return Span(start, end)


class _Resolution:
    """One run over the candidates of one text."""

    def __init__(
        self,
        finder: DateFinder,
        text: str,
        layout: Layout | None,
        lexed: Lexed,
        sentences: Sentences,
        candidates: list[_Candidate],
        fired: dict[str, None],
        published: str | None,
        prefer: Prefer,
    ) -> None:
        self._finder, self._text, self._layout, self._lexed = finder, text, layout, lexed
        self._sentences, self._candidates, self._fired = sentences, candidates, fired
        self._given = date.fromisoformat(published[:10]) if published else None
        self._prefer = prefer
        self._warnings: dict[str, None] = {}
        self._announces: int | None = None
        self._only_year = False
        self._tenses: dict[Span, int] = {}

    def run(self) -> Dates:
        """Publication first, then the event, then everything in order."""
        stated = self._stated()
        reference = self._given or (stated[0].day if stated else None)
        written = reference is not None
        published_span = stated[0].span if stated else None
        if stated:
            self._fired[stated[1]] = None
        month = None if written else self._header_month()
        if month is not None:
            reference = month
        event = self._event(reference, published_span)
        if reference is None and event is not None:
            reference = event[1]
        if reference is None:
            reference = self._title_year()
            self._only_year = reference is not None
            event = self._event(reference, published_span)
        mentions = self._mentions(reference, written, event, published_span)
        return Dates(
            tuple(mentions),
            stated[0].day.isoformat() if stated else None,
            tuple(self._warnings),
            frozenset(self._fired),
        )

    def _stated(self) -> tuple[Dated, str] | None:
        dated = []
        for c in self._candidates:
            if isinstance(c.expression, DayDate) and c.expression.year.value is not None:
                value = resolve(c.expression, Setting())
                if value.days:
                    dated.append(Dated(c.span, value.days[0]))
        return self._finder._published.find(self._text, dated, self._layout, self._heading() > 0) if dated else None

    def _heading(self) -> int:
        """Whether the text as a whole looks back (-1) or ahead (1): the tense of its first tensed sentences with a date."""
        if self._announces is None:
            votes = 0
            for c in self._candidates[:6]:
                if c.role is DateRole.EVENT or c.role is DateRole.DEADLINE:
                    votes += self._tense(c)
            self._announces = (votes > 0) - (votes < 0)
        return self._announces

    def _tense(self, candidate: _Candidate) -> int:
        if candidate.span not in self._tenses:
            self._tenses[candidate.span] = self._read_tense(candidate)
        return self._tenses[candidate.span]

    def _read_tense(self, candidate: _Candidate) -> int:
        sentence = self._sentences.around(candidate.span.start)
        direction, rule = self._finder._direction.of(self._text, sentence, candidate.span)
        if rule:
            self._fired[rule] = None
        return direction

    def _header_month(self) -> date | None:
        """The month of an issue at the head of a page: evidence of the year, not a day of publication."""
        for c in self._candidates:
            expression = c.expression
            if c.span.start > 300:
                return None
            if isinstance(expression, Period) and expression.kind is Precision.MONTH and expression.year.value is not None:
                line = self._text[self._text.rfind("\n", 0, c.span.start) + 1 : c.span.end]
                if len(line) < 100:
                    return date(expression.year.value, expression.index, 15)
        return None

    def _title_year(self) -> date | None:
        """The year in the headline, where no date of the text has one: "Dni Gdowa 2024"."""
        for line in self._text[:2000].split("\n"):
            if line.strip():
                years = set(re.findall(r"(?<![\d/.,-])20\d\d(?![\d/-])", line)) if len(line) < 200 else set()
                return date(int(years.pop()), 7, 1) if len(years) == 1 else None
        return None

    def _in_furniture(self, span: Span) -> bool:
        block = self._layout.block_at(span.start) if self._layout else None
        return block is not None and block.kind is BlockKind.FURNITURE

    def _event(self, reference: date | None, published: Span | None) -> Days | None:
        """Days of the first event told of: the first day that is no deadline and no background, told as an event if any is."""
        pool = [
            c
            for c in self._candidates
            if c.span != published
            and not self._in_furniture(c.span)
            and _is_day(c.expression)
            and c.role not in (DateRole.DEADLINE, DateRole.BACKGROUND)
        ]
        for c in sorted(pool, key=lambda c: c.role is not DateRole.EVENT):
            setting = Setting(reference, self._tense(c) if not _has_year(c.expression) else 0, self._preference())
            value = resolve(c.expression, replace(setting, only_year=self._only_year))
            if value.days is not None and (value.days[1] - value.days[0]).days < 60:
                return value.days
        return None

    def _lasting(self, reference: date | None, event: Days | None) -> Days | None:
        """The event's days; where they were told as one day, the first range of days that holds it."""
        if event is None or event[0] != event[1]:
            return event
        for c in self._candidates:
            if isinstance(c.expression, (Interval, Series)) and _is_day(c.expression) and c.role is not DateRole.DEADLINE:
                value = resolve(c.expression, Setting(reference, 0, self._preference(), only_year=self._only_year))
                if value.days and value.days[0] <= event[0] <= value.days[1] and (value.days[1] - value.days[0]).days < 15:
                    return value.days
        return event

    def _preference(self) -> int:
        return FUTURE if self._prefer is Prefer.FUTURE else 0

    def _mentions(
        self, reference: date | None, written: bool, event: Days | None, published: Span | None
    ) -> list[DateMention]:
        mentions: list[DateMention] = []
        previous: Days | None = None
        event = self._lasting(reference, event)
        listed: tuple[Span, date] | None = None
        for c in self._candidates:
            if c.span != published and self._in_furniture(c.span):
                continue
            if isinstance(c.expression, Clock):
                mentions.append(self._clock(c, c.expression, mentions))
                continue
            value = self._value(c, reference, written, event, previous)
            if isinstance(c.expression, DayDate) and not c.expression.year.known and value.days:
                value = self._ascending(c, value, listed)
                if value.days and self._opens_line(c.span):
                    listed = (c.span, value.days[0])
            mention = self._mention(c, value, event, published)
            mentions.append(mention)
            if mention.role is DateRole.EVENT and value.days and 0 < (value.days[1] - value.days[0]).days < 15:
                event = value.days
            if value.days and value.precision is Precision.DAY and c.span != published and not _deictic(c.expression):
                previous = value.days
        return self._attach(mentions)

    def _value(
        self, c: _Candidate, reference: date | None, written: bool, event: Days | None, previous: Days | None
    ) -> Value:
        direction = 0
        if reference is not None and _needs_direction(c.expression):
            direction = self._tense(c)
            if direction == PAST and not written:
                direction = 0  # told of as past, but not therefore before the event
            if not direction and _is_weekday(c.expression) and self._prefer is Prefer.PAST:
                direction = self._heading()
        prefer = self._preference()
        if not direction and not prefer and _is_weekday(c.expression):
            prefer = PAST
        if not written and event is not None and not direction and c.rule == _REGISTRATION:
            direction = FUTURE if self._heading() < 0 else PAST
        setting = Setting(reference, direction, prefer, event, previous, written, self._only_year)
        value = resolve(c.expression, setting)
        if value.warning:
            self._warnings[f"{self._text[c.span.start : c.span.end]!r}: {value.warning}"] = None
        elif value.days is None:
            self._warnings[f"{self._text[c.span.start : c.span.end]!r}: no reference date, the value stays open"] = None
        return value

    def _opens_line(self, span: Span) -> bool:
        left = self._text[max(0, span.start - 12) : span.start].rpartition("\n")[2]
        return not any(ch.isalnum() for ch in left)

    def _ascending(self, c: _Candidate, value: Value, listed: tuple[Span, date] | None) -> Value:
        """Days at the heads of neighbouring lines ascend: the next one follows the last within half a year."""
        if listed is None or not self._opens_line(c.span) or self._text.count("\n", listed[0].end, c.span.start) > 2:
            return value
        again = resolve(c.expression, Setting(listed[1], FUTURE, FUTURE))
        return again if again.days and (again.days[0] - listed[1]).days < 183 else value

    def _mention(self, c: _Candidate, value: Value, event: Days | None, published: Span | None) -> DateMention:
        role, rule = c.role, c.rule
        if c.span == published:
            role = DateRole.PUBLISHED
        elif value.precision is not Precision.DAY:
            role = DateRole.PERIOD if isinstance(c.expression, Interval) else DateRole.BACKGROUND
        elif isinstance(c.expression, EventDay):
            role = DateRole.SESSION
        elif role is DateRole.OTHER and event and value.days and event[0] <= value.days[0] and value.days[1] <= event[1]:
            role = DateRole.EVENT
        elif role is DateRole.EVENT and event and value.days and not (event[0] <= value.days[1] and value.days[0] <= event[1]):
            role = DateRole.EVENT
        if rule and role is c.role:
            self._fired[rule] = None
        start, end = (d.isoformat() for d in value.days) if value.days else (None, None)
        parts = tuple((a.isoformat(), b.isoformat()) for a, b in value.parts)
        return DateMention(
            c.span, c.span.of(self._text), start, end, value.precision, role, parts, c.found.rule,
            1.0 if value.days else 0.5, value.warning, _is_present(c.expression),
        )  # fmt: skip

    def _clock(self, c: _Candidate, clock: Clock, before: Sequence[DateMention]) -> DateMention:
        start = _hour(clock.start)
        end = None if clock.end is None else _hour(clock.end)
        return DateMention(c.span, c.span.of(self._text), start, end, Precision.TIME, DateRole.SESSION, (), c.found.rule)

    def _attach(self, mentions: list[DateMention]) -> list[DateMention]:
        """A time takes the day that stands beside it: "5 maja o godz. 10", "9:30-11:00 w czwartek"."""
        done = list(mentions)
        for i, time in enumerate(mentions):
            if time.precision is not Precision.TIME:
                continue
            for j in (i - 1, i + 1):
                if 0 <= j < len(mentions) and self._beside(time, mentions[j]):
                    day = mentions[j].start
                    end = None if time.end is None else f"{day}{time.end}"
                    done[i] = replace(time, start=f"{day}{time.start}", end=end)
                    break
        return done

    def _beside(self, time: DateMention, day: DateMention) -> bool:
        if day.precision is not Precision.DAY or day.start is None or day.start != day.end:
            return False
        left, right = sorted((time.span, day.span))
        gap = self._text[left.end : right.start]
        if "\n" in gap or len(gap) > 24 or day.role is DateRole.PUBLISHED:
            return False
        first, last = bisect_right(self._lexed.starts, left.end - 1), bisect_right(self._lexed.starts, right.start - 1)
        return "x" not in self._lexed.tags[first:last]


def _hour(minutes: int) -> str:
    return f"T{minutes // 60:02d}:{minutes % 60:02d}"


def _is_weekday(expression: Expression) -> bool:
    if isinstance(expression, Interval):
        return isinstance(expression.last, WeekdayRef)
    if isinstance(expression, Series):
        return _is_weekday(expression.items[-1])
    return isinstance(expression, WeekdayRef)


def _is_day(expression: Expression) -> bool:
    if isinstance(expression, Interval):
        return isinstance(expression.first, DayDate)
    if isinstance(expression, Series):
        return _is_day(expression.items[0])
    return isinstance(expression, DayDate)


def _has_year(expression: Expression) -> bool:
    if isinstance(expression, Interval):
        return _has_year(expression.last)
    if isinstance(expression, Series):
        return _has_year(expression.items[-1])
    return isinstance(expression, DayDate) and expression.year.known


def _needs_direction(expression: Expression) -> bool:
    if isinstance(expression, Interval):
        return _needs_direction(expression.last)
    if isinstance(expression, Series):
        return _needs_direction(expression.items[-1])
    if isinstance(expression, (DayDate, Period)):
        return not expression.year.known
    return not isinstance(expression, (EventDay, Shift))


def _is_present(expression: Expression) -> bool:
    if isinstance(expression, Period):
        return expression.kind is Precision.YEAR and expression.year.shift == 0
    return _deictic(expression)


def _deictic(expression: Expression) -> bool:
    """ "dziś" says when the text was written, not what it tells of."""
    return isinstance(expression, Shift) and expression.count == 0


__all__ = ["DateFinder", "Prefer"]
