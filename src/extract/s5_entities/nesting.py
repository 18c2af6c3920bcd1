"""An institution inside the name of another: "Wydział … Miejskiej Komendy …"."""

from __future__ import annotations

from extract.s5_entities.forms import GEN, SG
from extract.s5_entities.lexicon import Lexicon
from extract.s5_entities.words import DASHES, WordList

_MAX_ADJECTIVES = 4


def outer_head(words: WordList, j: int, lexicon: Lexicon, *, mother: bool = True) -> int | None:
    """Index of a head noun in the genitive singular at ``j`` or after adjectives from ``j`` that agree with it.

    Args:
        words: the text.
        j: where the other institution would begin.
        lexicon: adjectives of level, nouns that are never a mother.
        mother: whether the nouns that are never the mother of a unit do not count.
    """
    k, n = j, len(words)
    while k < n and k - j < _MAX_ADJECTIVES and (k == j or not words[k].barrier):
        form = words[k].form
        if form.prefix and k + 1 < n and words[k + 1].form.text in DASHES:
            k += 2
            continue
        if not form.capital:
            return None
        if (
            form.head is not None
            and form.head.kind not in ("territory", "office")
            and (form.head_mask & GEN & SG or form.head.kind == "acronym")
        ):
            agree = all(
                words[m].form.adjective & form.head_mask & GEN or words[m].form.prefix or words[m].form.text in DASHES
                for m in range(j, k)
            )
            if mother and agree and form.head.lemma in lexicon.never_mother:
                words.fired.add("entities.never-mother")
                return None
            return k if agree and (k == j or _opens(words, j, lexicon)) else None
        if not form.adjective & GEN:
            return None
        k += 1
    return None


def _opens(words: WordList, j: int, lexicon: Lexicon) -> bool:
    """Whether the adjectives from ``j`` belong to the head after them and not to the noun before them."""
    before = words[j - 1].form
    if not before.noun & words[j].form.adjective & GEN or before.head is not None:
        return True
    lemmas = words[j].form.lemmas
    if words[j].form.prefix:
        return True
    if lemmas & lexicon.level:
        words.fired.add("entities.level-adjective")
        return True
    return not words[j].form.known or bool(words[j].form.surname)
