"""Facts to records: stable ids, references, order."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from typing import Any

from extract.base import Span
from extract.s1_reading import Source
from extract.s4_dates import DateMention, Dates
from extract.s6_names import Entities
from extract.s6_names import Institution as InstitutionEntity
from extract.s6_names import Person as PersonEntity
from extract.s7_frames import AppearanceFact, AwardFact, EventFact, EventInstitutionFact, Facts, SessionFact
from extract.s8_records.model import (
    Appearance,
    Article,
    Award,
    Date,
    Event,
    EventInstitution,
    Institution,
    Person,
    Session,
    SpanRecord,
)


def slug(text: str) -> str:
    """ASCII, lower case, words joined by hyphens; Polish letters lose their marks."""
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L")).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in plain.lower()).split()) or "x"


def digest(*parts: object) -> str:
    """Twelve hexadecimal digits of SHA-256 over the parts: the same on any machine."""
    return hashlib.sha256("\x1f".join(str(p) for p in parts).encode()).hexdigest()[:12]


def assemble(source: Source, dates: Dates, entities: Entities, facts: Facts, *, warnings: Iterable[str] = ()) -> Article:
    """The record of one article.

    Ids: an article's is derived from its text alone; a person's and an institution's from its normalised name, so that the
    same name has the same id in every article; those of events, sessions and awards from the article's and their position.
    """
    article_id = f"a-{digest(source.text)}"
    persons = {p.key: f"p-{slug(p.name.name)}" for p in entities.persons}
    institutions = {i.key: f"i-{slug(i.name.name)}" for i in entities.institutions}
    return Article(
        id=article_id,
        source=source.name,
        title=facts.title,
        published=dates.published,
        events=tuple(
            _event(f"{article_id}-e{n}", e, persons, institutions) for n, e in enumerate(facts.events, 1)
        ),
        persons=tuple(_person(persons[p.key], p) for p in entities.persons),
        institutions=tuple(_institution(institutions[i.key], i) for i in entities.institutions),
        dates=tuple(_date(d) for d in dates.mentions),
        warnings=tuple(dict.fromkeys([*source.warnings, *dates.warnings, *facts.warnings, *warnings])),
    )


def _spans(spans: Iterable[Span]) -> tuple[SpanRecord, ...]:
    return tuple(SpanRecord(*s) for s in sorted(set(spans)))


def _common(fact: Any) -> dict[str, Any]:
    return {"spans": _spans(fact.spans), "rule": fact.rule, "confidence": round(fact.confidence, 3)}


def _appearances(
    facts: Iterable[AppearanceFact], persons: dict[int, str], institutions: dict[int, str]
) -> tuple[Appearance, ...]:
    return tuple(
        Appearance(
            person_id=persons[f.person],
            role=f.role,  # type: ignore[arg-type]
            title=f.title,
            position=f.position,
            unit=f.unit,
            institution_id=None if f.institution is None else institutions[f.institution],
            **_common(f),
        )
        for f in facts
    )


def _session(key: str, fact: SessionFact, persons: dict[int, str], institutions: dict[int, str]) -> Session:
    return Session(
        id=key,
        kind=fact.kind,  # type: ignore[arg-type]
        title=fact.title,
        date=fact.date,
        start_time=fact.start_time,
        end_time=fact.end_time,
        mode=fact.mode,  # type: ignore[arg-type]
        people=_appearances(fact.people, persons, institutions),
        **_common(fact),
    )


def _award(key: str, fact: AwardFact, persons: dict[int, str], institutions: dict[int, str]) -> Award:
    return Award(
        id=key,
        contest=fact.contest,
        edition=fact.edition,
        category=fact.category,
        place=fact.place,
        recipient_kind=fact.recipient_kind,  # type: ignore[arg-type]
        recipient=fact.recipient,
        person_id=None if fact.person is None else persons[fact.person],
        institution_id=None if fact.institution is None else institutions[fact.institution],
        **_common(fact),
    )


def _role(fact: EventInstitutionFact, institutions: dict[int, str]) -> EventInstitution:
    return EventInstitution(
        institution_id=institutions[fact.institution],
        role=fact.role,  # type: ignore[arg-type]
        **_common(fact),
    )


def _event(key: str, fact: EventFact, persons: dict[int, str], institutions: dict[int, str]) -> Event:
    return Event(
        id=key,
        kind=fact.kind,  # type: ignore[arg-type]
        name=fact.name,
        edition=fact.edition,
        start_date=fact.start_date,
        end_date=fact.end_date,
        venue=fact.venue,
        city=fact.city,
        mode=fact.mode,  # type: ignore[arg-type]
        attendance=fact.attendance,
        status=fact.status,  # type: ignore[arg-type]
        institutions=tuple(_role(i, institutions) for i in fact.institutions),
        people=_appearances(fact.people, persons, institutions),
        sessions=tuple(_session(f"{key}-s{n}", s, persons, institutions) for n, s in enumerate(fact.sessions, 1)),
        awards=tuple(_award(f"{key}-w{n}", a, persons, institutions) for n, a in enumerate(fact.awards, 1)),
        **_common(fact),
    )


def _person(key: str, person: PersonEntity) -> Person:
    name = person.name
    return Person(
        id=key,
        name=name.name,
        given_name=name.given_name,
        surname=name.surname,
        gender=name.gender,  # type: ignore[arg-type]
        mentions=_spans(m.span for m in person.mentions),
        rule=name.rule,
        confidence=round(name.confidence, 3),
    )


def _institution(key: str, institution: InstitutionEntity) -> Institution:
    name = institution.name
    return Institution(
        id=key,
        name=name.name,
        acronym=name.acronym,
        kind=name.kind,
        place=name.place,
        parent=name.parent,
        mentions=_spans(m.span for m in institution.mentions),
        rule=name.rule,
        confidence=round(name.confidence, 3),
    )


def _date(mention: DateMention) -> Date:
    return Date(
        text=mention.text,
        start=mention.start,
        end=mention.end,
        precision=mention.precision.value,
        role=mention.role.value,
        parts=mention.parts,
        span=SpanRecord(*mention.span),
        rule=mention.rule,
        confidence=round(mention.confidence, 3),
    )
