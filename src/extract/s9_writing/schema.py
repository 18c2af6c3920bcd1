"""Names, order and types of the columns of every table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class ColumnType(StrEnum):
    """What the cells of a column are; any cell may be empty."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: ColumnType = ColumnType.TEXT


def _columns(names: str, *, integers: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    def kind(name: str) -> ColumnType:
        if name == "confidence":
            return ColumnType.NUMBER
        return ColumnType.INTEGER if name in integers else ColumnType.TEXT

    return tuple(Column(name, kind(name)) for name in names.split())


_COUNTS = frozenset({"articles", "mentions", "events"})

TABLES: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "articles": _columns("article_id source title published events warnings", integers=_COUNTS),
        "events": _columns(
            "event_id article_id kind name edition start_date end_date venue city mode attendance status "
            "spans rule confidence",
            integers=frozenset({"edition", "attendance"}),
        ),
        "sessions": _columns(
            "session_id event_id article_id kind title date start_time end_time mode spans rule confidence"
        ),
        "persons": _columns(
            "person_id name given_name surname gender articles mentions rule confidence flag", integers=_COUNTS
        ),
        "institutions": _columns(
            "institution_id name acronym kind place parent articles mentions rule confidence flag", integers=_COUNTS
        ),
        "appearances": _columns(
            "article_id event_id session_id person_id role title position unit institution_id spans rule confidence"
        ),
        "event_institutions": _columns("article_id event_id institution_id role spans rule confidence"),
        "awards": _columns(
            "award_id event_id article_id contest edition category place recipient_kind recipient person_id "
            "institution_id spans rule confidence",
            integers=frozenset({"edition", "place"}),
        ),
        "dates": _columns("article_id text start end precision role parts spans rule confidence"),
        "mentions": _columns("article_id entity_kind entity_id start end text", integers=frozenset({"start", "end"})),
    }
)
"""Tables in the order of writing. ``spans`` is ``start:end`` in characters of the source, several joined by a space."""
