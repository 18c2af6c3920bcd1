"""Sessions and people's roles of every event of one text."""

from __future__ import annotations

from collections.abc import Sequence

from extract.base import RuleBook
from extract.s6_names import NameNormaliser
from extract.s7_frames.context import Context
from extract.s7_frames.facts import Designation, EventFact
from extract.s7_frames.sessions.parts import EventParts


class SessionFinder:
    """Finds the sessions and the people of events."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser) -> None:
        self._rules = rules
        self._normaliser = normaliser

    def find(
        self, context: Context, events: Sequence[EventFact], designations: Sequence[Designation]
    ) -> tuple[EventParts, ...]:
        """One :class:`EventParts` for each of ``events``, in their order; one for the whole text where there is none."""
        return tuple(EventParts() for _ in events) or (EventParts(),)
