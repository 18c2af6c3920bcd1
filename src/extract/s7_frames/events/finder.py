"""The events of one text."""

from __future__ import annotations

from dataclasses import dataclass

from extract.base import RuleBook
from extract.s6_names import NameNormaliser
from extract.s7_frames.context import Context
from extract.s7_frames.facts import EventFact


@dataclass(frozen=True, slots=True)
class EventsFound:
    """Events in order of the text, and the ids of the rules that decided something."""

    events: tuple[EventFact, ...]
    fired: frozenset[str] = frozenset()


class EventFinder:
    """Finds the events that a text tells of, one record for each real event."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser) -> None:
        self._rules = rules
        self._normaliser = normaliser

    def find(self, context: Context) -> EventsFound:
        """The events of one text; sessions, people and awards are left empty."""
        return EventsFound(())
