"""List markers: bullets, dashes, numbers, letters; told from ordinals, initials, dates and direct speech."""

from __future__ import annotations

import re

from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues
from extract.s2_layout.lines import Draft
from extract.s2_layout.times import DATE, clock

_BULLETS = "•▪◦►▶‣●○■□✓✔➡➤➢✦★☆❖◆◇▸»·*\uf0b7\uf0a7"
_EMOJI = "\U0001f300-\U0001faff\u2600-\u27bf"
_BULLET = re.compile(rf"(?:[{_BULLETS}{_EMOJI}]\ufe0f?|[-–—−])(?P<space>[ \t\xa0]*)")
_COUNTED = re.compile(
    r"(?P<mark>\(?(?P<number>\d{1,2})[.)]|\(?(?P<letter>[a-zA-Z])[.)]|(?P<roman>[IVX]{1,5})[.)]|W?(?P<code>\d)\.)"
    r"(?P<space>[ \t\xa0]*)(?=[^\W_]|[„\"«(“])"
)
_ORDINAL = re.compile(r"(?:miejsc|nagrod|wyróżni|lokat|stopni|edycj|m\.|nagr|dzień|piętr)", re.IGNORECASE)
_DASHES = "-–—−"
_FAR = 120
"""Lines between two items that count on."""


def mark_items(drafts: list[Draft], cues: Cues) -> None:
    """Cut list markers off and make their lines ITEM."""
    _mark_counted(drafts)
    for index, draft in enumerate(drafts):
        if draft.marker or not draft.open:
            continue
        found = _BULLET.match(draft.text)
        if not found or found.end() >= len(draft.text):
            continue
        mark = draft.text[0]
        if mark in _DASHES and _is_speech(draft, cues):
            draft.decide(BlockKind.PARAGRAPH, "layout.speech")
            continue
        if mark in _DASHES and not _is_list_dash(drafts, index):
            continue
        if mark == "*" and not found["space"] and draft.last == "*":
            continue
        draft.cut_marker(draft.text[: found.start("space")].rstrip("\ufe0f"), found.end())
        below = drafts[index + 1] if index + 1 < len(drafts) else None
        if (
            mark >= "\U0001f300"
            and below is not None
            and not below.gap
            and below.text[0] < "\u2600"
            and len(draft.text) <= 60
        ):
            draft.decide(BlockKind.HEADING, "layout.heading.above")
        else:
            draft.decide(BlockKind.ITEM, "layout.item.bullet")


def _is_list_dash(drafts: list[Draft], index: int) -> bool:
    draft = drafts[index]
    dash, second = draft.text[0], draft.text[1]
    if second.isdigit() and dash == "-" and len(draft.text) < 8:
        return False
    if not second.isspace() and not _neighbour(drafts, index, dash):
        return False
    above = drafts[index - 1] if index else None
    return _neighbour(drafts, index, dash) or (above is not None and (above.last == ":" or above.marker != ""))


def _neighbour(drafts: list[Draft], index: int, dash: str) -> bool:
    near = drafts[max(0, index - 1) : index] + drafts[index + 1 : index + 2]
    if index and drafts[index - 1].marker and drafts[index - 1].marker[0] in _DASHES:
        return True
    return any(other.text[0] == dash or other.marker[:1] == dash for other in near)


def _is_speech(draft: Draft, cues: Cues) -> bool:
    """Direct speech after a dash: a second dash or comma with a verb of saying, or such a verb at once."""
    words = draft.text.strip(_DASHES + " ").split(None, 2)
    if words and words[0].lower() in cues.speech:
        return True
    if len(draft.text) < 25:
        return False
    for part in re.split(r"\s[-–—]\s", draft.text[2:])[1:]:
        said = re.split(r"[\s,.]+", part, maxsplit=2)
        if any(word in cues.speech for word in said[:2]):
            return True
    return False


def _mark_counted(drafts: list[Draft]) -> None:
    """Numbers and letters count items where a neighbour holds the next or the one before."""
    found: list[tuple[int, str, int, re.Match[str]]] = []
    for index, draft in enumerate(drafts):
        if not draft.open or not (draft.text[0].isalnum() or draft.text[0] == "("):
            continue
        match = _COUNTED.match(draft.text)
        if match is None or DATE.match(draft.text) or clock(draft.text):
            continue
        if match["mark"].endswith(")") or not _ORDINAL.match(draft.text, match.end()):
            found.extend((index, kind, value, match) for kind, value in _values(match))
    last: dict[str, tuple[int, int, re.Match[str]]] = {}
    sure: dict[int, tuple[str, re.Match[str]]] = {}
    for index, kind, value, match in found:
        before = last.get(kind)
        if before is not None and before[1] + 1 == value and index - before[0] <= _FAR:
            sure[index] = (kind, match)
            sure.setdefault(before[0], (kind, before[2]))
        elif kind in ("n)", "a)"):
            sure[index] = (kind, match)
        last[kind] = (index, value, match)
    for index, (kind, match) in sure.items():
        draft = drafts[index]
        draft.cut_marker(match["mark"], match.end())
        if kind == "r." and len(draft.text) <= 120 and draft.last not in ".;,":
            draft.decide(BlockKind.HEADING, "layout.heading.roman")
        elif kind == "r.":
            draft.decide(BlockKind.PARAGRAPH, "layout.heading.roman")
        else:
            draft.decide(BlockKind.ITEM, "layout.item.bullet")


_ROMAN_VALUES = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


def _values(match: re.Match[str]) -> list[tuple[str, int]]:
    """What the marker may count: kind of count and value; "I." may be a numeral or a letter."""
    tail = match["mark"][-1]
    if match["number"]:
        return [("n" + tail, int(match["number"]))]
    if match["code"]:
        return [("w", int(match["code"]))]
    mark = match["letter"] or match["roman"]
    values = [("r" + tail, _ROMAN_VALUES[mark])] if mark in _ROMAN_VALUES else []
    if match["letter"]:
        values.append((("A" if mark.isupper() else "a") + tail, ord(mark.lower())))
    return values
