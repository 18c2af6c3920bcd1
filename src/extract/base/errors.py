"""The one exception tree. A message says what is wrong, where, and what to do."""

from __future__ import annotations


class ExtractError(Exception):
    """Base of every error that this package raises on purpose."""


class UsageError(ExtractError):
    """The caller asked for something that does not exist or cannot be combined."""


class ReadingError(ExtractError):
    """One input could not be read as text; other inputs are not affected."""


class RuleError(ExtractError):
    """A rule file is malformed; the message names file and line."""
