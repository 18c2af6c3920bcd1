"""The awards of one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.base import RuleBook
from extract.s2_layout import Block, BlockKind
from extract.s6_names import NameNormaliser
from extract.s7_frames.awards.contests import Contests, contests_of
from extract.s7_frames.awards.lexicon import award_lexicon
from extract.s7_frames.awards.lists import ListReader, labelled_group
from extract.s7_frames.awards.prizes import PrizeFinder
from extract.s7_frames.awards.prose import ProseReader
from extract.s7_frames.awards.recipients import RecipientFinder
from extract.s7_frames.awards.statement import Scope, Statement, kin
from extract.s7_frames.awards.tables import Schema, TableReader, cells_of, is_row
from extract.s7_frames.context import Context
from extract.s7_frames.events.lexicon import event_lexicon
from extract.s7_frames.events.view import View, finite, view_of
from extract.s7_frames.facts import AwardFact, Designation, EventFact

_LONGEST_LINE = 240
_HOLDS_CONTEST = frozenset({"konkurs", "festiwal", "gala"})


@dataclass(frozen=True, slots=True)
class AwardsFound:
    """One tuple of awards for each event, and the ids of the rules that decided something."""

    awards: tuple[tuple[AwardFact, ...], ...]
    fired: frozenset[str] = frozenset()


class AwardFinder:
    """Finds who was given which prize, and at which of the text's events."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser) -> None:
        lexicon = self._lexicon = award_lexicon(rules)
        prizes = PrizeFinder(lexicon, normaliser)
        recipients = RecipientFinder(lexicon, normaliser)
        self._events = event_lexicon(rules)
        self._tables = TableReader(lexicon, prizes, recipients)
        self._lists = ListReader(lexicon, prizes, recipients)
        self._prose = ProseReader(lexicon, prizes, recipients, normaliser)

    def find(
        self, context: Context, events: Sequence[EventFact], designations: Sequence[Designation]
    ) -> AwardsFound:
        """The awards given at each of ``events``.

        Args:
            context: the text.
            events: those found in it, with their scopes.
            designations: not needed to find recipients; the affiliation of a person follows from them later.
        """
        if not events:
            return AwardsFound(())
        view = view_of(context)
        awards: list[list[AwardFact]] = [[] for _ in events]
        fired: set[str] = set()
        for statement in _unique(self._statements(view)):
            index = _event_of(events, statement)
            awards[index].append(_fact(statement, events[index]))
            fired |= {statement.rule, statement.recipient.rule} | ({statement.prize.rule} if statement.prize else set())
        return AwardsFound(tuple(tuple(a) for a in awards), frozenset(fired - {""}))

    def _statements(self, view: View) -> Iterator[Statement]:
        contests = contests_of(view, self._events)
        headline = next((b for b in view.context.layout.body if b.kind is BlockKind.HEADLINE), None)
        scope, noun = self._lists.page(view, headline), ""
        schema: Schema | None = None
        last: Statement | None = None
        fresh = True
        for block in view.context.layout.body:
            if is_row(view, block) and cells_of(view, block):
                found = self._tables.schema(view, block)
                if found is not None:
                    schema, last, fresh = found, None, True
                    continue
                if schema is not None:
                    new, completed = self._tables.read(view, block, schema, scope, last)
                    if completed is not None:
                        last = completed
                        continue
                    if last is not None:
                        yield last
                    last = new
                    continue
            if _in_programme(view, block):
                continue
            if self._lists.is_heading(view, block) or self._lists.is_contest(contests, block):
                if last is not None:
                    yield last
                    last = None
                scope, fresh, noun = self._lists.opened(contests, block, scope), True, ""
                continue
            if last is not None:
                yield last
                last = None
            listed = tuple(self._lists.read(view, block, scope)) if _is_line(view, block) else ()
            if listed:
                yield from listed
                fresh = False
                if labelled_group(self._lexicon, view.context.tokens.within(block.span)):
                    scope = scope.under(prize=None, results=False)  # the lines below are the members
                continue
            if block.kind in (BlockKind.ITEM, BlockKind.ROW) and not view.context.text[block.span.start : block.span.end].endswith("."):
                continue
            scope = scope if fresh and scope.category and scope.strong else Scope(contest=scope.contest, results=fresh and scope.results)
            given = False
            for statement, scope, noun in self._told(view, contests, block, scope, noun):
                if statement is not None:
                    given = True
                    yield statement
            schema = None
            fresh = given and fresh
        if last is not None:
            yield last

    def _told(
        self, view: View, contests: Contests, block: Block, scope: Scope, noun: str
    ) -> Iterator[tuple[Statement | None, Scope, str]]:
        for sentence in view.within(block.span):
            result = self._prose.read(contests, sentence, scope, noun)
            scope, noun = result.scope, result.noun
            yield None, scope, noun
            for statement in result.statements:
                yield statement, scope, noun


def _in_programme(view: View, block: Block) -> bool:
    """Whether a block belongs to a programme item with hours: who hands prizes out there gets none."""
    if block.kind is BlockKind.PROGRAMME:
        return True
    owner = block.owner
    return owner >= 0 and view.context.layout.blocks[owner].kind is BlockKind.PROGRAMME


def _is_line(view: View, block: Block) -> bool:
    """Whether a block can be one line of results: no running text of several sentences."""
    if block.kind is BlockKind.HEADLINE or block.kind is BlockKind.DATELINE:
        return False
    if block.kind is not BlockKind.PARAGRAPH:
        return True
    if len(block.sentences) > 1 and block.label is None or block.span.end - block.span.start > _LONGEST_LINE:
        return False
    words = view.context.tokens.within(block.span)
    return block.label is not None or not any(finite(t) and view.free(t.index) and not t.pos_is("subst", "adj") for t in words)


def _unique(statements: Iterator[Statement]) -> Iterator[Statement]:
    """A prize told twice is one award: the structured statement of it wins by standing first or is repeated."""
    seen: set[tuple[str, str | None]] = set()
    for statement in statements:
        key = (statement.recipient.name, statement.category)
        if key not in seen:
            seen.add(key)
            yield statement


def _event_of(events: Sequence[EventFact], statement: Statement) -> int:
    start = statement.recipient.span.start
    for index, event in enumerate(events):
        if event.scope is not None and event.scope.start <= start < event.scope.end:
            return index
    return 0


def _fact(statement: Statement, event: EventFact) -> AwardFact:
    prize, recipient, contest = statement.prize, statement.recipient, statement.scope.contest
    name: str | None = None
    edition: int | None = None
    if prize is not None and prize.own is not None:
        name = prize.own
        if contest is not None and kin(name, contest.name):
            name, edition = contest.name, contest.edition
        elif event.name is not None and kin(name, event.name) and event.kind in _HOLDS_CONTEST:
            name, edition = event.name, event.edition
    elif contest is not None:
        name, edition = contest.name, contest.edition
        if event.name is not None and _same(name, event.name):
            edition = edition or event.edition
    elif event.kind in _HOLDS_CONTEST or statement.structured:
        name, edition = event.name, event.edition
    spans = [recipient.span] + ([prize.span] if prize is not None else [])
    return AwardFact(
        recipient=recipient.name,
        recipient_kind=recipient.kind,
        spans=tuple(dict.fromkeys(spans)),
        rule=statement.rule,
        confidence=statement.confidence,
        contest=name,
        edition=edition,
        category=statement.category,
        place=prize.place if prize is not None and prize.place else statement.place,
        person=recipient.person,
        institution=recipient.institution,
    )


def _same(left: str, right: str) -> bool:
    return left.casefold() == right.casefold() or left.casefold() in right.casefold()
