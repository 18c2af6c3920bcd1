"""Persons and institutions once for the whole dataset.

Two articles speak of the same one where they have the same id, that is the same normalised name. Where what they say
does not fit together the row is flagged, for a person to decide: nothing is merged silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.s8_records import Appearance, Article, Institution, Person

_Entity = TypeVar("_Entity", Person, Institution)


@dataclass(frozen=True, slots=True)
class Linked:
    """One entity of the dataset."""

    id: str
    values: Mapping[str, str | None]
    """Field -> the value of the most confident article that has one."""
    articles: int
    mentions: int
    rule: str
    confidence: float
    flag: str | None
    """What the articles disagree in, or ``None``."""


def link_persons(articles: Sequence[Article]) -> list[Linked]:
    """Every person in order of id, flagged where gender or affiliations of the articles exclude each other."""
    groups = _by_id((p.id, p) for a in articles for p in a.persons)
    employers = _employers(articles)
    names: dict[str, int] = {}
    for group in groups.values():
        names[group[0].name] = names.get(group[0].name, 0) + 1
    linked = []
    for key, group in groups.items():
        flags = _conflicts(group, ("gender",))
        if _unconnected(employers.get(key, ())):
            flags.append("affiliations differ")
        if names[group[0].name] > 1:
            flags.append("namesake in one article")
        linked.append(_link(key, group, ("name", "given_name", "surname", "gender"), flags))
    return linked


def link_institutions(articles: Sequence[Article]) -> list[Linked]:
    """Every institution in order of id, flagged where kind, place or parent differ between articles."""
    groups = _by_id((i.id, i) for a in articles for i in a.institutions)
    fields = ("name", "acronym", "kind", "place", "parent")
    return [_link(key, group, fields, _conflicts(group, fields[1:])) for key, group in groups.items()]


def _by_id(rows: Iterable[tuple[str, _Entity]]) -> dict[str, list[_Entity]]:
    groups: dict[str, list[_Entity]] = {}
    for key, entity in rows:
        groups.setdefault(key, []).append(entity)
    return dict(sorted(groups.items()))


def _link(key: str, group: Sequence[_Entity], fields: Sequence[str], flags: Sequence[str]) -> Linked:
    by_confidence = sorted(group, key=lambda e: -e.confidence)
    best = by_confidence[0]
    values = {f: next((v for e in by_confidence if (v := getattr(e, f)) is not None), None) for f in fields}
    mentions = sum(len(e.mentions) for e in group)
    return Linked(key, values, len(group), mentions, best.rule, best.confidence, "; ".join(flags) or None)


def _conflicts(group: Sequence[Person] | Sequence[Institution], fields: Iterable[str]) -> list[str]:
    return [f"{f} differs" for f in fields if len({v for e in group if (v := getattr(e, f)) is not None}) > 1]


def _employers(articles: Iterable[Article]) -> dict[str, list[frozenset[str]]]:
    """Person -> the institutions of each article that names any."""
    found: dict[str, list[frozenset[str]]] = {}
    for article in articles:
        of_article: dict[str, set[str]] = {}
        for appearance in appearances(article):
            if appearance.institution_id is not None:
                of_article.setdefault(appearance.person_id, set()).add(appearance.institution_id)
        for person, institutions in of_article.items():
            found.setdefault(person, []).append(frozenset(institutions))
    return found


def appearances(article: Article) -> Iterator[Appearance]:
    """Every appearance, in events and in sessions."""
    for event in article.events:
        yield from event.people
        for session in event.sessions:
            yield from session.people


def _unconnected(sets: Iterable[frozenset[str]]) -> bool:
    """Whether the sets fall into groups that have no member in common."""
    groups: list[frozenset[str]] = []
    for members in sets:
        touching = [g for g in groups if g & members]
        groups = [g for g in groups if not g & members] + [members.union(*touching)]
    return len(groups) > 1
