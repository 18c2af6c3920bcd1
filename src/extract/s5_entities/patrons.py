"""Names that are given to something: patrons, streets, monuments. Who is named there is no person of the text."""

from __future__ import annotations

from collections.abc import Iterator

from extract.s5_entities.forms import GEN, SG, Form
from extract.s5_entities.lexicon import DEDICATIONS, Lexicon
from extract.s5_entities.words import DASHES, WordList


def name_givers(words: WordList, lex: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Ranges of words that name a patron of an institution, a street or a namesake, and the rule that says so."""
    i, n = 0, len(words)
    while i < n:
        form = words[i].form
        if not form.giver:
            i += 1
            continue
        if form.lower in lex.patron and (form.text[0] == "i" or words[i].shouted) and i + 1 < n:
            j = i + 2 if words[i + 1].form.text == "." else i + 1
            end = patron_end(words, j, lex)
            if end > j:
                yield j, end, "entities.patron"
                i = end
                continue
        elif form.lower in DEDICATIONS and i + 1 < n:
            j = i + 2 if words[i + 1].form.text == "." else i + 1
            end = j
            while (
                end < n
                and not words[end].barrier
                and (
                    words[end].form.capital
                    or words[end].form.text == "."
                    or words[end].form.lower in ("św", "i", "nmp")
                )
            ):
                end += 1
            if end > j:
                yield j, end, "entities.patron"
            i = max(end, i + 1)
            continue
        elif form.lemmas & lex.namesakes and form.capital and i + 1 < n and words[i + 1].form.given & GEN & SG:
            if not words[i].shouted and not words[i + 1].barrier:
                end = i + 1
                while end < n and not words[end].barrier and words[end].form.capital:
                    end += 1
                yield i + 1, end, "entities.namesake"
                i = end
                continue
        elif (form.lower in lex.streets or form.lemmas & lex.streets) and form.alpha and i + 1 < n:
            j = i + 2 if words[i + 1].form.text == "." else i + 1
            if len(form.text) > 3 or j == i + 2:
                end = j
                while end < n and not words[end].barrier and (words[end].form.capital or words[end].form.text == "."):
                    end += 1
                if end > j:
                    yield j, end, "entities.street"
                    i = end
                    continue
        i += 1


def patron_end(words: WordList, j: int, lexicon: Lexicon) -> int:
    """End of the patron's name that begins at word ``j``: capitalised words in the genitive, with titles and "i"."""
    n, end, surname = len(words), j, False
    while j < n and not words[j].barrier:
        form = words[j].form
        if form.text in '„"«“' and end > 0:
            k = j + 1
            while k < n and k - j < 6 and words[k].form.text not in '”"»“':
                k += 1
            if k < n and words[k].form.text in '”"»“':
                j = end = k + 1
                continue
            break
        if form.initial and not is_roman(form) and (j + 1 >= n or words[j + 1].form.text != "."):
            break
        if form.capital and form.alpha:
            if form.upper and form.text in lexicon.acronym_heads and end == j and surname:
                break
            if (
                surname
                and form.given & SG
                and j + 1 < n
                and words[j + 1].form.capital
                and not words[j + 1].barrier
                and not form.given & SG & GEN
            ):
                break
            if form.known and not form.any & GEN and not is_roman(form) and not form.initial:
                break
            if form.head and surname:
                break
            surname = surname or not form.given
            j = end = j + 1
        elif (
            form.text == "."
            or (form.lower in lexicon.titles and not form.capital)
            or form.lower == "św"
            or (form.text in DASHES and j + 1 < n and words[j + 1].form.capital and not words[j].space)
            or (form.lower in ("i", "oraz") and j + 1 < n and words[j + 1].form.given & SG & GEN)
            or (form.lower in lexicon.particles and j + 1 < n and words[j + 1].form.capital)
        ):
            j += 1
        else:
            break
    return end


def is_roman(form: Form) -> bool:
    """Whether the form is a Roman numeral."""
    return all(c in "IVX" for c in form.text)
