"""The awards of one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.base import RuleBook
from extract.s6_names import NameNormaliser
from extract.s7_frames.awards.headings import HeadingReader
from extract.s7_frames.awards.lexicon import award_lexicon
from extract.s7_frames.awards.lists import ListReader
from extract.s7_frames.awards.prizes import PrizeFinder
from extract.s7_frames.awards.prose import ProseReader
from extract.s7_frames.awards.recipients import RecipientFinder
from extract.s7_frames.awards.statement import Statement, kin
from extract.s7_frames.awards.tables import TableReader
from extract.s7_frames.awards.walker import Walker
from extract.s7_frames.context import Context
from extract.s7_frames.events.lexicon import event_lexicon, phrase_at
from extract.s7_frames.events.view import View, view_of
from extract.s7_frames.facts import AwardFact, Designation, EventFact

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
        events = event_lexicon(rules)
        self._walker = Walker(
            lexicon,
            events,
            HeadingReader(lexicon, events, prizes),
            TableReader(lexicon, prizes, recipients),
            ListReader(lexicon, prizes, recipients),
            ProseReader(lexicon, prizes, recipients, normaliser),
        )

    def find(self, context: Context, events: Sequence[EventFact], designations: Sequence[Designation]) -> AwardsFound:
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
        for statement in _unique(self._walker.statements(view)):
            index = _event_of(events, statement)
            awards[index].append(_fact(statement, events[index]))
            fired |= self._fired(view, statement)
        return AwardsFound(tuple(tuple(a) for a in awards), frozenset(fired - {""}))

    def _fired(self, view: View, statement: Statement) -> set[str]:
        """Ids of the rules whose words made the statement what it is."""
        lexicon, prize, kind = self._lexicon, statement.prize, statement.recipient.kind
        fired = {statement.rule, statement.recipient.rule}
        if prize is not None:
            fired.add(prize.rule)
            if any(t.lower in lexicon.attributes.words for t in view.context.tokens.within(prize.span)):
                fired.add(lexicon.attributes.id)
        if kind in lexicon.recipients:
            fired.add(lexicon.recipients[kind].id)
        sentence = view.sentence_at(statement.recipient.span.start)
        if sentence is not None:
            lower = tuple(t.lower for t in view.words(sentence))
            rules = (lexicon.presenter, *((lexicon.category,) if statement.scope.category else ()))
            fired.update(r.id for r in rules if any(phrase_at(lower, i, r) for i in range(len(lower))))
        return fired


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
