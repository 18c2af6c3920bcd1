"""Write ``rules/frames/confidence.toml``: how often the facts of each rule are right on releases with known facts.

    calibrate.py GOLD OUT [GOLD OUT ...] [--weight N]

GOLD is a folder of gold files, OUT what ``extract run`` wrote for their texts *without* the table (move it away).
With ``--weight`` the last pair counts N times: give last the set that no rule was tuned on, for rules fit the others
better than unseen releases. Shares are smoothed towards the share of their kind of fact: a rule that fired
twice says little.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from extract.evaluation.files import read_articles, read_gold
from extract.evaluation.report import evaluate
from extract.evaluation.score import Outcome

GROUPS = {
    "event": "event.found",
    "institution": "event.institutions",
    "appearance": "roles",
    "session": "sessions",
    "award": "awards",
}
"""Kind of fact -> group of the evaluation that says whether a whole fact is right."""
PRIOR = 6.0
"""Facts that the share of the kind counts for."""
CEILING = 0.99


def shares(outcomes: Iterable[tuple[Outcome, float]], group: str) -> dict[str, float]:
    """Rule id -> smoothed share of right facts; ``other`` is the share of the whole group."""
    right: dict[str, float] = {}
    fired: dict[str, float] = {}
    for outcome, weight in outcomes:
        if outcome.group == group and outcome.evidence is not None and outcome.predicted is not None:
            rule = outcome.evidence.rule
            fired[rule] = fired.get(rule, 0.0) + weight
            right[rule] = right.get(rule, 0.0) + weight * outcome.right
    if not fired:
        return {}
    usual = sum(right.values()) / sum(fired.values())
    table = {rule: (right[rule] + PRIOR * usual) / (fired[rule] + PRIOR) for rule in sorted(fired)}
    return {"other": min(usual, CEILING), **{rule: min(share, CEILING) for rule, share in table.items()}}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", type=Path, metavar="GOLD OUT")
    parser.add_argument("--weight", type=float, default=1.0, help="weight of the last pair")
    parser.add_argument("--to", type=Path, default=Path("rules/frames/confidence.toml"))
    args = parser.parse_args()
    outcomes: list[tuple[Outcome, float]] = []
    pairs = list(zip(args.pairs[::2], args.pairs[1::2], strict=True))
    for gold, out in pairs:
        weight = args.weight if (gold, out) == pairs[-1] else 1.0
        outcomes += [(o, weight) for o in evaluate(read_gold(gold), read_articles(out)).all]
    lines = [
        "# Share of right facts by kind of fact and rule, written by tools/calibrate.py; `other` is the share of all",
        "# facts of the kind and holds for rules not named here.",
    ]
    for kind, group in GROUPS.items():
        lines += ["", f"[{kind}]", *(f'"{rule}" = {share:.3f}' for rule, share in shares(outcomes, group).items())]
    args.to.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
