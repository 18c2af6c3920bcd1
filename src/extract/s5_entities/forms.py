"""What the entity rules need to know of a word form, worked out once a form.

A *mask* is a set of (case, number, gender) triples as bits of one integer, so that agreement of two words is one "and".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.s3_morphology import Reading
from extract.s5_entities.lexicon import Head, Lexicon

_CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
_NUMBERS = ("sg", "pl")
_GENDERS = ("m1", "m2", "m3", "f", "n")


def mask_of(cases: Iterable[str], numbers: Iterable[str], genders: Iterable[str]) -> int:
    """The mask of every combination of the values."""
    mask = 0
    for case in cases:
        for number in numbers:
            for gender in genders:
                mask |= 1 << ((_CASES.index(case) * 2 + _NUMBERS.index(number)) * 5 + _GENDERS.index(gender))
    return mask


ALL = mask_of(_CASES, _NUMBERS, _GENDERS)
SG = mask_of(_CASES, ("sg",), _GENDERS)
PL = mask_of(_CASES, ("pl",), _GENDERS)
GEN = mask_of(("gen",), _NUMBERS, _GENDERS)
NOM = mask_of(("nom",), _NUMBERS, _GENDERS)
LOC = mask_of(("loc",), _NUMBERS, _GENDERS)
DAT = mask_of(("dat",), _NUMBERS, _GENDERS)
INST = mask_of(("inst",), _NUMBERS, _GENDERS)
M1 = mask_of(_CASES, _NUMBERS, ("m1",))
F = mask_of(_CASES, _NUMBERS, ("f",))
BY_CASE = {case: mask_of((case,), _NUMBERS, _GENDERS) for case in _CASES}


def cases_in(mask: int) -> int:
    """The same mask with every number and gender of each of its cases: for agreement in case alone."""
    return sum(by for by in BY_CASE.values() if mask & by)


# Endings of the adjectival declension in -ski/-cki/-dzki (Saloni et al., SGJP): for adjectives and surnames that the
# dictionary lacks.
_SKI = (
    ("kiego", mask_of(("gen",), ("sg",), ("m1", "m2", "m3", "n")) | mask_of(("acc",), ("sg",), ("m1",))),
    ("kiemu", mask_of(("dat",), ("sg",), ("m1", "m2", "m3", "n"))),
    ("kimi", mask_of(("inst",), ("pl",), _GENDERS)),
    ("kich", mask_of(("gen", "loc"), ("pl",), _GENDERS) | mask_of(("acc",), ("pl",), ("m1",))),
    ("kiej", mask_of(("gen", "dat", "loc"), ("sg",), ("f",))),
    ("kiem", mask_of(("loc", "inst"), ("sg",), ("n",))),
    ("kim", mask_of(("inst", "loc"), ("sg",), ("m1", "m2", "m3", "n")) | mask_of(("dat",), ("pl",), _GENDERS)),
    ("kie", mask_of(("nom", "acc"), ("sg",), ("n",)) | mask_of(("nom", "acc"), ("pl",), ("m2", "m3", "f", "n"))),
    ("ką", mask_of(("acc", "inst"), ("sg",), ("f",))),
    ("ki", mask_of(("nom",), ("sg",), ("m1", "m2", "m3")) | mask_of(("acc",), ("sg",), ("m2", "m3"))),
    ("ka", mask_of(("nom",), ("sg",), ("f",))),
    ("cy", mask_of(("nom",), ("pl",), ("m1",))),
)
# Endings of given names in oblique cases and what the nominative has instead.
_OBLIQUE = (
    *(("owi", n) for n in ("", "o", "i")),
    *(("em", n) for n in ("", "o", "a")),
    ("iem", ""),
    ("iego", "i"),
    ("iemu", "i"),
    ("ego", "y"),
    ("emu", "y"),
    ("im", "i"),
    ("ym", "y"),
    ("ie", "a"),
    ("ie", ""),
    ("a", ""),
    ("a", "o"),
    ("u", ""),
    ("y", "a"),
    ("i", "a"),
    ("ii", "ia"),
    ("ji", "ja"),
    ("e", "a"),
    ("ę", "a"),
    ("ą", "a"),
    ("o", "a"),
)
_STEMS = ("s", "c", "dz")
_NOMINAL = frozenset({"subst", "ger", "depr", "brev"})
_ADJECTIVAL = frozenset({"adj", "pact", "ppas"})
_FUNCTION = frozenset({"prep", "conj", "comp", "part", "qub", "adv", "ppron12", "ppron3", "siebie", "pred", "interj"})
_VERBAL = frozenset({"fin", "praet", "imps", "impt", "inf", "pcon", "pant", "bedzie", "winien", "cond"})
_ACRONYM = 6
_ROMAN = frozenset("IVXLCDM")
_GEOGRAPHIC = "nazwa_geograficzna"
_PLACES = frozenset({_GEOGRAPHIC, "człon_nazwy_geograficznej"})
_GIVEN = frozenset({"imię"})
_SURNAMES = frozenset({"nazwisko", "nazwisko_(odmężowskie)", "nazwisko_(odojcowskie)", "nazwisko_odmężowskie"})


@dataclass(frozen=True, slots=True)
class Form:
    """A word form and the evidence that its spelling and its dictionary readings give."""

    text: str
    lower: str
    alpha: bool
    """Whether it is a word (not a number or a mark)."""
    capital: bool
    upper: bool
    """Two or more letters, all of them capital."""
    initial: bool
    """One capital letter (also Ch, Sz, Cz, Dz, St …: no, one letter only)."""
    known: bool
    common: bool
    """Whether a reading is a common word (not a name)."""
    function: bool
    """Whether every reading is of a closed class (preposition, conjunction, pronoun, particle)."""
    verbal: bool
    """Whether every reading is verbal."""
    noun: int
    """Mask of the nominal readings, names included."""
    adjective: int
    """Mask of the adjectival readings, guessed for unknown words in -ski, -cki, -dzki."""
    given: int
    """Mask of the given-name readings."""
    surname: int
    """Mask of the surname readings, guessed for unknown words in -ski, -cki, -dzki."""
    place: int
    """Mask of the geographic readings."""
    head: Head | None
    """The institution head noun, where a reading has its lemma."""
    head_mask: int
    lemmas: frozenset[str]
    """Lower-case lemmas."""
    listed: bool
    """Whether only the list of given names knows it as one."""
    prefix: bool
    """First half of a compound adjective ("miejsko", "kujawsko")."""
    plain: bool
    """Whether the dictionary has it as a common word and as no name: no name consists of such words alone."""
    giver: bool
    """Whether what follows may be the name of a patron, a street or a namesake."""

    @property
    def any(self) -> int:
        """Mask over all declined readings; everything for unknown words."""
        return (self.noun | self.adjective) if self.known else (self.adjective or ALL)


class Forms:
    """Cache of :class:`Form` by spelling; grows with the vocabulary met, emptied when large."""

    def __init__(self, lexicon: Lexicon, size: int = 1 << 16) -> None:
        self._lexicon = lexicon
        self._size = size
        self._cache: dict[str, Form] = {}
        self.abbreviations = lexicon.abbreviations

    def get(self, text: str, readings: tuple[Reading, ...]) -> Form:
        """The form of ``text`` with its dictionary readings."""
        form = self._cache.get(text)
        if form is None:
            if len(self._cache) >= self._size:
                self._cache.clear()
            form = self._cache[text] = self._make(text, readings)
        return form

    def _make(self, text: str, readings: tuple[Reading, ...]) -> Form:
        if "’" in text or "'" in text:
            readings = (Reading(text, "ign"),)  # the dictionary would read the letter before the apostrophe alone
        noun = adjective = given = surname = place = head_mask = 0
        common = listed = False
        head: Head | None = None
        known = any(r.pos != "ign" for r in readings)
        for r in readings:
            mask = mask_of(r.case, r.number, r.gender) if r.case else 0
            classes = set(r.name_class)
            if r.pos in _ADJECTIVAL:
                adjective |= mask
                common = True
            elif r.pos in _NOMINAL:
                noun |= mask
                if classes & _GIVEN:
                    given |= mask
                if classes & _SURNAMES:
                    surname |= mask
                if classes & _PLACES:
                    place |= mask
                if r.lemma[:1].islower():
                    common = True
                found = self._lexicon.heads.get(r.lemma.lower())
                if found and found.kind != "foreign" and r.lemma[:1].islower():
                    head, head_mask = found, head_mask | mask
            elif r.pos != "ign":
                common = True
        lower = text.lower()
        if not known:
            adjective = surname = _guess(lower)
        if not given & SG and text[:1].isupper():
            found_given = self._listed(lower, common)
            listed = bool(found_given)
            given |= found_given
        if head is None and lower in self._lexicon.heads:
            head, head_mask = self._lexicon.heads[lower], ALL
        elif head is None and text in self._lexicon.acronym_heads:
            head, head_mask = self._lexicon.acronym_heads[text], SG
        elif head is None and not given and not surname and not common and self._acronym(text):
            head, head_mask = Head(text, "acronym", "entities.acronym-unknown", frozenset({"unknown"})), SG
        pos = {r.pos for r in readings}
        lemmas = frozenset(r.lemma.lower() for r in readings)
        return Form(
            text,
            lower,
            text[:1].isalpha(),
            text[:1].isupper(),
            len(text) > 1 and text.isupper(),
            len(text) == 1 and text.isupper(),
            known,
            common,
            pos <= _FUNCTION,
            pos <= _VERBAL,
            noun,
            adjective,
            given,
            surname,
            place,
            head,
            head_mask,
            lemmas,
            listed,
            lower.endswith("o") and len(lower) > 3 and (not known or bool(pos & {"adja", "adv"})),
            common and not (given or surname or place),
            lower in self._lexicon.givers or not lemmas.isdisjoint(self._lexicon.givers),
        )

    def _listed(self, lower: str, common: bool) -> int:
        """Mask of a given name of the list: any case for its nominative, an oblique one for a form with an ending."""
        names = self._lexicon.given
        if lower in names:
            return SG
        if common:
            return 0
        for ending, nominative in _OBLIQUE:
            if lower.endswith(ending) and lower[: len(lower) - len(ending)] + nominative in names:
                return SG & ~NOM
        return 0

    def _acronym(self, text: str) -> bool:
        capitals = sum(c.isupper() for c in text)
        return (
            capitals > 1
            and capitals + 2 >= len(text) <= _ACRONYM
            and text[0].isupper()
            and text.isalpha()
            and text not in self._lexicon.not_acronyms
            and not set(text) <= _ROMAN
        )


def _guess(lower: str) -> int:
    for ending, mask in _SKI:
        if lower.endswith(ending):
            stem = lower[: -len(ending)]
            if stem.endswith(_STEMS) or (ending == "cy" and stem.endswith(("s", "d"))):
                return mask
    return 0
