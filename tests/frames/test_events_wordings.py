"""Events in further wordings: who came, when it holds, how one takes part, its name, place, who stands behind it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source
from extract.s8_records import Article, Event

CASES = json.loads((Path(__file__).parents[1] / "data/frames/event_wordings.json").read_text(encoding="utf-8"))


@pytest.fixture
def article(stages: Stages) -> Callable[[str], Article]:
    """The record of a text."""

    def read(text: str) -> Article:
        found = stages.run(Analysis(Source("text", text), Options(published="2024-06-20"))).article
        assert found is not None
        return found

    return read


def values(article: Article, event: Event, wanted: dict[str, Any]) -> dict[str, Any]:
    """What the event has for the keys of ``wanted``; ``inst`` stands for its institutions in their roles."""
    names = {i.id: i.name for i in article.institutions}
    roles = {(i.role, names[i.institution_id]) for i in event.institutions}
    return {key: roles if key == "inst" else getattr(event, key) for key in wanted}


@pytest.mark.parametrize("case", CASES, ids=[f"{c['group']}-{n}" for n, c in enumerate(CASES)])
def test_wording(article: Callable[[str], Article], case: dict[str, Any]) -> None:
    record = article(case["text"])
    (event,) = record.events
    wanted = {k: {tuple(p) for p in v} if k == "inst" else v for k, v in case["wanted"].items()}
    assert values(record, event, wanted) == wanted


CYCLE = """WIOSNA W KLUBIE

Opublikowano: 20.06.2024

Spotykamy się znów w ramach cyklu „Kawa z podróżnikiem”. Organizatorem jest Fundacja Sosna.

• 4 lipca 2024 r., godz. 17.00 – Jan Nowak opowie o Chile.
• 11 lipca 2024 r. – warsztaty „Mapa i kompas” w Domu Kultury w Kole.
• 18 lipca 2024 r. – spotkanie z Ewą Kos ODWOŁANE."""


def test_every_dated_line_of_a_cycle_is_an_event(article: Callable[[str], Article]) -> None:
    events = article(CYCLE).events
    assert [(e.kind, e.name, e.start_date, e.city, e.status) for e in events] == [
        ("spotkanie", "Kawa z podróżnikiem", "2024-07-04", None, "planned"),
        ("warsztaty", "Mapa i kompas", "2024-07-11", "Koło", "planned"),
        ("spotkanie", "Kawa z podróżnikiem", "2024-07-18", None, "cancelled"),
    ]
    assert [len(e.institutions) for e in events] == [1, 1, 1]


def test_lines_below_accompanying_events_are_events(article: Callable[[str], Article]) -> None:
    text = (
        "Opublikowano: 20.06.2024\n\nFestiwal Wikliny odbył się 3 maja 2024 r. w Kole.\n\nWydarzenia towarzyszące:\n\n"
        "8 czerwca 2024 r. Warsztaty „Kosz i wić”\n15 lipca 2024 r. Spotkanie z plecionkarzami"
    )
    found = [(e.kind, e.start_date, e.status) for e in article(text).events]
    assert found == [
        ("festiwal", "2024-05-03", "held"),
        ("warsztaty", "2024-06-08", "held"),
        ("spotkanie", "2024-07-15", "planned"),
    ]
