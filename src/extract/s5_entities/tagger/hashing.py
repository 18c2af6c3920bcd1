"""Features are 64-bit numbers: strings are hashed once per word form, combinations are mixed as whole arrays.

Only numbers are stored with the weights, so that the model holds no text. The mixing step is the finaliser of
SplitMix64 (Steele, Lea & Flood 2014), which is a bijection: distinct inputs stay distinct until the cut to 32 bits.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Keys = NDArray[np.uint32]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MUL1 = np.uint64(0xBF58476D1CE4E5B9)
_MUL2 = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S32 = (np.uint64(n) for n in (30, 27, 31, 32))


def text_hash(text: str) -> int:
    """64 bits of BLAKE2b of ``text``; the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=8).digest(), "little")


def mix(values: Hashes, salt: int | Hashes) -> Hashes:
    """``values`` scrambled; different salts (one, or an array that fits ``values``) give unrelated results."""
    with np.errstate(over="ignore"):
        z = values + _GOLDEN * (np.asarray(salt, np.uint64) + np.uint64(1))
        z = (z ^ (z >> _S30)) * _MUL1
        z = (z ^ (z >> _S27)) * _MUL2
        mixed: Hashes = z ^ (z >> _S31)
    return mixed


def keys(values: Hashes) -> Keys:
    """The 32-bit keys under which weights are stored."""
    return (values >> _S32).astype(np.uint32)
