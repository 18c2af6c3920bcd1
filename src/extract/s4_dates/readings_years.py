"""How the groups of a matched shape become years, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from extract.s4_dates.expression import Fixed, Interval, Period, YearRef
from extract.s4_dates.lexer import Lexed
from extract.s4_dates.readings import Match, Result, number, opens, relative_year
from extract.s4_dates.value import Precision

_FIRST_BARE, _LAST_BARE = 1800, 2100


def _whole(first: int, last: int, precision: Precision) -> Fixed:
    return Fixed(date(first, 1, 1), date(last, 12, 31), precision)


def _year(value: int) -> Period:
    return Period(Precision.YEAR, 0, YearRef(value))


def year(match: Match, lexed: Lexed) -> Result:
    """ "1994 roku", "1978 r."; "1939 Roku" with a capital is part of a name."""
    return (_year(lexed.value(match.start("y"))), match.start(), match.end()) if _small(match, lexed) else None


def _small(match: Match, lexed: Lexed) -> bool:
    nouns = [lexed.tokens[i] for i in range(match.start(), match.end()) if lexed.tags[i] in "rL"]
    return not any(n[0].isupper() and not (n.isupper() and len(n) > 1) for n in nouns)


def year_after(match: Match, lexed: Lexed) -> Result:
    """ "rok 2023", "lata 2014-2020"; "Roku 2011" inside a line is part of a title."""
    if not _small(match, lexed) and not opens(lexed, match.start()):
        return None
    first = lexed.value(match.start("y"))
    if match["y2"]:
        last = lexed.value(match.start("y2"))
        if last <= first:
            return None
        return Interval(_year(first), _year(last)), match.start(), match.end()
    start = match.start("y") if lexed.tags[match.start("head")] == "L" else match.start()
    return _year(first), start, match.end()


def year_bare(match: Match, lexed: Lexed) -> Result:
    """ "w 2019", "od 2012": such a number may count things as well, so what follows must not be a noun."""
    first, start = lexed.value(match.start("y")), match.start("y")
    if match["r"]:
        return (_year(first), start, match.end()) if _small(match, lexed) else None
    if not _FIRST_BARE <= first <= _LAST_BARE:
        return None
    after = lexed.tags[match.end() : match.end() + 2]
    if re.match(r"[.,:/\-][abcdefYh]|%", after):
        return None
    follows_word = after[:1] in (" ", "\n") and after[1:] not in ("", "\n", "(", "-", "i", "l", "v", "n", "g", "s")
    if follows_word and lexed.tags[match.start("prep")] != "v":
        return None
    if match["y2"]:
        last = lexed.value(match.start("y2"))
        return (Interval(_year(first), _year(last)), start, match.end()) if last > first else None
    return _year(first), start, match.end()


def year_relative(match: Match, lexed: Lexed) -> Result:
    """ "w przyszłym roku", "br."."""
    value = relative_year(lexed, match.start(), match.end())
    tokens = [lexed.tokens[i] for i in range(match.start(), match.end())]
    if value is None:
        return None
    before = lexed.before(match.start())
    if lexed.tags[match.start()] in "B4u" and before not in tuple("vglsnUZ"):  # "br." is a monk's title as well
        return None
    if tokens in (["ub"], ["Ub"], ["ub", "."]):
        return None
    return Period(Precision.YEAR, 0, value), match.start(), match.end()


def school_year(match: Match, lexed: Lexed) -> Result:
    """A Polish school year begins on 1 September, an academic one on 1 October."""
    first, last = lexed.value(match.start("y")), lexed.value(match.start("y2"))
    last = last if last > 99 else first // 100 * 100 + last
    if last != first + 1:
        return None
    month = lexed.value(match.start("s"))
    end = date(last, month - 1, 31 if month == 9 else 30)
    return Fixed(date(first, month, 1), end, Precision.YEAR), match.start(), match.end()


def century(match: Match, lexed: Lexed) -> Result:
    """ "XVIII wiek", "lata dziewięćdziesiąte", "lata 30. XX wieku"; a decade without a century is of the twentieth."""
    if match["c"]:
        value = lexed.value(match.start("c"))
        return _whole(100 * value - 99, 100 * value, Precision.CENTURY), match.start(), match.end()
    words = match["t"] is not None
    decade = number(lexed, *match.span("t" if words else "t2"))
    if decade < 10 or decade % 10:
        return None
    of = "dc" if words else "dc2"
    hundred = 100 * (lexed.value(match.start(of)) - 1) if match[of] else 1900
    return _whole(hundred + decade, hundred + decade + 9, Precision.DECADE), match.start(), match.end()
