"""Damage that shows in a text that could be read: reported, never repaired, since spans count its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MOJIBAKE = (
    (
        "UTF-8 read as CP1250",
        re.compile(r"Ä[…‡™„†\x98]|Ĺ[‚„›şĽšąťĄ»\x82]|Ă[ł“\x93]|â€[žťśť“™¦”]?|Ă\xb3"),
    ),
    ("UTF-8 read as CP1252", re.compile(r"Å[‚„›ºšŸ¼»\x81]|Ä[…™‡„]|Ã³|Ã“|â€[žœ“™¦]?")),
    ("ISO-8859-2 read as CP1250", re.compile(r"(?<=[a-ząćęłńóśźż])[±¶Ľ¦](?=[a-ząćęłńóśźż ,.])")),
    (
        "CP1250 read as ISO-8859-2",
        re.compile(r"[\x8c\x8f\x9c\x9f](?=\w)|(?<=\w)[\x8c\x8f\x9c\x9f]|[\x84\x93\x94\x96](?=\w|\s)"),
    ),
    ("CP1250 read as CP1252", re.compile(r"(?<=[a-zóęæñ])[¹³¿œŸ](?=[a-zóêæñ])|(?<=[a-z])³(?=[aeoyu ])")),
    ("Polish letters replaced by question marks", re.compile(r"(?<=[a-zó])\?(?=[a-zó])")),
)
_ENOUGH = 3
_TAG = re.compile(
    r"</?(?:p|div|br|span|html|head|body|a|li|ul|ol|table|tr|td|h[1-6]|strong|em|b|i|img|script|style)\b[^<>]{0,200}>",
    re.I,
)
_ENTITY = re.compile(r"&(?:nbsp|quot|amp|lt|gt|oacute|ndash|bdquo|rdquo|#\d{2,5});")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LONG = 120
_OPEN_END = re.compile(r"(?:[,(„«–]|[^\W\d_]-|\b(?:i|w|z|oraz|na|do|od|przez|dla|że|który|która|które))$")
_PLAIN_END = re.compile(r"[^\W_]$")
_ADDRESS = re.compile(r"\S*[./@]\S+$")


def find_damage(text: str, name: str) -> tuple[str, ...]:
    """Warnings for mojibake, markup, control characters and an end that looks cut."""
    return tuple(f"{name}: {warning}" for warning in _damage(text))


def _damage(text: str) -> Iterator[str]:
    mojibake = _mojibake(text)
    if mojibake:
        yield mojibake
    tags = list(_matches(_TAG, text)) or list(_matches(_ENTITY, text))
    if len(tags) >= 2:
        yield (
            f"markup such as {tags[0][0]!r} at character {tags[0].start()}; it is read as text, "
            "give the text of the page without its markup"
        )
    controls = list(_matches(_CONTROLS, text))
    if controls:
        yield (
            f"{_times(len(controls))} a control character, first {controls[0][0]!r} at character "
            f"{controls[0].start()}; look whether letters are missing there"
        )
    end = _cut(text)
    if end:
        yield f"the text seems cut at its end ({end!r}); get the whole text"


def _mojibake(text: str) -> str:
    """The likeliest misreading, where it shows often enough not to be chance."""
    if text.isascii() and "?" not in text:
        return ""
    found = [(list(_matches(pattern, text)), what) for what, pattern in _MOJIBAKE]
    hits, what = max(found, key=lambda entry: len(entry[0]))
    if len(hits) < _ENOUGH:
        return ""
    first = hits[0]
    around = text[max(0, first.start() - 8) : first.end() + 8].split("\n")[0]
    where = f"in {len(hits)} places, first near character {first.start()} ({around!r})"
    return f"looks like {what} {where}; save it again from its source"


def _matches(pattern: re.Pattern[str], text: str, most: int = 1000) -> Iterator[re.Match[str]]:
    for number, match in enumerate(pattern.finditer(text)):
        if number == most:
            return
        yield match


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _cut(text: str) -> str:
    """The last words, if a line breaks off: with an open bracket, comma or preposition, or a long line with no stop."""
    tail = text[-2000:].rstrip()
    line = tail.rsplit("\n", 1)[-1]
    if _OPEN_END.search(line[-40:]) and len(line) > 30:
        return line[-30:]
    if len(line) >= _LONG and _PLAIN_END.search(line) and not _ADDRESS.search(line[-60:]):
        return line[-30:]
    return ""
