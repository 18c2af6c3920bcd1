"""Mentions of one article grouped into persons and institutions."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from extract.base import Span
from extract.s3_morphology import Tokens
from extract.s5_entities import EntityKind, EntityMention, Mentions
from extract.s6_names.institution_groups import group_institutions
from extract.s6_names.normaliser import InstitutionName, NameNormaliser, PersonName
from extract.s6_names.person_groups import group_persons


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


@dataclass(frozen=True)
class Entities:
    """Persons and institutions of an article, with look-up by span."""

    persons: tuple[Person, ...]
    institutions: tuple[Institution, ...]
    places: tuple[EntityMention, ...] = ()
    fired: frozenset[str] = frozenset()
    units: tuple[EntityMention, ...] = ()
    """Parts of institutions that the text names with them."""

    def person_at(self, span: Span) -> Person | None:
        """The person one of whose mentions overlaps ``span``."""
        key = _at(self._person_spans, span)
        return None if key is None else self.persons[key]

    def institution_at(self, span: Span) -> Institution | None:
        """The institution one of whose mentions overlaps ``span``."""
        key = _at(self._institution_spans, span)
        return None if key is None else self.institutions[key]

    def unit_at(self, span: Span) -> EntityMention | None:
        """The unit whose mention overlaps ``span``."""
        key = _at(self._unit_spans, span)
        return None if key is None else self.units[key]

    @cached_property
    def _person_spans(self) -> list[tuple[Span, int]]:
        return sorted((m.span, i) for i, p in enumerate(self.persons) for m in p.mentions)

    @cached_property
    def _institution_spans(self) -> list[tuple[Span, int]]:
        return sorted((m.span, i) for i, p in enumerate(self.institutions) for m in p.mentions)

    @cached_property
    def _unit_spans(self) -> list[tuple[Span, int]]:
        return sorted((m.span, i) for i, m in enumerate(self.units))


def _at(spans: list[tuple[Span, int]], span: Span) -> int | None:
    """Key of the first of the sorted, disjoint ``spans`` that overlaps ``span``."""
    index = bisect_right(spans, span.start, key=lambda s: s[0].end)
    if index < len(spans) and spans[index][0].start < span.end:
        return spans[index][1]
    return None


def resolve(mentions: Mentions, tokens: Tokens, normaliser: NameNormaliser) -> Entities:
    """Normalise every mention and group those that name the same person or institution."""
    people = group_persons(mentions.of(EntityKind.PERSON), tokens, normaliser)
    institutions = group_institutions(mentions.of(EntityKind.INSTITUTION), normaliser)
    names: list[PersonName | InstitutionName] = [*(p for p, _ in people), *(i for i, _ in institutions)]
    rules = [rule for name in names for rule in (name.rule, *name.also)]
    return Entities(
        tuple(Person(i, name, m) for i, (name, m) in enumerate(people)),
        tuple(Institution(i, name, m) for i, (name, m) in enumerate(institutions)),
        mentions.of(EntityKind.PLACE),
        frozenset(r for r in rules if r),
        mentions.of(EntityKind.UNIT),
    )
