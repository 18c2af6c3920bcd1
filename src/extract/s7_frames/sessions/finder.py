"""Sessions and people's roles of every event of one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.base import RuleBook, Span
from extract.s2_layout import Block, BlockKind
from extract.s6_names import NameNormaliser
from extract.s7_frames.context import Context
from extract.s7_frames.facts import AppearanceFact, Designation, EventFact, SessionFact
from extract.s7_frames.sessions.days import Days
from extract.s7_frames.sessions.forms import Forms
from extract.s7_frames.sessions.lexicon import Cue, Lexicon
from extract.s7_frames.sessions.parts import EventParts
from extract.s7_frames.sessions.reader import Reader
from extract.s7_frames.sessions.scene import Draft, Scene, same_title
from extract.s7_frames.sessions.sentence import EventTest
from extract.s7_frames.sessions.titles import Titled
from extract.s7_frames.sessions.view import Mark, View

_KIND_NOUNS = {
    "debata": {"debata", "dyskusja", "rozmowa", "panel"},
    "warsztaty": {"warsztat", "warsztaty", "zajęcia"},
    "szkolenie": {"szkolenie", "zajęcia"},
}


class SessionFinder:
    """Finds the sessions and the people of events."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser) -> None:
        self._lexicon = Lexicon(rules)
        self._forms = Forms(self._lexicon)
        self._normaliser = normaliser

    def find(
        self, context: Context, events: Sequence[EventFact], designations: Sequence[Designation]
    ) -> tuple[EventParts, ...]:
        """One :class:`EventParts` for each of ``events``, in their order; one for the whole text where there is none.

        Titles, positions and institutions of people are left to the caller, who has ``designations``.
        """
        view = View(context, self._lexicon, self._normaliser, designations, self._forms)
        whole = Span(0, len(context.text))
        known = list(events) or [EventFact("inne", None, (), "")]
        scopes = [e.scope or (whole if n == 0 else Span(0, 0)) for n, e in enumerate(known)]
        return tuple(self._of(view, event, scope) for event, scope in zip(known, scopes, strict=True))

    def _of(self, view: View, event: EventFact, scope: Span) -> EventParts:
        if event.status == "cancelled" or scope.start == scope.end:
            return EventParts()
        days = Days(view.text, view.context.dates, event.start_date, event.end_date)
        scene = Scene(day=days.single, kind=event.kind, debate=event.kind == "debata")
        blocks = [b for b in view.context.layout.body if _inside(b, scope)]
        Reader(view, scene, days, OwnName(view, event)).read(blocks)
        drafts = [d for d in scene.drafts if _kept(d)]
        for draft in drafts:
            _settle(draft, days, event)
        people = _people(scene, drafts)
        sessions = tuple(_fact(d) for d in drafts)
        return EventParts(sessions, people, frozenset(scene.fired))


def _inside(block: Block, scope: Span) -> bool:
    return block.span.overlaps(scope) and block.kind is not BlockKind.DATELINE


class OwnName(EventTest):
    """Knows the event's own noun and title."""

    def __init__(self, view: View, event: EventFact) -> None:
        self._view = view
        self._name = event.name
        self._spans = event.spans[:1]
        self._nouns = _KIND_NOUNS.get(event.kind, set())

    def __call__(self, mark: Mark | None, titles: Sequence[Titled], cue: Cue) -> bool:
        """True where the event itself is spoken of."""
        if titles:
            return self._name is not None and any(same_title(t.title, self._name) for t in titles)
        if mark is None:
            return False
        start = self._view.tokens[mark.first].start
        if any(s.start <= start < s.end for s in self._spans):
            return True
        return bool(set(cue.lemmas) & self._nouns)


def _kept(draft: Draft) -> bool:
    if draft.cancelled:
        return False
    shown = draft.cue.rule.endswith("concert") and not draft.programme and draft.start is None
    return bool(draft.people) or (draft.title is not None and not shown)


def _settle(draft: Draft, days: Days, event: EventFact) -> None:
    """The day and the mode that follow from the event."""
    if draft.day is None:
        draft.day = days.single or (days.first if days.shifted else None)
    if event.mode == "online":
        draft.mode = "online"
    if event.mode not in ("online", "hybrid"):
        draft.mode = None


def _people(scene: Scene, drafts: Sequence[Draft]) -> tuple[AppearanceFact, ...]:
    """People outside sessions; who is only quoted must have no other role, who is absent has none."""
    seated = {key for d in drafts for key in d.people}
    kept = []
    roles: dict[int, set[str]] = {}
    for key, role in scene.people:
        roles.setdefault(key, set()).add(role)
    for (key, role), fact in scene.people.items():
        others = roles[key] - {role}
        if key in scene.absent:
            continue
        if any(key in d.people and d.people[key].role == role for d in drafts) and role in (
            "opener",
            "speaker",
            "host",
        ):
            continue
        if role == "quoted" and (key in seated or others):
            continue
        if role == "speaker" and any(f.role == "speaker" for d in drafts for f in d.people.values() if f.person == key):
            continue
        if role == "guest" and (key in seated or others - {"quoted"}):
            continue
        kept.append(fact)
    return tuple(kept)


def _fact(draft: Draft) -> SessionFact:
    return replace(draft.fact(), people=tuple(draft.people.values()))
