"""The word lists of this stage, read from ``rules/names/``."""

from __future__ import annotations

from extract.base import RuleBook
from extract.s6_names.name_words import NameLists
from extract.s6_names.phrase_values import Preferences


def words(rules: RuleBook, rule_id: str, key: str = "words") -> frozenset[str]:
    """A list of a rule; empty where the book has no such rule, so that a reduced book still works."""
    rule = rules.by_id.get(rule_id)
    return frozenset(rule.words(key)) if rule else frozenset()


def preferences(rules: RuleBook) -> Preferences:
    """Head nouns and positions of adjectives."""
    return Preferences(
        heads=words(rules, "names.head.institution"),
        units=words(rules, "names.head.unit"),
        plural=words(rules, "names.head.institution", "plural"),
        settlements=words(rules, "names.head.institution", "settlements"),
        after_person=words(rules, "names.head.institution", "after_person"),
        apposing=words(rules, "names.head.institution", "apposing"),
        after_unit=words(rules, "names.head.unit", "after_unit"),
        qualifying=words(rules, "names.head.qualifying", "words"),
    )


def name_lists(rules: RuleBook) -> NameLists:
    """Given names and surnames, lower case."""
    against = words(rules, "names.given.against-ending")
    return NameLists(
        given=words(rules, "names.given.common") | against,
        against_ending=against,
        vietnamese=words(rules, "names.person.vietnamese"),
        titles=words(rules, "entities.person.title"),
        foreign=frozenset(w.lower() for w in words(rules, "entities.person.listed-given")),
        surnames_a=words(rules, "names.surname.common-a"),
    )


def place_ranks(rules: RuleBook) -> dict[str, int]:
    """Known places with their rank: 0 for the most important."""
    rule = rules.by_id.get("names.place.known")
    return {name: rank for rank, name in enumerate(rule.words("places"))} if rule else {}
