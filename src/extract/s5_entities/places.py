"""Places: how far a town's name goes, and towns after prepositions."""

from __future__ import annotations

from extract.s5_entities.forms import GEN, LOC, Form
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.words import DASHES, WordList

CASE_OF = {"w": LOC, "we": LOC, "z": GEN, "ze": GEN, "do": GEN, "od": GEN, "koło": GEN, "spod": GEN, "k": GEN}
_RIVERS = frozenset({"nad", "pod", "k", "koło"})
_MAX_WORDS = 4


def place_like(form: Form, case: int) -> bool:
    """Whether a capitalised word can be (part of) a place name in the case."""
    if not form.capital or not form.alpha or len(form.text) < 2:
        return False
    if form.place & case or (form.upper and form.place):
        return True
    if form.head is not None:
        return False
    if not form.known:
        return not _acronym_like(form)
    return bool((form.adjective | form.noun) & case)


def _acronym_like(form: Form) -> bool:
    return sum(c.isupper() for c in form.text) > 1 and len(form.text) < 8


def place_end(words: WordList, j: int, case: int) -> int:
    """End of the place name that begins at word ``j`` in the case of mask ``case``; ``j`` where none does.

    "Nowym Targu", "Mińsku Mazowieckim", "Kudowie-Zdroju", "Grabowie nad Prosną", "Woli Rębkowskiej"; one word at least
    must be in the dictionary of places or unknown to it.
    """
    n, k, sure = len(words), j, False
    while k < n and k - j < _MAX_WORDS and (k == j or not words[k].barrier):
        form = words[k].form
        if not place_like(form, case):
            break
        if k > j and form.given and not form.adjective and not form.place & case:
            break
        if form.head is not None and k + 1 < n and words[k + 1].form.capital and words[k + 1].form.common:
            break
        if not form.place & case and not form.adjective & case and form.known and k == j:
            break
        sure = sure or bool(form.place & case) or not form.known or (form.upper and bool(form.place))
        if k > j and words[k - 1].form.adjective & form.noun & case:
            sure = True
        k += 1
        if k + 1 < n and words[k].form.text in DASHES and not words[k].barrier:
            right = words[k + 1].form
            if (
                right.capital
                and words[k].space == words[k + 1].space
                and not words[k].space
                and (right.place & case or not right.known or (right.any & case and not right.given))
            ):
                k += 2
                break
        if sure and not (k < n and words[k].form.capital and _goes_on(words[k - 1].form, words[k].form, case)):
            break
    if not sure:
        return j
    if k + 1 < n and words[k].form.lower in _RIVERS and words[k + 1].form.capital and words[k + 1].form.place:
        k += 2
    return k


def _goes_on(form: Form, after: Form, case: int) -> bool:
    """Whether the next word agrees: "Mińsku" + "Mazowieckim", "Nowym" + "Targu"."""
    if (form.noun | form.adjective) & after.adjective & case and not after.given:
        return True
    return bool(form.adjective & after.noun & case) and after.head is None and not after.given


def find_places(words: WordList) -> list[Proposal]:
    """Places after prepositions of place."""
    found: list[Proposal] = []
    i, n = 0, len(words)
    while i + 1 < n:
        case = CASE_OF.get(words[i].form.lower)
        if case is None or words[i + 1].barrier or not words[i + 1].form.capital:
            i += 1
            continue
        end = place_end(words, i + 1, case)
        if end == i + 1:
            i += 1
            continue
        found.append(Proposal(EntityKind.PLACE, i + 1, end, "entities.place", 0.7, words.read(i + 1, end)))
        i = end
    return found
