"""Numbers as Polish writes them: ordinals and cardinals in words, Roman numerals.

Lemmas follow SGJP; the tables hold the closed classes of the grammar, see Saloni et al., "Słownik gramatyczny języka
polskiego" (2015), and https://so.pwn.pl/zasady.php?id=629794 on writing compound ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.s3_morphology import Token

_UNITS = {
    "pierwszy": 1, "drugi": 2, "trzeci": 3, "czwarty": 4, "piąty": 5, "szósty": 6, "siódmy": 7, "ósmy": 8,
    "dziewiąty": 9, "dziesiąty": 10, "jedenasty": 11, "dwunasty": 12, "trzynasty": 13, "czternasty": 14,
    "piętnasty": 15, "szesnasty": 16, "siedemnasty": 17, "osiemnasty": 18, "dziewiętnasty": 19,
}  # fmt: skip
_TENS = {
    "dwudziesty": 20, "trzydziesty": 30, "czterdziesty": 40, "pięćdziesiąty": 50, "sześćdziesiąty": 60,
    "siedemdziesiąty": 70, "osiemdziesiąty": 80, "dziewięćdziesiąty": 90, "setny": 100,
}  # fmt: skip
_CARDINALS = {
    "dwa": 2, "trzy": 3, "cztery": 4, "pięć": 5, "sześć": 6, "siedem": 7, "osiem": 8, "dziewięć": 9, "dziesięć": 10,
    "jedenaście": 11, "dwanaście": 12, "trzynaście": 13, "czternaście": 14, "piętnaście": 15, "szesnaście": 16,
    "siedemnaście": 17, "osiemnaście": 18, "dziewiętnaście": 19, "dwadzieścia": 20, "trzydzieści": 30,
    "czterdzieści": 40, "pięćdziesiąt": 50, "sześćdziesiąt": 60, "siedemdziesiąt": 70, "osiemdziesiąt": 80,
    "dziewięćdziesiąt": 90, "sto": 100, "dwieście": 200, "trzysta": 300, "czterysta": 400, "pięćset": 500,
    "sześćset": 600, "siedemset": 700, "osiemset": 800, "dziewięćset": 900,
}  # fmt: skip
_THOUSAND = "tysiąc"
_NUMBERS = frozenset({*_CARDINALS, _THOUSAND})
_ROMAN = re.compile(r"(?=[XVIL])(XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman(text: str) -> int | None:
    """Value of a Roman numeral from I to LXXXIX, else ``None``."""
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[c] for c in text]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


def ordinal_word(token: Token) -> int | None:
    """Value of one ordinal word in any form ("ósma" -> 8, "dwudziestą" -> 20), else ``None``."""
    for reading in token.readings:
        if reading.pos in ("adj", "subst"):
            value = _UNITS.get(reading.lemma) or _TENS.get(reading.lemma)
            if value:
                return value
    return None


def ordinal_before(words: Sequence[Token], end: int) -> tuple[int, int] | None:
    """An ordinal whose last token stands at ``end - 1``: (value, index of its first token).

    Reads "XIX", "9.", "ósma", "dwudziesta pierwsza"; ``None`` where there is none.
    """
    if end < 1:
        return None
    last = words[end - 1]
    if last.text == "." and end >= 2 and words[end - 2].text.isdecimal() and len(words[end - 2].text) <= 3:
        return int(words[end - 2].text), end - 2
    value = roman(last.text)
    if value is not None:
        return value, end - 1
    value = ordinal_word(last)
    if value is None:
        return None
    if value < 10 and end >= 2:
        tens = ordinal_word(words[end - 2])
        if tens is not None and tens >= 20 and tens % 10 == 0:
            return tens + value, end - 2
    return value, end - 1


def cardinal_at(words: Sequence[Token], start: int) -> tuple[int, int] | None:
    """A cardinal that begins at ``start``: (value, index after its last token).

    Reads "312", "2 000", "2.000", "2 tysiące", "dwieście czterdzieści", "dwóch tysięcy"; ``None`` where there is none.
    """
    if words[start].text.isdecimal():
        return _digits(words, start)
    if words[start].lemmas.isdisjoint(_NUMBERS):
        return None
    total, part, place = 0, 0, start
    while place < len(words):
        token = words[place]
        value = next((_CARDINALS[r.lemma] for r in token.readings if r.lemma in _CARDINALS), None)
        if value is not None:
            part += value
        elif token.lemma_is(_THOUSAND):
            total, part = total + 1000 * (part or 1), 0
        else:
            break
        place += 1
    return (total + part, place) if place > start else None


def _digits(words: Sequence[Token], start: int) -> tuple[int, int]:
    value, place = int(words[start].text), start + 1
    while place < len(words) and len(words[start].text) <= 3:
        point = words[place].text == "." and place + 1 < len(words) and words[place].end == words[place + 1].start
        group = place + 1 if point else place
        if group >= len(words) or not (words[group].text.isdecimal() and len(words[group].text) == 3):
            break
        if not point and words[group].start - words[group - 1].end != 1:
            break
        value, place = value * 1000 + int(words[group].text), group + 1
    if place < len(words) and (words[place].lemma_is(_THOUSAND) or words[place].lower == "tys"):
        value, place = value * 1000, place + 1
        if place < len(words) and words[place].text == ".":
            place += 1
    return value, place
