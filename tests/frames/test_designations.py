"""Titles, posts, units and institutions around names; one phenomenon a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.base import Span, load_rules
from extract.pipeline import Stages
from extract.s3_morphology import Morphology
from extract.s7_frames import Context, Designation
from extract.s7_frames.designations import DesignationFinder, Post, merge


@pytest.fixture(scope="module")
def finder(stages: Stages) -> DesignationFinder:
    return DesignationFinder(load_rules(), stages.normaliser, Morphology())


@pytest.fixture
def posts(
    marked: Callable[[str], Context], finder: DesignationFinder
) -> Callable[[str], dict[str, tuple[object, ...]]]:
    """Person -> (title, position, unit, institution) of a marked sentence."""

    def read(markup: str) -> dict[str, tuple[object, ...]]:
        context = marked(markup)
        names = {p.key: p.name.name for p in context.entities.persons}
        homes = {i.key: i.name.name for i in context.entities.institutions}
        return {
            names[key]: (p.title, p.position, p.unit, None if p.institution is None else homes[p.institution])
            for key, p in merge(finder.find(context)).items()
        }

    return read


CASES = [
    # titles before the name, in any case, with an honorific
    ("Wykład wygłosił dr hab. {Zenon Kwiatek}.", "Zenon Kwiatek", ("dr hab.", None, None, None)),
    ("Wysłuchano wykładu prof. dra hab. {Zenona Kwiatka}.", "Zenon Kwiatek", ("prof. dr hab.", None, None, None)),
    ("Mówił Pan mł. insp. {Oskar Sroka}.", "Oskar Sroka", ("mł. insp.", None, None, None)),
    ("Mszę odprawił ks. prałat {Oskar Sroka}.", "Oskar Sroka", ("ks. prałat", None, None, None)),
    # a university post behind the name is a title
    ("Mówiła dr hab. {Ida Kos}, prof. uczelni.", "Ida Kos", ("dr hab., prof. uczelni", None, None, None)),
    (
        "Mówiła dr hab. {Ida Kos}, prof. [Uniwersytetu Gdańskiego].",
        "Ida Kos",
        ("dr hab., prof. Uniwersytetu Gdańskiego", None, None, "Uniwersytet Gdański"),
    ),
    # post behind the name: comma, dash, bracket, line break
    ("{Ida Kos}, psycholog", "Ida Kos", (None, "psycholog", None, None)),
    ("{Ida Kos} – dyrektorka [Muzeum Sztuki w Łodzi]", "Ida Kos", (None, "dyrektorka", None, "Muzeum Sztuki w Łodzi")),
    ("{Ida Kos} (dyrektorka [Muzeum Sztuki w Łodzi])", "Ida Kos", (None, "dyrektorka", None, "Muzeum Sztuki w Łodzi")),
    (
        "{Ida Kos}, pedagog, [Szkoła Podstawowa nr 4 w Łukowie]",
        "Ida Kos",
        (None, "pedagog", None, "Szkoła Podstawowa nr 4 w Łukowie"),
    ),
    (
        "Z wyrazami szacunku\n{Ida Kos}\nDyrektor [Muzeum Sztuki w Łodzi]",
        "Ida Kos",
        (None, "Dyrektor", None, "Muzeum Sztuki w Łodzi"),
    ),
    # post before the name, agreeing in case
    (
        "Galę zamknęła dyrektorka [Muzeum Sztuki w Łodzi] {Ida Kos}.",
        "Ida Kos",
        (None, "dyrektorka", None, "Muzeum Sztuki w Łodzi"),
    ),
    (
        "Powitano nadleśniczego [Nadleśnictwa Pisz] {Oskara Srokę}.",
        "Oskar Sroka",
        (None, "nadleśniczy", None, "Nadleśnictwo Pisz"),
    ),
    # the nominative of the post
    (
        "Gościem była {Ida Kos}, którą powitano razem z {Zenonem Sroką}, zastępcą dyrektora [Muzeum Sztuki w Łodzi].",
        "Zenon Sroka",
        (None, "zastępca dyrektora", None, "Muzeum Sztuki w Łodzi"),
    ),
    # unit and institution
    (
        "{Ida Kos}, kierowniczka Wydziału Edukacji [Urzędu Miasta Olsztyna]",
        "Ida Kos",
        (None, "kierowniczka", "Wydział Edukacji", "Urząd Miasta Olsztyna"),
    ),
    (
        "{Ida Kos} – Wydział Prewencji, [Komenda Miejska Policji w Łodzi]",
        "Ida Kos",
        (None, None, "Wydział Prewencji", "Komenda Miejska Policji w Łodzi"),
    ),
    # offices are wholly positions
    ("Patronem był {Zenon Sroka}, wójt gminy Olszyna.", "Zenon Sroka", (None, "wójt gminy Olszyna", None, None)),
    ("Mówił ambasador RP w Kijowie {Zenon Sroka}.", "Zenon Sroka", (None, "ambasador RP w Kijowie", None, None)),
    ("Gościem była {Ida Kos}, skarbnik gminy Olszyna.", "Ida Kos", (None, "skarbnik gminy Olszyna", None, None)),
    # "z": an institution is an affiliation, a town is none
    ("Mówiła {Ida Kos} z [Fundacji „Brzeg”].", "Ida Kos", (None, None, None, "Fundacja „Brzeg”")),
    (
        "Mówiła {Ida Kos} z Pniew (dyrektorka [Muzeum Sztuki w Łodzi]).",
        "Ida Kos",
        (None, "dyrektorka", None, "Muzeum Sztuki w Łodzi"),
    ),
    # a verb says it
    (
        "Wystąpił {Zenon Sroka}, który od niedawna kieruje [Muzeum Sztuki w Łodzi].",
        "Zenon Sroka",
        (None, None, None, "Muzeum Sztuki w Łodzi"),
    ),
    # distributed over two
    (
        "Galę poprowadzili {Ida Kos} i {Zenon Sroka} (oboje z [Fundacji „Brzeg”]).",
        "Ida Kos",
        (None, None, None, "Fundacja „Brzeg”"),
    ),
    ("{Ida Kos} i {Zenon Sroka}, [Fundacja „Brzeg”]", "Ida Kos", (None, None, None, "Fundacja „Brzeg”")),
    (
        "Wystąpiły studentki [Akademii Sztuki w Olsztynie] {Ida Kos} i {Ewa Lis}.",
        "Ewa Lis",
        (None, "studentka", None, "Akademia Sztuki w Olsztynie"),
    ),
    # acting posts, two posts joined, a participle
    (
        "{Zenon Sroka}, p.o. dyrektora [Muzeum Sztuki w Łodzi], oraz {Ida Kos}",
        "Zenon Sroka",
        (None, "p.o. dyrektora", None, "Muzeum Sztuki w Łodzi"),
    ),
    (
        "{Ida Kos}, założycielka i prezeska [Fundacji „Brzeg”]",
        "Ida Kos",
        (None, "założycielka i prezeska", None, "Fundacja „Brzeg”"),
    ),
    ("Przybył {Zenon Sroka} reprezentujący [Fundację „Brzeg”].", "Zenon Sroka", (None, None, None, "Fundacja „Brzeg”")),
    # words before the present post, columns, speaking for an institution, quotation marks outside the name
    (
        "{Zenon Sroka}, na co dzień informatyk w [Muzeum Sztuki w Łodzi]",
        "Zenon Sroka",
        (None, "informatyk", None, "Muzeum Sztuki w Łodzi"),
    ),
    ("{Ida Kos} | [Fundacja „Brzeg”]", "Ida Kos", (None, None, None, "Fundacja „Brzeg”")),
    (
        "Obrady podsumował w imieniu [Muzeum Sztuki w Łodzi] {Zenon Sroka}.",
        "Zenon Sroka",
        (None, None, None, "Muzeum Sztuki w Łodzi"),
    ),
    ("{Ida Kos}, redaktorka „[Głosu Łodzi]”", "Ida Kos", (None, "redaktorka", None, "Głos Łodzi")),
    # adjectives between post and bare noun, councillors, a unit of the university in the title, plural posts
    (
        "Debatę przygotowała [Komenda Miejska Policji w Łodzi]. Mówił {Zenon Sroka}, oficer prasowy komendy.",
        "Zenon Sroka",
        (None, "oficer prasowy", None, "Komenda Miejska Policji w Łodzi"),
    ),
    (
        "{Zenon Sroka}, radny [Rady Miejskiej w Olszynie]",
        "Zenon Sroka",
        (None, "radny", None, "Rada Miejska w Olszynie"),
    ),
    (
        "dr hab. {Ida Kos}, prof. [Uniwersytetu Gdańskiego], dziekan Wydziału Prawa",
        "Ida Kos",
        ("dr hab., prof. Uniwersytetu Gdańskiego", "dziekan", "Wydział Prawa", "Uniwersytet Gdański"),
    ),
    (
        "Pokaz dali ratownicy {Ida Kos} i {Zenon Sroka} ze [Stacji Pogotowia w Łodzi].",
        "Ida Kos",
        (None, "ratowniczka", None, "Stacja Pogotowia w Łodzi"),
    ),
    # an adjective of the institution is no part of the post
    ("{Ida Kos}, dyrektorka łomżyńskiej [Fundacji „Brzeg”]", "Ida Kos", (None, "dyrektorka", None, "Fundacja „Brzeg”")),
    # a bare head noun stands for the one institution of its kind
    (
        "Galę przygotowała [Fundacja „Brzeg”]. Gości powitała prezeska fundacji {Ida Kos}.",
        "Ida Kos",
        (None, "prezeska", None, "Fundacja „Brzeg”"),
    ),
]


@pytest.mark.parametrize(("markup", "person", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_designation(posts, markup: str, person: str, expected: tuple[object, ...]) -> None:  # type: ignore[no-untyped-def]
    assert posts(markup)[person] == expected


NONE = [
    # only C surely has the office
    ("Przybyli {Ida Kos}, {Ewa Lis} oraz {Zenon Sroka} z [Urzędu Miasta Olsztyna].", "Ida Kos"),
    # what stands near is not attached
    ("Wykład {Idy Kos} odbył się, gdy [Muzeum Sztuki w Łodzi] było zamknięte.", "Ida Kos"),
    # the post before the next name is the next person's
    ("Wstęgę przecięli {Ida Kos}, przewodnicząca [Rady Gminy Olszyna] {Ewa Lis}.", "Ida Kos"),
    ("{Zenon Sroka}, p.o. dyrektora [Muzeum Sztuki w Łodzi], dr {Ida Kos}", "Ida Kos"),
    ("{Ida Kos}, dyrektorka [Muzeum Sztuki w Łodzi] w latach 2012-2016", "Ida Kos"),
    # a woman's post is no man's
    ("W debacie wystąpili: {Zenon Sroka}, policjantka z [Komendy Miejskiej Policji w Łodzi] Natalia", "Zenon Sroka"),
    # words of a title before a dash, a paragraph of its own below
    ("10.45 Młyny i młynarze – prof. {Zenon Sroka}", "Zenon Sroka"),
    ("Paneliści: {Ida Kos}, {Zenon Sroka}\n\n[Muzeum Sztuki w Łodzi] działa od 1987 r.", "Zenon Sroka"),
    # honorifics and roles at the event are no posts
    ("Laureatką została pani {Ida Kos}.", "Ida Kos"),
    # a former post is none
    ("{Ida Kos}, była dyrektorka [Muzeum Sztuki w Łodzi]", "Ida Kos"),
]


@pytest.mark.parametrize(("markup", "person"), NONE, ids=[c[0][:60] for c in NONE])
def test_nothing_is_attached(posts, markup: str, person: str) -> None:  # type: ignore[no-untyped-def]
    assert posts(markup).get(person, (None, None, None, None))[1:] == (None, None, None)


def test_merge_prefers_the_designation_tied_to_an_institution() -> None:
    first = Designation(0, Span(0, 5), position="aktor")
    second = Designation(0, Span(9, 15), position="juror", institution=3)
    title = Designation(0, Span(9, 15), title="dr")
    assert merge([first, second, title])[0] == Post("dr", "juror", None, 3, "", 1.0)
