"""What the tagger says of a stretch of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.base import Span

Kind = Literal["person", "institution", "place"]


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A name as the tagger sees it: evidence for the decision layer, not a decision."""

    kind: Kind
    span: Span
    """Characters of the text."""
    score: float
    """0 to 1: marginal probability of the whole span (all its tokens and its end) given the text."""
