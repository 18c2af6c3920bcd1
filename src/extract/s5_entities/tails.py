"""What follows the head noun of an institution and belongs to its name."""

from __future__ import annotations

from dataclasses import dataclass

from extract.s5_entities.forms import ALL, DAT, GEN, LOC, M1, NOM, PL, SG, Form
from extract.s5_entities.lexicon import Head, Lexicon
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.persons import patron_end
from extract.s5_entities.places import place_end
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.words import CLOSING, DASHES, OPENING, WordList

_MAX_QUOTE = 10
_JOINING = frozenset({"i", "oraz"})
_ROMAN = frozenset("IVX")
_FREE_PREPOSITIONS = frozenset({"dla", "bez", "przeciw", "przeciwko", "ds", "wobec", "za"})
_BARE_PREPOSITIONS = frozenset({"na", "pod", "nad", "przy", "za", "z", "ze"})


_HOSTED = frozenset({"instytut", "zakład", "pracownia", "koło", "samorząd", "klub", "collegium", "kolegium"})


def splits(head: Head, mother: Head) -> bool:
    """Whether a name before another institution in the genitive is its unit ("Wydział …"), not a whole with it.

    A branch ("Oddział …") makes one name with its mother, except in houses with wards and faculties.
    """
    if head.has("branch"):
        return mother.kind in ("care", "university", "school")
    if head.lemma == "biuro":
        return mother.kind == "authority"
    return head.has("unit") or (head.lemma in _HOSTED and mother.kind in ("university", "acronym"))


@dataclass(slots=True)
class Tail:
    """How far a name goes after its head, and what it has."""

    end: int
    adjectives: int = 0
    genitives: int = 0
    quoted: bool = False
    named: bool = False
    """Has a proper name in apposition ("Radio Bzura")."""
    number: bool = False
    patron: bool = False
    place: bool = False
    outer: int | None = None
    """Index of the head noun of an outer institution in the genitive."""
    closed: bool = False
    bare_acronym: bool = False
    award: bool = False
    """Goes on with "Roku": the title of an award ("Zespół Roku")."""
    mask: int = ALL
    """Case, number and gender that head and following adjectives share."""


class TailReader:
    """Reads what follows a head noun."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, words: WordList, head: int, mask: int, people: dict[int, int], *, depth: int = 0) -> Tail:
        """The tail of the name whose head noun is word ``head`` and has the readings ``mask``."""
        tail = Tail(head + 1, mask=mask)
        tail.bare_acronym = words[head].form.head is not None and words[head].form.head.kind == "acronym"
        noun = words[head].form.head
        assert noun is not None
        self._suffix(words, tail, noun.kind)
        self._adjectives(words, tail, mask)
        n = len(words)
        while tail.end < n and not tail.closed:
            if not self._step(words, tail, head, people, depth):
                break
        self._place(words, tail)
        self._legal(words, tail)
        return tail

    def _suffix(self, words: WordList, tail: Tail, kind: str) -> None:
        """The ending of an inflected acronym: "OPS-u"."""
        j = tail.end
        if kind != "acronym" or j + 1 >= len(words) or words[j].form.text not in DASHES or words[j].space:
            return
        ending = words[j + 1]
        if not ending.space and ending.form.text.islower() and len(ending.form.text) < 4:
            tail.end = j + 2

    # --- one step -----------------------------------------------------------------------------------------------

    def _step(self, words: WordList, tail: Tail, head: int, people: dict[int, int], depth: int) -> bool:
        j = tail.end
        word = words[j]
        form = word.form
        if word.barrier or (form.initial and (legal_end(words, j, self._lexicon) > j or not self._numeral(words, j))):
            return False
        if form.text in OPENING:
            return self._quote(words, tail)
        if form.text.isdigit() and tail.end > head + 1 and j + 1 < len(words) and words[j + 1].form.initial and not words[j + 1].space:
            tail.end = j + 2  # "Druku 3D"
            return True
        if form.lower == "nr":
            k = j + 2 if j + 1 < len(words) and words[j + 1].form.text == "." else j + 1
            if k < len(words) and words[k].form.text.isdigit():
                tail.end, tail.number = k + 1, True
                return True
            return False
        if form.lower in self._lexicon.patron and form.text[0] == "i":
            k = j + 2 if j + 1 < len(words) and words[j + 1].form.text == "." else j + 1
            end = patron_end(words, k, self._lexicon)
            if end > k:
                tail.end, tail.patron = end, True
                return True
            return False
        if form.lower in ("pw", "św") or (form.lower == "pod" and j + 1 < len(words) and words[j + 1].form.lower == "wezwaniem"):
            return self._dedication(words, tail)
        if form.capital and set(form.text) <= _ROMAN:
            return self._degree(words, tail)
        if form.capital and form.alpha:
            return self._capital(words, tail, head, people, depth)
        return self._connected(words, tail, head, people, depth)

    def _degree(self, words: WordList, tail: Tail) -> bool:
        """ "I stopnia", "I i II stopnia" of schools of music."""
        k, n = tail.end + 1, len(words)
        while k < n and (words[k].form.lower == "i" or set(words[k].form.text) <= _ROMAN):
            k += 1
        if k < n and words[k].form.lower == "stopnia":
            tail.end = k + 1
            return True
        return False

    def _numeral(self, words: WordList, j: int) -> bool:
        """A Roman numeral of one letter before "i" or "stopnia" ("I i II stopnia")."""
        return words[j].form.text in "IVX" and j + 1 < len(words) and words[j + 1].form.lower in ("i", "stopnia")

    def _adjectives(self, words: WordList, tail: Tail, mask: int) -> None:
        n = len(words)
        while tail.end < n and not words[tail.end].barrier:
            j = tail.end
            form = words[j].form
            step = 1
            if form.prefix and form.capital and j + 2 < n and words[j + 1].form.text in DASHES:
                form, step = words[j + 2].form, 3
            if not (form.capital or step == 3) or not form.adjective & mask or form.head is not None:
                break
            if step == 1 and form.surname and form.place and not form.common:
                break
            mask &= form.adjective
            tail.mask = mask
            tail.end += step
            tail.adjectives += 1
            if tail.end + 1 < n and words[tail.end].form.text == "," and self._adjective_list(words, tail.end, mask):
                tail.end += 1
                continue
            if tail.end + 1 < n and words[tail.end].form.lower in _JOINING and words[tail.end + 1].form.adjective & mask and (
                words[tail.end + 1].form.capital and not words[tail.end + 1].form.noun & mask
            ):
                tail.end += 1

    def _adjective_list(self, words: WordList, j: int, mask: int) -> bool:
        """Whether "Filmowej, Telewizyjnej i Teatralnej" goes on at the comma ``j``."""
        k, n = j, len(words)
        while k + 1 < n and words[k].form.text == "," and words[k + 1].form.capital and words[k + 1].form.adjective & mask:
            k += 2
        return k + 1 < n and words[k].form.lower in _JOINING and words[k + 1].form.capital and bool(
            words[k + 1].form.adjective & mask
        )

    def _quote(self, words: WordList, tail: Tail) -> bool:
        j, n = tail.end, len(words)
        if tail.quoted or tail.place or (tail.named and not tail.genitives):
            return False
        k = j + 1
        while k < n and k - j <= _MAX_QUOTE and not (words[k].form.text in CLOSING and words[k].form.text not in "'’"):
            if k - j > 1 and words[k].barrier:
                return False
            k += 1
        if k >= n or k == j + 1 or words[k].form.text not in CLOSING or not words[j + 1].form.capital:
            return False
        tail.end, tail.quoted = k + 1, True
        return True

    def _dedication(self, words: WordList, tail: Tail) -> bool:
        j, n, end = tail.end, len(words), tail.end
        j += 2 if words[j].form.lower == "pod" else 1
        while j < n and not words[j].barrier:
            form = words[j].form
            if form.capital and form.alpha and form.head is None and not (form.known and not form.any & GEN and not form.upper):
                j = end = j + 1
            elif form.text == "." or form.lower in ("św", "i", "świętego", "świętej", "ap", "nmp"):
                if form.lower == "i" and not (j + 1 < n and words[j + 1].form.capital):
                    break
                j += 1
            else:
                break
        if end == tail.end:
            return False
        tail.end, tail.patron = end, True
        return True

    def _capital(self, words: WordList, tail: Tail, head: int, people: dict[int, int], depth: int) -> bool:
        j = tail.end
        form = words[j].form
        noun = words[head].form.head
        assert noun is not None
        if j in people:
            return self._person(words, tail, head, people[j])
        if form.lower == "roku":
            tail.award = True
            return False
        if tail.place or form.lower in self._lexicon.not_names and not form.any & GEN and form.noun & M1:
            return False
        outer = self._outer(words, j)
        if outer is not None and outer > head:
            return self._nested(words, tail, head, outer, people, depth)
        if form.prefix and j + 2 < len(words) and words[j + 1].form.text in DASHES and words[j + 2].form.adjective & GEN:
            tail.end = j + 3
            tail.genitives += 1
            return True
        if form.head is not None and (form.head.kind == "branch" and j > head + 1):
            return self._branch(words, tail, people, depth)
        if form.head is not None and not form.head_mask & GEN and form.head.kind not in ("territory", "media", "foreign", "office"):
            if not noun.has("small") or tail.genitives or tail.named:
                return False
        bare = form.lower in _BARE_PREPOSITIONS and j == head + 1 and not words[j].shouted
        if bare and j + 1 < len(words) and words[j + 1].form.capital:
            tail.end += 2
            tail.named = True
            return True
        if form.function and noun.has("small") and j + 1 < len(words) and words[j + 1].form.capital and tail.end > head + 1:
            tail.end += 2
            tail.named = True
            return True
        if form.verbal or form.function:
            return False
        if words[j].first:
            return False
        if form.upper and not words[j].shouted:
            tail.end += 1
            tail.named = True
            return True
        if form.known and form.any & GEN and not (form.place and form.place & NOM and not form.any & GEN):
            tail.end += 1
            tail.genitives += 1
            return True
        if words[j].shouted and form.known:
            return False
        if form.known and not form.place and not form.surname and noun.kind in ("authority", "school") and not tail.named and tail.genitives:
            return False
        tail.end += 1
        tail.named = True
        return True

    def _person(self, words: WordList, tail: Tail, head: int, end: int) -> bool:
        """A person's name right after head and adjectives, in the genitive, is the patron."""
        noun = words[head].form.head
        assert noun is not None
        bare = tail.end == head + 1 + tail.adjectives or tail.adjectives > 0 and not (tail.genitives or tail.named)
        first = words[tail.end].form
        if noun.has("patron") and bare and not tail.quoted and first.given & SG & GEN and not tail.place:
            tail.end, tail.patron = end, True
            return True
        return False

    def _outer(self, words: WordList, j: int) -> int | None:
        """Index of a head noun in the genitive singular at ``j`` or after adjectives from ``j`` that agree with it."""
        k, n = j, len(words)
        while k < n and k - j < 4 and (k == j or not words[k].barrier):
            form = words[k].form
            if form.prefix and k + 1 < n and words[k + 1].form.text in DASHES:
                k += 2
                continue
            if not form.capital:
                return None
            if form.head is not None and form.head.kind not in ("territory", "office") and (form.head_mask & GEN & SG or form.head.kind == "acronym"):
                agree = all(
                    words[m].form.adjective & form.head_mask & GEN or words[m].form.prefix or words[m].form.text in DASHES
                    for m in range(j, k)
                )
                return k if agree and (k == j or self._opens(words, j, k)) else None
            if not form.adjective & GEN:
                return None
            k += 1
        return None

    def _opens(self, words: WordList, j: int, k: int) -> bool:
        """Whether the adjectives ``j`` to ``k`` belong to the head at ``k`` and not to the noun before them."""
        before = words[j - 1].form
        if not before.noun & words[j].form.adjective & GEN or before.head is not None:
            return True
        lemmas = words[j].form.lemmas
        if words[j].form.prefix:
            return True
        if lemmas & self._lexicon.level:
            words.fired.add("entities.level-adjective")
            return True
        return not words[j].form.known or bool(words[j].form.surname)

    def _nested(self, words: WordList, tail: Tail, head: int, outer: int, people: dict[int, int], depth: int) -> bool:
        if depth > 3:
            return False
        inner = self.read(words, outer, words[outer].form.head_mask & GEN & SG or ALL, people, depth=depth + 1)
        mother = words[outer].form.head
        assert mother is not None
        if inner.end == outer + 1 and mother.has("weak") and outer == tail.end:
            tail.end = outer + 1
            tail.genitives += 1
            return True
        grand = words[inner.outer].form.head if inner.outer is not None else None
        tail.outer = inner.outer if grand is not None and splits(mother, grand) else outer
        tail.end = inner.end
        tail.genitives += 1
        tail.place = tail.place or inner.place
        tail.closed = True
        return True

    def _branch(self, words: WordList, tail: Tail, people: dict[int, int], depth: int) -> bool:
        j = tail.end
        inner = self.read(words, j, words[j].form.head_mask, people, depth=depth + 1)
        if not inner.place and not inner.adjectives:
            return False
        tail.end, tail.place, tail.closed = inner.end, True, True
        return True

    # --- small words --------------------------------------------------------------------------------------------

    def _connected(self, words: WordList, tail: Tail, head: int, people: dict[int, int], depth: int) -> bool:
        j, n = tail.end, len(words)
        form = words[j].form
        if tail.place or j + 1 >= n:
            return False
        after = words[j + 1]
        if form.lower in _JOINING and not after.barrier:
            return self._joined(words, tail, head, people)
        if form.text == ",":
            return self._enumerated(words, tail, people)
        if form.text in DASHES:
            return self._dashed(words, tail)
        if form.lower == "ds" or (form.lower == "do" and after.form.lower == "spraw"):
            noun = words[head].form.head
            return self._matters(words, tail, lower=noun is not None and (noun.has("unit") or noun.kind == "care"))
        if form.lower == "na" and after.form.lower == "rzecz" and j + 2 < n and words[j + 2].form.capital:
            tail.end = j + 3
            tail.genitives += 1
            return True
        if form.lower in _FREE_PREPOSITIONS or (form.lower in _BARE_PREPOSITIONS and j == head + 1):
            settled = form.lower == "dla" or (not after.form.place & GEN and after.form.head is None)
            if after.form.capital and not after.barrier and j + 1 not in people and settled:
                tail.end = j + 2
                tail.named = True
                return True
        if form.lower in ("z", "ze") and after.form.capital and (tail.genitives or tail.adjectives) and after.form.known:
            if (after.form.common or not after.form.place) and j + 1 not in people and after.form.head is None and not after.form.given:
                tail.end = j + 2
                return True
        if form.lower == "(" or form.text == "(":
            return self._bracketed(words, tail)
        return False

    def _joined(self, words: WordList, tail: Tail, head: int, people: dict[int, int]) -> bool:
        j, n = tail.end, len(words)
        if not tail.genitives or tail.quoted or tail.patron or j + 1 in people:
            return False
        k = j + 1
        form = words[k].form
        if not form.capital or form.head is not None and self._outer(words, k) is not None and form.head.kind != "territory":
            if not form.capital or not self._last_noun(words, k):
                return False
        if form.known and not form.any & GEN or form.head is not None and form.head.has("office"):
            return False
        if form.adjective & GEN and self._outer(words, k) is not None:
            return False
        if not form.known and not form.adjective:
            return False
        if form.place & GEN and not form.common:
            return False
        tail.end = k + 1
        return True

    def _last_noun(self, words: WordList, k: int) -> bool:
        """Whether the head noun at ``k`` only ends a coordination ("Radiofonii i Telewizji") and opens no name."""
        if k + 1 >= len(words) or words[k + 1].barrier:
            return True
        after = words[k + 1].form
        if after.capital:
            return self._outer(words, k + 1) is not None
        return after.text not in OPENING and after.lower not in ("nr", "im", "w", "we", "imienia", "pw")

    def _enumerated(self, words: WordList, tail: Tail, people: dict[int, int]) -> bool:
        """ "Rodziny, Pracy i Polityki": genitives joined by commas, the last by a conjunction."""
        j, n = tail.end, len(words)
        if not tail.genitives or tail.quoted or tail.place:
            return False
        k = j
        while k < n and k - j < 12:
            if words[k].form.text != ",":
                return False
            k += 1
            start = k
            while k < n and words[k].form.capital and not words[k].barrier and k not in people and words[k].form.any & GEN:
                single = words[k].form.head is not None and not words[k].form.head_mask & PL & GEN
                if single or words[k].form.place and not words[k].form.common:
                    return False
                k += 1
            if k == start or k >= n:
                return False
            if words[k].form.lower in _JOINING:
                after = words[k + 1].form if k + 1 < n else None
                if after and after.capital and after.any & GEN and k + 1 not in people and after.known and (
                    after.head is None or after.head_mask & PL & GEN
                ):
                    tail.end = k + 2
                    return True
                return False
        return False

    def _dashed(self, words: WordList, tail: Tail) -> bool:
        """A compound: "Wschód-Tech", "Szkolno – Wychowawczych"."""
        j = tail.end
        left, right = words[j - 1].form, words[j + 1]
        tight = not words[j].space and not right.space
        if right.form.capital and (tight or (left.prefix and right.form.adjective)):
            tail.end = j + 2
            return True
        return False

    def _matters(self, words: WordList, tail: Tail, *, lower: bool) -> bool:
        """ "ds. Przeciwdziałania Przemocy w Rodzinie", "do Spraw Cudzoziemców", "do spraw uchodźców"."""
        j, n = tail.end, len(words)
        k = j + 2 if words[j].form.lower == "do" or words[j + 1].form.text == "." else j + 1
        start = k
        while k < n and not words[k].barrier:
            form = words[k].form
            if form.capital and self._outer(words, k) is not None:
                break
            if form.capital and form.alpha and (form.any & GEN or not form.known):
                k += 1
            elif form.lower in _JOINING and k + 1 < n and words[k + 1].form.capital and words[k + 1].form.any & GEN and k > start and (
                words[k + 1].form.head is None
            ):
                k += 1
            elif form.lower in ("w", "we") and k > start and k + 1 < n and words[k + 1].form.capital and (
                words[k + 1].form.common and words[k + 1].form.any & LOC and not words[k + 1].form.place
            ):
                k += 2
            elif lower and not form.capital and form.alpha and k - start < 3 and form.any & GEN and form.known and not form.function and (
                k == start or not words[k - 1].form.capital
            ):
                k += 1
            else:
                break
        if k == start:
            return False
        tail.end = k
        tail.genitives += 1
        return True

    def _bracketed(self, words: WordList, tail: Tail) -> bool:
        """An acronym in brackets before the place: "Ośrodek Wsparcia (OW) w …" keeps the place."""
        j, n = tail.end, len(words)
        if j + 4 >= n or words[j + 2].form.text != ")" or not words[j + 1].form.upper:
            return False
        if words[j + 3].form.lower not in ("w", "we") or place_end(words, j + 4, LOC) == j + 4:
            return False
        tail.end = j + 3
        tail.closed = True
        return True

    def _place(self, words: WordList, tail: Tail) -> None:
        j, n = tail.end, len(words)
        if tail.place or j + 1 >= n or words[j].barrier:
            return
        form = words[j].form
        if form.lower in ("w", "we") and not words[j + 1].barrier:
            end = place_end(words, j + 1, LOC)
            if end > j + 1:
                tail.end, tail.place = end, True
        elif form.lower in ("z", "ze") and not words[j + 1].barrier and (tail.quoted or tail.genitives or tail.bare_acronym):
            end = place_end(words, j + 1, GEN)
            if end > j + 1 and words[j + 1].form.any & GEN:
                tail.end, tail.place = end, True

    def _legal(self, words: WordList, tail: Tail) -> None:
        end = legal_end(words, tail.end, self._lexicon)
        if end > tail.end:
            tail.end, tail.named = end, True
            self._place(words, tail)

    # --- shared heads -------------------------------------------------------------------------------------------

    def members(self, words: WordList, first: int, head: int, mask: int, people: dict[int, int]) -> list[Proposal]:
        """A plural head with its genitive tail before two or more towns: an institution for each."""
        del mask
        form = words[head].form
        noun = form.head
        assert noun is not None
        tail = Tail(head + 1)
        self._adjectives(words, tail, form.head_mask & PL)
        while tail.end < len(words) and self._genitive_word(words, tail.end, people):
            tail.end += 1
            tail.genitives += 1
        if not tail.genitives and not tail.adjectives and first == head:
            return []
        j = tail.end
        if j < len(words) and words[j].form.text == ":":
            j += 1
        places = self._towns(words, j)
        if len(places) < 2:
            return []
        base = singular(words, first, tail.end, head)
        found: list[Proposal] = []
        for k, (a, b, prep) in enumerate(places):
            start = first if k == 0 else a
            text = f"{base} {prep} {words.read(a, b)}"
            found.append(
                Proposal(
                    EntityKind.INSTITUTION, start, b, "entities.shared-head", 0.85, text, heads=((first, tail.end), (a, b))
                )
            )
        return found

    def coordinated(self, words: WordList, first: int, head: int, tail: Tail) -> list[Proposal]:
        """An acronym or a name with a town before further towns: "KGW z Lipna, Pilicy i Kutna"."""
        noun = words[head].form.head
        assert noun is not None
        if not tail.place or noun.kind != "acronym" or tail.quoted:
            return []
        j = next((k for k in range(tail.end - 1, head, -1) if words[k].form.lower in ("w", "we", "z", "ze")), None)
        if j is None:
            return []
        places = self._towns(words, j)
        if len(places) < 2:
            return []
        base = words.read(first, j)
        return [
            Proposal(
                EntityKind.INSTITUTION,
                first if k == 0 else a,
                b,
                "entities.shared-head",
                0.85,
                f"{base} {prep} {words.read(a, b)}",
                heads=((first, j), (a, b)),
            )
            for k, (a, b, prep) in enumerate(places)
        ]

    def _genitive_word(self, words: WordList, k: int, people: dict[int, int]) -> bool:
        form = words[k].form
        if words[k].barrier or k in people:
            return False
        if form.lower in _JOINING and k + 1 < len(words):
            after = words[k + 1].form
            return after.capital and bool(after.any & GEN) and after.known and not after.place
        return form.capital and bool(form.any & (GEN | DAT)) and form.known and form.head is None

    def _person_starts(self, words: WordList, j: int) -> bool:
        form = words[j].form
        return bool(form.given & SG) and j + 1 < len(words) and words[j + 1].form.capital and not words[j + 1].barrier

    def _towns(self, words: WordList, j: int) -> list[tuple[int, int, str]]:
        places: list[tuple[int, int, str]] = []
        n, prep = len(words), ""
        while j < n and not words[j].barrier:
            form = words[j].form
            if form.lower in ("w", "we", "z", "ze"):
                prep = form.lower
                j += 1
                continue
            if form.text == "," or form.lower in _JOINING:
                j += 1
                if j < n and words[j].form.capital and self._person_starts(words, j):
                    break
                continue
            if form.text == "(" and places:
                k = j
                while k < n and k - j < 30 and words[k].form.text != ")":
                    k += 1
                if k >= n or words[k].form.text != ")":
                    break
                j = k + 1
                continue
            if not prep or not form.capital:
                break
            end = place_end(words, j, LOC if prep.startswith("w") else GEN)
            if end == j:
                break
            places.append((j, end, prep))
            j = end
        return places


def singular(words: WordList, first: int, end: int, head: int) -> str:
    """The nominative singular of a shared plural head with its adjectives; the genitive tail stays."""
    form = words[head].form
    noun = form.head
    assert noun is not None
    lemma = noun.lemma if noun.kind != "acronym" else form.text
    gender = "n" if lemma[-1] in "oeęm" and lemma.endswith(("o", "e", "ę", "um")) else "f" if lemma.endswith(("a", "ść")) else "m"
    parts: list[str] = []
    for k in range(first, end):
        f = words[k].form
        if k == head:
            text = lemma[:1].upper() + lemma[1:]
        elif (k < head or k == head + 1) and f.adjective & form.head_mask & PL:
            text = _adjective(f, gender)
        else:
            text = f.text
        parts.append((" " if k > first and words[k].space else "") + text)
    return "".join(parts)


def _adjective(form: Form, gender: str) -> str:
    lemma = min((m for m in form.lemmas if m.endswith(("y", "i"))), default=form.lower)
    if gender == "m":
        text = lemma
    elif lemma.endswith("y"):
        text = lemma[:-1] + ("a" if gender == "f" else "e")
    elif lemma.endswith(("ki", "gi")):
        text = (lemma[:-1] + "a") if gender == "f" else lemma + "e"
    else:
        text = lemma + ("a" if gender == "f" else "e")
    return text[:1].upper() + text[1:]


def legal_end(words: WordList, j: int, lexicon: Lexicon) -> int:
    """End of a legal form that begins at word ``j``; ``j`` where none does."""
    for pieces in lexicon.legal:
        k = j + len(pieces)
        if k <= len(words) and all(words[j + m].form.text == p for m, p in enumerate(pieces)):
            return k
    return j

