from __future__ import annotations

from dataclasses import replace

from extract.base import Span
from extract.s1_reading import Source
from extract.s4_dates import DateMention, DateRole, Dates, Precision
from extract.s5_entities import EntityKind, EntityMention
from extract.s6_names import Entities, Institution, InstitutionName, Person, PersonName
from extract.s7_frames import AppearanceFact, AwardFact, EventFact, EventInstitutionFact, Facts, SessionFact
from extract.s8_records import Article, assemble

TEXT = "Galę otworzyła Ewa Lis z Muzeum Zegarów."
PERSON = Person(
    0,
    PersonName("Ewa Lis", "Ewa", "Lis", "f", "names.test", 0.6),
    (EntityMention(EntityKind.PERSON, Span(15, 22), "Ewa Lis", "entities.test"),),
)
INSTITUTION = Institution(
    0,
    InstitutionName("Muzeum Zegarów", kind="muzeum", rule="names.test", confidence=0.6),
    (EntityMention(EntityKind.INSTITUTION, Span(25, 39), "Muzeum Zegarów", "entities.test"),),
)
ENTITIES = Entities((PERSON,), (INSTITUTION,))
OPENER = AppearanceFact(0, "opener", (Span(0, 22),), "frames.test", 0.8, institution=0)
EVENT = EventFact("gala", None, (Span(0, 4),), "event.test", 0.9, people=(OPENER,))


def _article(
    event: EventFact = EVENT, *, dates: Dates | None = None, entities: Entities = ENTITIES, least: float = 0.0
) -> Article:
    facts = Facts("Gala", None, (event,))
    return assemble(Source("gala.txt", TEXT), dates or Dates(()), entities, facts, min_confidence=least)


def _date(start: str | None, end: str | None, precision: Precision) -> Dates:
    return Dates((DateMention(Span(0, 4), "Galę", start, end, precision, DateRole.EVENT, rule="dates.test"),))


def test_references_are_ids_of_the_records() -> None:
    article = _article()
    (appearance,) = article.events[0].people
    assert appearance.person_id == article.persons[0].id
    assert appearance.institution_id == article.institutions[0].id
    assert article.persons[0].id.startswith("p-ewa-lis-")


def test_ids_of_events_and_their_parts_come_from_the_article() -> None:
    session = SessionFact("lecture", "O czasie", (Span(0, 4),), "session.test")
    award = AwardFact("Ewa Lis", "person", (Span(15, 22),), "award.test", person=0)
    article = _article(replace(EVENT, sessions=(session,), awards=(award,)))
    event = article.events[0]
    assert event.id == f"{article.id}-e1"
    assert event.sessions[0].id == f"{article.id}-e1-s1"
    assert event.awards[0].id == f"{article.id}-e1-w1"


def test_article_id_is_derived_from_the_text_alone() -> None:
    there = assemble(Source("other.txt", TEXT), Dates(()), ENTITIES, Facts(None, None, ()))
    assert there.id == _article().id


def test_facts_below_the_threshold_are_left_out_with_all_they_hold() -> None:
    assert _article(least=0.85).events[0].people == ()
    assert _article(least=0.95).events == ()


def test_an_unsure_entity_stays_while_a_fact_refers_to_it() -> None:
    kept = _article(least=0.7)
    assert [p.name for p in kept.persons] == ["Ewa Lis"]
    assert [i.name for i in kept.institutions] == ["Muzeum Zegarów"]
    dropped = _article(least=0.85)
    assert dropped.persons == ()
    assert dropped.institutions == ()


def test_institution_roles_and_awards_keep_their_institutions() -> None:
    role = EventInstitutionFact(0, "organizer", (Span(25, 39),), "event.test", 0.9)
    article = _article(replace(EVENT, people=(), institutions=(role,)), least=0.85)
    assert [i.name for i in article.institutions] == ["Muzeum Zegarów"]
    assert article.persons == ()


def test_hours_alone_are_no_row_of_dates() -> None:
    assert _article(dates=_date("T10:00", "T10:00", Precision.TIME)).dates == ()
    assert _article(dates=_date(None, None, Precision.TIME)).dates == ()


def test_of_a_day_with_an_hour_the_day_is_a_row_of_dates() -> None:
    (date,) = _article(dates=_date("2021-03-04T10:00", None, Precision.TIME)).dates
    assert (date.start, date.end, date.precision) == ("2021-03-04", "2021-03-04", "day")


def test_an_unresolved_day_is_kept_with_null() -> None:
    (date,) = _article(dates=_date(None, None, Precision.DAY)).dates
    assert (date.start, date.end) == (None, None)


def test_warnings_of_all_stages_once_each() -> None:
    article = assemble(
        Source("x", TEXT, warnings=("read badly",)),
        Dates((), warnings=("no year",)),
        ENTITIES,
        Facts(None, None, (), warnings=("no year", "two readings")),
    )
    assert article.warnings == ("read badly", "no year", "two readings")
