"""Parts of a university named beside it."""

from __future__ import annotations

from dataclasses import replace

from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.tail import HOSTED
from extract.s5_entities.words import OPENING, WordList


def side_by_side(words: WordList, found: list[Proposal]) -> list[Proposal]:
    """ "Instytut Historii, Uniwersytet Kutnowski": a part of a university beside it, in either order, is its unit."""
    for k in range(len(found) - 1):
        left, right = found[k], found[k + 1]
        if right.start != left.end + 1 or words[left.end].form.text != "," or words[right.start].barrier:
            continue
        for part, whole, at in ((left, right, k), (right, left, k + 1)):
            if _is_part(words, part) and _kind(words, whole) == "university":
                found[at] = replace(part, kind=EntityKind.UNIT, unit_of=(whole.start, whole.end))
                break
    return found


def _is_part(words: WordList, p: Proposal) -> bool:
    head = next((words[k].form.head for k in range(p.start, p.end) if words[k].form.head), None)
    if head is None or (p.kind is EntityKind.UNIT and p.unit_of):
        return False
    own = any(words[k].form.text in OPENING or words[k].form.lower in ("w", "we", "nr") for k in range(p.start, p.end))
    return not own and (head.kind == "unit" or head.lemma in HOSTED)


def _kind(words: WordList, p: Proposal) -> str:
    if p.kind is not EntityKind.INSTITUTION:
        return ""
    return next((head.kind for k in range(p.start, p.end) if (head := words[k].form.head) is not None), "")
