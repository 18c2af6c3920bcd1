"""Values of the entity stage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extract.base import Span


class EntityKind(StrEnum):
    PERSON = "person"
    INSTITUTION = "institution"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name in the text: a person without titles and honorifics, an institution with its place, a place."""

    kind: EntityKind
    span: Span
    text: str
    rule: str
    """Id of the rule, or ``model.<name>``, that decided."""
    confidence: float = 1.0
    heads: tuple[Span, ...] = ()
    """For a shared head distributed over towns: the head's span first, then this member's own part."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Entity mentions in order of their start; mentions of the same kind do not overlap."""

    mentions: tuple[EntityMention, ...]
    fired: frozenset[str] = frozenset()

    def of(self, kind: EntityKind) -> tuple[EntityMention, ...]:
        return tuple(m for m in self.mentions if m.kind is kind)
