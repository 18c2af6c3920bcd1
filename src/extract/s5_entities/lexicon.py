"""The domain words of the entity rules, read once from ``rules/entities/`` and ``rules/names/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from extract.base import RuleBook

DEDICATIONS = frozenset({"pw", "wezwaniem"})


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that opens the name of an institution."""

    lemma: str
    kind: str
    rule: str
    flags: frozenset[str]
    needs: frozenset[str] = frozenset()
    """Lemmas of which the next word must have one."""
    whole_with: frozenset[str] = frozenset()
    """Lemmas of a next word with which the noun is no unit but an institution ("Zespół Szkół")."""
    not_after: frozenset[str] = frozenset()
    """Words (lower case) after which the noun opens no name ("poseł na Sejm")."""
    never: frozenset[str] = frozenset()
    """Lemmas that the next word must not have ("Dziennik Ustaw")."""

    def has(self, flag: str) -> bool:
        """Whether ``rules/entities/head_nouns.toml`` gives the noun this flag."""
        return flag in self.flags


@dataclass(frozen=True)
class Lexicon:
    """Words by what they tell of the names around them."""

    heads: Mapping[str, Head]
    acronym_heads: Mapping[str, Head]
    """Acronyms of types of institution: "OPS", "KGW"."""
    never_mother: frozenset[str]
    """Head nouns (lemmas) that are plain genitives inside another name."""
    level: frozenset[str]
    """Adjectives of level and region (lemmas)."""
    titles: frozenset[str]
    title_genders: Mapping[str, str]
    """Titles that only women or only men have: ``f`` or ``m``."""
    honorifics: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    streets: frozenset[str]
    patron: frozenset[str]
    possessive: frozenset[str]
    patronage: frozenset[str]
    legal: Mapping[str, tuple[tuple[str, ...], ...]]
    """Legal forms as sequences of tokens, longest first, by their first token."""
    not_acronyms: frozenset[str]
    given: frozenset[str]
    """Given names (lower case, nominative) beyond those of the dictionary."""
    namesakes: frozenset[str]
    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence."""

    @cached_property
    def givers(self) -> frozenset[str]:
        """Words (forms or lemmas) before names that are given to something."""
        return self.patron | self.namesakes | self.streets | DEDICATIONS

    @classmethod
    def load(cls, rules: RuleBook) -> Lexicon:
        """Read the word lists of the rule book."""
        heads: dict[str, Head] = {}
        for rule in rules.of("entities/head_nouns.toml"):
            if rule["kind"] == "acronym":
                continue
            for word in rule.words("words"):
                old = heads.get(word)
                flags = frozenset(rule.words("flags")) | (old.flags if old else frozenset())
                heads[word] = Head(
                    word,
                    old.kind if old else rule["kind"],
                    old.rule if old else rule.id,
                    flags,
                    needs=frozenset(rule.words("needs")),
                    whole_with=frozenset(rule.words("whole_with")) | (old.whole_with if old else frozenset()),
                    not_after=frozenset(rule.words("not_after")),
                    never=frozenset(rule.words("never")),
                )
        return cls(
            MappingProxyType(heads),
            MappingProxyType(_acronyms(rules)),
            frozenset(rules["entities.never-mother"].words("words")),
            frozenset(rules["entities.level-adjective"].words("words")),
            frozenset(rules["entities.person.title"].words("words")),
            MappingProxyType(
                {
                    w: g
                    for g, key in (("f", "feminine"), ("m", "masculine"))
                    for w in rules["entities.person.title"].words(key)
                }
            ),
            frozenset(rules["entities.person.honorific"].words("words")),
            frozenset(rules["entities.person.full"].words("particles")),
            frozenset(rules["entities.generic-word"].words("words")),
            frozenset(rules["entities.street"].words("words")),
            frozenset(rules["entities.patron"].words("words")),
            frozenset(rules["entities.possessive"].words("words")),
            frozenset(rules["entities.office"].words("cues")),
            _legal(rules["entities.legal-form"].words("forms")),
            frozenset(rules["entities.acronym-unknown"].words("not")),
            frozenset(w.lower() for w in rules["entities.person.listed-given"].words("words")),
            frozenset(rules["entities.namesake"].words("words")),
            frozenset(rules["layout.sentence.abbreviation"].words("words")),
        )


_ACRONYM_FLAGS = {
    "names.acronym.type": "type",
    "names.acronym.unique": "unique",
    "names.acronym.with-place": "placed",
    "names.acronym.kept": "unknown",
}


def _acronyms(rules: RuleBook) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for rule in rules.of("entities/head_nouns.toml"):
        if rule["kind"] == "acronym":
            for word in rule.words("words"):
                heads[word] = Head(word, "acronym", rule.id, frozenset(rule.words("flags")))
    for rule in rules.of("names/acronyms.toml"):
        flags = frozenset({_ACRONYM_FLAGS.get(rule.id, "unknown")})
        for entry in rule.words("entries"):
            acronym = entry.split("|")[0].strip()
            if acronym.isalpha():
                heads.setdefault(acronym, Head(acronym, "acronym", "entities.acronym", flags))
    return heads


def _legal(forms: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    split = sorted({tuple(_pieces(f)) for f in forms}, key=lambda f: (-len(f), f))
    return MappingProxyType({first: tuple(f for f in split if f[0] == first) for first in sorted(f[0] for f in split)})


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    word = ""
    for c in text + " ":
        if c.isalpha():
            word += c
            continue
        if word:
            pieces.append(word)
            word = ""
        if not c.isspace():
            pieces.append(c)
    return pieces
