"""The frame stage: events first, then what hangs on them, then the posts of the people."""

from __future__ import annotations

from dataclasses import replace

from extract.base import RuleBook
from extract.s2_layout import BlockKind
from extract.s3_morphology import Morphology
from extract.s6_names import NameNormaliser
from extract.s7_frames.awards import AwardFinder
from extract.s7_frames.confidence import Calibration
from extract.s7_frames.context import Context
from extract.s7_frames.designations import DesignationFinder, Post, merge
from extract.s7_frames.events import EventFinder
from extract.s7_frames.facts import AppearanceFact, AwardFact, EventFact, Facts
from extract.s7_frames.sessions import SessionFinder


class FrameBuilder:
    """Builds the facts of one text."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser, morphology: Morphology) -> None:
        self._designations = DesignationFinder(rules, normaliser, morphology)
        self._events = EventFinder(rules, normaliser)
        self._sessions = SessionFinder(rules, normaliser)
        self._awards = AwardFinder(rules, normaliser)
        self._calibration = Calibration.read(rules)

    def build(self, context: Context) -> Facts:
        """Events with their sessions, people, institutions and awards."""
        designations = self._designations.find(context)
        found = self._events.find(context)
        parts = self._sessions.find(context, found.events, designations)
        awards = self._awards.find(context, found.events, designations)
        posts = merge(designations)
        events = []
        for event, part, given in zip(found.events, parts, awards.awards, strict=False):
            people = _without_quoted_laureates(part.people, given)
            whole = _with_posts(replace(event, people=people, sessions=part.sessions, awards=given), posts)
            events.append(self._calibration.apply(whole))
        title = next((b for b in context.layout.blocks if b.kind is BlockKind.HEADLINE), None)
        fired = {d.rule for d in designations if d.rule} | found.fired | awards.fired
        return Facts(
            title.span.of(context.text) if title else None,
            title.span if title else None,
            tuple(events),
            designations,
            fired=frozenset(fired.union(*(p.fired for p in parts))),
        )


def _without_quoted_laureates(
    people: tuple[AppearanceFact, ...], awards: tuple[AwardFact, ...]
) -> tuple[AppearanceFact, ...]:
    """People are `quoted` only where they have nothing else to do at the event; a laureate thanks for the prize."""
    laureates = {a.person for a in awards}
    return tuple(a for a in people if not (a.role == "quoted" and a.person in laureates))


def _with_posts(event: EventFact, posts: dict[int, Post]) -> EventFact:
    """The event with every person's title, position, unit and institution filled in."""
    return replace(
        event,
        people=tuple(_appearance(a, posts) for a in event.people),
        sessions=tuple(replace(s, people=tuple(_appearance(a, posts) for a in s.people)) for s in event.sessions),
        awards=tuple(_award(a, posts) for a in event.awards),
    )


def _appearance(fact: AppearanceFact, posts: dict[int, Post]) -> AppearanceFact:
    post = posts.get(fact.person, Post())
    return replace(fact, title=post.title, position=post.position, unit=post.unit, institution=post.institution)


def _award(fact: AwardFact, posts: dict[int, Post]) -> AwardFact:
    if fact.person is None or fact.institution is not None:
        return fact
    return replace(fact, institution=posts.get(fact.person, Post()).institution)
