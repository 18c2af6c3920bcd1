"""What a record says, without where it says it: facts as lines that can be compared and renamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import extract

_QUOTES = str.maketrans(dict.fromkeys('„”“»«"‟', '"'))
_DASHES = str.maketrans(dict.fromkeys("–—−‑", "-"))


def facts(article: extract.Article) -> list[str]:
    """Every fact of the record as one line, sorted: no ids, spans, rules, confidences or order of sessions.

    Quotation marks and dashes inside names and titles are of one kind, and runs of white space are one space.
    """
    return sorted(" ".join(line.translate(_QUOTES).translate(_DASHES).split()) for line in _lines(article))


def _lines(article: extract.Article) -> Iterator[str]:
    record = extract.to_dict(article)
    persons = {p["id"]: p["name"] for p in record["persons"]}
    institutions = {i["id"]: i["name"] for i in record["institutions"]}
    yield _line("article", title=record["title"], published=record["published"])
    for person in record["persons"]:
        yield _line("person", person, "name", "given_name", "surname", "gender")
    for institution in record["institutions"]:
        yield _line("institution", institution, "name", "acronym", "kind", "place")
    for date in record["dates"]:
        yield _line("date", date, "start", "end", "precision", "role")
    for event in record["events"]:
        yield _line("event", event, "kind", "name", "edition", "start_date", "end_date", "venue", "city", "mode")
        yield _line("event", event, "name", "attendance", "status")
        for entry in event["institutions"]:
            yield _line("event institution", entry, "role", institution=institutions[entry["institution_id"]])
        for person in event["people"]:
            yield _appearance(person, "event", persons, institutions)
        for session in event["sessions"]:
            yield _line("session", session, "kind", "title", "date", "start_time", "end_time", "mode")
            for person in session["people"]:
                yield _appearance(person, session["title"] or session["kind"], persons, institutions)
        for award in event["awards"]:
            who = institutions.get(award["institution_id"])
            yield _line(
                "award",
                award,
                "contest",
                "edition",
                "category",
                "place",
                "recipient_kind",
                "recipient",
                institution=who,
            )


def _appearance(person: dict[str, Any], where: str, persons: dict[str, str], institutions: dict[str, str]) -> str:
    who, at = persons[person["person_id"]], institutions.get(person["institution_id"])
    return _line("appearance", person, "role", "title", "position", "unit", person=who, institution=at, where=where)


def _line(what: str, row: dict[str, Any] | None = None, *fields: str, **values: object) -> str:
    told = {**{f: (row or {})[f] for f in fields}, **values}
    return f"{what}: " + "; ".join(f"{key} = {value}" for key, value in told.items() if value is not None)


def renamed(lines: list[str], names: dict[str, str]) -> list[str]:
    """The facts with every key of ``names`` replaced by its value, longest keys first and in one pass."""
    keys = sorted(names, key=len, reverse=True)
    result = []
    for line in lines:
        for number, key in enumerate(keys):
            line = line.replace(key, f"\x00{number}\x00")
        for number, key in enumerate(keys):
            line = line.replace(f"\x00{number}\x00", names[key])
        result.append(line)
    return sorted(result)


def about(lines: list[str], *kinds: str) -> list[str]:
    """The facts of some kinds only, by the word before the colon."""
    return [line for line in lines if line.split(":", 1)[0] in kinds]


__all__ = ["about", "facts", "renamed"]
