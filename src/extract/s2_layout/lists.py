"""Lists: unmarked ones found, groups and depths of all."""

from __future__ import annotations

from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues, has_verb
from extract.s2_layout.lines import Draft

_UNMARKED = "layout.item.unmarked"
_PLACE = "layout.item.place"
_SENTENCE = 130
_ALONE = 3
_LONGEST = 200
"""Lines looked at below one introduction."""


def mark_unmarked(drafts: list[Draft], cues: Cues) -> None:
    """Short lines below a colon, a label or a heading, and runs of alike short lines, are items."""
    _mark_signature(drafts, cues)
    for index, draft in enumerate(drafts):
        if (
            draft.last == ":"
            or draft.kind is BlockKind.LABEL
            or (draft.kind is BlockKind.HEADING and draft.label is None)
        ):
            _mark_below(drafts, index, cues)
    _mark_rows(drafts, cues)
    for draft in drafts:
        if (
            draft.open
            and len(draft.text) <= cues.item_longest
            and cues.places.match(draft.text)
            and not _is_sentence(draft)
        ):
            draft.decide(BlockKind.ITEM, _PLACE)


def _mark_below(drafts: list[Draft], index: int, cues: Cues) -> None:
    """The run of items below ``index``: short, not all sentences, evenly spaced, none beginning with a small letter."""
    run: list[Draft] = []
    colon = drafts[index].last == ":"
    for draft in drafts[index + 1 : index + 1 + _LONGEST]:
        if not _may_be_item(draft, cues):
            break
        if len(run) > 1 and draft.gap and not run[-1].gap and not (colon and _goes_on(drafts, index, len(run))):
            break
        if run and draft.gap and not run[-1].gap and not colon:
            break
        if len(run) > 1 and (draft.gap > max(item.gap for item in run[1:]) > 0 or _another_label(run, draft)):
            break
        run.append(draft)
    if run and run[0].gap and not colon and (len(run) < 2 or any(d.last in ".!?" for d in run)):
        return
    for number in range(1, len(run)):
        if _is_sentence(run[number]) and run[number - 1].last not in ".,;":
            del run[number:]
            break
    if not run or (len(run) == 1 and (_is_sentence(run[0]) or (run[0].gap and not colon))):
        return
    if sum(_is_sentence(d) for d in run) * 2 > len(run):
        return
    for draft in run:
        draft.decide(BlockKind.ITEM, _UNMARKED)
        draft.owner = drafts[index]


def _another_label(run: list[Draft], draft: Draft) -> bool:
    """Whether ``draft`` is a "Label: value" line after a blank line and the items so far are none."""
    return draft.gap > 0 and draft.label is not None and all(item.label is None for item in run)


def _goes_on(drafts: list[Draft], index: int, length: int) -> bool:
    """Whether the group of lines after the first ``length`` items has two lines at least, as the first had."""
    after = index + length + 2
    return after < len(drafts) and not drafts[after].gap and not drafts[index + 2].gap


def _mark_signature(drafts: list[Draft], cues: Cues) -> None:
    for index, draft in enumerate(drafts):
        if draft.open and cues.closings.match(draft.text):
            for line in drafts[index : index + 4]:
                if line.open and len(line.text) <= _SENTENCE:
                    line.decide(BlockKind.PARAGRAPH, "layout.signature")


def _may_be_item(draft: Draft, cues: Cues) -> bool:
    if not draft.open or len(draft.text) > cues.item_longest or draft.last == ":":
        return False
    return not (draft.gap and draft.text[0].islower())


def _is_sentence(draft: Draft) -> bool:
    return draft.last in ".!?" and (len(draft.text) > _SENTENCE or draft.words >= 12 or has_verb(draft.text))


def _mark_rows(drafts: list[Draft], cues: Cues) -> None:
    """Three or more short lines one below the other that do not end as sentences do."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        short = draft is not None and _may_be_item(draft, cues) and draft.last not in ".!?" and len(draft.text) <= 120
        if draft is not None and short and not (run and draft.gap):
            run.append(draft)
            continue
        if len(run) >= _ALONE:
            for item in run:
                item.decide(BlockKind.ITEM, _UNMARKED)
        run = [draft] if draft is not None and short else []


def group_items(drafts: list[Draft], groups: list[int]) -> None:
    """Number the lists and set the depth of their items; tell items by whom they were introduced."""
    stack: list[tuple[int, str, int, Draft | None]] = []
    intro: Draft | None = None
    before: Draft | None = None
    for draft in drafts:
        if draft.kind is not BlockKind.ITEM or draft.group >= 0:
            if draft.kind is not BlockKind.FURNITURE and draft.kind is not BlockKind.DATELINE:
                intro = draft
                stack = [] if draft.kind is not BlockKind.PROGRAMME else stack
            before = draft
            continue
        look = _look(draft)
        if before is not None and _another_list(before, draft):
            stack = []
        level = _level(stack, draft.indent, look)
        if level < 0:
            groups[0] += 1
            owner = draft.owner or _introduced(intro, before, nested=bool(stack))
            stack.append((draft.indent, look, groups[0], owner))
        else:
            del stack[level + 1 :]
        draft.group, draft.depth = stack[-1][2], len(stack)
        draft.owner = draft.owner or stack[-1][3]
        before = draft


def _another_list(before: Draft, draft: Draft) -> bool:
    """Whether two unmarked items in a row belong to two lists."""
    if draft.marker or before.marker or before.kind is not BlockKind.ITEM:
        return False
    if draft.rule == before.rule == _PLACE:
        return False
    return draft.owner is not before.owner or (draft.owner is None and draft.gap > 0)


def _level(stack: list[tuple[int, str, int, Draft | None]], indent: int, look: str) -> int:
    for level in range(len(stack) - 1, -1, -1):
        if stack[level][1] == look and abs(stack[level][0] - indent) <= 1:
            return level
    return -1


def _introduced(intro: Draft | None, before: Draft | None, *, nested: bool) -> Draft | None:
    """What introduces a new list: the item that it is nested in, or the colon, label or heading right above."""
    if before is not None and before.kind is BlockKind.ITEM:
        return before if nested or before.last == ":" else None
    if intro is not None and (intro.last == ":" or intro.kind in (BlockKind.LABEL, BlockKind.HEADING)):
        return intro
    return None


def _look(draft: Draft) -> str:
    mark = draft.marker
    if not mark:
        return "none"
    if mark[0].isdigit() or mark[0] == "(":
        return "number" + mark[-1]
    return "letter" + mark[-1] if mark[0].isalpha() else mark
