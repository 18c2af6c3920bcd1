"""Records. An unknown value is ``None``; a span is a half-open character range of the text as read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EventKind = Literal[
    "konferencja", "forum", "kongres", "seminarium", "gala", "debata", "spotkanie", "szkolenie", "warsztaty", "targi",
    "festiwal", "jubileusz", "konkurs", "inne",
]  # fmt: skip
SessionKind = Literal["lecture", "panel", "workshop", "presentation", "ceremony", "other"]
Mode = Literal["onsite", "online", "hybrid"]
Status = Literal["planned", "held", "rescheduled", "cancelled"]
InstitutionRole = Literal["organizer", "co_organizer", "partner", "patron", "funder"]
PersonRole = Literal[
    "speaker", "panelist", "moderator", "leader", "opener", "host", "award_presenter", "juror", "patron", "guest",
    "quoted",
]  # fmt: skip
RecipientKind = Literal["person", "institution", "municipality", "group", "project"]


@dataclass(frozen=True, slots=True)
class SpanRecord:
    """``text[start:end]`` is the evidence."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in a role, with title, position and affiliation at the time."""

    person_id: str
    role: PersonRole
    title: str | None
    position: str | None
    unit: str | None
    institution_id: str | None
    spans: tuple[SpanRecord, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class EventInstitution:
    """An institution in a role at an event."""

    institution_id: str
    role: InstitutionRole
    spans: tuple[SpanRecord, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Session:
    """A part of an event's programme."""

    id: str
    kind: SessionKind
    title: str | None
    date: str | None
    start_time: str | None
    end_time: str | None
    mode: Mode | None
    people: tuple[Appearance, ...]
    spans: tuple[SpanRecord, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Award:
    """One prize and one recipient."""

    id: str
    contest: str | None
    edition: int | None
    category: str | None
    place: int | None
    recipient_kind: RecipientKind
    recipient: str | None
    person_id: str | None
    institution_id: str | None
    spans: tuple[SpanRecord, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Event:
    """A conference, gala, competition …; dates are ISO days, both inclusive."""

    id: str
    kind: EventKind
    name: str | None
    edition: int | None
    start_date: str | None
    end_date: str | None
    venue: str | None
    city: str | None
    mode: Mode | None
    attendance: int | None
    status: Status
    institutions: tuple[EventInstitution, ...]
    people: tuple[Appearance, ...]
    sessions: tuple[Session, ...]
    awards: tuple[Award, ...]
    spans: tuple[SpanRecord, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Person:
    """Everyone named in the body, once each."""

    id: str
    name: str
    given_name: str | None
    surname: str | None
    gender: Literal["f", "m"] | None
    mentions: tuple[SpanRecord, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Institution:
    """Every organisation named in the body, once each."""

    id: str
    name: str
    acronym: str | None
    kind: str | None
    place: str | None
    parent: str | None
    mentions: tuple[SpanRecord, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar or clock expression; ``start`` and ``end`` are inclusive."""

    text: str
    start: str | None
    end: str | None
    precision: str
    role: str
    parts: tuple[tuple[str, str], ...]
    span: SpanRecord
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Article:
    """One text and everything found in it."""

    id: str
    source: str
    title: str | None
    published: str | None
    events: tuple[Event, ...]
    persons: tuple[Person, ...]
    institutions: tuple[Institution, ...]
    dates: tuple[Date, ...]
    warnings: tuple[str, ...]
