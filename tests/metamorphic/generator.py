"""Releases written from facts: the same facts in many layouts, and the lines that must come back.

Every case is drawn from a seeded generator: the facts first, then the layout of each part, so that any two parts meet.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from .happenings import KINDS, Facts, draw
from .layouts import AWARDS, HEADS, NOTATIONS, PANELS, ROMAN, TALKS, TIMED, WITH_SCHOOLS


@dataclass(frozen=True, slots=True)
class Case:
    """A release with the facts that it tells."""

    name: str
    """The layouts of its parts."""
    text: str
    expected: tuple[str, ...]
    """Lines as :func:`.facts.facts` gives them, for events, sessions, appearances and awards."""


def _plain(text: str) -> str:
    return text.replace("„", '"').replace("”", '"').replace("–", "-")


def _hour(clock: str) -> str:
    hour, minute = clock.split(".")
    return f"{int(hour):02}:{minute}"


def _event(facts: Facts) -> list[str]:
    kind = KINDS[facts.noun][0]
    return [
        f"event: kind = {kind}; name = {facts.title}; start_date = {facts.start}; end_date = {facts.end}; "
        f"venue = {facts.venue[0]} w {facts.town.loc}; city = {facts.town.nom}",
        f"event institution: role = organizer; institution = {facts.organiser[0]}",
    ]


def _talks(facts: Facts, timed: bool) -> list[str]:
    lines = []
    for talk in facts.talks:
        day = f"; date = {facts.start}" if facts.start == facts.end else ""
        hours = f"; start_time = {_hour(talk.start)}; end_time = {_hour(talk.end)}" if timed else ""
        lines.append(f"session: kind = lecture; title = {talk.title}{day}{hours}")
        degree = f"title = {talk.degree}; " if talk.degree else ""
        lines.append(
            f"appearance: role = speaker; {degree}person = {talk.person.nom}; institution = {talk.institution[0]}; "
            f"where = {talk.title}"
        )
    return lines


def _panel(facts: Facts) -> list[str]:
    day = f"; date = {facts.start}" if facts.start == facts.end else ""
    return [
        f"session: kind = panel; title = {facts.panel}{day}",
        f"appearance: role = moderator; person = {facts.moderator.nom}; where = {facts.panel}",
        *(f"appearance: role = panelist; person = {p.nom}; where = {facts.panel}" for p in facts.panelists),
    ]


def _awards(facts: Facts, schools: bool) -> list[str]:
    return [
        f"award: contest = Złote Pióro; category = {ROMAN[n]} miejsce; place = {n + 1}; recipient_kind = person; "
        f"recipient = {person.nom}" + (f"; institution = {school}" if schools else "")
        for n, (person, school) in enumerate(facts.laureates)
    ]


def case(seed: int) -> Case:
    """The release of a seed: a head and one to three parts, each in a layout of its own."""
    rng = random.Random(seed)
    facts = draw(rng)
    head, notation = rng.choice(list(HEADS)), rng.choice(NOTATIONS)
    told, lines, names = [HEADS[head](facts, notation, rng)], _event(facts), [head, notation]
    for part, layout in _parts(rng):
        if part == "talks":
            text, expected = TALKS[layout](facts), _talks(facts, timed=layout in TIMED)
        elif part == "panel":
            text, expected = PANELS[layout](facts), _panel(facts)
        else:
            text, expected = AWARDS[layout](facts), _awards(facts, schools=layout in WITH_SCHOOLS)
        told.append(text)
        lines += expected
        names.append(f"{part}: {layout}")
    return Case(f"{seed}: " + " | ".join(names), "\n".join(told), tuple(sorted(map(_plain, lines))))


_PARTS = {"talks": TALKS, "panel": PANELS, "awards": AWARDS}


def _parts(rng: random.Random) -> list[tuple[str, str]]:
    """One to three parts with a layout each: prizes told in prose come first, those in a list last."""
    drawn = [(part, rng.choice(list(_PARTS[part]))) for part in rng.sample(list(_PARTS), rng.choice([1, 2, 2, 3]))]
    return sorted(drawn, key=lambda part: part[0] == "awards" and (1 if part[1] in WITH_SCHOOLS else -1))
