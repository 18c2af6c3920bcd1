"""Place names in the nominative."""

from __future__ import annotations

from typing import Final

from extract.s3_morphology import Morphology, Token
from extract.s6_names.phrases import NounPhrases, Wish, rewritten
from extract.s6_names.words import DASHES, one_space, title_case

_GEOGRAPHIC: Final = frozenset({"nazwa_geograficzna", "człon_nazwy_geograficznej"})


class PlaceNormaliser:
    """Nominative of places: a noun phrase, or two nouns joined by a hyphen that inflect each by itself."""

    def __init__(self, morphology: Morphology, phrases: NounPhrases) -> None:
        self._morphology = morphology
        self._phrases = phrases

    def nominative(self, text: str, case: str | None = None) -> str:
        """The nominative, or the text as it is where no dictionary reading allows one."""
        return self.known(text, case) or one_space(text)

    def known(self, text: str, case: str | None = None) -> str | None:
        """The nominative where the dictionary knows the place, else ``None``."""
        plain = " ".join(title_case(w) for w in one_space(text).split())
        tokens = self._morphology.tokens(plain)
        if not len(tokens):
            return None
        wish = Wish(case=case, classes=_GEOGRAPHIC)
        forms: dict[int, str] = {}
        start = 0
        while start < len(tokens):
            heads = self._phrases.heads(tokens, start, wish)
            if case is not None:
                heads = [h for h in heads if h.agreement.case == case] or heads
            found = next(((h, f) for h in heads if (f := self._phrases.forms(tokens, h, wish))), None)
            if found is None:
                break
            head, new = found
            forms.update(new)
            if head.end < len(tokens) - 1 and _hyphen(tokens[head.end]):
                start = head.end + 1
            else:
                break
        return rewritten(plain, tokens, forms) if forms else None

    def is_place(self, token: Token) -> bool:
        """Whether the dictionary has the word as (part of) a place name."""
        return token.capital and token.name_class_is(*_GEOGRAPHIC)


def _hyphen(token: Token) -> bool:
    return token.text in DASHES
