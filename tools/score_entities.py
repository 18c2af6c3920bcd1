#!/usr/bin/env python3
"""Score the entity and name stages alone, and every rule by itself.

    score_entities.py TEXT_DIR GOLD_DIR [TEXT_DIR GOLD_DIR ...] [--stems] [--misses] [--rules] [--model NAME]

Prints F1 of persons and institutions for each pair of folders. A gold file is named like its text. ``--stems`` compares
names by the stems of their words, which judges the spans and not the nominative. ``--rules`` prints for each rule how
many names it found, how many of these the gold has (or allows), and how many it has not.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from extract.base import load_rules
from extract.pipeline import Analysis, Options, Stages
from extract.pipeline.resources import load_source
from extract.s1_reading import read_file

_FUZZY = 0.9
_STAGES = ("layout", "morphology", "dates", "entities", "names")


def fold(value: str) -> str:
    """The name without what does not count: case, quotation marks, kinds of dashes, spaces."""
    text = unicodedata.normalize("NFKC", value).casefold()
    text = re.sub(r"[„”“\"«»'’‘‚`]", "", text)
    text = re.sub(r"\s*[-‐‑‒–—−]\s*", "-", text)
    return re.sub(r"\s+", " ", text).strip(" .,;:!")


def same_exactly(gold: str, found: str, *, fuzzy: bool) -> bool:
    """Whether the folded names are equal; institutions may differ by a word in ten."""
    g, f = fold(gold), fold(found)
    if g == f:
        return True
    a, b = Counter(re.findall(r"\w+", g)), Counter(re.findall(r"\w+", f))
    total = sum(a.values()) + sum(b.values())
    return fuzzy and bool(total) and 2 * sum((a & b).values()) / total >= _FUZZY


def same_stems(gold: str, found: str, *, fuzzy: bool) -> bool:
    """Whether the names have the same words up to their endings."""
    a, b = re.findall(r"\w+", fold(gold)), re.findall(r"\w+", fold(found))
    return len(a) == len(b) and all(_stem_same(x, y) for x, y in zip(a, b, strict=True))


def _stem_same(a: str, b: str) -> bool:
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a == b or (common >= max(2, min(len(a), len(b)) - 3) and abs(len(a) - len(b)) <= 5)


class Score:
    """Right, wrong and missed names, and the same by rule."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.rules: dict[str, Counter[str]] = {}
        self.lines: list[str] = []

    def add(
        self,
        group: str,
        where: str,
        gold: Sequence[str],
        optional: Sequence[str],
        found: Sequence[tuple[str, str]],
        same: Callable[[str, str], bool],
    ) -> None:
        """Compare the (name, rule) pairs of one text with its gold names, alternatives joined by " || "."""
        left = list(found)
        for name in gold:
            hit = next((f for f in left if any(same(g, f[0]) for g in name.split(" || "))), None)
            if hit is None:
                self.missed[group] += 1
                self.lines.append(f"{group} {where}: missed {name}")
            else:
                left.remove(hit)
                self.right[group] += 1
                self._rule(hit[1], "right")
        for found_name, rule in left:
            if any(same(g, found_name) for name in optional for g in name.split(" || ")):
                self._rule(rule, "right")
                continue
            self.wrong[group] += 1
            self._rule(rule, "wrong")
            self.lines.append(f"{group} {where}: wrong {found_name} [{rule}]")

    def _rule(self, rule: str, outcome: str) -> None:
        self.rules.setdefault(rule, Counter())[outcome] += 1

    def f1(self, group: str) -> float:
        """F1 of one group; 1 where there is nothing to find and nothing found."""
        total = 2 * self.right[group] + self.wrong[group] + self.missed[group]
        return 2 * self.right[group] / total if total else 1.0


def score_folder(stages: Stages, texts: Path, golds: Path, *, stems: bool) -> Score:
    """Run the stages over every text that has a gold file and compare."""
    score = Score()
    same = same_stems if stems else same_exactly
    for path in sorted(golds.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        analysis = Analysis(read_file(texts / f"{path.stem}.txt"), Options())
        for stage in _STAGES:
            analysis = stages.stage(stage)(analysis)
        entities = analysis.entities
        assert entities is not None
        found = {
            "persons": [(p.name.name, p.mentions[0].rule) for p in entities.persons],
            "institutions": [(i.name.name, i.mentions[0].rule) for i in entities.institutions],
        }
        for group, names in found.items():
            score.add(
                group,
                path.stem,
                gold.get(group) or [],
                gold.get(f"{group}_optional") or [],
                names,
                partial(same, fuzzy=group == "institutions"),
            )
    return score


def rule_table(scores: Iterable[Score]) -> list[str]:
    """One line a rule: id, names found, right, wrong, precision."""
    total: dict[str, Counter[str]] = {}
    for score in scores:
        for rule, counts in score.rules.items():
            total.setdefault(rule, Counter()).update(counts)
    lines = []
    for rule in sorted(total):
        right, wrong = total[rule]["right"], total[rule]["wrong"]
        lines.append(
            f"{rule:36} fired {right + wrong:4}  right {right:4}  wrong {wrong:4}  P {right / (right + wrong):.3f}"
        )
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Parse the arguments, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--stems", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--model", metavar="NAME", help="spaCy pipeline with an NER instead of the tagger")
    args = parser.parse_args(argv)
    if len(args.folders) % 2:
        parser.error("give pairs of TEXT_DIR GOLD_DIR")
    stages = Stages(load_rules(), load_source(args.model) if args.model else None)
    scores = []
    for texts, golds in zip(args.folders[::2], args.folders[1::2], strict=True):
        score = score_folder(stages, texts, golds, stems=args.stems)
        scores.append(score)
        if args.misses:
            print("\n".join(score.lines))
        for group in ("persons", "institutions"):
            print(
                f"{texts.name if texts.name != 'text' else texts.parent.name:12} {group:13} F1 {score.f1(group):.3f}   "
                f"right {score.right[group]:4}  wrong {score.wrong[group]:4}  missed {score.missed[group]:4}"
            )
    if args.rules:
        print("\n".join(rule_table(scores)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
