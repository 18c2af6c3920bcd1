"""A text as arrays: form ids in padded sequences, and the keys of all features that depend on more than one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.s3_morphology import Reading, Tokens
from extract.s5_entities.tagger import forms
from extract.s5_entities.tagger.document import state_columns
from extract.s5_entities.tagger.forms import COLUMNS, Form
from extract.s5_entities.tagger.gazetteer import Gazetteer
from extract.s5_entities.tagger.hashing import Hashes, Keys, keys, mix, text_hash
from extract.s5_entities.tagger.sentences import sequences

PAD = 2
"""Padding positions on each side of a sequence: the reach of the features."""
OFFSETS = tuple(range(-PAD, PAD + 1))

STATES = ("agree", "quote", "opener", "chain", "length", "document", "line")
"""Columns that depend on the surroundings, after those of the form."""

_TEMPLATES = (
    "word-1 word",
    "word word+1",
    "lemma-1 lemma",
    "lemma lemma+1",
    "kind-1 kind",
    "kind kind+1",
    "kind-1 kind kind+1",
    "kind-2 kind-1 kind",
    "kind kind+1 kind+2",
    "kind-2 kind-1 kind kind+1",
    "kind-1 kind kind+1 kind+2",
    "pos-1 pos",
    "pos pos+1",
    "names-1 names",
    "names names+1",
    "shape-1 shape shape+1",
    "cases-1 cases",
    "lemma-1 kind",
    "kind lemma+1",
    "kind-1 lemma",
    "lemma kind+1",
    "kind-1 ending",
    "ending kind+1",
    "lemma-2 kind",
    "lemma-2 lemma-1 kind",
    "listed-1 listed",
    "listed listed+1",
    "listed kind",
    "kind-1 listed",
    "listed kind+1",
    "agree kind-1 kind",
    "agree+1 kind kind+1",
    "agree agree+1 kind",
    "quote",
    "quote kind",
    "quote opener",
    "quote opener kind",
    "chain kind",
    "chain cases",
    "chain length",
    "chain kind-1 kind",
    "chain kind kind+1",
    "length names cases",
    "length agree names",
    "length agree kind kind+1",
    "length names names+1",
    "cases-1 cases names",
    "agree names-1 names cases",
    "names names+1 names+2",
    "quote kind-1 kind",
    "quote kind kind+1",
    "document",
    "document kind",
    "document shape",
    "document-1 kind-1 document kind",
    "document kind document+1 kind+1",
    "line kind",
    "line shape kind+1",
)

_QUOTES = frozenset('„“”"«»‟″')
_ALWAYS_OPEN, _ALWAYS_CLOSE = frozenset("„«‟"), frozenset("”»")
_DASHES = frozenset("-–—−‐‑‒―")
_ODD = tuple(np.uint64(n) for n in (1, 0x9DDFEA08EB382D69, 0xC2B2AE3D27D4EB4F, 0xFF51AFD7ED558CCD))


def _parse(template: str) -> tuple[tuple[int, int], ...]:
    columns = (*COLUMNS, *STATES)
    out = []
    for part in template.split():
        name, sign, shift = part.partition("+") if "+" in part else part.partition("-")
        out.append((columns.index(name), int(f"{sign}{shift}") if shift else 0))
    return tuple(out)


TEMPLATES = tuple(_parse(t) for t in _TEMPLATES)
_PARTS = tuple(dict.fromkeys(part for t in TEMPLATES for part in t))
_SALTS = np.array([[text_hash(t) & 0xFFFFFFFF] for t in _TEMPLATES], np.uint64)
_OFFSET_SALT = 1 << 33


def offset_keys(forms: Sequence[Form]) -> list[tuple[Keys, list[int]]]:
    """For each of ``OFFSETS`` the keys of all forms' features as seen from there, and how many each form has.

    A token at offset -1 is the one before; the further away, the fewer features are seen.
    """
    out = []
    for offset in OFFSETS:
        parts = [(form.near, form.middle, form.wide)[abs(offset)] for form in forms]
        out.append((keys(mix(np.concatenate(parts), _OFFSET_SALT + PAD + offset)), [len(part) for part in parts]))
    return out


class FormTable:
    """All forms met, by id; id 0 is the padding."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.ids: dict[str, int] = {}
        self.forms: list[Form] = []
        self.columns = np.zeros((1024, len(COLUMNS)), np.uint64)
        self.agreement = np.zeros(1024, np.int64)
        self.add("\0", (Reading("\0", "padding"),))

    def add(self, text: str, readings: tuple[Reading, ...]) -> int:
        """The id of the form, analysed if it is new."""
        number = self.ids.get(text)
        if number is not None:
            return number
        form = forms.analyse(text, readings, self._gazetteer)
        number = len(self.forms)
        self.ids[text] = number
        self.forms.append(form)
        if number == len(self.agreement):
            self.columns = np.concatenate([self.columns, np.zeros_like(self.columns)])
            self.agreement = np.concatenate([self.agreement, np.zeros_like(self.agreement)])
        self.columns[number] = form.columns
        self.agreement[number] = form.agreement
        return number


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text ready for the weights."""

    texts: list[str]
    """Unified forms of the tokens."""
    sequences: list[tuple[int, int]]
    """Token ranges."""
    ids: NDArray[np.int64]
    """Form ids at padded positions."""
    at: NDArray[np.int64]
    """Padded position of each token."""
    context: Keys
    """(tokens, templates)"""


def encode(tokens: Tokens, table: FormTable) -> Encoded:
    """Arrays of ``tokens``; new forms are added to ``table``."""
    texts = unified(tokens)
    known = table.ids
    token_ids = [known.get(text, -1) for text in texts]
    for i, number in enumerate(token_ids):
        if number < 0:
            token_ids[i] = table.add(texts[i], tokens[i].readings)
    ranges = sequences(tokens)
    n = len(token_ids)
    shift = np.zeros(n, np.int64)
    for start, _ in ranges:
        shift[start] = PAD
    at = np.arange(n, dtype=np.int64) + np.cumsum(shift)
    ids = np.zeros(n + PAD * (len(ranges) + 1), np.int64)
    ids[at] = token_ids
    columns = np.empty((len(ids), len(COLUMNS) + len(STATES)), np.uint64)
    columns[:, : len(COLUMNS)] = table.columns[ids]
    columns[:, len(COLUMNS) :] = 0
    columns[1:, len(COLUMNS)] = _agreement(table.agreement[ids])
    columns[at, len(COLUMNS) + 1 :] = state_columns([table.forms[i] for i in token_ids], texts, ranges)
    return Encoded(texts, ranges, ids, at, _context_keys(columns, at))


def unified(tokens: Tokens) -> list[str]:
    """Token texts with quotes told apart into opening and closing and with spaced hyphens as dashes."""
    texts = [t.text for t in tokens]
    opened = False
    line_end = -1
    for i, text in enumerate(texts):
        if len(text) != 1 or text.isalnum():
            continue
        if text in _QUOTES:
            token = tokens[i]
            if token.start > line_end:
                opened = False
                line_end = tokens.text.find("\n", token.start)
                line_end = len(tokens.text) if line_end < 0 else line_end
            close = text in _ALWAYS_CLOSE or (opened and text not in _ALWAYS_OPEN)
            opened = not close
            texts[i] = forms.QUOTE_CLOSE if close else forms.QUOTE_OPEN
        elif text in _DASHES:
            glued = 0 < i < len(texts) - 1 and tokens[i - 1].end == tokens[i].start
            glued = glued and tokens[i].end == tokens[i + 1].start
            texts[i] = "-" if glued else forms.DASH
    return texts


def _agreement(bits: NDArray[np.int64]) -> Hashes:
    """For each position but the first: 1 no shared reading, 2 only plural, 3 the genitive among others, 4 other."""
    shared = bits[1:] & bits[:-1]
    singular = 0b0000011111 * sum(1 << 10 * c for c in range(6))
    genitive = 0b1111111111 << 10
    out = np.where(shared == 0, 1, np.where((shared & singular) == 0, 2, np.where((shared & genitive) != 0, 3, 4)))
    return out.astype(np.uint64)


def _context_keys(columns: Hashes, at: NDArray[np.int64]) -> Keys:
    by_column = np.ascontiguousarray(columns.T)
    places = {o: at + o for o in OFFSETS}
    shifted = {(c, o): by_column[c].take(places[o]) for c, o in _PARTS}
    totals = np.empty((len(TEMPLATES), len(at)), np.uint64)
    with np.errstate(over="ignore"):
        for row, template in zip(totals, TEMPLATES, strict=True):
            row[:] = shifted[template[0]]
            for odd, part in zip(_ODD[1:], template[1:], strict=False):
                row += shifted[part] * odd
    return keys(mix(totals, _SALTS)).T
