"""Invented sentences with their names marked: one phenomenon each, in ``tests/data/entities/marked.txt``."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from extract.base import Span
from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source
from extract.s5_entities import EntityKind, Mentions

_MARK = re.compile(r"\[([piu]):([^\]]*)\]")
_KINDS = {"p": EntityKind.PERSON, "i": EntityKind.INSTITUTION, "u": EntityKind.UNIT}
_FILE = Path(__file__).parents[1] / "data" / "entities" / "marked.txt"


def _lines() -> list[str]:
    lines = _FILE.read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]


def _unmarked(line: str) -> tuple[str, set[tuple[EntityKind, Span]]]:
    """The text without marks, and the marked spans in it."""
    text, spans, end = "", set(), 0
    for match in _MARK.finditer(line):
        text += line[end : match.start()]
        spans.add((_KINDS[match[1]], Span(len(text), len(text) + len(match[2]))))
        text += match[2]
        end = match.end()
    return text + line[end:], spans


def find(stages: Stages, text: str) -> Mentions:
    """The mentions of one text."""
    analysis = Analysis(Source("text", text), Options())
    for stage in ("layout", "morphology", "dates", "entities"):
        analysis = stages.stage(stage)(analysis)
    assert analysis.mentions is not None
    return analysis.mentions


@pytest.mark.parametrize("line", _lines())
def test_names_are_found_whole(stages: Stages, line: str) -> None:
    text, expected = _unmarked(line)
    mentions = find(stages, text).mentions
    found = {(m.kind, m.span) for m in mentions if m.kind is not EntityKind.PLACE}
    assert sorted((k, s.of(text)) for k, s in found) == sorted((k, s.of(text)) for k, s in expected)
    assert found == expected


def test_mentions_of_a_kind_do_not_overlap_and_have_evidence(stages: Stages, raw: list[Path]) -> None:
    for path in raw:
        text = path.read_text("utf-8")
        mentions = find(stages, text)
        assert [m.span for m in mentions.mentions] == sorted(m.span for m in mentions.mentions)
        for kind in EntityKind:
            spans = [m.span for m in mentions.of(kind)]
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(m.rule and 0 < m.confidence <= 1 for m in mentions.mentions)
        assert {m.rule for m in mentions.mentions} <= mentions.fired


def test_text_of_a_mention_reads_in_order_without_line_breaks(stages: Stages) -> None:
    text = "Wyniki\n1. Wolski Jan\n2. Lipska Anna\nWystąpiła kierowniczka Anna Lip-\nska z naszego miasta."
    people = find(stages, text).of(EntityKind.PERSON)
    assert [p.text for p in people] == ["Jan Wolski", "Anna Lipska", "Anna Lipska"]


def test_a_unit_knows_its_institution(stages: Stages) -> None:
    text = "Mówiła dyrektorka Wydziału Kultury Urzędu Miejskiego w Lipnie."
    (unit,) = find(stages, text).of(EntityKind.UNIT)
    assert unit.unit_of is not None
    assert unit.unit_of.of(text) == "Urzędu Miejskiego w Lipnie"


def test_a_shared_head_is_given_to_each_town(stages: Stages) -> None:
    text = "Byli tam: Miejskie Ośrodki Pomocy Rodzinie: w Pile, w Kutnie i Lipnie."
    members = find(stages, text).of(EntityKind.INSTITUTION)
    assert [m.text for m in members] == [
        "Miejski Ośrodek Pomocy Rodzinie w Pile",
        "Miejski Ośrodek Pomocy Rodzinie w Kutnie",
        "Miejski Ośrodek Pomocy Rodzinie w Lipnie",
    ]
    assert {m.heads[0].of(text) for m in members} == {"Miejskie Ośrodki Pomocy Rodzinie"}
    assert [m.heads[1].of(text) for m in members] == ["Pile", "Kutnie", "Lipnie"]


def test_later_short_forms_are_anchored(stages: Stages) -> None:
    text = "Zaprasza Fundacja „Cichy Port”. Jan Wolski chwali „Cichy Port”. Tak mówi prezeska fundacji. Wolski milczy."
    anchored = [(m.text, m.anchor.of(text)) for m in find(stages, text).mentions if m.anchor]
    assert anchored == [
        ("Cichy Port", "Fundacja „Cichy Port”"),
        ("fundacji", "Fundacja „Cichy Port”"),
        ("Wolski", "Jan Wolski"),
    ]


def test_honorific_tells_the_gender(stages: Stages) -> None:
    people = find(stages, "Przyszła pani Nikola Bzelth i pan Qorin Bzelth.").of(EntityKind.PERSON)
    assert [(p.text, p.gender) for p in people] == [("Nikola Bzelth", "f"), ("Qorin Bzelth", "m")]


def test_an_adjective_of_a_town_gives_the_place(stages: Stages) -> None:
    text = "Mówił chirurg z kaliskiego Szpitala Wojewódzkiego. Potem w Kaliszu i w Pile grano."
    hospital = find(stages, text).of(EntityKind.INSTITUTION)[0]
    assert hospital.text == "Szpitala Wojewódzkiego w Kaliszu"
    assert hospital.span.of(text) == "Szpitala Wojewódzkiego"


def test_couples_share_a_surname(stages: Stages) -> None:
    people = find(stages, "Przyszli Anna i Jan Wolscy oraz Ewa i Piotr Wrona.").of(EntityKind.PERSON)
    assert [p.text for p in people] == ["Anna Wolscy", "Jan Wolscy", "Ewa Wrona", "Piotr Wrona"]


def test_what_a_name_does_without_is_left_out_of_its_text(stages: Stages) -> None:
    text = "Zaprasza Regionalny Ośrodek Badań (ROB) w Pile, Urząd Leśny z siedzibą w Kutnie i szefowa OPS-u w Lipnie."
    assert [m.text for m in find(stages, text).of(EntityKind.INSTITUTION)] == [
        "Regionalny Ośrodek Badań w Pile",
        "Urząd Leśny w Kutnie",
        "OPS w Lipnie",
    ]


def test_furniture_is_not_read(stages: Stages) -> None:
    text = "Strona główna | Kontakt | Mapa strony\nTytuł\n\nPrzyszła Anna Lipska.\n\nDrukuj | Powrót | Wyślij"
    assert [m.text for m in find(stages, text).mentions] == ["Anna Lipska"]
