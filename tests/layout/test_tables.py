"""Tables in columns, and tables with one cell a line."""

from __future__ import annotations

from collections.abc import Callable

from extract.s2_layout import Layout

Analyse = Callable[[str], Layout]


def rows(layout: Layout) -> list[tuple[str, list[str]]]:
    return [
        (b.kind.value, [cell.of(layout.text) for cell in b.cells] or [b.span.of(layout.text)])
        for b in layout.blocks
        if b.group >= 0
    ]


def test_tabs_part_cells_and_single_cells_are_headings(analyse: Analyse) -> None:
    text = "Wyniki\n\nLp.\tNazwisko\tSzkoła\nSEKCJA A\n1\tDąb Jan\tSP 1\n2\t-\tSP 2\nSEKCJA B\n3\tLipa Ewa\tSP 3"
    assert rows(analyse(text)) == [
        ("row", ["Lp.", "Nazwisko", "Szkoła"]),
        ("heading", ["SEKCJA A"]),
        ("row", ["1", "Dąb Jan", "SP 1"]),
        ("row", ["2", "-", "SP 2"]),
        ("heading", ["SEKCJA B"]),
        ("row", ["3", "Lipa Ewa", "SP 3"]),
    ]


def test_wide_gaps_part_cells_and_an_empty_first_cell_stays(analyse: Analyse) -> None:
    text = (
        "Wyniki\n\nLAUREACI              NAGRODA\nJan Dąb               I miejsce\nEwa Lipa              II miejsce\n"
        "                      malarstwo"
    )
    assert rows(analyse(text)) == [
        ("row", ["LAUREACI", "NAGRODA"]),
        ("row", ["Jan Dąb", "I miejsce"]),
        ("row", ["Ewa Lipa", "II miejsce"]),
        ("row", ["", "malarstwo"]),
    ]


def test_bars_part_cells(analyse: Analyse) -> None:
    text = "Wyniki\n\nLp. | Nazwisko | Nagroda\n1 | Jan Dąb | książka\n2 | Ewa Lipa | dyplom"
    assert rows(analyse(text))[1] == ("row", ["1", "Jan Dąb", "książka"])


def test_gaps_after_bullets_and_full_stops_part_nothing(analyse: Analyse) -> None:
    text = "Przyszli:\n•   wójt Jan Dąb,\n•   starosta Ewa Lipa,\n1.   leśnik Adam Klon,\n2.   lekarka Iga Sosna."
    assert [b.kind.value for b in analyse(text).blocks[1:]] == ["item"] * 4


def test_counted_records_of_one_cell_a_line(analyse: Analyse) -> None:
    head = "Lp.\nNazwisko i imię\nGmina\nRozstrzygnięcie"
    text = f"Wyniki\n\n{head}\n1\nDĄB Jan\nBorowa\nI miejsce\n2\nLIPA Ewa\nLeśna\nII miejsce\n\nGratulujemy!"
    layout = analyse(text)
    assert rows(layout) == [
        ("row", ["Lp.", "Nazwisko i imię", "Gmina", "Rozstrzygnięcie"]),
        ("row", ["1", "DĄB Jan", "Borowa", "I miejsce"]),
        ("row", ["2", "LIPA Ewa", "Leśna", "II miejsce"]),
    ]
    assert layout.blocks[-1].kind.value == "paragraph"


def test_records_between_blank_lines(analyse: Analyse) -> None:
    text = (
        "Finał\n\nWYNIKI\nMiejsce\nUczeń\nSzkoła\n\nMŁODSI\n\nI\nJan Dąb\nSP w Borowej\n\nII\nEwa Lipa\nSP w Leśnej\n\n"
        "STARSI\n\nI\nnie przyznano\n\nII\nAdam Klon\nLO w Borowej"
    )
    assert rows(analyse(text)) == [
        ("heading", ["WYNIKI"]),
        ("row", ["Miejsce", "Uczeń", "Szkoła"]),
        ("heading", ["MŁODSI"]),
        ("row", ["I", "Jan Dąb", "SP w Borowej"]),
        ("row", ["II", "Ewa Lipa", "SP w Leśnej"]),
        ("heading", ["STARSI"]),
        ("row", ["I", "nie przyznano"]),
        ("row", ["II", "Adam Klon", "LO w Borowej"]),
    ]
