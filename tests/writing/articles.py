"""Small invented articles."""

from __future__ import annotations

from extract.s8_records import (
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
from extract.s9_writing import Document

TEXT = "Gala Zegarów. Otworzyła ją Ewa Lis, dyrektorka Muzeum Zegarów. 4 marca 2021"
SPAN = (SpanRecord(0, 12),)


def person(key: str = "p-ewa-lis", *, gender: str | None = "f", confidence: float = 0.9) -> Person:
    return Person(key, "Ewa Lis", "Ewa", "Lis", gender, (SpanRecord(27, 34),), "names.test", confidence)  # type: ignore[arg-type]


def institution(key: str = "i-muzeum", *, place: str | None = None, confidence: float = 0.9) -> Institution:
    mentions = (SpanRecord(47, 61),)
    return Institution(key, "Muzeum Zegarów", None, "muzeum", place, None, mentions, "names.test", confidence)


def appearance(person_id: str = "p-ewa-lis", institution_id: str | None = "i-muzeum") -> Appearance:
    return Appearance(person_id, "opener", None, "Dyrektorka", None, institution_id, SPAN, "frames.test", 0.8)


def event(article_id: str, *people: Appearance) -> Event:
    key = f"{article_id}-e1"
    session = Session(
        f"{key}-s1",
        "lecture",
        "O czasie",
        "2021-03-04",
        "10:00",
        None,
        None,
        (appearance(),),
        SPAN,
        "session.test",
        0.7,
    )
    award = Award(
        f"{key}-w1",
        "Zegar Roku",
        3,
        "I miejsce",
        1,
        "person",
        "Ewa Lis",
        "p-ewa-lis",
        "i-muzeum",
        SPAN,
        "award.test",
        0.6,
    )
    return Event(
        key, "gala", "Gala Zegarów", None, "2021-03-04", "2021-03-04", None, None, None, 100, "held",
        (EventInstitution("i-muzeum", "organizer", (SpanRecord(0, 4), SpanRecord(47, 61)), "event.test", 0.9),),
        people, (session,), (award,), SPAN, "event.test", 0.9,
    )  # fmt: skip


def article(
    key: str = "a-1",
    source: str = "gala.txt",
    *,
    persons: tuple[Person, ...] | None = None,
    institutions: tuple[Institution, ...] | None = None,
    people: tuple[Appearance, ...] | None = None,
    warnings: tuple[str, ...] = (),
) -> Article:
    parts = (("2021-03-04", "2021-03-04"), ("2021-03-06", "2021-03-07"))
    day = Date("4 marca 2021", "2021-03-04", "2021-03-07", "day", "event", parts, SpanRecord(63, 75), "dates.test", 1.0)
    return Article(
        key,
        source,
        "Gala Zegarów",
        None,
        (event(key, *((appearance(),) if people is None else people)),),
        (person(),) if persons is None else persons,
        (institution(),) if institutions is None else institutions,
        (day,),
        warnings,
    )


def document(key: str = "a-1", source: str = "gala.txt") -> Document:
    return Document(article(key, source), TEXT)
