from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest

from extract.cli import main


def _rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_range_of_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "Konferencja 28-29 listopada 2022 r. w Pile"]) == 0
    (row,) = _rows(capsys)
    assert row["line"] == 1
    assert (row["text"], row["span"]) == ("28-29 listopada 2022 r.", [12, 35])
    assert (row["start"], row["end"], row["precision"]) == ("2022-11-28", "2022-11-29", "day")


def test_the_span_is_the_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Spotkanie odbyło się w czwartek, 14 marca 2019 r."
    assert main(["dates", text]) == 0
    for row in _rows(capsys):
        assert text[slice(*row["span"])] == row["text"]


def test_a_list_of_days_has_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "Warsztaty: 5, 6 i 12 maja 2021 r."]) == 0
    (row,) = _rows(capsys)
    assert row["parts"] == [["2021-05-05", "2021-05-05"], ["2021-05-06", "2021-05-06"], ["2021-05-12", "2021-05-12"]]


def test_published_is_the_reference(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "Zapraszamy 14 maja.", "--published", "2024-05-06"]) == 0
    assert [r["start"] for r in _rows(capsys)] == ["2024-05-14"]


def test_lines_of_standard_input_are_counted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _stdin(monkeypatch, "Gala 4 marca 2021 r.\n\nnic\nFinał 5 marca 2021 r.\n".encode())
    assert main(["dates"]) == 0
    assert [(r["line"], r["start"]) for r in _rows(capsys)] == [(1, "2021-03-04"), (4, "2021-03-05")]


def test_standard_input_in_another_encoding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _stdin(monkeypatch, "Gala odbędzie się w środę, 4 października 2023 r. w Łodzi\n".encode("cp1250"))
    assert main(["dates"]) == 0
    assert _rows(capsys)[0]["text"].startswith("środę")


@pytest.mark.parametrize("command", [["dates"], ["normalize", "--kind", "person"]])
def test_no_input_gives_no_output(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _stdin(monkeypatch, b"")
    assert main(command) == 0
    assert capsys.readouterr() == ("", "")


def test_person_in_the_nominative(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["normalize", "--kind", "person", "Małgorzaty Kowalskiej"]) == 0
    (row,) = _rows(capsys)
    assert row == {
        "line": 1,
        "text": "Małgorzaty Kowalskiej",
        "name": "Małgorzata Kowalska",
        "given_name": "Małgorzata",
        "surname": "Kowalska",
        "gender": "f",
    }


def test_institution_in_the_nominative(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, "\nMuzeum Zegarów w Koninie\n".encode())
    assert main(["normalize", "--kind", "institution"]) == 0
    (row,) = _rows(capsys)
    assert (row["line"], row["name"]) == (2, "Muzeum Zegarów w Koninie")


def test_normalize_needs_a_kind() -> None:
    with pytest.raises(SystemExit) as stop:
        main(["normalize", "Ewy Lis"])
    assert stop.value.code == 2


def test_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Article"
