"""Events: how many a text tells of, their kind, name, edition, days, place, attendance, mode and status."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source
from extract.s7_frames import EventFact

Read = Callable[..., tuple[EventFact, ...]]


@pytest.fixture
def events(stages: Stages) -> Read:
    """The events of a text."""

    def read(text: str, published: str | None = "2024-06-20") -> tuple[EventFact, ...]:
        facts = stages.run(Analysis(Source("text", text), Options(published=published))).facts
        assert facts is not None
        return facts.events

    return read


NAMES = [
    ("Wczoraj w Koninie odbyła się konferencja „Woda dla wsi”.", "konferencja", "Woda dla wsi"),
    ("Za nami wojewódzka konferencja pn. „Woda dla wsi”.", "konferencja", "Woda dla wsi"),
    ("W Płocku zakończyło się III Mazowieckie Forum Bibliotek.", "forum", "Mazowieckie Forum Bibliotek"),
    ("Wczoraj rozegrano finał XII Kujawskiego Turnieju Szachowego „Skoczek”.", "konkurs", "Skoczek"),
    ("W niedzielę odbyły się obchody 90-lecia Koła Łowieckiego „Bażant”.", "jubileusz", "Jubileusz 90-lecia"),
    ("W piątek w Ustce uroczyście otwarto Klub Rodzica „Huśtawka”.", "inne", "Klub Rodzica „Huśtawka”"),
    ("Zapraszamy na webinar „Prawo do ciszy”, który odbędzie się 12 maja 2024 r.", "seminarium", "Prawo do ciszy"),
    ("Wtorkowe spotkanie Klubu Podróżnika odbyło się 14 maja 2024 r. w Rzeszowie.", "spotkanie", None),
    ("SEMINARIUM „ŁĄKA” ZA NAMI\n\nW Opolu odbyło się seminarium pn. „Łąka i my”.", "seminarium", "Łąka i my"),
]


@pytest.mark.parametrize(("text", "kind", "name"), NAMES)
def test_kind_and_name(events: Read, text: str, kind: str, name: str | None) -> None:
    (event,) = events(text)
    assert (event.kind, event.name) == (kind, name)


EDITIONS = [
    ("W Płocku odbyło się XXI Forum Bibliotek.", 21),
    ("W Płocku odbyła się IX Gala Sportu Powiatu Płockiego.", 9),
    ("W Płocku zakończyła się ósma edycja konkursu „Pióro”.", 8),
    ("Konferencja „Woda dla wsi” odbyła się po raz czwarty.", 4),
    ("W Płocku odbyła się dwudziesta pierwsza już konferencja „Woda dla wsi”.", 21),
    ("W Płocku odbyła się konferencja „Woda dla wsi”. Piąta edycja odbędzie się za rok.", None),
    ("W niedzielę odbyły się setne urodziny Koła Łowieckiego „Bażant”.", None),
    ("Na konferencji „Woda dla wsi” nagrodzono laureatów ósmej już edycji konkursu „Kropla”.", None),
]


@pytest.mark.parametrize(("text", "edition"), EDITIONS)
def test_edition(events: Read, text: str, edition: int | None) -> None:
    (event,) = events(text)
    assert event.edition == edition


DAYS = [
    ("W dniach 5–6 lutego 2024 r. w Gnieźnie odbyła się konferencja „Woda i my”.", "2024-02-05", "2024-02-06"),
    (
        "Konferencja „Woda i my” odbędzie się 9 lipca 2024 r. Zgłoszenia przyjmujemy do 1 lipca 2024 r.",
        "2024-07-09",
        "2024-07-09",
    ),
    ("Konferencja „Woda i my”\n\nTermin: 20-21 marca 2025\nMiejsce: Dom Kultury w Kole", "2025-03-20", "2025-03-21"),
    ("Koło, 20 czerwca 2024 r.\n\nKonferencja „Woda i my” już za nami. Fundację założono 4 maja 1995 r.", None, None),
]


@pytest.mark.parametrize(("text", "start", "end"), DAYS)
def test_days(events: Read, text: str, start: str | None, end: str | None) -> None:
    (event,) = events(text)
    assert (event.start_date, event.end_date) == (start, end)


PLACES = [
    (
        "W auli Technikum Leśnego w Białowieży odbyła się konferencja „Las jutra”.",
        "Technikum Leśne w Białowieży",
        "Białowieża",
    ),
    ("Konferencja „Las jutra” odbyła się w świetlicy w Narewce.", "świetlica w Narewce", "Narewka"),
    (
        "Konferencję „Las jutra” gościło Technikum Leśne w Białowieży.",
        "Technikum Leśne w Białowieży",
        "Białowieża",
    ),
    (
        "Konferencja „Las jutra”\n\n12 maja 2024 r.\n\nMiejsce: Technikum Leśne w Białowieży",
        "Technikum Leśne w Białowieży",
        "Białowieża",
    ),
    ("Konferencja „Las jutra” ściągnęła do Hajnówki dwustu leśników.", None, "Hajnówka"),
    ("Konferencję „Las jutra” otworzył Jan Nowak, dyrektor Technikum Leśnego w Białowieży.", None, None),
]


@pytest.mark.parametrize(("text", "venue", "city"), PLACES)
def test_place(events: Read, text: str, venue: str | None, city: str | None) -> None:
    (event,) = events(text)
    assert (event.venue, event.city) == (venue, city)


ATTENDANCE = [
    ("W konferencji „Las jutra” wzięło udział ponad 120 osób.", 120),
    ("Na konferencję „Las jutra” przyszło ponad dwieście czterdzieści osób.", 240),
    ("Konferencji „Las jutra” wysłuchało około dwóch tysięcy widzów.", 2000),
    ("Konferencja „Las jutra” przyciągnęła 2 500 uczestników.", 2500),
    ("Na koncert „Las jutra” przyszło 400 melomanów.", 400),
    ("Konferencja „Las jutra” odbyła się wczoraj. W sali zmieści się 80 osób.", None),
    ("Konferencja „Las jutra” odbyła się w Hajnówce, która liczy 20 tysięcy mieszkańców.", None),
]


@pytest.mark.parametrize(("text", "count"), ATTENDANCE)
def test_attendance(events: Read, text: str, count: int | None) -> None:
    (event,) = events(text)
    assert event.attendance == count


MODES = [
    ("Konferencja online „Las jutra” odbyła się 12 maja 2024 r.", "online"),
    ("Konferencja „Las jutra” odbyła się 12 maja 2024 r. w Hajnówce w formule hybrydowej.", "hybrid"),
    (
        "Konferencja „Las jutra” odbyła się w Hajnówce 12 maja 2024 r. Drugiego dnia były warsztaty w formule zdalnej.",
        "hybrid",
    ),
    ("Konferencja „Książka w sieci” odbyła się 12 maja 2024 r. w Hajnówce.", None),
    ("Konferencja „Las jutra” odbyła się w Hajnówce. Zapisy przez formularz online.", None),
]


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_mode(events: Read, text: str, mode: str | None) -> None:
    (event,) = events(text)
    assert event.mode == mode


STATUSES = [
    ("Konferencja „Las jutra” odbyła się w Hajnówce.", "held"),
    ("Zapraszamy na konferencję „Las jutra” w Hajnówce.", "planned"),
    ("Konferencja „Las jutra” została odwołana.", "cancelled"),
    ("Konferencja „Las jutra” została przełożona na 12 maja 2025 r.", "rescheduled"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status(events: Read, text: str, status: str) -> None:
    (event,) = events(text)
    assert event.status == status


def test_a_coming_edition_is_no_event(events: Read) -> None:
    text = "W Płocku odbyła się konferencja „Woda dla wsi”. Następna konferencja już 4 maja 2025 r."
    (event,) = events(text)
    assert event.start_date is None


def test_sections_with_days_and_names_of_their_own_are_events(events: Read) -> None:
    text = (
        "Z życia powiatu\n\nKonferencja o zdrowiu\n"
        "W piątek, 12 kwietnia 2024 r., w Starostwie Powiatowym w Kutnie odbyła się konferencja „Zdrowe serce”. "
        "Przyjechali na nią lekarze, pielęgniarki i pacjenci z całego powiatu, a rozmowy trwały do wieczora.\n\n"
        "Konkurs recytatorski\n"
        "16 kwietnia w Szkole Podstawowej w Żychlinie rozegrano VI Gminny Konkurs Recytatorski „Wierszobranie”. "
        "Uczniowie mówili wiersze o łące, o deszczu i o babci, a publiczność słuchała bez szmeru do końca.\n"
    )
    found = [(e.kind, e.name, e.start_date, e.city) for e in events(text)]
    assert found == [
        ("konferencja", "Zdrowe serce", "2024-04-12", "Kutno"),
        ("konkurs", "Wierszobranie", "2024-04-16", "Żychlin"),
    ]


def test_a_series_is_an_event_each(events: Read) -> None:
    text = (
        "Zakończył się cykl spotkań informacyjnych „Bezpieczny senior”.\n\n"
        "Pierwsze spotkanie odbyło się 6 maja 2024 r. w Gminnym Ośrodku Kultury w Tarnowcu, przyszło 35 osób. "
        "Dwa dni później, 8 maja 2024 r., w świetlicy w Skołyszynie czekało 28 seniorów. "
        "Ostatnie spotkanie, 15 maja 2024 r., miało formę online i zgromadziło 52 uczestników."
    )
    found = [(e.name, e.start_date, e.city, e.mode, e.attendance) for e in events(text)]
    assert found == [
        ("Bezpieczny senior", "2024-05-06", "Tarnowiec", None, 35),
        ("Bezpieczny senior", "2024-05-08", "Skołyszyn", None, 28),
        ("Bezpieczny senior", "2024-05-15", None, "online", 52),
    ]


def test_two_days_in_two_towns_are_one_conference(events: Read) -> None:
    text = (
        "W dniach 5–6 lutego 2024 r. w Gnieźnie odbyła się konferencja „Woda i my”. 5 lutego obradowano o prawie. "
        "6 lutego uczestnicy pojechali do Wrześni, gdzie w Ośrodku Kultury odbyły się warsztaty."
    )
    assert [e.name for e in events(text)] == ["Woda i my"]


def test_the_span_is_the_evidence(events: Read) -> None:
    text = "Wczoraj w Koninie odbyła się konferencja „Woda dla wsi”."
    (event,) = events(text)
    assert event.spans[0].of(text) == "konferencja „Woda dla wsi”"
    assert event.rule == "event.kind.konferencja"
