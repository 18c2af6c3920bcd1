"""Positions and places in the nominative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.base import load_rules
from extract.s3_morphology import Morphology
from extract.s6_names import NameNormaliser

NAMES = NameNormaliser(load_rules(), Morphology())


@pytest.mark.parametrize(
    ("form", "gender", "nominative"),
    [
        ("Zastępcy Prezydenta Miasta Łomży", None, "Zastępca Prezydenta Miasta Łomży"),
        ("Dyrektora", None, "Dyrektor"),
        ("Dyrektora Miejskiego Ośrodka", None, "Dyrektor Miejskiego Ośrodka"),
        ("Dyrektorem Generalnym Urzędu", None, "Dyrektor Generalny Urzędu"),
        ("Sekretarza Generalnego Związku", None, "Sekretarz Generalny Związku"),
        ("Przewodniczącego Zarządu", None, "Przewodniczący Zarządu"),
        ("wicedyrektorki", None, "wicedyrektorka"),
        ("główna specjalistka", None, "główna specjalistka"),
        ("głównej specjalistki", "f", "główna specjalistka"),
        ("starszego inspektora", None, "starszy inspektor"),
        ("młodszego aspiranta", "m", "młodszy aspirant"),
        ("radnej", "f", "radna"),
        ("starosty łomżyńskiego", None, "starosta łomżyński"),
        ("radcy prawnego", "m", "radca prawny"),
        ("głównej księgowej", None, "główna księgowa"),
        ("historyka-krajoznawcy", None, "historyk-krajoznawca"),
        ("księdza rektora", None, "ksiądz rektor"),
        ("lekarzowi psychiatrze", None, "lekarz psychiatra"),
        ("prezesowi fundacji i radnemu", None, "prezes fundacji i radny"),
        ("pierwszego zastępcy", None, "pierwszy zastępca"),
        ("z-cy dyrektora", None, "z-ca dyrektora"),
        ("p.o. dyrektora", None, "p.o. dyrektora"),
        ("superwizorki", "f", "superwizorka"),
        ("konsultant wojewódzka", "f", "konsultant wojewódzka"),
        ("przewodniczącej Rady Miejskiej", "f", "przewodnicząca Rady Miejskiej"),
        ("przewodniczącego Rady", "m", "przewodniczący Rady"),
        ("oddziałowej Kliniki", "f", "oddziałowa Kliniki"),
        ("pracownicy socjalnej", "f", "pracownica socjalna"),
        ("redaktor naczelnej", "f", "redaktor naczelna"),
        ("strażaka ochotnika", "m", "strażak ochotnik"),
        ("lekarza weterynarii", "m", "lekarz weterynarii"),
        ("ks. proboszcza", "m", "ks. proboszcz"),
    ],
)
def test_positions(form: str, gender: str | None, nominative: str) -> None:
    assert NAMES.phrase(form, gender=gender) == nominative


@pytest.mark.parametrize(
    ("form", "gender", "nominative"),
    [
        ("założyciele", "f", "założycielka"),
        ("założyciele", "m", "założyciel"),
        ("laureaci", "f", "laureatka"),
        ("uczniowie", "f", "uczennica"),
        ("psycholodzy", "m", "psycholog"),
        ("Zastępcy Dyrektora", "m", "Zastępca Dyrektora"),
        ("członkinie", "f", "członkini"),
        ("członkom jury", "f", "członkini jury"),
        ("pracownicy socjalni", "f", "pracownica socjalna"),
        ("studentki pielęgniarstwa", "f", "studentka pielęgniarstwa"),
    ],
)
def test_a_plural_post_becomes_singular_in_the_bearers_gender(form: str, gender: str, nominative: str) -> None:
    assert NAMES.phrase(form, gender=gender) == nominative


@pytest.mark.parametrize(
    ("form", "case", "nominative"),
    [
        ("Nowym Targu", None, "Nowy Targ"),
        ("Zakopanem", None, "Zakopane"),
        ("Busku-Zdroju", None, "Busko-Zdrój"),
        ("Bielsku-Białej", None, "Bielsko-Biała"),
        ("Kędzierzynie-Koźlu", None, "Kędzierzyn-Koźle"),
        ("Wysokiem Mazowieckiem", "loc", "Wysokie Mazowieckie"),
        ("Tarnowie", "loc", "Tarnów"),
        ("Łodzi", "loc", "Łódź"),
        ("Kole", "loc", "Koło"),
        ("Pniew", "gen", "Pniewy"),
        ("Jeleniej Góry", "gen", "Jelenia Góra"),
        ("KRAKOWIE", "loc", "Kraków"),
        ("Rudniku nad Sanem", None, "Rudnik nad Sanem"),
        ("Końskich", "loc", "Końskie"),
        ("Radom", None, "Radom"),
        ("Xyzowie", "loc", "Xyzowie"),
    ],
)
def test_places(form: str, case: str | None, nominative: str) -> None:
    assert NAMES.place(form, case=case) == nominative


_TEXT = st.text(alphabet="AaĄąbcćŁłWwi –-.,„”\"'’1I(óż\n\u00ad", max_size=24)


@given(_TEXT)
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(NAMES.person(text).name, str)
    assert isinstance(NAMES.institution(text).name, str)
    assert isinstance(NAMES.phrase(text), str)
    assert isinstance(NAMES.place(text), str)


@pytest.mark.parametrize(
    "unit", ["a", "AB", "Miejski i ", "Kowal-", "Oddział Urzędu ", "dyrektora, ", "w Łomży ", "A. "]
)
def test_text_that_is_no_name_is_taken_too(unit: str) -> None:
    text = unit * 3000
    assert NAMES.place(text).split() == text.split()
    for name in (NAMES.person(text).name, NAMES.institution(text).name, NAMES.phrase(text)):
        assert name
