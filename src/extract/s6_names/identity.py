"""Mentions of one article grouped into persons and institutions."""

from __future__ import annotations

from dataclasses import dataclass

from extract.base import Span
from extract.s3_morphology import Tokens
from extract.s5_entities import EntityKind, EntityMention, Mentions
from extract.s6_names.normaliser import InstitutionName, NameNormaliser, PersonName


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an article."""

    key: int
    """Position in order of first mention; unique among persons of the article."""
    name: PersonName
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution of an article."""

    key: int
    name: InstitutionName
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True)
class Entities:
    """Persons and institutions of an article, with look-up by span."""

    persons: tuple[Person, ...]
    institutions: tuple[Institution, ...]
    places: tuple[EntityMention, ...] = ()
    fired: frozenset[str] = frozenset()

    def person_at(self, span: Span) -> Person | None:
        """The person one of whose mentions overlaps ``span``."""
        return next((p for p in self.persons if any(m.span.overlaps(span) for m in p.mentions)), None)

    def institution_at(self, span: Span) -> Institution | None:
        """The institution one of whose mentions overlaps ``span``."""
        return next((i for i in self.institutions if any(m.span.overlaps(span) for m in i.mentions)), None)


def resolve(mentions: Mentions, tokens: Tokens, normaliser: NameNormaliser) -> Entities:
    """Normalise every mention and group those that name the same person or institution."""
    persons: dict[str, list[EntityMention]] = {}
    names: dict[str, PersonName] = {}
    institutions: dict[str, list[EntityMention]] = {}
    titles: dict[str, InstitutionName] = {}
    for mention in mentions.mentions:
        if mention.kind is EntityKind.PERSON:
            person = normaliser.person(mention.text)
            names[person.name] = person
            persons.setdefault(person.name, []).append(mention)
        elif mention.kind is EntityKind.INSTITUTION:
            institution = normaliser.institution(mention.text)
            titles[institution.name] = institution
            institutions.setdefault(institution.name, []).append(mention)
    return Entities(
        tuple(Person(i, names[n], tuple(m)) for i, (n, m) in enumerate(persons.items())),
        tuple(Institution(i, titles[n], tuple(m)) for i, (n, m) in enumerate(institutions.items())),
        mentions.of(EntityKind.PLACE),
    )
