"""Other people, towns and years in the same release: the facts change in these and in nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .facts import about, renamed
from .releases import PEOPLE, PERSONS, RELEASES, TOWNS, Name, fill

Told = Callable[[str], list[str]]

_FACTS = ("event", "event institution", "institution", "date", "session", "appearance", "award")


@pytest.mark.parametrize("shift", range(1, len(PERSONS), 2))
@pytest.mark.parametrize("release", RELEASES)
def test_other_people(told: Told, release: str, shift: int) -> None:
    """Both genders, and every class of surnames in every place of the release."""
    people = {key: PERSONS[(number + shift) % len(PERSONS)] for number, key in enumerate(PEOPLE)}
    template = RELEASES[release]
    new = told(fill(template, **people))
    posts = {"dyrektorka": "dyrektor"}
    names = {PEOPLE[key].nom: name.nom for key, name in people.items()}
    old = renamed(renamed(about(told(fill(template)), *_FACTS), posts), names)
    assert renamed(about(new, *_FACTS), posts) == old
    assert about(new, "person") == sorted(_person(n) for key, n in people.items() if f"{{{key}}}" in template)


def _person(name: Name) -> str:
    given, surname = name.nom.split(" ")
    gender = "f" if name.feminine else "m"
    return f"person: name = {name.nom}; given_name = {given}; surname = {surname}; gender = {gender}"


@pytest.mark.parametrize("town", TOWNS[1:], ids=lambda town: town.nom)
@pytest.mark.parametrize("release", RELEASES)
def test_another_town(told: Told, release: str, town: Name) -> None:
    template, here = RELEASES[release], TOWNS[0]
    assert told(fill(template, town=town)) == renamed(told(fill(template)), {here.loc: town.loc, here.nom: town.nom})


@pytest.mark.parametrize("year", [1998, 2009, 2016, 2024, 2031])
@pytest.mark.parametrize("release", RELEASES)
def test_another_year(told: Told, release: str, year: int) -> None:
    template = RELEASES[release]
    assert told(fill(template, year=year)) == renamed(told(fill(template)), {"2022-": f"{year}-"})


# --- one fact in many wordings: the case and the verb change, the fact does not

_GALA = (
    "Rozdano Złote Kłosy\n\nGala konkursu „Złoty Kłos” odbyła się 5 czerwca 2022 r. w Teatrze Miejskim w Płocku.\n\n"
)
_MEETING = "Woda w mieście\n\nKonferencja „Woda w mieście” odbyła się 14 marca 2022 r. w Muzeum Rzemiosła w Płocku.\n\n"

_DISTINCTIONS = [
    "Wyróżniono: {b_acc}, {c_acc} oraz {d_acc}.",
    "Jury wyróżniło {b_acc}, {c_acc} oraz {d_acc}.",
    "Wyróżnieniami uhonorowano {b_acc}, {c_acc} i {d_acc}.",
    "Wyróżnienia otrzymali: {b}, {c} oraz {d}.",
    "Wyróżnienia przyznano: {b_dat}, {c_dat} oraz {d_dat}.",
    "Jury przyznało wyróżnienia {b_dat}, {c_dat} i {d_dat}.",
    "Wyróżnienia trafiły do: {b_gen}, {c_gen} oraz {d_gen}.",
    "Wyróżnienia:\n• {b}\n• {c}\n• {d}",
    "Wyróżnienie: {b}\nWyróżnienie: {c}\nWyróżnienie: {d}",
]

_PLACES = [
    "I miejsce {b:zajął|zajęła} {b}, II miejsce – {c}, a III miejsce – {d}.",
    "Pierwsze miejsce {b:zajął|zajęła} {b}, drugie {c}, a trzecie {d}.",
    "Pierwsze miejsce przyznano {b_dat}, drugie – {c_dat}, a trzecie – {d_dat}.",
    "{b:Zwyciężył|Zwyciężyła} {b}. Drugie miejsce {c:zajął|zajęła} {c}, a trzecie {d}.",
    "I miejsce – {b}\nII miejsce – {c}\nIII miejsce – {d}",
    "1. miejsce: {b}\n2. miejsce: {c}\n3. miejsce: {d}",
    "1) {b} – I miejsce\n2) {c} – II miejsce\n3) {d} – III miejsce",
    "{b} – I miejsce\n{c} – II miejsce\n{d} – III miejsce",
    "I miejsce\n{b}\nII miejsce\n{c}\nIII miejsce\n{d}",
]

_CASTS = [{}, dict(zip("bcd", PERSONS[3:6], strict=True)), dict(zip("bcd", PERSONS[6:9], strict=True)),
          dict(zip("bcd", PERSONS[9:], strict=True))]  # fmt: skip
_casts = pytest.mark.parametrize("cast", _CASTS, ids=["1", "2", "3", "4"])


@_casts
@pytest.mark.parametrize("wording", _DISTINCTIONS)
def test_distinctions(told: Told, wording: str, cast: dict[str, Name]) -> None:
    people = {**PEOPLE, **cast}
    lines = about(told(_GALA + fill(wording, **cast) + "\n"), "award")
    head = "award: contest = Złoty Kłos; category = wyróżnienie; recipient_kind = person; recipient = "
    assert renamed(lines, {"Wyróżnienie": "wyróżnienie"}) == sorted(head + people[key].nom for key in "bcd")


@_casts
@pytest.mark.parametrize("wording", _PLACES)
def test_places(told: Told, wording: str, cast: dict[str, Name]) -> None:
    people = {**PEOPLE, **cast}
    lines = about(told(_GALA + fill(wording, **cast) + "\n"), "award")
    assert lines == [
        f"award: contest = Złoty Kłos; category = {'I' * place} miejsce; place = {place}; recipient_kind = person; "
        f"recipient = {people[key].nom}"
        for place, key in enumerate("bcd", 1)
    ]


_LECTURES = [
    "Wykład „Cena ciszy” {b:wygłosił|wygłosiła} {b}.",
    "{b} {b:wygłosił|wygłosiła} wykład „Cena ciszy”.",
    "Z wykładem „Cena ciszy” {b:wystąpił|wystąpiła} {b}.",
    "Wykład pt. „Cena ciszy” został wygłoszony przez {b_acc}.",
    "Wykładu {b_gen} „Cena ciszy” wysłuchało sto osób.",
    "Referat „Cena ciszy” {b:przedstawił|przedstawiła} {b}.",
]
_WORKSHOPS = [
    "Warsztaty „Pióro” {b:poprowadził|poprowadziła} {b}.",
    "Warsztaty „Pióro” prowadzone przez {b_acc} trwały godzinę.",
    "Warsztaty „Pióro” {b:prowadził|prowadziła} {b}.",
]
_PANELS = [
    "W panelu „Deszcz” wzięli udział: {b}, {c} oraz {d}. {e:Moderatorem był|Moderatorką była} {e}.",
    "Panel „Deszcz” z udziałem {b_gen}, {c_gen} i {d_gen} {e:moderował|moderowała} {e}.",
    "Panel „Deszcz” {e:poprowadził|poprowadziła} {e}. W panelu udział wzięli: {b}, {c} i {d}.",
    "Panel „Deszcz”\nModerator: {e}\nPaneliści: {b}, {c}, {d}",
]
_OPENERS = [
    "Konferencję {b:otworzył|otworzyła} {b}.",
    "Otwarcia konferencji {b:dokonał|dokonała} {b}.",
    "Konferencja została otwarta przez {b_acc}.",
    "Uczestników {b:przywitał|przywitała} {b}.",
]
_JURORS = [
    "Jury w składzie: {b}, {c} i {d} oceniło prace.",
    "W jury zasiedli: {b}, {c} i {d}.",
]
_PRESENTERS = [
    "Nagrody {b:wręczył|wręczyła} {b}.",
    "Nagrody zostały wręczone przez {b_acc}.",
    "Nagrody z rąk {b_gen} odebrali laureaci.",
]
_GUESTS = [
    "Wśród gości byli: {b}, {c} i {d}.",
    "W uroczystości uczestniczyli: {b}, {c} i {d}.",
]

_ROLES = {
    "lecture": (_LECTURES, "Cena ciszy", [("b", "speaker")]),
    "workshop": (_WORKSHOPS, "Pióro", [("b", "leader")]),
    "panel": (_PANELS, "Deszcz", [("b", "panelist"), ("c", "panelist"), ("d", "panelist"), ("e", "moderator")]),
    "opener": (_OPENERS, "event", [("b", "opener")]),
    "juror": (_JURORS, "event", [("b", "juror"), ("c", "juror"), ("d", "juror")]),
    "presenter": (_PRESENTERS, "event", [("b", "award_presenter")]),
    "guest": (_GUESTS, "event", [("b", "guest"), ("c", "guest"), ("d", "guest")]),
}


@_casts
@pytest.mark.parametrize(
    ("what", "wording"), [(what, wording) for what, (wordings, _, _) in _ROLES.items() for wording in wordings]
)
def test_roles(told: Told, what: str, wording: str, cast: dict[str, Name]) -> None:
    people, (_, where, roles) = {**PEOPLE, **cast}, _ROLES[what]
    if "e" not in cast:
        people["e"] = next(p for p in PERSONS if p not in [people[key] for key in "bcd"])
    lines = about(told(_MEETING + fill(wording, **people) + "\n"), "appearance", "award")
    assert lines == sorted(
        f"appearance: role = {role}; person = {people[key].nom}; where = {where}" for key, role in roles
    )


def test_nobody_who_was_not_there(told: Told) -> None:
    for wording in ("Wykładu nie {b:wygłosił|wygłosiła} {b}.", "{b} nie {b:mógł|mogła} przybyć."):
        for person in PERSONS:
            assert about(told(_MEETING + fill(wording, b=person) + "\n"), "appearance", "session", "award") == []


def test_names_are_replaced_whole() -> None:
    assert renamed(["a: x = ab"], {"a": "b", "ab": "c"}) == ["b: x = c"]
