"""Invented releases in five shapes, with places for persons, a town and a year: ``{a}`` is the first person in the
nominative, ``{a_gen}`` in the genitive, ``{a:zapowiedział|zapowiedziała}`` a form that agrees with the person."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACE = re.compile(r"\{([a-z]+)(?:_(nom|gen|dat|acc|ins|loc))?(?::([^|{}]*)\|([^{}]*))?\}")


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its cases: nominative, genitive, dative, accusative, instrumental, locative."""

    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    loc: str
    feminine: bool = False


def _person(nom: str, gen: str, dat: str, acc: str, ins: str, *, f: bool = False) -> Name:
    return Name(nom, gen, dat, acc, ins, gen, f)


def _town(nom: str, gen: str, loc: str) -> Name:
    return Name(nom, gen, gen, nom, nom, loc)


PERSONS = [
    _person("Jan Nowak", "Jana Nowaka", "Janowi Nowakowi", "Jana Nowaka", "Janem Nowakiem"),
    _person("Ewa Lisowska", "Ewy Lisowskiej", "Ewie Lisowskiej", "Ewę Lisowską", "Ewą Lisowską", f=True),
    _person("Piotr Zaręba", "Piotra Zaręby", "Piotrowi Zarębie", "Piotra Zarębę", "Piotrem Zarębą"),
    _person("Anna Wróbel", "Anny Wróbel", "Annie Wróbel", "Annę Wróbel", "Anną Wróbel", f=True),
    _person("Tomasz Gąsiorek", "Tomasza Gąsiorka", "Tomaszowi Gąsiorkowi", "Tomasza Gąsiorka", "Tomaszem Gąsiorkiem"),
    _person("Marta Sikora", "Marty Sikory", "Marcie Sikorze", "Martę Sikorę", "Martą Sikorą", f=True),
    _person("Adam Bielecki", "Adama Bieleckiego", "Adamowi Bieleckiemu", "Adama Bieleckiego", "Adamem Bieleckim"),
    _person(
        "Zofia Maj-Kowalska", "Zofii Maj-Kowalskiej", "Zofii Maj-Kowalskiej", "Zofię Maj-Kowalską",
        "Zofią Maj-Kowalską", f=True,
    ),
    _person("Karol Borowicz", "Karola Borowicza", "Karolowi Borowiczowi", "Karola Borowicza", "Karolem Borowiczem"),
    _person("Julia Matejko", "Julii Matejko", "Julii Matejko", "Julię Matejko", "Julią Matejko", f=True),
    _person("Paweł Kmieć", "Pawła Kmiecia", "Pawłowi Kmieciowi", "Pawła Kmiecia", "Pawłem Kmieciem"),
    _person("Barbara Gołąb", "Barbary Gołąb", "Barbarze Gołąb", "Barbarę Gołąb", "Barbarą Gołąb", f=True),
]  # fmt: skip

TOWNS = [
    _town("Płock", "Płocka", "Płocku"),
    _town("Łomża", "Łomży", "Łomży"),
    _town("Suwałki", "Suwałk", "Suwałkach"),
    _town("Zakopane", "Zakopanego", "Zakopanem"),
    _town("Nowy Sącz", "Nowego Sącza", "Nowym Sączu"),
    _town("Bielsko-Biała", "Bielska-Białej", "Bielsku-Białej"),
    _town("Kielce", "Kielc", "Kielcach"),
]

PEOPLE = dict(zip("abcdef", PERSONS, strict=False))
"""Who stands where unless told otherwise."""


def fill(template: str, *, town: Name = TOWNS[0], year: int = 2022, **people: Name) -> str:
    """The release with its places filled; persons that are not given are those of :data:`PEOPLE`."""
    names = {**PEOPLE, "town": town, **people}

    def form(match: re.Match[str]) -> str:
        key, case, masculine, feminine = match.groups()
        if key == "year":
            return str(year)
        name = names[key]
        if masculine is not None:
            return feminine if name.feminine else masculine
        return str(getattr(name, case or "nom"))

    return _PLACE.sub(form, template)


PROSE = """\
Rozmowy o wodzie w {town_loc}

W dniach 14 - 15 marca {year} r. w Muzeum Rzemiosła w {town_loc} odbyła się konferencja \
„Woda w mieście - koszty i pożytki”. \
Organizatorem konferencji był Instytut Gospodarki Wodnej, a partnerem Fundacja „Jasny Brzeg”.

Konferencję {a:otworzył|otworzyła} {a}, {a:dyrektor|dyrektorka} Muzeum Rzemiosła w {town_loc}.

Wykład „Cena ciszy” {b:wygłosił|wygłosiła} dr hab. {b} z Politechniki Białostockiej. \
Panel „Miasto po deszczu” {c:poprowadził|poprowadziła} {c}. W panelu wzięli udział: {d}, {e} i {f}.
"""

PROGRAMME = """\
III Forum Ogrodników „Zielone dachy”

Termin: 21 września {year} r.
Miejsce: Centrum Nauki „Kopuła” w {town_loc}
Organizator: Towarzystwo Ogrodów Miejskich

Program:

9.00 – 9.30 Rejestracja uczestników
9.30 – 10.00 „Dach jako łąka” – dr {a}, Uniwersytet Przyrodniczy w Poznaniu
10.00 – 10.30 „Rośliny na sucho” – prof. {b}, Instytut Botaniki
10.30 – 11.00 Przerwa kawowa
11.00 – 12.00 Panel dyskusyjny „Kto podlewa?”
Moderator: {c}
Paneliści: {d}, {e}, {f}
"""

LAUREATES = """\
Rozdano Złote Kłosy

Gala konkursu „Złoty Kłos” odbyła się 5 czerwca {year} r. w Teatrze Miejskim w {town_loc}. \
Nagrody {a:wręczył|wręczyła} {a}.

Laureaci konkursu:

I miejsce – {b}, Szkoła Podstawowa nr 5 w Pile
II miejsce – {c}, Szkoła Podstawowa nr 2 w Koninie
III miejsce – {d}, Szkoła Podstawowa nr 1 w Ełku
"""

PANEL = """\
Debata „Szkoła bez dzwonka”

Debata odbędzie się 12 października {year} r. o godz. 17.00 w Bibliotece Wojewódzkiej w {town_loc}.

Moderator:
{a}, Radio Nadbrzeże

Paneliści:
• {b}, Uniwersytet Wrocławski
• {c}, Fundacja „Nowa Ławka”
• {d}, Politechnika Łódzka
"""

TABLE = """\
Wyniki konkursu recytatorskiego

Konkurs recytatorski „Słowo na wiatr” odbył się 8 maja {year} r. w Domu Kultury w {town_loc}.

Miejsce\tImię i nazwisko\tSzkoła
I\t{a}\tSzkoła Podstawowa nr 3 w Ostrołęce
II\t{b}\tSzkoła Podstawowa nr 7 w Sieradzu
III\t{c}\tSzkoła Podstawowa nr 4 w Sanoku
"""

BULLETS = """\
Seminarium „Pamięć rzeki”

Seminarium odbyło się 3 grudnia {year} r. w {town_loc}. Organizatorem był Instytut Gospodarki Wodnej.

Wystąpili:

• {a} – „Mapy, których nie ma”
• {b} – „Młyny i młynarze”
• {c} – „Most na lato”
"""

RELEASES = {
    "prose": PROSE, "programme": PROGRAMME, "laureates": LAUREATES, "panel": PANEL, "table": TABLE, "bullets": BULLETS,
}  # fmt: skip
