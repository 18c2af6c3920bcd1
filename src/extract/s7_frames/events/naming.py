"""The name of an event, in the nominative and without quotation marks."""

from __future__ import annotations

import re

from extract.s2_layout import BlockKind
from extract.s6_names import NameNormaliser
from extract.s7_frames.events.choose import Candidate
from extract.s7_frames.events.view import View

_SPACES = re.compile(r"\s+")
_HYPHEN_BREAK = re.compile(r"(\w)-\n(\w)")


def clean(text: str) -> str:
    """One line, single spaces, no marks at the edges."""
    joined = _HYPHEN_BREAK.sub(r"\1\2", text)
    return _SPACES.sub(" ", joined).strip(" \t\n.,;:–—-")


class Namer:
    """Chooses and normalises the name of an event."""

    def __init__(self, normaliser: NameNormaliser) -> None:
        self._normaliser = normaliser

    def name(self, view: View, candidate: Candidate) -> str | None:
        """The title in quotation marks (the longest wording met), else the proper name, else ``None``."""
        titles = [m.title.of(view.text) for m in candidate.mentions if m.title is not None]
        if titles:
            return clean(max(titles, key=lambda t: (not t.isupper(), len(t))))
        propers = [m for m in candidate.mentions if m.proper is not None]
        if propers:
            best = propers[0]
            assert best.proper is not None
            return self._normaliser.phrase(clean(best.proper.of(view.text)))
        return self._headline(view, candidate)

    @staticmethod
    def _headline(view: View, candidate: Candidate) -> str | None:
        """A headline that holds the noun of the kind, where the body names the event only by its kind."""
        headline = next((b for b in view.context.layout.body if b.kind is BlockKind.HEADLINE), None)
        if headline is None or not any(headline.span.covers(m.span) for m in candidate.mentions):
            return None
        return clean(headline.span.of(view.text))
