"""What follows the head noun of an institution and belongs to its name."""

from __future__ import annotations

from extract.s5_entities.adjectives import read_adjectives
from extract.s5_entities.forms import ALL, GEN, INST, LOC, M1, NOM, PL, SG
from extract.s5_entities.joining import bracketed, dashed, enumerated, joined, matters, seated
from extract.s5_entities.lexicon import Head, Lexicon
from extract.s5_entities.nesting import outer_head
from extract.s5_entities.patrons import patron_end
from extract.s5_entities.places import place_end
from extract.s5_entities.tail import JOINING, ROMAN, Tail, address_end, legal_end, splits
from extract.s5_entities.words import CLOSING, DASHES, OPENING, WordList

_MAX_QUOTE = 10
_COUNTRIES = frozenset({"polska", "europa", "świat", "kraj"})
_FREE_PREPOSITIONS = frozenset({"nad", "dla", "bez", "przeciw", "przeciwko", "ds", "wobec", "za"})
_BARE_PREPOSITIONS = frozenset({"na", "pod", "nad", "przy", "za", "z", "ze"})


class TailReader:
    """Reads what follows a head noun."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, words: WordList, head: int, mask: int, people: dict[int, int], *, depth: int = 0) -> Tail:
        """The tail of the name whose head noun is word ``head`` and has the readings ``mask``."""
        tail = Tail(head + 1, mask=mask)
        noun = words[head].form.head
        assert noun is not None
        tail.bare_acronym = noun.kind == "acronym"
        self._suffix(words, tail, noun)
        read_adjectives(words, tail, mask)
        n = len(words)
        while tail.end < n and not tail.closed:
            if not self._step(words, tail, head, people, depth):
                break
        self._place(words, tail)
        self._legal(words, tail)
        return tail

    def _suffix(self, words: WordList, tail: Tail, noun: Head) -> None:
        """The ending of an inflected acronym ("OPS-u"), the second half of a double noun ("kawiarnia-galeria")."""
        j = tail.end
        if noun.lemma == "tvp" and j < len(words) and words[j].form.text.isdigit() and not words[j].space:
            tail.end, tail.number = j + 1, True  # "TVP3"
            return
        if j + 1 >= len(words) or words[j].form.text not in DASHES or words[j].space or words[j + 1].space:
            return
        ending = words[j + 1].form
        if not ending.text.islower():
            return
        if (noun.kind == "acronym" and len(ending.text) < 4) or (noun.kind == "firm" and ending.noun):
            if noun.kind == "acronym":
                tail.skip.append((j, j + 2))
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
        if (
            form.text.isdigit()
            and tail.end > head + 1
            and j + 1 < len(words)
            and words[j + 1].form.initial
            and not words[j + 1].space
        ):
            tail.end = j + 2  # "Druku 3D"
            return True
        if form.text == "+" and not word.space:
            tail.end = j + 1  # "Senior+"
            return True
        if form.lower == "nr":
            k = j + 2 if j + 1 < len(words) and words[j + 1].form.text == "." else j + 1
            if k < len(words) and words[k].form.text.isdigit():
                tail.end, tail.number = k + 1, True
                return True
            return False
        if form.lower in self._lexicon.patron and (form.text[0] == "i" or word.shouted):
            k = j + 2 if j + 1 < len(words) and words[j + 1].form.text == "." else j + 1
            end = patron_end(words, k, self._lexicon)
            if end > k:
                tail.end, tail.patron = end, True
                return True
            return False
        if form.lower in ("pw", "św") or (
            form.lower == "pod" and j + 1 < len(words) and words[j + 1].form.lower == "wezwaniem"
        ):
            return self._dedication(words, tail)
        if form.capital and set(form.text) <= ROMAN:
            if j + 1 < len(words) and words[j + 1].form.lower in ("w", "we") and tail.genitives:
                tail.end = j + 1  # "Komisariat Policji IV w …"
                return True
            after = words[j + 1].form.head if j + 1 < len(words) and not words[j + 1].barrier else None
            if after is not None and after.kind == "branch" and (tail.genitives or tail.bare_acronym):
                tail.end = j + 1  # "Zakład Ubezpieczeń Społecznych I Oddział w …"
                return self._branch(words, tail, people, depth)
            return self._degree(words, tail)
        if form.capital and form.alpha:
            return self._capital(words, tail, head, people, depth)
        return self._connected(words, tail, head, people, depth)

    def _degree(self, words: WordList, tail: Tail) -> bool:
        """ "I stopnia", "I i II stopnia" of schools of music."""
        k, n = tail.end + 1, len(words)
        while k < n and (words[k].form.lower == "i" or set(words[k].form.text) <= ROMAN):
            k += 1
        if k < n and words[k].form.lower == "stopnia":
            tail.end = k + 1
            return True
        return False

    def _numeral(self, words: WordList, j: int) -> bool:
        """A Roman numeral of one letter with what it counts: "I stopnia", "I i II stopnia", "I Oddział", "IV w …"."""
        if words[j].form.text not in "IVX" or j + 1 >= len(words):
            return False
        after = words[j + 1].form
        return after.lower in ("i", "stopnia", "w", "we") or (after.head is not None and after.head.kind == "branch")

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
            if (
                form.capital
                and form.alpha
                and form.head is None
                and not (form.known and not form.any & GEN and not form.upper)
            ):
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
        if tail.place or (form.lower in self._lexicon.not_names and not form.any & GEN and form.noun & M1):
            return False
        outer = outer_head(words, j, self._lexicon)
        if outer is not None and outer > head:
            return self._nested(words, tail, head, outer, people, depth)
        if (
            form.prefix
            and j + 2 < len(words)
            and words[j + 1].form.text in DASHES
            and words[j + 2].form.adjective & GEN
        ):
            tail.end = j + 3
            tail.genitives += 1
            return True
        if form.head is not None and (form.head.kind == "branch" and (j > head + 1 or noun.kind == "acronym")):
            if self._branch(words, tail, people, depth):
                return True
            if not (noun.has("small") and tail.named):
                return False
        if (
            form.head is not None
            and not form.head_mask & GEN
            and form.head.kind not in ("territory", "media", "foreign", "office")
            and not (noun.has("small") and not tail.genitives)
        ):
            return False
        bare = form.lower in _BARE_PREPOSITIONS and j == head + 1 and not words[j].shouted
        if bare and j + 1 < len(words) and words[j + 1].form.capital:
            tail.end += 2
            tail.named = True
            return True
        if (
            form.function
            and noun.has("small")
            and j + 1 < len(words)
            and words[j + 1].form.capital
            and tail.end > head + 1
        ):
            tail.end += 2
            tail.named = True
            return True
        loose = noun.has("small") and (j == head + 1 or tail.named)
        if form.function and tail.named and form.lower.endswith(("e", "o")) and j + 1 < len(words):
            after = words[j + 1].form  # "dla Osób Przewlekle Chorych"
            loose = loose or (len(form.text) > 3 and after.capital and not words[j + 1].barrier)
        if (form.verbal or form.function or not form.any) and not loose:
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
        address = address_end(words, j)
        if address > j:
            tail.end, tail.named = address, True
            return True
        if (
            form.known
            and not form.place
            and not form.surname
            and noun.kind in ("authority", "school")
            and not tail.named
            and tail.genitives
        ):
            return False
        tail.end += 1
        tail.named = True
        return True

    def _person(self, words: WordList, tail: Tail, head: int, end: int) -> bool:
        """A person's name right after head and adjectives, in the genitive, is the patron."""
        noun = words[head].form.head
        assert noun is not None
        bare = tail.end == head + 1
        if noun.kind in ("university", "school", "firm") or noun.lemma in ("zakład", "kancelaria"):
            bare = not (tail.genitives or tail.named)
        first = words[tail.end].form
        if (
            (noun.has("patron") or noun.kind == "firm")
            and bare
            and not tail.quoted
            and first.given & SG & GEN
            and not tail.place
        ):
            tail.end, tail.patron = end, True
            return True
        return False

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
        if grand is not None and splits(mother, grand):
            tail.outer, tail.outer_first = inner.outer, inner.outer_first
        else:
            tail.outer, tail.outer_first = outer, tail.end
        tail.skip += inner.skip
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
        tail.skip += inner.skip
        return True

    # --- small words --------------------------------------------------------------------------------------------

    def _connected(self, words: WordList, tail: Tail, head: int, people: dict[int, int], depth: int) -> bool:
        j, n = tail.end, len(words)
        form = words[j].form
        if tail.place or j + 1 >= n:
            return False
        after = words[j + 1]
        if form.lower in JOINING and not after.barrier:
            return joined(words, tail, people, self._lexicon)
        if form.text == ",":
            return enumerated(words, tail, people, self._lexicon)
        if form.text in DASHES:
            return dashed(words, tail)
        if form.lower == "ds" or (form.lower == "do" and after.form.lower == "spraw"):
            noun = words[head].form.head
            return matters(
                words, tail, people, self._lexicon, lower=noun is not None and (noun.has("unit") or noun.kind == "care")
            )
        if form.lower == "na" and after.form.lower == "rzecz" and j + 2 < n and words[j + 2].form.capital:
            tail.end = j + 3
            tail.genitives += 1
            return True
        if form.lower in _FREE_PREPOSITIONS or (form.lower in _BARE_PREPOSITIONS and j == head + 1):
            river = form.lower == "nad" and words[j - 1].form.place and after.form.place & INST
            settled = (
                form.lower == "dla"
                or bool(river)
                or (not after.form.place & (INST if form.lower == "nad" else GEN) and after.form.head is None)
            )
            if after.form.capital and not after.barrier and j + 1 not in people and settled:
                tail.end = j + 2
                tail.named = True
                return True
        if form.lower in ("z", "ze") and (tail.genitives or tail.adjectives) and self._with(words, j + 1, people):
            tail.end = j + 2
            while (
                tail.end < n
                and words[tail.end].form.capital
                and words[tail.end].form.adjective & words[j + 1].form.noun & INST
            ):
                tail.end += 1
            return True
        if form.lower == "(" or form.text == "(":
            return bracketed(words, tail)
        return False

    def _with(self, words: WordList, k: int, people: dict[int, int]) -> bool:
        """Whether "z" is followed by a common noun of the name ("Osób z Niepełnosprawnościami"), no town."""
        form = words[k].form
        plural = form.head is not None and form.head_mask & PL & INST
        if not form.capital or not form.known or (form.head is not None and not plural) or form.given or k in people:
            return False
        return form.common or not form.place

    def _place(self, words: WordList, tail: Tail) -> None:
        j, n = tail.end, len(words)
        if j + 1 < n and words[j + 1].form.lemmas & _COUNTRIES:
            return
        seat = seated(words, j)
        if seat > j and not words[seat].barrier:
            end = place_end(words, seat + 1, LOC)
            if end > seat + 1 and not tail.place:
                tail.skip.append((j, seat))
                tail.end, tail.place = end, True
            return
        if tail.place or j + 1 >= n or words[j].barrier:
            return
        form = words[j].form
        if form.lower in ("w", "we") and not words[j + 1].barrier:
            end = place_end(words, j + 1, LOC)
            if end > j + 1:
                tail.end, tail.place = end, True
        elif form.lower == "na" and words[j + 1].form.place & LOC and (tail.genitives or tail.adjectives):
            end = place_end(words, j + 1, LOC)
            if end > j + 1:
                tail.end, tail.place = end, True
        elif (
            form.lower in ("z", "ze")
            and not words[j + 1].barrier
            and (tail.quoted or tail.genitives or tail.bare_acronym)
        ):
            end = place_end(words, j + 1, GEN)
            if end > j + 1 and words[j + 1].form.any & GEN:
                tail.end, tail.place = end, True

    def _legal(self, words: WordList, tail: Tail) -> None:
        end = legal_end(words, tail.end, self._lexicon)
        if end > tail.end:
            tail.end, tail.named = end, True
            self._place(words, tail)
