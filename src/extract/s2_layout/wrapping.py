"""Lines that are no lines: paragraphs wrapped at a column, entries broken over two lines, two things glued in one."""

from __future__ import annotations

import re

from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues, menu_front
from extract.s2_layout.lines import BLANK, Draft, chunks
from extract.s2_layout.times import clock

_NARROW, _WIDE = 30, 110
_WRAPPED = 4
_FRONT = 12
"""A credit with less before it is a line of its own."""
_CONTINUES = re.compile(
    r"(?:w|we|z|ze|im\.|przy|na|dla|ds\.|do|od|nad|pod|i|a także)\s",
)
_HANGS = re.compile(r"(?:\s(?:w|we|z|ze|im\.|przy|na|dla|ds\.|do|od|nad|pod|ul\.|i|oraz|lub|o|a|[-–])|[^\W\d_]-)$")


def join_wrapped(drafts: list[Draft], text: str) -> list[Draft]:
    """Join the lines of a wrapped paragraph, and a line that cannot begin one to the line above."""
    joined: list[Draft] = []
    parts = chunks(drafts)
    wrapped = [_is_wrapped(part) for part in parts]
    narrow = sum(wrapped) > 1
    if narrow:
        full = max(len(d.text) for part, yes in zip(parts, wrapped, strict=True) if yes for d in part)
        wrapped = [yes or _fills(part, full) for part, yes in zip(parts, wrapped, strict=True)]
    for part, is_wrapped in zip(parts, wrapped, strict=True):
        if is_wrapped or (narrow and len(part) == 2 and part[1].text[0].islower() and len(part[0].text) >= _NARROW):
            joined.append(_joined(part, text))
            continue
        for index, draft in enumerate(part):
            below = part[index + 1] if index + 1 < len(part) else None
            if joined and (_belongs_above(joined[-1], draft) or _is_second_half(joined[-1], draft, below)):
                joined[-1] = _joined([joined[-1], draft], text)
            else:
                joined.append(draft)
    return joined


def _is_wrapped(part: list[Draft]) -> bool:
    """Lines of like width of which every third begins small, the last alone being shorter."""
    if len(part) < _WRAPPED - 1:
        return False
    widths = sorted(len(d.text) for d in part[:-1])
    middle = widths[len(widths) // 2]
    spread = 25 if len(part) > _WRAPPED else 12
    if not _NARROW <= middle <= _WIDE or widths[-1] > middle + spread or widths[0] < middle - spread:
        return False
    small = sum(d.text[0].islower() and ":" not in d.text[:20] for d in part[1:])
    ends = sum(d.last in ",;:" for d in part[:-1])
    return small >= 2 and small * 5 >= 2 * (len(part) - 1) and ends * 2 <= len(part)


def _fills(part: list[Draft], full: int) -> bool:
    """On a page of wrapped paragraphs: all lines but the last are nearly as long as the longest, few end a sentence."""
    if len(part) < 2 or any(not full - 15 <= len(d.text) <= full or "   " in d.text for d in part[:-1]):
        return False
    if len(part) == 2 and not part[1].text[0].islower():
        return False
    return sum(d.last in ".!?:;" for d in part[:-1]) * 2 <= len(part) - 1


def _belongs_above(above: Draft, draft: Draft) -> bool:
    """ "Zespół Szkół" / "w Modrem": a short line that opens with a preposition, or follows one left hanging."""
    if len(draft.text) > 70 or len(above.text) > 160 or draft.gap > 3 or clock(draft.text):
        return False
    if not draft.gap and _HANGS.search(above.text) and draft.text[0] not in "-–•*":
        return True
    if above.last in ".,;:!?" or not _CONTINUES.match(draft.text) or draft.last == ":":
        return False
    return (not draft.gap or not above.text.isupper()) and len(draft.text) <= 45 and (not draft.gap or draft.words <= 4)


def _is_second_half(above: Draft, draft: Draft, below: Draft | None) -> bool:
    """ "Jak liczyć drzewa" / "- warsztaty w lesie": one title over two lines, not an item of a list."""
    if draft.gap or below is None or len(above.text) > 120 or above.last in ".,;:!?" or above.text[0] in "-–—":
        return False
    if not draft.text.startswith(("- ", "– ")) or below.text[0] in "-–—":
        return False
    return draft.text[2:3].islower()


def _joined(part: list[Draft], text: str) -> Draft:
    first, last = part[0], part[-1]
    return Draft(
        first.start, last.end, text[first.start : last.end], first.indent, first.gap, words=sum(d.words for d in part)
    )


def split_glued(drafts: list[Draft], cues: Cues) -> list[Draft]:
    """Part menu entries from the front, and a credit from the end, of the line that they are glued to."""
    result: list[Draft] = []
    for draft in drafts:
        line = draft
        front = _menu_front(draft.text, cues)
        if front:
            result.append(_piece(draft, 0, front, "layout.furniture.glued"))
            line = _piece(
                draft, front + len(draft.text[front:]) - len(draft.text[front:].lstrip(BLANK)), len(draft.text), ""
            )
        found = cues.credit.search(line.text, max(1, len(line.text) - 110)) if len(line.text) > 15 else None
        if found is None or found.start() < _FRONT:
            result.append(line)
            continue
        cut = found.start() + len(found[0]) - len(found[0].lstrip(BLANK))
        result.append(_piece(line, 0, found.start(), ""))
        result.append(_piece(line, cut, len(line.text), "layout.furniture.credit-glued"))
    return result


def _piece(draft: Draft, start: int, end: int, rule: str) -> Draft:
    """A part of a line; furniture where a rule says so."""
    text = draft.text[start:end].rstrip(BLANK)
    at = draft.start + start
    piece = Draft(at, at + len(text), text, draft.indent, draft.gap if not start else 0, words=text.count(" ") + 1)
    if rule:
        piece.decide(BlockKind.FURNITURE, rule)
    return piece


def _menu_front(text: str, cues: Cues) -> int:
    """How many characters at the front are menu entries: two at least, the home page first, something after them."""
    if not text[:40].lower().startswith(cues.menu_home_words):
        return 0
    end, entries = menu_front(text, cues)
    return end if entries >= 2 and end < len(text) and text[end + 1 : end + 2].isupper() else 0
