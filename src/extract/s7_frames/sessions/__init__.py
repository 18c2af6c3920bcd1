"""Sessions of an event and the roles in which people appear."""

from extract.s7_frames.sessions.finder import SessionFinder
from extract.s7_frames.sessions.parts import EventParts

__all__ = ["EventParts", "SessionFinder"]
