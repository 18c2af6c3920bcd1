"""The tagger with the shipped weights, on invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.s3_morphology import Morphology
from extract.s5_entities.tagger import Tagger
from extract.s5_entities.tagger.tagger import MODEL

MORPHOLOGY = Morphology()
TAGGER = Tagger.load()


def tagged(text: str, tagger: Tagger = TAGGER) -> list[tuple[str, str]]:
    return [(s.kind, s.span.of(text)) for s in tagger.tag(MORPHOLOGY.tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spotkanie otworzyła dr Halina Brzozowicz z Uniwersytetu Opolskiego.",
            [("person", "Halina Brzozowicz"), ("institution", "Uniwersytetu Opolskiego")],
        ),
        (
            "Nagrodę wręczono Tomaszowi Jarząbkowi, dyrektorowi Muzeum Regionalnego w Szczecinku.",
            [("person", "Tomaszowi Jarząbkowi"), ("institution", "Muzeum Regionalnego w Szczecinku")],
        ),
        ("W Gdyni wystąpiła Anna Klon-Jesion.", [("place", "Gdyni"), ("person", "Anna Klon-Jesion")]),
        ("Organizatorem jest Fundacja „Zielony Parasol”.", [("institution", "Fundacja „Zielony Parasol”")]),
        ("JESION Wojciech\tI miejsce", [("person", "JESION Wojciech")]),
        ("Dziękujemy wszystkim za udział i zapraszamy za rok.", []),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_names_are_found_whole(text, expected):
    assert tagged(text) == expected


def test_adjectives_of_places_are_not_given_out():
    assert all(span != "krakowskiego" for _, span in tagged("To tradycja krakowskiego rynku."))


def test_the_result_does_not_depend_on_earlier_texts():
    text = "Pani Halina Brzozowicz mówiła o Sejmie. Potem Brzozowicz wyjechała do Łodzi."
    assert tagged(text, Tagger.load()) == tagged(text)
    scores = [s.score for s in Tagger.load().tag(MORPHOLOGY.tokens(text))]
    assert scores == pytest.approx([s.score for s in TAGGER.tag(MORPHOLOGY.tokens(text))])


@given(st.text(alphabet='Ala KOT„”"-–.,;:()[]\n\t1Żółć•ﷺ\u00ad\u200b', max_size=80))
def test_any_text_gives_ordered_spans_with_probabilities(text):
    tokens = MORPHOLOGY.tokens(text)
    found = TAGGER.tag(tokens)
    ends = [0, *(s.span.end for s in found)]
    assert all(end <= s.span.start < s.span.end for end, s in zip(ends, found, strict=False))
    assert all(0.0 <= s.score <= 1.0 for s in found)


def test_a_line_without_end_is_tagged():
    found = tagged("Anna Klon " * 3000)
    assert len(found) > 2000


def test_the_model_is_small():
    assert MODEL.stat().st_size < 15_000_000
