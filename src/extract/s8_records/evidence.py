"""Spans of the records count the text as it was read."""

from __future__ import annotations

import dataclasses
from typing import Any

from extract.base import Span
from extract.s1_reading import Source, View
from extract.s8_records.model import Article, SpanRecord


def in_text_as_read(article: Article, source: Source) -> Article:
    """The article with every span moved from the view of its source to the text as read; unchanged where they agree."""
    view = source.view
    if not view.starts:
        return article
    moved: Article = _moved(article, view)
    dates = (dataclasses.replace(d, text=source.text[d.span.start : d.span.end]) for d in moved.dates)
    return dataclasses.replace(moved, dates=tuple(dates))


def _moved(value: Any, view: View) -> Any:
    if isinstance(value, SpanRecord):
        return SpanRecord(*view.original(Span(value.start, value.end)))
    if isinstance(value, tuple):
        return tuple(_moved(v, view) for v in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(
            value, **{f.name: _moved(getattr(value, f.name), view) for f in dataclasses.fields(value)}
        )
    return value
