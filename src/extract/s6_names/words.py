"""Small helpers about written words: capitals, dashes, white space."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import regex

from extract.s3_morphology import Reading

QUOTES: Final = frozenset('„”"«»“‟')
SMALL_WORDS: Final = frozenset(
    [
        "i",
        "w",
        "we",
        "na",
        "do",
        "dla",
        "z",
        "ze",
        "im",
        "oraz",
        "o",
        "od",
        "ds",
        "spraw",
        "przy",
        "nad",
        "pod",
        "po",
        "za",
    ]
)
DASHES: Final = "-–—‑‐−"
_AROUND_DASH = regex.compile(rf"\s*[{DASHES}]\s*")
_LETTERS = regex.compile(r"\p{L}+")
_ROMAN = regex.compile(r"[IVXLC]+")


def one_space(text: str) -> str:
    """Runs of white space become one space, edges are trimmed."""
    return " ".join(text.split())


def joined_by_hyphen(text: str) -> str:
    """Every dash, with or without spaces around it, becomes a hyphen."""
    return str(_AROUND_DASH.sub("-", text))


def is_roman(word: str) -> bool:
    """Whether the word is written as a Roman numeral."""
    return _ROMAN.fullmatch(word) is not None


def title_case(word: str) -> str:
    """A word in capitals as a name is written; a word in other case is left alone."""
    if len(word) > 1 and word.isupper() and not is_roman(word):
        return word[0] + word[1:].lower()
    return word


def in_name_case(name: str, keeps_capitals: Callable[[str], bool]) -> str:
    """A name written wholly in capitals as it is written in prose; other names are left alone.

    Args:
        name: one or more words.
        keeps_capitals: whether a word is an acronym.
    """
    words = name.split()
    lettered = [w for w in words if any(c.isalpha() for c in w)]
    if len(lettered) < 2 or not all(w.isupper() for w in lettered) or max(map(len, lettered)) < 5:
        return name
    return " ".join(_lowered(w, i, words[i + 1 : i + 2], keeps_capitals) for i, w in enumerate(words))


def _lowered(word: str, position: int, following: list[str], keeps_capitals: Callable[[str], bool]) -> str:
    base = word.strip('.,()„”"')
    if base == "I" and position and following[:1] not in (["LICEUM"], ["STOPNIA"], ["I"]):
        return word.lower()
    if is_roman(base):
        return word
    if position and base.lower() in SMALL_WORDS:
        return word.lower()
    if keeps_capitals(base):
        return word
    return str(_LETTERS.sub(lambda m: m[0][0] + m[0][1:].lower() if len(m[0]) > 1 else m[0], word))


def cased_like(word: str, model: str) -> str:
    """``word`` with the capitals of ``model``: all, the first, or none."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    if model[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


def rare(reading: Reading) -> bool:
    """Whether the dictionary calls the reading rare, dated or outside the standard."""
    return any(
        s.startswith(("rzad", "daw", "arch", "gwar", "hist", "niepopr", "środ", "pot", "żart", "reg", "przest"))
        for s in reading.style
    )
