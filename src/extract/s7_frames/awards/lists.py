"""Results in lists: a line names a prize and those who got it, in one order or the other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extract.base import Span
from extract.s2_layout import Block
from extract.s3_morphology import Token
from extract.s7_frames.awards.headings import heading_text, labelled_group
from extract.s7_frames.awards.lexicon import AwardLexicon
from extract.s7_frames.awards.prizes import Prize, PrizeFinder, rank_label
from extract.s7_frames.awards.recipients import Recipient, RecipientFinder
from extract.s7_frames.awards.statement import Scope, Statement
from extract.s7_frames.awards.tables import is_denied
from extract.s7_frames.events.lexicon import has_lemma, phrase_at
from extract.s7_frames.events.naming import clean
from extract.s7_frames.events.view import View, finite

_SCORE = re.compile(r"\b(?:głos|pkt|punkt)", re.IGNORECASE)
_VOTES = re.compile(r"\d\s*głos", re.IGNORECASE)
_BETWEEN = frozenset({"i", "oraz", "a", ",", ";", ".", "–", "—", "-"})
_PODIUM = 3
"""A numbered list of no more items under a category counts places; a longer one merely counts."""


class ListReader:
    """Reads lines into statements."""

    def __init__(self, lexicon: AwardLexicon, prizes: PrizeFinder, recipients: RecipientFinder) -> None:
        self._lexicon = lexicon
        self._prizes = prizes
        self._recipients = recipients

    def read(self, view: View, block: Block, scope: Scope) -> tuple[Statement, ...]:
        """The statements of one line under ``scope``; none where the line is no award."""
        words = view.context.tokens.within(block.span)
        if not words or any(t.lower in ("http", "https", "www") for t in words):
            return ()
        told = scope.results or scope.prize is not None or scope.category is not None
        if not told and not self._lexicon.cued(words) and not _VOTES.search(block.span.of(view.text)):
            return ()
        if self._of_others(words):
            return ()
        start, labelled = 0, False
        titled = self._titled_line(view, words)
        if titled is not None:
            start, labelled = titled[0], True
            scope = Scope(scope.contest, titled[1], None, True)
        elif (group := self._group_label(view, words, scope)) is not None:
            start, labelled = group[0], True
            scope = Scope(scope.contest, group[1], None, True)
        elif (distinct := self._winners_label(words)) is not None:
            start, labelled = distinct, True
            if words[0].lower.startswith("wyróżn"):
                span = words[0].span
                scope = scope.under(prize=Prize(self._lexicon.results.id, "mention", 0, 1, span, "wyróżnienie"))
        elif words[0].lower in self._lexicon.collects.words and any(t.text == ":" for t in words[1:14]):
            group_name = self._category(view, words[: next(i for i, t in enumerate(words) if t.text == ":")])
            scope = scope.under(category=group_name) if group_name else scope
            start, labelled = next(i for i, t in enumerate(words) if t.text == ":") + 1, True
        found: list[Statement] = []
        for part in self._parts(view, words[start:]):
            found += self._part(view, block, part, scope, labelled=labelled, named=False)
        return tuple(found)

    def _of_others(self, words: Sequence[Token]) -> bool:
        """A line under a label of the people who made the contest: "Jury: …", "Partnerzy konkursu: …", "Foto – …"."""
        other = self._lexicon.other_label
        if words[0].lower in ("jury", "skład", "prowadzenie") or words[0].lower in other.words - other.lemmas:
            return True
        mark = next((i for i, t in enumerate(words[:6]) if t.text in ":–—"), 0)
        labelled = mark > 0 and words[mark - 1].lower != "roku"
        if labelled and any(self._of_other_deed(t) for t in words[:mark]):
            return True
        return has_lemma(words[0], other.lemmas) or words[0].lower in other.words if labelled else False

    def _of_other_deed(self, token: Token) -> bool:
        """A verb of a label that gives nobody a prize: "Nagrody wręczyli: …", "Wśród gości byli: …"."""
        if not finite(token) or not token.pos_is("praet", "fin") or token.pos_is("imps", "subst", "adj"):
            return False
        rule = self._lexicon.verb_of(token)
        return rule is None or rule.id in ("award.verb.hand", "award.verb.be")

    def sentence(self, view: View, block: Block, words: Sequence[Token], scope: Scope) -> tuple[Statement, ...]:
        """A sentence without a verb that begins with a prize ("I miejsce – X, II miejsce – Y.")."""
        colon = next((i for i, t in enumerate(words[:4]) if t.text == ":"), -1)
        if has_lemma(words[0], self._lexicon.results.lemmas):
            words = words[colon + 1 :]
        prizes = self._prizes.find(view, words)
        if not prizes or prizes[0].first > 1 or prizes[0].label is None or prizes[0].type in ("role", "medal"):
            return ()
        found: list[Statement] = []
        for part in self._parts(view, words):
            found += self._part(view, block, part, scope, labelled=False, named=True)
        return tuple(found)

    def _parts(self, view: View, words: Sequence[Token]) -> list[Sequence[Token]]:
        """The line, or its pieces where several prizes follow each other, each before its names."""
        prizes = [p for p in self._prizes.find(view, words) if p.type in ("rank", "mention", "grand-prix") and p.label]
        starts = [p.first for p in prizes if p.first <= 1 or words[p.first - 1].lower in _BETWEEN]
        if len(starts) < 2 or starts[0] > 1:
            return [words]
        ends = [*starts[1:], len(words)]
        return [words[s:e] for s, e in zip(starts, ends, strict=True)]

    def _part(
        self, view: View, block: Block, rest: Sequence[Token], scope: Scope, *, labelled: bool, named: bool
    ) -> tuple[Statement, ...]:
        if not rest or is_denied(view, Span(rest[0].start, rest[-1].end)):
            return ()
        prizes = self._prizes.find(view, rest)
        prize, side = _own_prize(rest, prizes)
        if prize is None and not (scope.prize or labelled or self._winners(scope)):
            if not _VOTES.search(block.span.of(view.text)) or _list_place(block, rest, view, None, scope) is None:
                return ()
        category = self._category(view, rest) or (_after_place(view, rest, prize) if side == "end" else None)
        if category is not None:
            scope = scope.under(category=f"{scope.category} – {category}" if scope.category else category)
        part = rest
        if prize is not None and side == "front":
            part = rest[prize.last + (prize.type == "role") :]
        elif prize is not None:
            part = rest[: prize.first]
        found = list(self._recipients.find(view, part, strict=False))
        found = self._chosen(view, part, found, scope, several=_is_plural(prize or scope.prize))
        if labelled_group(self._lexicon, rest):
            found = self._unnamed(view, rest)
        elif not found and (prize or scope.prize or scope.category) is not None and not named and not _is_role(prize):
            found = self._unnamed(view, part)
        if prize is not None and prize.type == "prize" and side == "front" and not prize.quoted:
            prize = _worded(view, rest, prize)
        place = _list_place(block, rest, view, prize or scope.prize, scope) if found else None
        given = prize or scope.prize or place
        rule = given.rule if given is not None else ("award.label.collects" if labelled else self._lexicon.results.id)
        if prize is not None and prize.type == "prize" and prize.label is None and scope.category is None:
            given = Prize(prize.rule, "prize", prize.first, prize.last, prize.span, "Nagroda")
        return tuple(Statement(r, given, self._titled(scope, given), rule, True, 0.9) for r in found)

    def _winners_label(self, words: Sequence[Token]) -> int | None:
        """ "Nagrodzeni: A, B", "Laureaci (ex aequo): A; B": place after the colon of a label that is but a noun."""
        colon = next((i for i, t in enumerate(words[:6]) if t.text == ":"), None)
        if not colon or colon + 1 >= len(words) or not self._lexicon.winners(words[0]):
            return None
        return colon + 1 if colon == 1 or words[1].text == "(" else None

    def _titled_line(self, view: View, words: Sequence[Token]) -> tuple[int, str] | None:
        """ "Kategoria: mała firma – laureat: X": place after the second label, and the category."""
        if not words[0].lemma_is("kategoria") or len(words) < 5:
            return None
        colons = [i for i, t in enumerate(words) if t.text == ":"]
        start = 2 if colons and colons[0] == 1 else 1
        collects = next((i for i in range(start, len(words)) if words[i].lower in self._lexicon.collects.words), None)
        if collects is None or not any(i > collects for i in colons):
            return self._dashed(view, words, start)
        end = collects
        while end > start and words[end - 1].text in "–—-,;|(":
            end -= 1
        if end == start:
            return None
        text = clean(Span(words[start].start, words[end - 1].end).of(view.text)).strip('„”"')
        return min(i for i in colons if i > collects) + 1, text[:1].upper() + text[1:]

    @staticmethod
    def _dashed(view: View, words: Sequence[Token], start: int) -> tuple[int, str] | None:
        """ "Kategoria mała firma – Piekarnia „Kłos”": a name right behind the dash or colon."""
        for place in range(start + 1, len(words) - 1):
            known = words[place + 1].index in view.institution or words[place + 1].index in view.person
            if words[place].text == ":" or (words[place].text in "–—-" and known):
                text = clean(Span(words[start].start, words[place - 1].end).of(view.text)).strip('„”"')
                return place + 1, text[:1].upper() + text[1:]
        return None

    def _group_label(self, view: View, words: Sequence[Token], scope: Scope) -> tuple[int, str] | None:
        """ "Sportowiec roku: X", and under "Laureaci" any "Wokal: X": place after the colon, and the category."""
        colon = next((i for i, t in enumerate(words[:9]) if t.text == ":"), None)
        if not colon or colon + 1 >= len(words) or any(t.index in view.person for t in words[:colon]):
            return None
        yearly = words[colon - 1].lower == "roku"
        if not yearly and (not scope.results or scope.prize is not None or words[0].text.isdecimal()):
            return None
        known = words[0].lower in self._lexicon.collects.words or self._prizes.find(view, words[:colon])
        presenter = phrase_at(tuple(t.lower for t in words), 0, self._lexicon.presenter)
        if not yearly and (known or presenter or self._lexicon.recipient_kind(words[0]) == "group"):
            return None
        text = heading_text(clean(Span(words[0].start, words[colon - 1].end).of(view.text)))
        return colon + 1, text

    def _winners(self, scope: Scope) -> bool:
        if scope.category is not None and re.search(r"\broku$", scope.category, re.IGNORECASE):
            return True
        return scope.results

    @staticmethod
    def _titled(scope: Scope, prize: Prize | None) -> Scope:
        """Under "Wyróżnieni uczniowie:" the heading itself is the category, if nothing else is."""
        if prize is None and scope.category is None and scope.title:
            return scope.under(category=scope.title)
        return scope

    def _category(self, view: View, words: Sequence[Token]) -> str | None:
        """ "w kategorii M20" inside a line."""
        lower = tuple(t.lower for t in words)
        for place in range(len(words)):
            size = phrase_at(lower, place, self._lexicon.category)
            if size:
                end = place + size
                if end < len(words):
                    quote = next((q for q in view.quotes if q.span.start == words[end].start), None)
                    if quote is not None:
                        return clean(quote.inner.of(view.text))
                while (
                    end < len(words)
                    and words[end].text.isalnum()
                    and words[end].lower not in ("i", "z", "na")
                    and end - place < 6
                ):
                    end += 1
                if end > place + size:
                    return Span(words[place + size].start, words[end - 1].end).of(view.text)
        return None

    def _chosen(
        self, view: View, words: Sequence[Token], found: list[Recipient], scope: Scope, *, several: bool
    ) -> list[Recipient]:
        """Of several names in a line, those that got the prize: persons, else the first institution."""
        persons = [r for r in found if r.person is not None]
        if persons and found[0].person is not None:
            if _is_thing(scope.category, self._lexicon):
                project = self._for_project(view, words)
                if project is not None:
                    return [project]
            return persons
        if not found:
            return []
        institutions = [r for r in found if r.kind == "institution"]
        first = found[0]
        if first.kind == "municipality" and institutions and institutions[0].first - first.last <= 2:
            return [institutions[0]]
        if len(found) > 1 and all(r.kind == first.kind for r in found) and (several or _coordinated(words, found)):
            return found
        return [first]

    def _for_project(self, view: View, words: Sequence[Token]) -> Recipient | None:
        """ "Anna Kowalska, za „Bieg Trzech Jezior”": where a thing is honoured, the thing in quotation marks."""
        for place, token in enumerate(words[:-1]):
            if token.lower == "za":
                quote = next((q for q in view.quotes if q.span.start == words[place + 1].start), None)
                if quote is not None:
                    return Recipient(
                        "project", clean(quote.inner.of(view.text)), place, place + 1, quote.span, frozenset()
                    )
        return None

    def _unnamed(self, view: View, words: Sequence[Token]) -> list[Recipient]:
        """A line whose name nothing knows: what stands before the first comma, dash or bracket is a group."""
        label = next((i for i, t in enumerate(words[:3]) if t.text == ":"), -1)
        part = list(words[label + 1 :])
        while part and part[0].text in "–—-:,":
            part = part[1:]
        end = next((i for i, t in enumerate(part) if t.text in ",;(–—:" or (finite(t) and not t.capital)), len(part))
        part = part[:end]
        if not part or len(part) > 9 or not (part[0].capital or part[0].text in '„"'):
            return []
        if any(t.text.isdecimal() for t in part[:1]) or part[0].pos_is("fin", "impt", "prep", "praet"):
            return []
        span = Span(part[0].start, part[-1].end)
        kind = self._lexicon.recipient_kind(part[0]) or "group"
        name = clean(span.of(view.text))
        if name[:1] in '„"' and name.count("„") + name.count('"') <= 2 and name[-1:] in '”"':
            name = name.strip('„”"')
        return [
            Recipient(kind, name, 0, len(part), span, frozenset({"nom"}), rule=self._lexicon.recipients["group"].id)
        ]


def _worded(view: View, words: Sequence[Token], prize: Prize) -> Prize:
    """ "Nagroda fair play: X": before a colon or dash the whole wording is the prize's name."""
    mark = next((i for i, t in enumerate(words[:12]) if t.text in ":–—"), None)
    if mark is None or mark < prize.last or any(t.index in view.person for t in words[:mark]):
        return prize
    text = heading_text(clean(Span(words[0].start, words[mark - 1].end).of(view.text)))
    return replace(prize, label=text) if " " in text else prize


def _is_role(prize: Prize | None) -> bool:
    return prize is not None and prize.type == "role"


def _is_plural(prize: Prize | None) -> bool:
    return prize is not None and prize.plural


def _after_place(view: View, words: Sequence[Token], prize: Prize | None) -> str | None:
    """ "1. miejsce w M30", "1. miejsce Open kobiet": the group right behind a place, begun by a capital."""
    if prize is None or prize.type != "rank":
        return None
    start = prize.last + (prize.last < len(words) and words[prize.last].lower in ("w", "we"))
    end = start
    while (
        end < len(words) and words[end].text.isalnum() and end - start < 3 and words[end].index not in view.institution
    ):
        end += 1
    if end == start or not words[start].capital:
        return None
    return Span(words[start].start, words[end - 1].end).of(view.text)


def _own_prize(words: Sequence[Token], prizes: Sequence[Prize]) -> tuple[Prize | None, str]:
    """The prize that a line itself names: at its front before a colon, dash or name, or at its end."""
    for prize in prizes:
        if prize.type == "role":
            behind = prize.first and words[prize.first - 1].text in "–—:" and prize.last >= len(words) - 1
            if behind or (not prize.first and prize.last < len(words) and words[prize.last].text in "–—:"):
                return prize, "end" if behind else "front"
            continue
        if prize.type == "medal" and prize.label is None:
            continue
        if prize.first <= 1:
            return prize, "front"
        before = words[prize.first - 1]
        if before.text in "–—-:," or before.lower in ("i", "oraz"):
            return prize, "end"
    return None, ""


def _list_place(block: Block, words: Sequence[Token], view: View, prize: Prize | None, scope: Scope) -> Prize | None:
    """In a ranking by votes or points the number of the item is the place."""
    marker = block.marker.rstrip(".)")
    if prize is not None or not marker.isdecimal():
        return None
    siblings = sum(b.group == block.group and b.marker.rstrip(".)").isdecimal() for b in view.context.layout.body)
    ranking = scope.category is not None and 2 <= siblings <= _PODIUM
    if not ranking and not _SCORE.search(block.span.of(view.text)):
        return None
    value = int(marker)
    if not 0 < value <= 10:
        return None
    return Prize("award.prize.place", "rank", 0, 0, words[0].span, rank_label(value, "miejsce"), value, None, "miejsce")


def _is_thing(category: str | None, lexicon: AwardLexicon) -> bool:
    return category is not None and any(
        category.lower().startswith(x[:5]) for x in lexicon.recipients["project"].lemmas
    )


def _coordinated(words: Sequence[Token], found: Sequence[Recipient]) -> bool:
    joints = [[t.lower for t in words[a.last : b.first]] for a, b in itertools.pairwise(found)]
    joined = all({"i", "oraz", ",", ";"} & set(j) for j in joints)
    return joined and ({"i", "oraz", ";"} & {w for j in joints for w in j} != set() or len(found) > 2)
