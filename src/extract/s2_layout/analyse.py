"""Lines to blocks."""

from __future__ import annotations

import re

from extract.base import RuleBook, Span
from extract.s2_layout.blocks import Block, BlockKind, Layout
from extract.s2_layout.sentences import SentenceSplitter

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARKER = re.compile(r"\s*(?:([•▪◦►*–-])|(\d{1,2}[.)]|[a-zA-Z][.)]))\s+")


class LayoutAnalyser:
    """Finds the blocks of a text."""

    def __init__(self, rules: RuleBook) -> None:
        self._splitter = SentenceSplitter(rules)

    def analyse(self, text: str) -> Layout:
        """The layout of ``text``."""
        blocks: list[Block] = []
        fired: set[str] = set()
        for match in _LINE.finditer(text):
            start, end = match.span()
            marker = _MARKER.match(text, start, end)
            if marker:
                start = marker.end()
            line = text[start:end]
            span = Span(start + len(line) - len(line.lstrip()), end - (len(line) - len(line.rstrip())))
            kind = BlockKind.ITEM if marker else BlockKind.PARAGRAPH
            if not blocks:
                kind = BlockKind.HEADLINE
            blocks.append(Block(len(blocks), kind, span, (marker[1] or marker[2]) if marker else "", sentences=self._splitter.split(text, span, fired)))
        return Layout(text, tuple(blocks), frozenset(fired))
