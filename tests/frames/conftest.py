"""Sentences with their names marked: ``{person}`` and ``[institution]`` become entities, the marks disappear."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from extract.base import Span, load_rules
from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source
from extract.s5_entities import EntityKind, EntityMention, Mentions
from extract.s6_names import Entities, Institution, InstitutionName, Person
from extract.s7_frames import Context

_MARK = re.compile(r"[{}\[\]]")


@pytest.fixture(scope="session")
def stages() -> Stages:
    return Stages(load_rules())


@pytest.fixture(scope="session")
def marked(stages: Stages) -> Callable[[str], Context]:
    """The context of a sentence whose entities are those marked; the same name marked twice is one entity."""

    def analyse(markup: str) -> Context:
        text, persons, institutions = _unmark(markup)
        analysis = Analysis(Source("marked", text), Options())
        for stage in (stages.layout, stages.morphology, stages.dates):
            analysis = stage(analysis)
        people: dict[str, Person] = {}
        for span in persons:
            name = stages.normaliser.person(span.of(text))
            known = people.get(name.name, Person(len(people), name, ()))
            people[name.name] = Person(known.key, name, (*known.mentions, _mention(EntityKind.PERSON, span, text)))
        places: dict[str, Institution] = {}
        for span in institutions:
            title = InstitutionName(stages.normaliser.institution(span.of(text)).name)
            met = places.get(title.name, Institution(len(places), title, ()))
            mention = _mention(EntityKind.INSTITUTION, span, text)
            places[title.name] = Institution(met.key, title, (*met.mentions, mention))
        entities = Entities(tuple(people.values()), tuple(places.values()))
        mentions = [m for e in (*people.values(), *places.values()) for m in e.mentions]
        assert analysis.layout and analysis.tokens and analysis.dates
        in_order = Mentions(tuple(sorted(mentions, key=lambda m: m.span)))
        return Context(text, analysis.layout, analysis.tokens, analysis.dates, in_order, entities)

    return analyse


def _unmark(markup: str) -> tuple[str, list[Span], list[Span]]:
    text = _MARK.sub("", markup)
    spans: dict[str, list[Span]] = {"{": [], "[": []}
    opened = ("{", 0)
    for removed, match in enumerate(_MARK.finditer(markup)):
        place = match.start() - removed
        if match[0] in spans:
            opened = match[0], place
        else:
            spans[opened[0]].append(Span(opened[1], place))
    return text, spans["{"], spans["["]


def _mention(kind: EntityKind, span: Span, text: str) -> EntityMention:
    return EntityMention(kind, span, span.of(text), "marked")


@pytest.fixture(scope="session")
def seats_in(stages: Stages) -> Callable[[str], set[tuple[str, str, str]]]:
    """Who has which role in a release of one event: title of the session, person, role.

    The title is ``""`` for a session without one and ``"event"`` outside any session.
    """

    def read(text: str) -> set[tuple[str, str, str]]:
        analysis = stages.run(Analysis(Source("x", text), Options()))
        assert analysis.entities and analysis.facts
        names = {p.key: p.name.name for p in analysis.entities.persons}
        (event,) = analysis.facts.events
        seats = {("event", names[a.person], a.role) for a in event.people}
        return seats | {(s.title or "", names[a.person], a.role) for s in event.sessions for a in s.people}

    return read


@pytest.fixture(scope="session")
def seats_at_conference(
    seats_in: Callable[[str], set[tuple[str, str, str]]],
) -> Callable[[str], set[tuple[str, str, str]]]:
    """The same for the body of a release on one conference; titles in lower case."""

    def read(body: str) -> set[tuple[str, str, str]]:
        opening = "12 maja 2025 r. w Opolu odbyła się konferencja „Miasto i rzeka”. Przyszło sto osób."
        found = seats_in(f"Rzeka łączy\n\n{opening}\n\n{body}\n")
        return {(title.lower(), person, role) for title, person, role in found}

    return read
