"""What the session finder hands back for one event."""

from __future__ import annotations

from dataclasses import dataclass

from extract.s7_frames.facts import AppearanceFact, SessionFact


@dataclass(frozen=True, slots=True)
class EventParts:
    """Sessions and people of one event."""

    sessions: tuple[SessionFact, ...] = ()
    people: tuple[AppearanceFact, ...] = ()
    """Those who appear outside any session, each (person, role) once."""
    fired: frozenset[str] = frozenset()
    """Ids of the rules that decided something."""
