"""Persons' names: the gender and case in which all parts agree decides on the nominative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.s3_morphology import Morphology
from extract.s6_names.declension import ALL_SLOTS
from extract.s6_names.name_words import (
    DICTIONARY,
    PARTICLES,
    SAINTS,
    UNCHANGED,
    UNKNOWN,
    NameLists,
    NameWords,
    Option,
    Options,
    Slot,
    is_initial,
)
from extract.s6_names.values import PersonName
from extract.s6_names.words import QUOTES, is_roman, joined_by_hyphen, one_space, title_case

_CASE_PRIOR: Final = {"nom": 1.0, "gen": 0.0, "acc": -0.02, "inst": -0.05, "dat": -0.1, "loc": -0.3}
_SURNAME_SHAPES: Final = ("ski", "cki", "dzki", "ska", "cka", "dzka", "icz", "czyk", "ewicz", "owicz", "iak", "czak")
_TITLES: Final = frozenset({"święty", "święta", "błogosławiony", "błogosławiona", "matka", "ojciec", "siostra", "brat"})
_BEFORE_GIVEN: Final = frozenset({"św.", "bł.", "o.", "ks."})
_QUOTES: Final = "".join(sorted(QUOTES))
_HONORIFICS: Final = {"pan": "m", "pana": "m", "panu": "m", "panem": "m", "pani": "f", "panią": "f"}
_MAX_CANDIDATES: Final = 6
_MAX_VOTES: Final = 8


@dataclass(frozen=True, slots=True)
class _Parts:
    given: tuple[str, ...]
    surname: tuple[str, ...]
    """Words of the surname; hyphenated halves are one word."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: PersonName
    score: float


class PersonNormaliser:
    """Nominative of persons' names; holds no state but its resources and bounded caches."""

    def __init__(self, morphology: Morphology, lists: NameLists | None = None) -> None:
        self._lists = lists or NameLists()
        self._words = NameWords(morphology, self._lists)

    def best(self, text: str, others: tuple[str, ...], gender: str | None, case: str | None) -> PersonName:
        """The most plausible nominative; ``others`` are further mentions, which vote for nominatives they allow."""
        text, gender = self._without_titles(one_space(text), gender)
        foreign = self._vietnamese(text, gender)
        if foreign is not None:
            return foreign
        found = self._candidates(text, gender, case)
        if not found:
            return PersonName(one_space(text), None, None, gender, "names.person.empty", 0.0)
        votes = [self._candidates(other, gender, None) for other in others[:_MAX_VOTES] if other != text]
        scored = [c.score + sum(_vote(c.name, v) for v in votes) for c in found]
        order = sorted(range(len(found)), key=lambda i: -scored[i])
        margin = scored[order[0]] - scored[order[1]] if len(order) > 1 else 2.0
        name = found[order[0]].name
        confidence = min(1.0, max(0.1, name.confidence * (0.75 + 0.125 * min(margin, 2.0))))
        return replace(name, confidence=round(confidence, 3), also=self._in_lists(name))

    def _without_titles(self, text: str, gender: str | None) -> tuple[str, str | None]:
        """The name without titles and honorifics before it; an honorific tells the gender."""
        words = text.split(" ")
        while len(words) > 1:
            lower = words[0].lower().rstrip(".")
            written = words[0].islower() or (words[0].endswith(".") and len(words[0]) > 3)
            if lower in _HONORIFICS and not words[0].endswith("."):
                gender = gender or _HONORIFICS[lower]
            elif lower not in self._lists.titles or not written:
                break
            words = words[1:]
        return " ".join(words), gender

    def _vietnamese(self, text: str, gender: str | None) -> PersonName | None:
        """A name with two or more Vietnamese words, which no case changes."""
        words = one_space(text).split(" ")
        if len(words) < 3 or sum(w.lower() in self._lists.vietnamese for w in words) < 2:
            return None
        return PersonName(" ".join(words), " ".join(words[:-1]), words[-1], gender, "names.person.vietnamese", 0.9)

    def _in_lists(self, name: PersonName) -> tuple[str, ...]:
        """Ids of the word lists that hold a part of the name."""
        given = (name.given_name or "").lower().split(" ")
        held = (
            ("names.given.common", any(g in self._lists.given for g in given)),
            ("names.given.against-ending", any(g in self._lists.against_ending for g in given)),
            ("names.surname.common-a", (name.surname or "").lower() in self._lists.surnames_a),
        )
        return tuple(rule for rule, holds in held if holds)

    def _candidates(self, text: str, gender: str | None, case: str | None) -> list[_Candidate]:
        """Possible nominatives, the best first: of every gender and nominative the best case."""
        if not any(c.isalpha() for c in text):
            return []
        parts = self._split(text)
        first = next((i for i, word in enumerate(parts.given) if not is_initial(word)), 0)
        words = [(word, self._words.given(word, i > first), -3.0) for i, word in enumerate(parts.given)]
        words += [(word, self._words.surname(word), -1.0) for word in parts.surname]
        slots: list[tuple[float, Slot, list[Option]]] = []
        for slot in ALL_SLOTS:
            if (gender and slot[0] != gender) or (case and slot[1] != case):
                continue
            chosen = [options.get(slot) or Option(word, missing, UNCHANGED) for word, options, missing in words]
            slots.append((sum(o.score for o in chosen) + _CASE_PRIOR[slot[1]], slot, chosen))
        slots.sort(key=lambda row: -row[0])
        seen: dict[tuple[str, ...], _Candidate] = {}
        for score, slot, chosen in slots:
            key = (slot[0], *(o.nominative for o in chosen))
            if key not in seen and len(seen) < _MAX_CANDIDATES:
                known = slot[0] if gender or _tells([options for _, options, _ in words], slot) else None
                seen[key] = _Candidate(_named(chosen, len(parts.given), known), score)
        return list(seen.values())

    def _split(self, text: str) -> _Parts:
        """Given names and surname, in whatever order and capitals they are written."""
        words = [w.strip(",;()") for w in joined_by_hyphen(one_space(text)).split(" ")]
        words = [w if len(words) > 1 and _is_quoted(w) else w.strip(_QUOTES) for w in words]
        words = [w for w in words if w]
        shouted = [w.isupper() and len(w) > 2 and "." not in w and not is_roman(w) for w in words]
        surname_marked = len(words) > 1 and shouted[0] and not any(shouted[1:])
        if len(words) > 1 or len(words[0]) > 3:
            words = [w if "." in w else "-".join(title_case(p) for p in w.split("-")) for w in words]
        if len(words) == 1:
            given = self._words.is_given(words[0]) or self._words.is_listed_given(words[0])
            return _Parts((words[0],), ()) if given else _Parts((), (words[0],))
        if words[0].lower() in PARTICLES:
            return _Parts((), tuple(words))
        if surname_marked or self._surname_first(words):
            return _Parts(tuple(words[1:]), (words[0],))
        saint = words[0].lower() in _BEFORE_GIVEN or self._words.has_lemma(words[0], SAINTS)
        count = 2 if saint or (len(words) == 2 and is_roman(words[1])) else 1
        while count < len(words) - 1 and (is_initial(words[count]) or self._more_given(words[count])):
            count += 1
        return _Parts(tuple(words[:count]), tuple(words[count:]))

    def _more_given(self, word: str) -> bool:
        return self._words.is_given(word) and word.lower() not in PARTICLES

    def _surname_first(self, words: Sequence[str]) -> bool:
        """Whether a surname stands before the given names, as in lists ("Kowalski Jan")."""
        first, rest = words[0], words[1:]
        if is_initial(first) or self._words.is_given(first) or first.lower().split("-")[0] in PARTICLES:
            return False
        if self._words.has_lemma(first, _TITLES) or is_initial(rest[0]):
            return False
        if not all(self._words.is_given(w) or is_initial(w) for w in rest):
            return False
        if first.lower().endswith(_SURNAME_SHAPES) or "-" in first or self._words.is_surname(first):
            return True
        return not self._words.is_surname(rest[-1]) and self._words.is_common_given(rest[0])


def _tells(words: Sequence[Options], slot: Slot) -> bool:
    """Whether some part is of this slot's gender only: no option of the other has the same nominative and weight."""
    for options in words:
        mine = options.get(slot)
        if mine is None or mine.rule == UNKNOWN:
            continue
        if not any(
            gender != slot[0] and o.nominative == mine.nominative and o.score > mine.score - 1.2
            for (gender, _), o in options.items()
        ):
            return True
    return False


def _named(chosen: Sequence[Option], given_count: int, gender: str | None) -> PersonName:
    first = " ".join(o.nominative for o in chosen[:given_count]) or None
    last = " ".join(o.nominative for o in chosen[given_count:]) or None
    rule = next((o.rule for o in reversed(chosen) if o.rule != DICTIONARY), DICTIONARY)
    weakest = min((o.score for o in chosen), default=0.0)
    confidence = 0.97 if weakest >= 2 else 0.85 if weakest >= 1 else 0.6 if weakest >= 0 else 0.35
    return PersonName(" ".join(p for p in (first, last) if p), first, last, gender, rule, confidence)


def _vote(name: PersonName, votes: Sequence[_Candidate]) -> float:
    """What one other mention says for a candidate: 0 against, up to 1.5 for it."""
    fits = [c.score for c in votes if _same_person(name, c.name)]
    return max(0.0, 1.5 - 0.5 * (votes[0].score - max(fits))) if fits else 0.0


def _same_person(name: PersonName, other: PersonName) -> bool:
    if other.name == name.name:
        return True
    return other.surname == name.surname and not (name.given_name and other.given_name)


def _is_quoted(word: str) -> bool:
    """Whether the word is a nickname in quotation marks, which stays as it is written."""
    return len(word) > 2 and word[0] in QUOTES and word[-1] in QUOTES
