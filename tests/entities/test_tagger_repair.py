"""Edges of tagged stretches: quotation marks and hyphens."""

from __future__ import annotations

import pytest

from extract.s3_morphology import Morphology
from extract.s5_entities.tagger.encoding import unified
from extract.s5_entities.tagger.repair import Stretch, repair


def repaired(text: str, *spans: tuple[int, int, str]) -> list[str]:
    tokens = Morphology().tokens(text)
    out = repair([Stretch(a, b, kind, 0.5) for a, b, kind in spans], unified(tokens))
    return [text[tokens[s.first].start : tokens[s.last].end] for s in out]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("Klub „Iskra” gra", [(0, 2, "institution")], ["Klub „Iskra”"]),
        ("Klub „Iskra” gra", [(0, 3, "institution")], ["Klub „Iskra”"]),
        ("dla „Iskra” gra", [(1, 3, "institution")], ["Iskra"]),
        ("dla „Iskra” gra", [(2, 3, "institution")], ["Iskra"]),
        ("dla „Iskra” gra", [(1, 2, "institution")], ["Iskra"]),
        ("„Iskra” i „Zorza”", [(0, 6, "institution")], ["„Iskra” i „Zorza”"]),
        ("mówi Halina Lipa-Mrówka z", [(1, 2, "person")], ["Halina Lipa-Mrówka"]),
        ("mówi Halina Lipa-Mrówka z", [(1, 2, "person"), (4, 4, "person")], ["Halina Lipa-Mrówka"]),
        ("mówi Halina Lipa - Mrówka z", [(1, 2, "person"), (4, 4, "person")], ["Halina Lipa", "Mrówka"]),
        ("mówi Halina Lipa-prezes", [(1, 2, "person")], ["Halina Lipa"]),
        ("Halina Lipa", [], []),
    ],
)
def test_edges(text, spans, expected):
    assert repaired(text, *spans) == expected


def test_a_joined_name_has_the_lower_score():
    tokens = Morphology().tokens("Halina Lipa-Mrówka")
    (joined,) = repair([Stretch(0, 1, "person", 0.9), Stretch(3, 3, "person", 0.4)], unified(tokens))
    assert joined == Stretch(0, 3, "person", 0.4)
