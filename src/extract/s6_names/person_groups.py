"""Mentions of persons grouped by whom they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.s3_morphology import Token, Tokens
from extract.s5_entities import EntityMention
from extract.s5_entities.repeats import stems_agree
from extract.s6_names.normaliser import NameNormaliser, PersonName

_KEY = 2
_NEAR = 200
_SURE = "entities.person.title"
_COURTEOUS = "entities.person.honorific"
_DASHES = "-‐‑‒–—−"


@dataclass(frozen=True, slots=True)
class Parts:
    """A mention cut into given names, or initials, and surname; each word with the lemmas it may have."""

    given: tuple[tuple[str, frozenset[str]], ...]
    surname: tuple[tuple[str, frozenset[str]], ...]
    initial: bool
    courteous: bool = False
    """Whether an honorific stands before it: one word may then be a given name ("Pani Ewie")."""


@dataclass(slots=True, eq=False)
class Group:
    """Mentions of one person."""

    parts: list[Parts]
    mentions: list[EntityMention] = field(default_factory=list)


def group_persons(
    mentions: Sequence[EntityMention], tokens: Tokens, normaliser: NameNormaliser
) -> list[tuple[PersonName, tuple[EntityMention, ...]]]:
    """Persons in order of their first mention.

    Full names open groups; an initial with a surname, a surname alone and a given name behind an honorific join the one
    group they fit, and are dropped where they fit none or several (an initial and a titled surname stay by themselves).
    """
    groups: list[Group] = []
    index: dict[str, list[Group]] = defaultdict(list)
    met: dict[str, Group] = {}
    short: list[tuple[EntityMention, Parts]] = []
    for mention in mentions:
        parts = split(mention, tokens)
        if not parts.given or parts.initial or not parts.surname:
            short.append((mention, parts))
            continue
        fitting = met.get(mention.text) or next(
            (g for g in _near(parts, index) if any(_same(parts, p) for p in g.parts)), None
        )
        if fitting is None:
            fitting = Group([], [])
            groups.append(fitting)
        met.setdefault(mention.text, fitting)
        if parts not in fitting.parts:
            fitting.parts.append(parts)
            for key in _keys(parts):
                if not index[key] or index[key][-1] is not fitting:
                    index[key].append(fitting)
        fitting.mentions.append(mention)
    for mention, parts in short:
        _attach(mention, parts, groups, index)
    named = [(_name(g, normaliser), g) for g in groups]
    merged: dict[str, tuple[PersonName, list[EntityMention]]] = {}
    for name, group in named:
        merged.setdefault(name.name, (name, []))[1].extend(group.mentions)
    people = [(name, tuple(sorted(m, key=lambda x: x.span))) for name, m in merged.values()]
    return sorted(people, key=lambda p: p[1][0].span)


def _keys(parts: Parts) -> tuple[str, ...]:
    """What forms of one surname have in common: its first letters, for each half of a double one."""
    return tuple(dict.fromkeys(word[:_KEY] for word, _ in parts.surname))


def _near(parts: Parts, index: dict[str, list[Group]]) -> list[Group]:
    """The last groups whose surname begins alike, each once: as many as keep the time linear in the text."""
    found: dict[int, Group] = {}
    for key in _keys(parts):
        for group in index[key][-_NEAR:]:
            found.setdefault(id(group), group)
    return list(found.values())


def _attach(mention: EntityMention, parts: Parts, groups: list[Group], index: dict[str, list[Group]]) -> None:
    near = groups[-_NEAR:] if parts.courteous or not parts.surname else _near(parts, index)
    fitting = [g for g in near if any(_fits(parts, p) for p in g.parts)]
    if len(fitting) > 1 and mention.anchor is not None:
        before = [g for g in fitting if any(m.span.end <= mention.span.start for m in g.mentions)]
        fitting = before if len(before) == 1 else fitting
    if len(fitting) == 1:
        fitting[0].mentions.append(mention)
    elif not fitting and mention.anchor is None and parts.surname and (parts.initial or mention.rule == _SURE):
        groups.append(Group([parts], [mention]))


def split(mention: EntityMention, tokens: Tokens) -> Parts:
    """Cut a mention, read in order, into given names and surname."""
    by_text = {t.text: t for t in tokens.within(mention.span)}
    words = _joined(mention.text)
    given: list[tuple[str, frozenset[str]]] = []
    initial = False
    while len(words) > 1 or (words and not given and not _surname_like(words[0], by_text)):
        word = words.pop(0)
        if word.endswith("."):
            initial = True
            given.append((word[:1].lower(), frozenset()))
        else:
            given.append((word.lower(), _lemmas(word, by_text)))
        if not words:
            break
    surname = tuple((w.lower(), _lemmas(w, by_text)) for part in words for w in part.split("-") if w)
    return Parts(tuple(given), surname, initial, mention.rule == _COURTEOUS)


def _joined(text: str) -> list[str]:
    for dash in _DASHES:
        text = text.replace(f" {dash} ", "-").replace(dash, "-")
    return text.split()


def _surname_like(word: str, by_text: dict[str, Token]) -> bool:
    token = by_text.get(word.split("-")[0])
    return token is None or not token.known or any("nazwisko" in c for r in token.readings for c in r.name_class)


def _lemmas(word: str, by_text: dict[str, Token]) -> frozenset[str]:
    token = by_text.get(word)
    if token is None:
        return frozenset()
    return frozenset(r.lemma.lower() for r in token.readings if r.name_class and r.lemma[:1].isupper())


def _word(a: tuple[str, frozenset[str]], b: tuple[str, frozenset[str]]) -> bool:
    if a[0] == b[0]:
        return True
    if a[1] and b[1]:
        return bool(a[1] & b[1])
    return stems_agree(a[0], b[0])


def _same(a: Parts, b: Parts) -> bool:
    """Whether two full names may be forms of one: a second given name may be left out."""
    if not _word(a.given[0], b.given[0]):
        return False
    if len(a.given) == len(b.given) and not all(_word(x, y) for x, y in zip(a.given, b.given, strict=True)):
        return False
    return _surnames(a, b)


def _surnames(a: Parts, b: Parts) -> bool:
    if len(a.surname) == len(b.surname):
        return all(_word(x, y) for x, y in zip(a.surname, b.surname, strict=True))
    short, long = (a.surname, b.surname) if len(a.surname) < len(b.surname) else (b.surname, a.surname)
    return any(_word(short[0], part) for part in long) if len(short) == 1 else False


def _fits(short: Parts, full: Parts) -> bool:
    if short.initial:
        return (
            bool(full.given)
            and full.given[0][0][:1] == short.given[0][0][:1]
            and bool(short.surname)
            and _surnames(short, full)
        )
    if not short.surname:
        return bool(full.given) and _word(short.given[0], full.given[0])
    if short.given:
        return False
    if full.surname and _surnames(short, full):
        return True
    return short.courteous and bool(full.given) and _word(short.surname[0], full.given[0])


def _name(group: Group, normaliser: NameNormaliser) -> PersonName:
    full = [m for m in group.mentions if m.anchor is None]
    best = max(full, key=lambda m: len(m.text.split())) if full else group.mentions[0]
    longest = len(best.text.split())
    others = tuple(
        dict.fromkeys(m.text for m in full if m is not best and len(m.text.split()) == longest and m.text != best.text)
    )
    gender = next((m.gender for m in group.mentions if m.gender), None)
    return normaliser.person(best.text, others=others, gender=gender)
