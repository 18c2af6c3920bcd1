"""Headline, dateline and page furniture."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.s2_layout import BlockKind, Layout

Shape = Callable[[str], list[tuple[str, str]]]

BODY = (
    "W niedzielę w Borowej otwarto przedszkole, na które mieszkańcy czekali dwadzieścia lat. Wstęgę przecięły dzieci."
)


def kinds(shape: Shape, text: str) -> list[str]:
    return [kind for kind, _ in shape(text)]


def test_headline_dateline_and_tool_bar(shape: Shape) -> None:
    text = (
        "Strona główna > Aktualności\n\nPrzedszkole w Borowej otwarte\n\nBorowa, 5 marca 2024 r.\n\n"
        f"{BODY}\n\nDrukuj | Powrót\nLiczba odsłon: 31\n"
    )
    assert shape(text) == [
        ("furniture", "Strona główna > Aktualności"),
        ("headline", "Przedszkole w Borowej otwarte"),
        ("dateline", "Borowa, 5 marca 2024 r."),
        ("paragraph", BODY),
        ("furniture", "Drukuj | Powrót"),
        ("furniture", "Liczba odsłon: 31"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Borowa, 5 marca 2024 r.",
        "5 marca 2024",
        "05.03.2024",
        "2024-03-05 10:15",
        "Data publikacji: 2024-03-05 10:15",
        "Opublikowano: wt., 05/03/2024 - 10:15",
        "Dodano: 5.03.2024 r. przez: redaktor",
        "opubl. 5 marca 2024, godz. 12:15",
        "Stara Borowa, wtorek, 5 marca 2024",
        "OŚWIATA / 5.03.2024 / 0 komentarzy",
        "5 mar 2024 · Oświata · czas czytania: 3 min",
        "May 5, 2024",
        "Borowa, 5 III 2024 r.",
    ],
)
def test_datelines(shape: Shape, line: str) -> None:
    assert shape(f"Przedszkole otwarte\n{line}\n\n{BODY}")[1] == ("dateline", line)


@pytest.mark.parametrize(
    "line",
    ["Borowa, 5–7 marca 2024 r.", "Kiedy: 5 marca 2024", "Otwarto je 5 marca 2024 i od razu było pełne dzieci"],
)
def test_lines_with_dates_that_are_no_datelines(shape: Shape, line: str) -> None:
    assert shape(f"Przedszkole otwarte\n\n{line}\n\n{BODY}")[1][0] != "dateline"


def test_a_text_that_begins_with_its_first_paragraph_has_no_headline(shape: Shape) -> None:
    assert kinds(shape, f"{BODY}\n\n{BODY}") == ["paragraph", "paragraph"]


def test_the_headline_again_is_headline(shape: Shape) -> None:
    text = f"PRZEDSZKOLE W BOROWEJ OTWARTE\nPrzedszkole w Borowej otwarte\n\n{BODY}"
    assert kinds(shape, text) == ["headline", "headline", "paragraph"]


def test_what_the_breadcrumb_repeats_is_the_headline(shape: Shape) -> None:
    text = f"Gmina Borowa\n\n- Główna\n- O nas\n- Kontakt\n\nNowe przedszkole\n\n- Główna\n- Nowe przedszkole\n\n{BODY}"
    assert [block for block in shape(text) if block[0] != "furniture"] == [
        ("headline", "Nowe przedszkole"),
        ("paragraph", BODY),
    ]


def test_menu_glued_to_the_headline(shape: Shape) -> None:
    text = f"Strona główna Aktualności Nowe przedszkole w Borowej\n\n{BODY}"
    assert shape(text)[:2] == [
        ("furniture", "Strona główna Aktualności"),
        ("headline", "Nowe przedszkole w Borowej"),
    ]


def test_credit_glued_to_the_last_sentence(shape: Shape) -> None:
    text = f"Nowe przedszkole\n\n{BODY}fot. J. Kadr\n\n{BODY}"
    assert shape(text)[1:3] == [("paragraph", BODY), ("furniture", "fot. J. Kadr")]


def test_cookie_notice_takes_the_end_of_the_page_but_not_of_its_top(shape: Shape) -> None:
    notice = "Ta strona używa plików cookies. Więcej w polityce."
    assert kinds(shape, f"{BODY}\n\n{notice}\nMożna je wyłączyć.\n\nZgadzam się") == ["paragraph"] + ["furniture"] * 3
    assert kinds(shape, f"{notice}\nAkceptuję\n\nNowe przedszkole\n\n{BODY}\n\n{BODY}") == [
        "furniture",
        "furniture",
        "headline",
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Powrót",
        "Udostępnij na portalu",
        "Zobacz także: Nabór do szkół",
        "Komentarze (14)   Zgłoś błąd",
        "Poprzedni wpis: Ferie     Następny wpis: Sesja rady",
        "fot. Jan Kadr",
        "Tekst i fot. J. Kadr",
        "(kad)",
        "Wytworzył: Jan Kadr (2024-03-05)",
        "© 2024 Urząd Gminy",
        "Galeria: 1 | 2 | 3 | następna",
        "+48 600 000 000",
    ],
)
def test_furniture_below_the_text(shape: Shape, line: str) -> None:
    assert shape(f"Nowe przedszkole\n\n{BODY}\n\n{line}")[-1] == ("furniture", line)


@pytest.mark.parametrize(
    "line",
    [
        "Kontakt: Ewa Lipa, tel. 600 000 000",
        "Zobaczyć można było także wystawę prac.",
        "Autorzy wystawy otrzymali kwiaty.",
        "Galerię otworzyła Ewa Lipa.",
    ],
)
def test_lines_that_only_begin_like_furniture(shape: Shape, line: str) -> None:
    assert shape(f"Nowe przedszkole\n\n{BODY}\n\n{line}")[-1][0] != "furniture"


def test_furniture_is_outside_the_body(analyse: Callable[[str], Layout]) -> None:
    text = f"{BODY}\n\nPowrót"
    layout = analyse(text)
    assert [block.kind for block in layout.body] == [BlockKind.PARAGRAPH]
    assert layout.in_body(3)
    assert not layout.in_body(text.index("Powrót"))
    assert "layout.furniture.menu" in layout.fired


def test_a_printed_page_is_joined_and_its_running_head_is_furniture(shape: Shape) -> None:
    first = (
        "Kółko Ogrodnicze powstało w izbie\nu kowala, przy świecy i przy kawie,\n"
        "ale przetrwało sto lat i dwie wo-\njny."
    )
    second = (
        "Wszystkich powitał prezes Jan Topo-\nla, a potem ogrodniczka zaczęła wy-\nkład o różach, który trwał godzinę."
    )
    head = "WIEŚCI Z OGRODU      nr 6"
    assert shape(f"{head}\n1\n\nSTO LAT KÓŁKA\n\n{first}\n\n{head}\n2\n\n{second}") == [
        ("dateline", head),
        ("furniture", "1"),
        ("headline", "STO LAT KÓŁKA"),
        ("paragraph", first),
        ("furniture", head),
        ("furniture", "2"),
        ("paragraph", second),
    ]


def test_the_kind_of_text_is_no_headline(shape: Shape) -> None:
    text = f"Informacja prasowa\nBorowa, 5.03.2024\n\nNowe przedszkole\n\n{BODY}"
    assert [kind for kind, _ in shape(text)] == ["dateline", "dateline", "headline", "paragraph"]


def test_name_and_address_of_the_office_above_the_headline(shape: Shape) -> None:
    text = f"Ośrodek Kultury w Borowej\nul. Leśna 5, 00-000 Borowa\ntel. 600 000 000\n\nZaproszenie\n\n{BODY}"
    assert [kind for kind, _ in shape(text)] == ["furniture"] * 3 + ["headline", "paragraph"]


def test_the_name_of_the_section_is_no_headline(shape: Shape) -> None:
    text = f"Aktualności\n\nNowe przedszkole\n\n{BODY}"
    assert [kind for kind, _ in shape(text)] == ["furniture", "headline", "paragraph"]


def test_a_day_below_everything_is_the_day_of_the_text(shape: Shape) -> None:
    assert [kind for kind, _ in shape(f"Nowe przedszkole\n\n{BODY}\n10.10.2023")] == [
        "headline",
        "paragraph",
        "dateline",
    ]


def test_a_day_above_a_programme_stays_its_heading(shape: Shape) -> None:
    text = f"Nowe przedszkole\n\n{BODY}\n\n10.10.2023\n\n9.00 Powitanie\n10.00 Wykład o zabawie"
    assert [kind for kind, _ in shape(text)] == ["headline", "paragraph", "heading", "programme", "programme"]


def test_the_name_of_the_office_above_the_headline(shape: Shape) -> None:
    text = f"Szkoła Podstawowa nr 5 w Borowej\n\nUczniowie o klimacie\n\n{BODY}"
    assert [kind for kind, _ in shape(text)] == ["dateline", "headline", "paragraph"]
    told = f"Szkoła Podstawowa w Borowej nagrodzona\n\n{BODY}"
    assert [kind for kind, _ in shape(told)] == ["headline", "paragraph"]


def test_a_headline_with_a_full_stop(shape: Shape) -> None:
    assert [kind for kind, _ in shape(f"Nowe przedszkole otwarte.\n\n{BODY}")] == ["headline", "paragraph"]
