"""Strings made to hurt: the stage ends, and its spans are inside the text."""

from __future__ import annotations

import pytest

from extract.base import load_rules
from extract.s4_dates import DateFinder

FINDER = DateFinder(load_rules())
SIZE = 8_000
UNITS = (
    "1 ", "5 maja ", "5, ", "1.", "10:00-", " ", "\n", "w ", "sobota i ", "2020-", "pierwszego ", "„5 maja ", "V ", "(",
    "x", "2020 roku i ", ".", "data publikacji ", "zgłoszenia do 5 maja ", "12.05.2024\n", "od 5 do ", "dwudziestego ",
    "maja, ",
    "\u00ad", "a-\n", "ul. 3 Maja ", "godz. ", "9¹⁵ – ", "0", "e\u0301 ", "🗓 5 maja ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_adversarial(unit: str) -> None:
    text = (unit * (SIZE // len(unit) + 1))[:SIZE]
    last = 0
    for mention in FINDER.find(text).mentions:
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert mention.text == text[mention.span.start : mention.span.end]
        last = mention.span.end


@pytest.mark.parametrize("text", ["31.02.2024", "30 lutego 2023 r.", "31 czerwca 2022 roku", "29 lutego 2023 r."])
def test_impossible_days_stay_open_with_a_warning(text: str) -> None:
    dates = FINDER.find(f"Zebranie {text} odwołano.")
    (mention,) = dates.mentions
    assert (mention.start, mention.end) == (None, None)
    assert mention.warning is not None and "no such day" in mention.warning
    assert dates.warnings


def test_weekday_that_contradicts_is_reported_and_the_date_kept() -> None:
    (mention,) = FINDER.find("Spotkamy się w piątek, 22 maja 2025 r. w Bobrowie.").mentions
    assert mention.start == "2025-05-22"
    assert mention.warning == "2025-05-22 is not the weekday that the text gives"


def test_weekday_chooses_the_year_that_fits() -> None:
    (mention,) = FINDER.find("Bal: sobota, 8 lutego", published="2024-06-01").mentions
    assert mention.start == "2025-02-08"


def test_no_reference_is_a_warning_and_no_guess() -> None:
    dates = FINDER.find("Zapraszamy 5 maja.")
    assert [m.start for m in dates.mentions] == [None]
    assert any("no reference date" in w for w in dates.warnings)


def test_empty() -> None:
    assert FINDER.find("").mentions == ()
