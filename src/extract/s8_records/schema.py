"""The JSON Schema of an Article, and its plain JSON form."""

from __future__ import annotations

import dataclasses
from typing import Any

from extract.s8_records.model import Article


def article_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of an Article, generated from the record types."""
    from pydantic import TypeAdapter  # 0.2 s to import, and only the schema needs it

    schema = TypeAdapter(Article).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def to_dict(article: Article) -> dict[str, Any]:
    """The article as nested dicts and lists, ready for :func:`json.dumps`."""
    return _plain(article)  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value
