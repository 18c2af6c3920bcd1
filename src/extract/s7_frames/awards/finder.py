"""The awards of one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.base import RuleBook
from extract.s6_names import NameNormaliser
from extract.s7_frames.context import Context
from extract.s7_frames.facts import AwardFact, Designation, EventFact


@dataclass(frozen=True, slots=True)
class AwardsFound:
    """One tuple of awards for each event, and the ids of the rules that decided something."""

    awards: tuple[tuple[AwardFact, ...], ...]
    fired: frozenset[str] = frozenset()


class AwardFinder:
    """Finds who was given which prize, and at which of the text's events."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser) -> None:
        self._rules = rules
        self._normaliser = normaliser

    def find(
        self, context: Context, events: Sequence[EventFact], designations: Sequence[Designation]
    ) -> AwardsFound:
        """The awards given at each of ``events``."""
        return AwardsFound(tuple(() for _ in events))
