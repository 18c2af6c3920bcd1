"""Positions and functions of persons in the nominative singular."""

from __future__ import annotations

from typing import Final

import regex

from extract.s3_morphology import Morphology, Tokens
from extract.s6_names.phrase_values import Agreement, Head, Wish
from extract.s6_names.phrases import NounPhrases
from extract.s6_names.words import one_space

_ABBREVIATED: Final = regex.compile(r"\b([Zz]\s?-\s?)c(?:y|ą|ę|o)\b")
_TITLES: Final = regex.compile(r"(?:\p{Ll}{1,5}\.\s+)+(?=\p{L}{3})")
_ACTING: Final = regex.compile(r"(?i)p\.\s?o\.|w\.\s?z\.|pełniąc\w+ obowiązki")


class PositionNormaliser:
    """The head of a position goes to the nominative singular, its genitive tail stays."""

    def __init__(self, morphology: Morphology, phrases: NounPhrases) -> None:
        self._morphology = morphology
        self._phrases = phrases

    def nominative(self, text: str, gender: str | None = None) -> str:
        """``text`` with its head in the nominative singular; unchanged where no head noun is found."""
        plain = one_space(text)
        if not plain or _ACTING.match(plain):
            return plain
        if _ABBREVIATED.match(plain):
            return str(_ABBREVIATED.sub(r"\1ca", plain, count=1))
        titles = _TITLES.match(plain)
        if titles and titles.end() < len(plain):
            return str(titles.group()) + self.nominative(plain[titles.end() :], gender)
        tokens = self._morphology.tokens(plain)
        found = self._phrases.nominative(tokens, Wish(number="sg", gender=gender, persons=True))
        if found:
            return self._feminine_adjective(tokens, found[1], gender) or found[0]
        first = tokens[0]
        if not first.known and not first.text.isupper():
            made = self._phrases.inflector.unknown_person_noun(first.text, gender)
            if made:
                return made + plain[first.end :]
        return plain

    def group(self, text: str) -> str:
        """``text`` with its head in the nominative, in the number that it has."""
        plain = one_space(text)
        found = self._phrases.nominative(self._morphology.tokens(plain), Wish()) if plain else None
        return found[0] if found else plain

    def _feminine_adjective(self, tokens: Tokens, head: Head, gender: str | None) -> str | None:
        """A woman's post with an uninflected noun and an inflected adjective ("redaktor naczelnej")."""
        if gender != "f" or head.agreement.case != "nom" or head.end != len(tokens) - 1:
            return None
        word = tokens[head.end]
        if not any(r.pos == "adj" and r.has(number="sg", gender="f") and "nom" not in r.case for r in word.readings):
            return None
        forms = self._phrases.adjectives(self._morphology.tokens(word.text), Agreement("sg", "nom", "f"))
        return tokens.text[: word.start] + forms[0] + tokens.text[word.end :] if forms else None
