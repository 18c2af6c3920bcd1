"""The top of the page: headline and datelines; and datelines wherever they stand alone."""

from __future__ import annotations

import re

from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues, first_word
from extract.s2_layout.lines import Draft
from extract.s2_layout.times import clock, day_heading, day_name, is_range, without_dates

_SENTENCE_END = re.compile(r"[.;,]$")
_SOFT_END = re.compile(r"(?:\.\.|\br\.)$")
"""Full stops that a headline may end in."""
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_PAGE_MARKS = re.compile(r"[|/·•]")
_LONG, _SENTENCE = 150, 90
_STOPPED = 60
_TOP_LINES = 14


def mark_heads(drafts: list[Draft], cues: Cues) -> None:
    """Find the datelines, then the headline above the first paragraph."""
    top = _top(drafts)
    for index, draft in enumerate(drafts):
        if draft.kind is BlockKind.FURNITURE or (draft.decided and draft.kind is not BlockKind.ITEM):
            continue
        below = drafts[index + 1] if index + 1 < len(drafts) else None
        above = drafts[index - 1] if index else None
        programme = (below is not None and clock(below.text) > 0) or (
            above is not None and _opens_programme(above, cues)
        )
        timed = programme and day_heading(draft.text)
        rule = _dateline(draft, cues, index < top and not timed)
        if rule == "layout.dateline.range":
            draft.decide(BlockKind.PARAGRAPH, rule)
        elif rule:
            draft.decide(BlockKind.DATELINE, rule)
    _mark_headline(drafts[:top], cues)
    _mark_repetition(drafts)


def _top(drafts: list[Draft]) -> int:
    """How many lines stand above (and with) the first line of running text."""
    seen = 0
    for index, draft in enumerate(drafts):
        if draft.kind is BlockKind.FURNITURE:
            continue
        seen += 1
        if seen > 1 and clock(draft.text) and not _PAGE_MARKS.search(draft.text):
            return index
        if (
            (len(draft.text) > _SENTENCE and draft.last == ".")
            or (len(draft.text) > _LONG and draft.last in "!?…:")
            or seen > _TOP_LINES
        ):
            return index + 1
    return len(drafts)


def _opens_programme(draft: Draft, cues: Cues) -> bool:
    return draft.open and draft.words <= 5 and first_word(draft.text) in cues.programmes


def _dateline(draft: Draft, cues: Cues, top: bool) -> str:
    text = draft.text
    if len(text) > 140:
        return ""
    if cues.published.match(text):
        return "layout.dateline.published" if without_dates(text)[1] or len(text) < 40 else ""
    if not top or draft.kind is BlockKind.ITEM:
        return ""
    if cues.kind.match(text):
        return "layout.dateline.kind"
    if cues.reference.match(text):
        return "layout.dateline.reference"
    if not _is_dateline(text, cues):
        return ""
    return "layout.dateline.range" if is_range(text) else "layout.dateline.date"


def _is_dateline(text: str, cues: Cues) -> bool:
    """A date, and beside it a place or the marks of a page; no sentence, no "Label: value", no programme item."""
    if not _DIGIT.search(text):
        return False
    rest, dated = without_dates(text)
    timed = clock(text) and not _PAGE_MARKS.search(text)
    if (
        not dated
        or timed
        or not (text[0].isalnum() or text[0] in '(„"')
        or day_name(text)
        or len(text) > 110
        or (_SENTENCE_END.search(text) and not text.endswith(("r.", "roku.")))
    ):
        return False
    words = list(re.findall(r"[^\W\d_]+", rest))
    if len(words) <= 3 and (not words or words[0].lower() in cues.date_words or _place_first(text, words)):
        return True
    cells = [c for c in re.split(r"\s*[|/·•]\s*|\s{2,}|,\s", text) if c]
    marked = sum(1 for c in cells if first_word(c) in cues.date_words or without_dates(c)[1] or len(c.split()) <= 2)
    return len(cells) >= 3 and marked * 3 >= len(cells) * 2 and bool(re.search(r"[|/·•]|\bs\. \d", text))


def _place_first(text: str, words: list[str]) -> bool:
    return (
        text.startswith(words[0])
        and all(w[0].isupper() or w in ("nad", "pod", "koło") for w in words)
        and ":" not in text.split(",")[0]
    )


def _mark_headline(top: list[Draft], cues: Cues) -> None:
    named = _named_again(top, cues)
    for index, draft in enumerate(top):
        if index < named:
            if draft.open and len(draft.text) <= 60:
                draft.decide(BlockKind.FURNITURE, "layout.furniture.masthead")
            continue
        if draft.decided:
            continue
        if not (_may_be_headline(draft, cues) or _stopped_headline(top, index)) or _only_line(top, index):
            return
        draft.decide(BlockKind.HEADLINE, "layout.headline.first")
        _mark_subtitle(top, index, cues)
        return


def _named_again(top: list[Draft], cues: Cues) -> int:
    """Index of the first line that the breadcrumb below or above repeats; 0 without one."""
    folded = [_folded(draft.text) for draft in top]
    for index, draft in enumerate(top):
        if (
            draft.open
            and len(_WORDS.findall(draft.text)) >= 2
            and draft.text[0].isalnum()
            and _may_be_headline(draft, cues)
            and folded.count(folded[index]) > 1
        ):
            return index
    return 0


def _may_be_headline(draft: Draft, cues: Cues) -> bool:
    text = draft.text
    if len(text) > cues.headline_longest or text[-1] in ":,;" or day_heading(text):
        return False
    if clock(text) or text.startswith(("–", "- ", "—")) or text[0].islower():
        return False
    return not (text[-1] == "." and not _SOFT_END.search(text))


def _stopped_headline(top: list[Draft], index: int) -> bool:
    """A short line with a full stop, apart from a much longer paragraph below it ("Rozdano nagrody.")."""
    draft = top[index]
    below = top[index + 1] if index + 1 < len(top) else None
    return (
        draft.last == "."
        and draft.text[0].isupper()
        and len(draft.text) <= _STOPPED
        and below is not None
        and below.gap > 0
        and len(below.text) > 2 * len(draft.text)
        and not below.decided
    )


def _only_line(top: list[Draft], index: int) -> bool:
    """A text of one line has no headline."""
    return not any(d.kind is not BlockKind.FURNITURE for d in top[index + 1 :]) and len(top[index].text) > 100


def _mark_subtitle(top: list[Draft], index: int, cues: Cues) -> None:
    """A line directly below the headline that is no label: subtitle, or the section of the site above the date."""
    for number in range(index + 1, len(top)):
        draft = top[number]
        if draft.kind in (BlockKind.FURNITURE, BlockKind.DATELINE):
            continue
        below = top[number + 1] if number + 1 < len(top) else None
        if draft.decided or len(draft.text) > cues.headline_longest:
            return
        may = _may_be_headline(draft, cues)
        follows = top[number - 1].kind is BlockKind.HEADLINE
        if (
            follows
            and may
            and not draft.gap
            and ":" not in draft.text
            and below is not None
            and (below.gap or below.decided)
        ):
            draft.decide(BlockKind.HEADLINE, "layout.headline.first")
            continue
        if follows and draft.text[0].islower() and draft.last not in ".:,;" and len(draft.text) <= _LONG:
            draft.decide(BlockKind.HEADLINE, "layout.headline.first")
        elif may and below is not None and below.kind is BlockKind.DATELINE and not below.gap and draft.words <= 5:
            draft.decide(BlockKind.DATELINE, "layout.dateline.date")
        return


def _mark_repetition(drafts: list[Draft]) -> None:
    """The headline once more, in other letters or with other quotation marks."""
    heads = {_folded(d.text): len(d.text) for d in drafts if d.kind is BlockKind.HEADLINE}
    for index, draft in enumerate(drafts):
        length = len(draft.text)
        if index > _TOP_LINES and draft.words < 3:
            continue
        if draft.open and any(abs(length - n) <= 8 for n in heads.values()) and _folded(draft.text) in heads:
            draft.decide(BlockKind.HEADLINE, "layout.headline.first")


def _folded(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))
