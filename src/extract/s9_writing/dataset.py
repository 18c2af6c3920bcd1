"""The folder of a dataset."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from extract.base import UsageError
from extract.s8_records import Article
from extract.s8_records.ids import slug
from extract.s9_writing.jsontext import json_line, json_page
from extract.s9_writing.parquet import require_pyarrow, write_parquet
from extract.s9_writing.schema import TABLES
from extract.s9_writing.staging import Staging
from extract.s9_writing.tables import Document, Row, build_tables

_ARTICLES = "articles"


def write_dataset(documents: Iterable[Document], out: Path, *, parquet: bool = False) -> list[str]:
    """Write ``articles.jsonl``, ``articles/*.json`` and one CSV file a table into ``out``; return warnings.

    The bytes depend on the set of documents alone, not on their order. A text met twice is written once.

    Raises:
        UsageError: ``out`` cannot be written to, its folder ``articles`` holds something else, or pyarrow is missing.
    """
    _check_folder(out / _ARTICLES)
    if parquet:
        require_pyarrow()
    kept, warnings = _distinct(documents)
    names, clashes = _file_names([d.article for d in kept])
    tables = build_tables(kept)
    with Staging(out) as staging:
        folder = staging.path / _ARTICLES
        folder.mkdir()
        with (staging.path / "articles.jsonl").open("w", encoding="utf-8", newline="") as lines:
            for document in kept:
                lines.write(json_line(document.article))
                page = json_page(document.article)
                (folder / names[document.article.id]).write_text(page, "utf-8", newline="")
        for table, rows in tables.items():
            _write_csv(staging.path / f"{table}.csv", table, rows)
        if parquet:
            write_parquet(staging.path)
        staging.commit(stale=[] if parquet else [f"{table}.parquet" for table in TABLES])
    return warnings + clashes


def _distinct(documents: Iterable[Document]) -> tuple[list[Document], list[str]]:
    ordered = sorted(documents, key=lambda d: (d.article.source, d.article.id))
    kept: dict[str, Document] = {}
    warnings = []
    for document in ordered:
        first = kept.setdefault(document.article.id, document)
        if first is not document:
            warnings.append(f"{document.article.source}: the same text as {first.article.source}, written once")
    return list(kept.values()), warnings


def _file_names(articles: Sequence[Article]) -> tuple[Mapping[str, str], list[str]]:
    """Article id -> file name from the source's stem, with the id where two sources have the same stem."""
    stems = {a.id: _stem(a.source) for a in articles}
    users: dict[str, list[Article]] = {}
    for article in articles:
        users.setdefault(stems[article.id].casefold(), []).append(article)
    names, warnings = {}, []
    for group in users.values():
        for article in group:
            stem = stems[article.id]
            names[article.id] = f"{stem}.json" if len(group) == 1 else f"{stem}-{article.id}.json"
        if len(group) > 1:
            sources = ", ".join(a.source for a in group)
            warnings.append(f"{len(group)} sources with one stem ({sources}): their files have the article's id added")
    return names, warnings


def _stem(source: str) -> str:
    stem = Path(source).stem
    plain = all(c.isalnum() or c in "-_. " for c in stem) and not stem.startswith(".") and stem.strip()
    return stem if plain and len(stem) < 200 else slug(source)


def _check_folder(folder: Path) -> None:
    if folder.is_dir():
        strange = next((p.name for p in sorted(folder.iterdir()) if p.suffix != ".json"), None)
        if strange is not None:
            raise UsageError(f"{folder} would be replaced, but holds {strange!r}: choose another folder with --out")


def _write_csv(path: Path, table: str, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(column.name for column in TABLES[table])
        writer.writerows(rows)
