from __future__ import annotations

from pathlib import Path

import pytest

from extract.base import RuleBook, RuleError, load_rules
from extract.evaluation.examples import broken_examples, select, unexampled
from extract.pipeline import Stages

RULE = """
[[rule]]
id = "{id}"
meaning = "A test."
positive = ["Otwarcie parku"]
negative = []
words = ["park"]
"""


def _book(tmp_path: Path, text: str) -> RuleBook:
    (tmp_path / "stage").mkdir(exist_ok=True)
    (tmp_path / "stage" / "topic.toml").write_text(text, "utf-8")
    return load_rules(tmp_path)


def test_error_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"rules/stage/topic\.toml:9: a rule needs an id"):
        _book(tmp_path, RULE.format(id="a.b").rstrip() + '\n[[rule]]\nid = "Not an id"\nmeaning = "x"\n')


def test_rule_without_id_is_located_by_its_header(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"rules/stage/topic\.toml:8: a rule needs an id"):
        _book(tmp_path, RULE.format(id="a.b").rstrip() + '\n[[rule]]\nmeaning = "x"\n' + RULE.format(id="c"))


def test_repeated_id_names_both_places(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"topic\.toml:10: id 'a\.b' is also in stage/topic\.toml:3"):
        _book(tmp_path, RULE.format(id="a.b") + RULE.format(id="a.b"))


def test_unclosed_toml_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"rules/stage/topic\.toml: not TOML"):
        _book(tmp_path, "[[rule]\n")


def test_examples_are_a_list_of_texts(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"topic\.toml:3: 'positive' is a list of example texts"):
        _book(tmp_path, RULE.format(id="a").replace('["Otwarcie parku"]', '"Otwarcie parku"'))


def test_no_meaning(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="needs a meaning"):
        _book(tmp_path, '[[rule]]\nid = "a"\n')


def test_missing_list_file(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"no list file towns\.txt"):
        _book(tmp_path, RULE.format(id="a") + 'towns_file = "towns.txt"\n')


def test_list_file_has_one_entry_a_line_and_comments(tmp_path: Path) -> None:
    (tmp_path / "stage").mkdir()
    (tmp_path / "stage" / "towns.txt").write_text("# towns\nŁomża\n\nKoło  # and a remark\n", "utf-8")
    book = _book(tmp_path, RULE.format(id="a") + 'towns_file = "towns.txt"\n')
    assert book["a"].words("towns") == ("Łomża", "Koło")


def test_no_folder_says_which_option_helps(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="--rules DIR"):
        load_rules(tmp_path / "nowhere")


def test_unknown_rule_points_at_the_list(rules: RuleBook) -> None:
    with pytest.raises(RuleError, match="extract rules list"):
        rules["no.such.rule"]


def test_select_by_id_file_and_folder(tmp_path: Path) -> None:
    book = _book(tmp_path, RULE.format(id="a") + RULE.format(id="b"))
    assert [r.id for r in select(book, ["b"])] == ["b"]
    assert [r.id for r in select(book, ["stage/", "a"])] == ["a", "b"]
    assert [r.id for r in select(book, [])] == ["a", "b"]
    with pytest.raises(RuleError, match="'c'"):
        select(book, ["c"])


def test_rules_without_examples_are_named(tmp_path: Path) -> None:
    assert [r.id for r in unexampled(_book(tmp_path, RULE.format(id="a")))] == ["a"]


def test_broken_example_says_where_and_what(tmp_path: Path, stages: Stages) -> None:
    book = _book(tmp_path, RULE.format(id="a"))
    assert [str(b) for b in broken_examples(stages, book)] == [
        "rules/stage/topic.toml:3: a does not decide anything in 'Otwarcie parku'"
    ]
