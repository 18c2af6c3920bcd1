"""For any expression that the grammar can print: parse(print(x)) == x, and the span is the expression."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.base import load_rules
from extract.s4_dates import DateFinder, Precision
from extract.s4_dates.lexicon import adjective, month_forms, weekday_forms

FINDER = DateFinder(load_rules())
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ORDINALS = ("pierwszy", "drugi", "trzeci", "czwarty", "piąty", "szósty", "siódmy", "ósmy", "dziewiąty", "dziesiąty",
            "jedenasty", "dwunasty", "trzynasty", "czternasty", "piętnasty", "szesnasty", "siedemnasty", "osiemnasty",
            "dziewiętnasty")  # fmt: skip
YEAR_ENDS = (" r.", "r.", " roku", "")
SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def genitive(month: int) -> str:
    return "lutego" if month == 2 else month_forms(month)[1]


def in_words(day: int) -> str:
    """A day of the month as a genitive ordinal: 21 -> "dwudziestego pierwszego"."""
    if day < 20:
        return adjective(ORDINALS[day - 1])[1]
    tens = "dwudziestego" if day < 30 else "trzydziestego"
    return tens if day % 10 == 0 else f"{tens} {adjective(ORDINALS[day % 10 - 1])[1]}"


PRINTERS = (
    lambda d, end: f"{d.day} {genitive(d.month)} {d.year}{end}",
    lambda d, end: f"{d.day:02d} {genitive(d.month)} {d.year}{end}",
    lambda d, end: f"{d.day} {genitive(d.month).upper()} {d.year}{end}",
    lambda d, end: f"{in_words(d.day)} {genitive(d.month)} {d.year}{end}",
    lambda d, end: f"{d.day}.{d.month:02d}.{d.year}{end}",
    lambda d, end: f"{d.day:02d}.{d.month:02d}.{d.year}{end}",
    lambda d, end: f"{d.day}. {d.month:02d}. {d.year}{end}",
    lambda d, end: f"{d.day:02d}/{d.month:02d}/{d.year}{end}",
    lambda d, end: f"{d.day} {ROMAN[d.month - 1]} {d.year}{end}",
    lambda d, end: f"{d.day}.{ROMAN[d.month - 1]}.{d.year}{end}",
    lambda d, end: d.isoformat(),
    lambda d, end: f"{weekday_forms(d.weekday())[0]}, {d.day} {genitive(d.month)} {d.year}{end}",
    lambda d, end: f"{d.day} {genitive(d.month)} {d.year}{end} ({weekday_forms(d.weekday())[0]})",
)


@SETTINGS
@given(day=DAYS, printer=st.sampled_from(PRINTERS), end=st.sampled_from(YEAR_ENDS))
def test_days(day: date, printer: object, end: str) -> None:
    printed = printer(day, end)  # type: ignore[operator]
    text = f"Otwarcie nastąpiło: {printed} w Bobrowie."
    (mention,) = FINDER.find(text).mentions
    assert (mention.start, mention.end, mention.precision) == (day.isoformat(), day.isoformat(), Precision.DAY)
    assert mention.text == text[mention.span.start : mention.span.end] == printed


RANGES = (
    lambda a, b: f"{a.day}-{b.day} {genitive(b.month)} {b.year} r.",
    lambda a, b: f"{a.day} – {b.day} {genitive(b.month)} {b.year} roku",
    lambda a, b: f"{a.day} do {b.day} {genitive(b.month)} {b.year} r.",
    lambda a, b: f"{a.day:02d}-{b.day:02d}.{b.month:02d}.{b.year}",
    lambda a, b: f"{a.day}–{b.day} {ROMAN[b.month - 1]} {b.year}",
)
LONG_RANGES = (
    lambda a, b: f"{a.day} {genitive(a.month)} – {b.day} {genitive(b.month)} {b.year} r.",
    lambda a, b: f"{a.day} {genitive(a.month)} do {b.day} {genitive(b.month)} {b.year} roku",
    lambda a, b: f"{a.day:02d}.{a.month:02d}. – {b.day:02d}.{b.month:02d}.{b.year}",
    lambda a, b: f"{a.isoformat()} – {b.isoformat()}",
    lambda a, b: f"{a.day:02d}.{a.month:02d}.{a.year} – {b.day:02d}.{b.month:02d}.{b.year} r.",
)


@SETTINGS
@given(first=DAYS, length=st.integers(1, 200), which=st.integers(0, 4))
def test_ranges(first: date, length: int, which: int) -> None:
    last = first + timedelta(days=length)
    printers = RANGES if (first.year, first.month) == (last.year, last.month) else LONG_RANGES
    printed = printers[which](first, last)
    text = f"Targi trwały od {printed} w Bobrowie."
    (mention,) = FINDER.find(text).mentions
    assert (mention.start, mention.end) == (first.isoformat(), last.isoformat())
    assert mention.text == printed


@SETTINGS
@given(month=st.integers(1, 12), year=st.integers(1995, 2060), days=st.sets(st.integers(1, 28), min_size=2, max_size=6))
def test_lists(month: int, year: int, days: set[int]) -> None:
    *most, last = sorted(days)
    printed = f"{', '.join(map(str, most))} i {last} {genitive(month)} {year} r."
    (mention,) = FINDER.find(f"Warsztaty odbyły się {printed} w Bobrowie.").mentions
    assert [p[0] for p in mention.parts] == [date(year, month, d).isoformat() for d in sorted(days)]
    assert mention.text == printed


@SETTINGS
@given(start=st.integers(0, 23 * 60), length=st.integers(5, 55), colon=st.booleans())
def test_time_ranges(start: int, length: int, colon: bool) -> None:
    mark = ":" if colon else "."
    start -= start % 5
    end = start + length - length % 5
    a, b = (f"{m // 60}{mark}{m % 60:02d}" for m in (start, end))
    (mention,) = FINDER.find(f"{a}–{b} Wykład otwierający").mentions
    assert (mention.start, mention.end) == tuple(f"T{m // 60:02d}:{m % 60:02d}" for m in (start, end))
    assert mention.text == f"{a}–{b}"


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("case", range(5))
def test_months_in_all_cases(month: int, case: int) -> None:
    forms = month_forms(month)
    text = f"Zapis: {forms[min(case, len(forms) - 1)]} 2024 r. w Bobrowie"
    (mention,) = FINDER.find(text).mentions
    assert (mention.start, mention.precision) == (f"2024-{month:02d}-01", Precision.MONTH)
