"""Pages that name their event by the headline alone."""

from __future__ import annotations

from extract.base import Span
from extract.s2_layout import BlockKind
from extract.s7_frames.events.lexicon import EventLexicon, phrase_at
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.numbers import ordinal_before
from extract.s7_frames.events.view import Sentence, View, finite

_LONGEST = 8
"""Words of a headline that is a name."""


def numbered_headline(view: View, lexicon: EventLexicon) -> EventMention | None:
    """ "9. Rytmy Doliny": an ordinal and a name with capitals, no noun of a kind; ``None`` for any other headline."""
    sentence = _headline(view)
    if sentence is None:
        return None
    words = view.words(sentence)
    for end in (1, 2):
        found = ordinal_before(words, end) if end < len(words) else None
        rest = words[end:]
        if found is not None and found[1] == 0 and len(rest) >= 2 and all(t.capital for t in rest[:2]):
            if any(lexicon.kind_of(t) is not None for t in rest) or any(finite(t) for t in rest):
                return None
            name = Span(rest[0].start, rest[-1].end)
            return EventMention(
                lexicon.page, rest[0].index, sentence, sentence.span, None, name, found[0], happens=True
            )
    return None


def headline_event(view: View, lexicon: EventLexicon) -> EventMention | None:
    """The headline as the name of an event of no particular kind, if it is short and no sentence."""
    sentence = _headline(view)
    if sentence is None:
        return None
    words = view.words(sentence)
    behind = phrase_at(tuple(t.lower for t in words), 0, lexicon.behind)
    named = (
        not behind
        and 2 <= len(words) <= _LONGEST
        and not any(finite(t) for t in words)
        and words[-1].text not in "?!:,"
    )
    span = sentence.span
    return EventMention(lexicon.page, words[0].index, sentence, span, None, span if named else None)


def _headline(view: View) -> Sentence | None:
    return next((s for s in view.sentences if s.block.kind is BlockKind.HEADLINE and view.words(s)), None)
