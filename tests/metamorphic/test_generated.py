"""Releases written from facts in many layouts: exactly these facts come back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .facts import about
from .generator import Case, case

_CASES = [case(seed) for seed in range(60)]


@pytest.mark.parametrize("generated", _CASES, ids=lambda generated: generated.name)
def test_the_facts_come_back(told: Callable[[str], list[str]], generated: Case) -> None:
    lines = about(told(generated.text), "event", "event institution", "session", "appearance", "award")
    assert [line for line in lines if not line.startswith(("event: name", "event: status"))] == list(generated.expected)


def test_a_seed_is_one_release() -> None:
    assert [case(seed) for seed in range(60)] == _CASES
