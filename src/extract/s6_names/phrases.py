"""Noun phrases: the head with its agreeing words goes to the nominative, the rest stays as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.s3_morphology import Morphology, Reading, Token, Tokens
from extract.s6_names.inflection import ADJECTIVAL, Inflector
from extract.s6_names.words import DASHES, QUOTES, cased_like, rare

_PRIOR: Final = {"nom": 2.0, "gen": 1.5, "acc": 1.4, "inst": 1.4, "dat": 1.35, "loc": 1.38}
_PLURAL: Final = 0.9
_CONJUNCTIONS: Final = frozenset({"i", "oraz", "lub", "a", "albo"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Number, case and gender that a head and its modifiers share."""

    number: str
    case: str
    gender: str


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun with the words that agree with it."""

    noun: int
    """Token index."""
    reading: Reading
    agreement: Agreement
    modifiers: tuple[int, ...]
    end: int
    """Index after the last word of the head and its agreeing modifiers."""
    score: float


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the domain knows about heads: from the rules, not from the grammar."""

    heads: frozenset[str] = frozenset()
    """Lemmas of nouns that head names of institutions."""
    units: frozenset[str] = frozenset()
    """Lemmas of nouns that head names of parts of institutions."""
    after_person: frozenset[str] = frozenset()
    """Lemmas of adjectives that stand after the noun for a person ("dyrektor generalny")."""
    apposing: frozenset[str] = frozenset()
    """Lemmas of nouns for a person that another one follows in the same case ("ksiądz rektor")."""
    after_unit: frozenset[str] = frozenset()
    """Lemmas of adjectives that stand after the noun for a unit ("oddział okręgowy")."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What kind of head is looked for."""

    case: str | None = None
    number: str | None = None
    """Number that the nominative shall have; ``None`` keeps that of the text."""
    gender: str | None = None
    """Gender that a plural person noun takes when it becomes singular."""
    classes: frozenset[str] = frozenset({"nazwa_pospolita"})
    """Name classes of readings to prefer."""
    persons: bool = False
    """Whether a noun for a person is expected."""


class NounPhrases:
    """Finds heads and puts them into the nominative."""

    def __init__(self, morphology: Morphology, preferences: Preferences | None = None) -> None:
        self.inflector = Inflector(morphology)
        self._preferences = preferences or Preferences()

    def is_head(self, lemma: str) -> bool:
        """Whether the noun heads names of institutions or of their units."""
        return lemma.lower() in self._preferences.heads or lemma.lower() in self._preferences.units

    def is_unit(self, lemma: str) -> bool:
        """Whether the noun heads names of parts of institutions."""
        return lemma.lower() in self._preferences.units

    def adjectives(self, tokens: Tokens, agreement: Agreement) -> dict[int, str]:
        """Nominative of every adjective of ``tokens`` in the given number and gender, by token index."""
        forms: dict[int, str] = {}
        for token in tokens:
            reading = next((r for r in self.inflector.readings(token.text) if r.pos in ADJECTIVAL), None)
            form = reading and self.inflector.adjective(reading, agreement.number, agreement.gender)
            if form:
                forms[token.index] = cased_like(form, token.text)
        return forms

    def heads(self, tokens: Sequence[Token], start: int, wish: Wish) -> list[Head]:
        """Possible heads that begin at token ``start``, best first; empty where no agreeing noun phrase begins."""
        found: list[Head] = []
        before: list[int] = []
        index = start
        while index < len(tokens) and len(before) < 6:
            token = tokens[index]
            readings = self.inflector.readings(token.text)
            found.extend(self._at(tokens, index, tuple(before), readings, wish))
            if any(r.pos in ADJECTIVAL for r in readings):
                before.append(index)
            elif not (_neutral(tokens, index, readings) or (before and token.lower in _CONJUNCTIONS)):
                break
            index += 1
        return sorted(found, key=lambda h: -h.score)

    def _at(
        self, tokens: Sequence[Token], noun: int, before: tuple[int, ...], readings: Sequence[Reading], wish: Wish
    ) -> list[Head]:
        found = []
        for reading in readings:
            if reading.pos not in ("subst", "ger") or not reading.gender:
                continue
            base = self._base(reading, wish)
            for agreement in _agreements(reading):
                if not all(self._agrees(tokens[i], agreement) for i in before):
                    continue
                after, end = self._after(tokens, noun, reading, agreement)
                score = base + _PRIOR[agreement.case] - (_PLURAL if agreement.number == "pl" else 0.0)
                score += 1.0 * len(before) + 1.2 * len(after)
                if wish.case == agreement.case:
                    score += 2.0
                if self._conjoined(tokens, end, agreement):
                    score += 0.6
                found.append(Head(noun, reading, agreement, (*before, *after), end, score))
        return found

    def _conjoined(self, tokens: Sequence[Token], end: int, agreement: Agreement) -> bool:
        """Whether "i" and a noun of the same number and case follow directly."""
        if end + 1 >= len(tokens) or tokens[end].lower not in ("i", "oraz"):
            return False
        return any(
            r.pos == "subst" and r.has(number=agreement.number, case=agreement.case)
            for r in self.inflector.readings(tokens[end + 1].text)
        )

    def _base(self, reading: Reading, wish: Wish) -> float:
        score = -0.6 * rare(reading)
        if reading.name_class and not wish.classes & set(reading.name_class):
            score -= 0.8
        if wish.persons and (reading.gender[0] == "m1" or _feminine_person(reading.lemma)):
            score += 1.5
        elif not wish.persons and reading.gender[0] == "m1" and reading.lemma.endswith(("cy", "ny")):
            score += 1.2
        if self.is_head(reading.lemma) and not wish.persons:
            score += 1.0
        elif "m2" in reading.gender or reading.pos == "ger":
            score -= 0.3
        return score

    def _after(
        self, tokens: Sequence[Token], noun: int, head: Reading, agreement: Agreement
    ) -> tuple[tuple[int, ...], int]:
        found: list[int] = []
        index = end = noun + 1
        while index < len(tokens):
            token = tokens[index]
            if self._agrees(token, agreement) and not self._belongs_to_next(
                tokens, noun, index, head, agreement
            ):
                found.append(index)
                end = index + 1
            elif not _neutral(tokens, index, self.inflector.readings(token.text)) and not (
                found and token.lower in _CONJUNCTIONS
            ):
                break
            index += 1
        return tuple(found), end

    def _agrees(self, token: Token, agreement: Agreement) -> bool:
        return self._agreeing(token, agreement) is not None

    def _agreeing(self, token: Token, agreement: Agreement) -> Reading | None:
        for r in self.inflector.readings(token.text):
            if r.pos in ADJECTIVAL and r.has(
                number=agreement.number, case=agreement.case, gender=agreement.gender
            ):
                return r
        return None

    def _belongs_to_next(self, tokens: Sequence[Token], noun: int, index: int, head: Reading, shared: Agreement) -> bool:
        """Whether the adjective at ``index`` rather begins the tail ("dyrektora | miejskiego ośrodka")."""
        adjective = self._agreeing(tokens[index], shared)
        following = self._noun_after(tokens, index + 1)
        if adjective is None or following is None:
            return False
        if shared.number == "pl" and shared.case != "gen":
            return bool(self._agreeing_nouns(tokens[index], following, shared.case))
        fitting = self._agreeing_nouns(tokens[index], following, "gen")
        if not fitting or shared.case not in ("gen", "acc"):
            return False
        lemma = adjective.lemma.lower()
        if head.gender[0] == "m1" or _feminine_person(head.lemma):
            return lemma not in self._preferences.after_person
        if head.lemma.lower() == tokens[noun].lower:
            # The form is the nominative as well ("muzeum", "centrum"): the adjective proves nothing.
            return True
        if any(r.lemma.lower() in self._preferences.heads for r in fitting):
            return head.lemma.lower() in self._preferences.units and lemma not in self._preferences.after_unit
        return False

    def _agreeing_nouns(self, adjective: Token, noun: Token, case: str) -> list[Reading]:
        adjectives = [a for a in self.inflector.readings(adjective.text) if a.pos in ADJECTIVAL]
        return [
            r
            for r in self.inflector.readings(noun.text)
            if r.pos == "subst"
            and case in r.case
            and any(a.has(case=case, number=n, gender=r.gender[0]) for a in adjectives for n in r.number)
        ]

    def _noun_after(self, tokens: Sequence[Token], index: int) -> Token | None:
        while index < len(tokens):
            readings = self.inflector.readings(tokens[index].text)
            if any(r.pos == "subst" for r in readings):
                return tokens[index]
            if not any(r.pos in ADJECTIVAL for r in readings) and not _neutral(tokens, index, readings):
                return None
            index += 1
        return None

    def forms(self, tokens: Sequence[Token], head: Head, wish: Wish) -> dict[int, str] | None:
        """Replacement of every word of the head by token index; ``None`` if some nominative form is not known."""
        number = wish.number or head.agreement.number
        reading, gender = head.reading, head.agreement.gender
        noun = self.inflector.noun(reading, number)
        if number == "sg" and head.agreement.number == "pl" and wish.gender == "f" and gender == "m1":
            feminine = self.feminine(reading.lemma)
            if feminine:
                noun, gender = feminine, "f"
        if noun is None and number == "sg":
            number, noun = "pl", self.inflector.noun(reading, "pl")
        if noun is None:
            return None
        replaced = {head.noun: cased_like(noun, tokens[head.noun].text)}
        for index in head.modifiers:
            agreeing = self._agreeing(tokens[index], head.agreement)
            form = agreeing and self.inflector.adjective(agreeing, number, gender)
            if not form:
                return None
            replaced[index] = cased_like(form, tokens[index].text)
        return replaced

    def locative(self, tokens: Sequence[Token], head: Head) -> dict[int, str] | None:
        """Locative of every word of a head that stands in the nominative; ``None`` if some form is not known."""
        noun = self.inflector.locative(head.reading)
        if noun is None:
            return None
        forms = {head.noun: cased_like(noun, tokens[head.noun].text)}
        for index in head.modifiers:
            reading = self._agreeing(tokens[index], head.agreement)
            form = reading and self.inflector.adjective_locative(
                reading, head.agreement.number, head.agreement.gender
            )
            if not form:
                return None
            forms[index] = cased_like(form, tokens[index].text)
        return forms

    def feminine(self, lemma: str) -> str | None:
        """The usual feminine of a designation of a person, where the dictionary has it."""
        for masculine, ending in _FEMININE:
            if lemma.endswith(masculine):
                made = lemma[: len(lemma) - len(masculine)] + ending
                if self.inflector.exists(made, "f"):
                    return made
        return None

    def nominative(self, tokens: Tokens, wish: Wish) -> tuple[str, Head] | None:
        """The whole phrase with its head (and heads coordinated with it) in the nominative; ``None``: no head found."""
        text = tokens.text
        for head in self.heads(tokens, _first_word(tokens), wish):
            forms = self.forms(tokens, head, wish)
            if forms is None:
                continue
            forms.update(self._coordinated(tokens, head, wish))
            return rewritten(text, tokens, forms), head
        return None

    def _coordinated(self, tokens: Sequence[Token], head: Head, wish: Wish) -> dict[int, str]:
        """Further heads in the same case: directly after the first ("zespołu i biura"), joined by a hyphen, or later
        in a case that cannot be the genitive of the first one's tail."""
        forms: dict[int, str] = {}
        index, direct = head.end, True
        case = head.agreement.case
        while index < len(tokens):
            token = tokens[index]
            if token.text in QUOTES or token.text == "(":
                break
            closing = index + 1 == len(tokens)
            hyphen = token.text in DASHES and not closing and token.end == tokens[index + 1].start and direct
            joins = token.lower in ("i", "oraz") or token.text == "," or hyphen
            if index == head.end and self._apposed(tokens, head):
                joins, index = True, index - 1
            if joins and (direct or case not in ("gen", "acc")):
                found = self._same_case(tokens, index + 1, case, wish, direct=direct)
                if found:
                    forms.update(found[0])
                    index = found[1]
                    continue
            if not joins:
                direct = False
            index += 1
        return forms

    def _apposed(self, tokens: Sequence[Token], head: Head) -> bool:
        """Whether a second noun for the same person follows in the same case ("księdza rektora", "panem dyrektorem")."""
        if head.reading.gender[0] != "m1" or not tokens[head.end].text.isalpha():
            return False
        if head.reading.lemma.lower() in self._preferences.apposing:
            return True
        following = self.inflector.readings(tokens[head.end].text)
        return head.agreement.case not in ("gen", "acc", "nom") and any(
            r.pos == "subst" and r.has(case=head.agreement.case, number=head.agreement.number, gender="m1")
            for r in following
        )

    def _same_case(
        self, tokens: Sequence[Token], start: int, case: str, wish: Wish, *, direct: bool
    ) -> tuple[dict[int, str], int] | None:
        for head in self.heads(tokens, start, replace(wish, case=case)):
            if head.agreement.case != case:
                continue
            if not direct and "gen" in {c for r in self.inflector.readings(tokens[head.noun].text) for c in r.case}:
                return None
            forms = self.forms(tokens, head, wish)
            if forms:
                return forms, head.end
        return None


_FEMININE: Final = (
    ("ciel", "cielka"),
    ("ący", "ąca"),
    ("ny", "na"),
    ("iczy", "icza"),
    ("uczeń", "uczennica"),
    ("ent", "entka"),
    ("ant", "antka"),
    ("at", "atka"),
    ("usz", "uszka"),
    ("arz", "arka"),
    ("ista", "istka"),
    ("ysta", "ystka"),
    ("owiec", "owczyni"),
    ("yk", "yczka"),
    ("awca", "awczyni"),
    ("órca", "órczyni"),
    ("nik", "niczka"),
    ("acz", "aczka"),
    ("tor", "torka"),
)


def _feminine_person(lemma: str) -> bool:
    return lemma.lower().endswith(
        ("orka", "elka", "niczka", "antka", "entka", "czyni", "yni", "ąca", "istka", "arka", "eska", "ożka", "aczka")
    )


def _agreements(reading: Reading) -> list[Agreement]:
    return [
        Agreement(number, case, gender)
        for number in reading.number
        for case in reading.case
        for gender in reading.gender
        if case != "voc"
    ]


def _neutral(tokens: Sequence[Token], index: int, readings: Sequence[Reading]) -> bool:
    """Words that stand in a phrase without agreeing: numerals in figures, first parts of compounds, their hyphens."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    if token.text in DASHES:
        return index > 0 and tokens[index - 1].lower.endswith("o") and (
            following.pos_is(*ADJECTIVAL) or following.lower.endswith("o")
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


def _first_word(tokens: Sequence[Token]) -> int:
    return next((t.index for t in tokens if t.text not in QUOTES), 0)


def rewritten(text: str, tokens: Sequence[Token], forms: dict[int, str]) -> str:
    """``text`` with the given tokens replaced; everything between tokens stays."""
    out: list[str] = []
    last = 0
    for index in sorted(forms):
        token = tokens[index]
        out += [text[last : token.start], forms[index]]
        last = token.end
    return "".join((*out, text[last:]))
