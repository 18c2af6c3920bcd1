"""Mentions of institutions grouped by what they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.s5_entities import EntityMention
from extract.s5_entities.repeats import stems_agree
from extract.s6_names.normaliser import InstitutionName, NameNormaliser

_QUOTES = str.maketrans("", "", "„”“\"«»'’‘‚`")
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")
_PLACE = re.compile(r" (?:w|we|z|ze) \p{Lu}".replace(r"\p{Lu}", "[A-ZĄĆĘŁŃÓŚŹŻ]"))
_PATRON = re.compile(r" im\. .*?(?= (?:w|we) [A-ZĄĆĘŁŃÓŚŹŻ]|$)")
_QUOTED = re.compile('[„“"«]([^„“”"«»]+)[”“"»]$')
_AROUND = re.compile('^(\\w+)( [^„“”"«»]+)? [„“"«]([^„“”"«»]+)[”“"»]( .*)?$')
_STEM = 5


@dataclass(slots=True)
class Group:
    """Mentions of one institution."""

    name: InstitutionName
    key: str
    """The key of its name, see :func:`key_of`."""
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
        groups.setdefault(key, Group(name, key)).mentions.append(mention)
    rows = list(groups.values())
    for link in (_acronyms, _patrons, _towns, _places, _inner, _middles):
        rows = _merged(rows, link(rows))
    rows = _merged(rows, _orders(rows, normaliser))
    rows = _specific(rows)
    homes = {mention.span: group for group in rows for mention in group.mentions}
    for mention in anchored:
        if mention.anchor in homes:
            homes[mention.anchor].mentions.append(mention)
    result = [(g.name, tuple(sorted(g.mentions, key=lambda m: m.span))) for g in rows]
    return sorted(result, key=lambda r: r[1][0].span)


def _merged(rows: list[Group], links: dict[int, int]) -> list[Group]:
    """Rows with each ``links`` key put into its value, which keeps its name; links in a ring are void."""
    gone: set[int] = set()
    for source in links:
        target = _end(source, links)
        if target is None:
            continue
        gone.add(source)
        rows[target].mentions += rows[source].mentions
        if rows[target].name.acronym is None and rows[source].name.acronym:
            rows[target].name = replace(rows[target].name, acronym=rows[source].name.acronym)
    return [row for i, row in enumerate(rows) if i not in gone]


def _end(source: int, links: dict[int, int]) -> int | None:
    """The row where the links from ``source`` end; none for a ring."""
    seen: set[int] = set()
    while source in links:
        if source in seen:
            return None
        seen.add(source)
        source = links[source]
    return source


def _acronyms(rows: list[Group]) -> dict[int, int]:
    """A word of capitals is the institution whose words begin with its letters."""
    spelt: dict[str, list[int]] = defaultdict(list)
    for j, row in enumerate(rows):
        for letters in sorted(_initials(row.name.name)):
            spelt[letters].append(j)
    links: dict[int, int] = {}
    for i, row in enumerate(rows):
        raw = row.mentions[0].text
        first, _, rest = raw.partition(" ")
        letters = "".join(c for c in first.split("-")[0] if c.isupper())
        if len(letters) < 2 or not raw[1:2].isupper() or not all(m.text.startswith(raw[:2]) for m in row.mentions):
            continue
        end = rest.casefold()
        fitting = [j for j in spelt.get(letters, ()) if j != i and key_of(rows[j].name.name).endswith(end)]
        if len(fitting) == 1:
            links[i] = fitting[0]
    return links


def _initials(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", _PLACE.split(name)[0])
    if len(words) < 2:
        return frozenset()
    capital = "".join(w[0] for w in words if w[0].isupper())
    every = "".join(w[0] for w in words)
    return frozenset({capital, every, every.upper()})


def _patrons(rows: list[Group]) -> dict[int, int]:
    """A name without its patron, or without patron and place, is the one that has them."""
    bare: dict[str, list[int]] = defaultdict(list)
    for j, row in enumerate(rows):
        if " im. " in row.name.name:
            short = _PATRON.sub("", row.name.name)
            for key in sorted({key_of(short), key_of(_PLACE.split(short)[0])}):
                bare[key].append(j)
    fitting = {i: bare.get(row.key, []) for i, row in enumerate(rows) if " im. " not in row.name.name}
    return {i: found[0] for i, found in fitting.items() if len(found) == 1}


def _towns(rows: list[Group]) -> dict[int, int]:
    """ "Szkoła Podstawowa Lipno" is "Szkoła Podstawowa w Lipnie": the same words, the last one inflected."""
    homes: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for j, row in enumerate(rows):
        bare, preposition, town = _last_words(key_of(_PATRON.sub("", row.name.name)))
        if preposition in ("w", "we"):
            homes[bare].append((town, j))
    links: dict[int, int] = {}
    for i, row in enumerate(rows):
        bare, last, town = _last_words(row.key)
        start = bare if last in ("w", "we") else f"{bare} {last}".strip()
        fitting = [j for other, j in homes.get(start, ()) if j != i and stems_agree(town, other)]
        if fitting and links.get(fitting[0]) != i:
            links[i] = fitting[0]
    return links


def _last_words(key: str) -> tuple[str, str, str]:
    """A key without its last two words, and these."""
    words = key.split()
    if len(words) < 3:
        return "", "", ""
    return " ".join(words[:-2]), words[-2], words[-1]


def _orders(rows: list[Group], normaliser: NameNormaliser) -> dict[int, int]:
    """The same words in another order or case, acronyms written out: "Oddział ZUS …", "Zakład … Oddział …"."""
    seen: dict[tuple[str, ...], int] = {}
    links: dict[int, int] = {}
    for i, row in enumerate(rows):
        words: list[str] = []
        for word in re.findall(r"\w+", row.name.name):
            acronym = word.isupper() and len(word) > 2
            words += re.findall(r"\w+", normaliser.institution(word).name) if acronym else [word]
        stems = tuple(sorted(w.casefold()[:_STEM] for w in words))
        if len(stems) > 2 and stems in seen:
            links[i] = seen[stems]
        else:
            seen.setdefault(stems, i)
    return links


def _inner(rows: list[Group]) -> dict[int, int]:
    """The same name in quotation marks under one head noun or none: "Kawiarnia „Błysk”", "Cukiernia „Błysk”"."""
    names: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        quoted = _QUOTED.search(row.name.name)
        inner = key_of(quoted[1]) if quoted else row.key
        head = row.key.removesuffix(inner)
        if len(head.split()) < 2 and (quoted or not head):
            names[inner].append(i)
    quoted_names = {key: found for key, found in names.items() if any("„" in rows[i].name.name for i in found)}
    return {i: found[0] for found in quoted_names.values() for i in found[1:]}


def _middles(rows: list[Group]) -> dict[int, int]:
    """The same head noun and name in quotation marks: with and without words between them, places not in conflict."""
    found: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    for i, row in enumerate(rows):
        match = _AROUND.match(row.name.name)
        if match:
            found[match[1].casefold(), key_of(match[3])].append((i, match[2] or "", match[4] or ""))
    links: dict[int, int] = {}
    for alike in found.values():
        whole = [(j, place) for j, middle, place in alike if middle]
        for i, middle, place in alike:
            if not middle and len(whole) == 1 and (not place or whole[0][1] in ("", place)):
                links[i] = whole[0][0]
    return links


def _places(rows: list[Group]) -> dict[int, int]:
    """A name of two words or more joins the one name that goes on after it: with its place, its territory."""
    keys = sorted((r.key, i) for i, r in enumerate(rows))
    links: dict[int, int] = {}
    for key, i in keys:
        if " " not in key:
            continue
        placed = _going_on(keys, key + " w ") + _going_on(keys, key + " we ")
        longer = placed if len(placed) == 1 else _going_on(keys, key + " ")
        if len(longer) == 1 and longer[0] != i:
            links[i] = longer[0]
    return links


def _specific(rows: list[Group]) -> list[Group]:
    """Without bare acronyms of a type where the text has several of that type, each with its place."""
    keys = sorted((r.key, i) for i, r in enumerate(rows))
    kept: list[Group] = []
    for row in rows:
        key = row.key
        if row.name.acronym is None or len(_going_on(keys, key + " w ") + _going_on(keys, key + " we ")) < 2:
            kept.append(row)
    return kept


def _going_on(keys: list[tuple[str, int]], start: str) -> list[int]:
    """Numbers of at most two of the sorted ``keys`` that begin with ``start``: one is a home, two are a doubt."""
    found: list[int] = []
    first = bisect_left(keys, (start, -1))
    for key, number in keys[first : first + 2]:
        if not key.startswith(start):
            break
        found.append(number)
    return found
