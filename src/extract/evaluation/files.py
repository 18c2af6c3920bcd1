"""Gold facts and datasets from disk, by the stem of an article's source."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extract.base import UsageError
from extract.evaluation.views import ArticleView, article_view, gold_view


def read_gold(folder: Path) -> dict[str, ArticleView]:
    """One gold file an article; the file's stem is the source's.

    Raises:
        UsageError: there is none, or one is no JSON.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UsageError(f"{folder}: no gold files (*.json)")
    return {f.stem: gold_view(_parse(f, f.read_text("utf-8"))) for f in files}


def read_articles(path: Path) -> dict[str, ArticleView]:
    """A dataset folder, a folder of JSON files, a JSON Lines file or a JSON array.

    Raises:
        UsageError: it is not there, or is none of these.
    """
    return {Path(row["source"]).stem: article_view(row) for row in _rows(path)}


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder")
    if path.is_dir():
        lines = path / "articles.jsonl"
        rows = list(_rows(lines)) if lines.is_file() else [_parse(f, f.read_text("utf-8")) for f in _json(path)]
    elif path.suffix == ".jsonl":
        rows = [_parse(path, line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    else:
        parsed = _parse(path, path.read_text("utf-8"))
        rows = parsed if isinstance(parsed, list) else [parsed]
    articles = [row for row in rows if isinstance(row, dict) and "source" in row]
    if not articles:
        raise UsageError(f"{path}: no articles")
    return articles


def _json(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.json"))


def _parse(path: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise UsageError(f"{path}: not JSON: {error}") from None
