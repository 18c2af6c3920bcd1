"""Adjectives after a head noun: "Szkoła Podstawowa", "Izba Przemysłowo-Handlowa"."""

from __future__ import annotations

from extract.s5_entities.tail import JOINING, Tail
from extract.s5_entities.words import DASHES, WordList


def read_adjectives(words: WordList, tail: Tail, mask: int) -> None:
    """Take the capitalised adjectives that agree with the head, compounds and coordinations included, into ``tail``."""
    n = len(words)
    while tail.end < n and not words[tail.end].barrier:
        j = tail.end
        form = words[j].form
        step = 1
        if form.prefix and form.capital and j + 2 < n and words[j + 1].form.text in DASHES:
            form, step = words[j + 2].form, 3
        if not (form.capital or step == 3) or not form.adjective & mask or form.head is not None:
            break
        if step == 1 and form.surname and form.place and not form.common:
            break
        mask &= form.adjective
        tail.mask = mask
        tail.end += step
        tail.adjectives += 1
        if tail.end + 1 < n and words[tail.end].form.text == "," and _adjective_list(words, tail.end, mask):
            tail.end += 1
            continue
        if (
            tail.end + 1 < n
            and words[tail.end].form.lower in JOINING
            and words[tail.end + 1].form.adjective & mask
            and (words[tail.end + 1].form.capital and not words[tail.end + 1].form.noun & mask)
        ):
            tail.end += 1


def _adjective_list(words: WordList, j: int, mask: int) -> bool:
    """Whether "Filmowej, Telewizyjnej i Teatralnej" goes on at the comma ``j``."""
    k, n = j, len(words)
    while k + 1 < n and words[k].form.text == "," and words[k + 1].form.capital and words[k + 1].form.adjective & mask:
        k += 2
    return (
        k + 1 < n
        and words[k].form.lower in JOINING
        and words[k + 1].form.capital
        and bool(words[k + 1].form.adjective & mask)
    )
