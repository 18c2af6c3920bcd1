"""Lines that are no lines: paragraphs wrapped at a column, entries broken over two lines, two things glued in one."""

from __future__ import annotations

import re

from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues
from extract.s2_layout.lines import Draft, chunks

_NARROW, _WIDE = 36, 110
_WRAPPED = 4
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
        for draft in part:
            if joined and _belongs_above(joined[-1], draft):
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
    if len(draft.text) > 70 or len(above.text) > 160 or draft.gap > 3:
        return False
    if not draft.gap and _HANGS.search(above.text) and draft.text[0] not in "-–•*":
        return True
    if above.last in ".,;:!?" or not _CONTINUES.match(draft.text) or draft.last == ":":
        return False
    return (not draft.gap or not above.text.isupper()) and len(draft.text) <= 45 and (not draft.gap or draft.words <= 4)


def _joined(part: list[Draft], text: str) -> Draft:
    first, last = part[0], part[-1]
    return Draft(
        first.start, last.end, text[first.start : last.end], first.indent, first.gap, words=sum(d.words for d in part)
    )


def split_glued(drafts: list[Draft], cues: Cues) -> list[Draft]:
    """Part a photographer's credit from the paragraph that it is glued to."""
    result: list[Draft] = []
    for draft in drafts:
        found = cues.credit.search(draft.text, max(1, len(draft.text) - 110)) if len(draft.text) > 40 else None
        if found is None:
            result.append(draft)
            continue
        cut = found.start() + len(found[0]) - len(found[0].lstrip())
        head, tail = draft.text[: found.start()], draft.text[cut:]
        result.append(Draft(draft.start, draft.start + len(head), head, draft.indent, draft.gap, words=draft.words))
        credit = Draft(draft.start + cut, draft.end, tail, draft.indent, 0)
        credit.decide(BlockKind.FURNITURE, "layout.furniture.credit-glued")
        result.append(credit)
    return result
