"""``extract dates``, ``extract normalize``, ``extract schema``: stages as filters, JSON out."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from extract.base import load_rules
from extract.pipeline.extractor import make_options
from extract.s1_reading import read_bytes
from extract.s2_layout import LayoutAnalyser
from extract.s3_morphology import Morphology
from extract.s4_dates import DateFinder, DateMention
from extract.s6_names import NameNormaliser
from extract.s8_records import article_schema


def dates(arguments: Namespace) -> int:
    """One object a mention, in the order of the text."""
    options = make_options(arguments.published, arguments.prefer)
    rules = load_rules(arguments.rules)
    finder, layout = DateFinder(rules), LayoutAnalyser(rules)
    for number, line in _lines(arguments.text):
        found = finder.find(line, layout.analyse(line), published=options.published, prefer=options.prefer)
        for mention in found.mentions:
            _print(_date(number, mention))
    return 0


def normalize(arguments: Namespace) -> int:
    """One object a line that is not empty."""
    normaliser = NameNormaliser(load_rules(arguments.rules), Morphology())
    for number, line in _lines(arguments.text):
        text = line.strip()
        if not text:
            continue
        if arguments.kind == "person":
            person = normaliser.person(text)
            values = {
                "name": person.name,
                "given_name": person.given_name,
                "surname": person.surname,
                "gender": person.gender,
            }
        else:
            institution = normaliser.institution(text)
            values = {
                "name": institution.name,
                "acronym": institution.acronym,
                "kind": institution.kind,
                "place": institution.place,
                "parent": institution.parent,
            }
        _print({"line": number, "text": text, **values})
    return 0


def schema(_: Namespace) -> int:
    """The JSON Schema of an Article."""
    print(json.dumps(article_schema(), ensure_ascii=False, indent=2))
    return 0


def _lines(text: str | None) -> Iterator[tuple[int, str]]:
    """Lines with their numbers from 1, without their ends; of the argument or of standard input in any encoding."""
    if text is None:
        data = sys.stdin.buffer.read()
        text = read_bytes(data, "standard input").text if data.strip() else ""
    return enumerate(text.removesuffix("\n").split("\n"), 1)


def _date(line: int, mention: DateMention) -> dict[str, Any]:
    row: dict[str, Any] = {
        "line": line,
        "text": mention.text,
        "span": list(mention.span),
        "start": mention.start,
        "end": mention.end,
        "precision": mention.precision.value,
        "role": mention.role.value,
        "rule": mention.rule,
        "confidence": round(mention.confidence, 3),
    }
    if mention.parts:
        row["parts"] = [list(part) for part in mention.parts]
    if mention.warning:
        row["warning"] = mention.warning
    return row


def _print(row: dict[str, Any]) -> None:
    print(json.dumps(row, ensure_ascii=False))
