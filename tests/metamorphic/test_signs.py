"""Signs, spaces, bullets and the furniture of the page change nothing in what a release says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import extract

from .facts import about, facts
from .releases import RELEASES, fill
from .variants import BOTTOM, BULLETS, DASHES, FURNITURE, QUOTES, SPACES, Change, items

_CHANGES = {
    f"{group} {name}": change
    for group, changes in {
        "dash:": DASHES, "quotation marks:": QUOTES, "space:": SPACES, "bullet:": BULLETS, "furniture:": FURNITURE,
    }.items()
    for name, change in changes.items()
}  # fmt: skip

_PAIRS = [
    pytest.param(release, change, id=f"{release} - {name}")
    for release, template in RELEASES.items()
    for name, change in _CHANGES.items()
    if change(fill(template)) != fill(template)
]


@pytest.mark.parametrize(("release", "change"), _PAIRS)
def test_the_same_facts(told: Callable[[str], list[str]], release: str, change: Change) -> None:
    text = fill(RELEASES[release])
    assert told(change(text)) == told(text)


_ITEMS = {"programme": "10|9[.]3", "panel": "• ", "table": "[IV]+\t", "laureates": "[IV]+ miejsce", "bullets": "• "}


@pytest.mark.parametrize("release", [name for name in _ITEMS if name != "programme"])
@pytest.mark.parametrize("order", [lambda rows: rows[::-1], lambda rows: rows[1:] + rows[:1]], ids=["back", "turned"])
def test_the_order_of_items(
    told: Callable[[str], list[str]], release: str, order: Callable[[list[str]], list[str]]
) -> None:
    text = fill(RELEASES[release])
    assert told(items(text, _ITEMS[release], order)) == told(text)


@pytest.mark.parametrize("release", RELEASES)
def test_the_text_stands_alone(extractor: extract.Extractor, release: str) -> None:
    """What was processed before does not matter."""
    text = fill(RELEASES[release])
    before = extractor.process(text)
    for other in RELEASES:
        extractor.process(fill(RELEASES[other]))
    assert extractor.process(text) == before


@pytest.mark.parametrize("line", BOTTOM)
def test_furniture_alone_says_nothing(extractor: extract.Extractor, line: str) -> None:
    assert about(facts(extractor.process(line + "\n")), "event", "person", "institution", "award", "session") == []
