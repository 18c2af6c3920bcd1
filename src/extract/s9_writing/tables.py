"""Articles to rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.s8_records import Appearance, Article, Award, Event, EventInstitution, Session, SpanRecord
from extract.s9_writing.linking import Linked, link_institutions, link_persons
from extract.s9_writing.schema import TABLES

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article with the text that its spans count in."""

    article: Article
    text: str


def build_tables(documents: Sequence[Document]) -> dict[str, list[Row]]:
    """The rows of every table of :data:`~extract.s9_writing.schema.TABLES`, in the order of the documents."""
    articles = [d.article for d in documents]
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    for document in documents:
        article = document.article
        tables["articles"].append(_article(article))
        tables["dates"].extend(_dates(article))
        tables["mentions"].extend(_mentions(document))
        for event in article.events:
            _event(article.id, event, tables)
    tables["persons"].extend(_linked(p, "persons") for p in link_persons(articles))
    tables["institutions"].extend(_linked(i, "institutions") for i in link_institutions(articles))
    return tables


def _spans(spans: Sequence[SpanRecord]) -> str:
    return " ".join(f"{s.start}:{s.end}" for s in spans)


def _evidence(fact: Event | Session | Appearance | EventInstitution | Award) -> Row:
    return (_spans(fact.spans), fact.rule, fact.confidence)


def _article(a: Article) -> Row:
    return (a.id, a.source, a.title, a.published, len(a.events), "; ".join(a.warnings) or None)


def _event(article: str, e: Event, tables: dict[str, list[Row]]) -> None:
    place_and_time = (e.start_date, e.end_date, e.venue, e.city, e.mode, e.attendance, e.status)
    tables["events"].append((e.id, article, e.kind, e.name, e.edition, *place_and_time, *_evidence(e)))
    tables["event_institutions"].extend(
        (article, e.id, i.institution_id, i.role, *_evidence(i)) for i in e.institutions
    )
    tables["appearances"].extend(_appearance(article, e.id, None, a) for a in e.people)
    for s in e.sessions:
        hours = (s.date, s.start_time, s.end_time, s.mode)
        tables["sessions"].append((s.id, e.id, article, s.kind, s.title, *hours, *_evidence(s)))
        tables["appearances"].extend(_appearance(article, e.id, s.id, a) for a in s.people)
    tables["awards"].extend(_award(article, e.id, a) for a in e.awards)


def _appearance(article: str, event: str, session: str | None, a: Appearance) -> Row:
    who = (a.person_id, a.role, a.title, a.position, a.unit, a.institution_id)
    return (article, event, session, *who, *_evidence(a))


def _award(article: str, event: str, a: Award) -> Row:
    what = (a.contest, a.edition, a.category, a.place)
    whose = (a.recipient_kind, a.recipient, a.person_id, a.institution_id)
    return (a.id, event, article, *what, *whose, *_evidence(a))


def _dates(article: Article) -> Iterator[Row]:
    for d in article.dates:
        parts = " ".join(f"{start}/{end}" for start, end in d.parts) or None
        yield (article.id, d.text, d.start, d.end, d.precision, d.role, parts, _spans([d.span]), d.rule, d.confidence)


def _mentions(document: Document) -> Iterator[Row]:
    article, text = document.article, document.text
    rows = [(s.start, s.end, "person", p.id) for p in article.persons for s in p.mentions]
    rows += [(s.start, s.end, "institution", i.id) for i in article.institutions for s in i.mentions]
    for start, end, kind, key in sorted(rows):
        yield (article.id, kind, key, start, end, " ".join(text[start:end].split()))


def _linked(entity: Linked, table: str) -> Row:
    cells: dict[str, Cell] = {
        **entity.values,
        TABLES[table][0].name: entity.id,
        "articles": entity.articles,
        "mentions": entity.mentions,
        "rule": entity.rule,
        "confidence": entity.confidence,
        "flag": entity.flag,
    }
    return tuple(cells[column.name] for column in TABLES[table])
