"""Tokenisation by one pattern, readings by Morfeusz 2 with a cache by form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import morfeusz2
import regex

from extract.s3_morphology.token import Reading, Token, Tokens, Word

# A word may hold inner apostrophes (O'Connor) and combining marks; hyphens split, so that both halves of a double
# surname are analysed. Numbers keep inner points and colons only as separate tokens: dates have a stage of their own.
_TOKEN = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\p{N}+|[^\s\p{L}\p{N}]")

_CACHE_SIZE = 1 << 17


class Morphology:
    """Morfeusz 2 behind a cache by form. Not shared between threads; cheap to make (0.1 s)."""

    def __init__(self) -> None:
        self._morfeusz = morfeusz2.Morfeusz(expand_tags=False, whitespace=morfeusz2.KEEP_WHITESPACES)
        self.word = lru_cache(maxsize=_CACHE_SIZE)(self._word)

    def tokens(self, text: str) -> Tokens:
        """Split ``text`` into tokens with readings; white space is between tokens, never in them."""
        tokens: list[Token] = []
        for match in _TOKEN.finditer(text):
            word = self.word(match.group())
            start, end = match.span()
            tokens.append(Token(len(tokens), start, end, word.text, word.readings, word, word.lower, word.lemmas))
        return Tokens(text, tokens)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Every reading of a form, at least one."""
        return self.word(form).readings

    def generate(self, lemma: str) -> list[tuple[str, str, tuple[str, ...]]]:
        """All (form, tag, name classes) of a dictionary lemma; empty for unknown ones."""
        return [(form, tag, tuple(names)) for form, _, tag, names, _ in self._morfeusz.generate(lemma)]

    def _word(self, form: str) -> Word:
        return Word.of(form, self._analyse(form))

    def _analyse(self, form: str) -> tuple[Reading, ...]:
        # A form that Morfeusz would split (agglutinates: "odbyłaś") keeps the readings of its first segment.
        readings = _unique(r for start, _, r in self._morfeusz.analyse(form) if start == 0)
        if form.isupper() and len(form) > 1 and not any(r.case for r in readings):
            readings += _unique(r for start, _, r in self._morfeusz.analyse(form.capitalize()) if start == 0)
            readings = tuple(r for r in readings if r.pos != "ign") or readings[:1]
        return readings


def _unique(rows: Iterable[tuple[str, str, str, list[str], list[str]]]) -> tuple[Reading, ...]:
    seen: dict[Reading, None] = {}
    for form, lemma, tag, names, style in rows:
        parts = tag.split(":")
        number: tuple[str, ...] = ()
        case: tuple[str, ...] = ()
        gender: tuple[str, ...] = ()
        for part in parts[1:]:
            values = tuple(part.split("."))
            if values[0] in _NUMBERS:
                number = values
            elif values[0] in _CASES and not case:
                case = values
            elif values[0] in _GENDERS:
                gender = values
        base = lemma.split(":")[0] if lemma != ":" else lemma
        seen[Reading(base or form, parts[0], number, case, gender, tuple(names), tag, tuple(style))] = None
    return tuple(seen)


_NUMBERS = frozenset({"sg", "pl"})
_CASES = frozenset({"nom", "gen", "dat", "acc", "inst", "loc", "voc"})
_GENDERS = frozenset({"m1", "m2", "m3", "f", "n"})
