#!/usr/bin/env python3
"""The date stage beside ``dateparser.search`` on the same texts in the same run.

    bench_dates.py [--gold DIR] [--repeat N] [--adversarial] TEXT_OR_FOLDER ...

With --gold (one JSON a text, same stem, with ``dates``: [{text, start, end}], ``published``) it prints for both: recall
(gold expressions that some hit overlaps), precision (hits that overlap a gold expression; hits that are only a clock
time are left out), values (gold values found; from dateparser, which knows one day only, the first day is enough). Both
get the gold's day of publication as their reference. Speed is tokens by processor time, the best of N runs over each
text.
--adversarial adds the time for strings of 1 MB that are made to hurt.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from extract.base import load_rules
from extract.s2_layout import Layout, LayoutAnalyser
from extract.s4_dates import DateFinder

_TOKEN = re.compile(r"\w+|[^\w\s]")
_CLOCK = re.compile(r"\W*(?:o |godz\.? ?)?\d{1,2}(?:[:.]\d{2})?(?:\W+\d{1,2}[:.]\d{2})?\W*")
_ADVERSARIAL = (
    "1 ", "5 maja ", "5, ", "1.", "10:00-", "w ", "sobota i ", "2020-", "pierwszego ", "zgłoszenia do 5 maja ", ".",
)  # fmt: skip

Hit = tuple[int, int, str, str]
"""Start and end in the text, first and last day."""
Finder = Callable[[str, str | None], list[Hit]]


@dataclass(slots=True)
class Tally:
    """Counts of one system."""

    gold: int = 0
    recalled: int = 0
    hits: int = 0
    precise: int = 0
    values: int = 0
    right: int = 0
    seconds: float = 0.0
    tokens: int = 0
    missed: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        """One row of the report."""
        cells = [f"{name:18}"]
        if self.gold:
            cells += [
                f"recall {self.recalled / self.gold:.3f}",
                f"precision {self.precise / max(1, self.hits):.3f}",
                f"values {self.right}/{self.values} {self.right / max(1, self.values):.3f}",
            ]
        return "  ".join([*cells, f"{self.tokens / max(self.seconds, 1e-9):,.0f} tokens/s"])


def texts(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """(stem, text) of every file, folders in order of names."""
    for path in paths:
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            yield file.stem, file.read_text("utf-8")


def ours() -> Finder:
    """The date stage with its layout, as in the pipeline; only what the ``dates`` of a record would hold."""
    rules = load_rules()
    finder, layout = DateFinder(rules), LayoutAnalyser(rules)
    seen: dict[str, Layout] = {}

    def find(text: str, reference: str | None) -> list[Hit]:
        if text not in seen:  # the layout has its own stage and its own figures
            seen[text] = layout.analyse(text)
        mentions = finder.find(text, seen[text], published=reference).mentions
        return [(m.span.start, m.span.end, m.start or "", m.end or "") for m in mentions if m.recorded]

    return find


def theirs() -> Finder:
    """``dateparser.search.search_dates`` in Polish, day before month; offsets by looking for the hit's text."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    def find(text: str, reference: str | None) -> list[Hit]:
        settings: dict[str, object] = {"DATE_ORDER": "DMY"}
        if reference:
            settings["RELATIVE_BASE"] = datetime.fromisoformat(reference)
        hits, at = [], 0
        for words, value in search_dates(text, languages=["pl"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                day = value.date().isoformat()
                hits.append((start, start + len(words), day, day))
                at = start + len(words)
        return [h for h in hits if not _CLOCK.fullmatch(text[h[0] : h[1]])]

    return find


def measure(name: str, find: Finder, corpus: list[tuple[str, str]], gold: Path | None, repeat: int) -> Tally:
    """Run one system over the corpus."""
    tally = Tally()
    find("Bobrów, 5 maja 2024 r.", None)
    for stem, text in corpus:
        facts = json.loads((gold / f"{stem}.json").read_text("utf-8")) if gold else {}
        reference = facts.get("published")
        find(text, reference)  # the cache of the layout and of the words is warm, as in a run over many texts
        hits: list[Hit] = []
        runs = []
        for _ in range(repeat):
            begin = time.process_time()
            hits = find(text, reference)
            runs.append(time.process_time() - begin)
        tally.seconds += min(runs)
        tally.tokens += len(_TOKEN.findall(text))
        if gold:
            _compare(tally, text, hits, facts, generous=name != "this stage")
    return tally


def _compare(tally: Tally, text: str, hits: list[Hit], facts: dict[str, Any], *, generous: bool) -> None:
    rows = facts.get("dates") or []
    optional = facts.get("dates_optional") or []
    places = [_places(text, r["text"]) for r in rows]
    accepted = [p for ps in [*places, *(_places(text, r["text"]) for r in optional)] for p in ps]
    tally.gold += len(rows)
    tally.recalled += sum(any(_overlap(p, h) for p in ps for h in hits) for ps in places)
    tally.hits += len(hits)
    tally.precise += sum(any(_overlap(p, h) for p in accepted) for h in hits)
    values = {(r["start"], r["end"]) for r in rows if r["start"]}
    found = {(h[2], h[3]) for h in hits}
    days = {h[2] for h in hits}
    tally.values += len(values)
    tally.right += sum(v in found or (generous and v[0] in days) for v in values)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(re.escape(words), text)]


def _overlap(place: tuple[int, int], hit: Hit) -> bool:
    return place[0] < hit[1] and hit[0] < place[1]


def main() -> int:
    """Read the arguments, print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--adversarial", action="store_true")
    args = parser.parse_args()
    corpus = list(texts(args.texts))
    find = ours()
    a = measure("this stage", find, corpus, args.gold, args.repeat)
    b = measure("dateparser.search", theirs(), corpus, args.gold, args.repeat)
    print(a.line("this stage"))
    print(b.line("dateparser.search"))
    print(f"{a.tokens / a.seconds / (b.tokens / b.seconds):.0f} times faster")
    if args.adversarial:
        finder = DateFinder(load_rules())
        for unit in _ADVERSARIAL:
            text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
            times = []
            for size in (250_000, 1_000_000):
                begin = time.process_time()
                finder.find(text[:size])
                times.append(time.process_time() - begin)
            print(f"{unit!r:26} 250 kB {times[0]:6.2f} s   1 MB {times[1]:6.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
