"""Page furniture: menus, tool bars, counters, credits, cookie notices, running heads, captions."""

from __future__ import annotations

import re
from collections import Counter

from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues, first_word, menu_front, parts
from extract.s2_layout.lines import Draft
from extract.s2_layout.times import has_day, without_dates

Patterns = tuple[tuple[re.Pattern[str], str], ...]

_MARKS = frozenset("|»>›·•→\t")
_NUMBER = re.compile(r"(?:\d{1,5}|[-–] ?\d{1,4} ?[-–]|\d{1,3}(?: ?/ ?\d{1,3}))$")
_MENU_HEAD = re.compile(r"(?:menu|nawigacja|jesteś tutaj|jesteś w|galeria|udostępnij)\s*:\s*", re.IGNORECASE)
_TRAILING_COUNT = re.compile(r"\s*[(:]\s*\d[\d ]*\)?$|\s+\d+$|\s*\(\d+ zdję\w+\)$")
_LONGEST = 260
"""No furniture but cookie notices is longer."""
_LONG = 160
_OFFICE_WORDS = 9
"""A line of so many characters is running text."""
_CELL = 60
_SENTENCE = 80
_HEAD = 12
"""Lines that may stand above the text."""
_FIRST = 8
"""A menu begins among so many lines."""
_TOP = 40
_COOKIE_LINES = 8


def mark_furniture(drafts: list[Draft], cues: Cues) -> None:
    """Make furniture FURNITURE."""
    _mark_cookies(drafts, cues)
    imprint = False
    first, last = _first_text(drafts), _last_text(drafts)
    above_text = (*cues.furniture, *cues.edge_furniture, *cues.top_furniture)
    below_text = (*cues.furniture, *cues.edge_furniture)
    for index, draft in enumerate(drafts):
        patterns = above_text if index < min(first, _HEAD) else below_text if index > last else cues.furniture
        rule = _furniture(draft, cues, patterns) if draft.open and len(draft.text) <= _LONGEST else ""
        if not rule and imprint and not draft.gap:
            rule = "layout.furniture.imprint"
        above = drafts[index - 1] if index and draft.open and not draft.gap else None
        if not rule and above is not None and above.kind is BlockKind.FURNITURE and _entry(draft.text, cues):
            rule = "layout.furniture.menu"
        imprint = rule == "layout.furniture.imprint"
        if rule:
            draft.decide(BlockKind.FURNITURE, rule)
    _mark_runs(drafts, cues)
    _mark_numbers(drafts)
    _mark_repeated(drafts)
    _mark_mastheads(drafts, cues)


def _furniture(draft: Draft, cues: Cues, patterns: Patterns) -> str:
    if cues.published.match(draft.text):
        return ""
    if _may_be_menu(draft.text, cues) and _is_menu_line(draft.text, cues):
        return "layout.furniture.menu"
    if not cues.any_furniture.match(draft.text):
        return ""
    for pattern, rule in patterns:
        if pattern.match(draft.text):
            return rule
    return ""


def _may_be_menu(text: str, cues: Cues) -> bool:
    """A cheap look first: cells, or a first word that an entry begins with."""
    if "  " in text or " / " in text or not _MARKS.isdisjoint(text):
        return True
    return len(text) <= _LONG and text.split(None, 1)[0].lower().strip(":(") in cues.menu_first


def _is_menu_line(text: str, cues: Cues) -> bool:
    if ":" in text[:16]:
        text = _MENU_HEAD.sub("", text)
    found = _is_menu(parts(text), cues) or (" " in text and menu_front(text, cues)[0] == len(text))
    return found and not has_day(text)


def _is_menu(cells: list[str], cues: Cues) -> bool:
    """One cell must be furniture by itself; of several, the first and a third, or more than half, must be entries."""
    if not cells or max(map(len, cells)) > _CELL:
        return False
    known = [_entry(cell, cues) for cell in cells]
    if len(cells) == 1:
        return known[0] == 2
    if not any(mark == 2 or cell.lower() in cues.menu for cell, mark in zip(cells, known, strict=True)):
        return False
    entries = sum(mark > 0 for mark in known)
    first = known[0] > 0 and (len(cells) == 2 or entries * 3 >= len(cells))
    return first or entries * 2 > len(cells)


def _entry(cell: str, cues: Cues) -> int:
    """0: no entry of a menu; 1: an entry; 2: one that is furniture even alone in a line of running text."""
    lower = cell.lower().strip(" :«»<>|")
    if lower not in cues.menu and (lower[-1:].isdigit() or lower[-1:] == ")"):
        lower = _TRAILING_COUNT.sub("", lower)
    if lower not in cues.menu:
        return 1 if lower.isdigit() or not lower else 0
    return 2 if lower in cues.menu_alone or " " in lower else 1


def _mark_cookies(drafts: list[Draft], cues: Cues) -> None:
    """A cookie notice, the lines of its paragraph and, low on the page, everything below."""
    for index, draft in enumerate(drafts):
        if draft.decided or not cues.cookies.match(draft.text):
            continue
        low = drafts[index].start * 2 > drafts[-1].end
        for number, other in enumerate(drafts[index : None if low else index + _COOKIE_LINES]):
            if not low and number and other.gap and not _entry(other.text, cues):
                break
            other.decide(BlockKind.FURNITURE, "layout.furniture.cookies")
        if low:
            return


def _mark_runs(drafts: list[Draft], cues: Cues) -> None:
    """Menus with one entry a line: at the page's edges, runs of short lines in which entries come again and again."""
    zone = drafts[: min(_first_text(drafts), _TOP)]
    entries = [i for i, d in enumerate(zone) if d.open and _entry(_bare(d), cues)]
    if len(entries) >= 2 and entries[0] <= _FIRST and _home(zone, cues):
        _mark_top_run(zone, entries, cues)


def _first_text(drafts: list[Draft]) -> int:
    """Index of the first line of running text."""
    for index, draft in enumerate(drafts):
        if draft.open and (len(draft.text) > _LONG or (len(draft.text) > _SENTENCE and draft.last in ".:")):
            return index
    return len(drafts)


def _last_text(drafts: list[Draft]) -> int:
    """Index of the last line of running text; the last line where there is none."""
    for index in range(len(drafts) - 1, -1, -1):
        text = drafts[index].text
        if len(text) > _SENTENCE and text[-1] in ".!?”" and ":" not in text[:_HEAD]:
            return index
    return len(drafts)


def _bare(draft: Draft) -> str:
    return draft.text.lstrip("-–•*·» ")


def _home(zone: list[Draft], cues: Cues) -> bool:
    return any(_bare(draft).lower() in cues.menu_home for draft in zone)


def _mark_top_run(zone: list[Draft], entries: list[int], cues: Cues) -> None:
    """Between two entries not far apart all short lines are menu, but a line that comes again is the title."""
    seen = Counter(_bare(d).lower() for d in zone)
    previous = entries[0]
    for index in entries:
        span = zone[previous : index + 1] if index - previous <= 15 else [zone[index]]
        repeated = any(seen[_bare(d).lower()] > 1 and not _entry(_bare(d), cues) and not _dashed(d) for d in span)
        for draft in [zone[index]] if repeated or any(len(d.text) > 60 for d in span) else span:
            if draft.open:
                draft.decide(BlockKind.FURNITURE, "layout.furniture.menu")
        previous = index
    after = entries[-1] + 1
    if after < len(zone) and _dashed(zone[after]) and seen[_bare(zone[after]).lower()] > 1:
        zone[after].decide(BlockKind.FURNITURE, "layout.furniture.menu")


def _dashed(draft: Draft) -> bool:
    return draft.text[0] in "-–•*·»"


def _mark_numbers(drafts: list[Draft]) -> None:
    for index, draft in enumerate(drafts):
        if draft.open and len(draft.text) <= 9 and _NUMBER.match(draft.text) and _stands_alone(drafts, index):
            draft.decide(BlockKind.FURNITURE, "layout.furniture.number")


def _stands_alone(drafts: list[Draft], index: int) -> bool:
    """A number at the end of the page, between blank lines or furniture, below a running head or above running text."""
    if index + 1 == len(drafts):
        return True
    above, below = drafts[index - 1] if index else None, drafts[index + 1]
    if len(below.text) > _LONG:
        return True
    if not below.gap:
        return False
    return bool(drafts[index].gap) or above is None or above.decided or _page_head(above)


def _page_head(draft: Draft) -> bool:
    return "  " in draft.text and len(draft.text) < 100 and draft.words < 20 and draft.gap > 0


def _mark_repeated(drafts: list[Draft]) -> None:
    """Running heads: the same line with a number or a wide gap in it, twice; the first stays for its date."""
    seen: dict[str, Draft] = {}
    for draft in drafts:
        text = draft.text
        if (
            not draft.open
            or len(text) > 100
            or not ("  " in text or "\t" in text)
            or not any(c.isdigit() for c in text)
        ):
            continue
        if text[0].isdigit():
            continue
        first = seen.setdefault(text, draft)
        if first is not draft:
            draft.decide(BlockKind.FURNITURE, "layout.furniture.repeated")
            first.decide(BlockKind.DATELINE, "layout.furniture.repeated")


def _mark_mastheads(drafts: list[Draft], cues: Cues) -> None:
    """The first line names the paper or the site: by its first word, or because the menu stands directly below."""
    top = [d for d in drafts[:12] if d.open]
    if not top:
        return
    first = top[0]
    index = drafts.index(first)
    below = drafts[index + 1] if index + 1 < len(drafts) else None
    if below is None or len(first.text) > 90 or first.last in ".!?:":
        return
    menu = not below.gap and below.rule in (
        "layout.furniture.menu",
        "layout.furniture.address",
        "layout.furniture.street",
    )
    if menu and index < 3:
        first.decide(BlockKind.FURNITURE, "layout.furniture.masthead")
    elif first_word(first.text) in cues.mastheads and not below.gap and without_dates(below.text)[1]:
        if len(below.text) < 60 and len(top) > 2 and len(top[2].text) < _LONG:
            first.decide(BlockKind.FURNITURE, "layout.furniture.masthead")
    elif first_word(first.text) in cues.mastheads and (
        without_dates(first.text)[1] or re.search(r"\bnr \d", first.text)
    ):
        first.decide(BlockKind.DATELINE, "layout.furniture.masthead")
    elif first_word(first.text) in cues.offices and _heads_a_headline(top, cues):
        first.decide(BlockKind.DATELINE, "layout.furniture.masthead")


def _heads_a_headline(top: list[Draft], cues: Cues) -> bool:
    """Whether another line that can be the headline stands apart below the first, and running text below it."""
    if len(top) < 3 or top[0].words > _OFFICE_WORDS:
        return False
    second, third = top[1], top[2]
    return (
        second.gap > 0
        and third.gap > 0
        and len(second.text) <= cues.headline_longest
        and second.last not in ".:,;"
        and second.text[0].isupper()
        and (len(third.text) > _LONG or third.last == ".")
    )


def mark_caption(drafts: list[Draft], cues: Cues) -> None:
    """The last short line of the body, when it only repeats words of the text, is a caption."""
    index = len(drafts) - 1
    while index >= 0 and drafts[index].kind is BlockKind.FURNITURE:
        index -= 1
    if index < 2:
        return
    last, before = drafts[index], drafts[index - 1]
    if (
        not last.open
        or last.label is not None
        or not last.gap
        or last.last in ".!?:;,"
        or last.words > 30
        or len(before.text) < 60
    ):
        return
    words = {w.lower() for w in re.findall(r"[^\W\d_]{4,}", last.text)}
    if len(words) < cues.caption_words:
        return
    said = {w.lower() for d in drafts[:index] for w in re.findall(r"[^\W\d_]{4,}", d.text)}
    if len(words & said) >= cues.caption_share * len(words):
        last.decide(BlockKind.FURNITURE, "layout.furniture.caption")
