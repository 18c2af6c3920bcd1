"""How the groups of a matched shape become months, parts of years, weekdays and distances."""

from __future__ import annotations

import re

from extract.s4_dates.expression import (
    OPEN,
    Around,
    Current,
    EventDay,
    Interval,
    NthIn,
    Origin,
    Period,
    Shift,
    WeekdayRef,
    Weekend,
    YearRef,
)
from extract.s4_dates.lexer import Lexed
from extract.s4_dates.readings import Match, Result, alone, capitalised, group_number, month_of, number, opens, year_of
from extract.s4_dates.value import Precision

_UNITS = {"D": Precision.DAY, "K": Precision.WEEK, "I": Precision.MONTH, "Q": Precision.QUARTER, "r": Precision.YEAR,
          "L": Precision.YEAR, "S": Precision.SEASON}  # fmt: skip
_INSTRUMENTAL = frozenset({"rokiem", "laty", "tygodniem", "tygodniami", "miesiącem", "miesiącami"})
_DAY_NOUN = frozenset({"dzień", "dzien", "dnia", "dniu", "dniem"})


def month(match: Match, lexed: Lexed) -> Result:
    """A month: months are written small in Polish, so that "Maja" and "Maj" inside a line are names."""
    at, value, year = match.start("m"), month_of(match, lexed), year_of(match, lexed)
    if value is None or year is None:
        return None
    if match["which"] or match["fol"]:
        step = lexed.value(match.start("which")) if match["which"] else 2
        return Period(Precision.MONTH, value, OPEN, step), match.start(), match.end()
    token = lexed.tokens[at]
    if token[0].isupper():
        preposition = lexed.before(at) in tuple("vglnsUZy")
        if not year.known and not (token.isupper() and preposition) and not (alone(lexed, at, match.end())):
            return None
        if year.known and not (token.isupper() or preposition or opens(lexed, at)):
            return None
    return Period(Precision.MONTH, value, year), match.start(), match.end()


def nth(match: Match, lexed: Lexed) -> Result:
    """ "pierwszy wtorek października 2014", "ostatni dzień marca"."""
    value, year = month_of(match, lexed), year_of(match, lexed)
    if value is None or year is None:
        return None
    tag = lexed.tags[match.start("unit")]
    weekday = lexed.value(match.start("unit")) if tag == "W" else None
    unit = Precision.WEEK if tag == "K" else Precision.DAY
    return NthIn(number(lexed, *match.span("n")), weekday, unit, value, year), match.start(), match.end()


def weekday(match: Match, lexed: Lexed) -> Result:
    """A weekday; capitalised inside a line it is a surname or a town, plural after "we" it is a habit."""
    at = match.start("w")
    token = lexed.tokens[at]
    which = lexed.value(match.start("which")) if match["which"] else None
    if lexed.tags[at] == "w" and which is None and not alone(lexed, match.start(), match.end()):
        return None
    if which is None and capitalised(lexed, at):
        return None
    if token.lower() in ("środy", "soboty", "srody") and lexed.before(at) == "v":
        return None
    day, weeks = lexed.value(at), None
    if match["ww"]:
        weeks = lexed.value(match.start("ww"))
    elif match["wz"] or match["fol"]:
        weeks = 1
    return WeekdayRef(day, which, weeks), match.start(), match.end()


def day_word(match: Match, lexed: Lexed) -> Result:
    """ "wczoraj", "dzisiejsza konferencja"; "dzisiejsze oddziały" are those of our time."""
    if match["now"]:
        told = lexed.tokens[match.start()].lower() in ("ten", "tego", "tym")  # "tego dnia": the one told of
        return Shift(0, Precision.DAY, Origin.TOLD if told else Origin.REFERENCE), match.start(), match.end()
    if match["eve"]:
        return Shift(lexed.value(match.start("eve")) - 1, Precision.DAY), match.start(), match.end()
    token = lexed.tokens[match.start()].lower()
    if lexed.tags[match.start()] == "A" and token.endswith(("ych", "ymi", "e")):
        return None
    return Shift(lexed.value(match.start()), Precision.DAY), match.start(), match.end()


def morrow(match: Match, lexed: Lexed) -> Result:
    """ "nazajutrz", "następnego dnia"."""
    if match["morrow2"] and lexed.tokens[match.end() - 1].lower() not in _DAY_NOUN:
        return None
    if match["morrow"] and lexed.value(match.start("morrow")) < 0:
        return Shift(-1, Precision.DAY, Origin.EVENT), match.start(), match.end()
    return Shift(1, Precision.DAY, Origin.TOLD), match.start(), match.end()


def shift(match: Match, lexed: Lexed) -> Result:
    """ "dwa dni temu", "tydzień później", "za tydzień"."""
    ahead = match["za"] is not None
    count = group_number(match, lexed, "n", "n2") or 1
    unit = _UNITS[lexed.tags[max(match.start(g) for g in ("unit", "unit2", "unit3", "unit4"))]]
    if match["ago"]:
        noun = lexed.tokens[match.start("unit4")].lower()
        if noun not in _INSTRUMENTAL or (match["n4"] is None and not noun.endswith("em")):
            return None
        return Shift(-(group_number(match, lexed, "n4") or 1), unit), match.start(), match.end()
    if ahead:
        return Shift(count, unit), match.start(), match.end()
    if match["dir3"]:
        if lexed.tags[match.end() : match.end() + 2] != " x":
            return None
        sign = 1 if lexed.tags[match.start("dir3")] == "U" else -1
        count = group_number(match, lexed, "n3") or 1
        return Shift(sign * count, unit, Origin.EVENT), match.start(), match.end("unit3")
    direction = lexed.tags[match.start("dir")]
    origin = Origin.REFERENCE if direction == "0" else Origin.TOLD
    return Shift(count if direction == "t" else -count, unit, origin), match.start(), match.end()


def around(match: Match, lexed: Lexed) -> Result:
    """ "ostatnie dwa tygodnie", "najbliższe 3 dni"."""
    sign = 1 if lexed.tags[match.start("which")] == "F" else -1
    return (
        Around(sign * number(lexed, *match.span("n")), _UNITS[lexed.tags[match.start("unit")]]),
        match.start(),
        match.end(),
    )


def event_day(match: Match, lexed: Lexed) -> Result:
    """ "pierwszego dnia", "Dzień II": the day nouns in the singular only."""
    noun = match.start("day") if match["day"] else match.start("day2")
    token = lexed.tokens[noun].lower()
    if token not in _DAY_NOUN:
        return None
    if match["day2"] and (token not in ("dzień", "dzien") or re.match(r" ?[MmRY]", lexed.tags[match.end() :][:2])):
        return None
    name = "n" if match["day"] else "n2"
    value = -1 if lexed.tags[match.start(name)] == "&" else number(lexed, *match.span(name))
    return EventDay(value), match.start(), noun + 1 if match["day"] else match.end("n2")


def current(match: Match, lexed: Lexed) -> Result:
    """ "w zeszłym tygodniu", "przyszły kwartał", "tej zimy"."""
    unit = _UNITS[lexed.tags[match.start("unit")]]
    which = lexed.value(match.start("which"))
    if unit is Precision.SEASON:
        return Period(unit, lexed.value(match.start("unit")), OPEN, which), match.start(), match.end()
    return Current(unit, which), match.start(), match.end()


def nth_weekend(match: Match, lexed: Lexed) -> Result:
    """ "ostatni weekend czerwca": its Saturday and Sunday."""
    value, year = month_of(match, lexed), year_of(match, lexed)
    if value is None or year is None:
        return None
    which = number(lexed, *match.span("n"))
    saturday, sunday = (NthIn(which, day, Precision.DAY, value, year) for day in (5, 6))
    return Interval(saturday, sunday), match.start(), match.end()


def weekend(match: Match, lexed: Lexed) -> Result:
    """ "w miniony weekend"."""
    return Weekend(lexed.value(match.start("which"))), match.start(), match.end()


def month_numeric(match: Match, lexed: Lexed) -> Result:
    """ "09.2023": a month of two digits and a year."""
    value = month_of(match, lexed)
    start = match.start()
    chained = lexed.tags[max(0, start - 1) : start] in (".", "/", "-")
    if value is None or len(lexed.tokens[match.start("m")]) != 2 or chained:
        return None
    return Period(Precision.MONTH, value, YearRef(lexed.value(match.start("y")))), start, match.end()


def quarter(match: Match, lexed: Lexed) -> Result:
    """ "II kwartał 2024", "w pierwszym kwartale br."."""
    return _part(match, lexed, Precision.QUARTER, 4)


def half(match: Match, lexed: Lexed) -> Result:
    """ "I półrocze", "druga połowa 2024 roku"."""
    return _part(match, lexed, Precision.HALF, 2)


def _part(match: Match, lexed: Lexed, kind: Precision, most: int) -> Result:
    value, year = number(lexed, *match.span("n")), year_of(match, lexed)
    if year is None or not 1 <= value <= most:
        return None
    return Period(kind, value, year), match.start(), match.end()


def season(match: Match, lexed: Lexed) -> Result:
    """ "wiosną 2024 roku"."""
    year = year_of(match, lexed)
    if year is None or not year.known:
        return None
    return Period(Precision.SEASON, lexed.value(match.start("s")), year), match.start(), match.end()
