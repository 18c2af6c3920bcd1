"""Persons' names in the nominative."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.base import load_rules
from extract.s3_morphology import Morphology
from extract.s6_names import NameNormaliser

TABLE = Path(__file__).parents[1] / "data" / "names" / "hard_names.tsv"


def rows() -> list[tuple[str, str, str | None]]:
    lines = (line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(form, nominative, None if gender == "-" else gender) for form, nominative, gender in map(_cells, lines)]


def _cells(line: str) -> tuple[str, str, str]:
    form, nominative, gender = line.split("\t")
    return form, nominative, gender


@pytest.fixture(scope="module")
def names() -> NameNormaliser:
    return NameNormaliser(load_rules(), Morphology())


def test_the_table_has_at_least_150_rows() -> None:
    assert len(rows()) >= 150


@pytest.mark.parametrize(("form", "nominative", "gender"), rows())
def test_hard_names(names: NameNormaliser, form: str, nominative: str, gender: str | None) -> None:
    person = names.person(form)
    assert (person.name, person.gender) == (nominative, gender)


@pytest.mark.parametrize(("form", "nominative", "gender"), rows())
def test_a_nominative_stays_what_it_is(names: NameNormaliser, form: str, nominative: str, gender: str | None) -> None:
    assert names.person(nominative, gender=gender, case="nom").name == nominative


@pytest.mark.parametrize(
    ("form", "given", "surname"),
    [
        ("Anny Bielskiej – Kruk", "Anna", "Bielska-Kruk"),
        ("KOWALSKI Jan", "Jan", "Kowalski"),
        ("Karola Adama Wilka", "Karol Adam", "Wilk"),
        ("Hansa von Grubera", "Hans", "von Gruber"),
        ("J. Kowalskiego", "J.", "Kowalski"),
        ("Kowalskiej", None, "Kowalska"),
    ],
)
def test_parts_of_a_name(names: NameNormaliser, form: str, given: str | None, surname: str) -> None:
    person = names.person(form)
    assert (person.given_name, person.surname) == (given, surname)


def test_gender_known_from_the_context_decides(names: NameNormaliser) -> None:
    assert names.person("Stanisława Dudka", gender="m").name == "Stanisław Dudek"
    assert names.person("Stanisława Dudka", gender="f").name == "Stanisława Dudka"
    assert names.person("Nowak", gender="f").gender == "f"


def test_case_known_from_the_context_decides(names: NameNormaliser) -> None:
    assert names.person("Stanisława Dudka", case="nom").name == "Stanisława Dudka"
    assert names.person("Stanisława Dudka", case="gen").name == "Stanisław Dudek"


def test_other_mentions_vote(names: NameNormaliser) -> None:
    assert names.person("Tarembska").name == "Tarembska"
    assert names.person("Piotra Kornasa", others=("Piotr Kornas",)).name == "Piotr Kornas"
    assert names.person("Szampety", others=("Szampeta", "Szampetą")).name == "Szampeta"


def test_confidence_is_lower_for_words_the_dictionary_lacks(names: NameNormaliser) -> None:
    assert names.person("Jana Nowaka").confidence > names.person("Jana Frużyńczyka").confidence


@pytest.mark.parametrize(
    ("form", "nominative", "gender"),
    [
        ("Tomasza „Lipy” Kowalskiego", "Tomasz „Lipy” Kowalski", "m"),
        ("Ewa Kosowie", "Ewa Kos", "f"),
        ("Anna Kowalscy", "Anna Kowalska", "f"),
        ("Rafała Gawron", "Rafał Gawron", "m"),
        ("Jana Kwiecień", "Jana Kwiecień", "f"),
        ("Stasia Wójcika", "Staś Wójcik", "m"),
        ("Jana Pawła II", "Jan Paweł II", "m"),
        ("Nowak-Kot Jan Maria", "Jan Maria Nowak-Kot", "m"),
        ("Oksany Kowalenko", "Oksana Kowalenko", "f"),
        ("Mike Hooga", "Mike Hoog", "m"),
        ("prof. dr hab. Anny Lipskiej", "Anna Lipska", "f"),
        ("Panem Janem Lipskim", "Jan Lipski", "m"),
        ("pani Stanisławie Dudek", "Stanisława Dudek", "f"),
        ("św. Jadwigi", "św. Jadwiga", "f"),
        ("S. Kowalskiego", "S. Kowalski", "m"),
    ],
)
def test_names_off_the_beaten_track(names: NameNormaliser, form: str, nominative: str, gender: str) -> None:
    person = names.person(form)
    assert (person.name, person.gender) == (nominative, gender)
