"""Expressions in sentences, written from the grammar: span, value and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from extract.base import load_rules
from extract.s4_dates import DateFinder, DateMention, Precision, Prefer

DATA = Path(__file__).parents[1] / "data" / "dates"
_MARK = re.compile(r"\[([^\]]+)\]")


class Row(NamedTuple):
    """A line of a data file: reference day or "-", text with [expressions], expected values."""

    where: str
    reference: str | None
    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[str, ...]


def rows(pattern: str) -> Iterator[Row]:
    for path in sorted(DATA.glob(pattern)):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            reference, marked, *rest = line.split("\t")
            marked = marked.replace("\\n", "\n")
            spans, text, last = [], "", 0
            for match in _MARK.finditer(marked):
                text += marked[last : match.start()]
                spans.append((len(text), len(text) + len(match[1])))
                text += match[1]
                last = match.end()
            text += marked[last:]
            values = tuple(rest[0].split(";")) if rest else ()
            yield Row(f"{path.stem}:{number}", None if reference == "-" else reference, text, tuple(spans), values)


def shown(mention: DateMention) -> str:
    """A value as the data files write it: start[/end][@precision]."""
    if mention.start is None:
        return "-"
    if mention.end is None:
        return f"{mention.start}/"
    value = mention.start if mention.start == mention.end else f"{mention.start}/{mention.end}"
    return value if mention.precision in (Precision.DAY, Precision.TIME) else f"{value}@{mention.precision.value}"


@pytest.fixture(scope="module")
def finder() -> DateFinder:
    return DateFinder(load_rules())


POSITIVE = tuple(rows("positive_*.tsv"))
NEGATIVE = tuple(rows("negative_*.tsv"))


def test_sizes() -> None:
    assert sum(len(r.spans) for r in POSITIVE) >= 400
    assert len(NEGATIVE) >= 150


@pytest.mark.parametrize("row", POSITIVE, ids=[r.where for r in POSITIVE])
def test_expressions(row: Row, finder: DateFinder) -> None:
    assert len(row.spans) == len(row.values), "every [expression] needs a value"
    found = finder.find(row.text, published=row.reference, prefer=Prefer.PAST).mentions
    assert [(m.text, shown(m)) for m in found] == [
        (row.text[a:b], v) for (a, b), v in zip(row.spans, row.values, strict=True)
    ]
    assert [tuple(m.span) for m in found] == list(row.spans)


@pytest.mark.parametrize("row", NEGATIVE, ids=[r.where for r in NEGATIVE])
def test_traps(row: Row, finder: DateFinder) -> None:
    found = finder.find(row.text, published=row.reference).mentions
    assert [(m.text, m.rule) for m in found] == []
