"""Where the names of persons and institutions stand among the tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.base import Span
from extract.s3_morphology import Token, Tokens

DASHES = frozenset("-–—‑−")


class Sites:
    """For every token: which person or institution mention covers it. Token indices, ``-1`` for none."""

    def __init__(
        self,
        tokens: Tokens,
        persons: list[tuple[Span, int]],
        institutions: list[tuple[Span, int]],
        sentences: Iterable[Span],
    ) -> None:
        self.tokens = tokens
        self._sentence_starts = frozenset(tokens.at(s.start) for s in sentences)
        self.person = self._cover(persons)
        self.institution = self._cover(institutions)

    def _cover(self, mentions: list[tuple[Span, int]]) -> list[tuple[int, int, int] | None]:
        covered: list[tuple[int, int, int] | None] = [None] * (len(self.tokens) + 1)
        for span, key in mentions:
            first = self.tokens.at(span.start)
            last = first
            while last < len(self.tokens) and self.tokens[last].start < span.end:
                last += 1
            for index in range(first, last):
                covered[index] = first, last, key
        return covered

    def gap(self, index: int) -> str:
        """The white space before the token ``index``."""
        return self.tokens.text[self.tokens[index - 1].end : self.tokens[index].start] if index else "\n"

    def line_break(self, index: int) -> bool:
        """Whether the token begins a line."""
        return "\n" in self.gap(index)

    def sentence_break(self, index: int) -> bool:
        """Whether a sentence begins at the token ``index``."""
        return index in self._sentence_starts

    def dash(self, index: int) -> bool:
        """Whether the token is a dash between words, not a hyphen inside one."""
        if self.tokens[index].text not in DASHES:
            return False
        return bool(self.gap(index)) or index + 1 >= len(self.tokens) or bool(self.gap(index + 1))


def cases_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Cases that all the known tokens of a name allow together; empty where nothing is known."""
    common: frozenset[str] | None = None
    for token in tokens:
        cases = frozenset(c for r in token.readings if {"imię", "nazwisko"} & set(r.name_class) for c in r.case)
        if cases:
            both = cases if common is None else common & cases
            common = both or common
    return common or frozenset()


def agree(modifier: Token, noun: Token) -> bool:
    """Whether an adjective or participle agrees with a noun in number, case and gender under some reading of each."""
    nouns = [n for n in noun.readings if n.pos in {"subst", "adj", "ger", "ppas", "pact"}]
    return any(
        set(a.number) & set(n.number) and set(a.case) & set(n.case) and set(a.gender) & set(n.gender)
        for a in modifier.readings
        if a.pos in {"adj", "ppas", "pact"}
        for n in nouns
    )
