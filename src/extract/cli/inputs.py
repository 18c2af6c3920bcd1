"""Which files a run reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".md"})
"""Suffixes that are read from a folder; a file that is named itself is read whatever its suffix."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files to read, once each, in order of their paths."""

    files: tuple[Path, ...]
    skipped: int
    """Files of the folders that have another suffix, or are no plain files."""


def find_inputs(named: Iterable[Path]) -> Inputs:
    """The files named, and the text files of the folders named, subfolders included, hidden ones left out."""
    found: dict[Path, Path] = {}
    skipped = 0
    for path in named:
        if not path.is_dir():
            found.setdefault(path.resolve(), path)
            continue
        for inside in sorted(path.rglob("*")):
            if inside.is_dir() or any(part.startswith(".") for part in inside.relative_to(path).parts):
                continue
            # A pipe or a device would be waited for; a broken link is an error to report.
            if inside.suffix.lower() in SUFFIXES and (inside.is_file() or not inside.exists()):
                found.setdefault(inside.resolve(), inside)
            else:
                skipped += 1
    return Inputs(tuple(sorted(found.values())), skipped)
