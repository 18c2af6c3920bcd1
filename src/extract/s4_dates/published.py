"""The day on which a page says that it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import regex

from extract.base import RuleBook, Span
from extract.s2_layout import BlockKind, Layout

_HEAD_LINES = 10
_PARAGRAPH, _LONG = 250, 300
_CLOCK = re.compile(r",?\s*\d{1,2}[:.]\d{2}(?::\d{2})?(?!\s*[-–—]\s*\d)|\s*\br(?:oku|\.)?(?=\W|$)")
_FOOT_LINES = 6
_SIGNED = regex.compile(
    r"\W*(?:(?:\p{Lu}[\p{L}-]*+(?:\s+(?:\p{Lu}[\p{L}-]*+|nad|pod|na|w)){0,3}+|[„\"«][^„”\"«»\n]{2,40}[”\"»])\s*[,–—-]?\s*)?(?:dn(?:ia|\.)\s*)?"
)
"""What stands before a date that signs a text: nothing, a place, a newspaper."""
_PREPOSITION = re.compile(r"(?i)\b(?:po|do|od|we?|na|przed|ze?)\s+(?:dni\w+\s*)?$")
# Before the date a separator or a place name, after it a separator, a time or nothing: else the line is a sentence.
_LEFT_EDGE = re.compile(
    r"^[^\w]*$|[|/·•,;:()–—\-»>]\s*(?:dni[ua]\s+)?$|^\W*(?:[A-ZĄĆĘŁŃÓŚŹŻ][\w-]*\s+){1,3}(?:dni[ua]\s+)?$|\s{2,}$"
)
_RIGHT_EDGE = re.compile(r"\s*(?:r\.?|roku)?\s*(?:$|[|/·•,;:()–—\-«<.]|\d{1,2}[:.]\d\d|godz|\s{2,})")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day with its span, as far as it needs no reference."""

    span: Span
    day: date


@dataclass(frozen=True, slots=True)
class _Zone:
    """Where datelines stand: up to the character ``head``, and from the character ``foot`` on."""

    head: int
    foot: int


class PublishedFinder:
    """Reads labels and datelines."""

    def __init__(self, rules: RuleBook) -> None:
        book = rules.of("dates/published.toml")
        self._labels = tuple(
            (int(r["rank"]), r.id, regex.compile(f"(?r){r['label']}\\s*[:–—-]?\\s*(?:\\w{{2,12}}\\.?,?\\s+)?"))
            for r in book
            if "label" in r.data
        )
        self._once = tuple(r.id for r in book if r.data.get("once"))
        line = next(r for r in book if "refuse" in r.data)
        self._line = line.id
        self._refuse = re.compile(str(line["refuse"]))
        self._venue = re.compile(str(line["venue"]))
        self._separators = re.compile(str(line["separators"]))
        self._most, self._most_segment = int(line["words"]), int(line["segment_words"])

    def find(
        self, text: str, dated: Sequence[Dated], layout: Layout | None, ahead: Sequence[Span] | None
    ) -> tuple[Dated, str] | None:
        """The day of publication and the rule that found it; labels come before datelines.

        Args:
            dated: full single days in order.
            ahead: where the text announces something, the days that may be that thing's; a bare day that is the only
                one is the event's. ``None`` where it does not.
        """
        zone = _Zone(_head_end(text, layout), _foot_start(text, layout))
        if self._are_headings(text, dated):
            zone = _Zone(-1, len(text))
        found = [
            (rank, number, row, rule)
            for number, row in enumerate(dated)
            for rank, rule in self._rank(text, row, zone, layout, ahead)
        ]
        repeated = {rule for rule in self._once if len({row.day for _, _, row, r in found if r == rule}) > 1}
        best = min((f for f in found if f[3] not in repeated), key=lambda f: f[:2], default=None)
        return (best[2], best[3]) if best else None

    def _rank(
        self, text: str, row: Dated, zone: _Zone, layout: Layout | None, ahead: Sequence[Span] | None
    ) -> Iterator[tuple[int, str]]:
        begin, end = _line(text, row.span)
        left = text[max(begin, row.span.start - 60) : row.span.start]
        if not left.strip():
            left = text[max(0, begin - 60) : begin].rstrip("\n").rpartition("\n")[2]
        for rank, rule, label in self._labels:
            if label.match(left) and not (rule.endswith(".added") and row.span.start - begin > 60):
                yield rank, rule
                return
        block = layout.block_at(row.span.start) if layout else None
        if block is not None and block.kind is BlockKind.ITEM and block.marker:
            return  # an entry of a list tells of something else
        foot = row.span.start >= zone.foot and _SIGNED.fullmatch(text[begin : row.span.start])
        if not (foot or row.span.start <= zone.head):
            return
        if not self._is_line(text[begin : row.span.start], text[row.span.end : end]):
            return
        if row.span.of(text).endswith(")") or self._venue.match(text, row.span.end, end):
            return  # "6 maja 2024 (piątek), Dom Kultury" tells where and when something is
        if _PREPOSITION.search(text[begin : row.span.start]):
            return
        if ahead is not None and all(span == row.span for span in ahead):
            return
        yield (3, self._line) if row.span.start <= zone.head else (4, self._line)

    def _are_headings(self, text: str, dated: Sequence[Dated]) -> bool:
        """Whether several days stand in lines of their own: then they are the days of a programme."""
        days = set()
        for row in dated:
            begin, end = _line(text, row.span)
            rest = text[begin : row.span.start] + text[row.span.end : end]
            if not re.search(r"\w", rest):
                days.add(row.day)
        return len(days) > 1

    def _is_line(self, left: str, right: str) -> bool:
        rest = f"{left}|{_CLOCK.sub('', right, count=2)}"
        if self._refuse.search(rest):
            return False
        if not _LEFT_EDGE.search(left) or not _RIGHT_EDGE.match(right):
            return False
        segments = [s.split() for s in self._separators.split(rest)]
        longest = max((len(s) for s in segments), default=0)
        return sum(map(len, segments)) <= self._most and longest <= self._most_segment


def _line(text: str, span: Span) -> tuple[int, int]:
    """Bounds of the line around a span, cut off where it is very long."""
    begin = text.rfind("\n", max(0, span.start - _LONG), span.start)
    end = text.find("\n", span.end, span.end + _LONG)
    return (
        max(0, span.start - _LONG) if begin < 0 else begin + 1,
        min(len(text), span.end + _LONG) if end < 0 else end,
    )


def _head_end(text: str, layout: Layout | None) -> int:
    """Where the head of the page ends: its first paragraph of running text, or ten lines."""
    offset = lines = 0
    for line in text.split("\n"):
        if line.strip():
            block = layout.block_at(offset + len(line) - len(line.lstrip())) if layout else None
            furniture = block is not None and block.kind is BlockKind.FURNITURE
            if not furniture:
                lines += 1
            if lines > _HEAD_LINES or (len(line) > _PARAGRAPH and not furniture):
                return offset
        offset += len(line) + 1
    return len(text)


def _foot_start(text: str, layout: Layout | None) -> int:
    """Where the foot of the page begins: its last lines, below the last paragraph of running text."""
    end = len(text)
    lines = 0
    while end > 0 and lines < _FOOT_LINES:
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end]
        if line.strip():
            block = layout.block_at(begin + len(line) - len(line.lstrip())) if layout else None
            furniture = block is not None and block.kind is BlockKind.FURNITURE
            if len(line) > _PARAGRAPH and not furniture:
                return end
            lines += not furniture
        end = begin - 1
    return max(end, 0)
