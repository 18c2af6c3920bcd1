"""The examples of the rules as tests: a rule decides something in its positive ones and nothing in the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.base import Rule, RuleBook, RuleError
from extract.pipeline import Analysis, Options, Stages
from extract.s1_reading import Source


@dataclass(frozen=True, slots=True)
class BrokenExample:
    """An example that does not hold."""

    rule: Rule
    text: str
    positive: bool

    def __str__(self) -> str:
        said = "does not decide anything in" if self.positive else "decides something in"
        return f"rules/{self.rule.file}:{self.rule.line}: {self.rule.id} {said} {self.text!r}"


def fired(stages: Stages, text: str) -> frozenset[str]:
    """Ids of the rules that decided something in ``text``."""
    return stages.run(Analysis(Source("example", text), Options())).fired


def broken_examples(stages: Stages, rules: Iterable[Rule]) -> Iterator[BrokenExample]:
    """The examples of ``rules`` that do not hold, in order."""
    for rule in rules:
        for positive, texts in ((True, rule.positive), (False, rule.negative)):
            for text in texts:
                if (rule.id in fired(stages, text)) is not positive:
                    yield BrokenExample(rule, text, positive)


def unexampled(rules: Iterable[Rule]) -> list[Rule]:
    """The rules without a positive or without a negative example."""
    return [r for r in rules if not r.positive or not r.negative]


def select(book: RuleBook, names: Iterable[str]) -> list[Rule]:
    """The rules named: by id, by file or by folder (``"dates/"``); all where none is.

    Raises:
        RuleError: nothing has that name.
    """
    chosen: list[Rule] = []
    wanted = tuple(names)
    for name in wanted:
        rules = [book[name]] if name in book.by_id else list(book.of(name))
        if not rules:
            raise RuleError(f"no rule, file or folder {name!r} in {book.root}; `extract rules list` names them all")
        chosen += rules
    return list({r.id: r for r in chosen}.values()) if wanted else list(book)
