"""Contests by name: those that the text mentions, and the one that a heading or sentence is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s7_frames.awards.statement import Contest
from extract.s7_frames.events.lexicon import EventLexicon
from extract.s7_frames.events.mentions import EventMention, event_mentions
from extract.s7_frames.events.naming import clean
from extract.s7_frames.events.view import Sentence, View, stems

_CONTESTS = frozenset({"konkurs", "gala"})
_NO_WORD = re.compile(r"[\W_]+")
_ENUMERATOR = re.compile(r"^(?:[IVX]+|\d+)[.)]\s+")


def contests_of(view: View, lexicon: EventLexicon) -> Contests:
    """The named contests of a text."""
    mentions = event_mentions(view, lexicon)
    named = tuple(m for m in mentions if m.kind.kind in _CONTESTS and m.title is not None and not m.other)
    called = tuple(
        (sentence.span.end, _flat(sentence.span.of(view.text)))
        for sentence in view.sentences
        if any((k := lexicon.kind_of(t)) is not None and k.kind in _CONTESTS for t in view.words(sentence))
    )
    return Contests(view, lexicon, named, called)


@dataclass(frozen=True, slots=True)
class Contests:
    """The named contests of one text."""

    view: View
    _lexicon: EventLexicon
    mentions: tuple[EventMention, ...]
    """Mentions with a title, in order."""
    _called: tuple[tuple[int, str], ...]
    """End and plain words of every sentence that speaks of a contest."""

    def named_by(self, span: Span) -> Contest | None:
        """The contest of a heading: by the noun, by quotation marks alone, or by words that the prose calls so."""
        view = self.view
        inside = [m for m in self.mentions if span.covers(m.span)]
        if inside:
            return self._contest(inside[0])
        text = clean(_ENUMERATOR.sub("", span.of(view.text)))
        words = stems(text)
        if len(words) < 2 and text[:1] not in '„"':
            return None
        if text[:1] in '„"' and text[-1:] in '”"':
            return Contest(text.strip('„”"'), None, span)
        for mention in self.mentions:
            assert mention.title is not None
            if mention.title.start < span.start and _alike(words, stems(mention.title.of(view.text))):
                return Contest(text, mention.edition, span)
        return Contest(text, None, span) if self._called_contest(text, span) else None

    def _called_contest(self, text: str, span: Span) -> bool:
        """Whether an earlier sentence holds the same words after "konkurs"."""
        wanted = _flat(text)
        if len(wanted) < 8:
            return False
        return any(end <= span.start and wanted in words for end, words in self._called)

    def of_sentence(self, sentence: Sentence) -> Contest | None:
        """The contest that a sentence of prose is about."""
        view = self.view
        for mention in self.mentions:
            if mention.sentence.index == sentence.index:
                return self._contest(mention)
        words = view.words(sentence)
        for place, token in enumerate(words):
            kind = self._lexicon.kind_of(token)
            if kind is None or kind.kind != "konkurs" or not view.free(token.index):
                continue
            if place + 2 < len(words) and words[place + 1].lower == "na" and words[place + 2].lower.startswith("naj"):
                end = place + 2
                while (
                    end < len(words)
                    and end - place < 9
                    and words[end].pos_is("adj", "subst", "prep", "conj")
                    and view.free(words[end].index)
                ):
                    if words[end].lower in ("jury", "komisja", "kapituła"):
                        break
                    end += 1
                span = Span(words[place + 1].start, words[end - 1].end)
                return Contest(f"Konkurs {clean(span.of(view.text))}", None, span)
        return None

    def _contest(self, mention: EventMention) -> Contest:
        assert mention.title is not None
        return Contest(clean(mention.title.of(self.view.text)), mention.edition, mention.span)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    left, right = set(one), set(other)
    shared = len(left & right)
    return shared > 0 and shared >= 0.7 * max(len(left), len(right))


def _flat(text: str) -> str:
    return _NO_WORD.sub(" ", text.lower()).strip()
