"""Where an event takes place: venue and city."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.base import RuleBook, Span
from extract.s3_morphology import Token
from extract.s6_names import NameNormaliser
from extract.s7_frames.events.lexicon import EventLexicon, has_lemma, list_rule, phrase_at, phrase_rule
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.place_lines import (
    Place,
    Told,
    Venue,
    describes,
    hall_of_institution,
    headed,
    is_place,
    on_card,
    shared,
)
from extract.s7_frames.events.timing import day_mentions
from extract.s7_frames.events.view import Sentence, View, is_listed

_IN = frozenset({"w", "we", "na"})
_TOWN_TAIL = re.compile(r"\s(w|we|z|ze)\s+(\p{Lu}[^,„”\"()]*)$".replace(r"\p{Lu}", "[A-ZĄĆĘŁŃÓŚŹŻ]"))
_LEAST = 3.0


class PlaceFinder:
    """Finds the venue and the city of an event."""

    def __init__(self, book: RuleBook, lexicon: EventLexicon, normaliser: NameNormaliser) -> None:
        self._lexicon = lexicon
        self._normaliser = normaliser
        self._hall = phrase_rule(book["event.venue.hall"])
        self._building = phrase_rule(book["event.venue.building"])
        self._host = phrase_rule(book["event.venue.host"])
        self._label = phrase_rule(book["event.venue.label"])
        self._work = list_rule(book["event.venue"], "work")
        self._to = phrase_rule(book["event.city.to"])
        self._on = phrase_rule(book["event.venue.on"])
        self._reference = phrase_rule(book["event.venue.reference"])
        self._organizer = list_rule(book["event.venue.reference"], "organizer")
        self._no_town = list_rule(book["event.city.to"], "regions")
        self._verbs = lexicon.happens.lemmas | phrase_rule(book["event.attendance.came"]).lemmas

    def find(
        self,
        view: View,
        mentions: Sequence[EventMention],
        scope: Span,
        days: Sequence[Span] = (),
        organizers: Sequence[int] = (),
    ) -> Place:
        """The best supported venue in ``scope`` and its town, or the town that a sentence of the event names.

        Args:
            days: where the text gives the event's own days.
            organizers: keys of the institutions that organise it.
        """
        told = Told.of(mentions)
        venues = [v for s in view.within(scope) for v in self._venues(view, told, s, scope, days)]
        if not any(v.score >= _LEAST for v in venues):
            venues += [v for s in view.within(scope) for v in self._referred(view, told, s, organizers)]
        venue = max(venues, key=lambda v: (v.score, -v.order), default=None)
        if venue is not None and venue.score < _LEAST:
            venue = None
        spans = [] if venue is None else [venue.span]
        fired = set() if venue is None else {self._work.id, *venue.fired}
        city = (venue.city or self._of_adjective(view, venue.name)) if venue else None
        if city is None:
            found = self._city(view, told, scope, days)
            if found is not None:
                city = found[0]
                spans.append(found[1])
                fired |= found[2]
        return Place(venue.name if venue else None, city, tuple(spans), frozenset(fired))

    def _of_adjective(self, view: View, name: str) -> str | None:
        """The town that the text names and the house's adjective is of: "Sulechowski Dom Kultury" is in Sulechów."""
        adjectives = [
            w[:-3].lower() for w in re.findall(r"\w{4,}(?:ski|cki|ska|cka|skie|ckie)\b", name) if w[:1].isupper()
        ]
        stems = [a.rstrip("s") for a in adjectives]
        if not stems:
            return None
        towns = [i.name.place for i in view.context.entities.institutions if i.name.place]
        towns += [self._normaliser.place(p.text) for p in view.context.entities.places]
        for stem in stems:
            for town in towns:
                common = shared(stem, town.lower())
                if common >= max(4, len(stem) - 2) and len(town) - common <= 3:
                    return town
        return None

    def named_in(self, view: View, scope: Span) -> Place | None:
        """The first house, else the first town that a short stretch names, whatever stands before it."""
        words = view.context.tokens.within(scope)
        town: tuple[str, Span] | None = None
        for place, token in enumerate(words):
            key = view.institution.get(token.index)
            if key is not None:
                span = Span(token.start, next(t for t in reversed(words) if view.institution.get(t.index) == key).end)
                name, city = self._named(view, key, span)
                return Place(name, city or (town[0] if town else None), (span,), frozenset())
            end = (
                self._building_end(view, words, place)
                if has_lemma(token, self._building.lemmas) and view.free(token.index)
                else None
            )
            if end is not None:
                span = Span(token.start, words[end - 1].end)
                name, city = self._named(view, None, span)
                return Place(name, city or (town[0] if town else None), (span,), frozenset({self._building.id}))
            if town is None:
                case = "loc" if place and words[place - 1].lower in ("w", "we") else "nom"
                found = self._town_span(view, words, place, case)
                if found is not None:
                    town = (self._normaliser.place(found.of(view.text), case=case), found)
        return None if town is None else Place(None, town[0], (town[1],), frozenset())

    def of_entry(self, view: View, scope: Span) -> Place:
        """The house that a dated line gives after "w" or a label, and its town."""
        told = Told.of(())
        venues = [v for s in view.within(scope) for v in self._venues(view, told, s, scope, ())]
        best = max(venues, key=lambda v: (v.score, -v.order), default=None)
        if best is None:
            return Place(None, None, (), frozenset())
        city = best.city or self._of_adjective(view, best.name)
        return Place(best.name, city, (best.span,), frozenset(best.fired))

    def of_head(self, view: View, sentence: Sentence) -> Place | None:
        """ "Wydarzenia towarzyszące (wszystkie w muzeum)": the one house that the words can mean."""
        words = view.words(sentence)
        for place in range(len(words) - 1):
            if words[place].lower in _IN:
                key = self._meant(view, words, place, place + 1, True, ())
                if key is not None:
                    name, city = self._named(view, key, words[place + 1].span)
                    return Place(name, city, (words[place + 1].span,), frozenset())
        return None

    def _venues(self, view: View, told: Told, sentence: Sentence, scope: Span, days: Sequence[Span]) -> list[Venue]:
        words = view.words(sentence)
        base: float | None = None
        found: list[Venue] = []
        place = 0
        while place < len(words):
            token = words[place]
            key = view.institution.get(token.index)
            if key is None:
                if not has_lemma(token, self._building.lemmas) or not view.free(token.index):
                    place += 1
                    continue
                if has_lemma(token, self._hall.lemmas) and hall_of_institution(view, words, place):
                    place += 1
                    continue
                end = self._building_end(view, words, place)
                if end is None:
                    place += 1
                    continue
            else:
                end = place
                while end < len(words) and view.institution.get(words[end].index) == key:
                    end += 1
            extra = self._position(view, words, place, sentence)
            if extra is not None:
                span = Span(token.start, words[end - 1].end)
                score, fired = extra
                ids = fired if key is not None else (*fired, self._building.id)
                name, city = self._named(view, key, span)
                if city is None and self._label.id in fired:
                    city = self._town_after(view, words, end)
                if city is None and place and describes(view, words[place - 1]):
                    city = self._of_adjective(view, words[place - 1].text.capitalize())
                if base is None:
                    base = self._support(view, told, sentence, scope, days)
                found.append(Venue(base + score, token.start, name, city, span, ids))
            place = max(end, place + 1)
        return found

    def _referred(self, view: View, told: Told, sentence: Sentence, organizers: Sequence[int]) -> list[Venue]:
        """ "w siedzibie organizatora", "w naszej szkole", "w muzeum": the one institution that the words can mean."""
        words = view.words(sentence)
        found = []
        for place, token in enumerate(words):
            if token.lower not in _IN or not self._happens(words):
                continue
            noun = place + 1
            while noun < len(words) and noun < place + 4 and self._leads(view, words, noun):
                noun += 1
            if noun >= len(words) or not view.free(words[noun].index) or not words[noun].pos_is("subst"):
                continue
            key = self._meant(view, words, place, noun, sentence.index in told.happening, organizers)
            if key is not None:
                span = Span(words[place + 1].start, words[noun].end)
                name, city = self._named(view, key, span)
                found.append(Venue(_LEAST, token.start, name, city, span, (self._reference.id,)))
        return found

    def _leads(self, view: View, words: Sequence[Token], place: int) -> bool:
        """Whether a word stands before the noun of a house: a room of it, "nasz"."""
        token = words[place]
        if not view.free(token.index):
            return False
        return has_lemma(token, self._reference.lemmas) or (
            has_lemma(token, self._hall.lemmas) and place + 1 < len(words) and words[place + 1].pos_is("subst")
        )

    def _meant(
        self, view: View, words: Sequence[Token], place: int, noun: int, happens: bool, organizers: Sequence[int]
    ) -> int | None:
        """Key of the institution that a bare noun after "w" means; ``None`` where several or none fit."""
        token = words[noun]
        if has_lemma(token, self._organizer.lemmas):
            return organizers[0] if noun > place + 1 and len(organizers) == 1 else None
        if not happens or has_lemma(token, self._reference.lemmas):
            return None
        nouns = {r.lemma.lower() for r in token.readings if r.pos == "subst"} & self._building.lemmas
        meant = [i.key for i in view.context.entities.institutions if headed(view, i.mentions[0].span, nouns)]
        return meant[0] if len(meant) == 1 else None

    def _happens(self, words: Sequence[Token]) -> bool:
        return any(
            has_lemma(t, self._lexicon.happens.lemmas) and t.pos_is("praet", "fin", "imps", "ppas", "bedzie", "inf")
            for t in words
        )

    def _support(self, view: View, told: Told, sentence: Sentence, scope: Span, days: Sequence[Span]) -> float:
        """How surely a sentence tells where the event is."""
        near = sentence.index in told.sentences
        score = 1.5 * near + 1.0 * (sentence.index in told.happening)
        words = view.words(sentence)
        score += 1.5 * any(
            has_lemma(t, self._verbs) and t.pos_is("praet", "fin", "imps", "ppas", "bedzie", "inf") for t in words
        )
        score += 1.0 * any(abs(index - sentence.index) == 1 for index in told.first)
        score += 1.0 * bool(day_mentions(view.context, sentence.span)) + 0.5 * any(
            sentence.span.covers(d) for d in days
        )
        first = view.sentence_at(scope.start)
        score += max(0.0, 1.0 - 0.2 * (sentence.block.index - (first.block.index if first else 0)))
        return score - 2.0 * is_listed(sentence.block)

    def _position(
        self, view: View, words: Sequence[Token], place: int, sentence: Sentence
    ) -> tuple[float, tuple[str, ...]] | None:
        """How much the words before a house speak for a venue; ``None`` where they do not."""
        lower = tuple(t.lower for t in words)
        if on_card(view, words, place, sentence):
            return 3.0, ()
        for start in range(max(0, place - 8), place):
            size = phrase_at(lower, start, self._label)
            if size and start + size <= place and start == 0:
                return 6.0, (self._label.id,)
        if place <= 3 and self._asked(view, sentence):
            return 6.0, (self._label.id,)
        if self._hosts(view, words, place):
            return 2.5, (self._host.id,)
        left, hall = place, False
        while left > 0 and (has_lemma(words[left - 1], self._hall.lemmas) or describes(view, words[left - 1])):
            hall = hall or has_lemma(words[left - 1], self._hall.lemmas)
            left -= 1
        if left == 0:
            return None
        hall = hall or (has_lemma(words[place], self._hall.lemmas) and words[place].index not in view.institution)
        if words[left - 1].lower == "do":
            came = hall or any(has_lemma(t, self._to.lemmas) for t in words[max(0, left - 7) : place + 12])
            return (1.5, (self._to.id,)) if came else None
        if words[left - 1].lower not in _IN:
            return None
        before = words[max(0, left - 4) : left - 1]
        if any(has_lemma(t, self._work.lemmas) for t in before) or any(t.index in view.person for t in before):
            return None
        if words[left - 1].lower == "na" and not hall and not has_lemma(words[place], self._on.lemmas):
            return None
        on = words[left - 1].lower == "na" and not hall
        return 1.0 + 0.5 * hall, ((self._hall.id,) if hall else (self._on.id,) if on else ())

    def _town_after(self, view: View, words: Sequence[Token], start: int) -> str | None:
        """The town in the rest of a line "Miejsce: house, street, town"."""
        for place in range(start, len(words)):
            span = self._town_span(view, words, place, "nom") if place and words[place - 1].text in ",;" else None
            if span is not None:
                return self._normaliser.place(span.of(view.text), case="nom")
        return None

    def _hosts(self, view: View, words: Sequence[Token], place: int) -> bool:
        """ "gościło Technikum …" and "Technikum … gościło"."""
        end = place
        while end < len(words) and view.institution.get(words[end].index) == view.institution.get(
            words[place].index, -1
        ):
            end += 1
        sides = ([words[place - 1]] if place else []) + ([words[end]] if end < len(words) else [])
        return any(has_lemma(t, self._host.lemmas) and t.pos_is("praet", "fin") for t in sides)

    def _asked(self, view: View, sentence: Sentence) -> bool:
        """ "Gdzie?" as a sentence of its own before this one."""
        if not sentence.index:
            return False
        words = view.words(view.sentences[sentence.index - 1])
        return len(words) <= 4 and phrase_at(tuple(t.lower for t in words), 0, self._label) > 0

    def _building_end(self, view: View, words: Sequence[Token], place: int) -> int | None:
        """End of a building's name: capitals, adjectives and a town; ``None`` where it is a bare noun."""
        end, telling = place + 1, words[place].capital
        while end < len(words):
            token = words[end]
            if (token.capital and token.index not in view.person) or token.index in view.institution:
                end, telling = end + 1, True
            elif token.lower in ("w", "we") and end + 1 < len(words) and words[end + 1].capital:
                end, telling = end + 2, True
            elif token.pos_is("adj") and view.free(token.index) and not token.pos_is("prep", "conj"):
                end += 1
            else:
                break
        return end if telling and end > place + 1 else None

    def _named(self, view: View, key: int | None, span: Span) -> tuple[str, str | None]:
        if key is None:
            name = self._normaliser.phrase(span.of(view.text))
            return name, self._town(name)
        institution = next(i for i in view.context.entities.institutions if i.key == key).name
        return institution.name, institution.place or self._town(institution.name)

    def _town(self, name: str) -> str | None:
        tail = _TOWN_TAIL.search(name)
        if tail is None:
            return None
        return self._normaliser.place(tail[2].strip(), case="loc" if tail[1].startswith("w") else "gen")

    def _city(
        self, view: View, told: Told, scope: Span, days: Sequence[Span]
    ) -> tuple[str, Span, frozenset[str]] | None:
        best: tuple[float, int, Span, frozenset[str], str | None] | None = None
        for sentence in view.within(scope):
            words = view.words(sentence)
            support: float | None = None
            near = sentence.index in told.sentences
            for place, token in enumerate(words):
                found = self._town_at(view, words, place, sentence)
                if found is None:
                    continue
                span, extra, fired = found
                if any(t.index in view.person for t in words[max(0, place - 3) : place]):
                    continue
                if any(name.covers(span) for name in told.names):
                    continue  # a word of the event's name
                if support is None:
                    support = self._support(view, told, sentence, scope, days)
                score = support + extra + 0.5 * near
                if best is None or score > best[0]:
                    case = {"w": "loc", "we": "loc", "do": "gen"}.get(token.lower)
                    best = (score, token.start, span, fired, case)
        if best is None or best[0] < _LEAST:
            return None
        return self._normaliser.place(best[2].of(view.text), case=best[4]), best[2], best[3]

    def _town_at(
        self, view: View, words: Sequence[Token], place: int, sentence: Sentence
    ) -> tuple[Span, float, frozenset[str]] | None:
        """A town after "w", after a verb of coming and "do", or before a date at the head of a line."""
        token = words[place]
        nothing: frozenset[str] = frozenset()
        if token.lower in ("w", "we") and place + 1 < len(words):
            span = self._town_span(view, words, place + 1, "loc")
            return (span, 1.0, nothing) if span else None
        if token.lower == "do" and place + 1 < len(words):
            span = self._town_span(view, words, place + 1, "gen")
            near = words[max(0, place - 8) : place + 6]
            if span and any(has_lemma(t, self._to.lemmas) for t in near):
                return span, 1.0, frozenset({self._to.id})
            return None
        if token.text == "," and place + 1 < len(words) and on_card(view, words, place + 1, sentence):
            span = self._town_span(view, words, place + 1, "nom")
            return (span, 3.0, nothing) if span and span.end >= sentence.span.end - 1 else None
        if place == 0:
            span = self._town_span(view, words, 0, "nom")
            days = day_mentions(view.context, sentence.span)
            if span and days and days[0].span.start - span.end <= 12 and sentence.span.end - days[0].span.end <= 4:
                return span, 3.0, nothing
        return None

    def _town_span(self, view: View, words: Sequence[Token], place: int, case: str) -> Span | None:
        start = words[place]
        if not start.capital or not view.free(start.index) or has_lemma(start, self._no_town.lemmas):
            return None
        end = place
        while end < len(words) and end - place < 4 and words[end].capital and view.free(words[end].index):
            if not any(case in r.case for r in words[end].readings) and words[end].known:
                break
            end += 1
            if end + 1 < len(words) and words[end].text in "-–" and words[end + 1].capital:
                end += 1
        named = any(
            "nazwa_geograficzna" in r.name_class and case in r.case for t in words[place:end] for r in t.readings
        ) or is_place(view, start)
        return Span(start.start, words[end - 1].end) if end > place and named else None
