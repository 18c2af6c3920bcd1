"""Values of places and the lines that hold nothing but a day and a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s3_morphology import Token
from extract.s7_frames.events.lexicon import has_lemma
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.timing import day_mentions
from extract.s7_frames.events.view import Sentence, View, finite

_CARD = 6
"""Blocks at the top of a text among which a line gives day and place of the whole."""
_LONGEST_CARD = 24
_HOURS = re.compile(r"\b(?:od\s+)?(?:godz\.?|godzina|g\.)?\s*\d{1,2}(?:[.:]\d\d)?(?:\s?[–-]\s?\d{1,2}[.:]\d\d)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Venue and city with evidence; each may be missing."""

    venue: str | None
    city: str | None
    spans: tuple[Span, ...]
    fired: frozenset[str]


@dataclass(frozen=True, slots=True)
class Venue:
    """A house that may be the venue, with how much speaks for it."""

    score: float
    order: int
    name: str
    city: str | None
    span: Span
    fired: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Where the text tells of the event."""

    sentences: frozenset[int]
    """Sentences that name it."""
    happening: frozenset[int]
    """Those that say that it takes place."""
    first: tuple[int, ...]
    """The sentences of the first two mentions."""
    names: tuple[Span, ...]
    """The mentions, whose words are no towns."""

    @classmethod
    def of(cls, mentions: Sequence[EventMention]) -> Told:
        """Where the mentions of an event, best first, stand."""
        own = [m for m in mentions if not m.other]
        return cls(
            frozenset(m.sentence.index for m in own),
            frozenset(m.sentence.index for m in own if m.happens),
            tuple(m.sentence.index for m in mentions[:2]),
            tuple(m.span for m in own),
        )


def on_card(view: View, words: Sequence[Token], place: int, sentence: Sentence) -> bool:
    """ "Politechnika …, 22–23 maja", "14 marca, Muzeum …": a line of a day and a house and no more."""
    days = day_mentions(view.context, sentence.span)
    if len({d.start[:10] for d in days if d.start}) != 1 or sentence.block.index > _CARD or len(words) > _LONGEST_CARD:
        return False
    start = words[place].start
    day = max((d.span for d in days if d.span.end <= start), key=lambda s: s.end, default=days[0].span)
    between = view.text[day.end : start] if start >= day.end else view.text[sentence.span.start : start]
    between = _HOURS.sub("", between)
    return not between.strip(" ,;|–—-.r") and not any(finite(t) for t in words)


def shared(left: str, right: str) -> int:
    """How many letters two words have in common at their beginning."""
    return next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def is_place(view: View, token: Token) -> bool:
    """Whether a token is part of a place's name."""
    return any(p.span.covers(token.span) for p in view.context.entities.places)


def headed(view: View, span: Span, nouns: set[str]) -> bool:
    """Whether the first noun of a name is one of ``nouns``."""
    head = next((t for t in view.context.tokens.within(span) if t.pos_is("subst") and not t.pos_is("adj")), None)
    return head is not None and has_lemma(head, frozenset(nouns))


def hall_of_institution(view: View, words: Sequence[Token], place: int) -> bool:
    """Whether a hall is the hall of an institution named right after it."""
    end = place + 1
    while end < len(words) and words[end].pos_is("adj") and view.free(words[end].index):
        end += 1
    return end < len(words) and words[end].index in view.institution


def describes(view: View, token: Token) -> bool:
    """Whether a token is an adjective that stands in no name."""
    return view.free(token.index) and token.pos_is("adj", "ppas") and not token.pos_is("prep")
