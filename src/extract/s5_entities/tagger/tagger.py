"""The tagger as the entity stage calls it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.base import Span
from extract.s3_morphology import Tokens
from extract.s5_entities.tagger import weights as files
from extract.s5_entities.tagger.decoder import Decoder
from extract.s5_entities.tagger.encoding import OFFSETS, Encoded, FormTable, encode, offset_keys
from extract.s5_entities.tagger.labels import KINDS, LABELS, OUTSIDE
from extract.s5_entities.tagger.repair import Stretch, repair
from extract.s5_entities.tagger.span import Kind, TaggedSpan
from extract.s5_entities.tagger.weights import Floats, Weights

MODEL = Path(__file__).with_name("model.npz")
_MAXIMUM_FORMS = 1 << 16
_GIVEN_OUT: dict[str, Kind] = {"person": "person", "institution": "institution", "place": "place"}


class Tagger:
    """Finds spans of persons, institutions and places by their probability. Not shared between threads."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._decoder = Decoder(weights.transitions)
        self._clear()

    def _clear(self) -> None:
        self._table = FormTable(self._weights.gazetteer)
        self._emissions = np.zeros((1024, len(OFFSETS), len(LABELS)), np.float32)
        self._filled = 0

    @classmethod
    def load(cls, path: Path = MODEL) -> Tagger:
        """The tagger with the weights shipped in the package, or with others.

        Raises:
            ExtractError: the file is missing or was written for other labels.
        """
        return cls(files.load(path))

    def tag(self, tokens: Tokens) -> list[TaggedSpan]:
        """Spans in order of their start; they do not overlap, and each holds a capital letter at least."""
        if not len(tokens):
            return []
        return [
            TaggedSpan(_GIVEN_OUT[s.kind], Span(tokens[s.first].start, tokens[s.last].end), s.score)
            for s in self.stretches(tokens)
            if s.kind in _GIVEN_OUT and any(tokens[i].capital for i in range(s.first, s.last + 1))
        ]

    def stretches(self, tokens: Tokens) -> list[Stretch]:
        """All kinds of names, also those that are not given out, with their edges repaired; ``tokens`` is not empty."""
        if len(self._table.forms) > _MAXIMUM_FORMS:
            self._clear()
        encoded = encode(tokens, self._table)
        decoded = self._decoder.decode(self._emit(encoded), encoded.sequences)
        found = [Stretch(a, b, kind, decoded.probability(a, b)) for a, b, kind in _stretches(decoded.path)]
        return repair(found, encoded.texts)

    def _emit(self, encoded: Encoded) -> Floats:
        weights = self._weights
        self._fill()
        total: Floats = weights.rows[weights.look_up(encoded.context)].sum(axis=1)
        for column, offset in enumerate(OFFSETS):
            total += self._emissions[encoded.ids[encoded.at + offset], column]
        return total

    def _fill(self) -> None:
        """Emissions of the forms met since the last text."""
        weights, forms = self._weights, self._table.forms
        while len(self._emissions) < len(forms):
            self._emissions = np.concatenate([self._emissions, np.zeros_like(self._emissions)])
        new = forms[self._filled :]
        if not new:
            return
        for column, (found, sizes) in enumerate(offset_keys(new)):
            starts = np.cumsum([0, *sizes[:-1]])
            rows = weights.rows[weights.look_up(found)]
            self._emissions[self._filled : len(forms), column] = np.add.reduceat(rows, starts)
        self._filled = len(forms)


def _stretches(path: NDArray[np.int64]) -> list[tuple[int, int, str]]:
    """First and last token and kind of every labelled stretch."""
    out: list[tuple[int, int, str]] = []
    first = 0
    for i in np.flatnonzero(path != OUTSIDE).tolist():
        position = (path[i] - 1) % 4
        if position in (0, 3):
            first = i
        if position >= 2:
            out.append((first, i, KINDS[(path[i] - 1) // 4]))
    return out
