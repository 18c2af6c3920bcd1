from __future__ import annotations

from collections.abc import Callable

import pytest

import extract

from .facts import facts


@pytest.fixture(scope="session")
def told(extractor: extract.Extractor) -> Callable[[str], list[str]]:
    """The facts of a text as lines; each text is read once."""
    known: dict[str, list[str]] = {}

    def read(text: str) -> list[str]:
        if text not in known:
            known[text] = facts(extractor.process(text))
        return known[text]

    return read
