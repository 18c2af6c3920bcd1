"""Nominative forms of single words, taken from the dictionary's paradigms."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.s3_morphology import Morphology, Reading
from extract.s6_names.declension import guesses

ADJECTIVAL: Final = frozenset({"adj", "ppas", "pact"})
_PREFIXES: Final = ("wice", "współ", "eks", "super", "nad", "pod", "arcy", "mikro", "mini", "euro", "eko", "tele")

_CACHE: Final = 1 << 13


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
        forms = [
            form
            for form, tag in self._forms(reading.lemma)
            if tag[0] == "subst" and "pl" in tag[1] and "nom" in tag[2] and tag[3] == reading.gender
        ]
        return forms[0] if forms else None

    def _adjective(self, reading: Reading, number: str, gender: str) -> str | None:
        """Nominative of an adjective or participle in the given number and gender, in the reading's own degree."""
        last = reading.tag.rsplit(":", 1)[-1]
        for form, tag in self._forms(reading.lemma):
            if tag[0] == reading.pos and number in tag[1] and "nom" in tag[2] and gender in tag[3] and tag[4] == last:
                return form
        return None

    def locative(self, reading: Reading) -> str | None:
        """Locative of a noun in the reading's own number and gender."""
        found = [
            form
            for form, tag in self._forms(reading.lemma)
            if tag[0] == "subst" and "loc" in tag[2] and tag[3] == reading.gender and reading.number[0] in tag[1]
        ]
        # Beside "-ach" stands an old "-ech" that only some names of countries keep.
        return next((form for form in found if form.endswith("ach")), found[0] if found else None)

    def adjective_locative(self, reading: Reading, number: str, gender: str) -> str | None:
        """Locative of an adjective in the given number and gender."""
        for form, tag in self._forms(reading.lemma):
            if tag[0] == "adj" and number in tag[1] and "loc" in tag[2] and gender in tag[3] and tag[4] == "pos":
                return form
        return None

    def exists(self, lemma: str, gender: str) -> bool:
        """Whether the dictionary has a noun with this nominative and gender."""
        return any(form == lemma and tag[0] == "subst" and gender in tag[3] for form, tag in self._forms(lemma))

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

    def _paradigm(
        self, lemma: str
    ) -> list[tuple[str, tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], str]]]:
        for prefix in ("", *_PREFIXES):
            if not lemma.startswith(prefix):
                continue
            rows = self._morphology.generate(lemma[len(prefix) :])
            if rows and rows[0][1] != "ign":
                return [(prefix + form, _parsed(tag)) for form, tag, _ in rows]
        return []


def _parsed(tag: str) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], str]:
    parts = tag.split(":")
    values = [tuple(p.split(".")) for p in parts] + [()] * 4
    return parts[0], values[1], values[2], values[3], parts[-1]


def _with_lemma(reading: Reading, lemma: str) -> Reading:
    return Reading(
        lemma, reading.pos, reading.number, reading.case, reading.gender, reading.name_class, reading.tag, reading.style
    )
