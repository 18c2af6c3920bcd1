"""What a source of evidence suggests; the decision layer chooses among these."""

from __future__ import annotations

from dataclasses import dataclass

from extract.s5_entities.mention import EntityKind


@dataclass(frozen=True, slots=True)
class Proposal:
    """A possible name over the words ``start`` to ``end`` (exclusive) of a :class:`WordList`."""

    kind: EntityKind
    start: int
    end: int
    rule: str
    score: float
    text: str
    gender: str | None = None
    heads: tuple[tuple[int, int], ...] = ()
    """Word ranges: shared head, own part."""
    unit_of: tuple[int, int] | None = None
    anchor: tuple[int, int] | None = None
