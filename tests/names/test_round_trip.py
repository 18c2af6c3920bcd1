"""Whatever the dictionary inflects comes back to the nominative, in every case."""

from __future__ import annotations

from itertools import product

import pytest

from extract.base import load_rules
from extract.s3_morphology import Morphology
from extract.s6_names import NameNormaliser

MORPHOLOGY = Morphology()
NAMES = NameNormaliser(load_rules(), MORPHOLOGY)
CASES = ("nom", "gen", "dat", "acc", "inst", "loc")
MEN = ("Andrzej", "Jerzy", "Antoni", "Paweł", "Marek", "Ignacy", "Tomasz")
WOMEN = ("Anna", "Zofia", "Agnieszka", "Ewa", "Maria", "Łucja", "Danuta")
MENS_SURNAMES = (
    "Nowak", "Lipski", "Wysocki", "Dudek", "Gołąb", "Orzeł", "Wilk", "Krawiec", "Kmieć", "Zając", "Sroka", "Zięba",
    "Kania", "Fredro", "Konieczny", "Wróbel", "Marzec", "Szewczyk", "Mazur", "Drozd", "Karaś", "Struś", "Cieśla",
)  # fmt: skip
WOMENS_SURNAMES = (
    "Nowak", "Lipska", "Wysocka", "Dudek", "Gołąb", "Sroka", "Zięba", "Kania", "Konieczna", "Mazur", "Kmieć", "Cieśla",
)  # fmt: skip
INSTITUTIONS = (
    ("Powiatowy Urząd Pracy| w Jarosławiu", "m3"),
    ("Muzeum Narodowe| w Krakowie", "n"),
    ("Centrum| Polskiego Tańca", "n"),
    ("Miejski i Gminny Ośrodek Pomocy Społecznej| w Pniewach", "m3"),
    ("Szkoła Główna| Gospodarstwa Wiejskiego", "f"),
    ("Uniwersytet| Marii Curie-Skłodowskiej", "m3"),
    ("Kujawsko-Pomorski Urząd Wojewódzki| w Bydgoszczy", "m3"),
    ("Wojewódzki Szpital Zespolony| im. Jana Kowalskiego", "m3"),
    ("Zespół Szkolno-Przedszkolny| nr 3 w Łomży", "m3"),
    ("Młodzieżowy Dom| Kultury", "m3"),
    ("Spółdzielnia Mieszkaniowa| „Przyszłość”", "f"),
    ("Ministerstwo| Rodziny, Pracy i Polityki Społecznej", "n"),
    ("Związek| Nauczycielstwa Polskiego", "m3"),
    ("Nadleśnictwo| Łomża", "n"),
    ("Straż Graniczna|", "f"),
)


def inflected(lemma: str, gender: str, case: str, name_class: str) -> str:
    for form, tag, classes in MORPHOLOGY.generate(lemma):
        pos, number, cases, genders, *_ = [*tag.split(":"), "", "", ""]
        if pos != "subst" or name_class not in classes or genders != gender:
            continue
        if "sg" in number.split(".") and case in cases.split("."):
            return form
    raise AssertionError(f"{lemma} has no {case}")


@pytest.mark.parametrize(("surname", "case"), list(product(MENS_SURNAMES, CASES)))
def test_men(surname: str, case: str) -> None:
    for given in MEN:
        form = f"{inflected(given, 'm1', case, 'imię')} {inflected(surname, 'm1', case, 'nazwisko')}"
        person = NAMES.person(form)
        assert (person.name, person.gender) == (f"{given} {surname}", "m"), form


@pytest.mark.parametrize(("surname", "case"), list(product(WOMENS_SURNAMES, CASES)))
def test_women(surname: str, case: str) -> None:
    for given in WOMEN:
        form = f"{inflected(given, 'f', case, 'imię')} {inflected(surname, 'f', case, 'nazwisko')}"
        person = NAMES.person(form)
        assert (person.name, person.gender) == (f"{given} {surname}", "f"), form


def forms_of(word: str, case: str, gender: str) -> str:
    """The word of a name in another case; an adjective or the head noun."""
    for reading in MORPHOLOGY.readings(word):
        if reading.pos not in ("subst", "adj") or not reading.has(number="sg", case="nom", gender=gender):
            continue
        for form, tag, _ in MORPHOLOGY.generate(reading.lemma):
            pos, number, cases, genders, *_ = [*tag.split(":"), "", "", ""]
            fits = pos == reading.pos and number == "sg" and case in cases.split(".") and gender in genders.split(".")
            if fits and (pos == "subst" or tag.endswith(":pos")):
                return form.capitalize() if word[0].isupper() else form
    return word


@pytest.mark.parametrize(("name", "gender"), INSTITUTIONS)
@pytest.mark.parametrize("case", CASES[1:])
def test_institutions(name: str, gender: str, case: str) -> None:
    head, tail = name.split("|")
    stays = {"i", "Pomocy", "Społecznej", "Pracy"}
    words = [w if w in stays else "-".join(_part(p, w, case, gender) for p in w.split("-")) for w in head.split(" ")]
    assert NAMES.institution(" ".join(words) + tail).name == head + tail


def _part(part: str, word: str, case: str, gender: str) -> str:
    return part if "-" in word and not word.endswith(part) else forms_of(part, case, gender)
