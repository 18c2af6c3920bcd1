"""A name found once is found everywhere: later bare surnames of the persons of the text."""

from __future__ import annotations

from extract.s5_entities.forms import Form
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.words import DASHES, WordList

_KEY = 3
_MAX_ENDING = 4


def same_name(a: Form, b: Form) -> bool:
    """Whether two forms may be inflections of one name: a common dictionary lemma, else a common stem."""
    if a.lower == b.lower:
        return True
    if a.lemmas & b.lemmas and (a.surname or a.given) and (b.surname or b.given):
        return True
    return stems_agree(a.lower, b.lower)


def stems_agree(a: str, b: str) -> bool:
    """Whether two words differ in no more than an inflectional ending ("Zarębę", "Zaręby"; "Murdzek", "Murdzkiem")."""
    common = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        common += 1
    longest, shortest = max(len(a), len(b)), min(len(a), len(b))
    return common >= max(3, shortest - 2) and longest - common <= _MAX_ENDING


def bare_surnames(words: WordList, chosen: list[Proposal]) -> list[Proposal]:
    """Mentions of a surname alone, for the surnames of the full names in ``chosen``."""
    surnames: dict[str, list[tuple[Form, Proposal]]] = {}
    taken = [False] * len(words)
    for p in chosen:
        if p.kind is not EntityKind.PLACE:
            taken[p.start : p.end] = [True] * (p.end - p.start)
        if p.kind is EntityKind.PERSON and p.end - p.start > 1:
            at = p.start if p.rule.endswith("surname-first") else p.end - 1
            form = words[at].form
            surnames.setdefault(form.lower[:_KEY], []).append((form, p))
    found: list[Proposal] = []
    if not surnames:
        return found
    for i, word in enumerate(words):
        form = word.form
        if taken[i] or not form.capital or len(form.text) < 3 or (word.first and form.common):
            continue
        end, last = i + 1, form
        if end + 1 < len(words) and words[end].form.text in DASHES and not words[end].space and words[end + 1].form.capital:
            end, last = end + 2, words[end + 1].form
        if form.place and (not form.surname or end < len(words) and words[end].form.adjective and words[end].form.capital):
            continue
        match = next((p for f, p in surnames.get(last.lower[:_KEY], ()) if same_name(last, f)), None)
        if match is None or form.head is not None or (word.shouted and form.common):
            continue
        if end < len(words) and words[end].form.capital and not words[end].barrier and not taken[end] and not words[end].form.given:
            continue
        if i > 0 and not word.barrier and words[i - 1].form.capital and not words[i - 1].first and not taken[i - 1] and not (
            words[i - 1].form.common
        ):
            continue
        for k in range(i, end):
            taken[k] = True
        found.append(
            Proposal(
                EntityKind.PERSON, i, end, "entities.person.surname", 0.7, words.read(i, end), anchor=(match.start, match.end)
            )
        )
    return found
