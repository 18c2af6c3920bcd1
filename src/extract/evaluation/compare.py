"""When two values are the same.

Strings are folded: case, dashes, quotation marks and white space do not count. Gold values may name alternatives,
joined by `` || ``. Long values (titles, names of institutions) may differ by a token in ten.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

THRESHOLDS: Mapping[str, float] = MappingProxyType(
    {
        "name": 0.85,
        "venue": 0.85,
        "contest": 0.85,
        "category": 0.85,
        "institution": 0.9,
        "position": 0.9,
        "unit": 0.9,
        "recipient": 0.9,
        "session": 0.8,
    }
)
"""Least share of common tokens (Dice) for values of a field; other fields must be equal."""

Value = str | int | None

_QUOTES = re.compile("[„”“\"«»'’‘‚`]")
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


def fold(value: Value) -> str:
    """The form of a value in which typography does not count."""
    text = unicodedata.normalize("NFKC", str(value)).casefold()
    text = _DASHES.sub("-", _QUOTES.sub("", text))
    return _SPACES.sub(" ", text).strip(" .,;:!")


def alternatives(value: Value) -> list[str]:
    """What a gold value allows, folded."""
    return [fold(v) for v in str(value).split(" || ")]


def overlap(gold: Value, predicted: Value) -> float:
    """Dice coefficient of the tokens, of the best alternative: 0 to 1."""
    if gold is None or predicted is None:
        return 0.0
    tokens = Counter(_WORD.findall(fold(predicted)))
    return max(_dice(Counter(_WORD.findall(g)), tokens) for g in alternatives(gold))


def same(gold: Value, predicted: Value, threshold: float = 1.0) -> bool:
    """Whether the values are equal or share at least ``threshold`` of their tokens; an unknown value equals nothing."""
    if gold is None or predicted is None:
        return False
    if fold(predicted) in alternatives(gold):
        return True
    return threshold < 1.0 and overlap(gold, predicted) >= threshold


def combined(left: Value, right: Value) -> str:
    """Every alternative of one value with every alternative of another, as a value."""
    return " || ".join(f"{a} {b}" for a in str(left).split(" || ") for b in str(right).split(" || "))


def _dice(a: Counter[str], b: Counter[str]) -> float:
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0
