"""Noun phrases: the head with its agreeing words goes to the nominative, the rest stays as it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.s3_morphology import Morphology, Token, Tokens
from extract.s6_names.heads import HeadFinder
from extract.s6_names.inflection import ADJECTIVAL, Inflector
from extract.s6_names.phrase_values import Agreement, Head, Preferences, Wish
from extract.s6_names.words import DASHES, QUOTES, cased_like


class NounPhrases:
    """Finds heads and puts them into the nominative."""

    def __init__(self, morphology: Morphology, preferences: Preferences | None = None) -> None:
        self._preferences = preferences or Preferences()
        self.inflector = Inflector(morphology)
        self.finder = HeadFinder(self.inflector, self._preferences)
        self.heads = self.finder.heads
        self.is_head = self.finder.is_head
        self.is_unit = self.finder.is_unit
        self.is_qualifying = self.finder.is_qualifying

    def is_settlement(self, lemma: str) -> bool:
        """Whether the noun is followed by the name of a place in its own case ("miasto", "wieś")."""
        return lemma.lower() in self._preferences.settlements

    def adjectives(self, tokens: Tokens, agreement: Agreement) -> dict[int, str]:
        """Nominative of every adjective of ``tokens`` in the given number and gender, by token index."""
        forms: dict[int, str] = {}
        for token in tokens:
            reading = next((r for r in self.inflector.readings(token.text) if r.pos in ADJECTIVAL), None)
            form = reading and self.inflector.adjective(reading, agreement.number, agreement.gender)
            if form:
                forms[token.index] = cased_like(form, token.text)
        return forms

    def forms(self, tokens: Sequence[Token], head: Head, wish: Wish) -> dict[int, str] | None:
        """Replacement of every word of the head by token index; ``None`` if some nominative form is not known."""
        number = wish.number or head.agreement.number
        reading, gender = head.reading, head.agreement.gender
        if head.agreement.case == "nom" and number == head.agreement.number:
            return {head.noun: tokens[head.noun].text}
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
            agreeing = self.finder.agreeing(tokens[index], head.agreement)
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
            reading = self.finder.agreeing(tokens[index], head.agreement)
            form = reading and self.inflector.adjective_locative(reading, head.agreement.number, head.agreement.gender)
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
            hyphen = token.text in DASHES and not closing and direct
            joins = token.text in ("i", "oraz", ",") or hyphen
            apposed = index == head.end and self._apposed(tokens, head)
            if apposed or (joins and (direct or case not in ("gen", "acc"))):
                found = self._same_case(tokens, index if apposed else index + 1, case, wish, direct=direct)
                if found:
                    forms.update(found[0])
                    index = found[1]
                    continue
            if not joins and not apposed:
                direct = False
            index += 1
        return forms

    def _apposed(self, tokens: Sequence[Token], head: Head) -> bool:
        """Whether a second noun for the same person follows in the same case ("księdza rektora")."""
        if head.reading.gender[0] != "m1" or not tokens[head.end].text.isalpha():
            return False
        listed = head.reading.lemma.lower() in self._preferences.apposing
        if not listed and head.agreement.case in ("gen", "acc", "nom"):
            return False
        return any(
            r.pos == "subst" and r.has(case=head.agreement.case, number=head.agreement.number, gender="m1")
            for r in self.inflector.readings(tokens[head.end].text)
            if "nazwa_pospolita" in r.name_class
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
    ("pracownik", "pracownica"),
    ("członek", "członkini"),
    ("zwycięzca", "zwyciężczyni"),
    ("stępca", "stępczyni"),
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
    ("ert", "ertka"),
    ("or", "orka"),
)


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
