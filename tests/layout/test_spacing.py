"""The same page with other blank lines has the same blocks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Shape = Callable[[str], list[tuple[str, str]]]

LONG = (
    "W niedzielę w Borowej rozstrzygnięto konkurs ogrodniczy, na który wpłynęło sto prac z całego powiatu "
    "i z sąsiednich gmin."
)
PAGE = f"""Strona główna > Aktualności

Znamy Ogrodnika Roku

Data publikacji: 5.03.2024

{LONG}

DOROŚLI
I miejsce: Jan Dąb, Borowa
II miejsce: Ewa Lipa, Leśna

MŁODZIEŻ SZKOLNA
I miejsce: Adam Klon, Borowa
II miejsce: Iga Sosna, Leśna

Program dnia:
9.00 Otwarcie
10.00 Panel „Las”
Moderator: Ewa Lipa
11.00 Wręczenie nagród

{LONG}

Drukuj | Powrót
"""


@pytest.mark.parametrize(
    "spaced",
    [
        PAGE.replace("\n", "\n\n"),
        PAGE.replace("\n", "\n \n\n"),
        PAGE.replace("\n", "\r\n"),
        PAGE.replace("\n", "\n\u00a0"),
        PAGE.replace("\n\n", "\n\n\n"),
        PAGE.replace("\n\n", "\n"),
        "\ufeff\n\n" + PAGE + "\n\n\n",
    ],
    ids=["double", "triple", "windows", "nbsp", "wide", "tight", "edges"],
)
def test_blocks_do_not_depend_on_the_spacing(shape: Shape, spaced: str) -> None:
    assert shape(spaced) == shape(PAGE)
    assert [kind for kind, _ in shape(PAGE)] == (
        ["furniture", "headline", "dateline", "paragraph"]
        + ["heading", "item", "item"] * 2
        + ["heading", "programme", "programme", "item", "programme", "paragraph", "furniture"]
    )
