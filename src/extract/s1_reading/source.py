"""One input text and what is known of how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extract.base import ReadingError


@dataclass(frozen=True, slots=True)
class Source:
    """A text as read; every span of the pipeline counts characters of ``text``."""

    name: str
    """File name or URL as given."""
    text: str
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = ()


def read_file(path: Path) -> Source:
    """Read one file.

    Raises:
        ReadingError: the file cannot be opened or holds no text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadingError(f"{path}: cannot be read: {error.strerror}") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Source:
    """Decode ``data``.

    Raises:
        ReadingError: ``data`` is empty or no text.
    """
    if not data.strip():
        raise ReadingError(f"{name}: empty file")
    return Source(name, data.decode("utf-8"))
