"""Known acronyms of institutions: reading their inflected forms and expanding them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import regex

from extract.base import RuleBook, RuleError
from extract.s6_names.words import is_roman

_ENDING: Final = regex.compile(
    r"(?P<base>\p{Lu}[\p{L}]*\p{Lu})(?:(?P<mark>[-'’])(?P<ending>\p{Ll}{1,4})|(?P<bare>u|em|owi|ie|ach|om|ami|y|ze|a))?"
)
_WORD: Final = regex.compile(r"\p{L}+")
_SMALL: Final = frozenset("i w we na do dla z ze im oraz o od ds spraw".split())


@dataclass(frozen=True, slots=True)
class Acronym:
    """One known acronym."""

    short: str
    name: str
    """Full name in the nominative."""
    needs: str
    """``-``: always this name; ``place``: only with a place or a number after it; ``never``: several names in use."""


class Acronyms:
    """The acronyms of the rule files ``rules/names/acronyms*.txt``."""

    def __init__(self, rules: RuleBook) -> None:
        self._known: dict[str, Acronym] = {}
        self.rule_of: dict[str, str] = {}
        for rule in rules.of("names/acronyms.toml"):
            for line in rule.words("entries"):
                short, separator, name = (p.strip() for p in line.partition("|"))
                if not separator:
                    raise RuleError(f"rules/{rule.file}:{rule.line}: no '|' between acronym and name in {line!r}")
                self._known[short] = Acronym(short, name, str(rule["needs"]))
                self.rule_of[short] = rule.id

    def read(self, text: str) -> tuple[str, int] | None:
        """The acronym at the start of ``text`` without its case ending, and where it ends; known or not."""
        match = _ENDING.match(text)
        if match is None:
            return None
        base, end = match["base"], match.end()
        if is_roman(base):
            return None
        if end < len(text) and (text[end].isalnum() or (text[end] == "-" and text[end + 1 : end + 2].isalpha())):
            return None
        if match["bare"] is not None and base + match["bare"] in self._known:
            base += match["bare"]
        return base, end

    def known(self, short: str) -> Acronym | None:
        """The entry of an acronym; ``None`` for unknown ones."""
        return self._known.get(short)

    def spelled(self, short: str, names: tuple[str, ...]) -> str | None:
        """The first of ``names`` that begins with words whose initials are the acronym ("ABC" – "Alfa Beta Ceta")."""
        return next((n for n in names if _initials_fit(short, n)), None)


def _initials_fit(short: str, name: str) -> bool:
    words = [w for w in _WORD.findall(name)]
    capital = [w[0] for w in words if w[0].isupper() and w.lower() not in _SMALL]
    letters = [c for c in short if c.isupper()]
    return len(letters) >= 2 and len(words) >= 2 and capital[: len(letters)] == letters and not name.startswith(short)
