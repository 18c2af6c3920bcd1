"""Names of institutions: the head in the nominative, acronyms expanded, kind, place and parent read from the name."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import regex

from extract.s3_morphology import Morphology, Token, Tokens
from extract.s6_names.acronyms import Acronym, Acronyms
from extract.s6_names.phrases import Head, NounPhrases, Wish
from extract.s6_names.places import PlaceNormaliser
from extract.s6_names.values import InstitutionName
from extract.s6_names.words import DASHES, is_roman, one_space, title_case

_COMPOUND: Final = regex.compile(rf"\b(\p{{L}}+o)\s*[{DASHES}]\s*(?=\p{{L}}+(?:y|i|a|e|ego|emu|im|ym|iej|ej|ą)\b)")
_QUOTED_WHOLE: Final = regex.compile(r"[„\"«“]([^„”\"«»“]+)[”\"»“]")
_AFTER_ACRONYM: Final = regex.compile(r"\s+(?:(?:w|we|z|ze)\s+\p{Lu}|(?:nr\s*)?\d|\p{Lu}\p{Ll}+$|im\.)")
_PLACE_PREPOSITIONS: Final = {"w": "loc", "we": "loc", "z": "gen", "ze": "gen"}
_QUOTES: Final = frozenset("„”\"«»“")
_SMALL_WORDS: Final = frozenset("i w we na do dla z ze im oraz o od ds przy nad pod po za".split())


class InstitutionNormaliser:
    """Nominative of institutions' names."""

    def __init__(
        self, morphology: Morphology, phrases: NounPhrases, places: PlaceNormaliser, acronyms: Acronyms
    ) -> None:
        self._morphology = morphology
        self._phrases = phrases
        self._places = places
        self._acronyms = acronyms

    def normalise(self, text: str, others: tuple[str, ...] = (), case: str | None = None) -> InstitutionName:
        """The name in the nominative; one that cannot be read stays as it is, with a low confidence."""
        plain = _COMPOUND.sub(r"\1-", one_space(text))
        plain = self._without_edge_quotes(plain)
        plain = self._without_shouting(plain)
        return self._from_acronym(plain, others, case) or self._from_phrase(plain, others, case)

    def _without_edge_quotes(self, text: str) -> str:
        whole = _QUOTED_WHOLE.fullmatch(text)
        return whole[1] if whole else text

    def _without_shouting(self, text: str) -> str:
        words = text.split()
        letters = [w for w in words if any(c.isalpha() for c in w)]
        if len(letters) < 2 or not all(w.isupper() for w in letters) or max(map(len, letters)) < 5:
            return text
        return " ".join(self._lowered(w, i, words[i + 1 : i + 2]) for i, w in enumerate(words))

    def _stays_capital(self, word: str) -> bool:
        base = word.strip(".,()„”\"")
        return is_roman(base) or (base.lower() not in _SMALL_WORDS and self._unknown_acronym(base))

    def _unknown_acronym(self, base: str) -> bool:
        return self._acronyms.known(base) is not None or (
            base.isalpha() and len(base) < 6 and self._morphology.readings(base.capitalize())[0].pos == "ign"
        )

    def _lowered(self, word: str, position: int, following: list[str]) -> str:
        if word == "I" and (not position or following[:1] in (["LICEUM"], ["STOPNIA"], ["I"])):
            return word
        if position and word.lower().strip(".") in _SMALL_WORDS:
            return word.lower()
        if self._stays_capital(word):
            return word
        return regex.sub(r"\p{L}+", lambda m: title_case(m.group()) if len(m.group()) > 1 else m.group(), word)

    def _from_acronym(self, text: str, others: tuple[str, ...], case: str | None) -> InstitutionName | None:
        found = self._acronyms.read(text)
        if found is None:
            return None
        short, end = found
        rest = text[end:]
        known = self._acronyms.known(short)
        full = self._acronyms.spelled(short, others)
        if full is not None:
            name = self._from_phrase(full, (), None)
            if rest.strip() and not name.name.endswith(rest):
                name = self._described(name.name + rest if not name.place else name.name, name.rule, name.confidence)
            return replace(name, acronym=short, rule="names.acronym.document")
        if known is None or not _allowed(known, rest):
            if known is None and not end == len(text) and not rest.startswith(" "):
                return None
            if known is None and self._is_word(short):
                return None
            described = self._described(short + rest, "names.acronym.kept", 0.7)
            return replace(described, acronym=short, kind=None)
        described = self._described(known.name + rest, self._acronyms.rule_of[short], 0.95)
        return replace(described, acronym=short)

    def _is_word(self, short: str) -> bool:
        """Whether a name in capitals is a common word rather than an acronym ("CARITAS", "AGORĘ")."""
        return len(short) > 4 and short.isupper() and self._morphology.readings(short)[0].pos == "subst"

    def _from_phrase(self, text: str, others: tuple[str, ...], case: str | None) -> InstitutionName:
        tokens = self._morphology.tokens(text)
        found = self._phrases.nominative(tokens, Wish(case=case))
        if found is not None and self._foreign(tokens, found[1]):
            found = None
        if found is None:
            voted = next((o for o in others if _same_but_ending(text, o)), None)
            return self._described(voted or text, "names.institution.unread", 0.5)
        name, head = found
        rule = "names.institution.nominative" if name == text else f"names.institution.{head.agreement.case}"
        return self._described(self._appositions(name, head), rule, 0.9)

    def _foreign(self, tokens: Tokens, head: Head) -> bool:
        """Whether a word that only looks Polish begins a foreign name ("New School", "Red Bull")."""
        if head.agreement.case == "nom" or head.modifiers or self._phrases.is_head(head.reading.lemma):
            return False
        following = tokens[head.end] if head.end < len(tokens) else None
        foreign = following is not None and following.capital and not following.known and len(following.text) > 2
        return foreign or (head.agreement.number == "pl" and head.agreement.gender != "m1")

    def _appositions(self, name: str, head: Head) -> str:
        """A unit named after its institution ("Zakładu … Oddziału w …") stands in the institution's case."""
        return name

    def _described(self, name: str, rule: str, confidence: float) -> InstitutionName:
        tokens = self._morphology.tokens(name)
        head = next(iter(self._phrases.heads(tokens, 0, Wish(case="nom"))), None)
        kind = head.reading.lemma.lower() if head and head.agreement.case == "nom" else None
        return InstitutionName(name, None, kind, self._place(tokens), None, rule, confidence)

    def _place(self, tokens: Tokens) -> str | None:
        depth = 0
        found: str | None = None
        for token in tokens:
            if token.text in _QUOTES:
                depth += 1
            case = _PLACE_PREPOSITIONS.get(token.lower)
            if case is None or (depth % 2 and token.text in _QUOTES) or token.index + 1 >= len(tokens):
                continue
            found = self._place_from(tokens, token.index + 1, case) or found
        return found

    def _place_from(self, tokens: Tokens, start: int, case: str) -> str | None:
        first = tokens[start]
        if not first.capital:
            return None
        end = start
        while end < len(tokens) and (tokens[end].capital or _inner_hyphen(tokens, end)):
            end += 1
        part = tokens[start:end]
        if not any(self._places.is_place(t) for t in part) and not (first.pos_is("adj") and first.known):
            return None
        return self._places.known(tokens.text[first.start : part[-1].end], case)


def _inner_hyphen(tokens: Tokens, index: int) -> bool:
    return tokens[index].text in DASHES and index + 1 < len(tokens) and tokens[index + 1].capital


def _allowed(acronym: Acronym, rest: str) -> bool:
    if acronym.needs == "never":
        return False
    return acronym.needs != "place" or _AFTER_ACRONYM.match(rest) is not None


def _same_but_ending(text: str, other: str) -> bool:
    """Whether two names of one document differ only in the ending of their words ("Hevelianum", "Hevelianum")."""
    mine, theirs = text.split(), other.split()
    return len(mine) == len(theirs) and all(a[:4] == b[:4] for a, b in zip(mine, theirs, strict=True)) and len(
        other
    ) < len(text)

