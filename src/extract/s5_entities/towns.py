"""An adjective of a town before an institution tells its place: "pilski Szpital Wojewódzki" and "w Pile" elsewhere."""

from __future__ import annotations

from dataclasses import replace

from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.words import Word, WordList

_ENDING = 4
"""How many last letters of such an adjective its town need not share: "pilski", "Pile"."""
_LEAST = 3


def placed_by_adjective(words: WordList, chosen: list[Proposal]) -> list[Proposal]:
    """The proposals; an institution without a town gets in its text the one town that its adjective fits."""
    towns = _towns(words, chosen)
    if not towns:
        return chosen
    return [_placed(words, p, towns) for p in chosen]


def _towns(words: WordList, chosen: list[Proposal]) -> dict[str, str]:
    """Places of the text after "w" or "we", by their small letters, with the preposition."""
    towns: dict[str, str] = {}
    for p in chosen:
        if p.kind is EntityKind.PLACE and p.start > 0 and words[p.start - 1].form.lower in ("w", "we"):
            towns.setdefault(p.text.lower(), f"{words[p.start - 1].form.lower} {p.text}")
    return towns


def _placed(words: WordList, p: Proposal, towns: dict[str, str]) -> Proposal:
    if p.kind is not EntityKind.INSTITUTION or p.start == 0 or words[p.start].barrier or p.heads or p.anchor:
        return p
    stem = _stem(words[p.start - 1])
    if not stem or any(words[k].form.lower in ("w", "we", "na") for k in range(p.start, p.end)):
        return p
    fitting = [place for lower, place in towns.items() if lower.startswith(stem)]
    return replace(p, text=f"{p.text} {fitting[0]}") if len(fitting) == 1 else p


def _stem(word: Word) -> str:
    """What an adjective in -ski, -cki in small letters shares with its town; empty for other words."""
    form = word.form
    lemma = min((m for m in form.lemmas if m.endswith(("ski", "cki"))), default="")
    if form.capital or not form.adjective or len(lemma) < _LEAST + _ENDING - 1:
        return ""
    return lemma[: max(_LEAST, len(lemma) - _ENDING)]
