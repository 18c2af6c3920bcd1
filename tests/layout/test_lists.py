"""Lists, labels and headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.s2_layout import Block, Layout

Analyse = Callable[[str], Layout]
Shape = Callable[[str], list[tuple[str, str]]]

BODY = (
    "W niedzielę w Borowej otwarto przedszkole, na które mieszkańcy czekali dwadzieścia lat. Wstęgę przecięły dzieci."
)


def owner(layout: Layout, block: Block) -> str:
    return layout.blocks[block.owner].span.of(layout.text) if block.owner >= 0 else ""


@pytest.mark.parametrize(
    ("first", "second"),
    [("- ", "- "), ("• ", "• "), ("1. ", "2. "), ("a) ", "b) "), ("–", "–"), ("1.", "2."), ("► ", "► ")],
)
def test_markers_are_cut_off(analyse: Analyse, first: str, second: str) -> None:
    text = f"Przyszli:\n{first}wójt Jan Dąb,\n{second}starosta Ewa Lipa."
    layout = analyse(text)
    assert [(b.kind.value, b.marker, b.span.of(text)) for b in layout.blocks[1:]] == [
        ("item", first.strip(), "wójt Jan Dąb,"),
        ("item", second.strip(), "starosta Ewa Lipa."),
    ]
    assert layout.blocks[1].group == layout.blocks[2].group >= 0
    assert owner(layout, layout.blocks[2]) == "Przyszli:"


def test_an_ordinal_is_no_list_number(shape: Shape) -> None:
    text = "Wyniki\n\nKlasy I–III\n1. miejsce: Jan Dąb\n2. miejsce: Ewa Lipa"
    assert shape(text)[2:] == [("item", "1. miejsce: Jan Dąb"), ("item", "2. miejsce: Ewa Lipa")]


def test_initials_are_no_letters_of_a_list(analyse: Analyse) -> None:
    text = "Podpisali:\nR. Topola\nC. Wierzba"
    assert [b.marker for b in analyse(text).blocks] == ["", "", ""]


def test_direct_speech_is_no_item(shape: Shape) -> None:
    text = f"Nowe przedszkole\n\n{BODY}\n\n– To wielki dzień – powiedziała Ewa Lipa.\n\n– Cieszymy się – dodał wójt."
    assert [kind for kind, _ in shape(text)] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_items_of_a_nested_list_belong_to_the_item_above(analyse: Analyse) -> None:
    text = "Omówiono:\n\n- budowę żłobka. Mówili o niej:\n\n  • Jan Dąb\n  • Ewa Lipa\n\n- remont drogi"
    layout = analyse(text)
    assert [(b.depth, owner(layout, b)) for b in layout.blocks[1:]] == [
        (1, "Omówiono:"),
        (2, "budowę żłobka. Mówili o niej:"),
        (2, "budowę żłobka. Mówili o niej:"),
        (1, "Omówiono:"),
    ]


def test_short_lines_below_a_colon_are_items_until_the_sentence_goes_on(shape: Shape) -> None:
    text = (
        "W rozmowie wystąpili goście:\n\nPan Jan Dąb – wójt\n\nPani Ewa Lipa – lekarka w przychodni\n\nw Borowej\n\n"
        "którzy zgodnie uznali, że przedszkole było potrzebne, a gmina długo nie miała na nie pieniędzy."
    )
    assert shape(text)[1:] == [
        ("item", "Pan Jan Dąb – wójt"),
        ("item", "Pani Ewa Lipa – lekarka w przychodni\n\nw Borowej"),
        ("paragraph", text[text.index("którzy") :]),
    ]


def test_role_labels_and_their_people(analyse: Analyse) -> None:
    people = "Paneliści:\nJan Dąb, wójt\nEwa Lipa, starosta\n\nModerator: Adam Klon, Radio Las"
    text = f"Nowe przedszkole\n\n{BODY}\n\n{people}"
    layout = analyse(text)
    shapes = [
        (b.kind.value, b.span.of(text), b.label and b.label.of(text), owner(layout, b)) for b in layout.blocks[2:]
    ]
    assert shapes == [
        ("label", "Paneliści:", "Paneliści", ""),
        ("item", "Jan Dąb, wójt", None, "Paneliści:"),
        ("item", "Ewa Lipa, starosta", None, "Paneliści:"),
        ("paragraph", "Moderator: Adam Klon, Radio Las", "Moderator", ""),
    ]


def test_a_web_address_or_a_clock_is_no_label(analyse: Analyse) -> None:
    text = f"{BODY}\n\nhttps://borowa.example/zapisy\n\nSpotkanie 10:30 w sali"
    assert [b.label for b in analyse(text).blocks] == [None, None, None]


def test_category_headings_govern_their_items(analyse: Analyse) -> None:
    text = f"Wyniki konkursu\n\n{BODY}\n\nZŁOTA RÓŻA:\nJan Dąb, Ewa Lipa\n\nSREBRNA RÓŻA:\nAdam Klon\n\n{BODY}"
    layout = analyse(text)
    assert [(b.kind.value, owner(layout, b)) for b in layout.blocks[2:]] == [
        ("heading", ""),
        ("item", "ZŁOTA RÓŻA:"),
        ("heading", ""),
        ("item", "SREBRNA RÓŻA:"),
        ("paragraph", ""),
    ]


def test_headings_have_ranks(analyse: Analyse) -> None:
    text = (
        "Wyniki konkursów\n\nI. Ogrodnik Roku\n\nKategoria A\n1) Jan Dąb\n2) Ewa Lipa\nKategoria B\n1) Adam Klon\n\n"
        "II. Sadownik Roku\n\nKategoria A\n1) Iga Sosna\n2) Ola Jodła"
    )
    headings = [(b.span.of(text), b.depth) for b in analyse(text).blocks if b.kind.value == "heading"]
    assert headings == [
        ("Ogrodnik Roku", 0),
        ("Kategoria A", 1),
        ("Kategoria B", 1),
        ("Sadownik Roku", 0),
        ("Kategoria A", 1),
    ]


def test_a_short_line_above_a_paragraph_is_its_heading(shape: Shape) -> None:
    text = f"Wieści z gminy\n\n{BODY}\n\nRemont drogi\n{BODY}"
    assert shape(text)[2] == ("heading", "Remont drogi")


def test_the_lines_of_a_signature_are_no_list(shape: Shape) -> None:
    text = f"Zaproszenie\n\n{BODY}\n\nZ poważaniem\nEwa Lipa\nDyrektorka Przedszkola"
    assert [kind for kind, _ in shape(text)] == ["headline"] + ["paragraph"] * 4


def test_invisible_characters_behind_a_marker_are_cut_off(analyse: Analyse) -> None:
    text = "Przyszli:\n•\u00a0\u200bwójt,\n•\u00a0\u200bstarosta."
    assert [b.span.of(text) for b in analyse(text).blocks[1:]] == ["wójt,", "starosta."]


def test_headings_that_begin_alike_have_one_rank(analyse: Analyse) -> None:
    text = (
        f"Wyniki konkursu\n\n{BODY}\n\nGrupa 7-10 lat:\nI MIEJSCE\nAdam Buk\nII MIEJSCE\nOla Grab\n\n"
        "Grupa 11-14 lat\nI miejsce – Iga Lipa\nII miejsce – Jan Klon"
    )
    headings = [(b.span.of(text), b.depth) for b in analyse(text).blocks if b.kind.value == "heading"]
    assert headings == [("Grupa 7-10 lat:", 0), ("I MIEJSCE", 1), ("II MIEJSCE", 1), ("Grupa 11-14 lat", 0)]


def test_a_list_ends_at_a_wider_gap_and_at_a_label_of_another_kind(shape: Shape) -> None:
    text = (
        f"Nominacje\n\n{BODY}\n\nNominowani w kategorii „Las”:\n\nJan Dąb, „Lipy”\n\nEwa Lipa, „Dęby”\n\n"
        "Kapituła: Adam Klon, Iga Sosna\n\nGala odbędzie się w czerwcu."
    )
    assert [kind for kind, _ in shape(text)][2:] == ["heading", "item", "item", "paragraph", "paragraph"]
