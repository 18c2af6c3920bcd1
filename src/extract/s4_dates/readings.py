"""How the groups of a matched shape become days of the calendar."""

from __future__ import annotations

import re

from extract.s4_dates.expression import OPEN, DayDate, Expression, Interval, Series, Single, YearRef
from extract.s4_dates.lexer import Lexed

Match = re.Match[str]
Result = tuple[Expression, int, int] | None

_ITEM = re.compile(r"(?P<d>[abc]|T[ \n]{1,2}O|T|O)(?:-?[8j])?(?:\. ?(?P<m>a))?\.?(?P<join>[^abcTO]+)")


def number(lexed: Lexed, start: int, end: int) -> int:
    """The value of a number, ordinal or compound ordinal ("dwudziestego pierwszego") in tokens ``start`` to ``end``."""
    return sum(lexed.value(i) for i in range(start, end) if lexed.tags[i] in "abcdefYhTORXN&")


def group_number(match: Match, lexed: Lexed, *names: str) -> int | None:
    """The number in the first of the groups that took part."""
    for name in names:
        if name in match.re.groupindex and match.start(name) >= 0:
            return number(lexed, *match.span(name))
    return None


def month_of(match: Match, lexed: Lexed) -> int | None:
    """The month in group ``m`` or ``m2``."""
    for name in ("m", "m2"):
        if name in match.re.groupindex and match.start(name) >= 0:
            value = lexed.value(match.start(name))
            return value if 1 <= value <= 12 else None
    return None


def year_of(match: Match, lexed: Lexed) -> YearRef | None:
    """The year in the groups of the macro ``<year>``; ``None`` where it deceives."""
    names = match.re.groupindex
    for name in ("y", "yn", "y2"):
        if name in names and match.start(name) >= 0:
            return YearRef(value=lexed.value(match.start(name)))
    if "yy" in names and match.start("yy") >= 0:
        return YearRef(value=2000 + lexed.value(match.start("yy")))
    if "yr" in names and match.start("yr") >= 0:
        return relative_year(lexed, *match.span("yr"))
    return OPEN


def relative_year(lexed: Lexed, start: int, end: int) -> YearRef | None:
    """ "br.", "ub.r.", "przyszłego roku", "roku ubiegłym"; "tego samego roku" has no value of its own."""
    tags = lexed.tags[start:end]
    if "2" in tags:
        return None
    for tag, shift in (("u", -1), ("P", -1), ("&", -1), ("F", 1), ("B", 0), ("4", 0), ("j", 0)):
        if tag in tags:
            return YearRef(shift=shift)
    return None


def _weekdays(match: Match, lexed: Lexed) -> tuple[int, ...]:
    found: list[int] = []
    for name in ("wd", "ws"):
        if name in match.re.groupindex and match.start(name) >= 0:
            found += [lexed.value(i) for i in range(*match.span(name)) if lexed.tags[i] in "Ww"]
    return tuple(found)


def _lead(match: Match, lexed: Lexed, day: int, month: int | None) -> tuple[list[tuple[int, int | None, str]], int]:
    """Days before the last one: (day, month or None, "-" or ","), and the token at which the good part begins.

    Days of one month ascend; what stands before a descent ("sala 30, 12 maja") is no part of the list.
    """
    if "lead" not in match.re.groupindex or match.start("lead") < 0:
        return [], -1
    start, end = match.span("lead")
    rows: list[tuple[int, int | None, str, int]] = []
    for item in _ITEM.finditer(lexed.tags, start, end):
        own = lexed.value(item.start("m")) if item["m"] else None
        join = "-" if any(t in "-l/" for t in item["join"]) or (item["join"].strip() == "n") else ","
        rows.append((number(lexed, *item.span("d")), own, join, item.start()))
    good: list[tuple[int, int | None, str]] = []
    next_day, next_month = day, month
    begin = match.start("d")
    for value, own, join, at in reversed(rows):
        here = own or next_month
        if here == next_month and value >= next_day:
            break
        if at >= 2 and lexed.tags[at - 1] in ".:" and lexed.tags[at - 2] in "abcdefYh":
            break
        good.insert(0, (value, own, join))
        next_day, next_month, begin = value, here, at
    return good, begin


def days(match: Match, lexed: Lexed) -> Result:
    """Days of one month, or across months in digits: single, range, list, lists of ranges."""
    day, month = group_number(match, lexed, "d", "d2"), month_of(match, lexed)
    year = year_of(match, lexed)
    shift = _month_shift(match, lexed)
    if day is None or year is None or not 1 <= day <= 31 or (month is None and shift is None):
        return None
    lead, begin = _lead(match, lexed, day, month)
    weekdays, end = _weekdays(match, lexed), match.end()
    if _next_sentence(match, lexed):
        weekdays, end = (), match.start("ws")
    dropped = "lead" in match.re.groupindex and begin > match.start("lead") >= 0
    if dropped:
        weekdays = weekdays if "ws" in match.re.groupindex and match.start("ws") >= 0 else ()
    rows = [*lead, (day, month, "")]
    items: list[DayDate] = []
    following, following_year = month, year
    for value, own, _ in reversed(rows):
        here = own or following
        if following_year.value is not None and here is not None and following is not None and here > following:
            following_year = YearRef(following_year.value - 1)
        items.insert(0, DayDate(value, here, shift, following_year))
        following = here
    items = _with_weekdays(items, weekdays)
    start = begin if dropped else match.start()
    return _chain(items, [join for _, _, join in lead]), start, _unbracket(lexed, start, end)


def _next_sentence(match: Match, lexed: Lexed) -> bool:
    """Whether the weekday after the date begins a sentence: "5 maja 2024 r. Sobota była chłodna."."""
    if "ws" not in match.re.groupindex or match.start("ws") < 1:
        return False
    at = next(i for i in range(*match.span("ws")) if lexed.tags[i] in "Ww")
    return lexed.tags[match.start("ws") - 1] == "." and lexed.tags[at - 1] != "(" and lexed.tokens[at].istitle()


def _with_weekdays(items: list[DayDate], weekdays: tuple[int, ...]) -> list[DayDate]:
    if not weekdays or len(items) < len(weekdays):
        return items
    firsts = dict(zip((0, len(items) - 1), weekdays, strict=False)) if len(weekdays) > 1 else {}
    if len(weekdays) == 1 and len(items) == 1:
        firsts = {0: weekdays[0]}
    return [
        DayDate(d.day, d.month, d.month_shift, d.year, firsts.get(i)) if i in firsts else d for i, d in enumerate(items)
    ]


def _chain(items: list[DayDate], joins: list[str]) -> Single | Interval | Series:
    """Items joined by "-" become intervals, the rest a list."""
    rows: list[Single | Interval] = []
    open_range = False
    for item, join in zip(items, [*joins, ""], strict=True):
        if open_range and isinstance(rows[-1], DayDate):
            rows[-1] = Interval(rows[-1], item)
        else:
            rows.append(item)
        open_range = join == "-" and isinstance(rows[-1], DayDate)
    return rows[0] if len(rows) == 1 else Series(tuple(rows))


def _unbracket(lexed: Lexed, start: int, end: int) -> int:
    """An expression does not end with a bracket or comma that it did not open."""
    tags = lexed.tags[start:end]
    if tags.endswith(")") and "(" not in tags:
        return end - 1
    if "(" in tags and ")" not in tags and lexed.tags[end : end + 1] == ")":
        return end + 1
    return end


def _month_shift(match: Match, lexed: Lexed) -> int | None:
    if "ms" not in match.re.groupindex or match.start("ms") < 0:
        return None
    start, end = match.span("ms")
    tags = lexed.tags[start:end]
    if "x" in tags and lexed.tokens[start + tags.index("x")].lower() != "m":
        return None
    return -1 if "u" in tags or "P" in tags else 0


def days_abbreviated(match: Match, lexed: Lexed) -> Result:
    """A shortened month counts with a year, or where nothing else stands in the line."""
    if match.start("y") < 0 and not alone(lexed, match.start(), match.end()):
        return None
    return days(match, lexed)


def days_roman(match: Match, lexed: Lexed) -> Result:
    """A Roman month counts with a year, or after a preposition of time; "3 I miejsce" is none."""
    if match.start("y") < 0 and match.start("yn") < 0 and match.start("yr") < 0:
        before = lexed.before(match.start())
        after = lexed.tags[match.end() : match.end() + 2]
        pointed = "." in lexed.tags[match.start("d") : match.start("m")]
        if before not in tuple("lgDvn") or after.endswith("x") or pointed:
            return None
    return days(match, lexed)


def days_numeric_open(match: Match, lexed: Lexed) -> Result:
    """Day and month in digits: a leading zero, a final point, a weekday or an hour beside them show it."""
    tags, tokens = lexed.tags, lexed.tokens
    after = tags[match.end() : match.end() + 3]
    month_token = tokens[match.start("m")]
    if any(match.start(g) >= 0 for g in ("wd", "ws", "yr")):
        return days(match, lexed)
    if after[:1] in (":", "-") or re.match(r"[abcdefYh]", after) or re.match(r"[.,][abcdefYh]", after):
        return None
    before = tags[max(0, match.start() - 2) : match.start()]
    two_digits = len(month_token) == 2
    if re.match(r",? ?(?:o )?G", tags[match.end() : match.end() + 5]) and two_digits:
        return days(match, lexed)
    if two_digits and (before.endswith("D ") or (match["dot"] and before in ("l ", "g ", "n "))):
        return days(match, lexed)
    if month_token.startswith("0") and before in ("l ", "g ") and month_token not in ("00", "05"):
        return days(match, lexed)
    return None


def days_month_first(match: Match, lexed: Lexed) -> Result:
    """ "Kwiecień 14, 2015"; without a year only where nothing else stands in the line."""
    if match.start("y") < 0 and not alone(lexed, match.start(), match.end()):
        return None
    result = days(match, lexed)
    if result is None or match.start("tail") < 0 or not isinstance(result[0], DayDate):
        return result
    first = result[0]
    last = sum(lexed.value(i) for i in range(*match.span("tail")) if lexed.tags[i] in "abc")
    if last <= first.day:
        return None
    return Interval(first, DayDate(last, first.month, None, first.year)), result[1], result[2]


def days_short(match: Match, lexed: Lexed) -> Result:
    """ "12.05.24 r."; without "r." only where nothing else stands in the line."""
    if match["r"] is None and not alone(lexed, match.start(), match.end()):
        return None
    return days(match, lexed)


def days_short_year(match: Match, lexed: Lexed) -> Result:
    """ "14 kwietnia 15": two digits after a month are a year only where the line ends with them."""
    return days(match, lexed) if alone(lexed, match.start(), match.end()) else None


def alone(lexed: Lexed, start: int, end: int) -> bool:
    """Whether nothing else stands in the line."""
    before = lexed.before(start, " ")
    after = lexed.tags[end : end + 6].lstrip(" .")[:1]
    return before in ("", "\n") and after in ("", "\n")


def capitalised(lexed: Lexed, index: int) -> bool:
    """Whether the token looks like a name: a capital in front, not the first word of its line or sentence."""
    token = lexed.tokens[index]
    return token[0].isupper() and not (len(token) > 1 and token.isupper()) and not opens(lexed, index)


def opens(lexed: Lexed, index: int) -> bool:
    """Whether the token is the first of its line or sentence."""
    before = lexed.tags[max(0, index - 3) : index].rstrip(" ")
    if not before or before[-1] in "\n.:":
        return True
    mark = lexed.text[max(0, lexed.starts[index] - 2) : lexed.starts[index]].strip()[-1:]
    return mark in ("!", "?", "–", "•", "|", "»", "")
