"""Full stops that end a sentence and those that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.base import RuleBook, Span
from extract.s2_layout import Block, BlockKind, Layout, SentenceSplitter, sentences


@pytest.mark.parametrize(
    "marked",
    [
        "Przyszli goście.| Było miło.",
        "Wykład wygłosił prof. dr hab. n. med. Jan Dąb z Uniwersytetu.| Potem był obiad.",
        "Spotkanie odbyło się przy ul. Leśnej 3 w sali im. Jana Dęba.",
        "Przyszli m.in. Ewa Lipa i Adam Klon.| Zabrakło wójta.",
        "Firma Las sp. z o.o. z Borowej ufundowała nagrody.",
        "Nagrodę ufundował Las S.A.| Wręczył ją wójt.",
        "W dniu 4 maja 2023 r. Gmina Borowa otworzyła przedszkole.",
        "Przedszkole otwarto 4 maja 2023 r.| Wójt przeciął wstęgę.",
        "Trwa to od sierpnia br.| Koszt jest duży.",
        "Zapraszamy na 5. Forum Ogrodników do Borowej.",
        "W biegu pobiegło 50 osób.| Wygrał Jan Dąb.",
        "Otwarcie o godz. 10.| Potem wykład.",
        "J. Dąb i A. Klon podpisali list.",
        "Wysłuchano wykładu „Las. Co dalej?” Ewy Lipy.",
        "Ewa Lipa wygłosiła wykład „Las i my. Potencjał, wyzwania i problemy”.| Potem był obiad.",
        "Kto zapłaci?| Tego nie wiemy.",
        "Ogarnęła to wszystko (z wdziękiem!) Ewa Lipa z Radia Las.",
        "– To dobry dzień.| Cieszymy się – powiedział wójt.| – Zapraszamy do Borowej.",
        "Panel zakończono.| – Wrócimy – zapowiada Ewa Lipa.",
        "Konferencja odbyła się on-line.Zalogowało się sto osób.".replace(".Z", ".|Z"),
        "Zob. www.borowa.example oraz 7.11.2024 w kalendarzu.",
        "Godziny otwarcia: 8.00–15.30, tel. 600 000 000.",
        "Przyszło ok. 100 osób, tj. więcej niż rok temu.",
    ],
)
def test_sentences(book: RuleBook, marked: str) -> None:
    text = marked.replace("|", "")
    found = SentenceSplitter(book).split(text, Span(0, len(text)))
    assert [span.of(text) for span in found] == [part.strip() for part in marked.split("|")]


def test_in_a_list_a_dash_after_a_question_parts_title_and_speaker(book: RuleBook) -> None:
    text = "Kto zapłaci za las? – Jan Dąb, Nadleśnictwo Borowa"
    splitter = SentenceSplitter(book)
    assert len(splitter.split(text, Span(0, len(text)), listed=True)) == 1
    assert len(splitter.split(text, Span(0, len(text)))) == 2


def test_the_rules_that_held_a_sentence_together_are_named(book: RuleBook) -> None:
    fired: set[str] = set()
    text = "Wykład wygłosił prof. Jan Dąb."
    SentenceSplitter(book).split(text, Span(0, len(text)), fired)
    assert fired == {"layout.sentence.abbreviation"}


def test_sentences_of_a_block(analyse: Callable[[str], Layout]) -> None:
    text = "Otwarto las. Było miło.\r\n\r\nPotem goście poszli do domu."
    blocks = analyse(text).blocks
    assert [[s.of(text) for s in sentences(text, block)] for block in blocks] == [
        ["Otwarto las.", "Było miło."],
        ["Potem goście poszli do domu."],
    ]
    assert sentences(text, Block(0, BlockKind.PARAGRAPH, Span(0, 12))) == (Span(0, 12),)
