"""Names of foreign institutions: a run of capitalised words around a foreign head noun."""

from __future__ import annotations

from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.words import WordList

_FOREIGN_JOINS = frozenset(
    {
        "of",
        "for",
        "and",
        "the",
        "der",
        "des",
        "de",
        "du",
        "di",
        "für",
        "und",
        "at",
        "do",
        "da",
        "dos",
        "della",
        "degli",
        "&",
    }
)


def foreign_run(words: WordList, i: int) -> list[Proposal]:
    """The run of capitalised words around a foreign head noun: "Northfield Public Library", "College of …"."""
    first, end, n = i, i + 1, len(words)
    while first > 0 and not words[first].barrier and _runs(words, first - 1):
        first -= 1
    while end < n and not words[end].barrier:
        if _runs(words, end):
            end += 1
        elif words[end].form.lower in _FOREIGN_JOINS and end + 1 < n and words[end + 1].form.capital:
            end += 2
        elif (
            words[end].form.lower in _FOREIGN_JOINS
            and end + 2 < n
            and words[end + 1].form.lower in _FOREIGN_JOINS
            and (words[end + 2].form.capital)
        ):
            end += 3
        else:
            break
    if end - first < 2:
        return []
    return [Proposal(EntityKind.INSTITUTION, first, end, "entities.head.foreign", 0.85, words.read(first, end))]


def _runs(words: WordList, k: int) -> bool:
    form = words[k].form
    if not form.capital or not form.alpha:
        return False
    foreign = form.head is not None and form.head.kind == "foreign"
    return foreign or not form.common or not words[k].first
