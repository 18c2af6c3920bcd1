"""The examples of the date rules, on the date stage alone."""

from __future__ import annotations

import pytest

from extract.base import Rule, load_rules
from extract.s4_dates import DateFinder

RULES = load_rules()
FINDER = DateFinder(RULES)
EXAMPLES = [
    pytest.param(rule, text, wanted, id=f"{rule.id}-{'fires' if wanted else 'keeps still'}-{number}")
    for rule in RULES.of("dates/")
    for wanted, texts in ((True, rule.positive), (False, rule.negative))
    for number, text in enumerate(texts)
]


@pytest.mark.parametrize(("rule", "text", "wanted"), EXAMPLES)
def test_example(rule: Rule, text: str, wanted: bool) -> None:
    assert (rule.id in FINDER.find(text).fired) is wanted


@pytest.mark.parametrize("rule", RULES.of("dates/"), ids=lambda r: r.id)
def test_every_rule_has_examples(rule: Rule) -> None:
    assert rule.positive and rule.negative
