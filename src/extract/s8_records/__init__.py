"""The contract: immutable typed records of one article, and the JSON Schema made from them."""

from extract.s8_records.assemble import assemble
from extract.s8_records.model import (
    Appearance,
    Article,
    Award,
    Date,
    Event,
    EventInstitution,
    Institution,
    Person,
    Session,
    SpanRecord,
)
from extract.s8_records.schema import article_schema, to_dict

__all__ = [
    "Appearance",
    "Article",
    "Award",
    "Date",
    "Event",
    "EventInstitution",
    "Institution",
    "Person",
    "Session",
    "SpanRecord",
    "article_schema",
    "assemble",
    "to_dict",
]
