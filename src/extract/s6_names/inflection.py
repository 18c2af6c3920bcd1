"""Nominative forms of single words, taken from the dictionary's paradigms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extract.s3_morphology import Morphology, Reading
from extract.s6_names.declension import guesses

ADJECTIVAL: Final = frozenset({"adj", "ppas", "pact"})
_PREFIXES: Final = ("wice", "współ", "eks", "super", "nad", "pod", "arcy", "mikro", "mini", "euro", "eko", "tele")

_CACHE: Final = 1 << 13


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a paradigm with the parts of its tag."""

    form: str
    pos: str
    numbers: tuple[str, ...]
    cases: tuple[str, ...]
    genders: tuple[str, ...]
    last: str
    name_class: tuple[str, ...]

    def is_noun(self, number: str, case: str, genders: tuple[str, ...]) -> bool:
        return self.pos == "subst" and number in self.numbers and case in self.cases and self.genders == genders

    def is_adjective(self, number: str, case: str, gender: str) -> bool:
        return number in self.numbers and case in self.cases and gender in self.genders


class Inflector:
    """Readings of common words, also of prefixed ones that the dictionary lacks, and their nominative forms."""

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology
        self.readings = lru_cache(maxsize=_CACHE)(self._read)
        self.adjective = lru_cache(maxsize=_CACHE)(self._adjective)
        self._forms = lru_cache(maxsize=_CACHE)(self._paradigm)

    def _read(self, word: str) -> tuple[Reading, ...]:
        """Dictionary readings; a prefixed word unknown as a whole is read by its second part."""
        readings = self._morphology.readings(word)
        if readings[0].pos != "ign":
            return readings
        lower = word.lower()
        for prefix in _PREFIXES:
            if lower.startswith(prefix) and len(lower) > len(prefix) + 3:
                rest = self._morphology.readings(lower[len(prefix) :])
                if rest[0].pos in ("subst", "adj"):
                    return tuple(_with_lemma(r, prefix + r.lemma) for r in rest)
        return readings

    def noun(self, reading: Reading, number: str) -> str | None:
        """Nominative of a noun in the given number; ``None`` where the dictionary has none."""
        if number == "sg":
            return reading.lemma if "pt" not in reading.tag.split(":") else None
        if "pt" in reading.tag.split(":"):
            return reading.lemma
        return next(
            (
                f.form
                for f in self._forms(reading.lemma)
                if f.is_noun("pl", "nom", reading.gender) and f.name_class == reading.name_class
            ),
            None,
        )

    def _adjective(self, reading: Reading, number: str, gender: str) -> str | None:
        """Nominative of an adjective or participle in the given number and gender, in the reading's own degree."""
        last = reading.tag.rsplit(":", 1)[-1]
        for f in self._forms(reading.lemma):
            if f.is_adjective(number, "nom", gender) and f.pos == reading.pos and f.last == last:
                return f.form
        return None

    def locative(self, reading: Reading) -> str | None:
        """Locative of a noun in the reading's own number and gender."""
        number = reading.number[0]
        found = [f.form for f in self._forms(reading.lemma) if f.is_noun(number, "loc", reading.gender)]
        # Beside "-ach" stands an old "-ech" that only some names of countries keep.
        return next((form for form in found if form.endswith("ach")), found[0] if found else None)

    def adjective_locative(self, reading: Reading, number: str, gender: str) -> str | None:
        """Locative of an adjective in the given number and gender."""
        for f in self._forms(reading.lemma):
            if f.pos == "adj" and f.last == "pos" and f.is_adjective(number, "loc", gender):
                return f.form
        return None

    def exists(self, lemma: str, gender: str) -> bool:
        """Whether the dictionary has a noun with this nominative and gender."""
        return any(f.form == lemma and f.pos == "subst" and gender in f.genders for f in self._forms(lemma))

    def unknown_person_noun(self, word: str, gender: str | None) -> str | None:
        """Nominative of an unknown designation of a person whose gender is known (``superwizorki`` -> ``-ka``)."""
        if gender == "f":
            for ending in ("ki", "ce", "kę", "ką"):
                if word.endswith(ending) and len(word) > 5:
                    return word[: -len(ending)] + "ka"
        if gender == "m" and word.endswith(("a", "owi", "em")):
            found = [g for g in guesses(word) if g.gender == "m" and g.rule.endswith(("consonant", "fleeting"))]
            return max(found, key=lambda g: g.weight).nominative if found else None
        return None

    def unknown_name(self, word: str) -> str | None:
        """Nominative of an unknown name whose ending no nominative has ("Fordonexu" -> "Fordonex")."""
        if word.endswith("u"):
            return word[:-1] if word[-2] not in "aeiouyąęó" else None
        found = [g for g in guesses(word) if g.case != "loc" and g.rule.endswith(("consonant", "a-hard", "a-soft"))]
        return max(found, key=lambda g: g.weight).nominative if found else None

    def _paradigm(self, lemma: str) -> tuple[_Form, ...]:
        for prefix in ("", *_PREFIXES):
            rows = self._morphology.generate(lemma[len(prefix) :]) if lemma.startswith(prefix) else []
            if rows and rows[0][1] != "ign":
                return tuple(_form(prefix + form, tag, classes) for form, tag, classes in rows)
        return ()


def _form(form: str, tag: str, name_class: tuple[str, ...]) -> _Form:
    parts = tag.split(":")
    values = [tuple(p.split(".")) for p in parts] + [()] * 4
    return _Form(form, parts[0], values[1], values[2], values[3], parts[-1], name_class)


def _with_lemma(reading: Reading, lemma: str) -> Reading:
    return Reading(
        lemma, reading.pos, reading.number, reading.case, reading.gender, reading.name_class, reading.tag, reading.style
    )
