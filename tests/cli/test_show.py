from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from extract.cli import main

TEXT = """Woda dla wsi

W dniu 4 marca 2021 r. w Koninie odbyła się konferencja „Woda [dla] wsi”.
Otworzyła ją Ewa Kowalska, dyrektorka Muzeum Zegarów w Koninie.
"""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "woda.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_tables_without_colours_when_piped(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(release)]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert shown.startswith("Woda dla wsi\nwoda.txt · published –")
    assert "Ewa Kowalska" in shown
    assert "konferencja" in shown
    assert "2021-03-04" in shown


def test_brackets_in_a_name_are_no_markup(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(release)])
    assert "Woda [dla] wsi" in capsys.readouterr().out


def test_json_is_the_article(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(release), "--json"]) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["source"] == "woda.txt"
    assert article["events"][0]["start_date"] == "2021-03-04"


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["show", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["source"] == "standard input"


def test_a_file_that_cannot_be_read_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(tmp_path / "gone.txt")]) == 1
    assert "gone.txt" in capsys.readouterr().err


def test_every_sample_can_be_shown(raw: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    for path in raw:
        assert main(["show", str(path)]) == 0
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 120
