"""Awards told in sentences: verbs of giving and getting with the case of their recipient."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.base import Span
from extract.s3_morphology import Token
from extract.s6_names import NameNormaliser
from extract.s7_frames.awards.contests import Contests
from extract.s7_frames.awards.deeds import announcing, fits, honours, implied, other_clause, passive, ungrouped
from extract.s7_frames.awards.lexicon import AwardLexicon, VerbRule
from extract.s7_frames.awards.prizes import Prize, PrizeFinder
from extract.s7_frames.awards.recipients import Recipient, RecipientFinder
from extract.s7_frames.awards.statement import Contest, Scope, Statement, kin
from extract.s7_frames.awards.understood import understood
from extract.s7_frames.events.lexicon import has_lemma, phrase_at
from extract.s7_frames.events.naming import clean
from extract.s7_frames.events.numbers import ordinal_word
from extract.s7_frames.events.view import Sentence, View, finite

_SHORT = 12
_HONOUR = frozenset({"award.verb.honour", "award.verb.distinguish"})
_CLAUSE = frozenset({"że", "gdy", "kiedy", ";"})


@dataclass(slots=True)
class _Reading:
    """Where the reader stands in a sentence."""

    prize: Prize | None = None
    frame: VerbRule | None = None
    denied: bool = False
    before: list[Recipient] = field(default_factory=list)
    """Recipients met before their prize."""
    given: list[tuple[Prize | None, Recipient, VerbRule | None]] = field(default_factory=list)
    listed: bool = False
    """A colon has opened a list, whose names stand in the nominative."""
    aside: VerbRule | None = None
    """The frame that another verb has broken off; a further prize takes it up."""
    bare: bool = False
    """A verb of honouring says by itself that its object got the prize of the contest that the text tells of."""
    behind: bool = False
    """The recipients of this sentence stand before their prizes."""


@dataclass(frozen=True, slots=True)
class ProseResult:
    """What a sentence gave, and the scope for the sentences after it."""

    statements: tuple[Statement, ...]
    scope: Scope
    noun: str
    """The noun that a bare ordinal in a later sentence stands for."""


class ProseReader:
    """Reads sentences."""

    def __init__(
        self, lexicon: AwardLexicon, prizes: PrizeFinder, recipients: RecipientFinder, normaliser: NameNormaliser
    ) -> None:
        self._lexicon = lexicon
        self._prizes = prizes
        self._recipients = recipients
        self._normaliser = normaliser

    def read(self, contests: Contests, sentence: Sentence, scope: Scope, noun: str) -> ProseResult:
        """The statements of one sentence under ``scope``."""
        view = contests.view
        words = view.words(sentence)
        contest = contests.of_sentence(sentence)
        if contest is not None:
            scope = scope.under(contest=contest)
        if not noun and not self._lexicon.cued(words):
            return ProseResult((), scope, noun)
        verbs = {
            i: rule for i, t in enumerate(words) if view.free(t.index) and (rule := self._verb(words, i)) is not None
        }
        wins = any(rule.place is not None for rule in verbs.values())
        prizes = list(self._prizes.find(view, words, noun or ("miejsce" if wins else "")))
        meant = understood(self._lexicon, contests, words, verbs, prizes, scope)
        prizes += meant
        idle: list[int] = []
        for place, rule in verbs.items():
            title = self._prizes.title(view, words, place) if rule.title else None
            known = bool(meant) or any(
                p.type in ("role", "medal") or p.rule == self._lexicon.results.id for p in prizes
            )
            if (rule.title or rule.id == "award.verb.among") and title is None and not known:
                idle.append(place)
            if title is not None and not any(p.first < title.last and title.first < p.last for p in prizes):
                prizes.append(title)
        verbs = {place: rule for place, rule in verbs.items() if place not in idle}
        prizes.sort(key=lambda p: p.first)
        named = self._named_prize(view, words, verbs, prizes, sentence)
        if named is not None:
            scope = scope.under(contest=named)
        later = next((p.noun for p in reversed(prizes) if p.noun), noun or ("miejsce" if wins else ""))
        categories = self._categories(view, words)
        listed = self._enumerated(view, words, scope)
        if listed:
            return ProseResult(listed, scope, later)
        winners = any(has_lemma(t, self._lexicon.results.lemmas) for t in words)
        honoured = any(
            v.listed and (v.default or scope.contest is not None) and v.id in _HONOUR for v in verbs.values()
        )
        if words[-1].text == ":" and ((verbs and prizes) or ((winners or honoured) and len(words) <= _SHORT)):
            denied = any(place and words[place - 1].lower == "nie" for place in verbs)
            meaning = [p for v in verbs.values() if v.default and (p := implied(v, words[0].span, scope)) is not None]
            return ProseResult((), scope if denied else announcing(scope, prizes or meaning), later)
        if self._of_the_past(words):
            return ProseResult((), scope, later)
        if not verbs:
            named_group = next((text for _, text in categories.values()), None)
            return ProseResult((), scope.under(category=named_group) if named_group else scope, later)
        statements, scope = self._scan(view, words, scope, verbs, prizes, categories)
        statements = self._by_category(view, words, scope, statements) or statements
        if not categories and not scope.strong:
            # A group named in a sentence before goes on for places only, not for prizes with names of their own.
            statements = tuple(ungrouped(s) for s in statements)
        given = {s.prize for s in statements}
        announced = next(
            (p for p in prizes if p.own is not None and (p.quoted or (p not in given and p.type == "medal"))), None
        )
        if announced is not None and announced.own is not None and contest is None:
            scope = scope.under(contest=Contest(announced.title or announced.own, None, announced.span))
        return ProseResult(statements, scope, later)

    def _of_the_past(self, words: Sequence[Token]) -> bool:
        """Whether the prize or edition of a sentence is an earlier one ("ubiegłoroczną nagrodę otrzymał …")."""
        past = self._lexicon.past.lemmas
        return any(
            has_lemma(t, past) and n.lemma_is("nagroda", "edycja", "konkurs", "laureat", "statuetka", "tytuł")
            for t, n in itertools.pairwise(words)
        )

    def _enumerated(self, view: View, words: Sequence[Token], scope: Scope) -> tuple[Statement, ...]:
        """ "Laureaci to: …", "Liderzy Wody to: …" after "statuetki Liderów Wody": everyone named after the colon."""
        equals = next((i for i, t in enumerate(words[:9]) if t.lower == "to" and i and view.free(t.index)), None)
        if equals is None or words[0].index in view.person:
            return ()
        head = Span(words[0].start, words[equals - 1].end).of(view.text)
        winners = any(has_lemma(t, self._lexicon.results.lemmas) for t in words[:equals])
        announced = scope.contest is not None and kin(scope.contest.name, head)
        if not (winners or announced):
            return ()
        start = next((i + 1 for i in range(equals, min(equals + 3, len(words))) if words[i].text == ":"), equals + 1)
        found = self._recipients.find(view, words[start:], strict=True)
        prize = Prize(self._lexicon.results.id, "prize", 0, equals, Span(words[0].start, words[equals - 1].end), None)
        if announced:
            scope = scope.under(contest=Contest(clean(head), None, prize.span))
        return tuple(Statement(r, prize, scope, self._lexicon.results.id, False, 0.8) for r in found)

    def _by_category(
        self, view: View, words: Sequence[Token], scope: Scope, told: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        """ "Laureatami zostali: mała firma – X; duża firma – Y": a category before each dash, if each part has one."""
        colon = next((i for i, t in enumerate(words) if t.text == ":" and view.free(t.index)), None)
        if colon is None or len(told) < 2 or any(s.prize is not None and s.prize.label for s in told):
            return ()
        mark = ";" if any(t.text == ";" for t in words[colon:]) else ","
        found: list[Statement] = []
        start = colon + 1
        for place in range(start, len(words) + 1):
            if place < len(words) and words[place].text != mark:
                continue
            part = words[start:place]
            dash = next((i for i, t in enumerate(part) if t.text in "–—-" and view.free(t.index) and i), None)
            names = self._recipients.find(view, part[dash + 1 :], strict=True) if dash is not None else ()
            if dash is None or not names or any(t.index in view.person for t in part[:dash]):
                return ()
            text = clean(Span(part[0].start, part[dash - 1].end).of(view.text)).strip('„”"')
            group = scope.under(category=text[:1].upper() + text[1:])
            found.append(replace(told[0], recipient=names[0], scope=group))
            start = place + 1
        return tuple(found)

    def _verb(self, words: Sequence[Token], place: int) -> VerbRule | None:
        rule = self._lexicon.verb_of(words[place])
        if rule is None:
            return None
        token = words[place]
        if token.pos_is("adj", "subst") and not token.pos_is("praet", "imps", "fin") and not passive(words, place):
            return None
        if rule.id == "award.verb.be" and not any(
            ordinal_word(words[i]) for i in (place - 1, place + 1) if 0 <= i < len(words)
        ):
            return None
        if rule.case == "acc" and token.pos_is("ppas") and not token.pos_is("praet", "imps"):
            # Passive: who is honoured stands in the nominative.
            return replace(rule, case="nom")
        return rule

    def _named_prize(
        self,
        view: View,
        words: Sequence[Token],
        verbs: dict[int, VerbRule],
        prizes: Sequence[Prize],
        sentence: Sentence,
    ) -> Contest | None:
        """ "wręczono statuetki „Iskra”": prizes in the plural by name make the contest of the sentences after."""
        for prize in prizes:
            if prize.own is not None and prize.plural and prize.label is not None and "„" in prize.label:
                return Contest(prize.own, None, prize.span)
        for _place, token in enumerate(words):
            if any(r.lemma in ("rozdać", "rozdawać") for r in token.readings):
                quote = next((q for q in view.quotes if sentence.span.covers(q.span) and q.depth == 0), None)
                if quote is not None:
                    return Contest(clean(quote.inner.of(view.text)), None, quote.span)
        return None

    def _categories(self, view: View, words: Sequence[Token]) -> dict[int, tuple[int, str]]:
        """Place of "w kategorii …" -> (place after it, the group in the nominative)."""
        lower = tuple(t.lower for t in words)
        found: dict[int, tuple[int, str]] = {}
        for place in range(len(words)):
            size = phrase_at(lower, place, self._lexicon.category)
            if not size:
                continue
            start = end = place + size
            if start < len(words) and has_lemma(words[start], self._lexicon.results.lemmas):
                continue
            if start < len(words):
                quote = next((q for q in view.quotes if q.span.start == words[start].start), None)
                if quote is not None:
                    stop = next((i for i in range(start, len(words)) if words[i].start >= quote.span.end), len(words))
                    found[place] = (stop, clean(quote.inner.of(view.text)))
                    continue
            found_prizes = {p.first for p in self._prizes.find(view, words, "miejsce")}
            while end < len(words) and end - start < 6 and end not in found_prizes:
                token = words[end]
                if (
                    token.text in ",;:–—.-"
                    or (finite(token) and not token.pos_is("subst", "adj"))
                    or token.index in view.person
                    or (end > start and token.lower.startswith("najleps") and "nom" in token.cases())
                ):
                    break
                if token.capital and end > start and token.index in view.institution:
                    break
                end += 1
            if end > start:
                text = clean(Span(words[start].start, words[end - 1].end).of(view.text))
                if lower[place : place + size][-1] == "klasyfikacji":
                    text = f"klasyfikacji {text}"
                name = self._normaliser.group(text) if not text[:1].isupper() else text
                found[place] = (end, name[:1].upper() + name[1:])
        return found

    def _scan(
        self, view: View, words: Sequence[Token], scope: Scope, verbs: dict[int, VerbRule], prizes: Sequence[Prize],
        categories: dict[int, tuple[int, str]],
    ) -> tuple[tuple[Statement, ...], Scope]:  # fmt: skip
        by_prize = {p.first: p for p in prizes}
        inside = {i for p in prizes for i in range(p.first, p.last)}
        inside |= {i for start, (end, _) in categories.items() for i in range(start, end)}
        recipients = {r.first: r for r in self._recipients.find(view, words, strict=True)}
        statements: list[Statement] = []
        reading = _Reading(bare=scope.contest is not None and not prizes and honours(words, verbs))
        place = 0
        while place < len(words):
            if place in categories:
                statements += self._closed(reading, scope)
                scope = scope.under(category=categories[place][1])
                place = categories[place][0]
                continue
            if words[place].lower in _CLAUSE:
                reading.before.clear()
            if words[place].text == ":" and reading.frame is not None and reading.frame.listed:
                cues = [*verbs, *(p.last - 1 for p in prizes)]
                reading.listed = any(0 < place - c <= 2 for c in cues)
            if place in verbs:
                self._on_verb(words, place, verbs[place], reading)
            elif reading.frame is not None and other_clause(view, words, place):
                statements += self._closed(reading, scope)
                reading.aside, reading.frame, reading.prize = reading.frame, None, None
            prize = by_prize.get(place)
            if prize is not None:
                self._on_prize(reading, prize, words)
                place = max(place + 1, prize.last)
                continue
            recipient = recipients.get(place)
            if recipient is None and place not in inside and reading.frame is not None:
                recipient = self._quoted(view, words, place, reading)
            if recipient is not None and place not in inside:
                self._on_recipient(view, words, reading, recipient)
                place = recipient.last
                continue
            place += 1
        statements += self._closed(reading, scope)
        return tuple(statements), scope

    @staticmethod
    def _on_verb(words: Sequence[Token], place: int, rule: VerbRule, reading: _Reading) -> None:
        reading.denied = place > 0 and words[place - 1].lower == "nie"
        if reading.denied:
            reading.prize = None
            reading.before.clear()
            return
        if reading.frame is not None and reading.frame is not rule and rule.case != reading.frame.case:
            reading.before.clear()
        reading.frame = rule

    @staticmethod
    def _on_prize(reading: _Reading, prize: Prize, words: Sequence[Token]) -> None:
        reading.denied = False
        if reading.frame is None and reading.aside is not None:
            reading.frame, reading.aside = reading.aside, None
        fitting = [r for r in reading.before if fits(reading.frame, r)] if reading.frame is not None else []
        if fitting and reading.prize is None:
            reading.given += [(prize, r, reading.frame) for r in fitting]
            reading.before.clear()
            reading.behind = True
            return
        pending = reading.prize
        answered = pending is not None and any(g[0] is pending for g in reading.given)
        if (
            pending is not None
            and not answered
            and pending.label is not None
            and prize.type not in ("rank", "mention", "role")
        ):
            return  # "Grand Prix, czyli statuetka …": one prize in other words
        reading.prize = prize

    def _on_recipient(self, view: View, words: Sequence[Token], reading: _Reading, recipient: Recipient) -> None:
        if reading.denied:
            return
        if reading.frame is None or (
            reading.prize is None and not (reading.frame.place or reading.frame.default or reading.bare)
        ):
            reading.before.append(recipient)
            return
        if not fits(reading.frame, recipient) and not (reading.listed and "nom" in recipient.cases):
            return
        if self._governed(words, reading, recipient) or _named_only(words, reading):
            return
        reading.given.append((reading.prize, recipient, reading.frame))

    @staticmethod
    def _governed(words: Sequence[Token], reading: _Reading, recipient: Recipient) -> bool:
        """Whether a preposition that the frame does not have stands before the name."""
        if recipient.first == 0 or (reading.prize is not None and reading.prize.last == recipient.first):
            return False
        place = recipient.first - 1
        while place > 0 and words[place].pos_is("adj", "ppas") and not words[place].pos_is("prep"):
            place -= 1
        before = words[place]
        if recipient.person is None and recipient.institution is not None and reading.frame is not None:
            attribute = before.text.islower() and before.pos_is("subst") and not before.pos_is("prep", "conj", "praet")
            if attribute and reading.frame.case not in before.cases():
                return True  # "wręczył zastępca komendanta KPP": the name belongs to a noun that is no recipient
        allowed = {"do", "z", "ze"} if reading.frame is not None and reading.frame.case == "gen" else set()
        return before.pos_is("prep") and not before.pos_is("conj", "subst") and before.lower not in allowed

    def _quoted(self, view: View, words: Sequence[Token], place: int, reading: _Reading) -> Recipient | None:
        """A name in quotation marks where a recipient may stand: after the verb, a conjunction or a dash."""
        if place == 0 or reading.prize is None or reading.frame is None or words[place].text not in '„"':
            return None
        before = words[place - 1]
        after_verb = (
            finite(before)
            or before.text in "–—-"
            or (before.lower in ("oraz", "i") and any(g[1].kind == "group" for g in reading.given))
        )
        return self._recipients.quoted(view, words, place) if after_verb else None

    @staticmethod
    def _closed(reading: _Reading, scope: Scope) -> list[Statement]:
        """The statements collected so far; the frame stays for what is understood after them."""
        if reading.frame is not None and reading.before and reading.prize is None:
            default = reading.frame.place or reading.frame.default
            if default and not reading.given:
                reading.given += [(None, r, reading.frame) for r in reading.before if fits(reading.frame, r)]
        result = []
        for prize, recipient, frame in reading.given:
            given = prize
            if prize is None and frame is not None:
                given = implied(frame, recipient.span, scope)
            if given is None and scope.category is None and not reading.bare:
                continue
            place = frame.place if prize is None and frame is not None else None
            result.append(Statement(recipient, given, scope, frame.id if frame else "", False, 0.8, place))
        answered = any(p is reading.prize for p, _, _ in reading.given)
        reading.given.clear()
        reading.before.clear()
        if reading.prize is not None and reading.prize.label is not None and answered:
            reading.prize = None
        return result


def _named_only(words: Sequence[Token], reading: _Reading) -> bool:
    """Whether the "prize" is a name in apposition: one is honoured with a title only in the instrumental."""
    prize = reading.prize
    if prize is None or prize.type != "role" or reading.frame is None or reading.frame.id not in _HONOUR:
        return False
    return "inst" not in words[prize.first].cases()
