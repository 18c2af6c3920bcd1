"""How many came, whether one took part over the network, whether the event is still to come, which edition it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extract.base import RuleBook, Span
from extract.s2_layout import BlockKind
from extract.s3_morphology import Token
from extract.s7_frames.events.lexicon import (
    EventLexicon,
    Gate,
    PhraseRule,
    has_lemma,
    list_rule,
    phrase_at,
    phrase_rule,
)
from extract.s7_frames.events.mentions import EventMention
from extract.s7_frames.events.numbers import cardinal_at, ordinal_before, ordinal_word
from extract.s7_frames.events.view import Sentence, View, is_listed

T = TypeVar("T")
_HEADER = 4
"""Blocks at the top of a text that speak of the event as a whole."""


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """A value with its evidence and the rules that gave it."""

    value: T
    spans: tuple[Span, ...] = ()
    fired: frozenset[str] = frozenset()


_CYCLE = frozenset({"już", "to", "cyklu", "serii"})
"""One of them stands in every sentence that counts an event without the word "edycja" or "raz"."""


class CircumstanceFinder:
    """Finds attendance, mode, status and edition of an event."""

    def __init__(self, book: RuleBook, lexicon: EventLexicon) -> None:
        self._lexicon = lexicon
        self._people = phrase_rule(book["event.attendance.people"])
        self._came = phrase_rule(book["event.attendance.came"])
        self._uncounted = list_rule(book["event.attendance.people"], "other")
        self._earlier = list_rule(book["event.attendance.people"], "earlier")
        self._online = phrase_rule(book["event.mode.online"])
        self._hybrid = phrase_rule(book["event.mode.hybrid"])
        self._onsite = phrase_rule(book["event.mode.onsite"])
        self._modes = Gate((self._online, self._hybrid, self._onsite))
        self._elsewhere = list_rule(book["event.mode.online"], "other")
        self._planned = phrase_rule(book["event.status.planned"])
        self._cancelled = phrase_rule(book["event.status.cancelled"])
        self._moved = phrase_rule(book["event.status.rescheduled"])
        self._times = phrase_rule(book["event.edition.times"])
        self._editions = Gate((self._times,))

    def attendance(self, view: View, scope: Span) -> Finding[int | None]:
        """How many came: the best supported number of people, the earlier of equals."""
        best: tuple[float, int, Span] | None = None
        first = next((s.index for s in view.within(scope) if s.block.kind is BlockKind.PARAGRAPH), -1)
        for sentence in view.within(scope):
            if is_listed(sentence.block):
                continue
            for value, span, score in self._counts(view, sentence, first):
                score -= 0.05 * sentence.block.index
                if best is None or score > best[0]:
                    best = (score, value, span)
        if best is None:
            return Finding(None)
        return Finding(best[1], (best[2],), frozenset({self._people.id, self._came.id}))

    def _counts(self, view: View, sentence: Sentence, first: int) -> list[tuple[int, Span, float]]:
        """Numbers of people: the nouns for those who come, beside a verb of coming or opening the text."""
        words = view.words(sentence)
        lower = tuple(t.lower for t in words)
        found = []
        place = 0
        while place < len(words):
            cardinal = cardinal_at(words, place) if view.free(words[place].index) else None
            if cardinal is None:
                place += 1
                continue
            value, end = cardinal
            noun = self._counted(words, end)
            if value >= 5 and noun is None and self._tallied(lower, words, place, end):
                found.append((value, Span(words[place].start, words[end - 1].end), 1.5))
            if value >= 5 and noun is not None:
                near = words[max(0, place - 14) : min(len(words), noun + 22)]
                came = any(
                    has_lemma(t, self._came.lemmas) and t.pos_is("praet", "imps", "fin", "subst", "bedzie")
                    for t in near
                )
                came = came or any(phrase_at(lower, i, self._came) for i in range(max(0, place - 3), place))
                came = came or (sentence.index == first and place <= 2)
                close = words[max(0, place - 7) : min(len(words), noun + 5)]
                before = any(has_lemma(t, self._earlier.lemmas) for t in words[:place])
                if came and not before and not any(has_lemma(t, self._uncounted.lemmas) for t in close):
                    total = words[noun].lemma_is("osoba", "uczestnik", "gość", "widz")
                    found.append((value, Span(words[place].start, words[noun].end), 1.0 + 0.5 * total))
            place = end
        return found

    def _tallied(self, lower: tuple[str, ...], words: Sequence[Token], place: int, end: int) -> bool:
        """ "Liczba uczestników: 96", the number alone behind the colon."""
        return (
            place >= 3
            and lower[place - 1] == ":"
            and lower[place - 3] in ("liczba", "ilość")
            and has_lemma(words[place - 2], self._people.lemmas)
            and all(t.text in ".,;" for t in words[end:])
        )

    def _counted(self, words: Sequence[Token], start: int) -> int | None:
        """Index of the noun for people that a number counts, adjectives skipped."""
        for place in range(start, min(start + 3, len(words))):
            token = words[place]
            if has_lemma(token, self._people.lemmas) and token.pos_is("subst", "depr"):
                return place
            # The masculine personal gender of the plural means people: "400 melomanów".
            if any(r.pos == "subst" and "m1" in r.gender and "pl" in r.number for r in token.readings):
                return place
            if not token.pos_is("adj", "ppas", "pact"):
                return None
        return None

    def mode(self, view: View, mentions: Sequence[EventMention], scope: Span, onsite: bool) -> Finding[str | None]:
        """``hybrid`` where a part is over the network and a part (``onsite``: a venue is known) is not."""
        online: list[Span] = []
        contrasted: Span | None = None
        top = next((b.index for b in view.context.layout.body if scope.covers(b.span)), 0) + _HEADER
        whole = any(m.kind.online for m in mentions)
        if whole and not self._in_room(view, scope):
            return Finding("online", (mentions[0].span,), frozenset({mentions[0].kind.id}))
        for sentence in view.within(scope):
            words = view.words(sentence)
            lower = tuple(t.lower for t in words)
            for place, token in enumerate(words):
                if not self._modes.opens(token):
                    continue
                if self._says(token, lower, place, self._hybrid):
                    return Finding("hybrid", (token.span,), frozenset({self._hybrid.id}))
                if self._says(token, lower, place, self._onsite):
                    onsite, contrasted = True, token.span
                if token.index in view.quoted or not self._says(token, lower, place, self._online):
                    continue
                near = words[max(0, place - 5) : place + 4]
                if any(has_lemma(t, self._elsewhere.lemmas) for t in near) or _in_address(view.text, token):
                    continue
                online.append(token.span)
                heads = [m.head - sentence.first for m in mentions if m.sentence.index == sentence.index]
                whole = whole or any(0 < place - h <= 3 for h in heads) or sentence.block.index <= top
        if not online:
            return Finding("onsite", (contrasted,), frozenset({self._onsite.id})) if contrasted else Finding(None)
        if onsite:
            return Finding("hybrid", tuple(online[:1]), frozenset({self._online.id}))
        return Finding("online", tuple(online[:1]), frozenset({self._online.id})) if whole else Finding(None)

    def _in_room(self, view: View, scope: Span) -> bool:
        """Whether a word of the text says that one takes part in a room as well."""
        both = (self._hybrid, self._onsite)
        return any(
            t.index not in view.quoted and any(t.lower in r.words or has_lemma(t, r.lemmas) for r in both)
            for t in view.context.tokens.within(scope)
        )

    def online(self, view: View, span: Span) -> bool:
        """Whether the words of a stretch say that one takes part over the network."""
        words = view.context.tokens.within(span)
        lower = tuple(t.lower for t in words)
        return any(
            t.index not in view.quoted
            and self._says(t, lower, i, self._online)
            and not any(has_lemma(w, self._elsewhere.lemmas) for w in words[max(0, i - 5) : i + 4])
            and not _in_address(view.text, t)
            for i, t in enumerate(words)
        )

    @staticmethod
    def _says(token: Token, lower: tuple[str, ...], place: int, rule: PhraseRule) -> bool:
        return token.lower in rule.words or has_lemma(token, rule.lemmas) or phrase_at(lower, place, rule) > 0

    def called_off(self, view: View, scope: Span) -> bool:
        """Whether the words of a stretch say that what they tell of does not take place."""
        words = view.context.tokens.within(scope)
        lower = tuple(t.lower for t in words)
        return any(view.free(t.index) and self._says(t, lower, i, self._cancelled) for i, t in enumerate(words))

    def status(self, view: View, mentions: Sequence[EventMention], scope: Span) -> Finding[str]:
        """As the sentences that name the event have it; ``held`` where nothing says otherwise."""
        naming = {m.sentence.index for m in mentions if not m.other}
        telling = [s for s in view.within(scope) if s.index in naming]
        for sentence in telling[:4]:
            words = view.words(sentence)
            lower = tuple(t.lower for t in words)
            for rule, value in ((self._moved, "rescheduled"), (self._cancelled, "cancelled")):
                for place, token in enumerate(words):
                    if view.free(token.index) and self._says(token, lower, place, rule):
                        return Finding(value, (token.span,), frozenset({rule.id}))
        for sentence in telling[:3]:
            words = view.words(sentence)
            lower = tuple(t.lower for t in words)
            if any(t.pos_is("praet", "imps") and has_lemma(t, self._lexicon.happens.lemmas) for t in words):
                return Finding("held", (sentence.span,))
            for place, token in enumerate(words):
                if view.free(token.index) and self._says(token, lower, place, self._planned):
                    return Finding("planned", (token.span,), frozenset({self._planned.id}))
        return Finding("held")

    def edition(self, view: View, mentions: Sequence[EventMention], scope: Span) -> Finding[int | None]:
        """The ordinal in the name, else "ósma edycja", "po raz czwarty", "trzecie już z cyklu"."""
        for mention in mentions:
            if mention.edition is not None and not mention.other and not mention.kind.anniversary:
                return Finding(mention.edition, (mention.span,))
        kinds = {m.kind.kind for m in mentions}
        for sentence in view.within(scope):
            words = view.words(sentence)
            lower = tuple(t.lower for t in words)
            cycle = not _CYCLE.isdisjoint(lower)
            for place, token in enumerate(words):
                if not cycle and not self._editions.opens(token):
                    continue
                value = self._counted_edition(words, lower, place, token, kinds)
                if value is not None:
                    return Finding(value, (token.span,), frozenset({self._times.id}))
        return Finding(None)

    def _counted_edition(
        self, words: Sequence[Token], lower: tuple[str, ...], place: int, token: Token, kinds: set[str]
    ) -> int | None:
        """The edition that "edycja" or "po raz" at ``place`` counts, unless it is one to come or of something else."""
        if has_lemma(token, self._times.lemmas) and token.pos_is("subst"):
            found = ordinal_before(words, place)
            if found is None and place and words[place - 1].pos_is("adj", "adv", "part", "qub"):
                found = ordinal_before(words, place - 1)
            future = any(w in ("odbędzie", "ogłosimy", "kolejną", "kolejna", "planowana", "następna") for w in lower)
            of = self._lexicon.kind_of(words[place + 1]) if place + 1 < len(words) else None
            if any(has_lemma(t, self._lexicon.foreign.lemmas) for t in words[place + 1 : place + 2]):
                return None
            if future or (of is not None and not {of.kind, "gala" if of.kind == "konkurs" else ""} & kinds):
                return None
            return found[0] if found else None
        if self._of_cycle(words, place):
            found = ordinal_before(words, place + 1)
            return found[0] if found and found[1] <= place else None
        size = phrase_at(lower, place, self._times)
        if size:
            for end in range(place + size + 3, place + size, -1):
                found = ordinal_before(words, end) if end <= len(words) else None
                if found is not None and found[1] >= place + size:
                    return found[0] if found[0] > 1 or lower[place + size] == "pierwszy" else None
        return None

    def _of_cycle(self, words: Sequence[Token], place: int) -> bool:
        """ "trzecie już z cyklu", "było to drugie spotkanie z tego cyklu", "dwudziesta już konferencja"."""
        near = [t.lower for t in words[place + 1 : place + 6]]
        noun = next((t for t in words[place + 1 : place + 4] if t.pos_is("subst")), None)
        if "już" in near[:1] or (place and words[place - 1].lower in ("już", "to")):
            if (
                noun is not None
                and not has_lemma(noun, self._times.lemmas)
                and (self._lexicon.kind_of(noun) or has_lemma(noun, self._lexicon.generic.lemmas))
            ):
                return True
        return any(w in ("cyklu", "serii") for w in near) and ordinal_word(words[place]) is not None


def _in_address(text: str, token: Token) -> bool:
    """Whether the token is part of a web or mail address."""
    around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
    return any(c in "./@_" for c in around.strip(" ")) and text[token.end : token.end + 2] not in (". ", ".\n", ".")
