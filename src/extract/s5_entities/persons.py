"""Persons from given names, titles, honorifics, initials and the layout of lists."""

from __future__ import annotations

from collections.abc import Sequence

from extract.s5_entities.forms import NOM, PL, SG, Form, cases_in
from extract.s5_entities.lexicon import Lexicon
from extract.s5_entities.mention import EntityKind
from extract.s5_entities.name_parts import MAX_NAMES, NameParts
from extract.s5_entities.patrons import name_givers
from extract.s5_entities.places import CASE_OF
from extract.s5_entities.proposal import Proposal
from extract.s5_entities.words import CLOSING, DASHES, OPENING, WordList

_HONORIFIC_GENDER = {"pan": "m", "pani": "f"}
_CAPITAL_PARTICLES = frozenset({"Al", "El", "Ibn", "Bin", "Von", "Van", "De"})
_ADJECTIVAL = ("ski", "ska", "cki", "cka")
_STOPS_AFTER_SURNAME_FIRST = frozenset((*",;:()–—-|.", "i", "oraz"))


class PersonFinder:
    """Proposes persons; one left-to-right pass, each name as long as its words allow."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._parts = NameParts(lexicon)

    def find(self, words: WordList) -> list[Proposal]:
        """Person proposals in order, none overlapping."""
        blocked = words.blocked = self._blocked(words)
        found: list[Proposal] = []
        i, n = 0, len(words)
        while i < n:
            form = words[i].form
            if not form.capital or i in blocked:
                i += 1
                continue
            shared = self._shared(words, i)
            if shared:
                found += shared
                i = shared[-1].end
                continue
            proposal = self._at(words, i) or self._listed_on(words, i, found)
            if proposal is None:
                i += 1
                continue
            found.append(proposal)
            i = proposal.end
        return found

    def _at(self, words: WordList, i: int) -> Proposal | None:
        return (
            self._full(words, i)
            or self._particled(words, i)
            or self._surname_first(words, i)
            or self._initial(words, i)
            or self._titled(words, i)
        )

    # --- the shapes of a name -----------------------------------------------------------------------------------

    def _full(self, words: WordList, i: int) -> Proposal | None:
        form = words[i].form
        if not form.given & SG or self._parts.no_name(words, form):
            return None
        if form.head and not words[i].shouted and form.head.kind != "ensemble":
            return None
        j = i + 1
        case = cases_in(form.given & SG)
        while j < len(words) and j - i < MAX_NAMES and self._inner(words, j) and self._name_follows(words, j):
            j += 2 if self._parts.is_initial(words, j) else 1
        nick = j
        j = self._parts.particle(words, self._parts.nickname(words, j))
        end = self._parts.surname(words, j, case)
        if end is None:
            return self._cut(words, i, j)
        if self._is_title_of_work(words, i, end) or self._is_place(words, i, end):
            return None
        end = self._parts.ordinal(words, self._parts.longer(words, j, end, case))
        if form.common and self._parts.plain_adjective(words, j, end):
            return None
        rule = "entities.person.listed-given" if form.listed else "entities.person.full"
        skip = [(nick, j)] if words[nick].form.text in OPENING else []
        return self._person(words, i, end, rule, 0.9 if form.listed else 0.95, skip)

    def _cut(self, words: WordList, i: int, j: int) -> Proposal | None:
        """ "Szczepan T.": the surname is an initial, nothing follows that could be one."""
        if (
            j != i + 1
            or j >= len(words)
            or words[j].barrier
            or not self._parts.is_initial(words, j)
            or words[i].form.common
        ):
            return None
        after = words[j + 2] if j + 2 < len(words) else None
        if (
            after is not None
            and not after.barrier
            and after.form.capital
            and (after.form.surname or not after.form.known)
        ):
            return None
        return Proposal(EntityKind.PERSON, i, j + 2, "entities.person.cut", 0.8, words.read(i, j + 2))

    def _is_title_of_work(self, words: WordList, i: int, end: int) -> bool:
        """Whether quotation marks hold just these words."""
        if i == 0 or end >= len(words) or words[i].barrier or words[end].barrier:
            return False
        return words[i - 1].form.text in OPENING and words[end].form.text in CLOSING

    def _is_place(self, words: WordList, i: int, end: int) -> bool:
        """Whether "w Dąbrówce Leśnej" is a place: a geographic name and an adjective after a preposition."""
        if i == 0 or words[i].barrier or end != i + 2:
            return False
        case = CASE_OF.get(words[i - 1].form.lower)
        if case is None or not words[i].form.place & case:
            return False
        return bool(words[i + 1].form.adjective & words[i].form.place & case)

    def _inner(self, words: WordList, j: int) -> bool:
        word = words[j]
        return not word.barrier and (
            bool(word.form.capital and word.form.given & SG) or self._parts.is_initial(words, j)
        )

    def _name_follows(self, words: WordList, j: int) -> bool:
        """Whether after the second given name (or initial) at ``j`` a surname still follows."""
        step = 2 if self._parts.is_initial(words, j) else 1
        k = self._parts.particle(words, j + step)
        if k >= len(words) or words[k].barrier or self._parts.no_name(words, words[j].form):
            return False
        # "Anna Maria Nowak": the next word must be able to be a surname by itself, agreeing with the name before it.
        form = words[k].form
        if form.given & SG and not form.surname and self._parts.surname(words, k + 1, cases_in(form.given)):
            return False
        return self._parts.surname(words, k, cases_in(words[j].form.given & SG) if step == 1 else -1) is not None

    def _shared(self, words: WordList, i: int) -> list[Proposal]:
        """ "Anna i Jan Testowscy", "Anna i Jan Wrona": two persons with one surname."""
        first = words[i].form
        if not first.given & SG or i + 3 >= len(words) or words[i + 1].form.lower not in ("i", "oraz"):
            return []
        second, surname = words[i + 2].form, words[i + 3].form
        if (
            not second.capital
            or not second.given & SG
            or not surname.capital
            or any(words[i + k].barrier for k in (1, 2, 3))
        ):
            return []
        case = cases_in(first.given & SG) & cases_in(second.given & SG)
        plural = surname.surname & PL & case and not surname.surname & SG & case
        # "Anna i Jan Wrona": a noun-like surname is often left in the singular; one in -ski never is.
        singular = surname.surname & SG & case and not surname.lower.endswith(_ADJECTIVAL) and not first.common
        if not (plural or singular):
            return []
        if i + 4 < len(words) and singular and words[i + 4].form.text in DASHES and not words[i + 4].space:
            return []
        rule = "entities.person.coordinated"
        return [
            Proposal(EntityKind.PERSON, i, i + 1, rule, 0.85, f"{first.text} {surname.text}"),
            Proposal(EntityKind.PERSON, i + 2, i + 4, rule, 0.85, f"{second.text} {surname.text}"),
        ]

    def _particled(self, words: WordList, i: int) -> Proposal | None:
        """ "Hendrik van der Meer": a particle in small letters between two capitalised words the dictionary lacks."""
        form = words[i].form
        if form.known or not form.alpha or form.head is not None or i + 2 >= len(words) or words[i + 1].barrier:
            return None
        particle = words[i + 1].form
        if particle.text not in self._lexicon.particles and particle.text not in _CAPITAL_PARTICLES:
            return None
        j = self._parts.particle(words, i + 1)
        end = self._parts.surname(words, j, -1) if j > i + 1 else None
        if end is None or words[j].form.head is not None:
            return None
        return self._person(words, i, end, "entities.person.particle", 0.8)

    def _listed_on(self, words: WordList, i: int, found: list[Proposal]) -> Proposal | None:
        """A further name of a list that has the surname first: "Wilk Anna, Kos Jan"."""
        if not found or found[-1].end != i - 1 or words[i - 1].form.text not in ",;":
            return None
        return self._surname_first(words, i, listed=True) if found[-1].rule == "entities.person.surname-first" else None

    def _surname_first(self, words: WordList, i: int, *, listed: bool = False) -> Proposal | None:
        word, form = words[i], words[i].form
        loud = form.upper and i + 1 < len(words) and not words[i + 1].form.upper
        item = i > 0 and word.space and words[i - 1].space and words[i - 1].form.text in DASHES
        if (
            not (word.first or word.barrier or listed or loud or item)
            or (form.given & SG and not form.upper)
            or not form.alpha
        ):
            return None
        if not (form.surname or not form.known) or self._parts.no_name(words, form) or form.head:
            return None
        end = self._parts.surname(words, i, NOM) if not word.barrier else self._surname_at_barrier(words, i)
        if end is None or end >= len(words) or words[end].barrier or not words[end].form.capital:
            return None
        given = words[end].form
        if not given.given & SG & NOM or (given.upper and not form.upper):
            return None
        after = end + 1
        if after < len(words) and not words[after].barrier and words[after].form.text not in _STOPS_AFTER_SURNAME_FIRST:
            return None
        text = f"{words.read(end, end + 1)} {words.read(i, end)}"
        return Proposal(EntityKind.PERSON, i, end + 1, "entities.person.surname-first", 0.85, text)

    def _surname_at_barrier(self, words: WordList, i: int) -> int | None:
        if not self._parts.surname_like(words, i, NOM):
            return None
        end = i + 1
        if (
            end + 1 < len(words)
            and words[end].form.text in DASHES
            and not words[end].space
            and not words[end + 1].space
        ):
            end += 2
        return end

    def _initial(self, words: WordList, i: int) -> Proposal | None:
        if not self._parts.is_initial(words, i):
            return None
        j = i + 2
        if j + 1 < len(words) and self._parts.is_initial(words, j) and not words[j].barrier:
            j += 2
        if j >= len(words) or words[j].barrier:
            return None
        form = words[j].form
        if (not form.surname and form.known) or form.head or self._parts.no_name(words, form):
            return None
        if form.common and form.surname and (words[i].barrier or self._after_noun(words, i)):
            return None
        end = self._parts.surname(words, j, -1)
        if end is None:
            return None
        return Proposal(EntityKind.PERSON, i, end, "entities.person.initial", 0.8, words.read(i, end))

    def _after_noun(self, words: WordList, i: int) -> bool:
        """Whether a common noun stands right before: "Sesja B. …" is a letter of a list, no initial."""
        if i == 0 or words[i].barrier:
            return False
        form = words[i - 1].form
        return form.alpha and form.common and bool(form.noun) and not form.lemmas & self._lexicon.titles

    def _titled(self, words: WordList, i: int) -> Proposal | None:
        """A name that no dictionary given name betrays, behind a title or an honorific."""
        title, gender, rule = self._title_before(words, i)
        if not title:
            return None
        form = words[i].form
        if (
            self._parts.no_name(words, form)
            or form.head
            or self._parts.acronym(words, i)
            or form.function
            or len(form.text) < 2
        ):
            return None
        if form.lower in self._lexicon.titles or (title == "noun" and form.known and form.common and not form.surname):
            return None
        if (
            form.known
            and form.adjective
            and i + 1 < len(words)
            and words[i + 1].form.capital
            and self._full(words, i + 1)
        ):
            return None
        if words[i].form.place and i + 1 < len(words) and self._full(words, i + 1):
            return None
        end = i + 1
        while end < len(words) and end - i < MAX_NAMES and not words[end].barrier:
            k = self._parts.particle(words, end)
            if (
                k < len(words)
                and words[k].form.text in DASHES
                and not words[k].space
                and k + 1 < len(words)
                and words[k + 1].form.capital
            ):
                k += 1
            if k >= len(words) or not self._foreign(words, k):
                break
            end = k + 1
        follows = end < len(words) and words[end].form.capital and not words[end].barrier
        if end == i + 1 and not self._alone(form, title, follows=follows):
            return None
        if end > i + 1 and not all(self._foreign(words, k) for k in range(i, end) if words[k].form.capital):
            return None
        score = 0.85 if end > i + 1 else 0.6
        return Proposal(EntityKind.PERSON, i, end, rule, score, words.read(i, end), gender)

    def _alone(self, form: Form, title: str, *, follows: bool) -> bool:
        """Whether one word is a name behind this title."""
        if title == "honorific" and form.given & SG:
            return True
        if follows:
            return False
        if title == "noun":
            return False
        return bool(form.surname & SG) or (not form.known and title == "short")

    def _foreign(self, words: WordList, k: int) -> bool:
        form = words[k].form
        if not form.capital or not form.alpha or len(form.text) < 2 or form.head or self._parts.acronym(words, k):
            return False
        return (not form.known or bool(form.surname | form.given)) and not self._parts.no_name(words, form)

    def _title_before(self, words: WordList, i: int) -> tuple[str, str | None, str]:
        k = i - 1
        if k < 0 or words[i].barrier:
            return "", None, ""
        if words[k].form.text == ".":
            k -= 1
            if k > 1 and words[k - 1].form.text == "." and words[k - 2].form.lower == words[k].form.lower:
                return "", None, ""  # "sp. z o.o."
            if k >= 0 and words[k].form.lower in self._lexicon.titles and len(words[k].form.text) < 8:
                return "short", self._lexicon.title_genders.get(words[k].form.lower), "entities.person.title"
            return "", None, ""
        form = words[k].form
        if len(form.text) < 2:
            return "", None, ""
        for lemma in sorted(form.lemmas & self._lexicon.honorifics):
            return "honorific", _HONORIFIC_GENDER.get(lemma), "entities.person.honorific"
        if form.lower in self._lexicon.titles and len(form.text) < 5 and not form.known:
            return "short", self._lexicon.title_genders.get(form.lower), "entities.person.title"
        if form.lemmas & self._lexicon.titles:
            genders = self._lexicon.title_genders
            gender = next((genders[m] for m in sorted(form.lemmas) if m in genders), None)
            return "noun", gender, "entities.person.title"
        return "", None, ""

    # --- what is around -----------------------------------------------------------------------------------------

    def _person(
        self, words: WordList, start: int, end: int, rule: str, score: float, skip: Sequence[tuple[int, int]] = ()
    ) -> Proposal:
        gender = self._title_before(words, start)[1]
        return Proposal(EntityKind.PERSON, start, end, rule, score, words.read(start, end, skip), gender)

    def _blocked(self, words: WordList) -> frozenset[int]:
        """Words of names that are patrons, streets and namesakes."""
        blocked: set[int] = set()
        for start, end, rule in name_givers(words, self._lexicon):
            blocked.update(range(start, end))
            words.fired.add(rule)
        return frozenset(blocked)
