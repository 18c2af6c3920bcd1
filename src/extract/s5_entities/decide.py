"""One decision about each stretch of text."""

from __future__ import annotations

from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.words import WordList

_RANK = {EntityKind.INSTITUTION: 0, EntityKind.UNIT: 1, EntityKind.PERSON: 2, EntityKind.PLACE: 3}


def decide(words: WordList, proposals: list[Proposal]) -> list[Proposal]:
    """The consistent choice: an institution that holds a person's name whole is its bearer; a longer name beats a
    shorter one of its kind; places may lie inside institutions."""
    order = sorted(proposals, key=lambda p: (p.start, p.start - p.end, _RANK[p.kind]))
    taken: dict[EntityKind, int] = {}
    inside = 0
    chosen: list[Proposal] = []
    for p in order:
        if p.start < taken.get(p.kind, 0):
            continue
        if p.kind is EntityKind.PERSON and p.start < inside:
            continue
        taken[p.kind] = p.end
        if p.kind in (EntityKind.INSTITUTION, EntityKind.UNIT):
            inside = max(inside, p.end)
        chosen.append(p)
    return chosen
