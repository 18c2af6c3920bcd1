"""Who is who within one text: invented sentences, all stages up to names."""

from __future__ import annotations

import pytest

from extract.base import Span
from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source
from extract.s6_names import Entities


def resolve(stages: Stages, text: str) -> Entities:
    """Persons and institutions of one text."""
    analysis = Analysis(Source("text", text), Options())
    for stage in ("layout", "morphology", "dates", "entities", "names"):
        analysis = stages.stage(stage)(analysis)
    assert analysis.entities is not None
    return analysis.entities


def _people(entities: Entities) -> list[tuple[str, int]]:
    return [(p.name.name, len(p.mentions)) for p in entities.persons]


def _institutions(entities: Entities) -> list[tuple[str, int]]:
    return [(i.name.name, len(i.mentions)) for i in entities.institutions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Przyszedł Jan Wolski. Dziękujemy Janowi Wolskiemu i spółce Jana Wolskiego.", [("Jan Wolski", 3)]),
        ("Przyszła Anna Kos. Zdaniem Kos było miło.", [("Anna Kos", 2)]),
        ("Jury: Anna Lipska, Jan Gil.\nPodpisy: A. Lipska, J. Gil", [("Anna Lipska", 2), ("Jan Gil", 2)]),
        ("Wykład dała Magda Lipska. Pani Magdzie zabrakło krzeseł.", [("Magda Lipska", 2)]),
        ("Wystąpili Jan Gil i Janina Gil.", [("Jan Gil", 1), ("Janina Gil", 1)]),
        ("Moderator: prof. Ewa LIPSKA-KOS. Ewa Lipska-Kos mówiła długo.", [("Ewa Lipska-Kos", 2)]),
        ("Podpisał tylko K. Burzyk.", [("K. Burzyk", 1)]),
    ],
    ids=["inflected", "surname", "initial", "given name", "two persons", "capitals", "initial alone"],
)
def test_mentions_of_one_person_are_one(stages: Stages, text: str, expected: list[tuple[str, int]]) -> None:
    assert _people(resolve(stages, text)) == expected


def test_a_bare_surname_of_two_persons_joins_the_one_met_before(stages: Stages) -> None:
    entities = resolve(stages, "Przyszedł Jan Bury. Zdaniem Burego było miło. Potem przyszedł Adam Bury.")
    assert _people(entities) == [("Jan Bury", 2), ("Adam Bury", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zaprasza Ośrodek Kultury w Pile. Goście Ośrodka Kultury w Pile są mile widziani.",
            [("Ośrodek Kultury w Pile", 2)],
        ),
        (
            "Był tam PCPR w Kutnie i Powiatowe Centrum Pomocy Rodzinie w Kutnie.",
            [("Powiatowe Centrum Pomocy Rodzinie w Kutnie", 2)],
        ),
        (
            "Działa Powiatowe Centrum Pomocy Rodzinie w Kutnie. Mówi szefowa PCPR.",
            [("Powiatowe Centrum Pomocy Rodzinie w Kutnie", 2)],
        ),
        (
            "Zaprasza Fundacja „Cichy Port” w Pile. Fundacja „Cichy Port” działa dwa lata.",
            [("Fundacja „Cichy Port” w Pile", 2)],
        ),
        (
            "Gości Szkoła Podstawowa im. Jana Wolskiego w Lipnie. Uczniowie SP w Lipnie śpiewali.",
            [("Szkoła Podstawowa im. Jana Wolskiego w Lipnie", 2)],
        ),
        (
            "Patronem jest Łęczyckie Centrum Badań Lokalnych w Pile. Dyrektor ŁCBL mówił krótko.",
            [("Łęczyckie Centrum Badań Lokalnych w Pile", 2)],
        ),
        (
            "Gośćmi byli ludzie z OPS w Pile i OPS w Kutnie. Każdy OPS dostał dyplom.",
            [("Ośrodek Pomocy Społecznej w Pile", 1), ("Ośrodek Pomocy Społecznej w Kutnie", 1)],
        ),
        (
            "Działa Fundacja „Iskra” w Pile. Fundacja Ochrony Drzew „Iskra” sadzi drzewa.",
            [("Fundacja Ochrony Drzew „Iskra”", 2)],
        ),
        (
            "Fundacja „Iskra” w Pile i Fundacja Ochrony Drzew „Iskra” w Kutnie sadzą drzewa.",
            [("Fundacja „Iskra” w Pile", 1), ("Fundacja Ochrony Drzew „Iskra” w Kutnie", 1)],
        ),
    ],
    ids=[
        "inflected",
        "acronym",
        "acronym alone",
        "without place",
        "without patron",
        "own acronym",
        "mere type",
        "without the words between",
        "another place",
    ],
)
def test_forms_of_one_institution_are_one(stages: Stages, text: str, expected: list[tuple[str, int]]) -> None:
    assert _institutions(resolve(stages, text)) == expected


def test_short_forms_belong_to_the_institution(stages: Stages) -> None:
    text = "Zaprasza Fundacja „Cichy Port”. Mówi o tym prezeska fundacji, a Jan Gil z „Cichego Portu” dodaje."
    (foundation,) = resolve(stages, text).institutions
    assert [m.span.of(text) for m in foundation.mentions] == ["Fundacja „Cichy Port”", "fundacji", "Cichego Portu"]


def test_look_up_by_span(stages: Stages) -> None:
    text = "Mówiła Anna Lipska, szefowa Wydziału Kultury Urzędu Miejskiego w Lipnie, potem Lipska umilkła."
    entities = resolve(stages, text)
    (person,) = entities.persons
    (office,) = entities.institutions
    assert entities.person_at(Span(7, 8)) is person
    assert entities.person_at(Span(text.rindex("Lipska"), text.rindex("Lipska") + 6)) is person
    assert entities.person_at(Span(0, 6)) is None
    at = text.index("Urzędu")
    assert entities.institution_at(Span(at, at + 1)) is office
    unit = entities.unit_at(Span(text.index("Wydziału"), text.index("Wydziału") + 3))
    assert unit is not None
    assert unit.unit_of == office.mentions[0].span
    assert [p.key for p in entities.persons] == [0]


def test_patrons_and_names_of_firms_are_no_persons(stages: Stages) -> None:
    text = "Grali w Szkole im. Anny Lipskiej w Pile. Poczęstunek dało Gospodarstwo Rolne Jana Wolskiego w Kutnie."
    assert resolve(stages, text).persons == ()


def test_gender_of_an_honorific_decides(stages: Stages) -> None:
    entities = resolve(stages, "Przyszła pani Qorin Bzelth. Przyszedł pan Zyrbin Qwelt.")
    assert [p.name.gender for p in entities.persons] == ["f", "m"]
