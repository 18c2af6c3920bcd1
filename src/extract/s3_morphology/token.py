"""Values of the morphology stage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.base import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One dictionary reading of a form, in the NKJP tagset as Morfeusz 2 (SGJP) prints it.

    Grammar: https://morfeusz.sgjp.pl/ ; tagset: Przepiórkowski et al., "Narodowy Korpus Języka Polskiego" (2012),
    chapter 6.
    """

    lemma: str
    """Without the homonym suffix (``"Nowak:Sm1"`` -> ``"Nowak"``)."""
    pos: str
    """Grammatical class: subst, adj, ppas, praet, fin, imps, ger, prep, brev, ign …"""
    number: tuple[str, ...] = ()
    """Of ``sg``, ``pl``; empty where the class has no number."""
    case: tuple[str, ...] = ()
    """Of ``nom gen dat acc inst loc voc``."""
    gender: tuple[str, ...] = ()
    """Of ``m1 m2 m3 f n``."""
    name_class: tuple[str, ...] = ()
    """Of ``imię nazwisko nazwa_geograficzna nazwa_organizacji nazwa_pospolita patronimicum …``"""
    tag: str = ""
    """The whole tag, ``"subst:sg:gen.acc:m1"``."""
    style: tuple[str, ...] = ()
    """Stylistic labels of the dictionary (``daw.``, ``rzad.`` …)."""

    def has(self, *, number: str | None = None, case: str | None = None, gender: str | None = None) -> bool:
        """Whether the reading allows all the given values."""
        return (
            (number is None or number in self.number)
            and (case is None or case in self.case)
            and (gender is None or gender in self.gender)
        )


@dataclass(frozen=True, slots=True)
class Word:
    """A form and what its readings allow together: one object a form, shared by all its tokens."""

    text: str
    readings: tuple[Reading, ...]
    """Every reading, at least one (``pos`` is ``"ign"`` for unknown words)."""
    lower: str
    lemmas: frozenset[str]
    """Lower-cased lemmas."""
    pos: frozenset[str]
    cases: frozenset[str]
    name_classes: frozenset[str]

    @classmethod
    def of(cls, text: str, readings: tuple[Reading, ...]) -> Word:
        """The word of a form with these readings."""
        return cls(
            text,
            readings,
            text.lower(),
            frozenset(r.lemma.lower() for r in readings),
            frozenset(r.pos for r in readings),
            frozenset(c for r in readings for c in r.case),
            frozenset(c for r in readings for c in r.name_class),
        )


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark, never white space."""

    index: int
    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    """Every reading, at least one (``pos`` is ``"ign"`` for unknown words)."""
    word: Word
    """What the form's readings allow together."""
    lower: str
    """The form in lower case."""
    lemmas: frozenset[str]
    """Lower-cased lemmas of all readings."""

    @property
    def span(self) -> Span:
        """The characters of the token."""
        return Span(self.start, self.end)

    @property
    def known(self) -> bool:
        """Whether the dictionary has the form."""
        return self.readings[0].pos != "ign"

    @property
    def capital(self) -> bool:
        """Whether the first character is an upper-case letter."""
        return self.text[:1].isupper()

    def lemma_is(self, *lemmas: str) -> bool:
        """Whether any reading has one of the (lower-case) lemmas."""
        return not self.lemmas.isdisjoint(lemmas)

    def pos_is(self, *pos: str) -> bool:
        """Whether any reading is of one of the grammatical classes."""
        return not self.word.pos.isdisjoint(pos)

    def name_class_is(self, *classes: str) -> bool:
        """Whether any reading has one of the name classes."""
        return not self.word.name_classes.isdisjoint(classes)

    def cases(self) -> frozenset[str]:
        """Cases that any reading allows."""
        return self.word.cases


class Tokens(tuple[Token, ...]):
    """The tokens of one text in order, with look-up by character offset."""

    text: str

    def __new__(cls, text: str, tokens: Iterable[Token]) -> Tokens:
        """Tokens of ``text``."""
        self = super().__new__(cls, tokens)
        self.text = text
        return self

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self]

    @cached_property
    def _ends(self) -> list[int]:
        return [t.end for t in self]

    def within(self, span: Span) -> Sequence[Token]:
        """The tokens that lie wholly in ``span`` (characters)."""
        return self[bisect_left(self._starts, span.start) : bisect_right(self._ends, span.end)]

    def at(self, offset: int) -> int:
        """Index of the first token that ends after the character ``offset``; ``len(self)`` past the last."""
        return bisect_right(self._ends, offset)
