#!/usr/bin/env python3
"""Right values of the date stage on a corpus of phrases.

    score_dates.py FILE [--scope press] [--prefer future] [--misses]

FILE is JSON Lines with ``text``, ``ref`` (ISO timestamp), ``start``, ``end`` (exclusive where given, else null),
``grain``, ``scope``. A row is right where some mention has the value at the row's grain: the first unit of that grain
for a point, the first and last for an interval.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from extract.base import load_rules
from extract.s4_dates import DateFinder, DateMention, Precision, Prefer

GRAINS = {"week": Precision.WEEK, "month": Precision.MONTH, "quarter": Precision.QUARTER, "year": Precision.YEAR}


def right(row: dict[str, Any], mentions: tuple[DateMention, ...]) -> bool:
    """Whether a mention has the row's value at its grain."""
    return any(_same(row, m) for m in mentions if m.start is not None)


def _same(row: dict[str, Any], mention: DateMention) -> bool:
    start, end = mention.start or "", mention.end or mention.start or ""
    clock = row["grain"] in ("hour", "minute", "second")
    if clock != (mention.precision is Precision.TIME):
        return False
    if clock:
        if start.startswith("T"):
            start, end = row["ref"][:10] + start, row["ref"][:10] + end
        if row["end"] and end[:16] != _before(row["end"], timedelta(minutes=1), 16):
            return False
        return bool(start[:16] == row["start"][:16])
    if start != row["start"][:10]:
        return False
    if row["end"]:
        return end == _before(row["end"], timedelta(days=1), 10)
    return GRAINS.get(row["grain"], Precision.DAY) is mention.precision


def _before(stamp: str, step: timedelta, length: int) -> str:
    return (datetime.fromisoformat(stamp) - step).isoformat()[:length]


def rows(path: Path, scope: str | None) -> Iterator[dict[str, Any]]:
    """The rows of one scope, or all."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if scope is None or row.get("scope") == scope:
            yield row


def main() -> int:
    """Read the arguments, print the share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--scope", default=None, help="only rows of this scope")
    parser.add_argument("--prefer", choices=[p.value for p in Prefer], default=Prefer.FUTURE.value)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--min", type=float, default=0.0, help="exit status 1 below this share")
    args = parser.parse_args()
    finder = DateFinder(load_rules())
    tally: Counter[bool] = Counter()
    for row in rows(args.file, args.scope):
        found = finder.find(row["text"], published=row["ref"], prefer=Prefer(args.prefer)).mentions
        ok = right(row, found)
        tally[ok] += 1
        if args.misses and not ok:
            got = [(m.text, m.start, m.end, m.precision.value) for m in found]
            print(f"{row.get('id', '')} {row['text']!r}: {row['start']}..{row['end']} {row['grain']}, got {got}")
    share = tally[True] / max(1, sum(tally.values()))
    print(f"{tally[True]} of {sum(tally.values())} right: {share:.3f}")
    return 0 if share >= args.min else 1


if __name__ == "__main__":
    sys.exit(main())
