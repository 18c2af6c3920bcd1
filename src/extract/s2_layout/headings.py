"""Headings and labels: lines that say what the lines below them are."""

from __future__ import annotations

import re

from extract.base import Span
from extract.s2_layout.blocks import BlockKind
from extract.s2_layout.cues import Cues, capitals, first_word, has_verb
from extract.s2_layout.lines import Draft
from extract.s2_layout.times import day_heading

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n.!?„\"]{0,88}?)(?P<colon>\s?:)(?P<rest>\s*)")
_BRACKET = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONG = 110
_BODY = 80
"""A line of more characters that ends as a sentence is running text."""


def mark_day_headings(drafts: list[Draft]) -> None:
    """Days of a programme; before the programme itself is read, since a day parts its items.

    A day with its year below everything else heads nothing: it is the day of the text.
    """
    last = next((d for d in reversed(drafts) if d.kind is not BlockKind.FURNITURE), None)
    for draft in drafts:
        if draft.open and day_heading(draft.text):
            if draft is last and _YEAR.search(draft.text):
                draft.decide(BlockKind.DATELINE, "layout.dateline.date")
            else:
                draft.decide(BlockKind.HEADING, "layout.heading.day")


def mark_labels(drafts: list[Draft], cues: Cues) -> None:
    """ "Label:" lines, "Label: value" lines, and other short lines that end in a colon."""
    for index, draft in enumerate(drafts):
        if draft.kind in (BlockKind.FURNITURE, BlockKind.HEADLINE, BlockKind.ROW, BlockKind.DATELINE):
            continue
        if draft.last == ":":
            _mark_colon(drafts, index, cues)
        elif ":" in draft.text[:95] and draft.kind is not BlockKind.PROGRAMME:
            _mark_value(draft, cues)


def _mark_colon(drafts: list[Draft], index: int, cues: Cues) -> None:
    draft = drafts[index]
    if index + 1 == len(drafts) or len(draft.text) > 140 or draft.kind is BlockKind.PROGRAMME:
        return
    word = first_word(draft.text)
    label = draft.text[:-1].rstrip()
    if draft.words <= 10 and word in cues.roles and (draft.words <= 3 or not has_verb(draft.text)):
        draft.decide(BlockKind.LABEL, "layout.label.role")
        draft.label = Span(draft.start, draft.start + len(label))
    elif draft.open and draft.words <= 14 and not has_verb(draft.text) and "," not in _BRACKET.sub("", draft.text):
        draft.decide(BlockKind.HEADING, "layout.heading.colon")


def _mark_value(draft: Draft, cues: Cues) -> None:
    match = _LABEL.match(draft.text)
    if not match or match.end() >= len(draft.text):
        return
    label = match["label"]
    known = first_word(label) in cues.roles or first_word(label) in cues.sections
    if (label.count(" ") >= cues.label_words and not known) or draft.text.startswith("//", match.end("colon")):
        return
    if not match["rest"] and draft.text[match.end("colon")].isdigit():
        return
    if not known and (len(draft.text) > 300 or draft.rule.startswith("layout.programme")):
        return
    draft.label = Span(draft.start, draft.start + len(label))
    alone = draft.open and draft.gap and len(draft.text) <= _LONG and draft.last not in ".;,"
    if alone and first_word(label) in cues.containers:
        draft.decide(BlockKind.HEADING, "layout.heading.section")


def mark_headings(drafts: list[Draft], cues: Cues) -> None:
    """Lines that open a part of the page."""
    for index, draft in enumerate(drafts):
        below = drafts[index + 1] if index + 1 < len(drafts) else None
        if below is None or not _may_be_heading(draft):
            continue
        above = drafts[index - 1] if index else None
        if _is_bare_label(draft, below, cues):
            draft.decide(BlockKind.LABEL, "layout.label.role")
            draft.label = Span(draft.start, draft.end)
            continue
        if _below_is_value(below):
            rule = _rule(draft, above, below, cues)
            if rule:
                draft.decide(BlockKind.HEADING, rule)


def _is_bare_label(draft: Draft, below: Draft, cues: Cues) -> bool:
    """A role alone in its line, without a colon ("Prelegenci")."""
    if not draft.open or not draft.gap or draft.words > 3 or below.kind is BlockKind.FURNITURE:
        return False
    return draft.text[0].isupper() and first_word(draft.text) in cues.roles_alone and not has_verb(draft.text)


def _may_be_heading(draft: Draft) -> bool:
    if not (draft.open or (draft.kind is BlockKind.ITEM and draft.rule.startswith("layout.programme"))):
        return False
    return len(draft.text) <= _LONG and draft.last not in ".,;:" and draft.label is None and not draft.text[0].islower()


def _below_is_value(below: Draft) -> bool:
    return below.kind not in (BlockKind.FURNITURE, BlockKind.DATELINE, BlockKind.HEADLINE)


def _rule(draft: Draft, above: Draft | None, below: Draft, cues: Cues) -> str:
    word = _section_word(draft.text, cues)
    in_programme = draft.kind is BlockKind.ITEM
    if (
        word
        and draft.words <= 12
        and not has_verb(draft.text)
        and _stands_out(draft, below, in_programme, word in cues.containers)
    ):
        return "layout.heading.section"
    if in_programme:
        return ""
    if capitals(draft.text) and draft.words <= 14 and _lone_capitals(draft, above, below):
        return "layout.heading.capitals"
    if draft.gap and len(draft.text) <= cues.above_longest and (draft.last == "?" or not has_verb(draft.text)):
        if draft.last in "!…":
            return ""
        listed = below.kind in (BlockKind.ITEM, BlockKind.PROGRAMME, BlockKind.LABEL, BlockKind.HEADING, BlockKind.ROW)
        if _heads_text(draft, above, below) or (listed and below.owner is None):
            return "layout.heading.above"
    return ""


def _lone_capitals(draft: Draft, above: Draft | None, below: Draft) -> bool:
    """Apart from the line above, and not one of several lines in capitals, which are a list."""
    if not draft.gap and above is not None and above.kind is not BlockKind.HEADING:
        return False
    return not any(other is not None and other.open and capitals(other.text) for other in (above, below))


def _heads_text(draft: Draft, above: Draft | None, below: Draft) -> bool:
    """Above running text: directly, or across a blank line if it is not the last of several short lines."""
    if len(below.text) <= _BODY or below.last not in ".!?…:" or draft.words > 12:
        return False
    return not below.gap or above is None or above.decided or len(above.text) > _BODY


def _section_word(text: str, cues: Cues) -> str:
    """The word for a part, first in the line, or second in a short one ("Ramowy program"); ``""`` without one."""
    parts = text.split(None, 3)
    words = [first_word(part) for part in (parts[:2] if len(parts) <= 3 else parts[:1])]
    return next((word for word in words if word in cues.sections), "")


def _stands_out(draft: Draft, below: Draft, in_programme: bool, container: bool) -> bool:
    if in_programme:
        return container and " – " not in draft.text and (draft.gap > 0 or below.indent >= draft.indent)
    if " – " in draft.text or " - " in draft.text:
        return capitals(draft.text) or container
    return draft.gap > 0 or not below.gap


def set_heading_depth(drafts: list[Draft], cues: Cues) -> None:
    """Nesting of headings by their look: a look met again closes what was opened since it was met first.

    Two headings that begin with the same word for a part ("Kategoria …") look alike whatever their form.
    """
    stack: list[tuple[str, str]] = []
    for index, draft in enumerate(drafts):
        if draft.kind is not BlockKind.HEADING or draft.owner is not None:
            continue
        look, word = _look(draft, cues), first_word(draft.text)
        if "/" in look and index + 1 < len(drafts) and drafts[index + 1].kind is BlockKind.HEADING:
            look += "/branch"
        part = word if word in cues.sections else ""
        level = next((n for n, seen in enumerate(stack) if seen[0] == look or (part and seen[1] == part)), -1)
        if level >= 0:
            del stack[level + 1 :]
        else:
            stack.append((look, part))
        draft.depth = len(stack) - 1


def _look(draft: Draft, cues: Cues) -> str:
    if draft.rule == "layout.heading.day":
        return "day"
    if draft.rule == "layout.heading.roman":
        return "roman"
    return f"{draft.rule}/{capitals(draft.text)}/{first_word(draft.text) in cues.containers}/{draft.last == ':'}"
