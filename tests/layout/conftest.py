from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.base import RuleBook, load_rules
from extract.s2_layout import Layout, LayoutAnalyser

Shape = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return load_rules()


@pytest.fixture(scope="session")
def analyse(book: RuleBook) -> Callable[[str], Layout]:
    return LayoutAnalyser(book).analyse


@pytest.fixture(scope="session")
def shape(analyse: Callable[[str], Layout]) -> Shape:
    """Kind and text of every block."""

    def blocks(text: str) -> list[tuple[str, str]]:
        return [(block.kind.value, block.span.of(text)) for block in analyse(text).blocks]

    return blocks
