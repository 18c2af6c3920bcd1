"""Gold files and articles in one shape: ids replaced by names, facts with the rule that made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extract.evaluation.compare import Value, combined

EVENT_FIELDS = ("kind", "name", "edition", "start_date", "end_date", "venue", "city", "mode", "attendance")
SESSION_FIELDS = ("kind", "date", "start_time", "end_time", "mode")
PERSON_FIELDS = ("title", "position", "unit", "institution")
AWARD_FIELDS = ("contest", "category", "edition", "recipient_kind", "institution")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who says so, and how surely."""

    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Label:
    """A value in a set, such as the name of a person."""

    text: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person in a role."""

    person: str
    role: Value
    fields: Mapping[str, Value]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session."""

    title: Value
    fields: Mapping[str, Value]
    people: tuple[PersonView, ...]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class AwardView:
    """An award with a recipient."""

    recipient: Value
    fields: Mapping[str, Value]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event."""

    fields: Mapping[str, Value]
    status: Value
    institutions: tuple[Label, ...]
    people: tuple[PersonView, ...]
    sessions: tuple[SessionView, ...]
    awards: tuple[AwardView, ...]
    evidence: Evidence | None

    @property
    def everyone(self) -> list[PersonView]:
        """The people of the event and of its sessions."""
        return [*self.people, *(p for s in self.sessions for p in s.people)]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All facts of one article. Optional ones are neither missed nor wrong."""

    published: Value = None
    events: tuple[EventView, ...] = ()
    persons: tuple[Label, ...] = ()
    institutions: tuple[Label, ...] = ()
    dates: tuple[Label, ...] = ()
    optional_persons: tuple[Label, ...] = ()
    optional_institutions: tuple[Label, ...] = ()
    optional_dates: tuple[Label, ...] = ()


def gold_view(gold: Mapping[str, Any]) -> ArticleView:
    """A gold file: names stand where an Article has ids."""
    return ArticleView(
        published=_value(gold.get("published")),
        events=tuple(_event(e) for e in gold.get("events") or ()),
        persons=_labels(gold.get("persons")),
        institutions=_labels(gold.get("institutions")),
        dates=_dates(gold.get("dates")),
        optional_persons=_labels(gold.get("persons_optional")),
        optional_institutions=_labels(gold.get("institutions_optional")),
        optional_dates=_dates(gold.get("dates_optional")),
    )


def article_view(article: Mapping[str, Any]) -> ArticleView:
    """An Article as JSON."""
    persons, institutions = article.get("persons") or (), article.get("institutions") or ()
    names = {row["id"]: row.get("name") for row in (*persons, *institutions)}
    return ArticleView(
        published=_value(article.get("published")),
        events=tuple(_event(_named(e, names)) for e in article.get("events") or ()),
        persons=tuple(Label(p["name"], _evidence(p)) for p in persons),
        institutions=tuple(Label(i["name"], _evidence(i)) for i in institutions),
        dates=_dates(article.get("dates")),
    )


def _named(event: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    """The event with the names of persons and institutions in place of their ids."""

    def people(rows: Any) -> list[dict[str, Any]]:
        return [
            {**r, "person": names.get(r.get("person_id")), "institution": names.get(r.get("institution_id"))}
            for r in rows or ()
        ]

    return {
        **event,
        "people": people(event.get("people")),
        "institutions": [{**r, "name": names.get(r.get("institution_id"))} for r in event.get("institutions") or ()],
        "sessions": [{**s, "people": people(s.get("people"))} for s in event.get("sessions") or ()],
        "awards": [
            {**a, "institution": names.get(a.get("institution_id")) if a.get("recipient_kind") == "person" else None}
            for a in event.get("awards") or ()
        ],
    }


def _event(row: Mapping[str, Any]) -> EventView:
    return EventView(
        fields=_fields(row, EVENT_FIELDS),
        status=_value(row.get("status")),
        institutions=tuple(
            Label(combined(i.get("role"), i.get("name")), _evidence(i)) for i in row.get("institutions") or ()
        ),
        people=_people(row.get("people")),
        sessions=tuple(
            SessionView(_value(s.get("title")), _fields(s, SESSION_FIELDS), _people(s.get("people")), _evidence(s))
            for s in row.get("sessions") or ()
        ),
        awards=tuple(
            AwardView(a["recipient"], _fields(a, AWARD_FIELDS), _evidence(a))
            for a in row.get("awards") or ()
            if a.get("recipient")
        ),
        evidence=_evidence(row),
    )


def _people(rows: Iterable[Mapping[str, Any]] | None) -> tuple[PersonView, ...]:
    return tuple(
        PersonView(r["person"], _value(r.get("role")), _fields(r, PERSON_FIELDS), _evidence(r))
        for r in rows or ()
        if r.get("person")
    )


def _fields(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Value]:
    return {name: _value(row.get(name)) for name in names}


def _value(value: Any) -> Value:
    return None if value == "" else value


def _evidence(row: Mapping[str, Any]) -> Evidence | None:
    return Evidence(row["rule"], row.get("confidence", 1.0)) if "rule" in row else None


def _labels(names: Iterable[str] | None) -> tuple[Label, ...]:
    return tuple(Label(name) for name in names or ())


def _dates(rows: Iterable[Mapping[str, Any]] | None) -> tuple[Label, ...]:
    """Each stretch of days once, in order."""
    found: dict[str, Label] = {}
    for row in rows or ():
        if row.get("start"):
            text = f"{row['start']}..{row.get('end')}"
            found.setdefault(text, Label(text, _evidence(row)))
    return tuple(found[text] for text in sorted(found))
