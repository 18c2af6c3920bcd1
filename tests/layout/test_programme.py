"""Programme items in every notation of time, and the lines that belong to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.s2_layout import BlockKind, Layout
from extract.s2_layout.times import clock, day_heading

Analyse = Callable[[str], Layout]


def tree(layout: Layout) -> list[tuple[str, int, int, str]]:
    return [(b.kind.value, b.depth, b.owner, b.span.of(layout.text)) for b in layout.blocks]


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("9.00–9.30 otwarcie", 9),
        ("9:00 - 9:30 otwarcie", 11),
        ("8⁴⁵ – 9¹⁵  rejestracja", 9),
        ("godz. 11-11.20  przerwa", 14),
        ("godz. 1045 - wykład", 10),
        ("od godz. 900 do 1030 – pokaz", 20),
        ("od 13.30 do 15.00  warsztaty", 17),
        ("10:00 – start", 7),
        ("10.35", 5),
        ("8.05.2024 środa 19:00 - wernisaż", 21),
        ("12.05.2024 r. odbył się koncert", 0),
        ("14.10, godz. 11.00", 0),
        ("10 maja odbył się koncert", 0),
        ("0:27:51 czas zwycięzcy", 0),
        ("25.70 zł", 0),
    ],
)
def test_clock_times_at_the_start_of_a_line(line: str, length: int) -> None:
    assert clock(line) == length


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Dzień I – środa, 6 maja", True),
        ("DZIEŃ DRUGI", True),
        ("Czwartek 17.09.2015", True),
        ("PIĄTEK, 15 MAJA", True),
        ("NIEDZIELA (17.05.)", True),
        ("10.05.2024 sobota", True),
        ("Piątek należał do ogrodników.", False),
        ("W sobotę", False),
        ("Dzień pierwszy minął szybko.", False),
    ],
)
def test_day_headings(line: str, day: bool) -> None:
    assert day_heading(line) is day


def test_people_and_labels_below_an_item(analyse: Analyse) -> None:
    text = (
        "Program\n\n9.00 Otwarcie – Jan Dąb\n9.30 Panel „Las”\nmoderacja: Ewa Lipa\npaneliści:\nAdam Klon – leśnik\n"
        "Iga Sosna\n11.00 Przerwa"
    )
    assert tree(analyse(text))[1:] == [
        ("programme", 1, -1, "9.00 Otwarcie – Jan Dąb"),
        ("programme", 1, -1, "9.30 Panel „Las”"),
        ("item", 2, 2, "moderacja: Ewa Lipa"),
        ("label", 2, 2, "paneliści:"),
        ("item", 2, 4, "Adam Klon – leśnik"),
        ("item", 2, 4, "Iga Sosna"),
        ("programme", 1, -1, "11.00 Przerwa"),
    ]


def test_a_time_on_its_own_line_takes_the_lines_below(analyse: Analyse) -> None:
    text = "Program\n\n10.00\nOtwarcie\nJan Dąb\n\n10.30–11.00\nWykład o lesie\nEwa Lipa"
    assert tree(analyse(text))[1:] == [
        ("programme", 1, -1, "10.00"),
        ("item", 2, 1, "Otwarcie"),
        ("item", 2, 1, "Jan Dąb"),
        ("programme", 1, -1, "10.30–11.00"),
        ("item", 2, 4, "Wykład o lesie"),
        ("item", 2, 4, "Ewa Lipa"),
    ]


def test_a_time_that_ends_every_group_takes_the_lines_above(analyse: Analyse) -> None:
    text = "Program\n\nOtwarcie lasu\nJan Dąb\n10:00 - 10:30\n\nWykład\nEwa Lipa\n10:30 - 11:00"
    assert tree(analyse(text))[1:] == [
        ("item", 2, 3, "Otwarcie lasu"),
        ("item", 2, 3, "Jan Dąb"),
        ("programme", 1, -1, "10:00 - 10:30"),
        ("item", 2, 6, "Wykład"),
        ("item", 2, 6, "Ewa Lipa"),
        ("programme", 1, -1, "10:30 - 11:00"),
    ]


def test_parallel_sessions_inside_an_item(analyse: Analyse) -> None:
    text = (
        "Program\n\n9.00   Otwarcie\n11.30–13.00   SESJE RÓWNOLEGŁE\n\n"
        "    Sesja A. Las (s. 101)\n    przewodniczy: Ewa Lipa\n"
        "    11.30   Sosny – Jan Dąb\n    12.00   Dęby – Iga Sosna\n\n"
        "    Sesja B. Łąka (s. 102)\n    11.30   Trawy – Adam Klon\n\n"
        "13.00   obiad"
    )
    assert tree(analyse(text))[2:] == [
        ("programme", 1, -1, "11.30–13.00   SESJE RÓWNOLEGŁE"),
        ("heading", 2, 2, "Sesja A. Las (s. 101)"),
        ("item", 2, 3, "przewodniczy: Ewa Lipa"),
        ("programme", 2, 3, "11.30   Sosny – Jan Dąb"),
        ("programme", 2, 3, "12.00   Dęby – Iga Sosna"),
        ("heading", 2, 2, "Sesja B. Łąka (s. 102)"),
        ("programme", 2, 7, "11.30   Trawy – Adam Klon"),
        ("programme", 1, -1, "13.00   obiad"),
    ]


def test_days_part_a_programme(analyse: Analyse) -> None:
    text = "Program\n\nDZIEŃ I – sobota\n9.00 Otwarcie\n10.00 Wykład\n\nDZIEŃ II – niedziela\n9.00 Wycieczka"
    layout = analyse(text)
    assert [b.kind.value for b in layout.blocks] == [
        "headline",
        "heading",
        "programme",
        "programme",
        "heading",
        "programme",
    ]
    assert {b.group for b in layout.blocks if b.kind is BlockKind.PROGRAMME} == {0}


def test_hours_alone_count_beside_sure_times(analyse: Analyse) -> None:
    text = "Program\n\n• 10:00 otwarcie\n• 1030 – 1100 wykład\n• 11-12 spacer\n• ok. 12.00 obiad"
    assert [b.kind.value for b in analyse(text).blocks[1:]] == ["programme"] * 4


def test_the_text_after_the_programme_is_not_its_last_item(analyse: Analyse) -> None:
    text = "Program\n\n9.00 Otwarcie\n10.00 Zakończenie\n\nPo spotkaniu goście zwiedzili las."
    assert tree(analyse(text))[-1] == ("paragraph", 0, -1, "Po spotkaniu goście zwiedzili las.")


def test_bars_part_the_cells_of_an_item(analyse: Analyse) -> None:
    text = "Program\n\n9.00 – 9.30 | Otwarcie | Jan Dąb\n10.00 | Wykład"
    layout = analyse(text)
    assert [cell.of(text) for cell in layout.blocks[1].cells] == ["9.00 – 9.30", "Otwarcie", "Jan Dąb"]


def test_a_session_named_between_items_opens_the_items_below(analyse: Analyse) -> None:
    text = (
        "Program\n\n9.00 Otwarcie\n10.00 Przerwa\n\nSesja I – Rzeki\nProwadzenie: Ewa Lipa\n\n10.30 Nurt – Jan Dąb\n"
        "11.00 Brzeg – Adam Klon"
    )
    assert [(kind, owner) for kind, _, owner, _ in tree(analyse(text))[1:]] == [
        ("programme", -1),
        ("programme", -1),
        ("heading", -1),
        ("item", 3),
        ("programme", -1),
        ("programme", -1),
    ]


def test_a_bare_date_below_the_word_programme_is_its_day(analyse: Analyse) -> None:
    day = "Czwartek, 6.06.2024 r."
    text = f"Konferencja o lesie\n\nPROGRAM RAMOWY\n\n{day}\n\nGodzina\tTemat\n9.00\tOtwarcie\n10.00\tWykład"
    assert [b.kind.value for b in analyse(text).blocks] == [
        "headline",
        "heading",
        "heading",
        "row",
        "programme",
        "programme",
    ]


def test_organisers_below_the_last_item_are_not_its_people(analyse: Analyse) -> None:
    text = "Program\n\n9.00\nOtwarcie\n12.00\nDyskusja\nprowadzenie: Iga Sosna\nOrganizatorzy: Biblioteka w Borowej"
    assert [(kind, owner) for kind, _, owner, _ in tree(analyse(text))[3:]] == [
        ("programme", -1),
        ("item", 3),
        ("item", 3),
        ("paragraph", -1),
    ]
