"""Awards: lists, tables and sentences; who gets what, and who does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source

Given = list[tuple[str | None, str | None]]
OPENING = "Konkurs „Nuta” rozstrzygnięty. "


@pytest.fixture
def given(stages: Stages) -> Callable[[str], Given]:
    """(recipient, category) of every award of a text."""

    def read(text: str) -> Given:
        facts = stages.run(Analysis(Source("text", text), Options(published="2024-06-20"))).facts
        assert facts is not None
        return [(a.recipient, a.category) for e in facts.events for a in e.awards]

    return read


SENTENCES = [
    ("Pierwsze miejsce zajęła Anna Kowalska.", [("Anna Kowalska", "I miejsce")]),
    ("Drugą nagrodę przyznano Annie Kowalskiej.", [("Anna Kowalska", "II nagroda")]),
    ("Wyróżniono Annę Kowalską.", [("Anna Kowalska", "wyróżnienie")]),
    ("Grand Prix otrzymała Anna Kowalska.", [("Anna Kowalska", "Grand Prix")]),
    ("Nagrodę publiczności odebrał Jan Nowak.", [("Jan Nowak", "Nagroda publiczności")]),
    (
        "Pierwsze miejsce zajęła Anna Kowalska, drugie – Jan Nowak.",
        [("Anna Kowalska", "I miejsce"), ("Jan Nowak", "II miejsce")],
    ),
    (
        "Zwyciężył Jan Nowak, druga była Anna Kowalska.",
        [("Jan Nowak", "I miejsce"), ("Anna Kowalska", "II miejsce")],
    ),
    ("W kategorii Wokal zwyciężyła Anna Kowalska.", [("Anna Kowalska", "Wokal")]),
    ("Laureatami zostali: Anna Kowalska i Jan Nowak.", [("Anna Kowalska", None), ("Jan Nowak", None)]),
    ("Najlepszym skrzypkiem ogłoszono Jana Nowaka.", [("Jan Nowak", "Najlepszy skrzypek")]),
    ("Pierwszego miejsca nie przyznano.", []),
    ("Nagrody wręczyła Anna Kowalska.", []),
    ("Nagrodę ufundowała Anna Kowalska.", []),
    ("Pierwsze miejsce zajął Jan Nowak, a dyplom odebrał z rąk Anny Kowalskiej.", [("Jan Nowak", "I miejsce")]),
    ("W jury zasiadła Anna Kowalska, laureatka Grand Prix.", []),
]


@pytest.mark.parametrize(("sentence", "awards"), SENTENCES)
def test_sentence(given: Callable[[str], Given], sentence: str, awards: Given) -> None:
    assert given(OPENING + sentence) == awards


LISTS = [
    (
        "I miejsce – Anna Kowalska\nII miejsce – Jan Nowak",
        [("Anna Kowalska", "I miejsce"), ("Jan Nowak", "II miejsce")],
    ),
    (
        "SZKOŁY PODSTAWOWE\n1. miejsce: Anna Kowalska, opiekun: Ewa Lis\n2. miejsca nie przyznano\n"
        "3. miejsce: Jan Nowak, opiekun: Ewa Lis",
        [("Anna Kowalska", "Szkoły podstawowe – I miejsce"), ("Jan Nowak", "Szkoły podstawowe – III miejsce")],
    ),
    ("Wyróżnienia:\n- Anna Kowalska\n- Jan Nowak", [("Anna Kowalska", "Wyróżnienie"), ("Jan Nowak", "Wyróżnienie")]),
    (
        "Kategoria: Wokal – laureat: Jan Nowak\nKategoria: Skrzypce – laureatka: Anna Kowalska",
        [("Jan Nowak", "Wokal"), ("Anna Kowalska", "Skrzypce")],
    ),
    (
        "ŚPIEWAK ROKU\nwręczał: Jan Nowak\nodbierała: Anna Kowalska",
        [("Anna Kowalska", "Śpiewak roku")],
    ),
    ("PROGRAM\n10.00 Wykład – Anna Kowalska\n11.00 Wręczenie nagród – Jan Nowak", []),
    ("Jury:\n- Anna Kowalska\n- Jan Nowak", []),
]


@pytest.mark.parametrize(("lines", "awards"), LISTS)
def test_list(given: Callable[[str], Given], lines: str, awards: Given) -> None:
    opening = (
        OPENING + "Do finału przystąpiło czterdziestu śpiewaków z całej Polski, a najmłodszy z nich miał osiem lat."
    )
    assert given(f"Znamy wyniki\n\n{opening}\n\n{lines}\n") == awards


TABLES = [
    "Miejsce\tUczeń\tSzkoła\nI\tAnna Kowalska\tZespół Szkół w Gnieźnie\nII\tJan Nowak\tZespół Szkół w Pile",
    "Miejsce\nUczeń\nSzkoła\n\nI\nAnna Kowalska\nZespół Szkół w Gnieźnie\n\nII\nJan Nowak\nZespół Szkół w Pile",
]


@pytest.mark.parametrize("table", TABLES)
def test_table(stages: Stages, table: str) -> None:
    analysis = stages.run(Analysis(Source("text", f"{OPENING}\n\n{table}\n"), Options()))
    assert analysis.facts is not None and analysis.entities is not None
    names = {i.key: i.name.name for i in analysis.entities.institutions}
    rows = [
        (a.recipient, a.place, names[a.institution] if a.institution is not None else None)
        for a in analysis.facts.events[0].awards
    ]
    assert rows == [
        ("Anna Kowalska", 1, "Zespół Szkół w Gnieźnie"),
        ("Jan Nowak", 2, "Zespół Szkół w Pile"),
    ]


def test_a_medal_is_contest_and_category(stages: Stages) -> None:
    text = "Podczas gali 4 maja 2024 r. medal „Serce Gminy” otrzymała Anna Kowalska."
    facts = stages.run(Analysis(Source("text", text), Options())).facts
    assert facts is not None
    (award,) = facts.events[0].awards
    assert (award.contest, award.category, award.edition) == ("Serce Gminy", "medal „Serce Gminy”", None)


def test_the_contest_and_edition_are_the_events(stages: Stages) -> None:
    text = "Wczoraj odbyła się gala IX edycji konkursu „Perły”. Pierwsze miejsce zajęła Gmina Lutynia."
    facts = stages.run(Analysis(Source("text", text), Options(published="2024-06-20"))).facts
    assert facts is not None
    (award,) = facts.events[0].awards
    assert (award.contest, award.edition, award.place) == ("Perły", 9, 1)
    assert (award.recipient, award.recipient_kind) == ("Gmina Lutynia", "municipality")


def test_spans_are_the_evidence(stages: Stages) -> None:
    text = OPENING + "Drugą nagrodę przyznano Annie Kowalskiej."
    facts = stages.run(Analysis(Source("text", text), Options())).facts
    assert facts is not None
    (award,) = facts.events[0].awards
    assert [s.of(text) for s in award.spans] == ["Annie Kowalskiej", "Drugą nagrodę"]
    assert award.rule == "award.verb.give"
