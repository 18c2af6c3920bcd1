"""Events: how many a text tells of, and what it says of each."""

from extract.s7_frames.events.finder import EventFinder, EventsFound

__all__ = ["EventFinder", "EventsFound"]
