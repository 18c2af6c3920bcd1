"""Lines to blocks: one pass a phenomenon, in the order in which they explain a page."""

from __future__ import annotations

from extract.base import RuleBook, Span
from extract.s2_layout.blocks import Block, BlockKind, Layout
from extract.s2_layout.cues import Cues, read_cues
from extract.s2_layout.furniture import mark_caption, mark_furniture
from extract.s2_layout.headings import mark_day_headings, mark_headings, mark_labels, set_heading_depth
from extract.s2_layout.heads import mark_heads
from extract.s2_layout.lines import BLANK, Draft, even_gaps, read_lines
from extract.s2_layout.lists import group_items, mark_unmarked
from extract.s2_layout.markers import mark_items
from extract.s2_layout.programme import mark_programme, own_by_headings
from extract.s2_layout.sentences import SentenceSplitter
from extract.s2_layout.tables import join_records, mark_columns
from extract.s2_layout.wrapping import join_wrapped, split_glued


class LayoutAnalyser:
    """Finds the blocks of a text by the rules of ``layout/``."""

    def __init__(self, rules: RuleBook) -> None:
        self._cues: Cues = read_cues(rules)
        self._splitter = SentenceSplitter(rules)

    def analyse(self, text: str) -> Layout:
        """The layout of ``text``; linear in its length."""
        cues = self._cues
        groups = [-1]
        lines = read_lines(text)
        even_gaps(lines)
        drafts = split_glued(join_wrapped(lines, text), cues)
        mark_furniture(drafts, cues)
        mark_heads(drafts, cues)
        mark_columns(drafts, cues, groups)
        mark_items(drafts, cues)
        mark_day_headings(drafts)
        mark_programme(drafts, cues, groups)
        drafts = join_records(drafts, cues, groups)
        mark_labels(drafts, cues)
        mark_headings(drafts, cues)
        mark_unmarked(drafts, cues)
        mark_caption(drafts, cues)
        group_items(drafts, groups)
        own_by_headings(drafts)
        set_heading_depth(drafts, cues)
        return self._layout(text, drafts)

    def _layout(self, text: str, drafts: list[Draft]) -> Layout:
        fired: set[str] = set()
        index = {id(draft): number for number, draft in enumerate(drafts)}
        blocks: list[Block] = []
        for number, draft in enumerate(drafts):
            span = Span(draft.start, draft.end)
            if draft.rule:
                fired.add(draft.rule)
            if draft.label is not None:
                fired.add("layout.label.value")
            kind = draft.kind
            sentences = (
                self._splitter.split(text, span, fired, listed=kind is not BlockKind.PARAGRAPH)
                if len(draft.text) > 1 and kind is not BlockKind.FURNITURE
                else (span,)
            )
            owner = index.get(id(draft.owner), -1) if draft.owner is not None else -1
            blocks.append(
                Block(
                    number,
                    kind,
                    span,
                    draft.marker,
                    draft.group,
                    draft.depth,
                    draft.cells,
                    draft.label,
                    owner,
                    sentences,
                    draft.rule,
                )
            )
        return Layout(text, tuple(blocks), frozenset(fired))


__all__ = ["BLANK", "LayoutAnalyser"]
