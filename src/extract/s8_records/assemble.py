"""Facts to records: stable ids, references, order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from extract.base import Span
from extract.s1_reading import Source
from extract.s4_dates import DateMention, Dates, Precision
from extract.s6_names import Entities
from extract.s6_names import Institution as InstitutionEntity
from extract.s6_names import Person as PersonEntity
from extract.s7_frames import AppearanceFact, AwardFact, EventFact, EventInstitutionFact, Facts, SessionFact
from extract.s8_records.evidence import in_text_as_read
from extract.s8_records.ids import digest, name_ids
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


def assemble(
    source: Source,
    dates: Dates,
    entities: Entities,
    facts: Facts,
    *,
    min_confidence: float = 0.0,
    warnings: Iterable[str] = (),
) -> Article:
    """The record of one article.

    Ids: an article's is derived from its text alone; a person's and an institution's from its normalised name, so that
    the same name has the same id in every article; those of events, sessions and awards from the article's and their
    position.

    Args:
        min_confidence: facts below it are left out, and with a fact whatever lies in it. A person or an institution
            stays as long as a fact refers to it.
    """
    article_id = f"a-{digest(source.text)}"
    names = _Names(
        name_ids("p", ((p.key, p.name.name) for p in entities.persons), article_id),
        name_ids("i", ((i.key, i.name.name) for i in entities.institutions), article_id),
        min_confidence,
    )
    sure = names.sure
    events = tuple(_event(f"{article_id}-e{n}", e, names) for n, e in enumerate(sure(facts.events), 1))
    used = frozenset(_references(events))
    persons = (_person(names.persons[p.key], p) for p in entities.persons)
    institutions = (_institution(names.institutions[i.key], i) for i in entities.institutions)
    article = Article(
        id=article_id,
        source=source.name,
        title=facts.title,
        published=dates.published,
        events=events,
        persons=tuple(p for p in persons if p.id in used or p.confidence >= min_confidence),
        institutions=tuple(i for i in institutions if i.id in used or i.confidence >= min_confidence),
        dates=tuple(d for m in sure(dates.mentions) if not m.present for d in _date(m)),
        warnings=tuple(dict.fromkeys([*source.warnings, *dates.warnings, *facts.warnings, *warnings])),
    )
    return in_text_as_read(article, source)


class _Fact(Protocol):
    @property
    def confidence(self) -> float: ...


_F = TypeVar("_F", bound=_Fact)


@dataclass(frozen=True, slots=True)
class _Names:
    """Ids by the keys of the entities, and the threshold under which facts are left out."""

    persons: Mapping[int, str]
    institutions: Mapping[int, str]
    min_confidence: float

    def sure(self, facts: Iterable[_F]) -> Iterator[_F]:
        return (f for f in facts if f.confidence >= self.min_confidence)

    def institution(self, key: int | None) -> str | None:
        return None if key is None else self.institutions[key]


def _references(events: Iterable[Event]) -> Iterator[str]:
    for event in events:
        yield from (i.institution_id for i in event.institutions)
        rows: list[Appearance | Award] = [*event.people, *event.awards]
        rows += (a for s in event.sessions for a in s.people)
        for row in rows:
            yield from (i for i in (row.person_id, row.institution_id) if i is not None)


def _spans(spans: Iterable[Span]) -> tuple[SpanRecord, ...]:
    return tuple(SpanRecord(*s) for s in sorted(set(spans)))


def _common(fact: Any) -> dict[str, Any]:
    return {"spans": _spans(fact.spans), "rule": fact.rule, "confidence": round(fact.confidence, 3)}


def _appearances(facts: Iterable[AppearanceFact], names: _Names) -> tuple[Appearance, ...]:
    return tuple(
        Appearance(
            person_id=names.persons[f.person],
            role=f.role,  # type: ignore[arg-type]
            title=f.title,
            position=f.position,
            unit=f.unit,
            institution_id=names.institution(f.institution),
            **_common(f),
        )
        for f in names.sure(facts)
    )


def _session(key: str, fact: SessionFact, names: _Names) -> Session:
    return Session(
        id=key,
        kind=fact.kind,  # type: ignore[arg-type]
        title=fact.title,
        date=fact.date,
        start_time=fact.start_time,
        end_time=fact.end_time,
        mode=fact.mode,  # type: ignore[arg-type]
        people=_appearances(fact.people, names),
        **_common(fact),
    )


def _award(key: str, fact: AwardFact, names: _Names) -> Award:
    return Award(
        id=key,
        contest=fact.contest,
        edition=fact.edition,
        category=fact.category,
        place=fact.place,
        recipient_kind=fact.recipient_kind,  # type: ignore[arg-type]
        recipient=fact.recipient,
        person_id=None if fact.person is None else names.persons[fact.person],
        institution_id=names.institution(fact.institution),
        **_common(fact),
    )


def _role(fact: EventInstitutionFact, names: _Names) -> EventInstitution:
    return EventInstitution(
        institution_id=names.institutions[fact.institution],
        role=fact.role,  # type: ignore[arg-type]
        **_common(fact),
    )


def _event(key: str, fact: EventFact, names: _Names) -> Event:
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
        institutions=tuple(_role(i, names) for i in names.sure(fact.institutions)),
        people=_appearances(fact.people, names),
        sessions=tuple(_session(f"{key}-s{n}", s, names) for n, s in enumerate(names.sure(fact.sessions), 1)),
        awards=tuple(_award(f"{key}-w{n}", a, names) for n, a in enumerate(names.sure(fact.awards), 1)),
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


def _date(mention: DateMention) -> Iterator[Date]:
    """The record of a calendar expression; hours alone are no date, and of a day with an hour the day is."""
    start, end, precision = mention.start, mention.end, mention.precision.value
    if mention.precision is Precision.TIME:
        if start is None or start.startswith("T"):
            return
        start, end, precision = start[:10], (end or start)[:10], Precision.DAY.value
    yield Date(
        text=mention.text,
        start=start,
        end=end,
        precision=precision,
        role=mention.role.value,
        parts=mention.parts,
        span=SpanRecord(*mention.span),
        rule=mention.rule,
        confidence=round(mention.confidence, 3),
    )
