"""Names in the nominative: the one door to persons', institutions' and places' names and to positions."""

from __future__ import annotations

from functools import lru_cache

from extract.base import RuleBook
from extract.s3_morphology import Morphology
from extract.s6_names.acronyms import Acronyms
from extract.s6_names.institutions import InstitutionNormaliser
from extract.s6_names.lexicon import name_lists, place_ranks, preferences
from extract.s6_names.persons import PersonNormaliser
from extract.s6_names.phrases import NounPhrases
from extract.s6_names.places import PlaceNormaliser
from extract.s6_names.positions import PositionNormaliser
from extract.s6_names.values import InstitutionName, PersonName

__all__ = ["InstitutionName", "NameNormaliser", "PersonName"]

_CACHE = 1 << 14


class NameNormaliser:
    """Turns name mentions in any case into the nominative.

    Results are cached by the text and the hints; the caches are bounded.
    """

    def __init__(self, rules: RuleBook, morphology: Morphology) -> None:
        phrases = NounPhrases(morphology, preferences(rules))
        persons = PersonNormaliser(morphology, name_lists(rules))
        places = PlaceNormaliser(morphology, phrases, place_ranks(rules))
        institutions = InstitutionNormaliser(morphology, phrases, places, Acronyms(rules))
        positions = PositionNormaliser(morphology, phrases)
        self._person = lru_cache(maxsize=_CACHE)(persons.best)
        self._institution = lru_cache(maxsize=_CACHE)(institutions.normalise)
        self._phrase = lru_cache(maxsize=_CACHE)(positions.nominative)
        self._group = lru_cache(maxsize=_CACHE)(positions.group)
        self._place = lru_cache(maxsize=_CACHE)(places.nominative)

    def person(
        self, text: str, *, others: tuple[str, ...] = (), gender: str | None = None, case: str | None = None
    ) -> PersonName:
        """Nominative of one person mention.

        Args:
            text: the mention as it stands, without titles.
            others: further mentions of the same name in the document, which vote.
            gender: known from a title, honorific or verb.
            case: known from the context (a list of nominatives, a verb).
        """
        return self._person(text, others, gender, case)

    def institution(
        self, text: str, *, others: tuple[str, ...] = (), case: str | None = None, expand_bare: bool = True
    ) -> InstitutionName:
        """Nominative of one institution mention.

        Args:
            text: the mention as it stands.
            others: further mentions in the document (full names).
            case: known from the context.
            expand_bare: whether an acronym that stands alone ("ZUS-owi") is replaced by its full name, or only loses
                its ending; with a place or a description after it ("OPS w Łomży") it always is.
        """
        return self._institution(text, others, case, expand_bare=expand_bare)

    def phrase(self, text: str, *, gender: str | None = None) -> str:
        """Nominative of a common noun phrase such as a position ("Zastępcy Prezydenta Miasta" -> "Zastępca …").

        Args:
            gender: of the person who bears it; a plural becomes singular in this gender.
        """
        return self._phrase(text, gender)

    def group(self, text: str) -> str:
        """Nominative of a common noun phrase in its own number ("zespołów śpiewaczych" -> "zespoły śpiewacze")."""
        return self._group(text)

    def place(self, text: str, *, case: str | None = None) -> str:
        """Nominative of a place name ("Nowym Targu" -> "Nowy Targ").

        Args:
            case: known from the preposition before it (``loc`` after "w", ``gen`` after "z").
        """
        return self._place(text, case)
