"""How the groups of a matched shape become times of day."""

from __future__ import annotations

import re

from extract.s4_dates.expression import Clock
from extract.s4_dates.lexer import Lexed
from extract.s4_dates.readings import Match, Result, number

_DIGIT = "abcdefYh"
_DAY_HOURS = 24 * 60


def _minutes(lexed: Lexed, hour: int, quarter: int) -> int | None:
    """Minutes from midnight of the tokens ``hour`` and ``quarter`` (-1: full hour); ``None`` where they are no time."""
    hours = lexed.value(hour)
    minutes = 0
    if quarter >= 0:
        if len(lexed.tokens[quarter]) != 2 or lexed.value(quarter) > 59:
            return None
        minutes = lexed.value(quarter)
    total = 60 * hours + minutes
    return total if total <= _DAY_HOURS else None


def _is_chain(lexed: Lexed, start: int, end: int) -> bool:
    """Whether more digits hang on by a point or colon: a race time, a version, a date."""
    tags = lexed.tags
    before = start >= 2 and tags[start - 1] in ".:,/" and tags[start - 2] in _DIGIT
    return before or re.match(r"[.:,/][abcdefYh]", tags[end : end + 2]) is not None


def _has_hour_noun(match: Match) -> bool:
    return any(match[g] for g in ("g1", "g2") if g in match.re.groupindex)


def _from(lexed: Lexed, start: int) -> str:
    """The tag of the word before, "" at the beginning."""
    return lexed.before(start)


def time_range(match: Match, lexed: Lexed) -> Result:
    """ "9.00-9.30", "od 10 do 12" after a weekday, "godz. 11-11.20"."""
    tags = lexed.tags
    first = _minutes(lexed, match.start("h1"), match.start("q1"))
    last = _minutes(lexed, match.start("h2"), match.start("q2"))
    if first is None or last is None or _is_chain(lexed, match.start("h1"), match.end()):
        return None
    between = tags[match.end("q1") if match["q1"] else match.end("h1") : match.start("h2")]
    before = tags[max(0, match.start() - 5) : match.start()]
    if "i" in between and "y" not in before:
        return None
    if not _has_hour_noun(match):
        colons = ":" in tags[match.start() : match.end()]
        both = bool(match["q1"] and match["q2"])
        goes_on = re.match(r"[ .]{1,2}[Mma]", tags[match.end() : match.end() + 3])
        after_day = re.search(r"[WJ],?[ ]g[ ]$", before) is not None and not goes_on
        if not both and not after_day and not (colons and "-" in between):
            return None
        if both and not colons and not _like_quarters(lexed, match):
            return None
    if last <= first and last != 0 and last > 6 * 60:
        return None
    return Clock(first, last), match.start("h1"), match.end()


def _like_quarters(lexed: Lexed, match: Match) -> bool:
    """With points instead of colons only minutes as programmes have them are a time: "9.30-10.15", not "2.17-2.23"."""
    return all(lexed.value(match.start(q)) % 5 == 0 for q in ("q1", "q2"))


def time_point(match: Match, lexed: Lexed) -> Result:
    """ "godz. 10", "18:30", "o 12.15", "15.00" at the head of a line."""
    tags, start = lexed.tags, match.start("h1")
    end = match.end("q1") if match["q1"] else match.end("q0") if match["q0"] else match.end("h1")
    noun = _has_hour_noun(match)
    quarter = match.start("q1") if match["q1"] else match.start("q0")
    if match["q0"] and not (
        noun and len(lexed.tokens[quarter]) == 2 and lexed.value(quarter) % 5 == 0 and tags[end : end + 1] != "."
    ):
        quarter, end = -1, match.end("h1")
    total = _minutes(lexed, start, quarter)
    if total is None or (total == _DAY_HOURS and quarter < 0 and not noun) or _is_chain(lexed, start, end):
        return None
    if not noun and not _time_shown(lexed, match, start, end):
        return None
    opened = match["open"] is not None or (_from(lexed, match.start()) == "g")
    return Clock(total, None if opened else total, opened), start, end


def _time_shown(lexed: Lexed, match: Match, start: int, end: int) -> bool:
    if not match["q1"] or len(lexed.tokens[match.start("q1")]) != 2:
        return False
    if lexed.tags[start + 1] == ":":
        return True
    minutes = lexed.value(match.start("q1"))
    before = _from(lexed, start)
    if before == "o" and minutes % 5 == 0:
        return True
    if before in ("g", "l", "U", "Z") and minutes % 5 == 0 and (minutes == 0 or minutes > 12):
        return re.match(r" x", lexed.tags[end : end + 2]) is None or before in ("g", "l")
    line_start = lexed.before(start, " ") in ("", "\n")
    return line_start and minutes % 5 == 0 and not re.match(r"\.|,? ?G", lexed.tags[end : end + 3])


def time_superscript(match: Match, lexed: Lexed) -> Result:
    """ "godzinie 900", "9¹⁵ – 9³⁰": digits run together count after the word for hour, or where they were raised."""
    raised = any(c in "⁰¹²³⁴⁵⁶⁷⁸⁹" for c in lexed.text[lexed.starts[match.start()] : lexed.starts[match.end()]])
    if not raised and not _has_hour_noun(match):
        return None
    values = [lexed.value(match.start(g)) for g in ("h1", "h2") if match[g]]
    if any(v > 2400 or v % 100 > 59 for v in values):
        return None
    minutes = [60 * (v // 100) + v % 100 for v in values]
    opened = len(minutes) == 1 and _from(lexed, match.start()) == "g"
    return Clock(minutes[0], None if opened else minutes[-1], opened), match.start("h1"), match.end()


def time_words(match: Match, lexed: Lexed) -> Result:
    """ "o dziesiątej", "kwadrans po dwunastej", "wpół do dziesiątej": the ordinal is feminine (godzina)."""
    start, end = match.span("t")
    if not all(lexed.tokens[i].lower().endswith(("ej", "a")) for i in range(start, end) if lexed.tags[i] in "TO"):
        return None
    if match["prep"] and not lexed.tokens[end - 1].lower().endswith("ej"):
        return None
    hour = number(lexed, start, end)
    if hour > 24:
        return None
    total = 60 * hour
    begin = match.start("t")
    if match["half"]:
        total, begin = total - 30, match.start()
    elif match["kw"]:
        total, begin = total + (15 if lexed.tags[match.start("kwd")] == "U" else -15), match.start()
    last = number(lexed, *match.span("t2")) * 60 if match["t2"] else None
    if last is not None:
        return (Clock(total, last), begin, match.end()) if last <= _DAY_HOURS else None
    opened = match["prep"] is not None and lexed.tags[match.start("prep")] == "g"
    return Clock(total, None if opened else total, opened), begin, end


def noon(match: Match, lexed: Lexed) -> Result:
    """ "w południe", "o północy"."""
    token = lexed.tokens[match.start("p")].lower()
    shape = token[:3] + token[-1] + lexed.tags[match.start("prep")]
    if shape not in ("połev", "polev", "półyo", "polyo", "półyl"):
        return None
    total = 60 * lexed.value(match.start("p"))
    return Clock(total, total), match.start("p"), match.end()
