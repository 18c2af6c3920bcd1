"""Articles to a dataset: JSON Lines, one JSON file an article, and tables joined by id."""

from extract.s9_writing.dataset import write_dataset
from extract.s9_writing.jsontext import json_line, json_page
from extract.s9_writing.parquet import require_pyarrow
from extract.s9_writing.reading import read_tables
from extract.s9_writing.schema import TABLES, Column, ColumnType
from extract.s9_writing.tables import Document, build_tables

__all__ = [
    "TABLES",
    "Column",
    "ColumnType",
    "Document",
    "build_tables",
    "json_line",
    "json_page",
    "read_tables",
    "require_pyarrow",
    "write_dataset",
]
