"""Quotation marks in the usual spelling, at their old offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.s1_reading import Source, usual_signs

PAIRS = [
    ("gala ,,Kłos” w Pile", "gala  „Kłos” w Pile"),
    ('gala ,,Kłos" w Pile', 'gala  „Kłos" w Pile'),
    ("gala ,,Kłos'' w Pile", "gala  „Kłos”  w Pile"),
    ("gala ''Kłos'' w Pile", "gala  „Kłos”  w Pile"),
    ("gala ”Kłos” w Pile", "gala „Kłos” w Pile"),
    ("gala „Kłos„ w Pile", "gala „Kłos” w Pile"),
    ("gala »Kłos« w Pile", "gala „Kłos” w Pile"),
    ("gala ‚Kłos’ w Pile", "gala „Kłos” w Pile"),
    ("gala ″Kłos″ w Pile", 'gala "Kłos" w Pile'),
    ("gala <<Kłos>> w Pile", "gala  «Kłos»  w Pile"),
]


@pytest.mark.parametrize(("written", "usual"), PAIRS)
def test_unusual_marks(written: str, usual: str) -> None:
    assert usual_signs(written) == usual
    assert len(usual) == len(written)


@pytest.mark.parametrize(
    "text",
    [
        "gala „Kłos” w Pile",
        'gala "Kłos" w Pile',
        "gala «Kłos» w Pile",
        "Sinéad O’Neill i rock’n’roll",
        "gala „Kłos „Złoty” roku” w Pile",
        "kupił jabłka, gruszki",
        "5′ i 7″ cala".replace("″", ""),
    ],
)
def test_usual_marks_stay(text: str) -> None:
    assert usual_signs(text) == text


@given(st.text(alphabet="aż ,'’‚„”»«<>\"\n.-", max_size=60))
def test_only_marks_change_and_nothing_moves(text: str) -> None:
    view = usual_signs(text)
    assert len(view) == len(text)
    assert [c for c in view if c.isalpha()] == [c for c in text if c.isalpha()]
    assert all(a == b for a, b in zip(text, view, strict=True) if a.isalpha() or a == "\n")


def test_the_view_of_a_source_keeps_its_text() -> None:
    source = Source("x.txt", "gala ,,Kłos” w Pile")
    assert (source.text, source.view.text) == ("gala ,,Kłos” w Pile", "gala  „Kłos” w Pile")
