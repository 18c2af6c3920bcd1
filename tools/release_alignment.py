"""Facts of a release to spans: names given in the nominative are found in every form the text has them in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.s3_morphology import Morphology, Token, Tokens
from extract.s5_entities.tagger.lexicon import PERSON_TITLES
from tagger_corpora import Annotated

_SKIPPED = frozenset("„“”\"«»'’.-–—")
_PLACE_LINKS = frozenset({"w", "we"})


def read_releases(texts: Path, gold: Path, morphology: Morphology) -> Iterator[Annotated]:
    """Every ``*.txt`` of ``texts`` that has facts of the same name in ``gold``, persons and institutions as spans."""
    for path in sorted(texts.glob("*.txt")):
        facts = gold / f"{path.stem}.json"
        if facts.is_file():
            tokens = morphology.tokens(path.read_text("utf-8"))
            spans = align(tokens, json.loads(facts.read_text("utf-8")), morphology)
            yield Annotated(path.stem, tokens.text, tuple(spans))


def align(tokens: Tokens, facts: dict[str, list[str]], morphology: Morphology) -> list[tuple[int, int, str]]:
    """Spans of the persons and institutions of ``facts``; the longer of two overlapping ones wins."""
    words = [i for i, t in enumerate(tokens) if t.text not in _SKIPPED]
    found: list[tuple[int, int, str]] = []
    for key, kind in (("institutions", "institution"), ("persons", "person")):
        for names in (*facts.get(key, ()), *facts.get(f"{key}_optional", ())):
            for name in names.split(" || "):
                parts = [t for t in morphology.tokens(name) if t.text not in _SKIPPED]
                for variant in dict.fromkeys(_institution(parts) if kind == "institution" else _person(parts)):
                    pattern = [p if isinstance(p, Token) else morphology.tokens(p)[0] for p in variant]
                    found += [(a, b, kind) for a, b in _occurrences(tokens, words, pattern, kind)]
    chosen: list[tuple[int, int, str]] = []
    for a, b, kind in sorted(found, key=lambda s: (s[0] - s[1], s)):
        if all(b <= c or d <= a for c, d, _ in chosen):
            chosen.append((a, b, kind))
    return [(*_edges(tokens, a, b), kind) for a, b, kind in sorted(chosen)]


def _person(parts: Sequence[Token]) -> Iterator[tuple[Token | str, ...]]:
    full = tuple(parts)
    yield full
    if len(full) < 2:
        return
    for cut in range(1, len(full)):
        yield (*full[cut:], *full[:cut])
    yield (full[0].text[0], *full[1:])
    yield full[1:]
    yield (full[-1],)
    yield (full[0],)


def _institution(parts: Sequence[Token]) -> Iterator[tuple[Token | str, ...]]:
    full = tuple(parts)
    if parts[0].lower in PERSON_TITLES or parts[0].lemma_is(*PERSON_TITLES):
        return  # an office ("Wojewoda …") is recognised by its own rules
    yield full
    place = next((i for i in range(len(full) - 1, 1, -1) if full[i].text in _PLACE_LINKS), 0)
    if not place or not full[-1].capital or len(full) - place > 4:
        place = len(full)
    yield full[:place]
    capitals = 0
    initials = ""
    while capitals < place and (full[capitals].capital or (initials and full[capitals].text in ("i", "do", "ds"))):
        initials += full[capitals].text[0]
        capitals += 1
        upper = "".join(c for c in initials if c.isupper())
        if len(upper) > 1 and full[capitals - 1].capital:
            for acronym in {initials, upper}:
                yield (acronym, *full[capitals:])
                yield (acronym, *full[capitals:place])
                yield (acronym, *full[place:])
                yield (acronym, *full[place + 1 :])
                if len(upper) > 2:  # a bare pair of letters means too many things
                    yield (acronym,)


def _occurrences(
    tokens: Tokens, words: Sequence[int], pattern: Sequence[Token], kind: str
) -> Iterator[tuple[int, int]]:
    """Token ranges, end exclusive, in which every word of ``pattern`` occurs in order, marks aside."""
    size = len(pattern)
    for at in range(len(words) - size + 1):
        window = [tokens[i] for i in words[at : at + size]]
        if size == 1 and not (window[0].capital and pattern[0].capital):
            continue
        if not all(_same(t, p) for t, p in zip(window, pattern, strict=True)):
            continue
        if not any(t.capital for t in window) or (kind == "person" and not all(t.capital for t in window)):
            continue
        first, last = words[at], words[at + size - 1]
        if size == 1 and kind == "person" and first and tokens[first - 1].text[0].isdigit():
            continue
        if "\n" not in tokens.text[tokens[first].start : tokens[last].end]:
            yield first, last + 1


def _same(token: Token, part: Token) -> bool:
    a, b = token.lower, part.lower
    if a == b:
        return True
    if not a[0].isalpha() or not b[0].isalpha() or min(len(a), len(b)) < 3 or part.text.isupper():
        return part.text.isupper() and len(part.text) > 1 and token.text == part.text
    if {r.lemma.lower() for r in token.readings if r.pos != "ign"} & {
        r.lemma.lower() for r in part.readings if r.pos != "ign"
    }:
        return True
    if token.known and part.known:
        return False
    common = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return common >= max(3, min(len(a), len(b)) - 2) and abs(len(a) - len(b)) <= 4


def _edges(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Characters of a token range, with a closing mark or the point of an abbreviation that belongs to it."""
    start, end = tokens[first].start, tokens[last - 1].end
    inside = tokens.text[start:end]
    if last < len(tokens):
        mark = tokens[last].text
        opened = sum(inside.count(c) for c in "„«") - sum(inside.count(c) for c in "”»")
        closing = mark in ("”", "“", '"', "»") and (opened > 0 or (mark == '"' and inside.count('"') % 2 == 1))
        if closing or (mark == "." and inside.endswith((".A", " z o.o", ".o"))):
            end = tokens[last].end
    return start, end
