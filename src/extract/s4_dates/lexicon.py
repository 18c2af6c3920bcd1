"""Tables of forms: every word of the date grammar with its class and value, generated from paradigms.

Paradigms: Z. Saloni, M. Woliński, "Słownik gramatyczny języka polskiego" (http://sgjp.pl). A form is listed in lower
case, capitalised and in capitals, and each of them also without diacritics (notices in capitals often lose them).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

PLAIN = "x"
"""Tag of every token that is no word of the grammar."""

TAGS = MappingProxyType(
    {
        "n12": "a",  # numbers 1-12: day, month or hour
        "n23": "b",  # 13-23: day or hour
        "n31": "c",  # 24-31: day (24 also an hour)
        "n59": "d",  # 32-59: minutes only
        "zero": "e",
        "n99": "f",  # 60-99: a short year only
        "year": "Y",
        "hundreds": "h",  # 100-959: a clock time that lost its superscript
        "month": "M",
        "monthabbr": "m",
        "english": "E",
        "roman": "R",  # I-XII
        "roman20": "X",  # XIII-XXI
        "weekday": "W",
        "weekdayabbr": "w",
        "weekdays": "V",  # plural: habit, not a date
        "ordinal": "O",
        "tens": "T",
        "cardinal": "N",
        "daynoun": "D",
        "week": "K",
        "monthnoun": "I",
        "yearnoun": "r",
        "yearletter": "=",
        "years": "L",
        "quarter": "Q",
        "halfyear": "H",
        "half": "q",
        "season": "S",
        "century": "C",
        "decade": "1",
        "past": "P",
        "next": "F",
        "this": "j",
        "same": "2",
        "dayword": "J",
        "dayadj": "A",
        "br": "B",
        "bm": "3",
        "ub": "u",
        "bLetter": "4",
        "hournoun": "G",
        "noon": "p",
        "halfto": "5",
        "kwadrans": "6",
        "in": "v",
        "from": "g",
        "to": "l",
        "on": "n",
        "of": "s",
        "and": "i",
        "after": "U",
        "before": "Z",
        "ahead": "z",
        "ago": "0",
        "earlier": "k",
        "later": "t",
        "between": "y",
        "at": "o",
        "morrow": "7",
        "weekend": "%",
        "suffix": "8",
        "school": "9",
        "last": "&",
        "space": " ",
        "newline": "\n",
        "dot": ".",
        "comma": ",",
        "dash": "-",
        "colon": ":",
        "slash": "/",
        "open": "(",
        "close": ")",
    }
)

ANCHOR = r"[YMmEWwOTDKIrLQHSC1JAB3u4Gph567=%]|[abcef][.:/] ?[abcdef]|[abc][ .]R"
"""Every expression holds a match of this pattern of tags: a cheap test before the grammar."""

MONTHS = ("styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień", "październik",
          "listopad", "grudzień")  # fmt: skip
_MONTH_STEMS = ("styczni", "", "marc", "kwietni", "maj", "czerwc", "lipc", "sierpni", "wrześni", "październik",
                "listopad", "grudni")  # fmt: skip
_MONTH_ABBREVIATIONS = (("sty", "stycz", "styczn"), ("lut",), ("mar",), ("kwi", "kwiec"), (), ("cze", "czerw"),
                        ("lip",), ("sie", "sier", "sierp"), ("wrz", "wrześ"), ("paź", "paźdz", "październ"),
                        ("lis", "list"), ("gru", "grud"))  # fmt: skip
_ENGLISH = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December")  # fmt: skip
WEEKDAYS = ("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela")
_WEEKDAY_ABBREVIATIONS = (("pon", "pn"), ("wt", "wto", "wtr"), ("śr", "śro"), ("czw", "czwart"), ("pt", "piąt"),
                          ("sob", "sb"), ("niedz", "nd", "ndz"))  # fmt: skip
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
           "XVIII", "XIX", "XX", "XXI")  # fmt: skip
_ORDINALS = ("pierwszy", "drugi", "trzeci", "czwarty", "piąty", "szósty", "siódmy", "ósmy", "dziewiąty", "dziesiąty",
             "jedenasty", "dwunasty", "trzynasty", "czternasty", "piętnasty", "szesnasty", "siedemnasty", "osiemnasty",
             "dziewiętnasty")  # fmt: skip
_TENS = ("dwudziesty", "trzydziesty", "czterdziesty", "pięćdziesiąty", "sześćdziesiąty", "siedemdziesiąty",
         "osiemdziesiąty", "dziewięćdziesiąty")  # fmt: skip
_SMALL_CARDINALS = MappingProxyType(
    {
        1: "jeden jedna jedno jednego jednej jednym jedną",
        2: "dwa dwie dwóch dwu dwom dwoma dwiema",
        3: "trzy trzech trzem trzema",
        4: "cztery czterech czterem czterema",
    }
)
_CARDINALS = MappingProxyType(
    {
        5: ("pięć", "pięci"), 6: ("sześć", "sześci"), 7: ("siedem", "siedmi"), 8: ("osiem", "ośmi"),
        9: ("dziewięć", "dziewięci"), 10: ("dziesięć", "dziesięci"), 11: ("jedenaście", "jedenast"),
        12: ("dwanaście", "dwunast"), 13: ("trzynaście", "trzynast"), 14: ("czternaście", "czternast"),
        15: ("piętnaście", "piętnast"), 20: ("dwadzieścia", "dwudziest"), 30: ("trzydzieści", "trzydziest"),
    }
)  # fmt: skip

PLAIN_LETTERS = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")


def adjective(nominative: str) -> tuple[str, ...]:
    """All forms of an adjective or ordinal ("drugi" -> "drugiego", "druga" …).

    Hard stems take -y/-a/-e, stems in k/g -i/-a/-ie, soft ones (trzeci, ostatni) keep their i everywhere.
    """
    stem, last = nominative[:-1], nominative[-1]
    if last == "y":
        endings = ("y", "ego", "emu", "ym", "a", "ej", "ą", "e", "ych", "ymi")
    elif stem[-1] in "kg":
        endings = ("i", "iego", "iemu", "im", "a", "iej", "ą", "ie", "ich", "imi")
    else:
        endings = ("i", "iego", "iemu", "im", "ia", "iej", "ią", "ie", "ich", "imi")
    return tuple(stem + e for e in endings)


def month_forms(month: int) -> tuple[str, ...]:
    """Singular forms of a month (1-12); "luty" is declined as an adjective."""
    name, stem = MONTHS[month - 1], _MONTH_STEMS[month - 1]
    if month == 2:
        return ("luty", "lutego", "lutemu", "lutym")
    instrumental = "iem" if stem.endswith("k") else "em"
    locative = "listopadzie" if month == 11 else stem + "u"
    return (name, stem + "a", stem + "owi", stem + instrumental, locative)


def weekday_forms(weekday: int) -> tuple[str, ...]:
    """Singular forms of a weekday (0 = Monday)."""
    name = WEEKDAYS[weekday]
    if name.endswith("ek"):
        stem = name[:-2] + "k"
        return (name, stem + "u", stem + "owi", stem + "iem")
    stem = name[:-1]
    if weekday == 6:
        return (name, "niedzieli", "niedzielę", "niedzielą")
    dative = {"środ": "środzie", "sobot": "sobocie"}[stem]
    return (name, stem + "y", dative, stem + "ę", stem + "ą")


def _weekday_plurals(weekday: int) -> tuple[str, ...]:
    name = WEEKDAYS[weekday]
    if name.endswith("ek"):
        stem = name[:-2] + "k"
        return (stem + "i", stem + "ów", stem + "ach", stem + "ami")
    stem = name[:-1]
    return (stem + "ach", stem + "om", stem + "ami", *(("niedziele",) if weekday == 6 else ()))


def _nouns() -> Iterator[tuple[str, str, int]]:
    """(tag name, forms separated by spaces, value)."""
    yield "daynoun", "dzień dnia dniu dni dniach dniem dniami", 1
    yield "week", "tydzień tygodnia tygodniu tygodniem tygodnie tygodni tygodniach", 1
    yield "monthnoun", "miesiąc miesiąca miesiącu miesiącem miesiące miesięcy miesiącach", 1
    yield "yearnoun", "rok roku rokiem", 1
    yield "yearletter", "r", 1
    yield "years", "lata lat latach latami latom laty", 1
    yield "quarter", "kwartał kwartału kwartale kwartałem kwartały kwartałów kw", 1
    yield "halfyear", "półrocze półrocza półroczu półroczem", 1
    yield "half", "połowa połowy połowie połowę połową poł", 1
    yield "season", "wiosna wiosny wiośnie wiosnę wiosną", 1
    yield "season", "lato lata lecie latem", 2
    yield "season", "jesień jesieni jesienią", 3
    yield "season", "zima zimy zimie zimę zimą", 4
    yield "century", "wiek wieku wiekiem", 1
    yield "decade", "dekada dekady dekadzie dekadę dekadą", 1
    yield "dayword", "przedwczoraj", -2
    yield "dayword", "wczoraj", -1
    yield "dayword", "dziś dzisiaj", 0
    yield "dayword", "jutro", 1
    yield "dayword", "pojutrze", 2
    yield "morrow", "nazajutrz", 1
    yield "morrow", "przeddzień", -1
    yield "weekend", "weekend weekendu weekendem", 5
    yield "br", "br", 0
    yield "bm", "bm", 0
    yield "ub", "ub ubr", -1
    yield "bLetter", "b", 0
    yield "hournoun", "godz godzina godziny godzinie godzinę godzinach godzin godzinami g", 1
    yield "noon", "południe południa południu", 12
    yield "noon", "północ północy północą", 24
    yield "halfto", "wpół", -30
    yield "kwadrans", "kwadrans", 15
    yield "in", "w we", 0
    yield "from", "od", 0
    yield "to", "do", 0
    yield "on", "na", 0
    yield "of", "z ze", 0
    yield "and", "i oraz lub a", 0
    yield "after", "po", 0
    yield "before", "przed", 0
    yield "ahead", "za", 0
    yield "ago", "temu", 0
    yield "earlier", "wcześniej", -1
    yield "later", "później potem", 1
    yield "between", "między pomiędzy", 0
    yield "at", "o ok około", 0
    yield "suffix", "go ego szego ciego szy ty ci mego stego gi", 0
    yield "this", "to", 0


_ADJECTIVES = (
    ("past", "ubiegły zeszły miniony poprzedni", -1),
    ("last", "ostatni", -1),
    ("next", "przyszły następny kolejny najbliższy nadchodzący", 1),
    ("this", "bieżący obecny", 0),
    ("dayadj", "wczorajszy", -1),
    ("dayadj", "dzisiejszy", 0),
    ("dayadj", "jutrzejszy", 1),
    ("school", "szkolny", 9),
    ("school", "akademicki", 10),
)


def entries() -> Iterator[tuple[str, str, int]]:
    """(tag name, form in lower case, value) of every word; later entries yield to earlier ones."""
    for month in range(1, 13):
        for form in month_forms(month):
            yield "month", form, month
        for form in _MONTH_ABBREVIATIONS[month - 1]:
            yield "monthabbr", form, month
    for form in ("pażdziernik", "pażdziernika", "pażdzierniku"):  # the commonest slip of the pen among the months
        yield "month", form, 10
    for weekday in range(7):
        for form in weekday_forms(weekday):
            yield "weekday", form, weekday
        for form in _WEEKDAY_ABBREVIATIONS[weekday]:
            yield "weekdayabbr", form, weekday
        for form in _weekday_plurals(weekday):
            yield "weekdays", form, weekday
    for tag, forms, value in _nouns():
        for form in forms.split():
            yield tag, form, value
    for tag, names, value in _ADJECTIVES:
        for name in names.split():
            for form in adjective(name):
                yield tag, form, value
    for form in ("ten", "tego", "tym", "ta", "tej", "tę", "tą"):
        yield "this", form, 0
    for form in ("samego", "samym", "samej"):
        yield "same", form, 0
    for number, name in enumerate(_ORDINALS, 1):
        for form in adjective(name):
            yield "ordinal", form, number
    for number, name in enumerate(_TENS, 2):
        for form in adjective(name):
            yield "tens", form, 10 * number
    for number, names in _SMALL_CARDINALS.items():
        for form in names.split():
            yield "cardinal", form, number
    for number, (name, stem) in _CARDINALS.items():
        yield "cardinal", name, number
        yield "cardinal", stem + "u", number
        yield "cardinal", stem + "oma", number


def _spellings(form: str) -> Iterable[str]:
    forms = (form, form.capitalize(), form.upper())
    return dict.fromkeys([*forms, *(f.translate(PLAIN_LETTERS) for f in forms)])


def build() -> tuple[dict[str, str], dict[str, int]]:
    """(form -> tag character, form -> value) for words, numbers, Roman numerals, white space and marks."""
    tags: dict[str, str] = {}
    values: dict[str, int] = {}

    def add(name: str, form: str, value: int) -> None:
        if form not in tags:
            tags[form] = TAGS[name]
            values[form] = value

    for number, roman in enumerate(_ROMANS, 1):
        add("roman" if number <= 12 else "roman20", roman, number)
    all_entries = tuple(entries())
    for name, form, value in all_entries:  # true spellings first: "się" must never lend its plain form to "sie"
        for spelling in (form, form.capitalize(), form.upper()):
            add(name, spelling, value)
    for name, form, value in all_entries:
        for spelling in _spellings(form):
            add(name, spelling, value)
    for month, english in enumerate(_ENGLISH, 1):
        add("english", english, month)
        add("english", english[:3], month)
    for number in range(1000, 2101):
        add("year", str(number), number)
    for number in range(100, 960):
        if number % 100 < 60:
            add("hundreds", str(number), number)
    for number in range(100):
        for digits in dict.fromkeys((str(number), f"{number:02d}")):
            add(_number_class(number), digits, number)
    for count in range(1, 5):
        tags[" " * count] = TAGS["space"]
    tags.update({"\n": "\n", ".": ".", ",": ",", "-": "-", ":": ":", "/": "/", "(": "(", ")": ")", "[": "(", "]": ")"})
    return tags, values


def _number_class(number: int) -> str:
    if number == 0:
        return "zero"
    for limit, name in ((12, "n12"), (23, "n23"), (31, "n31"), (59, "n59")):
        if number <= limit:
            return name
    return "n99"
