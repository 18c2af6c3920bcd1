"""What holds of the layout of any text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from extract.s2_layout import Layout
from extract.s2_layout.lines import BLANK

Analyse = Callable[[str], Layout]

PIECES = [
    "Otwarcie przedszkola",
    "Jan Dąb – wójt Borowej",
    "W niedzielę w Borowej otwarto przedszkole, na które mieszkańcy czekali od lat. Przyszło sto osób.",
    "- ",
    "• ",
    "1. ",
    "2) ",
    "a) ",
    "I. ",
    "9.00–9.30 ",
    "10:00",
    "godz. 11 ",
    "Moderator:",
    "Kategoria: młodzież",
    "DZIEŃ I – sobota",
    "5 maja 2024 r.",
    "I miejsce",
    "Lp.",
    "Miejsce",
    "Powrót | Drukuj",
    "Strona główna ",
    "plików cookies",
    "fot. J. Kadr",
    "WIEŚCI    nr 3",
    "\t",
    "   ",
    " | ",
    "\n",
    "\n\n",
    "\r\n",
    "\u00a0",
    "\u200b",
    "„",
    "”",
    "–",
    "?",
    "7",
    "🎤 ",
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def visible(text: str) -> str:
    return "".join(character for character in text if character not in BLANK and not character.isspace())


def check(layout: Layout) -> None:
    text, at = layout.text, 0
    for index, block in enumerate(layout.blocks):
        assert block.index == index
        assert at <= block.span.start < block.span.end
        assert visible(text[at : block.span.start]) == visible(block.marker)
        inside = block.span.of(text)
        assert inside == inside.strip(BLANK)
        assert -1 <= block.owner < len(layout.blocks)
        assert block.owner != index
        for part in (*block.cells, *block.sentences, *([block.label] if block.label else [])):
            assert block.span.start <= part.start <= part.end <= block.span.end
        assert visible("".join(s.of(text) for s in block.sentences)) == visible(inside)
        at = block.span.end
    assert not visible(text[at:])


@given(texts)
def test_every_visible_character_is_in_one_block_or_marker(analyse: Analyse, text: str) -> None:
    check(analyse(text))


@given(st.text(max_size=300))
def test_any_characters_are_laid_out(analyse: Analyse, text: str) -> None:
    check(analyse(text))


@given(texts)
def test_the_same_text_has_the_same_layout(analyse: Analyse, text: str) -> None:
    assert analyse(text) == analyse(text)


@given(texts)
def test_owners_lead_to_no_circle(analyse: Analyse, text: str) -> None:
    blocks = analyse(text).blocks
    for block in blocks:
        seen, at = set(), block
        while at.owner >= 0:
            assert at.index not in seen
            seen.add(at.index)
            at = blocks[at.owner]


@given(texts)
def test_kinds_do_not_depend_on_how_lines_end(analyse: Analyse, text: str) -> None:
    plain = text.replace("\r\n", "\n")
    windows = plain.replace("\n", "\r\n")
    assert [b.kind for b in analyse(plain).blocks] == [b.kind for b in analyse(windows).blocks]
