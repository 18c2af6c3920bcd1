"""The parts of a person's name: what can be a surname where, particles, initials, nicknames."""

from __future__ import annotations

from extract.s5_entities.forms import GEN, NOM, SG, Form, cases_in
from extract.s5_entities.lexicon import Lexicon
from extract.s5_entities.patrons import is_roman
from extract.s5_entities.words import CLOSING, DASHES, OPENING, WordList

MAX_NAMES = 4


class NameParts:
    """Tells how far each part of a name goes; indices are of a :class:`WordList`, masks as in ``forms``."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def no_name(self, words: WordList, form: Form) -> bool:
        """Whether the word is a label or a post where a name could stand ("Moderator", "Pani")."""
        label = form.lower in self._lexicon.not_names or bool(form.common and form.lemmas & self._lexicon.not_names)
        if label:
            words.fired.add("entities.generic-word")
        return label

    def surname(self, words: WordList, j: int, case: int) -> int | None:
        """End of a surname that begins at word ``j``, double ones over a dash included."""
        if j >= len(words) or words[j].barrier or not self.surname_like(words, j, case):
            return None
        end = j + 1
        while (
            end + 1 < len(words)
            and words[end].form.text in DASHES
            and not words[end].barrier
            and not words[end + 1].barrier
            and words[end].space == words[end + 1].space
            and (self.surname_like(words, end + 1, case) or (not words[end].space and self.second(words, end + 1)))
            and not (words[end].space and self.opens_other(words, end + 1))
        ):
            end += 2
        return end

    def surname_like(self, words: WordList, j: int, case: int) -> bool:
        """Whether the word can be a surname after a name in the cases of mask ``case`` (-1: in any)."""
        form = words[j].form
        if not form.capital or not form.alpha or len(form.text) < 2:
            return False
        if self.no_name(words, form) and not self._surname_that_is_a_post(words, j):
            return False
        if form.surname and (case == -1 or cases_in(form.surname & SG) & case):
            return True
        if not form.known:
            return not self.acronym(words, j)
        if form.surname and not form.head:
            return True  # an uninflected surname beside an inflected given name
        if form.function or form.verbal or (form.head and not self.bare(words, j, case)):
            return False
        if form.given & SG and case != -1 and cases_in(form.given & SG) & case:
            return True
        if form.place & SG & NOM and not form.adjective & case and not form.common:
            return False
        if form.place and not form.common:
            return True
        return bool((form.noun | form.adjective) & SG & case)

    def bare(self, words: WordList, j: int, case: int) -> bool:
        """Whether a head noun stands alone after a given name it agrees with: "Anna Młyn (…)"."""
        form = words[j].form
        case_or_none = case | NOM if form.surname else case  # a woman's surname that is a noun stays as it is
        if words[j].shouted or self.acronym(words, j) or not form.noun & SG & case_or_none:
            return False
        if j + 1 >= len(words) or words[j + 1].barrier:
            return True
        after = words[j + 1].form
        return not after.capital and after.text not in OPENING and after.lower not in ("nr", "im", "w", "we", "imienia")

    def _surname_that_is_a_post(self, words: WordList, j: int) -> bool:
        """Whether a post can be a surname here ("Ewa Wójt"): nothing follows that it would be the post of."""
        form = words[j].form
        if not form.surname & SG or (form.head is None and form.lemmas.isdisjoint(self._lexicon.titles)):
            return False
        if j + 1 >= len(words) or words[j + 1].barrier or words[j + 1].form.text in DASHES:
            return True
        after = words[j + 1].form
        return form.head is not None and not after.capital and not (after.alpha and after.noun & GEN)

    def second(self, words: WordList, j: int) -> bool:
        """Any capitalised word may be the second half of a double surname whose hyphen has no spaces."""
        form = words[j].form
        return form.capital and form.alpha and len(form.text) > 1 and not self.acronym(words, j)

    def acronym(self, words: WordList, j: int) -> bool:
        """Whether the word is an acronym of an institution."""
        form = words[j].form
        return form.head is not None and form.head.kind == "acronym"

    def opens_other(self, words: WordList, j: int) -> bool:
        """Whether the word after a spaced dash opens something else: a post, an institution, another person."""
        form = words[j].form
        if form.head or (form.common and not form.surname):
            return True
        after = j + 1
        if after < len(words) and words[after].form.capital and not words[after].barrier:
            following = words[after].form
            if following.head or form.adjective & (following.noun | following.adjective):
                return True
            if form.common and form.noun & following.adjective & NOM and not following.surname & SG & NOM:
                return True  # "Lasy Miejskie"
        return bool(form.given & SG) and self.surname(words, j + 1, cases_in(form.given & SG)) is not None

    def longer(self, words: WordList, j: int, end: int, case: int) -> int:
        """Further parts of a foreign or patronymic name."""
        while end < len(words) and end - j < MAX_NAMES and not words[end].barrier and words[end].space:
            k = self.particle(words, end)
            if k >= len(words):
                break
            last, form = words[end - 1].form, words[k].form
            middle = bool(last.given & SG) or not last.known
            if not (form.capital and middle and (not form.known or form.surname)):
                break
            if words[k].barrier or form.head or self.acronym(words, k) or self.no_name(words, form):
                break
            if form.given & SG and self.surname(words, k + 1, cases_in(form.given & SG)) is not None:
                break
            longer = self.surname(words, k, -1)
            if longer is None:
                break
            end = longer
        return end

    def particle(self, words: WordList, j: int) -> int:
        """The word after the particles that begin at ``j`` ("von", "al-"); ``j`` where none does."""
        while j + 1 < len(words) and words[j].form.lower in self._lexicon.particles and not words[j].barrier:
            step = 2 if words[j + 1].form.text in DASHES else 1
            if j + step >= len(words) or (
                not words[j + step].form.capital and words[j + step].form.lower not in self._lexicon.particles
            ):
                break
            if words[j].form.lower in ("da", "do", "la", "ben") and words[j].form.capital and step == 1:
                break
            j += step
        return j

    def nickname(self, words: WordList, j: int) -> int:
        """Where the surname begins after a nickname in quotation marks ("Rafał „Ryś” Kos"); ``j`` without one."""
        if j + 3 < len(words) and words[j].form.text in OPENING and words[j + 2].form.text in CLOSING:
            if not any(words[k].barrier for k in (j, j + 1, j + 2, j + 3)) and words[j + 3].form.capital:
                return j + 3
        return j

    def is_initial(self, words: WordList, j: int) -> bool:
        """Whether a capital letter with a full stop stands there."""
        return words[j].form.initial and j + 1 < len(words) and words[j + 1].form.text == "." and not words[j + 1].space

    def plain_adjective(self, words: WordList, j: int, end: int) -> bool:
        """Whether what stands for the surname is an ordinary adjective: "Róża Pustynna" is no person."""
        form = words[j].form
        return end == j + 1 and form.known and bool(form.adjective) and not form.surname

    def ordinal(self, words: WordList, end: int) -> int:
        """ "Jan Paweł II": a Roman numeral after two given names is part of the name, unless it counts a noun."""
        if end >= len(words) or words[end].barrier or not words[end - 1].form.given or not is_roman(words[end].form):
            return end
        after = words[end + 1].form if end + 1 < len(words) and not words[end + 1].barrier else None
        if after is not None and after.alpha and after.noun & NOM and not after.capital:
            return end
        return end + 1
