"""Confidence that means something: how often facts of a rule were right on releases with known facts.

``rules/frames/confidence.toml`` holds one table for each kind of fact, rule id -> share, and the key ``other`` for
rules that it does not name. ``tools/calibrate.py`` writes it. What a mechanism said of its own certainty still counts:
a fact far below the usual confidence of its rule stays below the rule's share by the same factor.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from extract.base import RuleBook, RuleError
from extract.s7_frames.facts import AppearanceFact, AwardFact, EventFact, EventInstitutionFact, SessionFact

FILE = "frames/confidence.toml"
_USUAL = 0.85
"""The confidence that mechanisms give when nothing speaks against a fact."""

_F = TypeVar("_F", EventFact, SessionFact, AppearanceFact, AwardFact, EventInstitutionFact)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Shares of right facts, by kind of fact and rule."""

    shares: Mapping[str, Mapping[str, float]]

    @classmethod
    def read(cls, rules: RuleBook) -> Calibration:
        """The table of a rule book; a book without one leaves every confidence as it is.

        Raises:
            RuleError: the file is no TOML.
        """
        path: Path = rules.root / FILE
        if not path.is_file():
            return cls({})
        try:
            return cls(tomllib.loads(path.read_text("utf-8")))
        except tomllib.TOMLDecodeError as error:
            raise RuleError(f"rules/{FILE}: not TOML: {error}; write it anew with tools/calibrate.py") from None

    def apply(self, event: EventFact) -> EventFact:
        """The event with the confidence of everything in it calibrated."""
        return replace(
            self._fact("event", event),
            institutions=tuple(self._fact("institution", i) for i in event.institutions),
            people=tuple(self._fact("appearance", a) for a in event.people),
            sessions=tuple(
                replace(self._fact("session", s), people=tuple(self._fact("appearance", a) for a in s.people))
                for s in event.sessions
            ),
            awards=tuple(self._fact("award", a) for a in event.awards),
        )

    def _fact(self, kind: str, fact: _F) -> _F:
        table = self.shares.get(kind)
        if not table:
            return fact
        share = table.get(fact.rule, table.get("other", fact.confidence))
        return replace(fact, confidence=share * min(1.0, fact.confidence / _USUAL))
