"""``extract evaluate`` and ``extract diff``."""

from __future__ import annotations

import json
import math
from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from extract.base import UsageError
from extract.evaluation import diff as differences
from extract.evaluation.files import read_articles, read_gold
from extract.evaluation.report import Bin, Figure, RuleFigure, by_rule, calibration, figures
from extract.evaluation.report import evaluate as compare


def evaluate(arguments: Namespace) -> int:
    """Exit status 1 where a ``--min`` is not reached.

    Raises:
        UsageError: gold or dataset cannot be read, or a ``--min`` is malformed.
    """
    minimums = [_minimum(text) for text in arguments.min]
    result = compare(read_gold(arguments.gold), read_articles(arguments.out))
    scores = figures(result, samples=arguments.samples)
    rules, bins = by_rule(result.all), calibration(result.all)
    if arguments.json:
        groups = {g: _group(f) for g, f in scores.items()}
        page = {"groups": groups, "rules": [{**asdict(r), "fired": r.fired} for r in rules]}
        print(json.dumps({**page, "calibration": [asdict(b) for b in bins]}, ensure_ascii=False, indent=1))
    else:
        if arguments.misses:
            for outcome in sorted((o for o in result.all if not o.right), key=lambda o: o.group):
                print(f"{outcome.group:20} {outcome}")
        unread = f" ({', '.join(result.unread)})" if result.unread else ""
        print(f"{len(result.outcomes)} articles, {len(result.unread)} without a prediction{unread}")
        _print_groups(scores)
        if arguments.by_rule:
            _print_rules(rules)
        if arguments.calibration:
            _print_calibration(bins)
    short = [f"{g}={least}" for g, least in minimums if g not in scores or scores[g].f1 < least]
    if short:
        print(f"short of: {', '.join(short)}")
    return 1 if short else 0


def diff(arguments: Namespace) -> int:
    """Print every change; exit status 0 whether or not there are any.

    Raises:
        UsageError: a dataset or the gold cannot be read.
    """
    old, new = read_articles(arguments.old), read_articles(arguments.new)
    if arguments.gold is None:
        changes = list(differences.diff(old, new))
    else:
        changes = list(differences.diff_with_gold(read_gold(arguments.gold), old, new))
    if arguments.json:
        for change in changes:
            print(json.dumps(asdict(change), ensure_ascii=False))
        return 0
    for change in changes:
        print(change)
    kinds = dict.fromkeys(c.kind for c in changes)
    print(", ".join(f"{sum(c.kind == k for c in changes)} {k}" for k in kinds) or "no difference")
    return 0


def _minimum(text: str) -> tuple[str, float]:
    group, _, least = text.partition("=")
    try:
        return group, float(least)
    except ValueError:
        raise UsageError(f"--min: GROUP=F1, for example 'ALL micro=0.9', not {text!r}") from None


def _group(f: Figure) -> dict[str, float | int | None]:
    numbers = {"f1": f.f1, "precision": f.counts.precision, "recall": f.counts.recall, "low": f.low, "high": f.high}
    rounded = {name: None if math.isnan(n) else round(n, 4) for name, n in numbers.items()}
    return {**rounded, "right": f.counts.right, "wrong": f.counts.wrong, "missed": f.counts.missed}


def _print_groups(scores: Mapping[str, Figure]) -> None:
    print(f"{'':20}    F1   (95 % interval)   precision  recall   right  wrong missed")
    for group, f in scores.items():
        c = f.counts
        interval = "" if math.isnan(f.low) else f"({f.low:.3f} – {f.high:.3f})"
        rates = f"{c.precision:9.3f}  {c.recall:6.3f}"
        print(f"{group:20} {f.f1:.3f}  {interval:17}  {rates}  {c.right:6} {c.wrong:6} {c.missed:6}")


def _print_rules(rules: Iterable[RuleFigure]) -> None:
    print("\nrule                                       fired  right  wrong")
    for r in rules:
        print(f"{r.rule:42} {r.fired:5}  {r.right:5}  {r.wrong:5}")


def _print_calibration(bins: Iterable[Bin]) -> None:
    print("\nconfidence   facts    mean   right")
    for b in bins:
        print(f"{b.low:.1f} – {b.high:.1f}   {b.facts:6}   {b.mean:.3f}   {b.share:.3f}")
