"""Values of the entity stage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.base import Span


class EntityKind(StrEnum):
    """What a name is of."""

    PERSON = "person"
    INSTITUTION = "institution"
    PLACE = "place"
    UNIT = "unit"
    """A part of an institution that the text names with it ("Wydział … Urzędu …")."""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name in the text: a person without titles and honorifics, an institution with its place, a place, a unit."""

    kind: EntityKind
    span: Span
    text: str
    """The name as its words read in order: one space for any gap, words broken at a line's end whole, given name before
    surname; for a member of a shared head, its own whole name. Otherwise ``span`` of the text."""
    rule: str
    """Id of the rule, or ``model.<name>``, that decided."""
    confidence: float = 1.0
    heads: tuple[Span, ...] = ()
    """For a shared head distributed over towns: the head's span first, then this member's own part."""
    unit_of: Span | None = None
    """For a unit: the span of the institution it belongs to."""
    gender: str | None = None
    """For a person: what an honorific or a title before the name says, ``f`` or ``m``."""
    anchor: Span | None = None
    """For a later short form ("Nowakowa", "Fundacja"): the span of the full mention it repeats."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Entity mentions in order of their start; mentions of the same kind do not overlap."""

    mentions: tuple[EntityMention, ...]
    fired: frozenset[str] = frozenset()

    def of(self, kind: EntityKind) -> tuple[EntityMention, ...]:
        """The mentions of one kind in order."""
        return tuple(m for m in self.mentions if m.kind is kind)
