"""What the readers of lists, tables and prose hand over: one prize, one recipient, and the scope that they stand in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.base import Span
from extract.s7_frames.awards.prizes import Prize
from extract.s7_frames.awards.recipients import Recipient
from extract.s7_frames.events.view import stems

_SEPARATOR = " – "


@dataclass(frozen=True, slots=True)
class Contest:
    """A contest by name with the edition that the text gives it."""

    name: str
    edition: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Scope:
    """What headings and sentences before have set."""

    contest: Contest | None = None
    category: str | None = None
    """The group in which prizes are given: "Szkoły podstawowe"."""
    prize: Prize | None = None
    """A prize in a heading or label above the names."""
    results: bool = False
    """A heading such as "Laureaci" stands above."""
    strong: bool = False
    """The heading of the category is in capitals, has a colon or says "kategoria": it can govern prose."""
    title: str | None = None
    """Wording of that heading, the category of those under it where nothing else is."""

    def under(self, **changes: object) -> Scope:
        """A scope with some of the values changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody got something."""

    recipient: Recipient
    prize: Prize | None
    scope: Scope
    rule: str
    structured: bool
    """From a list or table rather than from a sentence."""
    confidence: float = 0.85
    place: int | None = None

    @property
    def category(self) -> str | None:
        """ "Szkoły podstawowe – I miejsce"; a medal or titled prize stands for itself."""
        prize, group = self.prize, self.scope.category
        label = prize.label if prize is not None else None
        if prize is not None and prize.type == "grand-prix" and self.structured and self.scope.strong and group:
            return f"{group}{_SEPARATOR}{label}"
        if prize is not None and (prize.own is not None or prize.type in ("role", "grand-prix")):
            return label
        if prize is not None and prize.type == "prize" and label is not None and " " in label:
            return label
        if group and label:
            return f"{group}{_SEPARATOR}{label[:1].lower() + label[1:] if not _is_rank(prize) else label}"
        return group or label


def _is_rank(prize: Prize | None) -> bool:
    return prize is not None and prize.type == "rank"


def kin(left: str, right: str) -> bool:
    """Whether a title is that of the contest itself: their words share most stems."""
    a, b = set(stems(left)), set(stems(right))
    return len(a & b) >= 0.6 * min(len(a), len(b)) if a and b else False
