"""Facts of an invented event, drawn by chance."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from .releases import PERSONS, TOWNS, Name

KINDS = {  # noun: (kind, ending of the verb in the past)
    "konferencja": ("konferencja", "odbyła się"),
    "kongres": ("kongres", "odbył się"),
    "forum": ("forum", "odbyło się"),
    "sympozjum": ("konferencja", "odbyło się"),
    "festiwal": ("festiwal", "odbył się"),
    "szkolenie": ("szkolenie", "odbyło się"),
}
GENITIVE = {
    "konferencja": "konferencji", "kongres": "kongresu", "forum": "forum", "sympozjum": "sympozjum",
    "festiwal": "festiwalu", "szkolenie": "szkolenia",
}  # fmt: skip

_TITLES = [
    "Woda w mieście", "Cisza i hałas", "Drewno jutra", "Pamięć rzeki", "Zielone dachy", "Chleb bez soli",
    "Światło po zmroku", "Most na lato",
]  # fmt: skip
_TALKS = [
    "Cena ciszy", "Młyny i młynarze", "Jak czytać mapę", "Rośliny na sucho", "Dach jako łąka", "Głos z podwórka",
    "Ile waży chmura?", "O pożytkach z mgły", "Nowe życie starych cegieł", "Kamień, drewno, szkło",
]  # fmt: skip
_VENUES = [
    ("Muzeum Rzemiosła", "Muzeum Rzemiosła"),
    ("Biblioteka Wojewódzka", "Bibliotece Wojewódzkiej"),
    ("Teatr Miejski", "Teatrze Miejskim"),
    ("Centrum Kongresowe", "Centrum Kongresowym"),
    ("Dom Kultury „Latarnia”", "Domu Kultury „Latarnia”"),
]
_ORGANISERS = [
    ("Instytut Gospodarki Wodnej", "Instytut Gospodarki Wodnej", "był"),
    ("Fundacja „Nowa Ławka”", "Fundację „Nowa Ławka”", "była"),
    ("Stowarzyszenie Miłośników Mostów", "Stowarzyszenie Miłośników Mostów", "było"),
    ("Towarzystwo Ogrodów Miejskich", "Towarzystwo Ogrodów Miejskich", "było"),
]
_AFFILIATIONS = [
    ("Uniwersytet Wrocławski", "Uniwersytetu Wrocławskiego"),
    ("Politechnika Łódzka", "Politechniki Łódzkiej"),
    ("Uniwersytet Przyrodniczy w Poznaniu", "Uniwersytetu Przyrodniczego w Poznaniu"),
    ("Instytut Botaniki", "Instytutu Botaniki"),
    ("Fundacja „Jasny Brzeg”", "Fundacji „Jasny Brzeg”"),
]
_SCHOOLS = [
    "Szkoła Podstawowa nr 5 w Pile", "Szkoła Podstawowa nr 2 w Koninie", "Szkoła Podstawowa nr 1 w Ełku",
    "Szkoła Podstawowa nr 7 w Sieradzu", "Szkoła Podstawowa nr 4 w Sanoku",
]  # fmt: skip
_DEGREES = ["dr", "prof.", "dr hab.", "mgr", "prof. dr hab.", "dr inż.", None]


@dataclass(frozen=True, slots=True)
class Talk:
    """A lecture of the programme."""

    title: str
    person: Name
    degree: str | None
    institution: tuple[str, str]
    start: str
    end: str

    @property
    def named(self) -> str:
        """The speaker as written: degree and name."""
        return f"{self.degree} {self.person.nom}" if self.degree else self.person.nom


@dataclass(frozen=True, slots=True)
class Facts:
    """One event and what belongs to it."""

    noun: str
    title: str
    start: date
    end: date
    venue: tuple[str, str]
    town: Name
    organiser: tuple[str, str, str]
    talks: tuple[Talk, ...]
    panel: str
    moderator: Name
    panelists: tuple[Name, ...]
    laureates: tuple[tuple[Name, str], ...]


def draw(rng: random.Random) -> Facts:
    """Facts by chance; no person, talk or institution comes twice."""
    people = rng.sample(PERSONS, 10)
    start = date(2010, 1, 1) + timedelta(days=rng.randrange(5000))
    talks = tuple(
        Talk(title, person, rng.choice(_DEGREES), place, f"{9 + number}.00", f"{9 + number}.45")
        for number, (title, person, place) in enumerate(
            zip(rng.sample(_TALKS, 3), people, rng.sample(_AFFILIATIONS, 3), strict=False)
        )
    )
    return Facts(
        noun=rng.choice(list(KINDS)),
        title=rng.choice(_TITLES),
        start=start,
        end=start + timedelta(days=rng.choice([0, 0, 1])),
        venue=rng.choice(_VENUES),
        town=rng.choice(TOWNS),
        organiser=rng.choice(_ORGANISERS),
        talks=talks,
        panel=rng.choice(["Kto za to zapłaci?", "Razem czy osobno", "Miasto po deszczu"]),
        moderator=people[3],
        panelists=tuple(people[4:7]),
        laureates=tuple(zip(people[7:10], rng.sample(_SCHOOLS, 3), strict=True)),
    )
