"""Sessions named in running text, and who sat in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Seat = tuple[str, str, str]
"""Title of the session in lower case (``""`` without one, ``"event"`` outside any), person, role."""


@pytest.mark.parametrize(
    ("body", "seats"),
    [
        (
            "Wykład inauguracyjny pt. „Mosty” wygłosił prof. Jan Nowak.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "Jako pierwsza wystąpiła Anna Kowalska z wykładem „Mosty”.",
            {("mosty", "Anna Kowalska", "speaker")},
        ),
        (
            "Prelekcję na temat „Mosty” przedstawiła Anna Kowalska, dyrektor muzeum.",
            {("mosty", "Anna Kowalska", "speaker")},
        ),
        (
            "Następnie dr Jan Nowak z Uniwersytetu Opolskiego zaprezentował referat „Mosty”.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "„Mosty” to tytuł wystąpienia Jana Nowaka.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "W swoim wystąpieniu „Mosty” Jan Nowak przedstawił historię przepraw.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "Konferencję rozpoczął wykład prof. Jana Nowaka „Mosty”.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "Autorem wykładu „Mosty” był Jan Nowak.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "Uczestnicy wysłuchali wykładu „Mosty”, który wygłosił Jan Nowak.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "Uczestnicy wysłuchali wykładu „Mosty” wygłoszonego przez Jana Nowaka.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "Wykłady wygłosili: Jan Nowak („Mosty”), Anna Kowalska („Promy”) oraz Piotr Zieliński („Kładki”).",
            {
                ("mosty", "Jan Nowak", "speaker"),
                ("promy", "Anna Kowalska", "speaker"),
                ("kładki", "Piotr Zieliński", "speaker"),
            },
        ),
        (
            "Jan Nowak wygłosił wykład „Mosty”, a Anna Kowalska – „Promy”.",
            {("mosty", "Jan Nowak", "speaker"), ("promy", "Anna Kowalska", "speaker")},
        ),
        (
            "Pierwszy wykład, „Mosty”, wygłosił Jan Nowak, drugi, „Promy”, Anna Kowalska.",
            {("mosty", "Jan Nowak", "speaker"), ("promy", "Anna Kowalska", "speaker")},
        ),
        (
            "Warsztaty „Kajak” poprowadził Michał Zając, instruktor.",
            {("kajak", "Michał Zając", "leader")},
        ),
        (
            "Warsztaty „Kajak” i „Wiosło” poprowadzili odpowiednio Michał Zając i Ewa Król.",
            {("kajak", "Michał Zając", "leader"), ("wiosło", "Ewa Król", "leader")},
        ),
        (
            "Odbyły się też warsztaty: „Kajak” (prowadzący: Michał Zając) i „Wiosło” (prowadząca: Ewa Król).",
            {("kajak", "Michał Zając", "leader"), ("wiosło", "Ewa Król", "leader")},
        ),
        (
            "Chętni mogli wziąć udział w warsztatach „Kajak” prowadzonych przez Michała Zająca.",
            {("kajak", "Michał Zając", "leader")},
        ),
        (
            "Warsztaty z Michałem Zającem „Kajak” trwały dwie godziny.",
            {("kajak", "Michał Zając", "leader")},
        ),
        (
            "Na zakończenie odbyła się debata „Brzegi” z udziałem Jana Nowaka, Anny Kowalskiej i Piotra Zielińskiego.",
            {
                ("brzegi", "Jan Nowak", "panelist"),
                ("brzegi", "Anna Kowalska", "panelist"),
                ("brzegi", "Piotr Zieliński", "panelist"),
            },
        ),
        (
            "W panelu „Brzegi”, który moderował Jan Nowak, udział wzięli Anna Kowalska, Piotr Zieliński oraz Ewa Król.",
            {
                ("brzegi", "Jan Nowak", "moderator"),
                ("brzegi", "Anna Kowalska", "panelist"),
                ("brzegi", "Piotr Zieliński", "panelist"),
                ("brzegi", "Ewa Król", "panelist"),
            },
        ),
        (
            "Moderatorem panelu „Brzegi” był Jan Nowak, a panelistami – Anna Kowalska i Piotr Zieliński.",
            {
                ("brzegi", "Jan Nowak", "moderator"),
                ("brzegi", "Anna Kowalska", "panelist"),
                ("brzegi", "Piotr Zieliński", "panelist"),
            },
        ),
        (
            "W debacie „Brzegi” wystąpili: Anna Kowalska, Piotr Zieliński i Ewa Król. Prowadził ją Jan Nowak.",
            {
                ("brzegi", "Jan Nowak", "moderator"),
                ("brzegi", "Anna Kowalska", "panelist"),
                ("brzegi", "Piotr Zieliński", "panelist"),
                ("brzegi", "Ewa Król", "panelist"),
            },
        ),
        (
            "O brzegach w panelu „Brzegi” dyskutowali Anna Kowalska i Piotr Zieliński, a rozmowę moderowała Ewa Król.",
            {
                ("brzegi", "Anna Kowalska", "panelist"),
                ("brzegi", "Piotr Zieliński", "panelist"),
                ("brzegi", "Ewa Król", "moderator"),
            },
        ),
        (
            "Panel „Brzegi” poprowadziła Ewa Król. Uczestniczyli w nim: Anna Kowalska – burmistrz, Piotr "
            "Zieliński – hydrolog.",
            {
                ("brzegi", "Anna Kowalska", "panelist"),
                ("brzegi", "Piotr Zieliński", "panelist"),
                ("brzegi", "Ewa Król", "moderator"),
            },
        ),
        (
            "Panelistami debaty „Brzegi” byli Anna Kowalska oraz Piotr Zieliński.",
            {("brzegi", "Anna Kowalska", "panelist"), ("brzegi", "Piotr Zieliński", "panelist")},
        ),
        (
            "Gośćmi Ewy Król w debacie „Brzegi” byli Anna Kowalska i Piotr Zieliński.",
            {("brzegi", "Anna Kowalska", "panelist"), ("brzegi", "Piotr Zieliński", "panelist")},
        ),
        (
            "Sesję „Brzegi” moderował Jan Nowak. Wystąpili w niej Anna Kowalska („Promy”) i Piotr Zieliński "
            "(„Kładki”).",
            {
                ("brzegi", "Jan Nowak", "moderator"),
                ("promy", "Anna Kowalska", "speaker"),
                ("kładki", "Piotr Zieliński", "speaker"),
            },
        ),
        (
            "Po starym porcie oprowadził uczestników Jan Nowak.",
            {("", "Jan Nowak", "leader")},
        ),
        (
            "Referaty przedstawili dr Jan Nowak, dr Anna Kowalska i mgr Piotr Zieliński.",
            {("", "Jan Nowak", "speaker"), ("", "Anna Kowalska", "speaker"), ("", "Piotr Zieliński", "speaker")},
        ),
        (
            "Jan Nowak w wykładzie „Mosty” pokazał, jak budowano przeprawy.",
            {("mosty", "Jan Nowak", "speaker")},
        ),
        (
            "O mostach opowiadał Jan Nowak, autor książki „Przeprawy”.",
            {("", "Jan Nowak", "speaker")},
        ),
        (
            "Dużym zainteresowaniem cieszyła się prezentacja „Kajak” Michała Zająca.",
            {("kajak", "Michał Zając", "speaker")},
        ),
    ],
)
def test_who_sits_in_a_session(seats_at_conference: Callable[[str], set[Seat]], body: str, seats: set[Seat]) -> None:
    assert seats_at_conference(body) == seats
