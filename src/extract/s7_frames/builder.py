"""The frame stage: every mechanism proposes, evidence decides."""

from __future__ import annotations

from extract.base import RuleBook
from extract.s6_names import NameNormaliser
from extract.s7_frames.context import Context
from extract.s7_frames.facts import Facts


class FrameBuilder:
    """Builds the facts of one text."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser) -> None:
        self._rules = rules
        self._normaliser = normaliser

    def build(self, context: Context) -> Facts:
        """Events with their sessions, people, institutions and awards."""
        return Facts(None, None, ())
