from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extract.cli import main
from extract.evaluation.diff import diff, diff_with_gold
from extract.evaluation.views import article_view, gold_view

from .test_score import article, gold


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A gold folder and a dataset that misses one person."""
    facts, out = tmp_path / "gold", tmp_path / "out"
    facts.mkdir()
    out.mkdir()
    (facts / "gala.json").write_text(json.dumps(gold()), "utf-8")
    a = article()
    a["persons"].pop()
    (out / "articles.jsonl").write_text(json.dumps(a) + "\n", "utf-8")
    return facts, out


def _view(**changes: Any) -> Any:
    return {"gala": article_view(article() | changes)}


def test_evaluate(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    facts, out = folders
    assert main(["evaluate", str(facts), str(out), "--misses", "--by-rule", "--calibration"]) == 0
    shown = capsys.readouterr().out
    assert "persons              gala: missed 'Anna Zięba'" in shown
    assert "1 articles, 0 without a prediction" in shown
    assert "persons              0.800" in shown
    assert "test.rule" in shown
    assert "0.9 – 1.0" in shown


def test_minimum(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    facts, out = map(str, folders)
    assert main(["evaluate", facts, out, "--min", "persons=0.8", "--min", "ALL micro=0.9"]) == 0
    assert main(["evaluate", facts, out, "--min", "persons=0.81"]) == 1
    assert "short of: persons=0.81" in capsys.readouterr().out
    assert main(["evaluate", facts, out, "--min", "no.such.group=0.1"]) == 1
    assert main(["evaluate", facts, out, "--min", "persons"]) == 2


def test_json_has_all_figures(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    facts, out = map(str, folders)
    assert main(["evaluate", facts, out, "--json"]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["groups"]["persons"] | {"low": 0, "high": 0} == {
        "f1": 0.8,
        "precision": 1.0,
        "recall": 0.6667,
        "low": 0,
        "high": 0,
        "right": 2,
        "wrong": 0,
        "missed": 1,
    }
    assert page["rules"][0]["rule"] == "test.rule"
    assert page["calibration"][0]["share"] == 1.0


@pytest.mark.parametrize("form", ["jsonl", "array", "folder", "dataset"])
def test_every_form_of_a_dataset_is_read(form: str, folders: tuple[Path, Path], tmp_path: Path) -> None:
    facts, out = folders
    page = json.dumps(article())
    if form == "jsonl":
        out = tmp_path / "a.jsonl"
        out.write_text(page + "\n", "utf-8")
    elif form == "array":
        out = tmp_path / "a.json"
        out.write_text(f"[{page}]", "utf-8")
    elif form == "folder":
        out = tmp_path / "folder"
        out.mkdir()
        (out / "gala.json").write_text(page, "utf-8")
    assert main(["evaluate", str(facts), str(out), "--min", "ALL micro=0.9"]) == 0


def test_what_is_no_dataset_is_wrong_usage(folders: tuple[Path, Path], tmp_path: Path) -> None:
    facts, out = map(str, folders)
    (tmp_path / "bad.jsonl").write_text("{", "utf-8")
    for arguments in ([facts, "gone"], [out, out], [facts, str(tmp_path / "bad.jsonl")]):
        assert main(["evaluate", *arguments]) == 2


def test_equal_datasets_have_no_difference(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(folders[1]), str(folders[1])]) == 0
    assert capsys.readouterr().out == "no difference\n"


def test_gained_lost_and_changed() -> None:
    new = article()
    new["events"][0] |= {"city": "Piła", "awards": []}
    new["institutions"].append({"id": "i-2", "name": "Klub", "rule": "names.club", "confidence": 1.0})
    changes = [(c.kind, c.group, c.text, c.rule) for c in diff(_view(), {"gala": article_view(new)})]
    assert changes == [
        ("gained", "institutions", "gala: 'Klub'", "names.club"),
        ("changed", "event.city", "gala city: 'Konin' -> 'Piła'", "test.rule"),
        ("lost", "awards", "gala [Anna Zięba]", None),
    ]


def test_an_article_that_only_one_has() -> None:
    kinds = {c.kind for c in diff(_view(), {})}
    assert kinds == {"lost"}


def test_against_gold_a_change_is_mended_or_broken() -> None:
    old, new = article(), article()
    old["published"] = None
    new["events"][0]["city"] = "Piła"
    changes = diff_with_gold({"gala": gold_view(gold())}, {"gala": article_view(old)}, {"gala": article_view(new)})
    assert [(c.kind, c.group) for c in changes] == [("mended", "published"), ("broken", "event.city")]


def test_diff_as_json(folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new.jsonl").write_text(json.dumps(article()) + "\n", "utf-8")
    assert main(["diff", str(folders[1]), str(tmp_path / "new.jsonl"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "kind": "gained",
        "group": "persons",
        "text": "gala: 'Anna Zięba'",
        "rule": "test.rule",
    }
