"""How far the name of an institution goes after its head noun, and what it has."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.s5_entities.forms import ALL
from extract.s5_entities.lexicon import Head, Lexicon
from extract.s5_entities.words import DASHES, WordList

JOINING = frozenset({"i", "oraz"})
ROMAN = frozenset("IVX")
_HOSPITALS = frozenset({"szpital", "hospicjum", "klinika", "sanatorium"})
_ACADEMIC = frozenset({"instytut", "zakład", "collegium", "kolegium"})
HOSTED = frozenset({"instytut", "zakład", "pracownia", "koło", "samorząd", "klub", "collegium", "kolegium"})


@dataclass(slots=True)
class Tail:
    """How far a name goes after its head, and what it has."""

    end: int
    adjectives: int = 0
    genitives: int = 0
    quoted: bool = False
    named: bool = False
    """Has a proper name in apposition ("Radio Bzura")."""
    number: bool = False
    patron: bool = False
    place: bool = False
    outer: int | None = None
    """Index of the head noun of an outer institution in the genitive."""
    closed: bool = False
    bare_acronym: bool = False
    skip: list[tuple[int, int]] = field(default_factory=list)
    """Words inside that the name does without: the ending of an acronym, an acronym in brackets, "z siedzibą"."""
    outer_first: int = 0
    """First word of the outer institution, its adjectives included."""
    award: bool = False
    """Goes on with "Roku": the title of an award ("Zespół Roku")."""
    mask: int = ALL
    """Case, number and gender that head and following adjectives share."""


def splits(head: Head, mother: Head) -> bool:
    """Whether a name before another institution in the genitive is its unit ("Wydział …"), not a whole with it.

    A branch ("Oddział …") makes one name with its mother, except in houses with wards and faculties.
    """
    if head.has("branch"):
        return mother.kind in ("university", "school") or mother.lemma in _HOSPITALS
    if head.lemma == "biuro":
        return mother.kind == "authority"
    return (
        head.has("unit")
        or (head.lemma in HOSTED and mother.kind == "university")
        or (head.lemma in _ACADEMIC and mother.kind == "acronym")
    )


def legal_end(words: WordList, j: int, lexicon: Lexicon) -> int:
    """End of a legal form that begins at word ``j``; ``j`` where none does."""
    if j >= len(words):
        return j
    for pieces in lexicon.legal.get(words[j].form.text, ()):
        k = j + len(pieces)
        if k <= len(words) and all(words[j + m].form.text == p for m, p in enumerate(pieces)):
            return k
    return j


def address_end(words: WordList, j: int) -> int:
    """End of an address of the web that begins at word ``j`` ("Lipno24.pl"); ``j`` where none does."""
    n, k, dots = len(words), j + 1, 0
    while k < n and not words[k].space and not words[k].barrier:
        text = words[k].form.text
        if text == "." and not (k + 1 < n and words[k + 1].form.text.islower() and not words[k + 1].space):
            break
        if text != "." and not (text.isdigit() or text.islower() or text in DASHES):
            break
        dots += text == "."
        k += 1
    return k if dots else j
