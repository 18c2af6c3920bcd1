"""A person's designation reads the same in prose, in a programme and in a list of panelists, for either gender."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .facts import about
from .releases import PERSONS, Name, fill

_LAYOUTS = {
    "prose": "Wykład „Cena ciszy” {e:wygłosił|wygłosiła} DESIGNATED.",
    "programme": "Program:\n\n9.00 – 9.30 „Cena ciszy” – DESIGNATED\n9.30 – 10.00 „Mgła” – {a}",
    "panel": "Panel „Cena ciszy”\nPaneliści:\n• DESIGNATED\n• {a}",
}

_HEAD = "Woda w mieście\n\nKonferencja „Woda w mieście” odbyła się 14 marca 2022 r. w Muzeum Rzemiosła w Płocku.\n\n"

# The text, with its values: title, position, unit, institution.
_DESIGNATIONS: list[tuple[str, tuple[str, str, str, str]]] = [
    ("dr {e} z Politechniki Łódzkiej", ("dr", "", "", "Politechnika Łódzka")),
    ("dr {e} (Politechnika Łódzka)", ("dr", "", "", "Politechnika Łódzka")),
    ("dr {e}, Politechnika Łódzka", ("dr", "", "", "Politechnika Łódzka")),
    ("{e}, {e:dyrektor|dyrektorka} Instytutu Botaniki", ("", "{e:dyrektor|dyrektorka}", "", "Instytut Botaniki")),
    ("{e} – {e:dyrektor|dyrektorka} Instytutu Botaniki", ("", "{e:dyrektor|dyrektorka}", "", "Instytut Botaniki")),
    ("{e} ({e:dyrektor|dyrektorka} Instytutu Botaniki)", ("", "{e:dyrektor|dyrektorka}", "", "Instytut Botaniki")),
    ("{e:dyrektor|dyrektorka} Instytutu Botaniki {e}", ("", "{e:dyrektor|dyrektorka}", "", "Instytut Botaniki")),
    ("{e:dyrektor|dyrektorka} Instytutu Botaniki, dr {e}", ("dr", "{e:dyrektor|dyrektorka}", "", "Instytut Botaniki")),
    ("{e:pan|pani} dyrektor Instytutu Botaniki {e}", ("", "dyrektor", "", "Instytut Botaniki")),
    (
        "prof. dr hab. {e}, {e:kierownik|kierowniczka} Katedry Akustyki Politechniki Łódzkiej",
        ("prof. dr hab.", "{e:kierownik|kierowniczka}", "Katedra Akustyki", "Politechnika Łódzka"),
    ),
    (
        "{e}, {e:zastępca|zastępczyni} dyrektora Instytutu Botaniki",
        ("", "{e:zastępca|zastępczyni} dyrektora", "", "Instytut Botaniki"),
    ),
    (
        "{e}, {e:wiceprezes|wiceprezeska} Fundacji „Nowa Ławka”",
        ("", "{e:wiceprezes|wiceprezeska}", "", 'Fundacja "Nowa Ławka"'),
    ),
    ("{e}, prezydent Płocka", ("", "prezydent Płocka", "", "")),
    ("burmistrz Sochaczewa {e}", ("", "burmistrz Sochaczewa", "", "")),
    (
        "{e}, {e:naczelnik|naczelniczka} Wydziału Kultury Urzędu Miasta Płocka",
        ("", "{e:naczelnik|naczelniczka}", "Wydział Kultury", "Urząd Miasta Płocka"),
    ),
    (
        "dr inż. {e} z Wydziału Leśnego Uniwersytetu Przyrodniczego w Poznaniu",
        ("dr inż.", "", "Wydział Leśny", "Uniwersytet Przyrodniczy w Poznaniu"),
    ),
    ("{e}, {e:psycholog|psycholożka}", ("", "{e:psycholog|psycholożka}", "", "")),
    (
        "{e}, {e:nauczyciel|nauczycielka} biologii w Liceum Ogólnokształcącym nr 2 w Płocku",
        ("", "{e:nauczyciel|nauczycielka} biologii", "", "Liceum Ogólnokształcące nr 2 w Płocku"),
    ),
    (
        "{e}, {e:rzecznik prasowy|rzeczniczka prasowa} Politechniki Łódzkiej",
        ("", "{e:rzecznik prasowy|rzeczniczka prasowa}", "", "Politechnika Łódzka"),
    ),
    (
        "{e:przedstawiciel|przedstawicielka} Ministerstwa Klimatu {e}",
        ("", "{e:przedstawiciel|przedstawicielka}", "", "Ministerstwo Klimatu"),
    ),
    ("{e:dyrektor|dyrektorka} {e} z Instytutu Botaniki", ("", "{e:dyrektor|dyrektorka}", "", "Instytut Botaniki")),
    (
        "lek. {e}, {e:ordynator|ordynatorka} Oddziału Kardiologii Szpitala Wojewódzkiego w Płocku",
        ("lek.", "{e:ordynator|ordynatorka}", "Oddział Kardiologii", "Szpital Wojewódzki w Płocku"),
    ),
    ("{e}, p.o. dyrektora Instytutu Botaniki", ("", "p.o. dyrektora", "", "Instytut Botaniki")),
]


@pytest.mark.parametrize("person", [PERSONS[4], PERSONS[1]], ids=["m", "f"])
@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize(("text", "values"), _DESIGNATIONS, ids=[text for text, _ in _DESIGNATIONS])
def test_designations(
    told: Callable[[str], list[str]], text: str, values: tuple[str, str, str, str], layout: str, person: Name
) -> None:
    release = _HEAD + _LAYOUTS[layout].replace("DESIGNATED", text) + "\n"
    lines = [line for line in about(told(fill(release, e=person)), "appearance") if person.nom in line]
    title, position, unit, institution = (fill(value, e=person) for value in values)
    fields = [("title", title), ("position", position), ("unit", unit), ("person", person.nom)]
    fields += [("institution", institution), ("where", "Cena ciszy")]
    role = "panelist" if layout == "panel" else "speaker"
    assert lines == [f"appearance: role = {role}; " + "; ".join(f"{k} = {v}" for k, v in fields if v)]
