"""Names in the nominative."""

from __future__ import annotations

from dataclasses import dataclass

from extract.base import RuleBook
from extract.s3_morphology import Morphology


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in the nominative."""

    name: str
    given_name: str | None
    surname: str | None
    gender: str | None
    """``f``, ``m`` or ``None``."""
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class InstitutionName:
    """An institution's name in the nominative with its place, acronym expanded."""

    name: str
    acronym: str | None = None
    kind: str | None = None
    """Type of institution from the head noun or acronym: ``ośrodek``, ``uniwersytet`` …"""
    place: str | None = None
    """Nominative of the place in the name ("w Krakowie" -> "Kraków")."""
    parent: str | None = None
    rule: str = ""
    confidence: float = 1.0


class NameNormaliser:
    """Turns name mentions in any case into the nominative."""

    def __init__(self, rules: RuleBook, morphology: Morphology) -> None:
        self._rules = rules
        self._morphology = morphology

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
        parts = text.split()
        return PersonName(" ".join(parts), parts[0], parts[-1] if len(parts) > 1 else None, gender)

    def institution(self, text: str, *, others: tuple[str, ...] = (), case: str | None = None) -> InstitutionName:
        """Nominative of one institution mention; ``others`` are further mentions in the document (full names)."""
        return InstitutionName(" ".join(text.split()))

    def phrase(self, text: str, *, gender: str | None = None) -> str:
        """Nominative of a common noun phrase such as a position ("Zastępcy Prezydenta Miasta" -> "Zastępca …").

        Args:
            gender: of the person who bears it; a plural becomes singular in this gender.
        """
        return " ".join(text.split())

    def place(self, text: str) -> str:
        """Nominative of a place name ("Nowym Targu" -> "Nowy Targ")."""
        return " ".join(text.split())
