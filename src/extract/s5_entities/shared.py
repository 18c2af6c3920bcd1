"""One head noun before several towns: an institution in each of them."""

from __future__ import annotations

from extract.s5_entities.adjectives import read_adjectives
from extract.s5_entities.forms import DAT, GEN, LOC, PL, SG, Form
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.places import place_end
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.tail import JOINING, Tail
from extract.s5_entities.words import WordList

_MAX_BRACKET = 30


def plural_members(words: WordList, first: int, head: int, people: dict[int, int]) -> list[Proposal]:
    """A plural head with its genitive tail before two or more towns: an institution for each."""
    form = words[head].form
    noun = form.head
    assert noun is not None
    tail = Tail(head + 1)
    read_adjectives(words, tail, form.head_mask & PL)
    while tail.end < len(words) and _genitive_word(words, tail.end, people):
        tail.end += 1
        tail.genitives += 1
    if not tail.genitives and not tail.adjectives and first == head:
        return []
    j = tail.end
    if j < len(words) and words[j].form.text == ":":
        j += 1
    places = _towns(words, j)
    if len(places) < 2:
        return []
    base = singular(words, first, tail.end, head)
    found: list[Proposal] = []
    for k, (a, b, prep) in enumerate(places):
        start = first if k == 0 else a
        text = f"{base} {prep} {words.read(a, b)}"
        found.append(
            Proposal(
                EntityKind.INSTITUTION, start, b, "entities.shared-head", 0.85, text, heads=((first, tail.end), (a, b))
            )
        )
    return found


def coordinated_members(words: WordList, first: int, head: int, tail: Tail) -> list[Proposal]:
    """An acronym or a name with a town before further towns: "KGW z Lipna, Pilicy i Kutna"."""
    noun = words[head].form.head
    assert noun is not None
    if not tail.place or noun.kind != "acronym" or tail.quoted:
        return []
    j = next((k for k in range(tail.end - 1, head, -1) if words[k].form.lower in ("w", "we", "z", "ze")), None)
    if j is None:
        return []
    places = _towns(words, j)
    if len(places) < 2:
        return []
    base = words.read(first, j)
    return [
        Proposal(
            EntityKind.INSTITUTION,
            first if k == 0 else a,
            b,
            "entities.shared-head",
            0.85,
            f"{base} {prep} {words.read(a, b)}",
            heads=((first, j), (a, b)),
        )
        for k, (a, b, prep) in enumerate(places)
    ]


def _genitive_word(words: WordList, k: int, people: dict[int, int]) -> bool:
    form = words[k].form
    if words[k].barrier or k in people:
        return False
    if form.lower in JOINING and k + 1 < len(words):
        after = words[k + 1].form
        return after.capital and bool(after.any & GEN) and after.known and not after.place
    return form.capital and bool(form.any & (GEN | DAT)) and form.known and form.head is None


def _towns(words: WordList, j: int) -> list[tuple[int, int, str]]:
    places: list[tuple[int, int, str]] = []
    n, prep = len(words), ""
    while j < n and not words[j].barrier:
        form = words[j].form
        if form.lower in ("w", "we", "z", "ze"):
            prep = form.lower
            j += 1
            continue
        if form.text == "," or form.lower in JOINING:
            j += 1
            if j < n and words[j].form.capital and _person_starts(words, j):
                break
            continue
        if form.text == "(" and places:
            k = j
            while k < n and k - j < _MAX_BRACKET and words[k].form.text != ")":
                k += 1
            if k >= n or words[k].form.text != ")":
                break
            j = k + 1
            continue
        if not prep or not form.capital:
            break
        end = place_end(words, j, LOC if prep.startswith("w") else GEN)
        if end == j:
            break
        places.append((j, end, prep))
        j = end
    return places


def _person_starts(words: WordList, j: int) -> bool:
    form = words[j].form
    return bool(form.given & SG) and j + 1 < len(words) and words[j + 1].form.capital and not words[j + 1].barrier


def singular(words: WordList, first: int, end: int, head: int) -> str:
    """The nominative singular of a shared plural head with its adjectives; the genitive tail stays."""
    form = words[head].form
    noun = form.head
    assert noun is not None
    lemma = noun.lemma if noun.kind != "acronym" else form.text
    gender = (
        "n"
        if lemma[-1] in "oeęm" and lemma.endswith(("o", "e", "ę", "um"))
        else "f"
        if lemma.endswith(("a", "ść"))
        else "m"
    )
    parts: list[str] = []
    for k in range(first, end):
        f = words[k].form
        if k == head:
            text = lemma[:1].upper() + lemma[1:]
        elif (k < head or k == head + 1) and f.adjective & form.head_mask & PL:
            text = _adjective(f, gender)
        else:
            text = f.text
        parts.append((" " if k > first and words[k].space else "") + text)
    return "".join(parts)


def _adjective(form: Form, gender: str) -> str:
    lemma = min((m for m in form.lemmas if m.endswith(("y", "i"))), default=form.lower)
    if gender == "m":
        text = lemma
    elif lemma.endswith("y"):
        text = lemma[:-1] + ("a" if gender == "f" else "e")
    elif lemma.endswith(("ki", "gi")):
        text = (lemma[:-1] + "a") if gender == "f" else lemma + "e"
    else:
        text = lemma + ("a" if gender == "f" else "e")
    return text[:1].upper() + text[1:]
