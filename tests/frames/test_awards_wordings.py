"""Awards: one fact in many wordings, and names beside laureates that are none."""

from __future__ import annotations

import pytest

from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source

OPENING = "Gala konkursu „Złoty Żuraw” odbyła się 5 czerwca 2024 r. w Domu Kultury w Pile.\n\n"
EWA, PIOTR, ANNA = "Ewa Lisowska", "Piotr Zaręba", "Anna Wróbel"

Given = list[tuple[str, str | None]]


GIVEN: list[tuple[str, Given]] = [
    (
        "KLASY I–III\nGrand Prix – Ewa Lisowska\nI miejsce – Piotr Zaręba",
        [(EWA, "Klasy i–iii – Grand Prix"), (PIOTR, "Klasy i–iii – I miejsce")],
    ),
    (
        "Nagrodzono Ewę Lisowską, Piotra Zarębę oraz Annę Wróbel.",
        [(EWA, None), (PIOTR, None), (ANNA, None)],
    ),
    (
        "Wyróżniono:\n• Ewę Lisowską\n• Piotra Zarębę",
        [(EWA, "wyróżnienie"), (PIOTR, "wyróżnienie")],
    ),
    (
        "Wyróżnienia przyznano:\n• Ewie Lisowskiej\n• Piotrowi Zarębie",
        [(EWA, "wyróżnienie"), (PIOTR, "wyróżnienie")],
    ),
    (
        "Wyróżnienia otrzymali:\n• Ewa Lisowska\n• Piotr Zaręba",
        [(EWA, "wyróżnienie"), (PIOTR, "wyróżnienie")],
    ),
    (
        "Nagrody otrzymali:\n• Ewa Lisowska\n• Piotr Zaręba",
        [(EWA, None), (PIOTR, None)],
    ),
    (
        "MIKROPRZEDSIĘBIORSTWO\nStolarnia Dębowa Sp. z o.o.\n\nMAŁA FIRMA\nPiekarnia Kłos Kowalscy s.c.\n\nDUŻA FIRMA\nPolbud S.A. z Konina",  # noqa: E501
        [
            ("Stolarnia Dębowa Sp. z o.o.", "Mikroprzedsiębiorstwo"),
            ("Piekarnia Kłos Kowalscy s.c.", "Mała firma"),
            ("Polbud S.A. z Konina", "Duża firma"),
        ],
    ),
    (
        "Kategoria: Wolontariusz\nEwa Lisowska – Zalipie\n\nKategoria: Nauczyciel\nPiotr Zaręba, Szkoła Podstawowa nr 3 w Kole",  # noqa: E501
        [(EWA, "Wolontariusz"), (PIOTR, "Nauczyciel")],
    ),
    (
        "Laureaci:\nEwa Lisowska – Wolontariusz Roku\nPiotr Zaręba – Nauczyciel Roku",
        [(EWA, "Wolontariusz Roku"), (PIOTR, "Nauczyciel Roku")],
    ),
    (
        "Laureaci:\nWolontariusz Roku – Ewa Lisowska\nNauczyciel Roku – Piotr Zaręba",
        [(EWA, "Wolontariusz Roku"), (PIOTR, "Nauczyciel Roku")],
    ),
    (
        "Nagrodzeni: Ewa Lisowska, Piotr Zaręba",
        [(EWA, None), (PIOTR, None)],
    ),
    (
        "Wyróżnieni: Ewa Lisowska, Piotr Zaręba",
        [(EWA, "wyróżnienie"), (PIOTR, "wyróżnienie")],
    ),
    (
        "Wyróżnieni zostali: Ewa Lisowska i Piotr Zaręba.",
        [(EWA, "wyróżnienie"), (PIOTR, "wyróżnienie")],
    ),
    (
        "Nagrodzeni zostali: Ewa Lisowska, Piotr Zaręba i Anna Wróbel.",
        [(EWA, None), (PIOTR, None), (ANNA, None)],
    ),
    (
        "Złoto: Ewa Lisowska\nSrebro: Piotr Zaręba\nBrąz: Anna Wróbel",
        [(EWA, "I miejsce"), (PIOTR, "II miejsce"), (ANNA, "III miejsce")],
    ),
    (
        "Złoto zdobyła Ewa Lisowska, srebro wywalczył Piotr Zaręba, a brąz przypadł Annie Wróbel.",
        [(EWA, "I miejsce"), (PIOTR, "II miejsce"), (ANNA, "III miejsce")],
    ),
    (
        "Tytuł „Przyjaciel Lasu” otrzymali: Ewa Lisowska i Piotr Zaręba.",
        [(EWA, "Tytuł „Przyjaciel Lasu”"), (PIOTR, "Tytuł „Przyjaciel Lasu”")],
    ),
    (
        "Statuetka trafiła do Ewy Lisowskiej z Zalipia.",
        [(EWA, None)],
    ),
    (
        "W kategorii Sport statuetkę zgarnął Piotr Zaręba, a w kategorii Kultura – Ewa Lisowska.",
        [(PIOTR, "Sport"), (EWA, "Kultura")],
    ),
    (
        "W kategorii Sport triumfował Piotr Zaręba. W kategorii Kultura najlepsza okazała się Ewa Lisowska.",
        [(PIOTR, "Sport"), (EWA, "Kultura")],
    ),
    (
        "Na najwyższym stopniu podium stanęła Ewa Lisowska, drugi był Piotr Zaręba.",
        [(EWA, "I miejsce"), (PIOTR, "II miejsce")],
    ),
    (
        "Jury doceniło także Ewę Lisowską.",
        [(EWA, None)],
    ),
    (
        "Pierwsze miejsce ex aequo zajęli Ewa Lisowska i Piotr Zaręba.",
        [(EWA, "I miejsce"), (PIOTR, "I miejsce")],
    ),
    (
        "1. Ewa Lisowska – 345 głosów\n2. Piotr Zaręba – 210 głosów",
        [(EWA, "I miejsce"), (PIOTR, "II miejsce")],
    ),
    (
        "Pierwsze miejsce z liczbą 345 głosów zajęła Ewa Lisowska, drugie – Piotr Zaręba (210 głosów), trzecie Anna Wróbel.",  # noqa: E501
        [(EWA, "I miejsce"), (PIOTR, "II miejsce"), (ANNA, "III miejsce")],
    ),
    (
        "Miejsce;Imię i nazwisko;Szkoła\nI;Ewa Lisowska;Szkoła Podstawowa nr 3 w Kole\nII;Piotr Zaręba;Szkoła Podstawowa nr 1 w Kole",  # noqa: E501
        [(EWA, "I miejsce"), (PIOTR, "II miejsce")],
    ),
    (
        "Nagrodę za całokształt pracy odebrał Piotr Zaręba.",
        [(PIOTR, "Nagroda za całokształt pracy")],
    ),
    (
        "Medal „Zasłużony dla Powiatu” otrzymali: Ewa Lisowska, Piotr Zaręba.",
        [(EWA, "Medal „Zasłużony dla Powiatu”"), (PIOTR, "Medal „Zasłużony dla Powiatu”")],
    ),
    (
        "Złotym Krzyżem Zasługi odznaczono druha Piotra Zarębę.",
        [(PIOTR, "Złoty Krzyż Zasługi")],
    ),
    (
        "Złote Medale „Za Zasługi dla Pożarnictwa” otrzymali druhowie:\n- Piotr Zaręba\n- Jan Kruk",
        [(PIOTR, "Złoty Medal „Za Zasługi dla Pożarnictwa”"), ("Jan Kruk", "Złoty Medal „Za Zasługi dla Pożarnictwa”")],
    ),
    (
        "Laureaci (ex aequo): Stolarnia Dębowa S.A. w Pile; Polbud Sp. z o.o.",
        [("Stolarnia Dębowa S.A. w Pile", None), ("Polbud Sp. z o.o.", None)],
    ),
    (
        "Wręczono sześć statuetek. Odebrali je: Ewa Lisowska, Piotr Zaręba – dyrektor szkoły, Jan Kruk oraz Anna Wróbel.",  # noqa: E501
        [(EWA, None), (PIOTR, None), ("Jan Kruk", None), (ANNA, None)],
    ),
    (
        "I miejsce – Koło Gospodyń Wiejskich w Zalipiu\nII miejsce – Koło Gospodyń Wiejskich „Jarzębinki” z Lipia\nwyróżnienie – Zespół Pieśni i Tańca „Rosa”",  # noqa: E501
        [
            ("Koło Gospodyń Wiejskich w Zalipiu", "I miejsce"),
            ("Koło Gospodyń Wiejskich „Jarzębinki” z Lipia", "II miejsce"),
            ("Zespół Pieśni i Tańca „Rosa”", "wyróżnienie"),
        ],
    ),
    (
        "Zwyciężyła Ewa Lisowska, a koncert poprowadził Piotr Zaręba.",
        [(EWA, "I miejsce")],
    ),
    (
        "Zwycięzcy:\nEwa Lisowska (Piła)\nPiotr Zaręba (Koło)\n\nOrganizatorzy: Instytut Botaniki",
        [(EWA, None), (PIOTR, None)],
    ),
    (
        "Stypendia otrzymali: Ewa Lisowska, Piotr Zaręba.",
        [(EWA, "Stypendium"), (PIOTR, "Stypendium")],
    ),
    (
        "I m. Ewa Lisowska\nII m. Piotr Zaręba",
        [(EWA, "I miejsce"), (PIOTR, "II miejsce")],
    ),
    (
        "Jury uhonorowało także Piotra Zarębę za debiut.",
        [(PIOTR, None)],
    ),
    (
        "Wśród laureatów znaleźli się: Ewa Lisowska, Piotr Zaręba i Anna Wróbel.",
        [(EWA, None), (PIOTR, None), (ANNA, None)],
    ),
    (
        "Zwyciężyła Ewa Lisowska. Trzecia była Anna Wróbel (205 głosów).",
        [(EWA, "I miejsce"), (ANNA, "III miejsce")],
    ),
    (
        "Na drugim miejscu uplasowała się Ewa Lisowska, a na trzecim Piotr Zaręba.",
        [(EWA, "II miejsce"), (PIOTR, "III miejsce")],
    ),
    (
        "Medal im. Jana Kruka przypadł Ewie Lisowskiej.",
        [(EWA, "Medal im. Jana Kruka")],
    ),
    (
        "Odznakę „Zasłużony dla Gminy” otrzymał Piotr Zaręba. Odebrała ją wnuczka, Ewa Zaręba.",
        [(PIOTR, "Odznaka „Zasłużony dla Gminy”")],
    ),
    (
        "Laureatką nagrody głównej została Ewa Lisowska.",
        [(EWA, "nagroda główna")],
    ),
    (
        "Grand Prix przypadło filmowi „Wiatr” w reżyserii Ewy Lisowskiej.",
        [("Wiatr", "Grand Prix")],
    ),
    (
        "I miejsce – Ewa Lisowska\nII miejsce – Piotr Zaręba\n\nNagrody wręczyli: Anna Wróbel, Jan Kruk",
        [(EWA, "I miejsce"), (PIOTR, "II miejsce")],
    ),
    (
        "I miejsce – Ewa Lisowska\nII miejsce – Piotr Zaręba\n\nDo zobaczenia za rok!\nAnna Wróbel\nDyrektor",
        [(EWA, "I miejsce"), (PIOTR, "II miejsce")],
    ),
]

NOBODY = [
    "Nominowani byli Ewa Lisowska i Piotr Zaręba.",
    "Nagrody wręczyli Ewa Lisowska i Piotr Zaręba, a zaśpiewała Anna Wróbel.",
    "Wystąpili: Ewa Lisowska i zespół „Mgła”.",
    "Ubiegłoroczną nagrodę otrzymał zespół „Mgła” z Torunia.",
    "Dziękujemy:\n- Ewie Lisowskiej\n- Piotrowi Zarębie",
]


def awards(stages: Stages, text: str) -> Given:
    """(recipient, category) of every award of a text."""
    facts = stages.run(Analysis(Source("text", OPENING + text), Options(published="2024-06-20"))).facts
    assert facts is not None
    return [(a.recipient, a.category) for e in facts.events for a in e.awards]


@pytest.mark.parametrize(("text", "given"), GIVEN)
def test_wording(stages: Stages, text: str, given: Given) -> None:
    found = awards(stages, text)
    assert [(r, c and c.lower()) for r, c in found] == [(r, c and c.lower()) for r, c in given]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_given_anything(stages: Stages, text: str) -> None:
    assert awards(stages, text) == []
