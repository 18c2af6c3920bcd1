"""Names of institutions: the head in the nominative, acronyms expanded, kind, place and parent read from the name."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

import regex

from extract.s3_morphology import Morphology, Tokens
from extract.s6_names.acronyms import Acronym, Acronyms, plain_rest
from extract.s6_names.inflection import ADJECTIVAL
from extract.s6_names.phrase_values import Agreement, Head, Wish
from extract.s6_names.phrases import NounPhrases, rewritten
from extract.s6_names.places import PlaceNormaliser
from extract.s6_names.values import InstitutionName
from extract.s6_names.words import DASHES, QUOTES, in_name_case, one_space

_COMPOUND: Final = regex.compile(rf"\b(\p{{L}}+(?<!eg)o)\s*[{DASHES}]\s*(\p{{L}}+)")
_QUOTED_WHOLE: Final = regex.compile(r"[„\"«“]([^„”\"«»“]+)[”\"»“]")
_ENDED: Final = regex.compile(r"(?:u|owi|em|iem|ą|ę)$")
_PLACE_PREPOSITIONS: Final = {"w": "loc", "we": "loc", "z": "gen", "ze": "gen"}
_CACHE: Final = 1 << 12
_MAX_LENGTH: Final = 400
"""Longer mentions are no names; they are left alone."""
_NOMINATIVE: Final = Wish(case="nom")


class InstitutionNormaliser:
    """Nominative of institutions' names; holds no state but its resources."""

    def __init__(
        self, morphology: Morphology, phrases: NounPhrases, places: PlaceNormaliser, acronyms: Acronyms
    ) -> None:
        self._morphology = morphology
        self._tokens = lru_cache(maxsize=_CACHE)(morphology.tokens)
        self._phrases = phrases
        self._places = places
        self._acronyms = acronyms

    def normalise(
        self, text: str, others: tuple[str, ...] = (), case: str | None = None, *, expand_bare: bool = True
    ) -> InstitutionName:
        """The name in the nominative; one that cannot be read stays as it is, with a low confidence.

        Args:
            text: the mention.
            others: further mentions in the document.
            case: known from the context.
            expand_bare: whether an acronym that stands alone is replaced by its full name.
        """
        plain = str(_COMPOUND.sub(self._compound, one_space(text)))
        whole = _QUOTED_WHOLE.fullmatch(plain)
        plain = in_name_case(whole[1] if whole else plain, self._keeps_capitals)
        if len(plain) > _MAX_LENGTH or not any(c.isalpha() for c in plain):
            return InstitutionName(plain, rule="names.institution.unread", confidence=0.1)
        return self._from_acronym(plain, others, expand_bare=expand_bare) or self._from_phrase(plain, others, case)

    def _compound(self, match: regex.Match[str]) -> str:
        """The parts of a compound adjective are joined by a hyphen, whatever dash and spaces the text has."""
        second = self._morphology.readings(match[2])
        joins = any(r.pos in ADJECTIVAL for r in second) or match[2].endswith("o")
        return f"{match[1]}-{match[2]}" if joins else match[0]

    def _keeps_capitals(self, word: str) -> bool:
        if self._acronyms.known(word) is not None:
            return True
        return 1 < len(word) < 6 and word.isalpha() and self._morphology.readings(word.capitalize())[0].pos == "ign"

    def _from_acronym(self, text: str, others: tuple[str, ...], *, expand_bare: bool) -> InstitutionName | None:
        tokens = self._tokens(text)
        start = self._before_acronym(tokens)
        found = self._acronyms.read(text, start)
        if found is None or (len(found[0]) > 4 and self._is_word(found[0]) and self._acronyms.known(found[0]) is None):
            return None
        short, end = found
        rest = text[end:]
        spelled = self._acronyms.spelled(short, others)
        if spelled is not None and not start:
            return self._as_spelled(short, spelled, rest)
        known = self._acronyms.known(short)
        if known is not None and not start and not rest and not expand_bare:
            return InstitutionName(short, short, rule=known.rule, confidence=0.9)
        numbered = start > 0 and known is not None and known.needs == "place" and not rest
        if (
            known is None
            or not (numbered or known.stands(rest))
            or not (plain_rest(rest) or self._described_by(known, rest))
        ):
            if start:
                return None
            name = replace(self._described(short + rest, "names.acronym.kept", 0.7), acronym=short)
            return replace(name, rule=known.rule if known and known.needs == "never" else "names.acronym.unknown")
        full = self._with_modifiers(text[:start], self._placed(known.expanded(rest)))
        return replace(self._described(full, known.rule, 0.95), acronym=None if start else short)

    def _before_acronym(self, tokens: Tokens) -> int:
        """Where the acronym begins: after numerals and adjectives ("II LO", "Katolicka SP"), else at once."""
        for token in tokens:
            if len(token.text) > 1 and token.text.isupper() and not token.pos_is("romandig"):
                return token.start
            if not (token.pos_is("romandig", *ADJECTIVAL) or token.text.isdigit() or token.text == "."):
                break
        return 0

    def _with_modifiers(self, before: str, full: str) -> str:
        """The full name after words that agree with its head ("Katolickiego" + "Liceum …")."""
        if not before:
            return full
        head = next(iter(self._phrases.heads(self._tokens(full), 0, _NOMINATIVE)), None)
        if head is None:
            return before + full
        tokens = self._tokens(before)
        forms = self._phrases.adjectives(tokens, Agreement(head.agreement.number, "nom", head.agreement.gender))
        return rewritten(before, tokens, forms) + full

    def _as_spelled(self, short: str, spelled: str, rest: str) -> InstitutionName:
        name = self._from_phrase(spelled, (), None)
        if rest.strip() and not name.place and not name.name.endswith(rest):
            name = self._described(name.name + rest, name.rule, name.confidence)
        return replace(name, acronym=short, rule="names.acronym.document")

    def _described_by(self, acronym: Acronym, rest: str) -> bool:
        """Whether the next word goes with the full name: a unit, or a Polish name after a type of institution."""
        tokens = self._tokens(rest)
        first = next((t for t in tokens if t.text.isalpha()), None)
        if (
            first is None
            or self._places.is_listed(rest.strip())
            or any(r.pos == "subst" and self._phrases.is_head(r.lemma) for r in first.readings)
        ):
            return True
        return first.known and acronym.is_type

    def _is_word(self, short: str) -> bool:
        """Whether a name in capitals is a word of the language rather than an acronym."""
        return short.isupper() and self._morphology.readings(short)[0].pos == "subst"

    def _from_phrase(self, text: str, others: tuple[str, ...], case: str | None) -> InstitutionName:
        tokens = self._tokens(text)
        found = self._phrases.nominative(tokens, Wish(case=case))
        if found is None or self._foreign(tokens, found[1]):
            return self._unread(text, tokens, others)
        name, head = found
        if name != text:
            name = self._apposed_unit(self._apposed_place(name, head), head.agreement.case)
        name = self._placed(name)
        rule = "names.institution.nominative" if name == text else f"names.institution.{head.agreement.case}"
        return self._described(name, rule, 0.9)

    def _unread(self, text: str, tokens: Tokens, others: tuple[str, ...]) -> InstitutionName:
        """A name whose first word is foreign: another mention, or an ending that no nominative has, decides."""
        voted = next((o for o in others if _same_but_ending(text, o)), None)
        if voted is not None:
            return self._described(voted, "names.institution.vote", 0.6)
        first = tokens[0]
        if not first.known and _ENDED.search(first.text) and len(first.text) > 4:
            made = self._phrases.inflector.unknown_name(first.text)
            if made:
                return self._described(made + text[first.end :], "names.institution.unknown-ending", 0.5)
        return self._described(text, "names.institution.unread", 0.5)

    def _foreign(self, tokens: Tokens, head: Head) -> bool:
        """Whether a word that only looks Polish begins a foreign name ("New School", "Red Bull")."""
        if head.agreement.case == "nom" or head.modifiers or self._phrases.is_head(head.reading.lemma):
            return False
        following = tokens[head.end] if head.end < len(tokens) else None
        foreign = following is not None and following.capital and not following.known and len(following.text) > 2
        return foreign or (head.agreement.number == "pl" and head.agreement.gender != "m1")

    def _placed(self, name: str) -> str:
        """A known type of institution with its town in the nominative gets the preposition ("… w Lesznie")."""
        cut = self._acronyms.type_and_rest(name)
        located = self._places.locative(cut[1]) if cut else None
        return f"{cut[0]} {located}" if cut and located else name

    def _apposed_place(self, name: str, head: Head) -> str:
        """The name of a town beside the word "miasto" or "wieś" stands in the same case ("Miasta Łomży")."""
        if not self._phrases.is_settlement(head.reading.lemma):
            return name
        tokens = self._tokens(name)
        start = tokens[head.end].start if head.end < len(tokens) else len(name)
        place = self._places.known(name[start:], head.agreement.case) if name[start:] else None
        return name[:start] + place if place and self._places.is_listed(place) else name

    def _apposed_unit(self, name: str, case: str) -> str:
        """A unit named after its institution stands in the same case ("Zakładu … Oddziału w Lesznie")."""
        tokens = self._tokens(name)
        for token in tokens[1:]:
            if token.text in QUOTES:
                break
            readings = [r for r in token.readings if r.pos == "subst" and self._phrases.is_unit(r.lemma)]
            follows = tokens[token.index + 1].lower if token.index + 1 < len(tokens) else ""
            if not (token.capital and readings and follows in _PLACE_PREPOSITIONS and case in readings[0].case):
                continue
            unit = self._tokens(token.text)
            found = self._phrases.nominative(unit, Wish(case=case, number="sg"))
            return name[: token.start] + found[0] + name[token.end :] if found else name
        return name

    def _described(self, name: str, rule: str, confidence: float) -> InstitutionName:
        tokens = self._tokens(name)
        head = next(iter(self._phrases.heads(tokens, 0, _NOMINATIVE)), None)
        if head is None or head.agreement.case != "nom":
            return InstitutionName(name, None, None, self._place(tokens), None, rule, confidence)
        spelled = tokens[head.noun].text
        lemma = head.reading.lemma.lower()
        kind = None if spelled.isupper() and len(spelled) > 1 else lemma
        unit = self._phrases.is_unit(lemma)
        parent = self._parent(tokens, head) if unit else None
        also: tuple[str, ...] = ("names.head.institution",) if self._phrases.is_head(lemma) else ()
        if parent:
            also = (*also, "names.head.unit")
        if head.end < len(tokens) and self._phrases.is_qualifying(tokens[head.end]):
            also = (*also, "names.head.qualifying")
        place = self._place(tokens)
        if place is not None and self._places.is_listed(place):
            also = (*also, "names.place.known")
        return InstitutionName(name, None, kind, place, parent, rule, confidence, also)

    def _parent(self, tokens: Tokens, head: Head) -> str | None:
        """The institution in the genitive tail of a unit's name ("Wydział Zdrowia | Urzędu Miasta")."""
        start = head.end
        while start < len(tokens):
            token = tokens[start]
            if token.text in QUOTES or token.lower in _PLACE_PREPOSITIONS:
                return None
            if token.capital and (parent := self._institution_at(tokens, start)):
                return self._acronyms.national(parent) or parent
            start += 1
        return None

    def _institution_at(self, tokens: Tokens, start: int) -> str | None:
        text = tokens.text[tokens[start].start :]
        acronym = self._acronyms.read(text)
        if acronym is not None and self._acronyms.known(acronym[0]) is not None:
            return self.normalise(text).name
        part = self._tokens(text)
        head = next(iter(self._phrases.heads(part, 0, Wish(case="gen"))), None)
        if head is None or not self._phrases.is_head(head.reading.lemma):
            return None
        if (head.agreement.case, head.agreement.number) != ("gen", "sg"):
            return None
        return self.normalise(text, (), "gen").name

    def _place(self, tokens: Tokens) -> str | None:
        """The last place named after "w" or "z" outside quotation marks."""
        inside = False
        found: str | None = None
        for token in tokens:
            if token.text in QUOTES:
                inside = not inside
            case = _PLACE_PREPOSITIONS.get(token.lower)
            if case is not None and not inside and token.index + 1 < len(tokens):
                found = self._place_from(tokens, token.index + 1, case) or found
        return found

    def _place_from(self, tokens: Tokens, start: int, case: str) -> str | None:
        end = start
        while end < len(tokens) and self._goes_on(tokens, start, end):
            end += 1
        part = tokens[start:end]
        if not part or not (any(self._places.is_place(t) for t in part) or part[0].pos_is("adj")):
            return None
        return self._places.known(tokens.text[part[0].start : part[-1].end], case)

    def _goes_on(self, tokens: Tokens, start: int, index: int) -> bool:
        """Whether the word still belongs to the place: it is no numeral and does not head the name of a unit."""
        token = tokens[index]
        if index > start and (
            token.pos_is("romandig") or any(r.pos == "subst" and self._phrases.is_unit(r.lemma) for r in token.readings)
        ):
            return False
        return token.capital or _inner_hyphen(tokens, index) or (index > start and _inner_preposition(tokens, index))


def _inner_hyphen(tokens: Tokens, index: int) -> bool:
    return tokens[index].text in DASHES and index + 1 < len(tokens) and tokens[index + 1].capital


def _inner_preposition(tokens: Tokens, index: int) -> bool:
    return tokens[index].lower in ("nad", "pod", "koło") and index + 1 < len(tokens) and tokens[index + 1].capital


def _same_but_ending(text: str, other: str) -> bool:
    """Whether ``other`` is the shorter of two forms of a name that differ only in the endings of their words."""
    mine, theirs = text.split(), other.split()
    if len(mine) != len(theirs) or len(other) >= len(text):
        return False
    return all(a[: max(3, len(b) - 1)] == b[: max(3, len(b) - 1)] for a, b in zip(mine, theirs, strict=True))
