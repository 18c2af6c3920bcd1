"""The tables as Parquet, beside the CSV files."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from extract.base import UsageError
from extract.s9_writing.reading import read_tables


def require_pyarrow() -> None:
    """Check that Parquet can be written, before any work is done.

    Raises:
        UsageError: pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise UsageError("Parquet needs pyarrow: pip install 'extract-pl[parquet]'")


def write_parquet(folder: Path) -> None:
    """Write every table of ``folder`` as Parquet too, with the types of the columns."""
    for name, frame in read_tables(folder).items():
        frame.to_parquet(folder / f"{name}.parquet", index=False)
