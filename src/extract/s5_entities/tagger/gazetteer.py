"""Words known from lists of names, as hashes with the kinds of names they were met in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.s5_entities.tagger.hashing import Keys, text_hash

KINDS = ("person", "organisation", "place", "medium", "other")
_PREFIXES = (
    ("nam_liv_person", "person"),
    ("nam_org_nation", "place"),
    ("nam_org", "organisation"),
    ("nam_loc", "place"),
    ("nam_fac", "place"),
    ("nam_pro_media", "medium"),
    ("nam_eve", "other"),
    ("nam_pro", "other"),
)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Bit 2k: the word is a whole name of ``KINDS[k]``; bit 2k + 1: a part of a longer one."""

    keys: Keys
    """Sorted 32-bit hashes of lower-case words."""
    bits: NDArray[np.uint16]

    def look_up(self, words: Iterable[str]) -> int:
        """The bits of all ``words`` together."""
        out = 0
        for word in words:
            key = _key(word)
            at = int(np.searchsorted(self.keys, key))
            if at < len(self.keys) and self.keys[at] == key:
                out |= int(self.bits[at])
        return out


EMPTY = Gazetteer(np.zeros(0, np.uint32), np.zeros(0, np.uint16))


def build(rows: Iterable[tuple[str, str, str]]) -> Gazetteer:
    """From (nominative, form in text, KPWr class) rows; only capitalised words count."""
    bits: dict[int, int] = {}
    for nominative, form, label in rows:
        kind = next((k for prefix, k in _PREFIXES if label.startswith(prefix)), None)
        if kind is None:
            continue
        for name in (nominative.split(), form.split()):
            for word in name:
                if word[:1].isupper() and len(word) > 1:
                    key = _key(word.lower())
                    bits[key] = bits.get(key, 0) | 1 << (2 * KINDS.index(kind) + (len(name) > 1))
    keys = sorted(bits)
    return Gazetteer(np.array(keys, np.uint32), np.array([bits[k] for k in keys], np.uint16))


def _key(word: str) -> int:
    return text_hash(word) >> 32
