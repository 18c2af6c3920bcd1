"""The date stage."""

from __future__ import annotations

from enum import StrEnum

from extract.base import RuleBook
from extract.s2_layout import Layout
from extract.s4_dates.value import Dates


class Prefer(StrEnum):
    """Which way an expression resolves that neither tense nor context decides."""

    PAST = "past"
    FUTURE = "future"


class DateFinder:
    """Finds and resolves date and time expressions."""

    def __init__(self, rules: RuleBook) -> None:
        self._rules = rules

    def find(
        self,
        text: str,
        layout: Layout | None = None,
        *,
        published: str | None = None,
        prefer: Prefer = Prefer.PAST,
    ) -> Dates:
        """Every expression in ``text``.

        Args:
            layout: blocks of the text; without it the text is one paragraph.
            published: reference date (ISO date or timestamp); overrides what the text says of itself.
            prefer: direction where nothing else decides.
        """
        return Dates(())
