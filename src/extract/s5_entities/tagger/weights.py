"""The model file: sparse weights by feature key, transitions, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from extract.base import ExtractError
from extract.s5_entities.tagger.gazetteer import Gazetteer
from extract.s5_entities.tagger.hashing import Keys
from extract.s5_entities.tagger.labels import LABELS

FORMAT = 2
_BITS = 19
_SHIFT = np.uint32(32 - _BITS)
_HIGHEST = np.uint64(0xFFFFFFFF)
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of a linear-chain CRF."""

    keys: Keys
    """Sorted feature keys and, last, the highest number there is."""
    index: NDArray[np.int64]
    """Position of the first key that has at least the given leading bits."""
    rows: Floats
    """(keys, labels): weights of each key; the last row is zero and stands for unknown keys."""
    transitions: Floats
    """(from, to)."""
    gazetteer: Gazetteer

    def look_up(self, wanted: Keys) -> NDArray[np.int64]:
        """Row numbers of ``wanted`` (any shape).

        Keys are spread evenly, so the leading bits of one say where in the sorted keys its search begins.
        """
        at = self.index[wanted >> _SHIFT]
        while True:
            below = self.keys[at] < wanted
            if not below.any():
                break
            at = at + below
        return np.where(self.keys[at] == wanted, at, len(self.rows) - 1)


def save(path: Path, rows: dict[int, dict[int, float]], transitions: Floats, gazetteer: Gazetteer) -> None:
    """Write ``rows`` (key -> label number -> weight) as half floats."""
    order = sorted(rows)
    flat = [(label, value) for key in order for label, value in sorted(rows[key].items())]
    gaps = np.diff(np.array([0, *order], np.uint64)).astype(np.uint32)
    np.savez_compressed(
        path,
        format=np.array([FORMAT, len(LABELS)], np.uint8),
        gaps=gaps,
        counts=np.array([len(rows[key]) for key in order], np.uint8),
        labels=np.array([label for label, _ in flat], np.uint8),
        values=np.array([value for _, value in flat], np.float16),
        transitions=transitions.astype(np.float32),
        names=gazetteer.keys,
        name_bits=gazetteer.bits,
    )


def load(path: Path) -> Weights:
    """Read a model file.

    Raises:
        ExtractError: the file is missing or was written for other labels.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            parts = {name: data[name] for name in data.files}
    except (OSError, ValueError, BadZipFile) as error:
        raise ExtractError(f"{path}: no tagger model can be read: {error}") from error
    if list(parts["format"]) != [FORMAT, len(LABELS)]:
        raise ExtractError(f"{path}: written for another version; train again with tools/train_tagger.py")
    keys = np.append(np.cumsum(parts["gaps"], dtype=np.uint64), _HIGHEST).astype(np.uint32)
    index = np.searchsorted(keys, np.arange(1 << _BITS, dtype=np.uint32) << _SHIFT)
    rows = np.zeros((len(keys), len(LABELS)), np.float32)
    rows[np.repeat(np.arange(len(keys) - 1), parts["counts"]), parts["labels"]] = parts["values"]
    return Weights(keys, index, rows, parts["transitions"], Gazetteer(parts["names"], parts["name_bits"]))
