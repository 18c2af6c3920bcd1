"""What a change of rules gained and lost, fact by fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.evaluation.report import evaluate
from extract.evaluation.score import Outcome, Scorer
from extract.evaluation.views import ArticleView


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that only one dataset has, or a field whose value changed."""

    kind: str
    """``gained``, ``lost`` or ``changed``; against gold ``mended`` (an error less) or ``broken`` (an error more)."""
    group: str
    text: str
    rule: str | None = None

    def __str__(self) -> str:
        by = f"  ({self.rule})" if self.rule else ""
        return f"{self.kind:8} {self.group:20} {self.text}{by}"


def diff(old: Mapping[str, ArticleView], new: Mapping[str, ArticleView]) -> Iterator[Change]:
    """Every difference, by article; values must be equal but for typography."""
    scorer = Scorer({})
    for stem in sorted({*old, *new}):
        for outcome in scorer.article(old.get(stem, ArticleView()), new.get(stem, ArticleView()), stem):
            if not outcome.right:
                yield _change(outcome)


def diff_with_gold(
    gold: Mapping[str, ArticleView], old: Mapping[str, ArticleView], new: Mapping[str, ArticleView]
) -> Iterator[Change]:
    """The errors that only one of the two makes."""
    before, after = (Counter(_errors(gold, articles)) for articles in (old, new))
    for group, text in sorted((before - after).elements()):
        yield Change("mended", group, text)
    for group, text in sorted((after - before).elements()):
        yield Change("broken", group, text)


def _errors(gold: Mapping[str, ArticleView], articles: Mapping[str, ArticleView]) -> Iterator[tuple[str, str]]:
    return ((o.group, str(o)) for o in evaluate(gold, articles).all if not o.right)


def _change(outcome: Outcome) -> Change:
    rule = None if outcome.evidence is None else outcome.evidence.rule
    if outcome.wrong and outcome.missed:
        return Change("changed", outcome.group, f"{outcome.where}: {outcome.gold!r} -> {outcome.predicted!r}", rule)
    kind, value = ("gained", outcome.predicted) if outcome.wrong else ("lost", outcome.gold)
    return Change(kind, outcome.group, outcome.where if value == "found" else f"{outcome.where}: {value!r}", rule)
