"""The rule book is its own test: every example of every rule."""

from __future__ import annotations

import pytest

from extract.base import Rule, load_rules
from extract.evaluation.examples import fired
from extract.pipeline import Stages

_RULES = list(load_rules())


@pytest.mark.parametrize("rule", _RULES, ids=[r.id for r in _RULES])
def test_rule_decides_in_its_positive_examples_only(rule: Rule, stages: Stages) -> None:
    assert rule.positive, "a rule needs a positive example"
    assert rule.negative, "a rule needs a negative example"
    assert [t for t in rule.positive if rule.id not in fired(stages, t)] == []
    assert [t for t in rule.negative if rule.id in fired(stages, t)] == []
