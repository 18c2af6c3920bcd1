"""One decision about each stretch of text, from all that the rules and the statistical source propose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.s3_morphology import Token, Tokens
from extract.s5_entities.forms import SG
from extract.s5_entities.lexicon import Lexicon
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.tagger import TaggedSpan
from extract.s5_entities.words import WordList

_RANK = {EntityKind.INSTITUTION: 0, EntityKind.UNIT: 1, EntityKind.PERSON: 2, EntityKind.PLACE: 3}
_THRESHOLD = {EntityKind.PERSON: 0.7, EntityKind.INSTITUTION: 0.75, EntityKind.PLACE: 0.6}
_TERRITORIES = frozenset({"miasto", "gmina", "powiat", "województwo", "sołectwo", "wieś"})
_SENTENCE_ENDS = frozenset(".!?…")
_MAX_WORDS = {EntityKind.PERSON: 5, EntityKind.INSTITUTION: 14, EntityKind.PLACE: 5}


def decide(words: WordList, proposals: list[Proposal]) -> list[Proposal]:
    """The consistent choice: an institution that holds a person's name whole is its bearer; a longer name beats a
    shorter one of its kind; places may lie inside institutions."""
    order = sorted(proposals, key=lambda p: (p.start, p.start - p.end, _RANK[p.kind]))
    taken: dict[EntityKind, int] = {}
    inside = 0
    chosen: list[Proposal] = []
    for p in order:
        if p.start < taken.get(p.kind, 0):
            continue
        if p.kind is EntityKind.PERSON and p.start < inside:
            continue
        taken[p.kind] = p.end
        if p.kind in (EntityKind.INSTITUTION, EntityKind.UNIT):
            inside = max(inside, p.end)
        chosen.append(p)
    return chosen


def doubtful(words: WordList, chosen: list[Proposal], tokens: Tokens) -> Tokens:
    """The tokens of the sentences that have a capitalised word which no rule explains: only these need the model."""
    explained = [False] * len(words)
    for p in chosen:
        explained[p.start : p.end] = [True] * (p.end - p.start)
    kept: list[Token] = []
    start, open_question = 0, False
    for i, word in enumerate(words):
        if i and (word.barrier or (word.first and words[i - 1].form.text in _SENTENCE_ENDS)):
            if open_question:
                kept += tokens.within(words.span(start, i))
            start, open_question = i, False
        form = word.form
        if (
            form.capital
            and not explained[i]
            and not word.shouted
            and not form.initial
            and not form.plain
            and not (word.first and form.common)
        ):
            open_question = True
    if open_question:
        kept += tokens.within(words.span(start, len(words)))
    return Tokens(tokens.text, kept)


def complete(
    words: WordList, chosen: list[Proposal], tagged: Sequence[TaggedSpan], name: str, lexicon: Lexicon
) -> list[Proposal]:
    """Names that only the statistical source sees, where nothing chosen stands and the words can be such a name.

    Args:
        words: the text.
        chosen: what the rules have decided.
        tagged: spans of the source with their scores.
        name: of the source, for the reason given.
        lexicon: words that are no names.
    """
    free = [True] * len(words)
    placed = [False] * len(words)
    for p in chosen:
        if p.kind is EntityKind.PLACE:
            placed[p.start : p.end] = [True] * (p.end - p.start)
        else:
            free[p.start : p.end] = [False] * (p.end - p.start)
    ends = [w.end for w in words]
    found: list[Proposal] = []
    for span in tagged:
        kind = EntityKind(span.kind)
        if span.score < _THRESHOLD[kind]:
            continue
        start = bisect_left(words.starts, span.span.start)
        end = bisect_left(ends, span.span.end) + 1
        if (
            start >= end
            or end > len(words)
            or words[start].start != span.span.start
            or words[end - 1].end != span.span.end
        ):
            continue
        if end - start > _MAX_WORDS[kind] or not all(free[start:end]) or any(w.barrier for w in words[start + 1 : end]):
            continue
        if kind is EntityKind.PERSON and any(k in words.blocked for k in range(start, end)):
            continue
        if kind is EntityKind.PLACE and any(placed[start:end]):
            continue
        if not _possible(words, start, end, kind, lexicon):
            continue
        free[start:end] = [kind is EntityKind.PLACE] * (end - start)
        found.append(Proposal(kind, start, end, f"model.{name}", round(span.score, 3), words.read(start, end)))
    return found


def _possible(words: WordList, start: int, end: int, kind: EntityKind, lexicon: Lexicon) -> bool:
    """Whether the words can be a name of the kind at all: nothing is taken on the source's word alone."""
    inner = words[start:end]
    if any(w.shouted for w in inner) or not inner[0].form.capital:
        return False
    if any(w.form.lower in lexicon.not_names and not w.form.surname for w in inner):
        return False
    if kind is EntityKind.PERSON:
        names = [w.form for w in inner if w.form.alpha]
        capital = [f for f in names if f.capital]
        return (
            len(capital) > 1
            and (not capital[0].place & SG or bool(capital[0].given & SG))
            and all(f.capital or f.lower in lexicon.particles for f in names)
            and all(not f.known or (f.surname | f.given) & SG for f in capital)
            and all(f.head is None for f in capital)
        )
    if kind is EntityKind.INSTITUTION:
        if inner[0].form.lemmas & _TERRITORIES and start > 0 and words[start - 1].form.noun and not inner[0].barrier:
            return False  # "Prezydent Miasta …": part of an office
        if any(w.form.head is not None and not w.form.head.has("unknown") for w in inner):
            return any(not w.form.common for w in inner if w.form.capital)
        if len(inner) == 1:
            form = inner[0].form
            return not (inner[0].first or form.place or form.known or form.upper)
        return not any(w.form.common and not w.form.place for w in inner if w.form.capital)
    return not all(w.form.plain for w in inner if w.form.capital)
