"""Exact match of nominative names against a table of KPWr's kind, with accuracy and coverage of every rule.

Usage: python tools/score_names.py TABLE.tsv [--misses] [--acronyms] [--votes N]

The table has tab-separated columns: nominative, form in the text, lemmas, tags, flags, class. Classes
``nam_liv_person*`` are read as persons and ``nam_org_*`` as organisations; others are left out. Case, dashes and quotes
must match; white space is folded. Acronyms that stand alone lose their case ending only, as in the table, unless
``--acronyms`` asks for their full names.
Rows near each other come from one document: with ``--votes N`` the forms of the N rows before and after vote, as the
mentions of a document do in the pipeline; without it every row stands alone.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from extract.base import load_rules
from extract.s3_morphology import Morphology
from extract.s6_names import NameNormaliser

Table = dict[str, Counter[bool]]
"""Right and wrong answers by class or rule."""


@dataclass(frozen=True, slots=True)
class Row:
    """One name of the table."""

    nominative: str
    form: str
    name_class: str

    @property
    def group(self) -> str:
        """``person`` or ``organisation``."""
        return "person" if self.name_class.startswith("nam_liv_person") else "organisation"


def rows(path: Path) -> list[Row]:
    """Persons and organisations of the table, in order."""
    cells = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [
        Row(" ".join(c[0].split()), " ".join(c[1].split()), c[5])
        for c in cells
        if len(c) > 5 and c[5].startswith(("nam_liv_person", "nam_org"))
    ]


def neighbours(table: list[Row], index: int, reach: int) -> tuple[str, ...]:
    """Other forms of what may be the same name: same group, near, with words that begin alike."""
    row = table[index]
    starts = {w[:3] for w in row.form.split()}
    near = table[max(0, index - reach) : index + reach + 1]
    forms = [r.form for r in near if r.group == row.group and r.form != row.form]
    return tuple(dict.fromkeys(f for f in forms if {w[:3] for w in f.split()} & starts))


def predicted(normaliser: NameNormaliser, row: Row, others: tuple[str, ...], *, acronyms: bool) -> tuple[str, str]:
    """Nominative and rule."""
    if row.group == "person":
        person = normaliser.person(row.form, others=others)
        return person.name, person.rule
    institution = normaliser.institution(row.form, others=others, expand_bare=acronyms)
    return institution.name, institution.rule


def print_table(title: str, table: Table, total: int) -> None:
    """Accuracy by key; coverage as the share of ``total``."""
    print(f"\n{title:48} {'right':>6} {'of':>6} {'accuracy':>9} {'coverage':>9}")
    for name, count in sorted(table.items(), key=lambda item: (item[0].strip(), item[0])):
        size = sum(count.values())
        print(f"{name:48} {count[True]:6} {size:6} {count[True] / size:9.3f} {size / total:9.3f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every miss")
    parser.add_argument("--acronyms", action="store_true", help="expand acronyms that stand alone")
    parser.add_argument("--votes", type=int, default=0, metavar="N", help="let N rows before and after vote")
    options = parser.parse_args()
    normaliser = NameNormaliser(load_rules(), Morphology())
    table = rows(options.table)
    groups: Table = defaultdict(Counter)
    rules: Table = defaultdict(Counter)
    for index, row in enumerate(table):
        others = neighbours(table, index, options.votes) if options.votes else ()
        got, rule = predicted(normaliser, row, others, acronyms=options.acronyms)
        right = got == row.nominative
        groups[row.group][right] += 1
        groups[f"  {row.name_class}"][right] += 1
        if row.form != row.nominative:
            groups[f"{row.group} (inflected)"][right] += 1
        rules[f"{row.group}  {rule}"][right] += 1
        if options.misses and not right:
            print(f"{row.name_class}\t{row.form}\t{row.nominative}\t{got}\t{rule}")
    print_table("class", groups, len(table))
    print_table("rule", rules, len(table))


if __name__ == "__main__":
    main()
