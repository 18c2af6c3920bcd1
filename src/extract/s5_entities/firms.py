"""Firms: the capitalised words before a legal form."""

from __future__ import annotations

from extract.s5_entities.forms import GEN, LOC
from extract.s5_entities.lexicon import Lexicon
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.places import place_end
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.tail import legal_end
from extract.s5_entities.words import CLOSING, DASHES, OPENING, WordList

_MAX_WORDS = 8
_NOT_OF_FIRMS = frozenset({"body", "office"})
_CLASS = frozenset({"firma", "spółka"})
_JOINS = frozenset({"&", "+"})


def find_firms(words: WordList, lexicon: Lexicon) -> list[Proposal]:
    """A proposal for every legal form with a name before it ("Kutmet sp. z o.o.", „Błysk” s.c.), its town included."""
    found: list[Proposal] = []
    for j in range(1, len(words)):
        if words[j].form.text not in lexicon.legal or words[j].barrier:
            continue
        end = legal_end(words, j, lexicon)
        if end == j:
            continue
        first = _first(words, j, lexicon)
        if first == j:
            continue
        found.append(
            Proposal(
                EntityKind.INSTITUTION,
                first,
                _town(words, end),
                "entities.legal-form",
                0.9,
                words.read(first, _town(words, end)),
            )
        )
    return found


def _first(words: WordList, j: int, lexicon: Lexicon) -> int:
    first, quoted = j, False
    while first > 0 and j - first < _MAX_WORDS and not words[first].barrier:
        form = words[first - 1].form
        if form.text in CLOSING and not quoted and first == j:
            quoted = True
        elif quoted:
            if form.text in OPENING:
                first -= 1
                quoted = False
                continue
        elif form.text in DASHES:
            if words[first].space or words[first - 1].space or first < 2 or not words[first - 2].form.alpha:
                break
        elif not ((form.capital and form.alpha and not form.function) or form.text in _JOINS):
            break
        first -= 1
    while first < j and words[first].form.text in DASHES:
        first += 1
    if quoted:
        return j
    return _without_post(words, first, j, lexicon)


def _without_post(words: WordList, first: int, end: int, lexicon: Lexicon) -> int:
    """Where the name begins after a verb, a post, a body and a class noun: "Prezes Zarządu | Huty Kutno S.A."."""
    start = first
    for k in range(first, end - 1):
        form = words[k].form
        if not form.common or (form.surname and words[k + 1].form.text in DASHES):
            continue
        post = not form.lemmas.isdisjoint(lexicon.titles) or not form.lemmas.isdisjoint(lexicon.not_names)
        body = form.head is not None and (form.head.kind in _NOT_OF_FIRMS or form.head.lemma in _CLASS)
        if post or body or (k == first and form.verbal):
            start = k + 1
            while start < end - 1 and words[start].form.adjective & form.noun and words[start].form.common:
                start += 1
    return start


def _town(words: WordList, end: int) -> int:
    if end + 1 >= len(words) or words[end].barrier or words[end + 1].barrier:
        return end
    case = {"w": LOC, "we": LOC, "z": GEN, "ze": GEN}.get(words[end].form.lower)
    return max(end, place_end(words, end + 1, case)) if case and place_end(words, end + 1, case) > end + 1 else end
