"""The entity stage."""

from __future__ import annotations

from extract.base import RuleBook
from extract.s2_layout import Layout
from extract.s3_morphology import Tokens
from extract.s4_dates import Dates
from extract.s5_entities.mention import Mentions


class Recogniser:
    """Finds persons, institutions and places."""

    def __init__(self, rules: RuleBook) -> None:
        self._rules = rules

    def find(self, text: str, layout: Layout, tokens: Tokens, dates: Dates) -> Mentions:
        return Mentions(())
