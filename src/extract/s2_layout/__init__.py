"""The page as blocks: headline, paragraphs, items, labels, tables, furniture; offsets into the text as read."""

from extract.s2_layout.analyse import LayoutAnalyser
from extract.s2_layout.blocks import Block, BlockKind, Layout
from extract.s2_layout.sentences import SentenceSplitter, sentences

__all__ = ["Block", "BlockKind", "Layout", "LayoutAnalyser", "SentenceSplitter", "sentences"]
