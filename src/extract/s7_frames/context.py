"""What the stages before have said of one text, as every frame module reads it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.s2_layout import Layout
from extract.s3_morphology import Tokens
from extract.s4_dates import Dates
from extract.s5_entities import Mentions
from extract.s6_names import Entities


@dataclass(frozen=True, slots=True)
class Context:
    """One text, analysed up to its names."""

    text: str
    layout: Layout
    tokens: Tokens
    dates: Dates
    mentions: Mentions
    entities: Entities
