"""A sentence of background adds no event, session, role or prize, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .facts import about
from .releases import RELEASES, fill

_SENTENCES = [
    "Historia muzeum sięga 1898 roku.",
    "Zgłoszenia przyjmowano do 31 stycznia 2022 r.",
    "Zgodnie z ustawą z dnia 12 marca 2004 r. o pomocy społecznej gminy mają nowe zadania.",
    "Więcej informacji na stronie internetowej i pod numerem telefonu 22 000 00 00.",
    "Kolejna edycja odbędzie się za rok.",
    "Projekt jest realizowany w latach 2021–2027.",
    "Patronem szkoły jest Jan Kochanowski.",
    "– To był dobry dzień – powiedział jeden z uczestników.",
    "Ukazała się książka Wandy Kot „Sól ziemi”.",
    "Obiad podano o godz. 14.00.",
    "Uczestnicy zwiedzili też Zamek Królewski w Warszawie.",
    "Rejestracja trwa do 5 lutego.",
    "Nagrody nie przyznano.",
    "Następny konkurs ogłosimy w czerwcu 2030 r.",
    "Tematem był rozwój miast.",
    "Ulica 3 Maja będzie zamknięta.",
    "Zespół liczy 15 osób.",
    "W naszym województwie żyje 120 tysięcy seniorów.",
    "Nazwa pochodzi od rzeki Wisły.",
    "Wszystkim serdecznie dziękujemy!",
]
_FACTS = ("article", "event", "event institution", "session", "appearance", "award")


@pytest.mark.parametrize("place", [2, -1], ids=["within", "at the end"])
@pytest.mark.parametrize("release", ["prose", "programme", "laureates", "panel"])
@pytest.mark.parametrize("sentence", _SENTENCES)
def test_background(told: Callable[[str], list[str]], release: str, sentence: str, place: int) -> None:
    text = fill(RELEASES[release])
    paragraphs = text.rstrip("\n").split("\n\n")
    paragraphs.insert(place if place > 0 else len(paragraphs), sentence)
    assert about(told("\n\n".join(paragraphs) + "\n"), *_FACTS) == about(told(text), *_FACTS)
