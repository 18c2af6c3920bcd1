"""Files and bytes to sources; every refusal and every warning says what, where, and what to do."""

from __future__ import annotations

from pathlib import Path

from extract.base import ReadingError
from extract.s1_reading.damage import find_damage
from extract.s1_reading.encoding import decode
from extract.s1_reading.source import Source

MAX_BYTES = 5_000_000
"""A press release of more bytes than a thick book is something else, or many releases in one file."""


def read_file(path: Path, *, max_bytes: int = MAX_BYTES) -> Source:
    """Read one file.

    Raises:
        ReadingError: the file cannot be opened, is larger than ``max_bytes``, or holds no text.
    """
    try:
        if path.is_dir():
            raise ReadingError(f"{path}: is a folder, not a file; give the files in it")
        size = path.stat().st_size
        if size > max_bytes:
            raise _too_large(str(path), size, max_bytes)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadingError(f"{path}: there is no such file; check the name") from None
    except PermissionError:
        raise ReadingError(f"{path}: may not be read; check the permissions of the file") from None
    except OSError as error:
        raise ReadingError(f"{path}: cannot be read: {error.strerror or error}") from error
    return read_bytes(data, path.name, max_bytes=max_bytes)


def read_bytes(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> Source:
    """Decode ``data``; ``name`` stands in the messages and in the source.

    Raises:
        ReadingError: ``data`` is empty, larger than ``max_bytes``, or no text.
    """
    if len(data) > max_bytes:
        raise _too_large(name, len(data), max_bytes)
    if not data.strip():
        raise ReadingError(f"{name}: the file is empty; nothing to read")
    text, encoding, warnings = decode(data, name)
    if not any(character.isalnum() for character in text):
        raise ReadingError(f"{name}: the file holds no letter and no digit; nothing to read")
    return Source(name, text, encoding, (*warnings, *find_damage(text, name)))


def _too_large(name: str, size: int, limit: int) -> ReadingError:
    return ReadingError(
        f"{name}: {size / 1e6:.1f} MB is more than the limit of {limit / 1e6:.1f} MB; "
        "split the file into single releases, or raise the limit (max_bytes)"
    )
