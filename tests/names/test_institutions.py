"""Institutions' names in the nominative, with kind, place, parent and acronym."""

from __future__ import annotations

import pytest

from extract.base import load_rules
from extract.s3_morphology import Morphology
from extract.s6_names import NameNormaliser


@pytest.fixture(scope="module")
def names() -> NameNormaliser:
    return NameNormaliser(load_rules(), Morphology())


@pytest.mark.parametrize(
    ("form", "nominative"),
    [
        ("Regionalnego Ośrodka Polityki Społecznej w Opolu", "Regionalny Ośrodek Polityki Społecznej w Opolu"),
        ("Regionalnemu Ośrodkowi Polityki Społecznej", "Regionalny Ośrodek Polityki Społecznej"),
        ("Szkole Wyższej Psychologii Stosowanej", "Szkoła Wyższa Psychologii Stosowanej"),
        ("Politechniką Łódzką", "Politechnika Łódzka"),
        ("Zakładem Opiekuńczo-Leczniczym w Lipnie", "Zakład Opiekuńczo-Leczniczy w Lipnie"),
        ("Przedsiębiorstwa Produkcyjno-Handlowo-Usługowego", "Przedsiębiorstwo Produkcyjno-Handlowo-Usługowe"),
        ("Miejsko – Gminnego Ośrodka Kultury", "Miejsko-Gminny Ośrodek Kultury"),
        ("II Liceum Ogólnokształcącego w Łomży", "II Liceum Ogólnokształcące w Łomży"),
        ("1 Wojskowego Szpitala Klinicznego w Łomży", "1 Wojskowy Szpital Kliniczny w Łomży"),
        ("Zespole Szkół nr 2 im. Jana Kowalskiego w Łomży", "Zespół Szkół nr 2 im. Jana Kowalskiego w Łomży"),
        ("Fundacji „Jasny Brzeg” w Lipnie", "Fundacja „Jasny Brzeg” w Lipnie"),
        ("Fundacją Nowe Światło", "Fundacja Nowe Światło"),
        ("Spółdzielni Socjalnej Pomocna Dłoń", "Spółdzielnia Socjalna Pomocna Dłoń"),
        ("Wód Polskich", "Wody Polskie"),
        ("Warsztatów Terapii Zajęciowej w Rawiczu", "Warsztaty Terapii Zajęciowej w Rawiczu"),
        ("Biura Rady Miejskiej", "Biuro Rady Miejskiej"),
        ("Oddziału Narodowego Funduszu Zdrowia", "Oddział Narodowego Funduszu Zdrowia"),
        ("Zarządu Głównego Polskiego Związku Niewidomych", "Zarząd Główny Polskiego Związku Niewidomych"),
        ("Szkoły Podstawowej i Przedszkola w Nowym Targu", "Szkoła Podstawowa i Przedszkole w Nowym Targu"),
        ("Okręgowej Izby Pielęgniarek i Położnych", "Okręgowa Izba Pielęgniarek i Położnych"),
        ("Instytutu Meteorologii i Gospodarki Wodnej", "Instytut Meteorologii i Gospodarki Wodnej"),
        ("Filii Biblioteki Publicznej w Łomży", "Filia Biblioteki Publicznej w Łomży"),
        ("Zakładu Ubezpieczeń Społecznych Oddziału w Lesznie", "Zakład Ubezpieczeń Społecznych Oddział w Lesznie"),
        ("Wojewody Mazowieckiego", "Wojewoda Mazowiecki"),
        ("Państwowej Szkoły Muzycznej I stopnia", "Państwowa Szkoła Muzyczna I stopnia"),
        ("Teatru Wielkiego – Opery Narodowej", "Teatr Wielki – Opera Narodowa"),
        ("Miasta Łomży", "Miasto Łomża"),
        ("Urzędu Gminy Pniewy", "Urząd Gminy Pniewy"),
        ("Nowin Gminnych", "Nowiny Gminne"),
        ("Prawdy i Sprawiedliwości", "Prawda i Sprawiedliwość"),
        ("„Kuriera Łomżyńskiego”", "Kurier Łomżyński"),
        ("Fabryką Łożysk S.A.", "Fabryka Łożysk S.A."),
    ],
)
def test_the_head_and_its_agreeing_words_are_nominative(names: NameNormaliser, form: str, nominative: str) -> None:
    assert names.institution(form).name == nominative


@pytest.mark.parametrize(
    "name",
    [
        "Centrum Usług Społecznych w Pniewach",
        "Muzeum Dawnego Rolnictwa w Świdnicy",
        "New Horizon Support",
        "Santorini Bank Polska",
        "Pod Basztą",
        "Nadleśnictwo Łomża",
        "Collegium Medicum",
        "Caritas Diecezji Łomżyńskiej",
    ],
)
def test_what_is_nominative_or_foreign_stays(names: NameNormaliser, name: str) -> None:
    assert names.institution(name).name == name


@pytest.mark.parametrize(
    ("form", "name", "acronym"),
    [
        ("OWES-u w Pniewach", "Ośrodek Wsparcia Ekonomii Społecznej w Pniewach", "OWES"),
        ("OWESu w Pniewach", "Ośrodek Wsparcia Ekonomii Społecznej w Pniewach", "OWES"),
        ("MOPR-em w Łomży", "Miejski Ośrodek Pomocy Rodzinie w Łomży", "MOPR"),
        ("ZUS-owi", "Zakład Ubezpieczeń Społecznych", "ZUS"),
        ("ZUS Oddział w Lesznie", "Zakład Ubezpieczeń Społecznych Oddział w Lesznie", "ZUS"),
        ("KP PSP w Łomży", "Komenda Powiatowa Państwowej Straży Pożarnej w Łomży", "KP PSP"),
        ("DPS „Zacisze” w Łomży", "Dom Pomocy Społecznej „Zacisze” w Łomży", "DPS"),
        ("SP nr 7 w Łomży", "Szkoła Podstawowa nr 7 w Łomży", "SP"),
        ("DPS Zacisze", "Dom Pomocy Społecznej Zacisze", "DPS"),
        ("OSP Duszniki-Zdrój", "Ochotnicza Straż Pożarna w Dusznikach-Zdroju", "OSP"),
        ("OSP Wrocław", "Ochotnicza Straż Pożarna we Wrocławiu", "OSP"),
        ("SGGW w Warszawie", "Szkoła Główna Gospodarstwa Wiejskiego w Warszawie", "SGGW"),
        ("UMCS w Puławach", "Uniwersytet Marii Curie-Skłodowskiej w Puławach", "UMCS"),
        ("II LO w Rawiczu", "II Liceum Ogólnokształcące w Rawiczu", None),
        ("I LO", "I Liceum Ogólnokształcące", None),
        ("SP 12", "Szkoła Podstawowa nr 12", "SP"),
        ("ZUS Łomża", "Zakład Ubezpieczeń Społecznych w Łomży", "ZUS"),
        ("Katolickiego LO w Łomży", "Katolickie Liceum Ogólnokształcące w Łomży", None),
    ],
)
def test_known_acronyms_are_expanded(names: NameNormaliser, form: str, name: str, acronym: str | None) -> None:
    got = names.institution(form)
    assert (got.name, got.acronym) == (name, acronym)


@pytest.mark.parametrize(
    ("form", "name"),
    [("MKS w Łomży", "MKS w Łomży"), ("SP", "SP"), ("PIP Support", "PIP Support"), ("UP w Łomży", "UP w Łomży")],
)
def test_ambiguous_acronyms_stay(names: NameNormaliser, form: str, name: str) -> None:
    assert names.institution(form).name == name


def test_the_document_spells_an_acronym_out(names: NameNormaliser) -> None:
    others = ("Lokalnego Centrum Rozwoju Rzemiosła w Łomży",)
    got = names.institution("LCRR", others=others)
    assert (got.name, got.acronym, got.place) == ("Lokalne Centrum Rozwoju Rzemiosła w Łomży", "LCRR", "Łomża")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("KOMENDA POWIATOWA POLICJI W ŁOMŻY", "Komenda Powiatowa Policji w Łomży"),
        ("I LICEUM OGÓLNOKSZTAŁCĄCE W ŁOMŻY", "I Liceum Ogólnokształcące w Łomży"),
        ("PAŃSTWOWA SZKOŁA MUZYCZNA I STOPNIA", "Państwowa Szkoła Muzyczna I Stopnia"),
        ("URZĄD MIASTA I GMINY", "Urząd Miasta i Gminy"),
        ("ESRI", "ESRI"),
    ],
)
def test_names_in_capitals(names: NameNormaliser, form: str, name: str) -> None:
    assert names.institution(form).name == name


@pytest.mark.parametrize(
    ("form", "kind", "place", "parent"),
    [
        ("Gminnego Ośrodka Kultury w Pniewach", "ośrodek", "Pniewy", None),
        ("MOPS-u w Nowym Targu", "ośrodek", "Nowy Targ", None),
        ("Domu Dziecka w Bielsku-Białej", "dom", "Bielsko-Biała", None),
        ("Wydziału Zdrowia Mazowieckiego Urzędu Wojewódzkiego", "wydział", None, "Mazowiecki Urząd Wojewódzki"),
        ("Instytutu Sztuki PAN", "instytut", None, "Polska Akademia Nauk"),
        ("Delegatury IPN w Łomży", "delegatura", "Łomża", "Instytut Pamięci Narodowej"),
        ("Szkoły w Nakle nad Notecią", "szkoła", "Nakło nad Notecią", None),
        ("Sądu Rejonowego w Łomży I Wydziału Cywilnego", "sąd", "Łomża", None),
        ("Szpitala w Nowym Mieście Lubawskim", "szpital", "Nowe Miasto Lubawskie", None),
        ("Oddziału w Tarnowie", "oddział", "Tarnów", None),
        ("Centrum Przeciwdziałania Przemocy w Rodzinie", "centrum", None, None),
        ("Fundacji „Zima w Krakowie”", "fundacja", None, None),
    ],
)
def test_kind_place_and_parent(
    names: NameNormaliser, form: str, kind: str, place: str | None, parent: str | None
) -> None:
    got = names.institution(form)
    assert (got.kind, got.place, got.parent) == (kind, place, parent)


def test_other_mentions_decide_on_foreign_names(names: NameNormaliser) -> None:
    assert names.institution("Zamexa", others=("Zamex",)).name == "Zamex"
    assert names.institution("Zamexa").confidence < 0.6


def test_normalising_twice_changes_nothing(names: NameNormaliser) -> None:
    for form in ("MOPS-u w Nowym Targu", "Fundacją Nowe Światło", "Wydziału Zdrowia Urzędu Miasta", "Wód Polskich"):
        once = names.institution(form).name
        assert names.institution(once).name == once


def test_an_acronym_alone_may_be_kept(names: NameNormaliser) -> None:
    got = names.institution("ZUS-owi", expand_bare=False)
    assert (got.name, got.acronym) == ("ZUS", "ZUS")
    assert names.institution("OPS w Łomży", expand_bare=False).name == "Ośrodek Pomocy Społecznej w Łomży"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Uniwersytetu Trzeciego Wieku w Olszynie", "Uniwersytet Trzeciego Wieku w Olszynie"),
        ("Klubu Młodego Odkrywcy", "Klub Młodego Odkrywcy"),
        ("Domu Dziennego Pobytu", "Dom Dziennego Pobytu"),
        ("Komendy Miejskiej Policji", "Komenda Miejska Policji"),
        ("Drugiego Urzędu Skarbowego", "Drugi Urząd Skarbowy"),
    ],
)
def test_a_quality_belongs_to_the_noun_behind_it(names: NameNormaliser, form: str, name: str) -> None:
    assert names.institution(form).name == name
