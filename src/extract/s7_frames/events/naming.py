"""The name of an event, in the nominative and without quotation marks."""

from __future__ import annotations

import re
from collections import Counter

from extract.s2_layout import BlockKind
from extract.s6_names import NameNormaliser
from extract.s7_frames.events.choose import Candidate
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.view import View

_SPACES = re.compile(r"\s+")
_HYPHEN_BREAK = re.compile(r"(\w)-\n(\w)")
_AFTERTHOUGHT = re.compile(r"\s*[–—-]\s*(?:już\s+)?(?:za|przed)\s+nami\b.*$", re.IGNORECASE)
_LECIE = re.compile(r"\b(\d{1,3})\s*-\s*leci[aeu]m?\b")
_YEARS = re.compile(r"\b(?:lat|lata|rok|roku|wiek|wieku|lecie|lecia|urodziny|stulecie)\b", re.IGNORECASE)
_SMALL = frozenset(
    {"i", "oraz", "w", "we", "na", "dla", "z", "ze", "o", "do", "ds", "im", "przy", "nad", "pod", "a", "po", "ku", "od"}
)
_PAGE = "event.page"
_SENTENCE = re.compile(r"([.!?…:]\s+)(\w)")


def clean(text: str) -> str:
    """One line, single spaces, no marks at the edges."""
    joined = _HYPHEN_BREAK.sub(r"\1\2", text)
    return _SPACES.sub(" ", joined).strip(" \t\n.,;:–—-")


def uncapped(text: str, *, proper: bool) -> str:
    """A line of capitals in ordinary spelling: a proper name by words, else by sentences."""
    if not text.isupper():
        return text
    if proper:
        words = [w.lower() if w.lower() in _SMALL else w.capitalize() for w in re.split(r"(\W+)", text)]
        return "".join(words)
    plain = text.capitalize()
    return _SENTENCE.sub(lambda m: m[1] + m[2].upper(), plain)


class Namer:
    """Chooses and normalises the name of an event."""

    def __init__(self, normaliser: NameNormaliser) -> None:
        self._normaliser = normaliser

    def name(self, view: View, candidate: Candidate) -> str | None:
        """The title in quotation marks, the proper name, an anniversary's name or a telling headline, in this order."""
        return (
            self._title(view, candidate)
            or self._proper(view, candidate)
            or self._anniversary(view, candidate)
            or self._headline(view, candidate)
        )

    @staticmethod
    def _title(view: View, candidate: Candidate) -> str | None:
        """Of several wordings the one that running text presents the event with, the most frequent, the longest."""
        titles = [
            (m, _AFTERTHOUGHT.sub("", clean(m.title.of(view.text)))) for m in candidate.mentions if m.title is not None
        ]
        if not titles:
            return None
        counts = Counter(t.casefold() for _, t in titles)

        def rank(entry: tuple[EventMention, str]) -> tuple[bool, bool, int, int]:
            mention, title = entry
            told = mention.happens and mention.sentence.block.kind is BlockKind.PARAGRAPH
            return (not title.isupper(), told, counts[title.casefold()], len(title))

        return uncapped(max(titles, key=rank)[1], proper=False)

    def _proper(self, view: View, candidate: Candidate) -> str | None:
        named = [m for m in candidate.mentions if m.proper is not None]
        if not named:
            return None
        best = max(named, key=lambda m: (_nominative(view, m), m.edition is not None, not _shouted(view, m), -m.head))
        assert best.proper is not None
        text = uncapped(clean(best.proper.of(view.text)), proper=True)
        headed = best.kind.id == _PAGE  # a headline names in the nominative
        return text if headed or _nominative(view, best) else self._normaliser.phrase(text)

    @staticmethod
    def _anniversary(view: View, candidate: Candidate) -> str | None:
        """ "obchody swojego 90-lecia" are the "Jubileusz 90-lecia"."""
        if candidate.main.kind.kind != "jubileusz":
            return None
        for mention in candidate.mentions:
            found = _LECIE.search(mention.sentence.span.of(view.text))
            if found:
                return f"Jubileusz {found[1]}-lecia"
        return None

    @staticmethod
    def _headline(view: View, candidate: Candidate) -> str | None:
        """The headline, if it holds the noun of the kind or stands right above it, or tells the years of a jubilee."""
        headline = next((b for b in view.context.layout.body if b.kind is BlockKind.HEADLINE), None)
        if headline is None:
            return None
        text = headline.span.of(view.text)
        below = any(
            m.sentence.block.kind in (BlockKind.HEADLINE, BlockKind.HEADING)
            and not headline.span.covers(m.span)
            and m.sentence.block.index - headline.index <= 1
            for m in candidate.mentions
        )
        jubilee = candidate.main.kind.kind == "jubileusz" and _YEARS.search(text) is not None
        inside = any(headline.span.covers(m.span) for m in candidate.mentions) and len(text.split()) > 2
        return uncapped(clean(text), proper=False) if jubilee or below or (inside and not text.isupper()) else None


def _nominative(view: View, mention: EventMention) -> bool:
    head = view.context.tokens[mention.head]
    return any("nom" in r.case for r in head.readings if r.pos == "subst")


def _shouted(view: View, mention: EventMention) -> bool:
    return mention.proper is not None and mention.proper.of(view.text).isupper()
