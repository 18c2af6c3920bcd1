"""Signs, spaces, bullets, the page and its furniture change nothing in what a release says."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import extract

from .facts import about, facts
from .releases import RELEASES, fill
from .variants import BOTTOM, BULLETS, DASHES, FURNITURE, PAGE, QUOTES, SPACES, Change, items

_GROUPS = {
    "dash": DASHES,
    "quotation": QUOTES,
    "space": SPACES,
    "bullet": BULLETS,
    "furniture": FURNITURE,
    "page": PAGE,
}
_CHANGES = {f"{group}: {name}": change for group, changes in _GROUPS.items() for name, change in changes.items()}

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


_ITEMS = {"panel": "• ", "table": "[IV]+\t", "laureates": "[IV]+ miejsce", "bullets": "• "}


@pytest.mark.parametrize("release", _ITEMS)
@pytest.mark.parametrize("order", [lambda rows: rows[::-1], lambda rows: rows[1:] + rows[:1]], ids=["back", "turned"])
def test_the_order_of_items(
    told: Callable[[str], list[str]], release: str, order: Callable[[list[str]], list[str]]
) -> None:
    text = fill(RELEASES[release])
    assert told(items(text, _ITEMS[release], order)) == told(text)


@pytest.mark.parametrize(
    "line", ["Opublikowano: 10.01.2023", "Data publikacji: 10 stycznia 2023", "Dodano: 2023-01-10"]
)
@pytest.mark.parametrize("release", RELEASES)
def test_the_day_of_publication(told: Callable[[str], list[str]], release: str, line: str) -> None:
    text = fill(RELEASES[release])
    new, old = told(f"{line}\n\n{text}"), told(text)
    assert [x for x in new if x not in old] == [
        next(x for x in old if x.startswith("article:")) + "; published = 2023-01-10",
        "date: start = 2023-01-10; end = 2023-01-10; precision = day; role = published",
    ]
    assert len(new) == len(old) + 1


def test_items_without_an_end(told: Callable[[str], list[str]]) -> None:
    text = fill(RELEASES["programme"])
    starts = re.sub(r"(?m)^(\d+\.\d\d) – \d+\.\d\d ", r"\1 ", text)
    assert told(starts) == [re.sub("; end_time = .*", "", line) for line in told(text)]


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
