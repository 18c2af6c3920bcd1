"""Institutions behind an event: one way of saying it a case."""

from __future__ import annotations

import pytest

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source

HOUSE = "Technikum Leśne w Białowieży"

CASES = [
    ("Konferencję „Las jutra” zorganizowało Technikum Leśne w Białowieży.", {HOUSE: "organizer"}),
    (
        "Konferencja „Las jutra”, zorganizowana przez Technikum Leśne w Białowieży, trwała dwa dni.",
        {HOUSE: "organizer"},
    ),
    ("Technikum Leśne w Białowieży zaprasza na konferencję „Las jutra”.", {HOUSE: "organizer"}),
    ("Konferencja „Las jutra”\n\nOrganizator: Technikum Leśne w Białowieży", {HOUSE: "organizer"}),
    ("Konferencja „Las jutra” odbyła się w Pile. Gospodarzem było Technikum Leśne w Białowieży.", {HOUSE: "organizer"}),
    (
        "Konferencję „Las jutra” zorganizowały Technikum Leśne w Białowieży i Fundacja „Szyszka”.",
        {HOUSE: "organizer", "Fundacja „Szyszka”": "organizer"},
    ),
    (
        "Konferencję „Las jutra” przygotowała Fundacja „Szyszka” wspólnie z Technikum Leśnym w Białowieży.",
        {"Fundacja „Szyszka”": "organizer", HOUSE: "co_organizer"},
    ),
    ("Konferencja „Las jutra” odbyła się we współpracy z Technikum Leśnym w Białowieży.", {HOUSE: "partner"}),
    ("Partnerem konferencji „Las jutra” było Technikum Leśne w Białowieży.", {HOUSE: "partner"}),
    ("Patronat nad konferencją „Las jutra” objęło Technikum Leśne w Białowieży.", {HOUSE: "patron"}),
    ("Nagrody w konkursie „Las jutra” ufundowało Technikum Leśne w Białowieży.", {HOUSE: "funder"}),
    ("Konferencję „Las jutra” dofinansowano ze środków Technikum Leśnego w Białowieży.", {HOUSE: "funder"}),
    (
        "Konferencja „Las jutra” odbyła się wczoraj. Pomogła nam Fundacja „Szyszka” i Technikum Leśne w Białowieży, "
        "które zapłaciło za nagrody.",
        {"Fundacja „Szyszka”": "partner", HOUSE: "funder"},
    ),
    ("Konferencja „Las jutra” odbyła się wczoraj w Technikum Leśnym w Białowieży.", {}),
    ("Konferencja „Las jutra” odbyła się wczoraj. Remont szkoły sfinansowało Technikum Leśne w Białowieży.", {}),
    ("Na konferencji „Las jutra” mówiono o projekcie realizowanym przez Technikum Leśne w Białowieży.", {}),
]


@pytest.mark.parametrize(("text", "roles"), CASES)
def test_roles(stages: Stages, text: str, roles: dict[str, str]) -> None:
    analysis = stages.run(Analysis(Source("text", text), Options(published="2024-06-20")))
    assert analysis.facts is not None and analysis.entities is not None
    names = {i.key: i.name.name for i in analysis.entities.institutions}
    (event,) = analysis.facts.events
    assert {names[i.institution]: i.role for i in event.institutions} == roles


def test_names_below_a_label(stages: Stages) -> None:
    text = "Konferencja „Las jutra”\n\nOrganizatorzy:\nTechnikum Leśne w Białowieży\nFundacja „Szyszka”\n\nWstęp wolny."
    analysis = stages.run(Analysis(Source("text", text), Options()))
    assert analysis.facts is not None
    assert [i.role for i in analysis.facts.events[0].institutions] == ["organizer", "organizer"]
