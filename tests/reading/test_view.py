"""The view of a text and the way back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extract.base import Span
from extract.s1_reading import view_of


def test_soft_hyphens_and_zero_width_spaces_are_out_of_sight() -> None:
    text = "Kon\u00adfe\u00adren\u00adcja w\u200b Pile"
    view = view_of(text)
    assert view.text == "Konferencja w Pile"
    assert view.original(Span(0, 11)).of(text) == "Kon\u00adfe\u00adren\u00adcja"
    assert view.original(Span(14, 18)).of(text) == "Pile"


def test_letters_in_two_parts_are_one() -> None:
    text = unicodedata.normalize("NFD", "Gala w Łodzi. Żaneta Zaręba")
    view = view_of(text)
    assert view.text == "Gala w Łodzi. Żaneta Zaręba"
    assert unicodedata.normalize("NFC", view.original(Span(14, 20)).of(text)) == "Żaneta"


def test_an_ordinary_text_is_its_own_view() -> None:
    view = view_of("Gala „Kłos” w Łodzi")
    assert (view.text, view.starts) == ("Gala „Kłos” w Łodzi", ())
    assert view.original(Span(0, 4)) == Span(0, 4)


@given(st.text(alphabet="aż ó.\u00ad\u200b\u0301\u0328,„\n", max_size=50))
def test_every_character_of_the_view_is_in_the_text(text: str) -> None:
    view = view_of(text)
    places = [view.original(Span(i, i + 1)) for i in range(len(view.text))]
    assert all(a.end <= b.start for a, b in pairwise(places))
    for place, letter in zip(places, view.text, strict=True):
        evidence = unicodedata.normalize("NFC", place.of(text))
        assert letter in evidence or evidence in ",„"
