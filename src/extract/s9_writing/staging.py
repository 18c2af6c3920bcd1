"""Files that appear whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from extract.base import UsageError


class Staging:
    """A hidden folder inside ``out`` in which a run is written; :meth:`commit` puts its entries in their places.

    Until then whatever an earlier run left in ``out`` stays as it was, also when the run fails or is interrupted. Each
    file or folder is put in place by a rename, so that a reader sees the old one or the new one, never a half.

    Raises:
        UsageError: ``out`` is no folder or cannot be written to.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        try:
            out.mkdir(parents=True, exist_ok=True)
            self.path = Path(tempfile.mkdtemp(prefix=".extract-", dir=out))
        except OSError as error:
            raise UsageError(f"{out}: cannot be written to: {error.strerror}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.path, ignore_errors=True)
        if isinstance(error, OSError):
            raise UsageError(f"{self._out}: cannot be written to: {error.strerror}") from error

    def commit(self, stale: Iterable[str] = ()) -> None:
        """Put every staged file and folder in place; a folder replaces the folder of its name.

        Args:
            stale: files of an earlier run that would not belong to this one; they are removed.
        """
        replaced = self.path / "replaced"
        replaced.mkdir()
        for entry in sorted(self.path.iterdir()):
            if entry == replaced:
                continue
            target = self._out / entry.name
            if target.is_dir():
                target.rename(replaced / entry.name)
            entry.replace(target)
        for name in stale:
            (self._out / name).unlink(missing_ok=True)
