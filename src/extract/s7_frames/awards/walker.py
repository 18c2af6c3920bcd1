"""The blocks of a page in order: headings open scopes, rows, lines and sentences give statements under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.s2_layout import Block, BlockKind
from extract.s7_frames.awards.contests import Contests, contests_of
from extract.s7_frames.awards.headings import HeadingReader, labelled_group
from extract.s7_frames.awards.lexicon import AwardLexicon
from extract.s7_frames.awards.lists import ListReader
from extract.s7_frames.awards.prose import ProseReader
from extract.s7_frames.awards.statement import Scope, Statement
from extract.s7_frames.awards.tables import Schema, TableReader, cells_of, is_row
from extract.s7_frames.events.lexicon import EventLexicon
from extract.s7_frames.events.view import View, finite

_LONGEST_LINE = 240


@dataclass(slots=True)
class _State:
    """What the blocks above have set."""

    scope: Scope
    noun: str = ""
    """The noun of the last place or prize, for ordinals that stand alone."""
    schema: Schema | None = None
    """The columns of the table that goes on."""
    row: Statement | None = None
    """The last row, which the next one may complete."""
    ranked: bool = False
    """The last line had a place of its own: one without a prize is no further laureate."""
    fresh: bool = True
    """No line or sentence without an award since the heading."""


class Walker:
    """Reads all awards of a text."""

    def __init__(
        self,
        lexicon: AwardLexicon,
        events: EventLexicon,
        headings: HeadingReader,
        tables: TableReader,
        lists: ListReader,
        prose: ProseReader,
    ) -> None:
        self._lexicon = lexicon
        self._events = events
        self._headings = headings
        self._tables = tables
        self._lists = lists
        self._prose = prose

    def statements(self, view: View) -> Iterator[Statement]:
        """Every award that the text states, in its order; the same one may come more than once."""
        contests = contests_of(view, self._events)
        headline = next((b for b in view.context.layout.body if b.kind is BlockKind.HEADLINE), None)
        state = _State(self._headings.page(view, headline))
        categories = self._headings.pairs(contests)
        for block in _lines(view):
            if is_row(view, block) and cells_of(view, block) and self._is_table(view, block, state):
                yield from self._row(view, block, state)
                continue
            if _in_programme(view, block):
                continue
            if state.row is not None:
                yield state.row
                state.row = None
            if self._headings.is_heading(view, block) or self._headings.is_contest(contests, block):
                state.scope, state.fresh, state.noun = self._headings.opened(contests, block, state.scope), True, ""
                state.ranked = False
                if block.span.start in categories:
                    state.scope = state.scope.under(results=True)
                continue
            yield from self._block(contests, block, state)
        if state.row is not None:
            yield state.row

    def _is_table(self, view: View, block: Block, state: _State) -> bool:
        return state.schema is not None or self._tables.schema(view, block) is not None

    def _row(self, view: View, block: Block, state: _State) -> Iterator[Statement]:
        header = self._tables.schema(view, block)
        if header is not None:
            state.schema, state.row, state.fresh = header, None, True
            return
        assert state.schema is not None
        new, completed = self._tables.read(view, block, state.schema, state.scope, state.row)
        if completed is not None:
            state.row = completed
            return
        if state.row is not None:
            yield state.row
        state.row = new

    def _block(self, contests: Contests, block: Block, state: _State) -> Iterator[Statement]:
        view = contests.view
        scope = state.scope.under(results=False) if state.ranked else state.scope
        listed = self._lists.read(view, block, scope) if _is_line(view, block) else ()
        if listed:
            yield from listed
            state.ranked = any(s.prize is not None and s.prize.type == "rank" and s.prize.last for s in listed)
            state.fresh = False
            if labelled_group(self._lexicon, view.context.tokens.within(block.span)):
                state.scope = state.scope.under(prize=None, results=False)  # the lines below are the members
            return
        if block.kind in (BlockKind.ITEM, BlockKind.ROW) and not block.span.of(view.text).endswith("."):
            return
        scope = state.scope
        if not (state.fresh and scope.category and scope.strong):
            state.scope = Scope(contest=scope.contest, results=state.fresh and scope.results)
        told = self._sentences(contests, block, state)
        yield from told
        state.schema = None
        state.fresh = bool(told) and state.fresh

    def _sentences(self, contests: Contests, block: Block, state: _State) -> list[Statement]:
        found: list[Statement] = []
        view = contests.view
        for sentence in view.within(block.span):
            words = view.words(sentence)
            cued = self._lexicon.cued(words)
            if cued and not any((finite(t) or self._lexicon.verb_of(t)) and view.free(t.index) for t in words):
                listed = self._lists.sentence(view, block, words, state.scope)
                if listed:
                    found += listed
                    continue
            result = self._prose.read(contests, sentence, state.scope, state.noun)
            state.scope, state.noun = result.scope, result.noun
            found += result.statements
        return found


def _lines(view: View) -> tuple[Block, ...]:
    """The body, and lines "Kategoria: X" that look like the tags of a page but are more than one."""
    layout = view.context.layout
    tags = [
        b
        for b in layout.blocks
        if b.kind is BlockKind.FURNITURE and (w := view.context.tokens.within(b.span)) and w[0].lower == "kategoria"
    ]
    if len(tags) < 2:
        return layout.body
    return tuple(b for b in layout.blocks if b.kind is not BlockKind.FURNITURE or b in tags)


def _in_programme(view: View, block: Block) -> bool:
    """Whether a block belongs to a programme item with hours: who hands prizes out there gets none."""
    if block.kind is BlockKind.PROGRAMME:
        return True
    return block.owner >= 0 and view.context.layout.blocks[block.owner].kind is BlockKind.PROGRAMME


def _is_line(view: View, block: Block) -> bool:
    """Whether a block can be one line of results: no running text of several sentences."""
    if block.kind in (BlockKind.HEADLINE, BlockKind.DATELINE):
        return False
    if block.kind is not BlockKind.PARAGRAPH:
        return True
    if (len(block.sentences) > 1 and block.label is None) or block.span.end - block.span.start > _LONGEST_LINE:
        return False
    words = view.context.tokens.within(block.span)
    verbs = any(finite(t) and view.free(t.index) and not t.pos_is("subst", "adj") for t in words)
    return block.label is not None or not verbs
