"""Values of the layout stage."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from extract.base import Span


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADLINE = "headline"
    """The article's title (also its repetition)."""
    DATELINE = "dateline"
    """Place and/or date, byline, time stamp of publication."""
    HEADING = "heading"
    """A line that opens a scope for what follows: day, category, part, section of the page's body."""
    LABEL = "label"
    """A line like "Moderator:" whose value stands in the following blocks."""
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """An item of a list: bullet, number, letter, or one of a run of alike short lines."""
    ROW = "row"
    """A line of a table, cells separated by tabs or runs of spaces."""
    PROGRAMME = "programme"
    """A programme item that begins with a clock time or range."""
    FURNITURE = "furniture"
    """Menus, cookies, counters, "Powrót", credits, related links: not the body."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of the page."""

    index: int
    kind: BlockKind
    span: Span
    """Without surrounding white space and without the list marker."""
    marker: str = ""
    """The list marker as written ("•", "1.", "a)", "I.") or ``""``."""
    group: int = -1
    """Blocks of one list (or table, or programme) share a number >= 0; -1: no list."""
    depth: int = 0
    """Nesting: 0 for the body, 1 for items of a list, 2 for items of a list in an item."""
    cells: tuple[Span, ...] = ()
    """Cells of a ROW."""
    label: Span | None = None
    """For "Label: value" lines: the label without the colon (the value is the rest of ``span``)."""
    owner: int = -1
    """Index of the block that this one belongs to: the PROGRAMME item above (or, where the time stands last, below) its
    title and people lines, the LABEL above its values; -1: none."""
    sentences: tuple[Span, ...] = ()
    """The sentences of the block (see ``sentences()``); a block may go over several lines."""
    rule: str = ""
    """Id of the rule that decided the kind, or ``""``."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks of a text in order; together they cover every non-space character except markers."""

    text: str
    blocks: tuple[Block, ...]
    fired: frozenset[str] = frozenset()
    """Ids of the rules that decided something."""

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that are not page furniture."""
        return tuple(b for b in self.blocks if b.kind is not BlockKind.FURNITURE)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character ``offset``."""
        index = bisect_right(self.blocks, offset, key=lambda b: b.span.start) - 1
        if index < 0 or self.blocks[index].span.end <= offset:
            return None
        return self.blocks[index]

    def members(self, index: int) -> tuple[Block, ...]:
        """The blocks whose ``owner`` is the block ``index``, in order."""
        return tuple(b for b in self.blocks if b.owner == index)

    def in_body(self, offset: int) -> bool:
        """Whether the character lies in a block that is not furniture."""
        block = self.block_at(offset)
        return block is not None and block.kind is not BlockKind.FURNITURE
