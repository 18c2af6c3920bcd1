"""Values of the frame stage. Persons and institutions are referred to by their ``key`` in ``Entities``."""

from __future__ import annotations

from dataclasses import dataclass

from extract.base import Span


@dataclass(frozen=True, slots=True)
class Designation:
    """Title, position, unit and institution of one person, from the words around one mention of the name."""

    person: int
    span: Span
    """The whole designation, name included."""
    title: str | None = None
    position: str | None = None
    unit: str | None = None
    institution: int | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class AppearanceFact:
    """A person in a role at an event or in a session."""

    person: int
    role: str
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    title: str | None = None
    position: str | None = None
    unit: str | None = None
    institution: int | None = None


@dataclass(frozen=True, slots=True)
class SessionFact:
    """A part of an event's programme; unknown values are ``None``."""

    kind: str
    title: str | None
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    mode: str | None = None
    people: tuple[AppearanceFact, ...] = ()


@dataclass(frozen=True, slots=True)
class AwardFact:
    """One prize and one recipient."""

    recipient: str | None
    recipient_kind: str
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    contest: str | None = None
    edition: int | None = None
    category: str | None = None
    place: int | None = None
    person: int | None = None
    """Key of the recipient where it is a person."""
    institution: int | None = None
    """Key of the recipient where it is an institution, else of the recipient person's affiliation."""


@dataclass(frozen=True, slots=True)
class EventInstitutionFact:
    """An institution in a role at an event."""

    institution: int
    role: str
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event with everything that the text says of it."""

    kind: str
    name: str | None
    spans: tuple[Span, ...]
    """Evidence; the first span is the event's main mention (name or kind word)."""
    rule: str
    confidence: float = 1.0
    edition: int | None = None
    start_date: str | None = None
    end_date: str | None = None
    venue: str | None = None
    city: str | None = None
    mode: str | None = None
    attendance: int | None = None
    status: str = "held"
    scope: Span | None = None
    """The stretch of text that tells of this event; the whole text where it is the only one."""
    institutions: tuple[EventInstitutionFact, ...] = ()
    people: tuple[AppearanceFact, ...] = ()
    sessions: tuple[SessionFact, ...] = ()
    awards: tuple[AwardFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of one text."""

    title: str | None
    title_span: Span | None
    events: tuple[EventFact, ...]
    designations: tuple[Designation, ...] = ()
    warnings: tuple[str, ...] = ()
    fired: frozenset[str] = frozenset()
