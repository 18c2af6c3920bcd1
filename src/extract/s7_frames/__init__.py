"""Facts: events, sessions, people in their roles, affiliations, awards."""

from extract.s7_frames.builder import FrameBuilder
from extract.s7_frames.context import Context
from extract.s7_frames.facts import (
    AppearanceFact,
    AwardFact,
    Designation,
    EventFact,
    EventInstitutionFact,
    Facts,
    SessionFact,
)

__all__ = [
    "AppearanceFact",
    "AwardFact",
    "Context",
    "Designation",
    "EventFact",
    "EventInstitutionFact",
    "Facts",
    "FrameBuilder",
    "SessionFact",
]
