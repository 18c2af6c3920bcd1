"""Headings of results: each opens a scope for the lines and sentences below."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extract.s2_layout import Block, BlockKind
from extract.s3_morphology import Token
from extract.s7_frames.awards.contests import Contests
from extract.s7_frames.awards.lexicon import AwardLexicon
from extract.s7_frames.awards.prizes import PrizeFinder
from extract.s7_frames.awards.statement import Scope, kin
from extract.s7_frames.events.lexicon import EventLexicon, has_lemma
from extract.s7_frames.events.naming import clean
from extract.s7_frames.events.view import View, finite

_ENUMERATOR = re.compile(r"^(?:[IVX]+|\d+|[A-Za-z])[.)]\s+")
_KIND_WORD = re.compile(r"^(?:(?:w\s+)?kategori[aie]\s*:\s*|w\s+(?:kategorii|konkurencji|grupie)\s+)", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_LONGEST_HEADING = 110
_LONGEST_CATEGORY = 6


class HeadingReader:
    """Tells headings from lines and reads them into scopes."""

    def __init__(self, lexicon: AwardLexicon, events: EventLexicon, prizes: PrizeFinder) -> None:
        self._lexicon = lexicon
        self._events = events
        self._prizes = prizes

    def is_heading(self, view: View, block: Block) -> bool:
        """A short line without names and verbs, or one that the layout knows as a heading or an empty label."""
        text = block.span.of(view.text)
        if len(text) > _LONGEST_HEADING or block.kind in (BlockKind.HEADLINE, BlockKind.DATELINE):
            return False
        words = view.context.tokens.within(block.span)
        if any(t.index in view.person for t in words) or labelled_group(self._lexicon, words):
            return False
        opening = next((i for i, t in enumerate(words) if t.text == "("), len(words))
        if any(finite(t) and not t.pos_is("subst", "adj") and view.free(t.index) for t in words[:opening]):
            return False
        if words and words[0].lemma_is("kategoria") and not any(t.lower in self._lexicon.collects.words for t in words):
            return not self._prizes.find(view, words) and not any(t.index in view.institution for t in words)
        if block.kind in (BlockKind.HEADING, BlockKind.LABEL):
            return block.label is None or text.rstrip().endswith(":")
        if block.kind is BlockKind.ROW:
            return False
        named = any(t.index in view.institution for t in words)
        return (not named and text[-1:] not in ".!?,;") and (
            text.isupper() or text.endswith(":") or block.kind is BlockKind.ITEM
        )

    def pairs(self, contests: Contests) -> frozenset[int]:
        """Starts of headings that take turns with lines of a name: categories, each with its laureate below.

        Two such headings at least, in a text that tells of laureates or prizes; headings of roles are none.
        """
        view = contests.view
        blocks = view.context.layout.body
        tokens = view.context.tokens
        told = contests.mentions or any(self._lexicon.winners(t) or t.lemma_is("statuetka", "nagroda") for t in tokens)
        if not told:
            return frozenset()
        if any(b.kind is BlockKind.PROGRAMME for b in blocks):
            return frozenset()
        found = [
            a.span.start
            for a, b in itertools.pairwise(blocks)
            if self._is_category(view, a)
            and (b.kind is BlockKind.ITEM or _is_name(view, b))
            and not _CLOCK.search(b.span.of(view.text))
        ]
        return frozenset(found) if len(found) > 1 else frozenset()

    def _is_category(self, view: View, block: Block) -> bool:
        words = view.context.tokens.within(block.span)
        if not words or len(words) > _LONGEST_CATEGORY or block.kind is not BlockKind.HEADING:
            return False
        if not block.span.of(view.text).isupper() or not self.is_heading(view, block):
            return False
        others = self._lexicon.other_label
        return not any(
            has_lemma(t, others.lemmas) or t.lower in others.words or self._events.kind_of(t) or t.text.isdecimal()
            for t in words
        )

    def is_contest(self, contests: Contests, block: Block) -> bool:
        """Whether a short paragraph is nothing but the name of a contest that the text told of before."""
        text = block.span.of(contests.view.text)
        if block.kind is not BlockKind.PARAGRAPH or len(text) > _LONGEST_HEADING or text[-1:] in ".!?,;":
            return False
        words = contests.view.context.tokens.within(block.span)
        if any(t.index in contests.view.person for t in words):
            return False
        contest = contests.named_by(block.span)
        return contest is not None and contest.span == block.span

    def page(self, view: View, headline: Block | None) -> Scope:
        """The scope that a headline opens: "Wyniki konkursu …"."""
        if headline is None:
            return Scope()
        words = view.context.tokens.within(headline.span)
        return Scope(results=any(has_lemma(t, self._lexicon.results.lemmas) for t in words))

    def opened(self, contests: Contests, block: Block, scope: Scope) -> Scope:
        """The scope below a heading."""
        view = contests.view
        words = view.context.tokens.within(block.span)
        text = clean(_ENUMERATOR.sub("", block.span.of(view.text)))
        contest = contests.named_by(block.span)
        results = any(self._lexicon.winners(t) for t in words)
        other = bool(words) and (
            words[0].lower in self._lexicon.other_label.words or has_lemma(words[0], self._lexicon.other_label.lemmas)
        )
        if other:
            return Scope(contest=scope.contest)
        if contest is not None:
            return Scope(contest=contest, results=True)
        prizes = self._prizes.find(view, words)
        prize = next((p for p in prizes if p.first <= 3 and p.type != "role"), None)
        if any(has_lemma(t, self._lexicon.giving.lemmas) for t in words):
            return Scope(contest=scope.contest)
        if results or (prize is not None and prize.type == "prize" and prize.plural):
            label = None if len(words) <= 3 and not prizes else heading_text(text)
            return Scope(contest=scope.contest, results=True, title=label, prize=None)
        if (
            prize is not None
            and prize.own is not None
            and scope.contest is not None
            and kin(prize.own, scope.contest.name)
        ):
            prize = replace(prize, own=None)
        if prize is not None:
            keep = scope.category if scope.prize is not None or scope.category else None
            return Scope(scope.contest, keep if prize.type in ("rank", "mention") else None, prize, True, scope.strong)
        if any(self._events.kind_of(t) is not None for t in words):
            return Scope(contest=scope.contest, results=scope.results)  # the title of a section, not a group
        raw = block.span.of(view.text)
        named = words[0].lemma_is("kategoria")
        strong = text.isupper() or raw.endswith(":") or named or "(" in raw
        return Scope(scope.contest, heading_text(text), None, scope.results or named, strong)


def _is_name(view: View, block: Block) -> bool:
    """Whether a line begins with the name of a person or an institution and is no sentence."""
    words = view.context.tokens.within(block.span)
    if not words or block.span.of(view.text)[-1:] == "." or any(finite(t) and view.free(t.index) for t in words):
        return False
    return words[0].index in view.person or words[0].index in view.institution


def heading_text(text: str) -> str:
    """A heading as a category: without "Kategoria:", brackets at the end and capitals throughout."""
    plain = _BRACKET.sub("", _KIND_WORD.sub("", text)).strip(" :–—-")
    return plain[:1].upper() + plain[1:].lower() if plain.isupper() else plain


def labelled_group(lexicon: AwardLexicon, words: Sequence[Token]) -> bool:
    """ "Drużyna: …": what follows the label is the name of a group."""
    return len(words) > 2 and words[1].text == ":" and lexicon.recipient_kind(words[0]) == "group"
