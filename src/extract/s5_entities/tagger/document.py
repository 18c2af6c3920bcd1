"""What the surroundings say of a token: quotation marks, an organisation's head to the left, the rest of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extract.s5_entities.tagger.forms import COLUMNS, QUOTE_CLOSE, QUOTE_OPEN, Form
from extract.s5_entities.tagger.hashing import Hashes
from extract.s5_entities.tagger.lexicon import LINKS

_LEMMA, _KIND = COLUMNS.index("lemma"), COLUMNS.index("kind")
_CHAIN_MAXIMUM = 14
_QUOTE_MAXIMUM = 25
_STOPS = frozenset(",;:()[]!?/|•=")

Ranges = Sequence[tuple[int, int]]


def state_columns(forms: Sequence[Form], texts: Sequence[str], ranges: Ranges) -> Hashes:
    """(tokens, 6): quote, opener, chain, length, document, line; 0 where there is nothing to say."""
    out = np.zeros((len(forms), 6), np.uint64)
    _quotes(forms, texts, ranges, out)
    _chains(forms, texts, ranges, out)
    out[:, 4] = _document(forms, texts, ranges)
    for start, end in ranges:
        out[start, 5] = 1
        if end - start > 1:
            out[end - 1, 5] = 2
            capitals = sum(f.upper for f in forms[start:end])
            if capitals * 2 > sum(f.word for f in forms[start:end]):
                out[start:end, 5] = 3
    return out


def _quotes(forms: Sequence[Form], texts: Sequence[str], ranges: Ranges, out: Hashes) -> None:
    """Tokens between quotation marks: how long the quotation is, and the word before it."""
    marks = [i for i, text in enumerate(texts) if text in (QUOTE_OPEN, QUOTE_CLOSE)]
    limits = iter(ranges)
    start, end = -1, 0
    for a, b in pairwise(marks):
        while a >= end:
            start, end = next(limits)
        if texts[a] != QUOTE_OPEN or texts[b] != QUOTE_CLOSE or b >= end or b - a > _QUOTE_MAXIMUM:
            continue
        size = b - a - 1
        out[a : b + 1, 0] = size if size < 5 else 5 + (size > 8)
        if a > start:
            before = forms[a - 1]
            out[a : b + 1, 1] = before.columns[_LEMMA if before.head else _KIND]


def _chains(forms: Sequence[Form], texts: Sequence[str], ranges: Ranges, out: Hashes) -> None:
    """Words that may belong to the organisation whose head stands to the left."""
    for start, end in ranges:
        head, outer = -1, -1
        for i in range(start, end):
            form = forms[i]
            if head >= 0 and (not form.chain or i - head > _CHAIN_MAXIMUM or texts[i] in _STOPS):
                head = outer = -1
            if head >= 0:
                out[i, 2] = forms[head].columns[_LEMMA]
                out[i, 3] = min(i - head, 6) + 8 * (outer >= 0) + 16 * forms[head].capital
            if form.head:
                outer = head if head >= 0 else outer
                head = i


def _document(forms: Sequence[Form], texts: Sequence[str], ranges: Ranges) -> Hashes:
    """A small number for each capitalised token: where else in the text, and how, its name occurs."""
    starts = {start for start, _ in ranges}
    capitals = [i for i, f in enumerate(forms) if f.capital]
    given: Counter[int] = Counter()
    titled: Counter[int] = Counter()
    inside: Counter[int] = Counter()
    chained: Counter[int] = Counter()
    own: list[tuple[int, bool, bool, bool, bool]] = []
    for i in capitals:
        form = forms[i]
        initial = i in starts
        before = forms[i - 1] if not initial else None
        word_before = before is not None and before.word
        after_given = before is not None and before.given
        after_title = before is not None and before.title and not before.capital
        after_head = before is not None and before.head
        key = form.key
        own.append((key, after_given, after_title, word_before, after_head))
        given[key] += after_given
        titled[key] += after_title
        inside[key] += word_before
        chained[key] += after_head
    lower = {f.key for f in forms if f.word and not f.capital}
    initials = _initials(texts, capitals)
    out = np.zeros(len(forms), np.uint64)
    for i, (key, g, t, w, h) in zip(capitals, own, strict=True):
        code = 1
        code += 2 * (given[key] > g) + 4 * (titled[key] > t) + 8 * (chained[key] > h) + 16 * (key in lower)
        code += 32 * min(2, inside[key] - w)
        if forms[i].upper and texts[i] in initials:
            code += 128
        out[i] = code
    return out


def _initials(texts: Sequence[str], capitals: Sequence[int]) -> frozenset[str]:
    """First letters of each run of capitalised words (linking words between them skipped), and their tails."""
    found: set[str] = set()
    run = ""
    last = -9
    for i in capitals:
        if i - last > 2 or (i - last == 2 and texts[i - 1] not in LINKS):
            run = ""
        run = (run + texts[i][0])[-7:]
        found.update(run[k:] for k in range(len(run) - 1))
        last = i
    return frozenset(found)
