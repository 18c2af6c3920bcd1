"""What every stage may use: spans, errors, and the rules read from ``rules/``."""

from extract.base.errors import ExtractError, ReadingError, RuleError, UsageError
from extract.base.rules import Rule, RuleBook, load_rules
from extract.base.span import Span

__all__ = [
    "ExtractError",
    "ReadingError",
    "Rule",
    "RuleBook",
    "RuleError",
    "Span",
    "UsageError",
    "load_rules",
]
