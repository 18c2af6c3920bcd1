"""Place names in the nominative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import regex

from extract.s3_morphology import Morphology, Token, Tokens
from extract.s6_names.phrase_values import Head, Wish
from extract.s6_names.phrases import NounPhrases, rewritten
from extract.s6_names.words import DASHES, one_space, title_case

_HARD_START: Final = regex.compile(r"[WF][^aąeęioóuy]|Lw")
_GEOGRAPHIC: Final = frozenset({"nazwa_geograficzna", "człon_nazwy_geograficznej"})
_ALTERNATIVES: Final = 4
_TOWNS: Final = 900
"""Rank down to which a place is a town."""
_MAX_TOKENS: Final = 7
"""No name of a place is longer; bounds the number of readings."""
_Forms = dict[int, str]


class PlaceNormaliser:
    """Nominative of places: a noun phrase, or nouns joined by a hyphen that inflect each by itself.

    Args:
        morphology: readings of words.
        phrases: heads with their agreeing words.
        ranks: known places, the more important the lower the number; they win where a form allows several.
    """

    def __init__(self, morphology: Morphology, phrases: NounPhrases, ranks: Mapping[str, int]) -> None:
        self._morphology = morphology
        self._phrases = phrases
        self._ranks = ranks

    def nominative(self, text: str, case: str | None = None) -> str:
        """The nominative, or the text as it is where no dictionary reading allows one."""
        return self.known(text, case) or one_space(text)

    def is_listed(self, name: str) -> bool:
        """Whether the nominative is one of the known places."""
        return name in self._ranks

    def known(self, text: str, case: str | None = None) -> str | None:
        """The nominative where the dictionary has one for the form (in ``case``, if that is known), else ``None``."""
        plain = " ".join("-".join(title_case(p) for p in w.split("-")) for w in one_space(text).split())
        if case is None and plain in self._ranks:
            return plain
        tokens = self._morphology.tokens(plain)
        if len(tokens) > _MAX_TOKENS:
            return None
        found = [rewritten(plain, tokens, forms) for forms in self._readings(tokens, 0, case)]
        if not found:
            return None
        listed = min(found, key=lambda name: self._ranks.get(name, len(self._ranks)))
        return listed if listed in self._ranks else found[0]

    def _readings(self, tokens: Tokens, start: int, case: str | None) -> Iterator[_Forms]:
        """Ways to put the words from ``start`` on into the nominative, the better readings first."""
        wish = Wish(case=case, classes=_GEOGRAPHIC)
        heads = [h for h in self._phrases.heads(tokens, start, wish) if case in (None, h.agreement.case)]
        for head in heads[:_ALTERNATIVES]:
            forms = self._phrases.forms(tokens, head, wish)
            if forms is None:
                continue
            # Halves joined by a hyphen, and old adjectives that the dictionary has as nouns, inflect by themselves.
            hyphen = head.end < len(tokens) and tokens[head.end].text in DASHES
            following = head.end + hyphen
            if following < len(tokens) and (hyphen or self.is_place(tokens[following])):
                for more in self._readings(tokens, following, head.agreement.case):
                    yield forms | more
            else:
                yield forms

    def locative(self, text: str) -> str | None:
        """The place with its preposition ("w Lesznie", "we Wrocławiu") if ``text`` is a known place's nominative."""
        halves = text.split("-")
        if len(halves) > 1 and text not in self._ranks:
            return None
        made = [self._locative(half, whole=text) for half in halves]
        found = [half for half in made if half is not None]
        return f"{_preposition(text)} {'-'.join(found)}" if len(found) == len(halves) else None

    def _locative(self, text: str, whole: str) -> str | None:
        tokens = self._morphology.tokens(text)
        head: Head | None = next(iter(self._phrases.heads(tokens, 0, Wish(case="nom", classes=_GEOGRAPHIC))), None)
        if head is None or head.agreement.case != "nom" or head.end != len(tokens):
            return None
        noun = tokens[head.noun]
        common = any("nazwa_pospolita" in r.name_class and "nom" in r.case for r in noun.readings)
        if common and self._ranks.get(whole, _TOWNS) >= _TOWNS:
            # A small place or none: the word rather is the institution's own name ("Zacisze", "Słoneczna Polana").
            return None
        if not (whole in self._ranks or _GEOGRAPHIC & set(head.reading.name_class)):
            return None
        forms = self._phrases.locative(tokens, head)
        return rewritten(text, tokens, forms) if forms else None

    def is_place(self, token: Token) -> bool:
        """Whether the dictionary has the word as (part of) a place name."""
        return token.capital and token.name_class_is(*_GEOGRAPHIC)


def _preposition(place: str) -> str:
    """The form "we" stands before w or f with another consonant, and before Lwów and its kin."""
    return "we" if _HARD_START.match(place) else "w"
