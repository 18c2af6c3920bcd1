from __future__ import annotations

from pathlib import Path

import pytest

from extract.base import RuleBook
from extract.cli import main


def test_list_has_one_line_a_rule(rules: RuleBook, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in rules]
    first = next(iter(rules))
    assert f"rules/{first.file}:{first.line}" in lines[0]


def test_list_of_one_folder(rules: RuleBook, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list", "dates/"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(rules.of("dates/")) > 0


def test_show_has_meaning_examples_and_payload(rules: RuleBook, capsys: pytest.CaptureFixture[str]) -> None:
    rule = next(r for r in rules if r.positive and r.data)
    assert main(["rules", "show", rule.id]) == 0
    shown = capsys.readouterr().out
    assert rule.meaning in shown
    assert f"positive: {rule.positive[0]!r}" in shown
    assert next(iter(rule.data)) in shown


def test_try(rules: RuleBook, capsys: pytest.CaptureFixture[str]) -> None:
    rule = next(iter(rules.of("dates/")))
    assert main(["rules", "try", rule.id, rule.positive[0]]) == 0
    assert main(["rules", "try", rule.id, rule.negative[0]]) == 1
    assert "decides nothing in this text" in capsys.readouterr().out


def test_unknown_rule_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "no.such.rule"]) == 2
    assert "extract rules list" in capsys.readouterr().err


def test_check_of_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", "dates/"]) == 0
    assert "0 broken, 0 rules without examples" in capsys.readouterr().out


def test_a_malformed_file_is_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "topic.toml").write_text('[[rule]]\nid = "a"\n', "utf-8")
    assert main(["rules", "check", "--rules", str(tmp_path)]) == 2
    assert "rules/topic.toml:2" in capsys.readouterr().err
