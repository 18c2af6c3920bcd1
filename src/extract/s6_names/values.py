"""Values of the name normaliser."""

from __future__ import annotations

from dataclasses import dataclass


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
    also: tuple[str, ...] = ()
    """Ids of word lists that took part in the decision."""


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
    """The institution of which this one is a part, where the name says so."""
    rule: str = ""
    confidence: float = 1.0
    also: tuple[str, ...] = ()
    """Ids of word lists that took part in the decision."""
