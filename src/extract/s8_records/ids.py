"""Ids: the same input gives the same id on any machine, in any order, in any company."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)

_SLUG_LENGTH = 60
_NO_DECOMPOSITION = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "æ": "ae"})


def slug(text: str) -> str:
    """ASCII, lower case, words joined by hyphens, at most 60 characters; letters lose their marks."""
    plain = unicodedata.normalize("NFKD", text.translate(_NO_DECOMPOSITION)).encode("ascii", "ignore").decode()
    words = "".join(c if c.isalnum() else " " for c in plain.lower()).split()
    short = "-".join(words)[:_SLUG_LENGTH].rstrip("-")
    return short or "x"


def digest(*parts: object, length: int = 12) -> str:
    """The first hexadecimal digits of SHA-256 over the parts: the same on any machine."""
    return hashlib.sha256("\x1f".join(str(p) for p in parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


def name_id(prefix: str, name: str) -> str:
    """Id of what has this name: readable, and unlike that of another name with the same letters without marks."""
    return f"{prefix}-{slug(name)}-{digest(unicodedata.normalize('NFC', name), length=6)}"


def name_ids(prefix: str, names: Iterable[tuple[_Key, str]], article: str) -> Mapping[_Key, str]:
    """Ids by key.

    Namesakes that one article tells apart are numbered in the order given. From the second on the article is in the id:
    which of the namesakes another article means is not known.
    """
    met: dict[str, int] = {}
    ids: dict[_Key, str] = {}
    for key, name in names:
        base = name_id(prefix, name)
        met[base] = met.get(base, 0) + 1
        ids[key] = base if met[base] == 1 else f"{base}-{met[base]}-{digest(article, length=6)}"
    return ids
