"""Numbers in words and Roman numerals."""

from __future__ import annotations

import pytest

from extract.s3_morphology import Morphology, Token
from extract.s7_frames.events.numbers import cardinal_at, ordinal_before, roman


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


def words(morphology: Morphology, text: str) -> list[Token]:
    return list(morphology.tokens(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [("IV", 4), ("XIX", 19), ("XL", 40), ("LXXXIX", 89), ("IIII", None), ("VX", None), ("MIX", None), ("", None)],
)
def test_roman(text: str, value: int | None) -> None:
    assert roman(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("XIX", 19),
        ("9.", 9),
        ("ósma", 8),
        ("dwudziestej", 20),
        ("dwudziesta pierwsza", 21),
        ("setne", 100),
        ("zielona", None),
    ],
)
def test_ordinal(morphology: Morphology, text: str, value: int | None) -> None:
    tokens = words(morphology, text)
    found = ordinal_before(tokens, len(tokens))
    assert (found[0] if found else None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("312 osób", 312),
        ("2 000 osób", 2000),
        ("2.500 osób", 2500),
        ("14 tysięcy osób", 14000),
        ("3 tys. osób", 3000),
        ("dwieście czterdzieści osób", 240),
        ("dwóch tysięcy widzów", 2000),
        ("stu słuchaczy", 100),
        ("siedemdziesiąt osób", 70),
        ("kilkoro radnych", None),
    ],
)
def test_cardinal(morphology: Morphology, text: str, value: int | None) -> None:
    found = cardinal_at(words(morphology, text), 0)
    assert (found[0] if found else None) == value
