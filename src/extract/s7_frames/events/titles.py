"""Titles that do not follow the noun: before it with words that take them up, or in the line below a bare noun."""

from __future__ import annotations

from collections.abc import Sequence

from extract.base import Span
from extract.s2_layout import BlockKind
from extract.s3_morphology import Token
from extract.s7_frames.events.lexicon import EventLexicon, phrase_at
from extract.s7_frames.events.view import Quote, Sentence, View, finite

_LONGEST = 16
"""Words of a line that is a title."""
_NEAR = 3
"""Tokens that may stand between a quotation and the words that take it up."""
_EDGE = frozenset({"program", "zaproszenie", "zapowiedź", "harmonogram"})


def title_before(
    view: View, lexicon: EventLexicon, words: Sequence[Token], lower: tuple[str, ...], place: int
) -> Span | None:
    """ "„…” – pod takim hasłem odbyła się debata": the quotation before the noun at ``place``."""
    for start in range(place):
        if phrase_at(lower, start, lexicon.outro):
            quote = _ending_before(view, words, start)
            if quote is not None:
                return quote.inner
        size = phrase_at(lower, start, lexicon.intro) if start == 0 else 0
        if size:  # "Pod hasłem „…” odbyła się konferencja"
            quote = next((q for q in view.quotes if q.span.start == words[start + size].start), None)
            if quote is not None and not any(lexicon.kind_of(t) for t in words[start:place] if view.free(t.index)):
                return quote.inner
    return None


def _ending_before(view: View, words: Sequence[Token], start: int) -> Quote | None:
    left = words[max(0, start - _NEAR)].start
    right = words[start].start
    return next((q for q in view.quotes if q.depth == 0 and left < q.span.end <= right), None)


def title_below(view: View, sentence: Sentence, first: int, last: int) -> Span | None:
    """The line below a line that holds only the noun of a kind, its edition and adjectives.

    Args:
        first, last: places in ``sentence`` of the first word of the noun's group and after its noun.
    """
    words = view.words(sentence)
    if any(t.lower not in _EDGE for t in words[:first]) or any(t.text not in ".!:" for t in words[last:]):
        return None
    if sentence.index + 1 >= len(view.sentences):
        return None
    below = view.sentences[sentence.index + 1]
    line = view.context.tokens.within(below.block.span)
    headed = below.block.kind in (BlockKind.HEADLINE, BlockKind.HEADING)
    if not headed and (below.block.kind is not BlockKind.PARAGRAPH or below.span.end < below.block.span.end):
        return None
    if not 2 <= len(line) <= _LONGEST or line[-1].text in ".:;," or not _opens_title(view, line):
        return None
    quote = next((q for q in view.quotes if q.span.start == line[0].start), None)
    if quote is not None:
        return quote.inner
    return Span(line[0].start, line[-1].end)


def _opens_title(view: View, line: Sequence[Token]) -> bool:
    """Whether a line is neither a day, a label, a place, an institution nor a sentence of the report."""
    start = line[0]
    if start.text in '„«“"':
        return True
    if not start.capital or start.pos_is("prep") or start.lower in _EDGE:
        return False
    if start.index in view.institution or start.index in view.person or any(t.text == ":" for t in line[:4]):
        return False
    span = Span(start.start, line[-1].end)
    if any(d.span.start < span.end and d.span.end > span.start for d in view.context.dates.mentions):
        return False
    if any(p.span.start == start.start for p in view.context.entities.places):
        return False
    shouted = all(not t.text.isalpha() or t.text.isupper() for t in line)
    return shouted or not any(finite(t) for t in line)
