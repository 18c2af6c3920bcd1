"""Roles at the event: jurors, presenters of prizes, hosts, guests, openers, the quoted; and those who have none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seat = tuple[str, str, str]
"""Title of the session in lower case (``""`` without one, ``"event"`` outside any), person, role."""


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "Prace oceniało jury w składzie: Jan Nowak (przewodniczący), Anna Kowalska, Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "W jury zasiedli Jan Nowak, Anna Kowalska oraz Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Jury pod przewodnictwem Jana Nowaka obejrzało sto prac.",
            {("event", "Jan Nowak", "juror")},
        ),
        (
            "Jury:\n• Jan Nowak\n• Anna Kowalska\n• Piotr Zieliński",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Skład jury: Jan Nowak, Anna Kowalska, Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Komisja konkursowa w składzie:\n1) Jan Nowak – przewodniczący,\n2) Anna Kowalska – "
            "członek,\n3) Piotr Zieliński – sekretarz\nwyłoniła laureatów.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Oceny prac dokonało jury, w którym zasiedli Jan Nowak, Anna Kowalska i Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Przewodniczący jury – Jan Nowak; członkowie: Anna Kowalska, Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Kapituła pod przewodnictwem Jana Nowaka (członkowie: Anna Kowalska, Piotr Zieliński) wybrała zwycięzców.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Jurorami byli Jan Nowak, Anna Kowalska i Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Zmagania oceniali: Jan Nowak, Anna Kowalska oraz Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Jury (Jan Nowak, Anna Kowalska, Piotr Zieliński) obejrzało prace.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "W skład jury weszli: Jan Nowak, Anna Kowalska, Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "W komisji pracowali Jan Nowak, Anna Kowalska i Piotr Zieliński.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
        (
            "Jurorzy – Jan Nowak, Anna Kowalska i Piotr Zieliński – byli zgodni.",
            {
                ("event", "Jan Nowak", "juror"),
                ("event", "Anna Kowalska", "juror"),
                ("event", "Piotr Zieliński", "juror"),
            },
        ),
    ],
)
def test_jurors(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "Nagrody wręczali Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Wyróżnionym gratulował burmistrz Jan Nowak, który wręczył dyplomy.",
            {("event", "Jan Nowak", "award_presenter")},
        ),
        (
            "Dyplomy z rąk Jana Nowaka i Anny Kowalskiej odebrało dwunastu uczniów.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Nagrody wręczali: Jan Nowak – starosta, Anna Kowalska – wójt.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Dyplomy wręczyli laureatom Jan Nowak oraz Anna Kowalska.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Nagrody i gratulacje przekazali starosta Jan Nowak i wójt Anna Kowalska.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Aktu dekoracji dokonali starosta Jan Nowak i wójt Anna Kowalska.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Medale w imieniu prezydenta wręczyli wojewoda Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Laureatów uhonorowali Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Puchary zwycięzcy odebrali z rąk wójta Jana Nowaka i Anny Kowalskiej.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Upominki uczestnikom wręczyła Anna Kowalska wraz z Janem Nowakiem.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Statuetki wręczali na przemian Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
        (
            "Odznaczeni zostali przez starostę Jana Nowaka i wójt Annę Kowalską.",
            {("event", "Jan Nowak", "award_presenter"), ("event", "Anna Kowalska", "award_presenter")},
        ),
    ],
)
def test_award_presenters(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "Całość poprowadziła Anna Kowalska.",
            {("event", "Anna Kowalska", "host")},
        ),
        (
            "Konferencję prowadzili Anna Kowalska i Jan Nowak.",
            {("event", "Anna Kowalska", "host"), ("event", "Jan Nowak", "host")},
        ),
        (
            "Imprezę prowadzili Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "host"), ("event", "Anna Kowalska", "host")},
        ),
        (
            "Prowadzącymi byli Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "host"), ("event", "Anna Kowalska", "host")},
        ),
        (
            "W roli prowadzących wystąpili Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "host"), ("event", "Anna Kowalska", "host")},
        ),
        (
            "Gospodarzami wieczoru byli Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "host"), ("event", "Anna Kowalska", "host")},
        ),
        (
            "Prowadzenie: Jan Nowak, Anna Kowalska",
            {("event", "Jan Nowak", "host"), ("event", "Anna Kowalska", "host")},
        ),
    ],
)
def test_hosts(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "Wśród zaproszonych gości znaleźli się: poseł Jan Nowak, senator Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "W konferencji uczestniczyli m.in. poseł Jan Nowak i senator Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Gośćmi honorowymi byli poseł Jan Nowak oraz Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Obecni byli również: Jan Nowak – poseł, Anna Kowalska – senator.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Swoją obecnością zaszczycili nas poseł Jan Nowak i senator Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Życzenia w imieniu władz miasta złożył wiceburmistrz Jan Nowak.",
            {("event", "Jan Nowak", "guest")},
        ),
        (
            "Na uroczystość przybyli: Jan Nowak, Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Zaproszenie przyjęli poseł Jan Nowak oraz Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Wśród obecnych byli poseł Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "W gronie gości znaleźli się poseł Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Gościliśmy posła Jana Nowaka i Annę Kowalską.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Goście: Jan Nowak, Anna Kowalska",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "W spotkaniu wzięli udział przedstawiciele władz: poseł Jan Nowak, Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Gratulacje jubilatom złożyli Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
        (
            "Spotkanie zaszczycili swoją obecnością: Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "guest"), ("event", "Anna Kowalska", "guest")},
        ),
    ],
)
def test_guests(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "Konferencję otworzyli Jan Nowak, rektor, i Anna Kowalska, burmistrz.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
        (
            "Uroczystego otwarcia konferencji dokonał prof. Jan Nowak.",
            {("event", "Jan Nowak", "opener")},
        ),
        (
            "Wszystkich zgromadzonych przywitała gospodyni spotkania, Anna Kowalska.",
            {("event", "Anna Kowalska", "opener")},
        ),
        (
            "Konferencję uroczyście otworzyli Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
        (
            "Przybyłych gości powitali Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
        (
            "Słowo wstępne wygłosili Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
        (
            "Spotkanie rozpoczęli Jan Nowak i Anna Kowalska, witając gości.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
        (
            "Symboliczną wstęgę przecięli Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
        (
            "Otwarcia konferencji dokonali Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
        (
            "W imieniu organizatorów zebranych przywitali Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
        (
            "Uroczystość zainaugurowali Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "opener"), ("event", "Anna Kowalska", "opener")},
        ),
    ],
)
def test_openers(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "– To był dobry dzień – podsumowała Anna Kowalska, dyrektor muzeum.",
            {("event", "Anna Kowalska", "quoted")},
        ),
        (
            "– To był dobry dzień. Wrócimy za rok – mówi Jan Nowak.",
            {("event", "Jan Nowak", "quoted")},
        ),
        (
            "Jak podkreśla Anna Kowalska, rzeka łączy ludzi.",
            {("event", "Anna Kowalska", "quoted")},
        ),
        (
            "Dyrektor Anna Kowalska podkreśliła, że rzeka łączy ludzi.",
            {("event", "Anna Kowalska", "quoted")},
        ),
    ],
)
def test_quoted(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "Głos zabrali również: poseł Jan Nowak, a także Anna Kowalska.",
            {("event", "Jan Nowak", "speaker"), ("event", "Anna Kowalska", "speaker")},
        ),
        (
            "Wykładowcami byli: dr Jan Nowak, dr Anna Kowalska.",
            {("event", "Jan Nowak", "speaker"), ("event", "Anna Kowalska", "speaker")},
        ),
        (
            "Okolicznościowe przemówienia wygłosili Jan Nowak i Anna Kowalska.",
            {("event", "Jan Nowak", "speaker"), ("event", "Anna Kowalska", "speaker")},
        ),
    ],
)
def test_speakers(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "Honorowy patronat nad konferencją objął rektor Jan Nowak.",
            {("event", "Jan Nowak", "patron")},
        ),
        (
            "Patronat honorowy: Jan Nowak, Starosta Nyski",
            {("event", "Jan Nowak", "patron")},
        ),
    ],
)
def test_patrons(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        ("Koncert zagrała pianistka Ewa Król.", {("event", "Ewa Król", "guest")}),
        ("Szkolenie z ratownictwa poprowadził Jan Nowak.", set()),
        ("Wykład „Mosty” z powodu choroby prelegenta, Jana Nowaka, został odwołany.", set()),
        ("Organizatorzy dziękują Janowi Nowakowi i Annie Kowalskiej za pomoc.", set()),
        ("Kontakt: Jan Nowak, tel. 77 123 45 67", set()),
        ("Konferencja poświęcona była pamięci prof. Jana Nowaka.", set()),
        ("Odczytano list od ministra Jana Nowaka.", set()),
        ("W programie utwory Jana Nowaka i Anny Kowalskiej.", set()),
        ("Zdjęcia: Jan Nowak", set()),
        ("Patronem szkoły jest Jan Nowak.", set()),
        ("Z powodu choroby nie przyjechał poseł Jan Nowak.", set()),
        ("Nagrodę w kategorii debiut otrzymał Jan Nowak, uczeń Anny Kowalskiej.", set()),
    ],
)
def test_no_role(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats
