"""Exact match of nominative names against a table of KPWr's kind, with accuracy and coverage of every rule.

Usage: python tools/score_names.py TABLE.tsv [--misses] [--all-forms]

The table has tab-separated columns: nominative, form in the text, lemmas, tags, flags, class. Classes ``nam_liv_person*``
are read as persons and ``nam_org_*`` as organisations; others are left out. Case, dashes and quotes must match; white
space is folded. With ``--acronyms`` acronyms are expanded as in the dataset (the table keeps them).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from extract.base import load_rules
from extract.s3_morphology import Morphology
from extract.s6_names import NameNormaliser

Row = tuple[str, str, str]
"""Nominative, form, class."""


def rows(path: Path) -> Iterator[Row]:
    """Persons and organisations of the table."""
    for line in path.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > 5 and columns[5].startswith(("nam_liv_person", "nam_org")):
            yield " ".join(columns[0].split()), " ".join(columns[1].split()), columns[5]


def predictor(*, acronyms: bool) -> Callable[[str, str], tuple[str, str]]:
    """Nominative and rule for a form and its class."""
    normaliser = NameNormaliser(load_rules(), Morphology())

    def predict(form: str, name_class: str) -> tuple[str, str]:
        if name_class.startswith("nam_liv_person"):
            person = normaliser.person(form)
            return person.name, person.rule
        institution = normaliser.institution(form)
        if institution.rule.startswith("names.acronym") and not acronyms:
            kept = institution.acronym if form.startswith(institution.acronym or form) and " " not in form else form
            return kept or form, "kept for this table"
        return institution.name, institution.rule

    return predict


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every miss")
    parser.add_argument("--acronyms", action="store_true", help="expand acronyms")
    options = parser.parse_args()
    predict = predictor(acronyms=options.acronyms)
    groups: dict[str, Counter[bool]] = defaultdict(Counter)
    rules: dict[str, Counter[bool]] = defaultdict(Counter)
    for nominative, form, name_class in rows(options.table):
        group = "person" if name_class.startswith("nam_liv_person") else "organisation"
        got, rule = predict(form, name_class)
        right = got == nominative
        groups[group][right] += 1
        groups[f"  {name_class}"][right] += 1
        if form != nominative:
            groups[f"{group} (inflected)"][right] += 1
        rules[f"{group}  {rule}"][right] += 1
        if options.misses and not right:
            print(f"{name_class}\t{form}\t{nominative}\t{got}\t{rule}")
    for title, table in (("class", groups), ("rule", rules)):
        total = sum(sum(c.values()) for c in table.values()) if title == "rule" else 0
        print(f"\n{title:48} {'right':>6} {'of':>6} {'accuracy':>9} {'coverage' if total else '':>9}")
        for name, count in sorted(table.items(), key=lambda item: (item[0].strip(), item[0])):
            size = sum(count.values())
            share = f"{size / total:9.3f}" if total else ""
            print(f"{name:48} {count[True]:6} {size:6} {count[True] / size:9.3f} {share}")


if __name__ == "__main__":
    main()
