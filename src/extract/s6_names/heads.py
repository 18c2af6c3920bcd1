"""Heads of noun phrases: a noun with the adjectives and participles that agree with it in number, case and gender."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from extract.s3_morphology import Reading, Token
from extract.s6_names.inflection import ADJECTIVAL, Inflector
from extract.s6_names.phrase_values import Agreement, Head, Preferences, Wish
from extract.s6_names.words import DASHES, rare

CONJUNCTIONS: Final = frozenset({"i", "oraz", "lub", "a", "albo"})
_PRIOR: Final = {"nom": 2.0, "gen": 1.5, "acc": 1.4, "inst": 1.4, "dat": 1.35, "loc": 1.38}
_CACHE: Final = 1 << 14
_PLURAL: Final = 0.9
_BEFORE: Final = 1.0
_AFTER: Final = 1.2
_WISHED_CASE: Final = 2.0
_CONJOINED: Final = 0.6
_LISTED: Final = 1.0
_PERSON: Final = 1.5
_SURNAME: Final = 3.0
_UNUSUAL_SINGULAR: Final = 1.5
_RARE: Final = 0.6
_OTHER_CLASS: Final = 0.8
_MAX_MODIFIERS: Final = 6
_FEMININE_PERSON: Final = (
    "orka",
    "elka",
    "niczka",
    "antka",
    "entka",
    "czyni",
    "yni",
    "ąca",
    "istka",
    "arka",
    "eska",
    "ożka",
    "aczka",
    "pracownica",
)


class HeadFinder:
    """Finds heads and weighs their readings."""

    def __init__(self, inflector: Inflector, preferences: Preferences) -> None:
        self._readings = inflector.readings
        self._preferences = preferences
        self._agreeing = lru_cache(maxsize=_CACHE)(self._agreeing_reading)

    def is_head(self, lemma: str) -> bool:
        """Whether the noun heads names of institutions or of their units."""
        return lemma.lower() in self._preferences.heads or lemma.lower() in self._preferences.units

    def is_unit(self, lemma: str) -> bool:
        """Whether the noun heads names of parts of institutions."""
        return lemma.lower() in self._preferences.units

    def is_qualifying(self, token: Token) -> bool:
        """Whether the adjective stands before its noun and so opens a tail ("Uniwersytet *Trzeciego* Wieku")."""
        return not token.lemmas.isdisjoint(self._preferences.qualifying) and token.pos_is(*ADJECTIVAL)

    def heads(self, tokens: Sequence[Token], start: int, wish: Wish) -> list[Head]:
        """Possible heads that begin at token ``start``, best first; empty where no agreeing noun phrase begins."""
        found: list[Head] = []
        before: list[int] = []
        index = start
        while index < len(tokens) and len(before) < _MAX_MODIFIERS:
            token = tokens[index]
            readings = self._readings(token.text)
            found.extend(self._at(tokens, index, tuple(before), readings, wish))
            if any(r.pos in ADJECTIVAL for r in readings):
                before.append(index)
            elif not (_neutral(tokens, index, readings) or (before and token.text in CONJUNCTIONS)):
                break
            index += 1
        return sorted(found, key=lambda h: -h.score)

    def _at(
        self, tokens: Sequence[Token], noun: int, before: tuple[int, ...], readings: Sequence[Reading], wish: Wish
    ) -> list[Head]:
        found = []
        adjectival = any(r.pos in ADJECTIVAL for r in readings)
        for reading in readings:
            if reading.pos not in ("subst", "ger") or not reading.gender:
                continue
            base = self._base(reading, wish, adjectival=adjectival)
            for agreement in _agreements(reading):
                if not all(self.agreeing(tokens[i], agreement) for i in before):
                    continue
                after, end = self._after(tokens, noun, reading, agreement)
                score = base + _PRIOR[agreement.case] - (_PLURAL if agreement.number == "pl" else 0.0)
                score -= _UNUSUAL_SINGULAR * (agreement.number == "sg" and reading.lemma in self._preferences.plural)
                score += _BEFORE * len(before) + _AFTER * len(after)
                score += _WISHED_CASE * (wish.case == agreement.case)
                score += _CONJOINED * self._conjoined(tokens, end, agreement)
                found.append(Head(noun, reading, agreement, (*before, *after), end, score))
        return found

    def _conjoined(self, tokens: Sequence[Token], end: int, agreement: Agreement) -> bool:
        """Whether "i" and a noun of the same number and case follow directly."""
        if end + 1 >= len(tokens) or tokens[end].text not in ("i", "oraz"):
            return False
        return any(
            r.pos == "subst" and r.has(number=agreement.number, case=agreement.case)
            for r in self._readings(tokens[end + 1].text)
        )

    def _base(self, reading: Reading, wish: Wish, *, adjectival: bool) -> float:
        score = -_RARE * rare(reading)
        if reading.name_class and not wish.classes & set(reading.name_class):
            score -= _OTHER_CLASS
        if wish.persons:
            # A noun with the endings of an adjective names a person: "radny", "położna", "oddziałowa".
            person = reading.gender[0] == "m1" or adjectival or is_feminine_person(reading.lemma)
            score += _PERSON if person else -_PERSON
            score -= _SURNAME * ("nazwisko" in reading.name_class)
        elif reading.gender[0] == "m1" and reading.lemma.endswith(("cy", "ny")):
            score += 1.2
        if self.is_head(reading.lemma) and not wish.persons:
            score += _LISTED
        elif "m2" in reading.gender or reading.pos == "ger" or "hom." in reading.style:
            score -= 0.3
        return score

    def _after(
        self, tokens: Sequence[Token], noun: int, head: Reading, agreement: Agreement
    ) -> tuple[tuple[int, ...], int]:
        found: list[int] = []
        index = end = noun + 1
        while index < len(tokens) and len(found) < _MAX_MODIFIERS:
            token = tokens[index]
            if self.agreeing(token, agreement) and not self._tail_begins(tokens, noun, index, head, agreement):
                found.append(index)
                end = index + 1
            elif not _neutral(tokens, index, self._readings(token.text)) and not (found and token.text in CONJUNCTIONS):
                break
            index += 1
        return tuple(found), end

    def agreeing(self, token: Token, agreement: Agreement) -> Reading | None:
        """The reading in which an adjective or participle agrees; ``None`` where it has no such reading."""
        return self._agreeing(token.text, agreement)

    def _agreeing_reading(self, word: str, agreement: Agreement) -> Reading | None:
        for r in self._readings(word):
            if r.pos in ADJECTIVAL and r.has(number=agreement.number, case=agreement.case, gender=agreement.gender):
                return r
        return None

    def _tail_begins(self, tokens: Sequence[Token], noun: int, index: int, head: Reading, shared: Agreement) -> bool:
        """Whether the adjective at ``index`` rather begins the tail ("dyrektora | miejskiego ośrodka")."""
        following = self._noun_after(tokens, index + 1)
        if following is None:
            return False
        if shared.number == "pl" and shared.case != "gen":
            return bool(self._agreeing_nouns(tokens[index], following, shared.case))
        fitting = self._agreeing_nouns(tokens[index], following, "gen")
        if not fitting or shared.case not in ("gen", "acc"):
            return False
        adjective = self.agreeing(tokens[index], shared)
        lemma = adjective.lemma.lower() if adjective else ""
        if lemma in self._preferences.qualifying:
            return True
        if head.gender[0] == "m1" or is_feminine_person(head.lemma):
            return lemma not in self._preferences.after_person
        if head.lemma.lower() == tokens[noun].lower:
            # The form is the nominative as well ("muzeum", "centrum"): the adjective proves nothing.
            return True
        if any(r.lemma.lower() in self._preferences.heads for r in fitting):
            return head.lemma.lower() in self._preferences.units and lemma not in self._preferences.after_unit
        return False

    def _agreeing_nouns(self, adjective: Token, noun: Token, case: str) -> list[Reading]:
        adjectives = [a for a in self._readings(adjective.text) if a.pos in ADJECTIVAL]
        return [
            r
            for r in self._readings(noun.text)
            if r.pos == "subst"
            and case in r.case
            and any(a.has(case=case, number=n, gender=r.gender[0]) for a in adjectives for n in r.number)
        ]

    def _noun_after(self, tokens: Sequence[Token], index: int) -> Token | None:
        while index < len(tokens):
            readings = self._readings(tokens[index].text)
            if any(r.pos == "subst" for r in readings):
                return tokens[index]
            if not any(r.pos in ADJECTIVAL for r in readings) and not _neutral(tokens, index, readings):
                return None
            index += 1
        return None


def is_feminine_person(lemma: str) -> bool:
    """Whether a noun looks like the feminine of a designation of a person ("dyrektorka", "posłanka")."""
    return lemma.lower().endswith(_FEMININE_PERSON)


@lru_cache(maxsize=_CACHE)
def _agreements(reading: Reading) -> tuple[Agreement, ...]:
    return tuple(
        Agreement(number, case, gender)
        for number in reading.number
        for case in reading.case
        for gender in reading.gender
        if case != "voc"
    )


def _neutral(tokens: Sequence[Token], index: int, readings: Sequence[Reading]) -> bool:
    """Words that stand in a phrase without agreeing: numerals in figures, first parts of compounds, their hyphens."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    if token.text in DASHES:
        return (
            index > 0
            and tokens[index - 1].lower.endswith("o")
            and (following.pos_is(*ADJECTIVAL) or following.lower.endswith("o"))
        )
    if token.text == ".":
        return index > 0 and tokens[index - 1].text.isdigit()
    if token.text.isdigit() or any(r.pos == "romandig" for r in readings):
        return True
    if not token.lower.endswith("o"):
        return False
    if following.text in DASHES:
        return index + 2 < len(tokens) and (
            tokens[index + 2].pos_is(*ADJECTIVAL) or tokens[index + 2].lower.endswith("o")
        )
    return token.pos_is("adja", "adv") and following.pos_is(*ADJECTIVAL)
