"""Clock times at the edges of programme items: "10.35-11.00 …", "godz. 9", "od 13.30 do 15.00", "8⁴⁵ – 9¹⁵"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.base import Span

_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HOUR = r"(?:[01]?\d|2[0-4])"
_FULL = rf"{_HOUR}(?:[:.]\s?[0-5]\d(?!\d)|[⁰¹²³⁴⁵][⁰¹²³⁴⁵⁶⁷⁸⁹])"
_ANY = rf"(?:{_FULL}|{_HOUR}(?![\d.:]\d|\d))"
_LOST = r"(?:[01]?\d|2[0-4])[0-5]\d(?!\d)"
"""Minutes that were a superscript: "godz. 1045"."""
_WORD = r"(?:godz(?:ina|iny|inie|\.)?|g\.)\s*+"
_NOT_DATE = r"(?!\s?[.\-/]\s?\d)(?!\s*(?:zł|tys|osób|lat|km|%))"
_TO = r"\s*+(?:[-–—−]|do(?:\s+godz\.?)?)\s*+"
_LEAD = re.compile(
    rf"\s*+(?:[|•*▪►]\s*+)?(?:(?:w\s+)?(?:o|od|ok\.|około)\s+)?(?:(?P<w>{_WORD})(?P<a>{_ANY}|{_LOST})|(?P<b>{_FULL})|(?P<c>{_HOUR})(?={_TO}{_FULL}))"
    rf"(?:{_TO}(?P<e>{_ANY}|{_LOST}){_NOT_DATE}|{_NOT_DATE})(?:\s*+godz\.?)?",
    re.IGNORECASE,
)
_INNER = re.compile(
    rf"(?<![\d.,:])(?:(?:{_WORD})(?P<a>{_ANY}|{_LOST})|(?P<b>{_FULL})(?={_TO}{_FULL}))(?:{_TO}(?P<e>{_ANY}))?{_NOT_DATE}",
    re.IGNORECASE,
)
_TRAIL = re.compile(rf"(?<![\d.,])(?P<b>{_FULL}){_TO}(?P<e>{_FULL})\s*\)?\s*$")
_DIGIT = re.compile(r"\d")
_AFTER = re.compile(r"[\s|:;,–—−-]*+")


@dataclass(frozen=True, slots=True)
class Hours:
    """Start and end as ``HH:MM``, and where they stand."""

    start: str
    end: str | None
    span: Span


def leading(text: str, span: Span) -> Hours | None:
    """Hours with which ``text[span]`` begins; their span takes in the separator after them."""
    match = _LEAD.match(text, span.start, span.end)
    if match is None:
        return None
    start = _clock(match["a"] or match["b"] or match["c"])
    if start is None:
        return None
    after = _AFTER.match(text, match.end(), span.end)
    end = after.end() if after else match.end()
    if end < span.end and match.end() == end and text[end].isalnum():
        return None
    return Hours(start, _clock(match["e"]), Span(span.start, end))


def inside(text: str, span: Span) -> Hours | None:
    """The first hours named by "godz." or by a range inside or at the end of ``text[span]``."""
    if _DIGIT.search(text, span.start, span.end) is None:
        return None
    match = _INNER.search(text, span.start, span.end) or _TRAIL.search(text, span.start, span.end)
    if match is None:
        return None
    groups = match.groupdict()
    start = _clock(groups.get("a") or groups.get("b"))
    return Hours(start, _clock(groups.get("e")), Span(*match.span())) if start else None


def _clock(written: str | None) -> str | None:
    if not written:
        return None
    digits = re.split(r"[:.]\s?", written)
    if len(digits) == 1 and written.isdecimal() and len(written) > 2:
        digits = [written[:-2], written[-2:]]
    elif len(digits) == 1:
        plain = re.match(r"(\d+)([⁰¹²³⁴⁵⁶⁷⁸⁹]*)", written)
        if plain is None:
            return None
        digits = [plain[1], plain[2].translate(_SUPER) or "00"]
    hour, minute = int(digits[0]), int(digits[1])
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
