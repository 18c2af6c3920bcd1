"""Polish press releases to a normalised dataset.

>>> import extract
>>> article = extract.load().process(text)  # doctest: +SKIP
"""

from extract.base import ExtractError, ReadingError, RuleError, UsageError
from extract.pipeline import Extractor, load
from extract.s8_records import Article, article_schema, to_dict
from extract.s9_writing import read_tables

__all__ = [
    "Article",
    "ExtractError",
    "Extractor",
    "ReadingError",
    "RuleError",
    "UsageError",
    "article_schema",
    "load",
    "read_tables",
    "to_dict",
]
