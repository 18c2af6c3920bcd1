"""Institutions from head nouns: agreeing adjectives before, everything that belongs to the name after."""

from __future__ import annotations

from dataclasses import dataclass

from extract.s5_entities.foreign import foreign_run
from extract.s5_entities.forms import ALL, GEN, PL, SG
from extract.s5_entities.lexicon import Head, Lexicon
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.shared import coordinated_members, plural_members
from extract.s5_entities.tail import Tail, splits
from extract.s5_entities.tails import TailReader
from extract.s5_entities.units import side_by_side
from extract.s5_entities.words import DASHES, OPENING, WordList

_ROMAN = frozenset("IVX")


_LINKS = frozenset(",–—-:(")
_SENTENCE = 30
_BROADCASTERS = frozenset({"radio", "telewizja"})
_AND = frozenset({"i", "oraz"})
_BARE_CLASS = frozenset({"firma", "spółka"})


@dataclass(frozen=True, slots=True)
class Start:
    """Where a name begins and what its head may be."""

    first: int
    head: int
    mask: int
    """Case, number and gender that head and adjectives share."""


class InstitutionFinder:
    """Proposes institutions and their units; linear in the text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._tails = TailReader(lexicon)

    def find(self, words: WordList, persons: list[Proposal]) -> list[Proposal]:
        """Institution and unit proposals in order.

        Args:
            words: the text.
            persons: persons found before; a name stops where one begins, unless it is the patron.
        """
        people = {p.start: p.end for p in persons}
        inside = {i for p in persons for i in range(p.start, p.end)}
        found: list[Proposal] = []
        i, n = 0, len(words)
        while i < n:
            form = words[i].form
            if (
                form.head is None
                or (words[i].shouted and form.head.has("unknown"))
                or (i in inside and not self._namesake(words, i))
            ):
                i += 1
                continue
            proposals = self._at(words, i, people)
            found += proposals
            i = max([i + 1, *(p.end for p in proposals)])
        return side_by_side(words, found)

    def _in_quotes(self, words: WordList, first: int) -> bool:
        """Whether the name would open a quotation: that is a title of something."""
        return first > 0 and not words[first].barrier and words[first - 1].form.text in OPENING and words[first].first

    def _namesake(self, words: WordList, i: int) -> bool:
        return words[i].form.head is not None and not words[i].form.surname

    def _at(self, words: WordList, i: int, people: dict[int, int]) -> list[Proposal]:
        form = words[i].form
        head = form.head
        assert head is not None
        start = self.start(words, i)
        if start is None:
            return []
        if self._in_quotes(words, start.first) and not head.has("media"):
            return []
        if head.never and i + 1 < len(words) and words[i + 1].form.lemmas & head.never:
            return []
        if head.not_after and i > 0 and words[i - 1].form.lower in head.not_after:
            return []
        if head.needs and not (i + 1 < len(words) and words[i + 1].form.lemmas & head.needs):
            return []
        if head.kind == "foreign":
            return foreign_run(words, i)
        if not start.mask & SG and not head.has("plural"):
            return self._distributed(words, start, people)
        tail = self._tails.read(words, start.head, start.mask, people)
        if not tail.mask & SG and not head.has("plural"):
            return self._distributed(words, start, people)
        if not self._enough(words, start, head, tail, people):
            return []
        members = coordinated_members(words, start.first, start.head, tail)
        if members:
            return members
        return self._build(words, start, head, tail)

    def _build(self, words: WordList, start: Start, head: Head, tail: Tail) -> list[Proposal]:
        rule = head.rule
        text = words.read(start.first, tail.end, tail.skip)
        whole = Proposal(EntityKind.INSTITUTION, start.first, tail.end, rule, 0.9, text)
        if head.lemma in _BARE_CLASS and tail.named and (not words[start.head].form.capital or words[start.head].first):
            first = start.head + 1
            return [Proposal(EntityKind.INSTITUTION, first, tail.end, rule, 0.8, words.read(first, tail.end))]
        if tail.outer is None:
            if head.kind == "territory" and self._dependent(words, start):
                return [Proposal(EntityKind.PLACE, start.first, tail.end, rule, 0.8, whole.text)]
            if head.has("free") and self._dependent(words, start):
                return []
            if head.kind == "unit" and not (tail.quoted and head.has("quoted-small")):
                return [Proposal(EntityKind.UNIT, start.first, tail.end, rule, 0.8, whole.text)]
            return [whole]
        first = tail.outer_first
        mother = words[tail.outer].form.head
        assert mother is not None
        if not splits(head, mother) or words[start.head + 1].form.lemmas & head.whole_with:
            return [whole]
        text = words.read(first, tail.end, tail.skip)
        unit_end = first
        return [
            Proposal(
                EntityKind.UNIT,
                start.first,
                unit_end,
                rule,
                0.85,
                words.read(start.first, unit_end),
                unit_of=(first, tail.end),
            ),
            Proposal(EntityKind.INSTITUTION, first, tail.end, mother.rule, 0.9, text),
        ]

    def _dependent(self, words: WordList, start: Start) -> bool:
        """Whether a unit of local government stands in the genitive after a noun it belongs to ("wójt Gminy …")."""
        first = start.first
        if first == 0 or words[first].barrier or not start.mask & GEN & SG:
            return False
        before = words[first - 1].form
        if before.lower in _AND and first > 1:
            return bool(words[first - 2].form.lemmas & {"miasto", "gmina", "powiat"})  # "Burmistrz Miasta i Gminy …"
        return before.alpha and bool(before.noun | before.adjective)

    def start(self, words: WordList, i: int) -> Start | None:
        """Where the name whose head is word ``i`` begins: agreeing capitalised adjectives, an ordinal."""
        form = words[i].form
        assert form.head is not None
        mask = form.head_mask or ALL
        if not form.capital:
            return Start(i, i, mask) if form.head.has("small") or self._quoted(words, i) else None
        first = i
        while first > 0 and not words[first].barrier and first - 1 >= 0:
            previous = words[first - 1].form
            if previous.lower in _AND and first < i and self._coordinated(words, first, mask):
                first -= 2
                continue
            if (
                previous.text in DASHES
                and first >= 2
                and words[first - 2].form.prefix
                and words[first - 2].form.capital
            ):
                if not words[first].form.adjective & mask:
                    break
                first -= 2
                continue
            if not previous.capital or (
                words[first - 1].form.head is not None and previous.noun and not previous.adjective
            ):
                break
            agreed = previous.adjective & mask
            if not previous.known and not agreed and form.head.has("named-before") and not words[first - 1].first:
                first -= 1
                continue
            if previous.lemmas & self._lexicon.possessive:
                words.fired.add("entities.possessive")
                break
            if self._of_noun_before(words, first - 1, acronym=form.head.kind == "acronym"):
                break
            if previous.lower in self._lexicon.not_names or self._post_before(words, first - 1):
                break
            if form.head.kind == "acronym" and not (form.head.has("type") or form.head.has("placed")):
                break
            if not agreed or ((previous.given or previous.surname) and words[first - 1].first and not previous.common):
                break
            mask = agreed
            first -= 1
        first = self._ordinal(words, first, form.head)
        return Start(first, i, mask)

    def _quoted(self, words: WordList, i: int) -> bool:
        """Whether a noun with a small letter names a house: "hostel „Wiatrak”"."""
        head = words[i].form.head
        if head is None or not head.has("quoted-small") or i + 1 >= len(words) or words[i + 1].barrier:
            return False
        if words[i + 1].form.text not in OPENING:
            return False
        words.fired.add("entities.head.quoted")
        return True

    def _coordinated(self, words: WordList, first: int, mask: int) -> bool:
        """Whether an adjective before "i" agrees too: "Wojewódzka i Miejska Biblioteka"."""
        if first < 2 or words[first - 1].barrier:
            return False
        before = words[first - 2].form
        return (
            before.capital
            and bool(before.adjective & mask)
            and not before.noun & mask & ~before.surname
            and not words[first - 2].first
        )

    def _of_noun_before(self, words: WordList, k: int, *, acronym: bool) -> bool:
        """Whether the adjective at ``k`` goes with a capitalised noun before it: "Sali Kameralnej Filharmonii".

        An acronym is a whole name: an adjective between it and a noun always goes with the noun ("Sala Główna MDK").
        """
        form = words[k].form
        if k == 0 or words[k].barrier or not words[k - 1].form.capital:
            return False
        before = words[k - 1].form
        if acronym and before.common and before.noun & form.adjective:
            return True
        if form.lemmas & self._lexicon.level:
            return False
        return not words[k - 1].first and before.common and before.head is None and bool(before.noun & form.adjective)

    def _post_before(self, words: WordList, k: int) -> bool:
        """Whether the adjective at ``k`` goes with a post before it: "Kurator Okręgowy Sąd …"."""
        if k == 0 or words[k].barrier:
            return False
        before = words[k - 1].form
        return before.head is not None and before.head.has("office") and bool(before.noun & words[k].form.adjective)

    def _ordinal(self, words: WordList, first: int, head: Head) -> int:
        if first == 0 or words[first].barrier:
            return first
        previous = words[first - 1].form
        if head.kind in ("school", "acronym") and set(previous.text) <= _ROMAN:
            return first - 1
        if (
            previous.text.isdigit()
            and len(previous.text) <= 2
            and first < len(words)
            and words[first].form.adjective
            and ("wojskowy" in words[first].form.lemmas)
        ):
            return first - 1
        if (
            previous.text == "."
            and first >= 2
            and words[first - 2].form.text.isdigit()
            and "wojskowy" in words[first].form.lemmas
        ):
            return first - 2
        return first

    def _enough(self, words: WordList, start: Start, head: Head, tail: Tail, people: dict[int, int]) -> bool:
        """Whether what was read is a name and no common noun with a capital letter or none."""
        if head.kind == "acronym":
            return self._acronym(words, start, head, tail)
        if head.has("office"):
            return self._patronage(words, start, tail, people)
        if (head.has("adjective") and not tail.adjectives) or (head.has("unquoted") and tail.quoted):
            return False
        if (tail.end == start.head + 1 and start.first == start.head) or tail.award:
            return False
        word = words[start.head]
        if not word.form.capital:
            return tail.quoted or (tail.named and head.has("small"))
        if tail.quoted or tail.named or tail.patron or tail.number:
            return True
        if start.first < start.head:
            return not (words[start.first].first and not words[start.head].form.capital) and (
                start.head - start.first > 1
                or tail.end > start.head + 1
                or not head.has("weak")
                or head.kind == "care"
                or head.lemma in _BROADCASTERS
            )
        if tail.adjectives or tail.genitives:
            return True
        if tail.place:
            return not head.has("weak") or (head.kind in ("care", "acronym") and not word.first)
        return False

    def _patronage(self, words: WordList, start: Start, tail: Tail, people: dict[int, int]) -> bool:
        """Whether an office without its holder gives its patronage in this sentence or under this label."""
        if (
            tail.end - start.first < 2
            or tail.outer is not None
            or tail.end in people
            or not words[start.head].form.capital
        ):
            return False
        n = len(words)
        if tail.end + 1 < n and words[tail.end].form.text in _LINKS and tail.end + 1 in people:
            return False
        before = start.first - 1
        while before >= 0 and words[before].form.text in _LINKS:
            before -= 1
        ends = set(people.values())
        if before + 1 in ends:
            return False
        for k in range(start.first - 1, max(-1, start.first - _SENTENCE), -1):
            form = words[k].form
            if form.lemmas & self._lexicon.patronage:
                words.fired.add("entities.office")
                return True
            if (
                form.text == "."
                and k + 1 < n
                and words[k + 1].first
                and words[k + 1].form.capital
                and words[k + 1].space
            ):
                break
        for k in range(tail.end, min(n, tail.end + _SENTENCE)):
            if words[k].form.lemmas & self._lexicon.patronage:
                words.fired.add("entities.office")
                return True
            if words[k].form.text == "." or words[k].barrier:
                break
        return False

    def _acronym(self, words: WordList, start: Start, head: Head, tail: Tail) -> bool:
        if head.lemma in self._lexicon.not_acronyms:
            return False
        if tail.named and not tail.place and not tail.number and (head.has("unique") or head.has("type")):
            return False
        if tail.place or tail.quoted or tail.number or tail.patron:
            return True
        if head.has("type") or head.has("unique"):
            return True
        if head.has("club"):
            return tail.named
        if head.has("placed"):
            return tail.end > start.head + 1 or start.first < start.head
        if start.first == 0 or words[start.first].barrier:
            return False
        before = words[start.first - 1].form
        if before.text == "." and start.first > 1 and words[start.first - 2].form.lower == "prof":
            return True
        after = words[tail.end].form.text if tail.end < len(words) else ""
        if before.text == "(" and after in (")", ",", ";") and start.first > 1 and words[start.first - 2].form.capital:
            return True
        titled = bool(before.lemmas & self._lexicon.titles)
        return (titled and (not before.capital or words[start.first - 1].first)) or (
            before.lower in ("z", "ze") and tail.end == start.head + 1
        )

    def _distributed(self, words: WordList, start: Start, people: dict[int, int]) -> list[Proposal]:
        """A plural head before several towns: one institution each."""
        if not start.mask & PL:
            return []
        return plural_members(words, start.first, start.head, people)
