"""Small helpers about written words: capitals, dashes, white space."""

from __future__ import annotations

from typing import Final

import regex

from extract.s3_morphology import Reading

DASHES: Final = "-–—‑‐−"
_AROUND_DASH = regex.compile(rf"\s*[{DASHES}]\s*")
_ROMAN = regex.compile(r"[IVXLC]+")


def one_space(text: str) -> str:
    """Runs of white space become one space, edges are trimmed."""
    return " ".join(text.split())


def joined_by_hyphen(text: str) -> str:
    """Every dash, with or without spaces around it, becomes a hyphen."""
    return _AROUND_DASH.sub("-", text)


def is_roman(word: str) -> bool:
    """Whether the word is written as a Roman numeral."""
    return _ROMAN.fullmatch(word) is not None


def title_case(word: str) -> str:
    """A word in capitals as a name is written; a word in other case is left alone."""
    if len(word) > 1 and word.isupper() and not is_roman(word):
        return word[0] + word[1:].lower()
    return word


def cased_like(word: str, model: str) -> str:
    """``word`` with the capitals of ``model``: all, the first, or none."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    if model[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


def rare(reading: Reading) -> bool:
    """Whether the dictionary calls the reading rare, dated or outside the standard."""
    return any(s.startswith(("rzad", "daw", "arch", "gwar", "hist", "niepopr", "środ")) for s in reading.style)
