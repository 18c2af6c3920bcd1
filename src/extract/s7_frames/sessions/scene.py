"""What has been found so far while one event's text is read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.base import Span
from extract.s7_frames.facts import AppearanceFact, SessionFact
from extract.s7_frames.sessions.clock import Hours
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.view import Who

_STRENGTH = {"moderator": 3, "juror": 3, "leader": 2, "opener": 2, "host": 2, "award_presenter": 3, "patron": 2}


@dataclass(slots=True)
class Draft:
    """A session in the making. Lives only while one text is read."""

    cue: Cue
    order: int
    title: str | None = None
    spans: list[Span] = field(default_factory=list)
    rule: str = ""
    confidence: float = 0.8
    day: str | None = None
    start: str | None = None
    end: str | None = None
    mode: str | None = None
    block: int = -1
    """Index of the block in which it was first named."""
    programme: bool = False
    """An item of a programme or list, which is a session even without people."""
    people: dict[int, AppearanceFact] = field(default_factory=dict)
    cancelled: bool = False
    listed: bool = False
    """Its people stood in a list, which is complete."""

    @property
    def kind(self) -> str:
        """lecture | panel | workshop | presentation | ceremony | other."""
        return self.cue.kind

    def put(self, person: int, role: str, span: Span, rule: str, confidence: float) -> None:
        """Give a person a role; a stronger role replaces a weaker one."""
        known = self.people.get(person)
        if known is None:
            self.people[person] = AppearanceFact(person, role, (span,), rule, confidence)
        elif _STRENGTH.get(role, 1) > _STRENGTH.get(known.role, 1):
            self.people[person] = AppearanceFact(person, role, (*known.spans, span), rule, confidence)

    def usual_role(self) -> str:
        """Role of a person named with the session and nothing more."""
        return self.cue.role or "speaker"

    def lead_role(self) -> str:
        """Role of whoever leads it."""
        if self.cue.group or self.cue.role == "guest":
            return "moderator"
        return {"workshop": "leader", "panel": "moderator", "ceremony": "host"}.get(self.kind, self.usual_role())

    def fact(self) -> SessionFact:
        """The finished session."""
        return SessionFact(
            self.kind,
            self.title,
            tuple(self.spans),
            self.rule or self.cue.rule,
            self.confidence,
            self.day,
            self.start,
            self.end,
            self.mode,
            tuple(self.people.values()),
        )


@dataclass(slots=True)
class Pending:
    """A role that the people of the lines below will take."""

    role: str
    target: Draft | None
    rule: str
    block: int
    """Index of the block that announced the list, then of the last line read."""
    items: bool = False
    """Every line is a session of its own."""
    cue: Cue | None = None
    """Kind of those sessions."""
    role_target: str = "any"
    origin: int = -1
    """Index of the block that announced the list."""
    started: bool = False
    heading: bool = False
    """A heading announced it: prose between its lines does not end it."""
    more: list[Draft | None] = field(default_factory=list)
    """Further sessions with the same people."""


@dataclass(slots=True)
class Scene:
    """Sessions, people and scopes of one event."""

    drafts: list[Draft] = field(default_factory=list)
    people: dict[tuple[int, str], AppearanceFact] = field(default_factory=dict)
    current: Draft | None = None
    """The session last spoken of."""
    container: Draft | None = None
    scope: Cue | None = None
    """Kind that a plural cue has announced: "odbyły się dwie debaty"."""
    pending: Pending | None = None
    kind: str = ""
    """Kind of the event."""
    debate: bool = False
    """The event is itself a discussion: those who take part in it are panelists."""
    day: str | None = None
    mode: str | None = None
    block: int = -1
    fired: set[str] = field(default_factory=set)
    absent: set[int] = field(default_factory=set)
    event_block: int = -1
    """Index of the block in which the event itself was last spoken of."""
    label: tuple[str, int] = ("", -99)
    """Role of the last label, and its block."""
    idle: tuple[Cue, Span, int] | None = None
    """A session named without title or people, and its block: the next sentence may have them."""
    hours: Hours | None = None
    """Hours of a sentence that named no session; the next sentence may."""
    recent: list[Who] = field(default_factory=list)
    """Persons of the sentence before, for "jego", "jej"."""

    def open(self, cue: Cue, title: str | None, span: Span, *, confidence: float, programme: bool = False) -> Draft:
        """A new session, which becomes the current one; one with the same title and day is taken up again."""
        if title and not programme:
            known = next((d for d in self.drafts if d.title and same_title(d.title, title)), None)
            if known is not None:
                self.current = known
                known.spans.append(span)
                return known
        draft = Draft(cue, len(self.drafts), title, [span], cue.rule, confidence, self.day, mode=self.mode)
        draft.block, draft.programme = self.block, programme
        self.drafts.append(draft)
        self.current = draft
        self.fired.add(cue.rule)
        return draft

    def put(self, draft: Draft | None, person: int, role: str, span: Span, rule: str, confidence: float) -> None:
        """A person in a role, in a session or at the event."""
        self.fired.add(rule)
        if draft is not None:
            draft.put(person, role, span, rule, confidence)
            return
        key = (person, role)
        if key not in self.people:
            self.people[key] = AppearanceFact(person, role, (span,), rule, confidence)

    def awakened(self) -> Draft | None:
        """The session that was only named in this block, made now."""
        if self.idle is None or self.idle[2] != self.block:
            return None
        cue, span, _ = self.idle
        self.idle = None
        return self.open(cue, None, span, confidence=0.6)

    def nearby(self) -> Draft | None:
        """The current session, where it was named in this block."""
        return self.current if self.current is not None and self.current.block == self.block else None


def same_title(a: str, b: str) -> bool:
    """Whether two titles have nearly the same words: one may be the other's beginning."""
    left, right = _words(a), _words(b)
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    if longer[: len(shorter)] == shorter and (len(shorter) >= 3 or len(shorter) == len(longer)):
        return True
    both = len(set(left) & set(right))
    return 2 * both >= 1.7 * max(len(set(left)), len(set(right)))


def _words(title: str) -> list[str]:
    return [w for w in "".join(c.lower() if c.isalnum() else " " for c in title).split() if w]


def merged(facts: Iterable[AppearanceFact]) -> tuple[AppearanceFact, ...]:
    """Facts without repetitions of a person in a role, in order."""
    seen: dict[tuple[int, str], AppearanceFact] = {}
    for fact in facts:
        seen.setdefault((fact.person, fact.role), fact)
    return tuple(seen.values())
