"""What holds for any text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

import extract
from extract.s1_reading import read_file
from extract.s8_records import SpanRecord

_PIECES = [
    "Konferencję otworzyła dr hab. Ewa Kowalska, prof. UZ, dyrektorka Muzeum Zegarów w Koninie.",
    "W dniach 4–6 marca 2021 r. odbyło się III Forum Bibliotek „Czytaj z nami”.",
    "I miejsce – Jan Nowak, Szkoła Podstawowa nr 5 w Pile",
    "10.00 – 10.30 wykład „Cena ciszy” – prof. Adam Lis",
    "Moderator:",
    "Organizatorem jest Fundacja „Jasny Brzeg”, we współpracy z Urzędem Miasta Płocka.",
    "• Anna Zięba – wicedyrektorka",
    "Wręczono nagrody Złoty Kłos: Janowi Nowakowi i Annie Ziębie.",
    "Drugiego dnia, o godz. 9, rozmawiano o wodzie.",
    "\u00a0\u200b",
    "\t|\t",
    "„”()–—„",
    "😀 e\u0301",
]
_texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=20), max_size=8).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", " "]).map(lambda joint: joint.join(parts))
)


def _spans(value: Any) -> Iterator[SpanRecord]:
    if isinstance(value, SpanRecord):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)


def _check(article: extract.Article, text: str) -> None:
    for span in _spans(article):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
    for person in article.persons:
        assert person.mentions
    for date in article.dates:
        assert text[date.span.start : date.span.end] == date.text
    ids = [row.id for row in (*article.persons, *article.institutions, *article.events)]
    assert len(ids) == len(set(ids))
    _check_references(article)


def _check_references(article: extract.Article) -> None:
    persons, institutions = {p.id for p in article.persons}, {i.id for i in article.institutions} | {None}
    for event in article.events:
        assert {i.institution_id for i in event.institutions} <= institutions
        people = [*event.people, *(p for s in event.sessions for p in s.people)]
        assert {p.person_id for p in people} <= persons
        assert {p.institution_id for p in people} | {a.institution_id for a in event.awards} <= institutions
        assert {a.person_id for a in event.awards} <= persons | {None}
        for fact in (event, *event.institutions, *people, *event.sessions, *event.awards):
            assert fact.rule
            assert 0.0 <= fact.confidence <= 1.0


@settings(max_examples=60)
@given(_texts)
@example("")
@example("\n".join(_PIECES))
@example("Spotkanie o godz. 9 \u00a0")
def test_spans_and_references_of_any_text(extractor: extract.Extractor, text: str) -> None:
    _check(extractor.process(text), text)


def test_spans_and_references_of_the_samples(extractor: extract.Extractor, raw: list[Path]) -> None:
    for path in raw:
        source = read_file(path)
        _check(extractor.process_source(source), source.text)


def test_every_fact_has_spans_and_rule_in_the_samples(extractor: extract.Extractor, raw: list[Path]) -> None:
    for path in raw:
        for event in extractor.process_file(path).events:
            people = [*event.people, *(p for s in event.sessions for p in s.people)]
            for fact in (event, *event.institutions, *people, *event.sessions, *event.awards):
                assert fact.spans, (path.name, fact)


def test_facts_name_rules_of_the_book(extractor: extract.Extractor, raw: list[Path]) -> None:
    book = extractor.stages.rules
    for path in raw:
        article = extractor.process_file(path)
        facts = [*article.dates]
        for event in article.events:
            facts += [event, *event.institutions, *event.people, *event.sessions, *event.awards]  # type: ignore[list-item]
            facts += [p for s in event.sessions for p in s.people]  # type: ignore[misc]
        assert {f.rule for f in facts} <= set(book.by_id), path.name


def test_spans_count_the_text_as_it_was_read(extractor: extract.Extractor) -> None:
    text = "Ga\u00adla ,,Kłos” odby\u00adła się 5 czerw\u00adca 2022 r. Wygra\u00adła Ewa Ko\u00adwal\u00adska."
    article = extractor.process(text)
    (person,) = article.persons
    assert person.name == "Ewa Kowalska"
    assert [text[m.start : m.end] for m in person.mentions] == ["Ewa Ko\u00adwal\u00adska"]
    assert [(d.text, d.start) for d in article.dates] == [("5 czerw\u00adca 2022 r.", "2022-06-05")]
    assert article.events[0].name == "Kłos"
