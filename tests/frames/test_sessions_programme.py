"""One programme in many layouts: whatever the layout, the same sessions with the same people come out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source

_NOUNS = {"lecture": "Wykład", "panel": "Panel dyskusyjny", "workshop": "Warsztat"}


@dataclass(frozen=True, slots=True)
class Slot:
    kind: str
    title: str
    people: tuple[tuple[str, str], ...]
    """Name and post; in a panel the first one is the moderator."""
    start: str
    end: str

    @property
    def moderator(self) -> str:
        return self.people[0][0]

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        return self.people[1:] if self.kind == "panel" else self.people

    @property
    def names(self) -> str:
        return ", ".join(n for n, _ in self.named)

    @property
    def headed(self) -> str:
        return f"{_NOUNS[self.kind]}: {self.title}" if self.kind in _NOUNS else self.title


SLOTS = (
    Slot("ceremony", "Otwarcie konferencji", (("Anna Kowalska", "dyrektor muzeum"),), "9.00", "9.15"),
    Slot("lecture", "Skąd się biorą mosty", (("Jan Nowak", "hydrolog"),), "9.15", "10.00"),
    Slot(
        "lecture",
        "Rzeka w mieście: kłopot czy skarb?",
        (("Piotr Zieliński", "geograf"), ("Ewa Wiśniewska", "biolożka")),
        "10.00",
        "10.45",
    ),
    Slot("pause", "Przerwa kawowa", (), "10.45", "11.00"),
    Slot(
        "panel",
        "Kto posprząta nabrzeże?",
        (("Adam Wójcik", "dziennikarz"), ("Maria Lewandowska", "burmistrz Brzegu"), ("Tomasz Kamiński", "wędkarz")),
        "11.00",
        "12.00",
    ),
    Slot("workshop", "Łódka z papieru", (("Michał Zając", "szkutnik"),), "12.00", "13.00"),
)
ROLES = {"ceremony": "opener", "lecture": "speaker", "panel": "panelist", "workshop": "leader"}
EXPECTED = {
    (slot.title.lower(), name, "moderator" if slot.kind == "panel" and n == 0 else ROLES[slot.kind])
    for slot in SLOTS
    for n, (name, _) in enumerate(slot.people)
}
Layout = Callable[[Slot], list[str]]


def _inline(slot: Slot) -> list[str]:
    people = slot.names if slot.kind != "panel" else f"moderator: {slot.moderator}; uczestnicy: {slot.names}"
    return [f"{slot.start}–{slot.end} {slot.headed}" + (f" – {people}" if people else "")]


def _quoted(slot: Slot) -> list[str]:
    noun = _NOUNS.get(slot.kind, "").lower()
    title = f"{noun} „{slot.title}”" if noun else slot.title
    people = slot.names if slot.kind != "panel" else f"prowadzenie: {slot.moderator}, udział biorą: {slot.names}"
    return [f"godz. {slot.start} – {title}" + (f", {people}" if people else "")]


def _stacked(slot: Slot) -> list[str]:
    lines = [f"{slot.start} - {slot.end}", slot.headed]
    if slot.kind == "panel":
        lines += [f"Moderator: {slot.moderator}", "Paneliści:"]
    return lines + [f"{n}, {post}" for n, post in slot.named]


def _labels_alone(slot: Slot) -> list[str]:
    lines = [f"{slot.start} - {slot.end}", *([_NOUNS[slot.kind]] if slot.kind in _NOUNS else []), slot.title]
    if slot.kind == "panel":
        lines += ["Prowadzenie:", slot.moderator, "Udział wezmą:"]
    return [*lines, *(f"{n}, {post}" for n, post in slot.named), ""]


def _time_last(slot: Slot) -> list[str]:
    people = [f"Moderator: {slot.moderator}", f"Paneliści: {slot.names}"] if slot.kind == "panel" else [slot.names]
    return [slot.headed, *(p for p in people if p), f"{slot.start} - {slot.end}", ""]


def _name_first(slot: Slot) -> list[str]:
    if slot.kind not in ("lecture", "workshop"):
        return _inline(slot)
    noun = "Warsztat " if slot.kind == "workshop" else ""
    return [f"{slot.start}-{slot.end} {slot.names} ({slot.people[0][1]}) – {noun}„{slot.title}”"]


def _brackets(slot: Slot) -> list[str]:
    people = slot.names if slot.kind != "panel" else f"{slot.names}; prowadzi {slot.moderator}"
    noun = f"{_NOUNS[slot.kind]} " if slot.kind in _NOUNS else ""
    return [f"• {slot.start} – {noun}„{slot.title}”" + (f" ({people})" if people else "")]


def _tabs(slot: Slot) -> list[str]:
    people = slot.names if slot.kind != "panel" else f"moderator: {slot.moderator}, paneliści: {slot.names}"
    return [f"{slot.start}–{slot.end}\t{slot.headed}\t{people}\taula"]


def _cells(slot: Slot) -> list[str]:
    people = slot.names if slot.kind != "panel" else f"moderator: {slot.moderator}, paneliści: {slot.names}"
    return [f"{slot.start}–{slot.end}", slot.headed, *([people] if people else []), "sala 1"]


def _bars(slot: Slot) -> list[str]:
    people = slot.names if slot.kind != "panel" else f"moderator: {slot.moderator}; goście: {slot.names}"
    noun = f"{_NOUNS[slot.kind]} | " if slot.kind in _NOUNS else ""
    return [f"{slot.start} | {noun}{slot.title} | {people}"]


def _no_hours(slot: Slot) -> list[str]:
    if slot.kind == "pause":
        return []
    lead = [f"Moderator: {slot.moderator}"] if slot.kind == "panel" else []
    return [slot.headed, *lead, *(f"{n}, {post}" for n, post in slot.named), ""]


LAYOUTS = (
    _inline,
    _quoted,
    _stacked,
    _labels_alone,
    _time_last,
    _name_first,
    _brackets,
    _tabs,
    _cells,
    _bars,
    _no_hours,
)
SPACED = (_inline, _quoted, _stacked, _name_first, _brackets, _cells, _bars)
"""Layouts that hold with a blank line after every line."""


@pytest.mark.parametrize(("layout", "gap"), [*((f, "\n") for f in LAYOUTS), *((f, "\n\n") for f in SPACED)])
def test_same_sessions_in_every_layout(stages: Stages, layout: Layout, gap: str) -> None:
    lines = [line for slot in SLOTS for line in layout(slot)]
    opening = "Konferencja „Miasto i rzeka” odbędzie się 12 maja 2025 r. w Opolu.\n\nProgram\n\n"
    analysis = stages.run(Analysis(Source("x", opening + gap.join(lines) + "\n"), Options()))
    assert analysis.entities and analysis.facts
    names = {p.key: p.name.name for p in analysis.entities.persons}
    (event,) = analysis.facts.events
    assert {((s.title or "").lower(), names[a.person], a.role) for s in event.sessions for a in s.people} == EXPECTED
    if layout is not _no_hours:
        hours = {s.title.lower(): s.start_time for s in event.sessions if s.title}
        assert hours == {s.title.lower(): s.start.replace(".", ":").zfill(5) for s in SLOTS if s.kind != "pause"}


@pytest.mark.parametrize(
    ("programme", "sessions"),
    [
        ("9.00 Rejestracja\n9.30 Obiad\n10.00 Wykład „Sól” – Jan Nowak", ["Sól"]),
        ("9.00 Wykład „Sól” – Jan Nowak\n10.00 ODWOŁANY: Wykład „Pieprz” – Anna Kowalska", ["Sól"]),
        (
            "13.00–14.00 Warsztaty równoległe:\nA. „Sól” – Jan Nowak\nB. „Pieprz” – Anna Kowalska",
            ["Sól", "Pieprz"],
        ),
        (
            "9.00-9.30\ns. Moniuszki\nSól ziemi\nJan Nowak\ns. Chopina\nPieprz i wiatr\nAnna Kowalska",
            ["Sól ziemi", "Pieprz i wiatr"],
        ),
    ],
)
def test_which_items_are_sessions(stages: Stages, programme: str, sessions: list[str]) -> None:
    text = f"Konferencja „Kuchnia świata” odbędzie się 12 maja 2025 r. w Opolu.\n\nProgram\n\n{programme}\n"
    facts = stages.run(Analysis(Source("x", text), Options())).facts
    assert facts
    assert [s.title for s in facts.events[0].sessions] == sessions


def test_day_headings_give_the_date(stages: Stages) -> None:
    text = (
        "Konferencja „Kuchnia świata” odbędzie się w dniach 12-13 maja 2025 r. w Opolu.\n\nProgram\n\n"
        "Dzień I\n9.00 Wykład „Sól” – Jan Nowak\n\nDzień II\n9.00 Wykład „Pieprz” – Anna Kowalska\n"
    )
    facts = stages.run(Analysis(Source("x", text), Options())).facts
    assert facts
    assert [(s.title, s.date) for s in facts.events[0].sessions] == [("Sól", "2025-05-12"), ("Pieprz", "2025-05-13")]


@pytest.mark.parametrize(
    ("programme", "seats"),
    [
        (
            "9.00–10.30 Sesja I. Sól\nPrzewodniczący: Jan Nowak\nAnna Kowalska: Sól w kuchni\nEwa "
            "Wiśniewska: Sól w morzu",
            {("Jan Nowak", "moderator"), ("Anna Kowalska", "speaker"), ("Ewa Wiśniewska", "speaker")},
        ),
        (
            "1. Powitanie – dyrektor Anna Kowalska\n2. „Sól w kuchni” – Jan Nowak\n3. Dyskusja, którą "
            "poprowadzi Ewa Wiśniewska",
            {("Anna Kowalska", "opener"), ("Jan Nowak", "speaker"), ("Ewa Wiśniewska", "moderator")},
        ),
        (
            "Panel I. Sól jutra. Moderator: Jan Nowak (radio). Paneliści: Anna Kowalska (szkoła), Ewa "
            "Wiśniewska (urząd).",
            {("Jan Nowak", "moderator"), ("Anna Kowalska", "panelist"), ("Ewa Wiśniewska", "panelist")},
        ),
        (
            "– wykład „Sól” (dr Jan Nowak),\n– warsztat „Pieprz” (Anna Kowalska, Ewa Wiśniewska).",
            {("Jan Nowak", "speaker"), ("Anna Kowalska", "leader"), ("Ewa Wiśniewska", "leader")},
        ),
        (
            "Panel: Sól jutra\n\nAnna Kowalska – chemiczka, autorka wielu książek. Pracuje w Opolu.\n\n"
            "Jan Nowak – kucharz. Prowadzi szkołę.\n\nModerator: Ewa Wiśniewska – dziennikarka.",
            {("Ewa Wiśniewska", "moderator"), ("Anna Kowalska", "panelist"), ("Jan Nowak", "panelist")},
        ),
    ],
    ids=["section", "no-hours", "inline-heading", "items", "biographies"],
)
def test_people_of_programmes(stages: Stages, programme: str, seats: set[tuple[str, str]]) -> None:
    text = f"Konferencja „Kuchnia świata” odbędzie się 12 maja 2025 r. w Opolu.\n\nProgram\n\n{programme}\n"
    analysis = stages.run(Analysis(Source("x", text), Options()))
    assert analysis.entities and analysis.facts
    names = {p.key: p.name.name for p in analysis.entities.persons}
    assert {(names[a.person], a.role) for s in analysis.facts.events[0].sessions for a in s.people} == seats


def test_people_of_a_debate_are_at_the_event(stages: Stages) -> None:
    text = (
        "Debata o soli\n\n12 maja 2025 r. w Opolu odbyła się debata „Sól czy pieprz?”. "
        "Wzięli w niej udział: Anna Kowalska i Jan Nowak. Rozmowę moderowała Ewa Wiśniewska.\n"
    )
    analysis = stages.run(Analysis(Source("x", text), Options()))
    assert analysis.entities and analysis.facts
    names = {p.key: p.name.name for p in analysis.entities.persons}
    (event,) = analysis.facts.events
    assert event.sessions == ()
    assert {(names[a.person], a.role) for a in event.people} == {
        ("Anna Kowalska", "panelist"),
        ("Jan Nowak", "panelist"),
        ("Ewa Wiśniewska", "moderator"),
    }
