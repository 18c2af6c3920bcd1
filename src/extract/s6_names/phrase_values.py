"""Values of the noun phrase grammar."""

from __future__ import annotations

from dataclasses import dataclass

from extract.s3_morphology import Reading


@dataclass(frozen=True, slots=True)
class Agreement:
    """Number, case and gender that a head and its modifiers share."""

    number: str
    case: str
    gender: str


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun with the words that agree with it."""

    noun: int
    """Token index."""
    reading: Reading
    agreement: Agreement
    modifiers: tuple[int, ...]
    end: int
    """Index after the last word of the head and its agreeing modifiers."""
    score: float


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the domain knows about heads: from the rules, not from the grammar."""

    heads: frozenset[str] = frozenset()
    """Lemmas of nouns that head names of institutions."""
    units: frozenset[str] = frozenset()
    """Lemmas of nouns that head names of parts of institutions."""
    plural: frozenset[str] = frozenset()
    """Lemmas of nouns that head a name in the plural ("wieści", "nowiny")."""
    settlements: frozenset[str] = frozenset()
    """Lemmas of nouns that the name of a place follows in the same case ("miasto Łomża")."""
    after_person: frozenset[str] = frozenset()
    """Lemmas of adjectives that stand after the noun for a person ("dyrektor generalny")."""
    apposing: frozenset[str] = frozenset()
    """Lemmas of nouns for a person that another one follows in the same case ("ksiądz rektor")."""
    after_unit: frozenset[str] = frozenset()
    """Lemmas of adjectives that stand after the noun for a unit ("oddział okręgowy")."""
    qualifying: frozenset[str] = frozenset()
    """Lemmas of adjectives that stand before their noun, not behind one ("Uniwersytet *Trzeciego* Wieku")."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What kind of head is looked for."""

    case: str | None = None
    number: str | None = None
    """Number that the nominative shall have; ``None`` keeps that of the text."""
    gender: str | None = None
    """Gender that a plural person noun takes when it becomes singular."""
    classes: frozenset[str] = frozenset({"nazwa_pospolita"})
    """Name classes of readings to prefer."""
    persons: bool = False
    """Whether a noun for a person is expected."""
