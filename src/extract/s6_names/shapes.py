"""How plausible an unknown word is as a nominative, from its ending alone.

The order of the endings follows the share of nominatives among unknown words of Polish news: consonants nearly always,
``-a`` in three of ten (the rest are genitives of men's names), ``-ego``, ``-owi``, ``-em`` never.
"""

from __future__ import annotations

from typing import Final

import regex

NOT_NOMINATIVE: Final = (
    "ą", "ę", "ego", "emu", "skiej", "ckiej", "owej", "nej", "wej", "owi", "em", "ów", "im", "ym", "ich", "ych",
)  # fmt: skip
_MASCULINE: Final = ("ski", "cki", "dzki")
_FEMININE: Final = ("ska", "cka", "dzka")
_FOREIGN_A: Final = ("illa", "etta", "ita", "eda", "ova", "nna", "ucha", "inka", "anka")
_RATHER_GENITIVE: Final = ("ny", "my", "ty", "dy", "sy", "py", "ły", "nki", "jki", "wki", "gli")
_GENITIVE_Y: Final = ("wy", "ny", "ty", "dy", "my", "sy", "zy", "ły", "cy")
_BY_VOWEL: Final = {"i": 0.2, "y": 0.2, "u": 0.2, "e": 0.6, "o": 0.8}
_FOREIGN: Final = regex.compile(r"ss|tt|ll|rr|nn|cc|zz|pp|sch|th|gh|sh|[vxqäöüáéíóñç]")


def as_man(word: str) -> float:
    """Plausibility as a man's name in the nominative: -2 (never) to 1.6 (surely)."""
    lower = word.lower()
    if lower.endswith(NOT_NOMINATIVE) or "'" in word[-5:] or "’" in word[-5:]:
        return -2.0
    if lower.endswith(_MASCULINE):
        return 1.6
    if lower.endswith(_FEMININE):
        return -1.0
    if lower.endswith("a"):
        return -0.2 if lower.endswith(_FOREIGN_A) else -0.5
    if lower.endswith("ie"):
        return -0.2
    if lower.endswith(_RATHER_GENITIVE):
        return -0.4
    return _BY_VOWEL.get(lower[-1], 1.2)


def as_woman(word: str) -> float:
    """Plausibility as a woman's name in the nominative, on the scale of :func:`as_man`."""
    lower = word.lower()
    if lower.endswith(_MASCULINE):
        return -1.0
    if lower.endswith(_FEMININE):
        return 1.6
    if lower.endswith("a"):
        return as_man(word) + 0.1
    if lower.endswith(("y", "i")) and not lower.endswith(NOT_NOMINATIVE):
        return 0.8 if _FOREIGN.search(lower) else -0.4
    return as_man(word)


def as_given(word: str) -> float:
    """Plausibility of an unknown given name as a nominative: Polish ones in ``-y`` are few, and all known."""
    lower = word.lower()
    if lower.endswith(_GENITIVE_Y) and not _FOREIGN.search(lower):
        return -0.8
    return as_man(word) + 0.1 * lower.endswith("a")
