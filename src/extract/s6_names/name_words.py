"""What one word of a person's name may be: a nominative, with a score, for every gender and case it allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extract.s3_morphology import Morphology, Reading
from extract.s6_names.declension import ALL_SLOTS, feminine_adjective, guesses, plural_stems, takes_no_endings
from extract.s6_names.shapes import as_given, as_man, as_woman
from extract.s6_names.words import QUOTES, cased_like, is_roman, rare

PARTICLES: Final = frozenset(
    [
        "von",
        "van",
        "de",
        "da",
        "di",
        "del",
        "della",
        "der",
        "den",
        "des",
        "dos",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "ter",
        "ten",
        "zu",
        "zum",
        "zur",
        "y",
        "e",
        "af",
        "av",
        "d'",
    ]
)
SAINTS: Final = frozenset({"święty", "błogosławiony"})
DICTIONARY: Final = "names.person.dictionary"
UNKNOWN: Final = "names.person.unknown-nominative"
UNCHANGED: Final = "names.person.unchanged"
_INDECLINABLE: Final = "names.person.indeclinable"
_COMMON_NOUN: Final = "names.person.common-noun"
_NEVER_GIVEN: Final = ("adjective", "possessive", "o-hard", "o-enko", "o-foreign")
_GENDERS: Final = {"m1": "m", "f": "f"}
_CASES: Final = ("nom", "gen", "dat", "acc", "inst", "loc")
_CACHE: Final = 1 << 13

# Scores: a dictionary reading as a name of the right kind stands well above whatever is inferred.
_LISTED: Final = 3.0
_COMMON_BONUS: Final = 0.3
_RARE: Final = 0.5
_RARE_BESIDE_COMMON: Final = 1.5
_WOMAN_FROM_MAN: Final = 1.2
_FAMILY: Final = 2.2
_FOREIGN: Final = 1.2
_ADJECTIVE: Final = 1.6
_NOUN: Final = 1.4

Slot = tuple[str, str]
"""Gender (``m`` or ``f``) and case."""


@dataclass(frozen=True, slots=True)
class Option:
    """One nominative that a word may have in some slot."""

    nominative: str
    score: float
    rule: str


Options = Mapping[Slot, Option]


@dataclass(frozen=True, slots=True)
class NameLists:
    """Lower-case names from the rule files."""

    given: frozenset[str] = frozenset()
    """Frequent given names."""
    against_ending: frozenset[str] = frozenset()
    """Men's given names in ``-a`` and women's without it."""
    vietnamese: frozenset[str] = frozenset()
    """Frequent words of Vietnamese names, none of which is inflected in Polish."""
    titles: frozenset[str] = frozenset()
    """Titles before a name, without full stops."""
    foreign: frozenset[str] = frozenset()
    """Given names of neighbours and guests that the dictionary lacks."""
    surnames_a: frozenset[str] = frozenset()
    """Frequent surnames in ``-a`` beside which a consonantal one exists."""


class NameWords:
    """Options of given names and of surnames; cached by word, the caches are bounded."""

    def __init__(self, morphology: Morphology, lists: NameLists) -> None:
        self._readings = morphology.readings
        self._lists = lists
        self.given = lru_cache(maxsize=_CACHE)(self._given)
        self.surname = lru_cache(maxsize=_CACHE)(self._surname)

    def is_given(self, word: str) -> bool:
        """Whether the dictionary has the form (or its first half) as a given name."""
        return any("imię" in r.name_class and "sg" in r.number for r in self._readings(word.split("-")[0]))

    def is_listed_given(self, word: str) -> bool:
        """Whether the form may belong to a frequent given name that the dictionary lacks."""
        return word.lower() in self._lists.given or any(
            g.nominative.lower() in self._lists.given for g in guesses(word)
        )

    def is_common_given(self, word: str) -> bool:
        """Whether the form belongs to a frequent given name."""
        return any("imię" in r.name_class and r.lemma.lower() in self._lists.given for r in self._readings(word))

    def is_surname(self, word: str) -> bool:
        """Whether the dictionary has the form as a surname."""
        return any("nazwisko" in r.name_class for r in self._readings(word))

    def has_lemma(self, word: str, lemmas: frozenset[str]) -> bool:
        """Whether some reading of the form has one of the lower-case lemmas."""
        return any(r.lemma.lower() in lemmas for r in self._readings(word))

    def _given(self, word: str, later: bool) -> Options:
        """Options of a given name; ``later``: not the first one."""
        if is_initial(word) or is_roman(word):
            return _everywhere(Option(word, 0.0, "names.person.initial"))
        if "-" in word.strip("-"):
            return _joined([(p, self.given(p, later)) for p in word.split("-") if p])
        options: dict[Slot, Option] = {}
        readings = [r for r in self._readings(word) if "imię" in r.name_class and "sg" in r.number]
        from_man = any("m1" in r.gender and "gen" in r.case for r in readings)
        listed = any(r.lemma.lower() in self._lists.given for r in readings)
        for reading in readings:
            common = reading.lemma.lower() in self._lists.given
            score = _LISTED - _RARE * rare(reading) + _COMMON_BONUS * common
            if from_man and not common and "nom" in reading.case and "f" in reading.gender:
                score -= _WOMAN_FROM_MAN
            elif listed and not common:
                score -= _RARE_BESIDE_COMMON
            _offer(options, reading, word, score)
            if later and "f" in reading.gender:
                # A man's second name may be a woman's in form ("Jan Maria"), never the first.
                for case in reading.case:
                    _put(options, ("m", case), Option(_name(reading, word), score - 1.0, DICTIONARY))
        for reading in self._readings(word):
            if reading.pos == "adj" and reading.lemma in SAINTS:
                _offer_common(options, reading, word)
        if word.lower() in self._lists.against_ending:
            self._unknown_given(options, word)
        if not options:
            self._unknown_given(options, word)
        elif not listed:
            self._listed_given(options, word)
        if from_man and word.lower() in self._lists.given:
            # A woman's name formed from a man's that the dictionary has only as the man's ("Jana").
            _put(options, ("f", "nom"), Option(word, _LISTED - 1.0, DICTIONARY))
        return options

    def _listed_given(self, options: dict[Slot, Option], word: str) -> None:
        for guess in guesses(word):
            if guess.nominative.lower() in self._lists.given and guess.gender == self._gender(guess.nominative):
                _put(options, (guess.gender, guess.case), Option(guess.nominative, _LISTED + 0.1, guess.rule))

    def _unknown_given(self, options: dict[Slot, Option], word: str) -> None:
        for guess in guesses(word):
            if not guess.rule.endswith(_NEVER_GIVEN) and guess.gender == self._gender(guess.nominative):
                score = _LISTED if guess.nominative.lower() in self._lists.given else guess.weight
                _put(options, (guess.gender, guess.case), Option(guess.nominative, score, guess.rule))
        common = word.lower() in self._lists.given
        gender = self._gender(word)
        score = _LISTED if common else as_given(word)
        _put(options, (gender, "nom"), Option(word, score, DICTIONARY if common else UNKNOWN))
        _put(options, ("m" if gender == "f" else "f", "nom"), Option(word, min(score, 1.0) - 0.5, UNKNOWN))
        if word.lower() in self._lists.foreign and not word.endswith("e"):  # a nominative; in -e often any case
            for either in _GENDERS.values():
                _put(options, (either, "nom"), Option(word, _FOREIGN, UNKNOWN))
        for slot in ALL_SLOTS:
            # Foreign given names are often left uninflected before an inflected surname ("Mike Smitha").
            uninflected = common and gender == slot[0] == "f" and not word.endswith("a")
            weak = 0.5 if word.endswith(("e", "i", "o")) and as_man(word) > -0.5 else -0.6
            _put(options, slot, Option(word, _LISTED - 0.1 if uninflected else weak, UNCHANGED))

    def _gender(self, nominative: str) -> str:
        """Gender by the ending of a given name, turned round for those listed as exceptions."""
        return "f" if nominative.endswith("a") != (nominative.lower() in self._lists.against_ending) else "m"

    def _surname(self, word: str) -> Options:
        if word.lower() in PARTICLES or is_initial(word) or is_roman(word) or word[0] in QUOTES:
            return _everywhere(Option(word, 0.0, "names.person.particle"))
        if "-" in word.strip("-"):
            return _joined([(p, self.surname(p)) for p in word.split("-") if p])
        options: dict[Slot, Option] = {}
        readings = self._readings(word)
        surnames = [r for r in readings if "nazwisko" in r.name_class and "sg" in r.number]
        self._listed_surname(options, word, surnames, readings)
        self._family(options, word)
        if surnames:
            if word.endswith("a"):
                _put(options, ("f", "nom"), Option(word, 0.4, UNKNOWN))
        else:
            for reading in readings:
                _offer_common(options, reading, word)
            for guess in guesses(word):
                _put(options, (guess.gender, guess.case), Option(guess.nominative, guess.weight, guess.rule))
            _put(options, ("m", "nom"), Option(word, as_man(word), UNKNOWN))
            _put(options, ("f", "nom"), Option(word, as_woman(word), UNKNOWN))
        _uninflected(options, word, surnames, known=readings[0].pos != "ign")
        return options

    def _listed_surname(
        self, options: dict[Slot, Option], word: str, surnames: list[Reading], readings: tuple[Reading, ...]
    ) -> None:
        common = {r.lemma for r in readings if "nazwa_pospolita" in r.name_class}
        consonantal = any("gen" in r.case and "m1" in r.gender and not r.lemma.endswith(("a", "A")) for r in surnames)
        for reading in surnames:
            score = _LISTED - _RARE * rare(reading) + 0.2 * (reading.lemma.lower() in common)
            score -= 0.1 * reading.lemma.endswith("io")
            if consonantal and "nom" in reading.case and reading.lemma.lower() not in self._lists.surnames_a:
                score -= _penalty_of_a(readings)
            _offer(options, reading, word, score)

    def _family(self, options: dict[Slot, Option], word: str) -> None:
        """A surname in the plural beside one given name ("Jan Kosowie" of "Anna i Jan Kosowie")."""
        for nominative, case in plural_stems(word):
            if not any(
                "nazwisko" in r.name_class and r.has(number="sg", case="nom") for r in self._readings(nominative)
            ):
                continue
            woman = feminine_adjective(nominative) if nominative.endswith(("ski", "cki")) else nominative
            _put(options, ("m", case), Option(nominative, _FAMILY, "names.person.family"))
            _put(options, ("f", case), Option(woman, _FAMILY, "names.person.family"))


def is_initial(word: str) -> bool:
    """Whether the word is an initial or another abbreviation ("J.", "Chr.")."""
    return word.endswith(".") and len(word) <= 4


def _put(options: dict[Slot, Option], slot: Slot, option: Option) -> None:
    if slot[1] != "voc" and (slot not in options or options[slot].score < option.score):
        options[slot] = option


def _everywhere(option: Option) -> Options:
    return dict.fromkeys(ALL_SLOTS, option)


def _name(reading: Reading, word: str) -> str:
    lemma = reading.lemma[:1].upper() + reading.lemma[1:]
    return word if lemma.lower() == word.lower() else lemma


def _offer(options: dict[Slot, Option], reading: Reading, word: str, score: float) -> None:
    if reading.pos == "adj":
        return
    option = Option(_name(reading, word), score, DICTIONARY)
    for tag in reading.gender:
        if tag in _GENDERS:
            for case in reading.case:
                _put(options, (_GENDERS[tag], case), option)


def _offer_common(options: dict[Slot, Option], reading: Reading, word: str) -> None:
    """Adjectives and common nouns that serve as surnames although the dictionary does not list them so."""
    if "sg" not in reading.number or len(word) < 3:
        return
    name = cased_like(reading.lemma, word[:1])
    for case in reading.case:
        if reading.pos == "adj" and reading.tag.endswith(":pos") and len(name) > 3:
            if "m1" in reading.gender:
                _put(options, ("m", case), Option(name, _ADJECTIVE, "names.person.adjective"))
            if "f" in reading.gender:
                _put(options, ("f", case), Option(feminine_adjective(name), _ADJECTIVE, "names.person.adjective"))
        elif reading.pos == "subst" and reading.name_class:
            if reading.gender[:1] in (("m1",), ("m2",)):
                _put(options, ("m", case), Option(name, _NOUN, _COMMON_NOUN))
            elif "f" in reading.gender and name.endswith("a"):
                _put(options, ("f", case), Option(name, _NOUN, _COMMON_NOUN))
                _put(options, ("m", case), Option(name, _NOUN - 0.1, _COMMON_NOUN))
            elif "m3" in reading.gender and case in ("nom", "inst", "dat", "loc"):
                # As a surname it has the genitive in -a, as a thing in -u: the other cases are the same.
                _put(options, ("m", case), Option(name, _NOUN - 0.2, _COMMON_NOUN))


def _uninflected(options: dict[Slot, Option], word: str, surnames: list[Reading], *, known: bool) -> None:
    """Surnames that keep one form: women's in consonants and -o, foreign ones in -e, -o, -u."""
    if not known and word.lower().endswith(("o", "e", "u", "é")) and as_man(word) > 0:
        for case in _CASES:
            _put(options, ("m", case), Option(word, 0.5, _INDECLINABLE))
    listed = any("m1" in r.gender and "nom" in r.case for r in surnames)
    if listed:
        # Against the grammar, but met: a man's surname left as it is beside an inflected given name.
        for case in _CASES[1:]:
            _put(options, ("m", case), Option(word, 0.3, "names.person.uninflected"))
    if not takes_no_endings(word):
        return
    score = 2.0 if listed else as_woman(word) - 0.1
    if score > -1.0:
        for case in _CASES:
            _put(options, ("f", case), Option(word, score, _INDECLINABLE))


def _penalty_of_a(readings: Iterable[Reading]) -> float:
    """How much less plausible a nominative in ``-a`` is where the form may be the genitive of a consonantal surname.

    Surnames follow common nouns: the one that is a word of the language is the likelier one.
    """
    common = [r for r in readings if "nazwa_pospolita" in r.name_class and "sg" in r.number]
    as_a = any("nom" in r.case and r.pos == "subst" for r in common)
    as_consonant = any("gen" in r.case and r.gender[:1] != ("f",) for r in common)
    return 0.8 + 0.6 * as_consonant - 0.6 * as_a


def _joined(halves: list[tuple[str, Options]]) -> Options:
    """A double name: every half in the same slot, a half without a reading there stays as it is."""
    joined: dict[Slot, Option] = {}
    for slot in ALL_SLOTS:
        found = [(word, options.get(slot)) for word, options in halves]
        read = [option for _, option in found if option is not None]
        if not read:
            continue
        nominative = "-".join(option.nominative if option else word for word, option in found)
        score = sum(option.score if option else -1.5 for _, option in found) / len(found)
        rule = next((o.rule for o in read if o.rule != DICTIONARY), DICTIONARY)
        joined[slot] = Option(nominative, score, rule)
    return joined
