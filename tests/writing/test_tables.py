from __future__ import annotations

from extract.s9_writing import TABLES, Document, build_tables

from .articles import TEXT, article, document


def _row(table: str, number: int = 0) -> dict[str, object]:
    rows = build_tables([document()])[table]
    return dict(zip([c.name for c in TABLES[table]], rows[number], strict=True))


def test_every_row_has_a_cell_for_every_column() -> None:
    tables = build_tables([document()])
    assert list(tables) == list(TABLES)
    assert all(len(row) == len(TABLES[name]) for name, rows in tables.items() for row in rows)
    assert all(rows for rows in tables.values())


def test_event_row() -> None:
    assert _row("events") == {
        "event_id": "a-1-e1",
        "article_id": "a-1",
        "kind": "gala",
        "name": "Gala Zegarów",
        "edition": None,
        "start_date": "2021-03-04",
        "end_date": "2021-03-04",
        "venue": None,
        "city": None,
        "mode": None,
        "attendance": 100,
        "status": "held",
        "spans": "0:12",
        "rule": "event.test",
        "confidence": 0.9,
    }


def test_appearances_of_the_event_have_no_session() -> None:
    assert _row("appearances", 0)["session_id"] is None
    assert _row("appearances", 1)["session_id"] == "a-1-e1-s1"
    assert _row("appearances", 1)["position"] == "Dyrektorka"


def test_spans_are_joined_by_a_space() -> None:
    assert _row("event_institutions")["spans"] == "0:4 47:61"


def test_days_of_a_list_are_intervals() -> None:
    assert _row("dates")["parts"] == "2021-03-04/2021-03-04 2021-03-06/2021-03-07"


def test_mentions_are_in_the_order_of_the_text_with_their_evidence() -> None:
    first, second = _row("mentions", 0), _row("mentions", 1)
    assert (first["entity_kind"], first["entity_id"], first["text"]) == ("person", "p-ewa-lis", "Ewa Lis")
    assert (second["entity_kind"], second["text"]) == ("institution", "Muzeum Zegarów")
    assert TEXT[first["start"] : first["end"]] == "Ewa Lis"  # type: ignore[misc]


def test_warnings_are_one_cell() -> None:
    rows = build_tables([Document(article(warnings=("no year", "cut off")), TEXT)])["articles"]
    assert rows[0][-1] == "no year; cut off"


def test_every_reference_has_its_row() -> None:
    tables = build_tables([document("a-1"), document("a-2", "inna.txt")])
    ids = {name: {row[0] for row in tables[name]} for name in ("articles", "events", "sessions")}
    ids |= {name: {row[0] for row in tables[name]} for name in ("persons", "institutions")}
    keys = {
        "article_id": "articles",
        "event_id": "events",
        "session_id": "sessions",
        "person_id": "persons",
        "institution_id": "institutions",
    }
    for name, rows in tables.items():
        for row in rows:
            cells = dict(zip([c.name for c in TABLES[name]], row, strict=True))
            for column, target in keys.items():
                assert cells.get(column) is None or cells[column] in ids[target], (name, column)
