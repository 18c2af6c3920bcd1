"""Dates and clock times as far as the layout needs them: to see what a line is, not what it means."""

from __future__ import annotations

import re

_MONTHS = (
    "styczeń|stycznia|styczniu|luty|lutego|lutym|marzec|marca|marcu|kwiecień|kwietnia|kwietniu|maj|maja|maju|czerwiec|czerwca|"
    "czerwcu|lipiec|lipca|lipcu|sierpień|sierpnia|sierpniu|wrzesień|września|wrześniu|październik|października|październiku|"
    "listopad|listopada|listopadzie|grudzień|grudnia|grudniu|sty|lut|mar|kwi|cze|lip|sie|wrz|paź|lis|gru|"
    "january|february|march|april|may|june|july|august|september|october|november|december"
)
WEEKDAYS = (
    "poniedziałek|wtorek|środa|środę|czwartek|piątek|sobota|sobotę|niedziela|niedzielę|pon|wt|śr|czw|pt|sob|niedz"
)
_ROMAN = "(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)"
_DAYS = r"\d{1,2}(?:\.? ?(?:[-–—,i]|do) ?\d{1,2}){0,4}\.?"
_DATE = (
    rf"(?:\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}|\d{{1,2}}[-./] ?\d{{1,2}}[-./] ?\d{{4}}"
    rf"|{_DAYS} ?(?:{_MONTHS}|{_ROMAN})\b\.?(?: ?[-–—] ?{_DAYS} ?(?:{_MONTHS})\b)?(?:,? ?\d{{4}})?"
    rf"|(?:{_MONTHS}) \d{{1,2}},? \d{{4}}"
    rf"|\d{{1,2}}\.\.?(?:[IVX]+|\d{{1,2}})\.(?:\d{{4}}|\d{{2}}\b)?|(?:{_MONTHS}) \d{{4}})"
)
DATE = re.compile(_DATE, re.IGNORECASE)
_HM = r"(?:[01]?\d|2[0-4])(?:[:.] ?[0-5]\d(?![\d:])|[⁰¹²³⁴⁵⁶⁷⁸⁹]{2})"
_BARE = r"(?:[01]?\d|2[0-4])(?: ?[0-5]\d)?(?![\d.:]\d|\d)"
_TO = r"\s*(?:[-–—−]|do)\s*"
_END = r"(?!\.\d|\d|%|,\s*godz)"
_CLOCK = (
    rf"(?:(?:od\s+)?(?:godz(?:iny|ina|\.)?|g\.)\s*(?:{_HM}|{_BARE})(?:{_TO}(?:godz\.\s*)?(?:{_HM}|{_BARE}))?"
    rf"|(?:od\s+)?{_HM}(?:{_TO}(?:{_HM}|(?=\s|$)))?){_END}"
)
CLOCK = re.compile(_CLOCK, re.IGNORECASE)
"""A clock time or range at the start of a line."""
_DAY_THEN_CLOCK = re.compile(
    rf"(?:{_DATE}\s*r?\.?,?\s*)(?:\(?(?:{WEEKDAYS})\)?\.?,?\s*)?(?:godz\.\s*)?(?P<clock>{_HM}(?:{_TO}{_HM})?){_END}(?=\s*[-–—|,:]\s*\S|\s+\S)",
    re.IGNORECASE,
)
_HHMM = r"(?:[01]?\d|2[0-3])[0-5][05]"
_WEAK_CLOCK = re.compile(
    rf"(?:(?:ok\.|około|od|o|po|godz\.)\s+)*"
    rf"(?:{_HHMM}{_TO}{_HHMM}|{_HM}|(?:[01]?\d|2[0-4]){_TO}(?:[01]?\d|2[0-4])(?=\s+[^\W\d_]))(?!\.\d|\d|%)"
    rf"(?!\s*(?:{_MONTHS}|r\b|roku|osób|lat))",
    re.IGNORECASE,
)
"""What is a clock time only beside lines that begin with a sure one."""
_DAY_NAME = re.compile(
    rf"(?:dzień\s+(?:{_ROMAN}|\d{{1,2}}|pierwszy|drugi|trzeci|czwarty|piąty|szósty|siódmy)\b"
    rf"|(?:{_ROMAN}|\d{{1,2}}\.?|pierwszy|drugi|trzeci|czwarty)\s+dzień\b|day \d)",
    re.IGNORECASE,
)
_FULL = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}}|\d{{1,2}} (?:{_MONTHS}) \d{{4}}", re.IGNORECASE
)
_RANGE = re.compile(
    rf"\b\d{{1,2}}\.? ?(?:[-–—]|i|do) ?\d{{1,2}}\.? (?:{_MONTHS})\b|(?:{_MONTHS}) ?[-–—] ?\d{{1,2}}", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"(?:{WEEKDAYS})\b\.?", re.IGNORECASE)
_FILL = re.compile(
    r"\b(?:r|roku|rok|dnia|dn|godz|godzina|od|do|w|dniu|dniach)\b\.?|[\s,.;:()/|–—•·-]+|\d{1,2}[:.]\d{2}(?::\d{2})?",
    re.IGNORECASE,
)


def clock(line: str) -> int:
    """How many characters of ``line`` are the clock time it begins with; 0 without one."""
    if not line or not (line[0].isdigit() or line[0] in "oOgG"):
        return 0
    found = CLOCK.match(line) or _DAY_THEN_CLOCK.match(line)
    return found.end() if found else 0


def has_day(line: str) -> bool:
    """Whether the line has a date with day and year."""
    return _FULL.search(line) is not None


def weak_clock(line: str) -> int:
    """The length of what may be a clock time: hours alone, an approximate hour, minutes that lost their height."""
    found = _WEAK_CLOCK.match(line)
    return found.end() if found else 0


def is_range(line: str) -> bool:
    """Whether the line has several days ("6–8 maja"), which no publication has."""
    return _RANGE.search(line) is not None


def day_name(line: str) -> bool:
    """Whether the line begins with the number of a day ("Dzień I")."""
    return _DAY_NAME.match(line) is not None


def day_heading(line: str) -> bool:
    """Whether the line is a day: its number, weekday or date and little else ("Dzień I – środa, 6 maja")."""
    if len(line) > 80:
        return False
    if _DAY_NAME.match(line) and (not line.endswith(".") or len(line) <= 12):
        return True
    rest, named = line, False
    if _WEEKDAY.match(line) or DATE.match(line):
        named = True
    if not named:
        return False
    rest = _WEEKDAY.sub(" ", DATE.sub(" ", rest))
    return not _FILL.sub("", rest)


def without_dates(line: str) -> tuple[str, bool]:
    """The line without dates, weekdays and times, and whether it had a date."""
    rest, dates = DATE.subn(" ", line)
    return _FILL.sub(" ", _WEEKDAY.sub(" ", rest)).strip(), bool(dates)
