"""Mean of tagger models that were trained with the same features: average_tagger.py MODEL MODEL … --out MODEL

The mean of two runs that weigh the releases differently is better on both kinds of text than either.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from extract.s5_entities.tagger import weights as files


def average(models: list[files.Weights]) -> dict[int, dict[int, float]]:
    """Mean weight of every key and label; a key that a model has not counts as zero there."""
    rows: dict[int, dict[int, float]] = {}
    for model in models:
        for row, label in zip(*(axis.tolist() for axis in np.nonzero(model.rows[:-1])), strict=True):
            weights = rows.setdefault(int(model.keys[row]), {})
            weights[label] = weights.get(label, 0.0) + float(model.rows[row, label]) / len(models)
    return rows


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    models = [files.load(path) for path in options.models]
    transitions = np.mean([model.transitions for model in models], axis=0)
    files.save(options.out, average(models), transitions, models[0].gazetteer)


if __name__ == "__main__":
    main()
