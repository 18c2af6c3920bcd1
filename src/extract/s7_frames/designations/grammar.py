"""Apposition: the phrases beside a name that say title, post, unit and institution.

A designation is a run of segments, each behind a comma, dash, bracket or nothing::

    NAME , psycholog , PCPR w Krośnie          position | institution
    NAME – Dyrektor Wydziału X Urzędu Y        position + unit + institution
    NAME z Uniwersytetu Z                      institution
    zastępca komendanta KP PSP NAME            position + institution, before the name and agreeing with it in case

The tail of a post is what can stand in its genitive chain: genitives, adjectives that agree with the head, "ds. …",
"w zakresie …", names in quotation marks; it ends at the institution, at punctuation or at a verb.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.base import Span
from extract.s3_morphology import Token
from extract.s7_frames.designations.lexicon import Lexicon
from extract.s7_frames.designations.sites import DASHES, Sites, agree

MAX_TAIL = 16
"""Tokens of a post's genitive chain; the longest of the sample releases has eleven."""
_LONGEST_ABBREVIATION = 4
_PREPOSITIONS = frozenset({"w", "we", "z", "ze", "przy", "na", "u"})
_FIELDS = frozenset({"zakresie", "dziedzinie", "obszarze", "sprawach", "sprawie"})
_CLOSERS = frozenset(",;:()[]|•/")
OPEN_QUOTES = frozenset("„\"«“'‚")
_CLOSE_QUOTES = frozenset("”\"»“’'")
_VERBS = frozenset({"fin", "praet", "imps", "bedzie", "winien", "impt"})
_NOMINALS = frozenset({"subst", "adj", "ppas", "pact", "ger", "brev", "adja", "num", "ign", "xxx"})
_MODIFIERS = frozenset({"adj", "ppas", "pact"})
_COMMUNES = frozenset({"gmina", "miasto", "powiat", "dzielnica", "osiedle"})
"""After these the name of the place may stand in the nominative: "skarbnik gminy Olszyna"."""
# fmt: off
_PRONOUNS = frozenset({
    "nasz", "mój", "swój", "twój", "wasz", "ten", "tamten", "tenże", "też", "który", "inny", "każdy", "jaki", "sam",
    "taki", "żaden", "drugi", "jeden", "były", "dawny", "obecny",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Segment:
    """One phrase beside a name; token indices are half open."""

    start: int
    end: int
    rule: str
    title: str | None = None
    position: tuple[Span, ...] = ()
    """Pieces of the position's text, in order ("prorektor" … "ds. klinicznych")."""
    unit: Span | None = None
    institution: int | None = None
    plural: bool = False
    anaphor: Token | None = None
    """A bare head noun that stands for an institution named before ("prezeska *fundacji*")."""
    office: bool = False


class Grammar:
    """Reads segments of designations off the tokens of one text."""

    def __init__(self, lexicon: Lexicon, sites: Sites) -> None:
        self._lexicon = lexicon
        self._sites = sites
        self._tokens = sites.tokens

    def post(self, head: int, limit: int) -> Segment | None:
        """The post whose first word (modifier or head noun) stands at ``head``; ``None`` where there is none."""
        noun = self._acting(head, limit)
        while noun < limit and noun - head < 3 and self._modifier(noun):
            noun += 1
        if noun >= limit or not self._person_noun(noun):
            return None
        return self._tail(head, noun, limit)

    def _acting(self, head: int, limit: int) -> int:
        """Index after "p.o." ("pełniący obowiązki"), ``head`` where it does not stand there."""
        words = "".join(t.lower for t in self._tokens[head : min(head + 4, limit)])
        return head + 4 if words == "p.o." else head

    def _person_noun(self, index: int) -> bool:
        tokens = self._tokens
        if self._sites.person[index] or not self._lexicon.person_noun(tokens[index]):
            return (
                tokens[index].lower == "z" and index + 2 < len(tokens) and tokens[index + 2].lower in {"ca", "cy", "cą"}
            )
        return self._sites.institution[index] is None

    def _modifier(self, index: int) -> bool:
        token = self._tokens[index]
        if self._sites.institution[index] or self._sites.person[index]:
            return False
        if not any(r.pos in _MODIFIERS and r.lemma.lower() not in _PRONOUNS for r in token.readings):
            return False
        following = self._tokens[index + 1] if index + 1 < len(self._tokens) else token
        return self._lexicon.person_noun(following) or not self._lexicon.person_noun(token)

    def _tail(self, start: int, noun: int, limit: int) -> Segment:
        lexicon, sites, tokens = self._lexicon, self._sites, self._tokens
        head = tokens[noun]
        office = self._is_office(noun, limit)
        index = noun + 1
        if head.lower == "z" and index + 1 < limit:  # z-ca
            index = noun + 3
        if index < limit and tokens[index].text == "." and len(head.text) <= _LONGEST_ABBREVIATION:
            index += 1
        unit: int | None = None
        stop = index
        while index < limit and index - noun <= MAX_TAIL:
            token = tokens[index]
            site = sites.institution[index]
            if site is None and token.text in OPEN_QUOTES and index + 1 < limit and sites.institution[index + 1]:
                index += 1  # a mention may begin inside its quotation marks
                site = sites.institution[index]
            if sites.person[index] or sites.line_break(index) or sites.sentence_break(index):
                break
            if site and not office:
                return self._with_institution(start, noun, unit, index, site, limit)
            if site and office:
                index = stop = site[1]
                continue
            if not office and lexicon.unit_head(token) and not token.pos_is("praet", "fin"):
                if unit is None and (token.capital or self._institution_ahead(index, limit)):
                    unit = index
                index += 1
                stop = index
                continue
            if token.text in OPEN_QUOTES:
                closed = self._quote_end(index, limit)
                if closed is None:
                    break
                index = stop = closed
                continue
            if token.lower in _PREPOSITIONS:
                jump = self._prepositional(index, limit, office)
                if jump is None:
                    break
                index = jump
                if tokens[jump - 1].lower not in _PREPOSITIONS:
                    stop = index
                continue
            if not self._chain(token, head, index) and not (office and token.name_class_is("nazwa_geograficzna")):
                break
            index += 1
            stop = index
        anaphor = self._anaphor(noun, stop) if not office else None
        if unit is not None and anaphor is None:
            after = sites.institution[stop + 1] if stop + 1 < limit and tokens[stop].text == "," else None
            if after is not None:
                return self._with_institution(start, noun, unit, stop, after, limit)
            position = (self._span(start, self._strip(noun, unit)),)
            return Segment(start, stop, "designation.position", position=position, unit=self._span(unit, stop))
        stop = self._strip(noun, stop)
        rule = "designation.office" if office else "designation.position"
        position = (self._span(start, stop),)
        return Segment(start, stop, rule, position=position, plural=self._plural(head), anaphor=anaphor, office=office)

    def _with_institution(
        self, start: int, noun: int, unit: int | None, index: int, site: tuple[int, int, int], limit: int
    ) -> Segment:
        tokens = self._tokens
        nested = self.outer(site, limit) if unit is None else None
        if nested is not None:
            unit, index, site = site[0], site[1], nested
        end = site[1]
        cut = unit if unit is not None else index
        cut = self._bare(noun, cut) if tokens[cut - 1].pos_is("adj") else self._strip(noun, cut)
        pieces = [self._span(start, cut)]
        end = self._joined_institutions(end, limit)
        field = self._field_after(end, limit)
        if field > end:
            pieces.append(self._span(end, field))
            end = field
        unit_span = None if unit is None else self._span(unit, self._strip(unit, index))
        return Segment(start, end, "designation.position", position=tuple(pieces), unit=unit_span, institution=site[2],
                       plural=self._plural(tokens[noun]))  # fmt: skip

    def outer(self, site: tuple[int, int, int], limit: int) -> tuple[int, int, int] | None:
        """The institution that directly follows a unit which is itself a mention ("Wydział X" "Urzędu Y")."""
        if not self._lexicon.unit_head(self._tokens[site[0]]):
            return None
        after = site[1]
        if after < limit and self._tokens[after].text == ",":
            after += 1
        outer = self._sites.institution[after] if after < limit else None
        return outer if outer is not None and outer[2] != site[2] else None

    def _joined_institutions(self, end: int, limit: int) -> int:
        """End of "… i w Domu Kultury" behind the first institution of a post held at two."""
        index = end
        while index + 1 < limit and self._tokens[index].lower in {"i", "oraz"}:
            index += 1
            if self._tokens[index].lower in _PREPOSITIONS and index + 1 < limit:
                index += 1
            site = self._sites.institution[index]
            if site is None:
                break
            index = end = site[1]
        return end

    def _bare(self, noun: int, end: int) -> int:
        """``end`` moved left over adjectives that belong to the institution ("dyrektorka przemyskiej Fundacji …")."""
        end = self._strip(noun, end)
        while end > noun + 1 and self._foreign_adjective(end - 1, noun):
            end -= 1
        return self._strip(noun, end)

    def _foreign_adjective(self, index: int, noun: int) -> bool:
        token, before = self._tokens[index], self._tokens[index - 1]
        own = agree(token, self._tokens[noun]) or self._lexicon.person_noun(token)
        return token.pos_is("adj") and not token.capital and not own and before.text != "." and before.lower != "ds"

    def _field_after(self, index: int, limit: int) -> int:
        """End of "ds. …" or "do spraw …" that follows the institution; ``index`` where there is none."""
        tokens = self._tokens
        if index >= limit:
            return index
        if tokens[index].lower == "ds":
            end = index + 1
        elif tokens[index].lower == "do" and index + 1 < limit and tokens[index + 1].lower == "spraw":
            end = index + 2
        else:
            return index
        while (
            end < limit
            and (tokens[end].text == "." or "gen" in tokens[end].cases())
            and not self._sites.sentence_break(end)
        ):
            end += 1
        while end > index and tokens[end - 1].text == ".":
            end -= 1
        return end

    def _is_office(self, noun: int, limit: int) -> bool:
        tokens, lexicon = self._tokens, self._lexicon
        second = min(noun + 1, limit - 1)
        if tokens[noun].lemma_is("zastępca", "zastępczyni", "doradca", "doradczyni") and second > noun:
            return lexicon.office(tokens[second])
        if not lexicon.office(tokens[noun]):
            return False
        return not any(lexicon.office_body(tokens[i]) for i in range(noun + 1, min(noun + 3, limit)))

    def _chain(self, token: Token, head: Token, index: int) -> bool:
        """Whether a token can continue the genitive chain of a post."""
        text = token.text
        if text in _CLOSERS or token.text.isdigit():
            return False
        if text in DASHES:
            return not self._sites.dash(index)
        if token.capital and token.name_class_is("imię") and not token.name_class_is("nazwa_geograficzna"):
            return False
        if text == ".":
            return self._tokens[index - 1].pos_is("brev") or self._tokens[index - 1].lower in {"ds", "im", "nr"}
        if token.lower in {"ds", "rp", "pr"} or (token.lower == "do" and self._next_is(index, "spraw")):
            return True
        if token.lower in {"i", "oraz"}:
            following = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
            if following is None or self._sites.person[index + 1]:
                return False
            if self._tokens[index - 1] is head:  # two posts: "założycielka i prezeska"
                return self._lexicon.person_noun(following) and bool(following.cases() & head.cases())
            return "gen" in following.cases()
        if token.pos_is(*_VERBS) and not token.pos_is("subst", "adj"):
            return False
        beside = self._tokens[index - 1] is head or self._tokens[index - 1].lower in {"i", "oraz"}
        if beside and self._lexicon.person_noun(token) and "nom" in token.cases() & head.cases():
            return True
        if token.lemma_is("nasz", "swój", "mój"):
            return False
        if token.capital and self._tokens[index - 1].lemma_is(*_COMMUNES):
            return True
        for reading in token.readings:
            if reading.pos not in _NOMINALS:
                continue
            if "gen" in reading.case or (reading.pos == "brev" and token.known):
                return True
        if self._tokens[index - 1] is head and "nom" in token.cases() & head.cases() and token.pos_is("adj"):
            return True  # a woman's post in the masculine: "konsultant wojewódzka"
        return agree(token, head) or (not token.known and token.capital)

    def _next_is(self, index: int, word: str) -> bool:
        return index + 1 < len(self._tokens) and self._tokens[index + 1].lower == word

    def _prepositional(self, index: int, limit: int, office: bool) -> int | None:
        """Index to go on from after a preposition in a tail; ``None`` where the tail ends before it."""
        tokens = self._tokens
        if index + 1 >= limit:
            return None
        if tokens[index + 1].lower in _FIELDS:
            return index + 2
        if any(t.lower in _FIELDS for t in tokens[max(0, index - 6) : index]) and "loc" in tokens[index + 1].cases():
            return index + 2
        if not office and self._institution_ahead(index, limit, reach=4):
            return index + 1
        if not office and not (tokens[index].lower in {"w", "we"} and tokens[index - 1].pos_is("subst")):
            return None
        end = index + 1
        while end < limit and tokens[end].capital and not self._sites.person[end]:
            end += 1
        return end if any(t.name_class_is("nazwa_geograficzna") for t in tokens[index + 1 : end]) else None

    def _anaphor(self, noun: int, stop: int) -> Token | None:
        """The bare common noun behind a post ("prezeska *fundacji*", "oficer prasowy *komendy*")."""
        tokens = self._tokens
        index = noun + 1
        while index < stop and tokens[index].pos_is("adj") and agree(tokens[index], tokens[noun]):
            index += 1
        if index >= stop or not tokens[index].pos_is("subst"):
            return None
        return tokens[index] if stop == index + 1 or tokens[index + 1].lower in {"w", "we"} else None

    def _institution_ahead(self, index: int, limit: int, reach: int = 10) -> bool:
        """Whether an institution or unit begins within ``reach`` tokens, before any punctuation."""
        for i in range(index + 1, min(index + 1 + reach, limit)):
            token = self._tokens[i]
            if self._sites.institution[i]:
                return True
            if token.text in _CLOSERS or self._sites.person[i] or self._sites.line_break(i) or self._sites.dash(i):
                return False
            if reach <= 4 and self._lexicon.unit_head(token):
                return True
        return False

    def _quote_end(self, index: int, limit: int) -> int | None:
        for i in range(index + 1, min(index + 20, limit)):
            if self._tokens[i].text in _CLOSE_QUOTES:
                return i + 1
        return None

    def _strip(self, noun: int, end: int) -> int:
        """``end`` moved left over trailing prepositions, conjunctions and marks."""
        while end > noun + 1 and (
            self._tokens[end - 1].lower in _PREPOSITIONS | {"i", "oraz"}
            or self._tokens[end - 1].text in DASHES | OPEN_QUOTES
        ):
            end -= 1
        return end

    def _span(self, start: int, end: int) -> Span:
        return Span(self._tokens[start].start, self._tokens[max(end, start + 1) - 1].end)

    def _plural(self, head: Token) -> bool:
        numbers = {n for r in head.readings if r.pos == "subst" and "nom" in r.case for n in r.number}
        return numbers == {"pl"}

    def unit_first(self, index: int, limit: int) -> Segment | None:
        """A unit that begins a segment: "Wydział Prewencji, Komenda …", "Zakład X Uniwersytetu Y"."""
        tokens, sites = self._tokens, self._sites
        if sites.institution[index] or not self._lexicon.unit_head(tokens[index]):
            return None
        end = index + 1
        while end < limit and end - index <= MAX_TAIL:
            token = tokens[end]
            if sites.institution[end] or sites.person[end] or sites.line_break(end) or sites.sentence_break(end):
                break
            if token.text in _CLOSERS or sites.dash(end):
                break
            if not (token.lower in _PREPOSITIONS or token.cases() or self._chain(token, tokens[index], end)):
                break
            end += 1
        site = sites.institution[end] if end < limit else None
        if site is None and end + 1 < limit and tokens[end].text == ",":
            site = sites.institution[end + 1]
        if site is None:
            return None
        unit = self._span(index, self._strip(index, end))
        return Segment(index, site[1], "designation.unit", unit=unit, institution=site[2])

    def clause(self, index: int, limit: int) -> Segment | None:
        """ "który kieruje X", "jest prezesem Y": affiliation or post said by a verb right behind the name."""
        tokens = self._tokens
        start = index
        if tokens[index].lemma_is("który"):
            index += 1
        for verb in range(index, min(index + 8, limit)):
            token = tokens[verb]
            if token.text in _CLOSERS:
                return None
            if not token.pos_is("fin", "pact"):
                continue
            if token.lemma_is("być"):
                return self._predicate(verb + 1, limit)
            if any(lemma in self._lexicon.lead_verbs for lemma in token.lemmas):
                for site in self._sites.institution[verb + 1 : min(verb + 5, limit)]:
                    if site is not None:
                        return Segment(start, site[1], "designation.verb", institution=site[2])
            return None
        return None

    def _predicate(self, index: int, limit: int) -> Segment | None:
        for head in range(index, min(index + 3, limit)):
            if "inst" in self._tokens[head].cases():
                segment = self.post(head, limit)
                return None if segment is None else replace(segment, rule="designation.verb")
        return None
