"""Clauses cut at their joints, and the case of a name."""

from __future__ import annotations

import pytest

from extract.base import Span
from extract.s3_morphology import Morphology
from extract.s7_frames.clauses import cases_of, is_finite, negated, split_clauses


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Wykład wygłosił Jan, a dyplomy wręczała Anna.", ["Wykład wygłosił Jan", ", a dyplomy wręczała Anna ."]),
        ("Jan wygłosił wykład i wręczył nagrody.", ["Jan wygłosił wykład", "i wręczył nagrody ."]),
        (
            "Panel, który prowadził Jan, zamknęła dyskusja.",
            [", który prowadził Jan", "Panel , zamknęła dyskusja ."],
        ),
        (
            "Gościła Annę, która pisze, oraz Jana.",
            ["Gościła Annę , oraz Jana .", ", która pisze"],
        ),
        ("W spotkaniu udział wzięła Anna.", ["W spotkaniu udział wzięła Anna ."]),
    ],
)
def test_clauses(morphology: Morphology, text: str, clauses: list[str]) -> None:
    tokens = morphology.tokens(text)
    found = split_clauses(tokens, 0, len(tokens), lambda i: False, lambda i: False)
    assert [" ".join(tokens[i].text for i in c.tokens) for c in found] == clauses


def test_understood_verb(morphology: Morphology) -> None:
    tokens = morphology.tokens("Jan wygłosił wykład, a Anna referat.")
    found = split_clauses(tokens, 0, len(tokens), lambda i: False, lambda i: tokens[i].text == "Anna")
    assert [(c.gapped, [tokens[v].text for v in c.verbs]) for c in found] == [
        (False, ["wygłosił"]),
        (True, ["wygłosił"]),
    ]


@pytest.mark.parametrize(
    ("word", "finite"),
    [("wręczył", True), ("wita", True), ("ma", True), ("gości", False), ("je", False), ("udział", False)],
)
def test_finite(morphology: Morphology, word: str, finite: bool) -> None:
    assert is_finite(morphology.tokens(word)[0]) is finite


def test_negated(morphology: Morphology) -> None:
    tokens = morphology.tokens("Jan nie przyjechał, Anna przyjechała.")
    verbs = [t.index for t in tokens if t.text.startswith("przyje")]
    assert [negated(tokens, v) for v in verbs] == [True, False]


@pytest.mark.parametrize(
    ("written", "name", "cases"),
    [
        ("Anna Kowalska", "Anna Kowalska", {"nom"}),
        ("Annę Kowalską", "Anna Kowalska", {"acc"}),
        ("Janowi Nowakowi", "Jan Nowak", {"dat"}),
        ("Jana Nowaka", "Jan Nowak", {"gen", "acc"}),
        ("J. Nowak", "Jan Nowak", {"nom"}),
        ("Jan Ko-\nwalski", "Jan Kowalski", {"nom"}),
        ("Jean O’Brien", "Jean O'Brien", {"nom"}),
    ],
)
def test_cases(morphology: Morphology, written: str, name: str, cases: set[str]) -> None:
    tokens = morphology.tokens(written)
    assert cases_of(tokens, Span(0, len(written)), name.split()) - {"voc"} == cases
