"""Labels of the chain: begin, inside, end, single for each kind, and outside."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

KINDS = ("person", "institution", "place", "relational")
"""``relational``: lower-case words made from place names, as NKJP marks them; learned, never given out."""

LABELS = ("O", *(f"{position}-{kind}" for kind in KINDS for position in "BIES"))
OUTSIDE = 0
NUMBER = {label: n for n, label in enumerate(LABELS)}


def allowed() -> NDArray[np.bool_]:
    """(from, to): which label may follow which."""
    table = np.zeros((len(LABELS), len(LABELS)), np.bool_)
    for a, before in enumerate(LABELS):
        for b, after in enumerate(LABELS):
            inside = before[0] in "BI"
            table[a, b] = (after[0] in "IE" and after[2:] == before[2:]) if inside else after[0] in "OBS"
    return table


def start_allowed() -> NDArray[np.bool_]:
    """Labels with which a sequence may begin."""
    return np.array([label[0] in "OBS" for label in LABELS])


def end_allowed() -> NDArray[np.bool_]:
    """Labels with which a sequence may end."""
    return np.array([label[0] in "OES" for label in LABELS])


def encode(length: int, spans: list[tuple[int, int, str]]) -> list[str]:
    """Labels of ``length`` tokens for non-overlapping (start, end, kind) token ranges."""
    out = ["O"] * length
    for start, end, kind in spans:
        if end - start == 1:
            out[start] = f"S-{kind}"
        else:
            out[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 2), f"E-{kind}"]
    return out
