"""The events of one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.base import RuleBook, Span
from extract.s6_names import NameNormaliser
from extract.s7_frames.context import Context
from extract.s7_frames.events.calendar import Calendar, accompanying, calendar_of
from extract.s7_frames.events.choose import Candidate, candidates
from extract.s7_frames.events.circumstances import CircumstanceFinder, Finding
from extract.s7_frames.events.lexicon import event_lexicon
from extract.s7_frames.events.mentions import EventMention, event_mentions
from extract.s7_frames.events.naming import Namer, clean
from extract.s7_frames.events.place_lines import Place
from extract.s7_frames.events.places import PlaceFinder
from extract.s7_frames.events.roles import RoleFinder
from extract.s7_frames.events.series import Stop, digest_of, series_of
from extract.s7_frames.events.timing import bounds, day_mentions, event_days
from extract.s7_frames.events.view import View, view_of
from extract.s7_frames.facts import EventFact, EventInstitutionFact


@dataclass(frozen=True, slots=True)
class EventsFound:
    """Events in order of the text, and the ids of the rules that decided something."""

    events: tuple[EventFact, ...]
    fired: frozenset[str] = frozenset()


class EventFinder:
    """Finds the events that a text tells of, one record for each real event."""

    def __init__(self, rules: RuleBook, normaliser: NameNormaliser) -> None:
        self._lexicon = event_lexicon(rules)
        self._namer = Namer(normaliser)
        self._places = PlaceFinder(rules, self._lexicon, normaliser)
        self._circumstances = CircumstanceFinder(rules, self._lexicon)
        self._roles = RoleFinder(rules, self._lexicon)

    def find(self, context: Context) -> EventsFound:
        """The events of one text; sessions, people and awards are left empty."""
        view = view_of(context)
        mentions = event_mentions(view, self._lexicon)
        events: list[EventFact] = []
        fired: set[str] = set()
        chosen = candidates(view, self._lexicon, mentions)
        if len(chosen) == 1:
            circumstances = self._circumstances
            series = series_of(
                view, self._lexicon, self._places, mentions, chosen[0], lambda s: circumstances.online(view, s)
            )
            if series is not None:
                return self._series(view, series.candidate, series.stops)
            calendar = calendar_of(view, self._lexicon, mentions) if not _dated(view, chosen[0]) else None
            if calendar is not None:
                whole, ids = self._event(view, chosen[0])
                told = self._entries(view, calendar, whole.institutions)
                return EventsFound(told, frozenset({r.rule for r in whole.institutions} | {self._lexicon.entry.id}))
            chosen = digest_of(view, self._lexicon, self._places, mentions) or chosen
        if chosen:
            fired.update(m.cues[-1] for m in mentions if m.other)
        for candidate in chosen:
            event, ids = self._event(view, candidate, [m for m in mentions if m.other])
            events.append(event)
            fired |= ids
        if len(events) == 1 and events[0].start_date is not None:
            days = (events[0].start_date, events[0].end_date or events[0].start_date)
            beside = accompanying(view, self._lexicon, mentions, days)
            if beside is not None:
                scope = Span(0, beside.head.span.start)
                events[0] = replace(events[0], scope=scope)
                events += self._entries(view, beside, ())
                fired.add(self._lexicon.entry.id)
        return EventsFound(tuple(events), frozenset(fired))

    def _entries(
        self, view: View, calendar: Calendar, institutions: tuple[EventInstitutionFact, ...]
    ) -> tuple[EventFact, ...]:
        """An event for each dated line; ``institutions`` stand behind all of them."""
        published = str(view.context.dates.published or "")[:10]
        common = self._places.of_head(view, calendar.head)
        found = []
        for entry in calendar.entries:
            start, end = bounds(entry.day)
            place = self._places.of_entry(view, entry.scope)
            if place.venue is None and common is not None:
                place = common
            off = self._circumstances.called_off(view, entry.scope)
            name = clean(entry.name.of(view.text)) if entry.name is not None else None
            spans = (entry.day.span, *((entry.name,) if entry.name is not None else ()), *place.spans)
            found.append(
                EventFact(
                    kind=entry.kind.kind,
                    name=name,
                    spans=tuple(dict.fromkeys(spans)),
                    rule=self._lexicon.entry.id,
                    confidence=0.7,
                    start_date=start,
                    end_date=end,
                    venue=place.venue,
                    city=place.city,
                    status="cancelled" if off else "planned" if published and start > published else "held",
                    scope=entry.scope,
                    institutions=institutions,
                )
            )
        return tuple(found)

    def _series(self, view: View, candidate: Candidate, stops: Sequence[Stop]) -> EventsFound:
        """One event for each meeting: what the text says of all is said of each."""
        whole, ids = self._event(view, candidate)
        events = []
        for stop in stops:
            start, end = bounds(stop.day)
            attendance = self._circumstances.attendance(view, stop.scope)
            here = stop.place.venue is not None or stop.place.city is not None
            online = self._circumstances.online(view, stop.scope)
            mode = "hybrid" if online and here else "online" if online else None
            events.append(
                replace(
                    whole,
                    name=clean(stop.title.of(view.text)) if stop.title is not None else whole.name,
                    spans=tuple(dict.fromkeys((candidate.main.span, stop.day.span, *stop.place.spans))),
                    edition=None,
                    start_date=start,
                    end_date=end,
                    venue=stop.place.venue,
                    city=stop.place.city,
                    attendance=attendance.value,
                    mode=mode,
                    scope=stop.scope,
                )
            )
        return EventsFound(tuple(events), frozenset(ids | {self._lexicon.series.id}))

    def _event(
        self, view: View, candidate: Candidate, others: Sequence[EventMention] = ()
    ) -> tuple[EventFact, set[str]]:
        scope, mentions = candidate.scope, candidate.mentions
        name = self._namer.name(view, candidate)
        days = event_days(view, self._lexicon, mentions, scope, others)
        roles = self._roles.find(view, scope)
        organizers = [r.institution for r in roles if r.role == "organizer"]
        place = self._places.find(view, mentions, scope, days.spans if days else (), organizers)
        edition = self._circumstances.edition(view, mentions, scope)
        attendance = self._circumstances.attendance(view, scope)
        mode = self._circumstances.mode(view, mentions, scope, place.venue is not None or place.city is not None)
        status = self._circumstances.status(view, mentions, scope)
        published = view.context.dates.published
        if not status.spans and status.value == "held" and published is not None and days is not None:
            if days.start > str(published)[:10]:
                status = Finding("planned", days.spans)
        if mode.value == "online":
            place = Place(None, None, (), frozenset())
        spans: list[Span] = [candidate.main.span, *(days.spans if days else ()), *place.spans]
        told = status.spans if status.value != "held" else ()
        spans += [*attendance.spans, *mode.spans, *told, *edition.spans]
        fact = EventFact(
            kind=candidate.main.kind.kind,
            name=name,
            spans=tuple(dict.fromkeys(spans)),
            rule=candidate.main.kind.id,
            confidence=min(0.98, 0.5 + 0.05 * candidate.score),
            edition=edition.value,
            start_date=days.start if days else None,
            end_date=days.end if days else None,
            venue=place.venue,
            city=place.city,
            mode=mode.value,
            attendance=attendance.value,
            status=status.value,
            scope=scope,
            institutions=roles,
        )
        fired = {candidate.main.kind.id, *place.fired, *edition.fired, *attendance.fired, *mode.fired, *status.fired}
        if days is not None:
            fired.add(self._lexicon.takes_place.id)
        fired.update(cue for m in mentions for cue in m.cues)
        return fact, fired | {r.rule for r in roles}


def _dated(view: View, candidate: Candidate) -> bool:
    """Whether the event is told of with days of its own: named beside a day, by a verb."""
    return any(m.happens and m.named and day_mentions(view.context, m.sentence.span) for m in candidate.mentions)
