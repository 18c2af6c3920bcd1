"""Figures from outcomes: by group with intervals, by rule, by confidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extract.evaluation.compare import THRESHOLDS
from extract.evaluation.score import Outcome, Scorer
from extract.evaluation.views import ArticleView

MICRO = "ALL micro"
MACRO = "ALL macro"
SEED = 20240506
"""Of the bootstrap: the same outcomes have the same intervals everywhere."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Facts right (in both), wrong (predicted only) and missed (gold only)."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Right among predicted; 0 where nothing was predicted."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Right among gold; 0 where there is no gold."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 where there is neither."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A group's score with its bootstrap interval (95 %, articles drawn with replacement)."""

    f1: float
    counts: Counts
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RuleFigure:
    """What one rule did."""

    rule: str
    right: int
    wrong: int

    @property
    def fired(self) -> int:
        """Facts that the rule made."""
        return self.right + self.wrong


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts whose confidence lies in a range; calibrated where ``share`` is near ``mean``."""

    low: float
    high: float
    facts: int
    mean: float
    """Mean confidence."""
    share: float
    """Share of the facts that are right."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcomes of a set of articles."""

    outcomes: Mapping[str, tuple[Outcome, ...]]
    """By article."""
    unread: tuple[str, ...]
    """Articles of the gold without a prediction."""

    @property
    def all(self) -> list[Outcome]:
        """Outcomes of all articles in order."""
        return [o for of_article in self.outcomes.values() for o in of_article]


def evaluate(gold: Mapping[str, ArticleView], predicted: Mapping[str, ArticleView]) -> Evaluation:
    """Compare every gold article with the prediction of the same stem, or with nothing."""
    scorer = Scorer(THRESHOLDS)
    outcomes = {
        stem: tuple(scorer.article(view, predicted.get(stem, ArticleView()), stem)) for stem, view in gold.items()
    }
    return Evaluation(outcomes, tuple(stem for stem in gold if stem not in predicted))


def count(outcomes: Iterable[Outcome]) -> Counts:
    """Add up."""
    rows = [(o.right, o.wrong, o.missed) for o in outcomes]
    right, wrong, missed = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0)
    return Counts(right, wrong, missed)


def figures(evaluation: Evaluation, *, samples: int = 1000) -> dict[str, Figure]:
    """Every group in alphabetical order, then the micro and macro averages."""
    groups = sorted({o.group for o in evaluation.all})
    table = np.zeros((len(evaluation.outcomes), len(groups), 3), dtype=np.int64)
    for row, outcomes in enumerate(evaluation.outcomes.values()):
        for outcome in outcomes:
            table[row, groups.index(outcome.group)] += (outcome.right, outcome.wrong, outcome.missed)
    scores = _scores(table.sum(axis=0)[None])[0]
    low, high = _intervals(table, samples)
    counts = [Counts(*(int(n) for n in column)) for column in table.sum(axis=0)]
    total = Counts(*(int(n) for n in table.sum(axis=(0, 1))))
    return {
        group: Figure(float(scores[i]), c, float(low[i]), float(high[i]))
        for i, (group, c) in enumerate(zip([*groups, MICRO, MACRO], [*counts, total, total], strict=True))
    }


def _scores(sums: np.ndarray) -> np.ndarray:
    """F1 of every group, micro and macro average; ``sums`` is samples x groups x (right, wrong, missed)."""
    both = np.concatenate([sums, sums.sum(axis=1, keepdims=True)], axis=1)
    total = 2 * both[..., 0] + both[..., 1] + both[..., 2]
    f1 = np.divide(2 * both[..., 0], total, out=np.zeros(total.shape), where=total > 0)
    met = total[:, :-1] > 0
    macro = f1[:, :-1].sum(axis=1) / np.maximum(met.sum(axis=1), 1)
    return np.concatenate([f1, macro[:, None]], axis=1)


def _intervals(table: np.ndarray, samples: int) -> tuple[np.ndarray, np.ndarray]:
    articles, groups, _ = table.shape
    if not articles or not samples:
        nothing = np.full(groups + 2, np.nan)
        return nothing, nothing
    generator = np.random.default_rng(SEED)
    drawn = generator.multinomial(articles, np.full(articles, 1 / articles), size=samples)
    scores = _scores(np.einsum("sa,agk->sgk", drawn, table))
    low, high = np.percentile(scores, [2.5, 97.5], axis=0)
    return low, high


def by_rule(outcomes: Iterable[Outcome]) -> list[RuleFigure]:
    """Every rule that made facts, the most wrong first."""
    right: dict[str, int] = {}
    wrong: dict[str, int] = {}
    for outcome in outcomes:
        if outcome.evidence is not None and outcome.predicted is not None:
            counter = right if outcome.right else wrong
            counter[outcome.evidence.rule] = counter.get(outcome.evidence.rule, 0) + 1
    rows = [RuleFigure(r, right.get(r, 0), wrong.get(r, 0)) for r in sorted({*right, *wrong})]
    return sorted(rows, key=lambda f: (-f.wrong, -f.right, f.rule))


def calibration(
    outcomes: Iterable[Outcome], *, edges: Sequence[float] = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
) -> list[Bin]:
    """How often facts with a confidence of their own are right, by range of confidence; empty ranges left out."""
    rows = [(o.evidence.confidence, o.right) for o in outcomes if o.whole and o.evidence and o.predicted is not None]
    bins = []
    for low, high in pairwise(edges):
        inside = [(c, r) for c, r in rows if low <= c < high or c == high == edges[-1]]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, sum(r for _, r in inside) / len(inside)))
    return bins
