"""A written dataset as pandas tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extract.base import UsageError
from extract.s9_writing.schema import TABLES, ColumnType

if TYPE_CHECKING:
    import pandas as pd

_DTYPES = {ColumnType.TEXT: "string", ColumnType.INTEGER: "Int64", ColumnType.NUMBER: "Float64"}


def read_tables(out: str | Path) -> dict[str, pd.DataFrame]:
    """The tables of a dataset folder by name, with whole numbers whole and empty cells missing.

    Raises:
        UsageError: a table is not there.
    """
    import pandas as pd  # half a second to import, and only this function needs it

    frames = {}
    for table, columns in TABLES.items():
        path = Path(out) / f"{table}.csv"
        if not path.is_file():
            raise UsageError(f"{path}: no such table; `extract run INPUT --out {out}` writes it")
        dtypes = {c.name: _DTYPES[c.type] for c in columns}
        frames[table] = pd.read_csv(path, dtype=dtypes, keep_default_na=False, na_values=[""])
    return frames
