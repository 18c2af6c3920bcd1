"""The same event at days told in other ways: against the day of publication, by the tense, with an edition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .facts import about

_DAYS = {
    "Konferencja „Woda” odbyła się wczoraj w Płocku.": ("2022-03-13", "held"),
    "Konferencja „Woda” odbyła się w miniony piątek w Płocku.": ("2022-03-11", "held"),
    "W piątek, 11 marca, odbyła się w Płocku konferencja „Woda”.": ("2022-03-11", "held"),
    "Konferencja „Woda” odbyła się 10 marca w Płocku.": ("2022-03-10", "held"),
    "Konferencja „Woda” odbyła się 10 bm. w Płocku.": ("2022-03-10", "held"),
    "Dziś w Płocku odbyła się konferencja „Woda”.": ("2022-03-14", "held"),
    "30 grudnia w Płocku odbyła się konferencja „Woda”.": ("2021-12-30", "held"),
    "Dziś o godz. 10.00 w Płocku rozpocznie się konferencja „Woda”.": ("2022-03-14", "planned"),
    "Konferencja „Woda” odbędzie się w najbliższą sobotę w Płocku.": ("2022-03-19", "planned"),
    "Konferencja „Woda” odbędzie się 20 marca w Płocku.": ("2022-03-20", "planned"),
    "Zapraszamy na konferencję „Woda”, która odbędzie się 20 marca w Płocku.": ("2022-03-20", "planned"),
    "Konferencja „Woda” zaplanowana na 20 marca w Płocku nie odbędzie się.": ("2022-03-20", "cancelled"),
}


@pytest.mark.parametrize("sentence", _DAYS)
def test_days_against_the_day_of_publication(told: Callable[[str], list[str]], sentence: str) -> None:
    day, status = _DAYS[sentence]
    assert about(told(f"Woda w mieście\n\nOpublikowano: 14.03.2022\n\n{sentence}\n"), "event") == [
        f"event: kind = konferencja; name = Woda; start_date = {day}; end_date = {day}; city = Płock",
        f"event: name = Woda; status = {status}",
    ]


@pytest.mark.parametrize(
    "sentence", ["Konferencja „Woda” odbyła się {} w Płocku.", "W Płocku {} odbyła się konferencja „Woda”."]
)
@pytest.mark.parametrize("when", ["10 marca", "w piątek, 11 marca,", "w dniach 10–11 marca"])
def test_no_year_is_guessed(told: Callable[[str], list[str]], sentence: str, when: str) -> None:
    """Without a day of publication nothing tells the year."""
    assert not [x for x in told(f"Woda w mieście\n\n{sentence.format(when)}\n") if "_date" in x or "start = " in x]


_EDITIONS = {
    "XX konferencja „Woda” odbyła się 14 marca 2022 r. w Płocku.": 20,
    "Już po raz dziesiąty odbyła się 14 marca 2022 r. w Płocku konferencja „Woda”.": 10,
    "Jubileuszowa, 25. edycja konferencji „Woda” odbyła się 14 marca 2022 r. w Płocku.": 25,
    "Za nami druga edycja konferencji „Woda”. Odbyła się ona 14 marca 2022 r. w Płocku.": 2,
}


@pytest.mark.parametrize("sentence", _EDITIONS)
def test_editions(told: Callable[[str], list[str]], sentence: str) -> None:
    assert about(told(f"Woda w mieście\n\n{sentence}\n"), "event")[0] == (
        f"event: kind = konferencja; name = Woda; edition = {_EDITIONS[sentence]}; "
        "start_date = 2022-03-14; end_date = 2022-03-14; city = Płock"
    )
