"""The date stage: find, value, attach, give roles."""

from __future__ import annotations

from datetime import date

from extract.base import RuleBook, UsageError
from extract.s2_layout import Layout
from extract.s3_morphology import Morphology
from extract.s4_dates.candidates import CandidateFinder
from extract.s4_dates.evidence import Evidence
from extract.s4_dates.lexer import Lexer
from extract.s4_dates.published import PublishedFinder
from extract.s4_dates.sentences import Direction, Sentences
from extract.s4_dates.value import Dates, Prefer
from extract.s4_dates.valuing import Valuer


class DateFinder:
    """Finds and resolves date and time expressions."""

    def __init__(self, rules: RuleBook, morphology: Morphology | None = None) -> None:
        """``morphology`` may be shared with other stages; one is made where none is given."""
        self._lexer = Lexer()
        self._direction = Direction(rules, morphology or Morphology())
        self._candidates = CandidateFinder(rules, self._direction)
        self._published = PublishedFinder(rules)

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

        Raises:
            UsageError: ``published`` is no ISO date.
        """
        given = _day(published) if published else None
        fired: dict[str, None] = {}
        lexed, sentences = self._lexer.lex(text), Sentences(text)
        candidates = self._candidates.find(lexed, sentences, fired)
        if not candidates:
            return Dates((), None, (), frozenset(fired))
        evidence = Evidence(text, layout, sentences, candidates, self._direction, prefer, fired)
        stated = evidence.published(self._published)
        reference, event = evidence.reference(given, stated)
        valuer = Valuer(lexed, evidence, reference, event, stated.span if stated else None)
        mentions = valuer.mentions(candidates)
        day = stated.day.isoformat() if stated else None
        return Dates(mentions, day, tuple(valuer.warnings), frozenset(fired | valuer.fired))


def _day(published: str) -> date:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise UsageError(f"the date of publication must be an ISO date like 2024-05-01, not {published!r}") from None


__all__ = ["DateFinder", "Prefer"]
