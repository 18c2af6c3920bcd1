"""Mentions of institutions grouped by what they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.s5_entities import EntityMention
from extract.s5_entities.repeats import stems_agree
from extract.s6_names.normaliser import InstitutionName, NameNormaliser

_QUOTES = str.maketrans("", "", "„”“\"«»'’‘‚`")
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")
_PLACE = re.compile(r" (?:w|we|z|ze) \p{Lu}".replace(r"\p{Lu}", "[A-ZĄĆĘŁŃÓŚŹŻ]"))
_PATRON = re.compile(r" im\. .*?(?= (?:w|we) [A-ZĄĆĘŁŃÓŚŹŻ]|$)")
_STEM = 5


@dataclass(slots=True)
class Group:
    """Mentions of one institution."""

    name: InstitutionName
    keys: set[str]
    mentions: list[EntityMention] = field(default_factory=list)


def key_of(name: str) -> str:
    """The name without case, quotation marks and kinds of dashes."""
    return " ".join(_DASH.sub("-", name.translate(_QUOTES)).replace(".", " ").casefold().split()).strip(" ,")


def group_institutions(
    mentions: Sequence[EntityMention], normaliser: NameNormaliser
) -> list[tuple[InstitutionName, tuple[EntityMention, ...]]]:
    """Institutions in order of their first mention; forms with and without place, patron or acronym are one."""
    groups: dict[str, Group] = {}
    anchored: list[EntityMention] = []
    for mention in mentions:
        if mention.anchor is not None:
            anchored.append(mention)
            continue
        name = normaliser.institution(mention.text)
        key = key_of(name.name)
        groups.setdefault(key, Group(name, {key})).mentions.append(mention)
    rows = list(groups.values())
    for link in (_acronyms, _patrons, _towns, _places):
        rows = _merged(rows, link(rows))
    rows = _merged(rows, _orders(rows, normaliser))
    rows = _specific(rows)
    for mention in anchored:
        home = next((g for g in rows if any(m.span == mention.anchor for m in g.mentions)), None)
        if home is not None:
            home.mentions.append(mention)
    result = [(g.name, tuple(sorted(g.mentions, key=lambda m: m.span))) for g in rows]
    return sorted(result, key=lambda r: r[1][0].span)


def _merged(rows: list[Group], links: dict[int, int]) -> list[Group]:
    """Rows with each ``links`` key put into its value, which keeps its name."""
    for source, target in links.items():
        while target in links:
            target = links[target]
        if target != source:
            rows[target].mentions += rows[source].mentions
            if rows[target].name.acronym is None and rows[source].name.acronym:
                rows[target].name = _with_acronym(rows[target].name, rows[source].name.acronym)
    return [row for i, row in enumerate(rows) if i not in links]


def _with_acronym(name: InstitutionName, acronym: str | None) -> InstitutionName:
    return InstitutionName(name.name, acronym, name.kind, name.place, name.parent, name.rule, name.confidence)


def _acronyms(rows: list[Group]) -> dict[int, int]:
    """A word of capitals is the institution whose words begin with its letters."""
    initials = [_initials(r.name.name) for r in rows]
    links: dict[int, int] = {}
    for i, row in enumerate(rows):
        raw = row.mentions[0].text
        first, _, rest = raw.partition(" ")
        first = "".join(c for c in first.split("-")[0] if c.isupper())
        if len(first) < 2 or not raw[1:2].isupper() or not all(m.text.startswith(raw[:2]) for m in row.mentions):
            continue
        fitting = [
            j
            for j, r in enumerate(rows)
            if j != i and first in initials[j] and (not rest or key_of(r.name.name).endswith(rest.casefold()))
        ]
        if len(fitting) == 1:
            links[i] = fitting[0]
    return links


def _initials(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", _PLACE.split(name)[0] if _PLACE.search(name) else name)
    if len(words) < 2:
        return frozenset()
    capital = "".join(w[0] for w in words if w[0].isupper())
    every = "".join(w[0] for w in words)
    return frozenset({capital, every, every.upper()})


def _patrons(rows: list[Group]) -> dict[int, int]:
    bare = [key_of(_PATRON.sub("", r.name.name)) for r in rows]
    anywhere = [key_of(_PLACE.split(_PATRON.sub("", r.name.name))[0]) for r in rows]
    links: dict[int, int] = {}
    for i, row in enumerate(rows):
        if " im. " in row.name.name:
            continue
        fitting = [
            j for j, r in enumerate(rows) if j != i and " im. " in r.name.name and bare[i] in (bare[j], anywhere[j])
        ]
        if len(fitting) == 1:
            links[i] = fitting[0]
    return links


def _orders(rows: list[Group], normaliser: NameNormaliser) -> dict[int, int]:
    """The same words in another order or case, acronyms written out: "Oddział ZUS …", "Zakład … Oddział …"."""
    seen: dict[tuple[str, ...], int] = {}
    links: dict[int, int] = {}
    for i, row in enumerate(rows):
        words: list[str] = []
        for word in re.findall(r"\w+", row.name.name):
            words += (
                re.findall(r"\w+", normaliser.institution(word).name) if word.isupper() and len(word) > 2 else [word]
            )
        stems = tuple(sorted(w.casefold()[:_STEM] for w in words))
        if len(stems) > 2 and stems in seen:
            links[i] = seen[stems]
        else:
            seen.setdefault(stems, i)
    return links


def _towns(rows: list[Group]) -> dict[int, int]:
    """ "Szkoła Podstawowa Lipno" is "Szkoła Podstawowa w Lipnie": the same words, the last one inflected."""
    links: dict[int, int] = {}
    split = [key_of(r.name.name).split() for r in rows]
    for i, words in enumerate(split):
        for j, other in enumerate(split):
            if i == j or len(other) < 3 or other[-2] not in ("w", "we") or not stems_agree(words[-1], other[-1]):
                continue
            bare = key_of(_PATRON.sub("", rows[j].name.name)).split()[:-2]
            if words[:-1] in (bare, [*bare, "w"], [*bare, "we"]):
                links[i] = j
                break
    return {i: j for i, j in links.items() if links.get(j) != i or i > j}


def _specific(rows: list[Group]) -> list[Group]:
    """Without bare acronyms of a type where the text has several of that type, each with its place."""
    keys = [key_of(r.name.name) for r in rows]
    return [
        row
        for row, key in zip(rows, keys, strict=True)
        if row.name.acronym is None or sum(k.startswith((key + " w ", key + " we ")) for k in keys) < 2
    ]


def _places(rows: list[Group]) -> dict[int, int]:
    """A name without its place joins the one name that has it."""
    links: dict[int, int] = {}
    keys = [key_of(r.name.name) for r in rows]
    for i, key in enumerate(keys):
        if " " not in key:
            continue
        fitting = [j for j, k in enumerate(keys) if j != i and k.startswith(key + " ")]
        if len(fitting) == 1:
            links[i] = fitting[0]
    return links
