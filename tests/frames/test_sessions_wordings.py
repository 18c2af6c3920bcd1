"""One fact, another wording: the same roles from passives, pronouns, datives, labels and lists; no role from asides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source

Seat = tuple[str, str, str]
"""Title of the session (``""`` without one, ``"event"`` outside any), person, role."""


@pytest.mark.parametrize(
    ("noun", "body", "seats"),
    [
        ("konferencja", "Obradom przewodniczyła Ewa Lisowska.", {("event", "Ewa Lisowska", "moderator")}),
        (
            "konferencja",
            "Obrady prowadzono pod przewodnictwem Ewy Lisowskiej.",
            {("event", "Ewa Lisowska", "moderator")},
        ),
        ("konferencja", "Następnie głos oddano Ewie Lisowskiej.", {("event", "Ewa Lisowska", "speaker")}),
        ("konferencja", "Słowo wstępne należało do Ewy Lisowskiej.", {("event", "Ewa Lisowska", "opener")}),
        ("konferencja", "Konferencja odbyła się pod patronatem Ewy Lisowskiej.", {("event", "Ewa Lisowska", "patron")}),
        ("konferencja", "Według Ewy Lisowskiej woda to skarb.", {("event", "Ewa Lisowska", "quoted")}),
        ("konferencja", "Rurę położono według projektu Ewy Lisowskiej.", set()),
        (
            "konferencja",
            "Wykład inauguracyjny: Ewa Lisowska, „Cena ciszy”.",
            {("Cena ciszy", "Ewa Lisowska", "speaker")},
        ),
        (
            "konferencja",
            "W pierwszym panelu referaty wygłosili: dr Ewa Lisowska („Cena ciszy”) i Piotr Zaręba („Dom i droga”).",
            {("Cena ciszy", "Ewa Lisowska", "speaker"), ("Dom i droga", "Piotr Zaręba", "speaker")},
        ),
        (
            "konferencja",
            "Sesji pierwszej przewodniczył Jan Nowak.",
            {("", "Jan Nowak", "moderator")},
        ),
        (
            "konferencja",
            "Wystąpili:\n• dr Ewa Lisowska, Politechnika Łódzka – „Cena ciszy”\n• Jan Nowak – „Mgła”",
            {("Cena ciszy", "Ewa Lisowska", "speaker"), ("Mgła", "Jan Nowak", "speaker")},
        ),
        (
            "konferencja",
            "Warsztaty „Dach jako łąka” i „Ogród w słoiku” trwały godzinę. Poprowadziła je Ewa Lisowska.",
            {("Dach jako łąka", "Ewa Lisowska", "leader"), ("Ogród w słoiku", "Ewa Lisowska", "leader")},
        ),
        (
            "konferencja",
            "Odbyły się dwa warsztaty: „Dach jako łąka” – prowadzony przez Ewę Lisowską – oraz „Ogród w słoiku”, "
            "który poprowadził Jan Nowak.",
            {("Dach jako łąka", "Ewa Lisowska", "leader"), ("Ogród w słoiku", "Jan Nowak", "leader")},
        ),
        (
            "konferencja",
            "W drugiej części Jan Nowak opowiedział o tym, jak zbierać deszczówkę.",
            {("", "Jan Nowak", "speaker")},
        ),
        (
            "debata",
            "O deszczu dyskutowali: Ewa Lisowska i Jan Nowak. Rozmawiała z nimi Maria Zaręba.",
            {
                ("event", "Ewa Lisowska", "panelist"),
                ("event", "Jan Nowak", "panelist"),
                ("event", "Maria Zaręba", "moderator"),
            },
        ),
        ("debata", "Pytania zadawał Jan Nowak.", {("event", "Jan Nowak", "moderator")}),
        (
            "gala",
            "Galę otworzyła Ewa Lisowska, a poprowadził ją Jan Nowak.",
            {("event", "Ewa Lisowska", "opener"), ("event", "Jan Nowak", "host")},
        ),
        (
            "gala",
            "Na finał zaśpiewała Ewa Lisowska. Oprawę muzyczną zapewnił harfista Jan Nowak.",
            {("event", "Ewa Lisowska", "guest"), ("event", "Jan Nowak", "guest")},
        ),
        (
            "gala",
            "Wieczorem zagrał duet Ewa Lisowska i Jan Nowak.",
            {("event", "Ewa Lisowska", "guest"), ("event", "Jan Nowak", "guest")},
        ),
        ("gala", "Historię stawów przypomniał Jan Nowak.", {("event", "Jan Nowak", "speaker")}),
    ],
)
def test_wording(seats_in: Callable[[str], set[Seat]], noun: str, body: str, seats: set[Seat]) -> None:
    head = f"{noun.capitalize()} „Woda w mieście”"
    opening = f"{head} odbyła się 14 marca 2022 r. w Płocku."
    assert seats_in(f"{head}\n\n{opening}\n\n{body}\n") == seats


def test_exhibition_to_be_seen_is_no_session(stages: Stages) -> None:
    text = (
        "Konferencja „Woda w mieście”\n\nKonferencja „Woda w mieście” odbyła się 14 marca 2022 r. w Płocku.\n\n"
        "Wystawę „Szkło i ogień” można oglądać do końca miesiąca.\n"
    )
    analysis = stages.run(Analysis(Source("x", text), Options()))
    assert analysis.facts and analysis.facts.events[0].sessions == ()


def test_talks_below_a_section_have_no_hours_of_their_own(stages: Stages) -> None:
    text = (
        "Konferencja „Woda w mieście”\n\nKonferencja „Woda w mieście” odbyła się 14 marca 2022 r. w Płocku.\n\n"
        "10.45–12.45\tSEKCJA A: Miasto jak gąbka\nprzewodniczy: prof. Jan Nowak\n"
        "1.\tdr Ewa Lisowska (Politechnika Łódzka), Cena ciszy\n2.\tPiotr Zaręba (Politechnika Łódzka), Dom i droga\n\n"
        "13.00–14.00\tobiad\n"
    )
    analysis = stages.run(Analysis(Source("x", text), Options()))
    assert analysis.facts
    talks = {s.title: (s.kind, s.start_time) for s in analysis.facts.events[0].sessions}
    assert talks["Cena ciszy"] == ("lecture", None)
    assert talks["Dom i droga"] == ("lecture", None)
