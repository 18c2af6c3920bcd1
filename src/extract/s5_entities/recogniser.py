"""The entity stage: rules and a statistical source propose, one decision is made about each stretch of text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from extract.base import RuleBook, Span
from extract.s2_layout import Layout
from extract.s3_morphology import Morphology, Tokens
from extract.s4_dates import Dates
from extract.s5_entities.decide import complete, decide, doubtful
from extract.s5_entities.firms import find_firms
from extract.s5_entities.forms import Forms
from extract.s5_entities.institutions import InstitutionFinder
from extract.s5_entities.lexicon import Lexicon
from extract.s5_entities.mention import EntityKind, EntityMention, Mentions
from extract.s5_entities.persons import PersonFinder
from extract.s5_entities.places import find_places
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.repeats import bare_heads, bare_surnames, quoted_names, spelt_acronyms
from extract.s5_entities.sources import Source
from extract.s5_entities.tagger import Tagger
from extract.s5_entities.towns import placed_by_adjective
from extract.s5_entities.words import WordList, make_words

_OWN_SOURCE = "tagger"


class Recogniser:
    """Finds persons, institutions and places. Not shared between threads."""

    def __init__(self, rules: RuleBook, source: Source | None = None, morphology: Morphology | None = None) -> None:
        """Read the word lists and load the statistical source.

        Args:
            rules: the rule book.
            source: a statistical source of spans; default: the tagger shipped with the package.
            morphology: to share with other stages; default: one of its own.
        """
        self._lexicon = Lexicon.load(rules)
        self._morphology = morphology or Morphology()
        self._forms = Forms(self._lexicon)
        self._persons = PersonFinder(self._lexicon)
        self._institutions = InstitutionFinder(self._lexicon)
        self._source = Tagger.load() if source is None else source
        self._whole = source is not None
        self._name = _OWN_SOURCE if source is None else source.name

    def find(self, text: str, layout: Layout, tokens: Tokens, dates: Dates) -> Mentions:
        """The mentions of one text in order of their start."""
        words = make_words(text, layout, tokens, self._forms, self._morphology)
        persons = self._persons.find(words)
        institutions = self._institutions.find(words, persons)
        firms = find_firms(words, self._lexicon)
        chosen = decide(words, [*institutions, *firms, *persons, *find_places(words)])
        unclear = tokens if self._whole else doubtful(words, chosen, tokens)
        chosen += complete(words, chosen, self._source.tag(unclear), self._name, self._lexicon)
        chosen = placed_by_adjective(words, chosen)
        chosen += bare_surnames(words, chosen)
        chosen += quoted_names(words, chosen)
        chosen += spelt_acronyms(words, chosen)
        chosen += bare_heads(words, chosen, self._lexicon)
        chosen.sort(key=lambda p: (p.start, p.end))
        inside = _Covers(d.span for d in dates.mentions)
        mentions = tuple(_mention(words, p) for p in chosen if not _in_date(words, p, inside))
        return Mentions(mentions, frozenset(m.rule for m in mentions) | words.fired)


class _Covers:
    """Whether one of many spans covers another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((s.start, s.end) for s in spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, span: Span) -> bool:
        """Whether a span that starts no later reaches as far."""
        k = bisect_right(self._starts, span.start)
        return k > 0 and self._reach[k - 1] >= span.end


def _in_date(words: WordList, p: Proposal, dates: _Covers) -> bool:
    """Whether the name lies in a date ("3 Maja" is no person)."""
    if p.kind is EntityKind.INSTITUTION or p.kind is EntityKind.UNIT:
        return False
    return words.span(p.start, p.end) in dates


def _mention(words: WordList, p: Proposal) -> EntityMention:
    return EntityMention(
        p.kind,
        words.span(p.start, p.end),
        p.text,
        p.rule,
        p.score,
        tuple(words.span(a, b) for a, b in p.heads),
        words.span(*p.unit_of) if p.unit_of else None,
        p.gender,
        words.span(*p.anchor) if p.anchor else None,
    )
