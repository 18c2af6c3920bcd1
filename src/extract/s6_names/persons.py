"""Persons' names: readings of every part, and the choice of the case and gender in which the parts agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.s3_morphology import Morphology, Reading
from extract.s6_names.declension import ALL_SLOTS, feminine_adjective, guesses, plural_stems, takes_no_endings
from extract.s6_names.values import PersonName
from extract.s6_names.words import cased_like, is_roman, joined_by_hyphen, one_space, rare, title_case

_PARTICLES: Final = frozenset(
    "von van de da di del della der den des dos du la le el al bin ibn ben ter ten zu zum zur y e af av d'".split()
)
_CASE_PRIOR: Final = {"nom": 1.0, "gen": 0.0, "acc": -0.02, "inst": -0.05, "dat": -0.1, "loc": -0.3}
_GENDERS: Final = {"m1": "m", "f": "f"}
# Endings that hardly any nominative has; shares counted over unknown words of KPWr's names.
_NO_NOMINATIVE: Final = ("ą", "ę", "ego", "emu", "iej", "owej", "nej", "wej", "owi", "em", "ów", "im", "ym", "ich", "ych")
_SAINTS: Final = frozenset({"święty", "święta", "błogosławiony", "błogosławiona", "matka", "ojciec", "siostra", "brat"})
_SURNAME_SHAPES: Final = ("ski", "cki", "dzki", "ska", "cka", "dzka", "icz", "czyk", "ewicz", "owicz", "iak", "czak")

Slot = tuple[str, str]
"""Gender (``m`` or ``f``) and case."""


@dataclass(frozen=True, slots=True)
class _Option:
    nominative: str
    score: float
    rule: str


_Options = Mapping[Slot, _Option]


@dataclass(frozen=True, slots=True)
class _Parts:
    given: tuple[str, ...]
    surname: tuple[str, ...]
    """Words of the surname; hyphenated halves are one word."""


class PersonNormaliser:
    """Nominative of persons' names; holds no state but its resources."""

    def __init__(
        self,
        morphology: Morphology,
        common_given: frozenset[str] = frozenset(),
        given_against_ending: frozenset[str] = frozenset(),
        common_surnames: frozenset[str] = frozenset(),
    ) -> None:
        self._readings = morphology.readings
        self._common_given = common_given
        self._against_ending = given_against_ending
        self._common = common_surnames

    def best(self, text: str, others: tuple[str, ...], gender: str | None, case: str | None) -> PersonName:
        """The most plausible nominative; ``others`` are further mentions, which vote for nominatives they allow."""
        found = self.candidates(text, gender, case)
        if not found:
            return PersonName(one_space(text), None, None, gender, "names.person.empty", 0.0)
        votes = [self.candidates(other, gender, None) for other in others[:8] if other != text]
        ranked = sorted(
            ((score + sum(_vote(name, v) for v in votes), -i, name) for i, (name, score) in enumerate(found.items())),
            reverse=True,
            key=lambda row: row[:2],
        )
        margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 2.0
        name = ranked[0][2]
        confidence = min(1.0, max(0.1, name.confidence * (0.75 + 0.125 * min(margin, 2.0))))
        return replace(name, confidence=round(confidence, 3), also=self._lists(name))

    def _lists(self, name: PersonName) -> tuple[str, ...]:
        """Ids of the word lists that hold a part of the name."""
        given = (name.given_name or "").lower().split(" ")
        held = (
            ("names.given.common", any(g in self._common_given for g in given)),
            ("names.given.against-ending", any(g in self._against_ending for g in given)),
            ("names.surname.common-a", (name.surname or "").lower() in self._common),
        )
        return tuple(rule for rule, holds in held if holds)

    def candidates(self, text: str, gender: str | None, case: str | None) -> dict[PersonName, float]:
        """Possible nominatives with their scores, the best slot of each."""
        if not any(c.isalpha() for c in text):
            return {}
        parts = self._split(text)
        columns = [(word, self._given(word, i)) for i, word in enumerate(parts.given)]
        tails = [(word, self._surname(word, alone=not parts.given)) for word in parts.surname]
        best: dict[tuple[str, str], tuple[float, PersonName]] = {}
        for slot in ALL_SLOTS:
            if (gender and slot[0] != gender) or (case and slot[1] != case):
                continue
            given = [_at(options, word, slot, given=True) for word, options in columns]
            surname = [_at(options, word, slot, given=False) for word, options in tails]
            score = sum(o.score for o in (*given, *surname)) + _CASE_PRIOR[slot[1]]
            name = _named(given, surname, slot[0] if gender or _tells(columns, tails, slot) else None)
            key = (name.name, slot[0])
            if key not in best or best[key][0] < score:
                best[key] = (score, name)
        return {name: score for score, name in sorted(best.values(), key=lambda row: -row[0])}

    def _split(self, text: str) -> _Parts:
        words = [w for w in joined_by_hyphen(one_space(text)).replace(" ,", ",").split(" ") if w.strip(",;")]
        words = [w.strip(",;„”\"'()") or w for w in words]
        shouted = [w.isupper() and len(w) > 2 and "." not in w and not is_roman(w) for w in words]
        first_surname = len(words) > 1 and shouted[0] and not any(shouted[1:])
        if len(words) > 1 or len(words[0]) > 3:
            words = [w if "." in w else "-".join(title_case(p) for p in w.split("-")) for w in words]
        if len(words) == 1:
            word = words[0]
            return _Parts((word,), ()) if self._is_given(word) and not self._rather_surname(word) else _Parts((), (word,))
        if first_surname or self._surname_first(words):
            return _Parts(tuple(words[1:]), (words[0],))
        count = 1
        if words[0].lower() in ("św.", "bł.", "o.", "ks."):
            count = 2
        while count < len(words) - 1 and (_is_initial(words[count]) or self._second_given(words, count)):
            count += 1
        if len(words) == 2 and is_roman(words[1]):
            count = 2
        return _Parts(tuple(words[:count]), tuple(words[count:]))

    def _second_given(self, words: list[str], at: int) -> bool:
        return self._is_given(words[at]) and words[at].lower() not in _PARTICLES

    def _surname_first(self, words: list[str]) -> bool:
        first, rest = words[0], words[1:]
        if _is_initial(first) or self._is_given(first) or first.lower().split("-")[0] in _PARTICLES:
            return False
        if any(r.lemma.lower() in _SAINTS for r in self._readings(first)):
            return False
        if not all(self._is_given(w) or _is_initial(w) for w in rest) or _is_initial(rest[0]):
            return False
        if first.lower().endswith(_SURNAME_SHAPES) or "-" in first or self._has(first, "nazwisko"):
            return True
        return not self._has(rest[-1], "nazwisko") and self._is_common(rest[0])

    def _has(self, word: str, name_class: str) -> bool:
        return any(name_class in r.name_class for r in self._readings(word))

    def _is_given(self, word: str) -> bool:
        return any("imię" in r.name_class and "sg" in r.number for r in self._readings(word.split("-")[0]))

    def _is_common(self, word: str) -> bool:
        return any(r.lemma.lower() in self._common_given for r in self._readings(word) if "imię" in r.name_class)

    def _rather_surname(self, word: str) -> bool:
        """A single word that is a surname in the nominative but a given name only in an oblique case."""
        readings = self._readings(word)
        given = any("imię" in r.name_class and "nom" in r.case for r in readings)
        return not given and any("nazwisko" in r.name_class and "nom" in r.case and "imię" not in r.name_class
                                 for r in readings) and word.lower() in self._common

    def _given(self, word: str, position: int) -> _Options:
        if _is_initial(word) or is_roman(word):
            return _everywhere(_Option(word, 0.0, "names.person.initial"))
        if "-" in word:
            return _joined([self._given(p, position) for p in word.split("-")], word)
        options: dict[Slot, _Option] = {}
        given = [r for r in self._readings(word) if "imię" in r.name_class and "sg" in r.number]
        masculine = any("m1" in r.gender and "gen" in r.case for r in given)
        listed = any(r.lemma.lower() in self._common_given for r in given)
        for reading in given:
            common = reading.lemma.lower() in self._common_given
            score = 3.0 - 0.5 * rare(reading) + 0.3 * common
            if masculine and not common and "nom" in reading.case and "f" in reading.gender:
                score -= 1.2
            elif listed and not common:
                score -= 1.5
            # A man's second name may be a woman's in form ("Jan Maria"), never the first.
            _offer(options, reading, word, score, second=position > 0)
        if not options:
            self._unknown_given(options, word)
        elif not listed:
            self._listed_given(options, word)
        if masculine and word.endswith("a") and ("f", "nom") not in options:
            # A rare woman's name formed from a man's ("Jana"), where the surname does not fit the man.
            _put(options, ("f", "nom"), _Option(word, 0.8, _UNKNOWN))
        return options

    def _listed_given(self, options: dict[Slot, _Option], word: str) -> None:
        for guess in guesses(word):
            if guess.nominative.lower() in self._common_given and guess.gender == self._given_gender(guess.nominative):
                _put(options, (guess.gender, guess.case), _Option(guess.nominative, 3.1, guess.rule))

    def _unknown_given(self, options: dict[Slot, _Option], word: str) -> None:
        for guess in guesses(word):
            if not guess.rule.endswith(_NEVER_GIVEN) and guess.gender == self._given_gender(guess.nominative):
                score = 3.0 if guess.nominative.lower() in self._common_given else guess.weight
                _put(options, (guess.gender, guess.case), _Option(guess.nominative, score, guess.rule))
        common = word.lower() in self._common_given
        gender = self._given_gender(word)
        plausible = 3.0 if common else _masculine_shape(word) + 0.1 * word.endswith("a")
        _put(options, (gender, "nom"), _Option(word, plausible, _DICTIONARY if common else _UNKNOWN))
        _put(options, ("m" if gender == "f" else "f", "nom"), _Option(word, min(plausible, 1.0) - 0.5, _UNKNOWN))
        for slot in ALL_SLOTS:
            # Foreign given names are often left uninflected before an inflected surname ("Mike Smitha").
            weak = 2.9 if common and gender == "f" == slot[0] and not word.endswith("a") else -0.6
            _put(options, slot, _Option(word, weak, _UNCHANGED))

    def _given_gender(self, nominative: str) -> str:
        """Gender by the ending of a given name, turned round for those listed as exceptions."""
        return "f" if nominative.endswith("a") != (nominative.lower() in self._against_ending) else "m"

    def _surname(self, word: str, *, alone: bool) -> _Options:
        if word.lower() in _PARTICLES or _is_initial(word) or is_roman(word):
            return _everywhere(_Option(word, 0.0, "names.person.particle"))
        if "-" in word:
            return _joined([self._surname(p, alone=alone) for p in word.split("-") if p], word)
        options: dict[Slot, _Option] = {}
        readings = self._readings(word)
        surnames = [r for r in readings if "nazwisko" in r.name_class and "sg" in r.number]
        common = {r.lemma for r in readings if "nazwa_pospolita" in r.name_class}
        consonantal = any(
            "gen" in r.case and "m1" in r.gender and not r.lemma.lower().endswith("a") for r in surnames
        )
        for reading in surnames:
            score = 3.0 - 0.5 * rare(reading) + 0.2 * (reading.lemma.lower() in common)
            if consonantal and "nom" in reading.case and reading.lemma.lower() not in self._common:
                score -= _a_penalty(readings)
            _offer(options, reading, word, score)
        self._family(options, word)
        if surnames:
            if word.endswith("a"):
                _put(options, ("f", "nom"), _Option(word, 0.8, _UNKNOWN))
        else:
            for reading in readings:
                _offer_common(options, reading, word)
            self._guess(options, word, 0.0)
            _put(options, ("m", "nom"), _Option(word, _masculine_shape(word), _UNKNOWN))
            _put(options, ("f", "nom"), _Option(word, _feminine_shape(word), _UNKNOWN))
            if word.lower().endswith(("o", "e", "u", "é")) and _masculine_shape(word) > 0:
                for _, case in ALL_SLOTS[:6]:
                    _put(options, ("m", case), _Option(word, 0.5, "names.person.indeclinable"))
        if takes_no_endings(word):
            listed = any("m1" in r.gender and "nom" in r.case for r in surnames)
            score = 2.0 if listed else _feminine_shape(word) - 0.1
            if score > -1.0:
                for _, case in ALL_SLOTS[:6]:
                    _put(options, ("f", case), _Option(word, score, "names.person.indeclinable"))
        return options

    def _family(self, options: dict[Slot, _Option], word: str) -> None:
        """A surname in the plural beside one given name ("Jan Wilkowie" of "Anna i Jan Wilkowie")."""
        for nominative, case in plural_stems(word):
            if not self._has_nominative_surname(nominative):
                continue
            woman = feminine_adjective(nominative) if nominative.endswith(("ski", "cki")) else nominative
            _put(options, ("m", case), _Option(nominative, 2.2, "names.person.family"))
            _put(options, ("f", case), _Option(woman, 2.2, "names.person.family"))

    def _has_nominative_surname(self, word: str) -> bool:
        return any("nazwisko" in r.name_class and "nom" in r.case and "sg" in r.number for r in self._readings(word))

    def _guess(self, options: dict[Slot, _Option], word: str, bonus: float) -> None:
        for guess in guesses(word):
            option = _Option(guess.nominative, bonus + guess.weight, guess.rule)
            _put(options, (guess.gender, guess.case), option)


_NEVER_GIVEN: Final = ("adjective", "possessive", "o-hard", "o-enko", "o-foreign")
_UNKNOWN: Final = "names.person.unknown-nominative"
_UNCHANGED: Final = "names.person.unchanged"
_DICTIONARY: Final = "names.person.dictionary"


def _put(options: dict[Slot, _Option], slot: Slot, option: _Option) -> None:
    if slot not in options or options[slot].score < option.score:
        options[slot] = option


def _everywhere(option: _Option) -> _Options:
    return dict.fromkeys(ALL_SLOTS, option)


def _offer(options: dict[Slot, _Option], reading: Reading, word: str, score: float, *, second: bool = False) -> None:
    if reading.pos == "adj":
        return
    lemma = reading.lemma[:1].upper() + reading.lemma[1:]
    if lemma.lower() == word.lower():
        lemma = word
    for tag in reading.gender:
        gender = _GENDERS.get(tag)
        if gender is None:
            continue
        for case in reading.case:
            if case == "voc":
                continue
            _put(options, (gender, case), _Option(lemma, score, _DICTIONARY))
            if second and gender == "f":
                _put(options, ("m", case), _Option(lemma, score - 1.0, _DICTIONARY))


def _offer_common(options: dict[Slot, _Option], reading: Reading, word: str) -> None:
    """Adjectives and common nouns that serve as surnames although the dictionary does not list them so."""
    if "sg" not in reading.number or reading.pos not in ("adj", "subst") or len(word) < 3:
        return
    if reading.pos == "adj" and not reading.tag.endswith(":pos") or reading.pos == "subst" and not reading.name_class:
        return
    capital = cased_like(reading.lemma, word[:1])
    for case in reading.case:
        if case == "voc":
            continue
        if reading.pos == "adj":
            if "m1" in reading.gender:
                _put(options, ("m", case), _Option(capital, 1.6, "names.person.adjective"))
            if "f" in reading.gender:
                _put(options, ("f", case), _Option(feminine_adjective(capital), 1.6, "names.person.adjective"))
        elif reading.gender and reading.gender[0] in ("m1", "m2"):
            _put(options, ("m", case), _Option(capital, 1.4, "names.person.common-noun"))
        elif "f" in reading.gender and capital.endswith("a"):
            _put(options, ("f", case), _Option(capital, 1.4, "names.person.common-noun"))
            _put(options, ("m", case), _Option(capital, 1.3, "names.person.common-noun"))
        elif "m3" in reading.gender and case in ("nom", "inst", "dat", "loc"):
            _put(options, ("m", case), _Option(capital, 1.2, "names.person.common-noun"))


def _a_penalty(readings: Iterable[Reading]) -> float:
    """How much less plausible a nominative in ``-a`` is where the form may be the genitive of a consonantal surname.

    Surnames follow common nouns: the one that is a word of the language is the likelier one.
    """
    common = [r for r in readings if "nazwa_pospolita" in r.name_class and "sg" in r.number]
    as_a = any("nom" in r.case and r.pos == "subst" for r in common)
    as_consonant = any("gen" in r.case and r.gender[:1] != ("f",) for r in common)
    return 0.8 + 0.6 * as_consonant - 0.6 * as_a


_FOREIGN_A: Final = ("illa", "etta", "ita", "eda", "ova", "nna", "ucha", "inka", "anka")


_FOREIGN: Final = regex.compile(r"ss|tt|ll|rr|nn|cc|zz|pp|sch|th|gh|sh|[vxqäöüáéíóñç]")


def _masculine_shape(word: str) -> float:
    """How plausible an unknown word is as a nominative, from its ending alone."""
    lower = word.lower()
    if lower.endswith(_NO_NOMINATIVE) or "'" in word[-5:] or "’" in word[-5:]:
        return -2.0
    if lower.endswith(("ski", "cki", "dzki")):
        return 1.6
    if lower.endswith(("ska", "cka", "dzka")):
        return -1.0
    if lower.endswith("a"):
        return -0.2 if lower.endswith(_FOREIGN_A) else -0.5
    if lower.endswith("ie"):
        return -0.2
    if lower.endswith(("ny", "my", "ty", "dy", "sy", "by", "py", "ły", "zy", "nki", "jki", "wki", "gli")):
        return -0.4
    return {"i": 0.2, "y": 0.2, "u": 0.2, "e": 0.6, "o": 0.8}.get(lower[-1], 1.2)


def _feminine_shape(word: str) -> float:
    lower = word.lower()
    if lower.endswith(("ski", "cki", "dzki")):
        return -1.0
    if lower.endswith(("ska", "cka", "dzka")):
        return 1.6
    if lower.endswith("a"):
        return _masculine_shape(word) + 0.1
    if lower.endswith(("y", "i")):
        return 0.8 if _FOREIGN.search(lower) else -0.4
    return _masculine_shape(word)


def _joined(halves: list[_Options], word: str) -> _Options:
    """A double name: every half in the same slot, a half without a reading there stays as it is."""
    written = word.split("-")
    joined: dict[Slot, _Option] = {}
    for slot in ALL_SLOTS:
        found = [options.get(slot) for options in halves]
        if not any(found):
            continue
        parts = [o.nominative if o else w for o, w in zip(found, written, strict=False)]
        score = sum(o.score if o else -1.5 for o in found) / len(found)
        rules = [o.rule for o in found if o]
        joined[slot] = _Option("-".join(parts), score, next((r for r in rules if r != _DICTIONARY), rules[0]))
    return joined


def _at(options: _Options, word: str, slot: Slot, *, given: bool) -> _Option:
    found = options.get(slot)
    if found:
        return found
    return _Option(word, -3.0 if given else -1.0, _UNCHANGED)


def _tells(columns: Iterable[tuple[str, _Options]], tails: Iterable[tuple[str, _Options]], slot: Slot) -> bool:
    """Whether some part has a reading in this slot that the other gender has in no case with the same nominative."""
    for _, options in (*columns, *tails):
        mine = options.get(slot)
        if mine is None or mine.rule == _UNKNOWN:
            continue
        if not any(
            g != slot[0] and o.nominative == mine.nominative and o.score > mine.score - 1.2
            for (g, _), o in options.items()
        ):
            return True
    return False


def _named(given: list[_Option], surname: list[_Option], gender: str | None) -> PersonName:
    first = " ".join(o.nominative for o in given) or None
    last = " ".join(o.nominative for o in surname) or None
    options = [*given, *surname]
    rule = next((o.rule for o in reversed(options) if o.rule != _DICTIONARY), _DICTIONARY)
    weakest = min((o.score for o in options), default=0.0)
    confidence = 0.97 if weakest >= 2 else 0.85 if weakest >= 1 else 0.6 if weakest >= 0 else 0.35
    return PersonName(" ".join(p for p in (first, last) if p), first, last, gender, rule, confidence)


def _is_initial(word: str) -> bool:
    return word.endswith(".") and len(word) <= 4


def _vote(name: PersonName, votes: Mapping[PersonName, float]) -> float:
    """What one other mention says for a candidate: 0 against, up to 1 for it."""
    if not votes:
        return 0.0
    top = max(votes.values())
    fits = [
        score
        for other, score in votes.items()
        if other.name == name.name
        or (other.surname == name.surname and not other.given_name)
        or (name.given_name is None and name.surname == other.surname)
    ]
    return max(0.0, 1.5 - 0.5 * (top - max(fits))) if fits else 0.0
