"""Small words and marks inside the name of an institution: "i", commas, dashes, "ds.", brackets."""

from __future__ import annotations

from extract.s5_entities.forms import GEN, LOC, PL
from extract.s5_entities.lexicon import Lexicon
from extract.s5_entities.nesting import outer_head
from extract.s5_entities.places import place_end
from extract.s5_entities.tail import JOINING, Tail
from extract.s5_entities.words import OPENING, WordList

_GENITIVES = ("ów", "ii", "ji")  # endings that a noun the dictionary lacks has in the genitive
_MAX_LIST = 12


def joined(words: WordList, tail: Tail, people: dict[int, int], lexicon: Lexicon) -> bool:
    """A conjunction and what it joins to a genitive: "Kultury i Sportu", "Radiofonii i Telewizji"."""
    j = tail.end
    if not tail.genitives or tail.quoted or tail.patron or j + 1 in people:
        return False
    k = j + 1
    form = words[k].form
    opens = form.head is not None and form.head.kind != "territory" and outer_head(words, k, lexicon) is not None
    if not form.capital or (opens and not _last_noun(words, k, lexicon)):
        return False
    if (form.known and not form.any & GEN) or (form.head is not None and form.head.has("office")):
        return False
    if form.adjective & GEN and outer_head(words, k, lexicon, mother=False) is not None:
        return False
    if not form.known and not form.adjective and not form.lower.endswith(_GENITIVES):
        return False
    if form.place & GEN and not form.common:
        return False
    tail.end = k + 1
    return True


def _last_noun(words: WordList, k: int, lexicon: Lexicon) -> bool:
    """Whether the head noun at ``k`` only ends a coordination ("Radiofonii i Telewizji") and opens no name."""
    if k + 1 >= len(words) or words[k + 1].barrier:
        return True
    after = words[k + 1].form
    if after.capital:
        return outer_head(words, k + 1, lexicon) is not None
    return after.text not in OPENING and after.lower not in ("nr", "im", "w", "we", "imienia", "pw")


def enumerated(words: WordList, tail: Tail, people: dict[int, int], lexicon: Lexicon) -> bool:
    """ "Rodziny, Pracy i Polityki": genitives joined by commas, the last by a conjunction."""
    j, n = tail.end, len(words)
    if not tail.genitives or tail.quoted or tail.place:
        return False
    k = j
    while k < n and k - j < _MAX_LIST:
        if words[k].form.text != ",":
            return False
        k += 1
        start = k
        while k < n and words[k].form.capital and not words[k].barrier and k not in people and words[k].form.any & GEN:
            single = words[k].form.head is not None and not words[k].form.head_mask & PL & GEN
            if single or (words[k].form.place and not words[k].form.common):
                return False
            k += 1
        if k == start or k >= n:
            return False
        if words[k].form.lower in JOINING:
            after = words[k + 1].form if k + 1 < n else None
            if (
                after
                and after.capital
                and after.any & GEN
                and k + 1 not in people
                and after.known
                and (after.head is None or after.head_mask & PL & GEN)
                and outer_head(words, k + 1, lexicon, mother=False) in (None, k + 1)
            ):
                tail.end = k + 2
                return True
            return False
    return False


def dashed(words: WordList, tail: Tail) -> bool:
    """A compound: "Nord-Bud", "Szkolno – Wychowawczych"."""
    j = tail.end
    left, right = words[j - 1].form, words[j + 1]
    tight = not words[j].space and not right.space
    if right.form.capital and (tight or (left.prefix and right.form.adjective)):
        tail.end = j + 2
        return True
    return False


def matters(words: WordList, tail: Tail, people: dict[int, int], lexicon: Lexicon, *, lower: bool) -> bool:
    """ "ds. Przeciwdziałania Przemocy w Rodzinie", "do Spraw Cudzoziemców", "do spraw uchodźców"."""
    j, n = tail.end, len(words)
    k = j + 2 if words[j].form.lower == "do" or words[j + 1].form.text == "." else j + 1
    start = k
    while k < n and not words[k].barrier:
        form = words[k].form
        if form.capital and (k in people or outer_head(words, k, lexicon) is not None):
            break
        if (form.capital and form.alpha and (form.any & GEN or not form.known)) or (
            form.lower in JOINING
            and k + 1 < n
            and words[k + 1].form.capital
            and words[k + 1].form.any & GEN
            and k > start
            and words[k + 1].form.head is None
            and outer_head(words, k + 1, lexicon, mother=False) is None
        ):
            k += 1
        elif (
            form.lower in ("w", "we", "o")
            and k > start
            and k + 1 < n
            and words[k + 1].form.capital
            and (words[k + 1].form.common and words[k + 1].form.any & LOC and not words[k + 1].form.place)
        ):
            k += 2
        elif (
            lower
            and not form.capital
            and form.alpha
            and k - start < 3
            and form.any & GEN
            and form.known
            and not form.function
            and (k == start or not words[k - 1].form.capital)
        ):
            k += 1
        else:
            break
    if k == start:
        return False
    tail.end = k
    tail.genitives += 1
    return True


def bracketed(words: WordList, tail: Tail) -> bool:
    """An acronym in brackets before the place: "Ośrodek Wsparcia (OW) w …" keeps the place."""
    j, n = tail.end, len(words)
    if j + 4 >= n or words[j + 2].form.text != ")" or not words[j + 1].form.upper:
        return False
    if words[j + 3].form.lower not in ("w", "we") or place_end(words, j + 4, LOC) == j + 4:
        return False
    tail.end = j + 3
    tail.skip.append((j, j + 3))
    tail.closed = True
    return True


def seated(words: WordList, j: int) -> int:
    """Index of the preposition after "z siedzibą" or "zs." at word ``j``; ``j`` where there is none."""
    n = len(words)
    k = j
    if k + 2 < n and words[k].form.lower == "z" and words[k + 1].form.lower == "siedzibą":
        k += 2
    elif k + 2 < n and words[k].form.lower == "zs" and words[k + 1].form.text == ".":
        k += 2
    return k if k > j and k + 1 < n and words[k].form.lower in ("w", "we") else j
