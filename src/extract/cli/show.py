"""``extract show``: the records of one release for a reader."""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from extract.cli.run import settings
from extract.s1_reading import Source, read_bytes, read_file
from extract.s8_records import Appearance, Article, Event
from extract.s9_writing import json_page

if TYPE_CHECKING:
    from rich.console import Console


_WIDTH = 120
"""Columns where there is no terminal to ask."""


def show(arguments: Namespace) -> int:
    """Print the records; colours on a terminal only.

    Raises:
        ReadingError: the file cannot be read as text.
    """
    source = _source(arguments.file)
    article = settings(arguments).load().process_source(source)
    if arguments.json:
        print(json_page(article), end="")
        return 0
    from rich.console import Console

    if sys.stdout.isatty():
        _Page(Console(highlight=False), article).print()
        return 0
    page = io.StringIO()
    _Page(Console(file=page, width=_WIDTH, highlight=False, no_color=True), article).print()
    print("\n".join(line.rstrip() for line in page.getvalue().splitlines()))
    return 0


def _source(path: Path) -> Source:
    return read_bytes(sys.stdin.buffer.read(), "standard input") if str(path) == "-" else read_file(path)


class _Page:
    """The tables of one article."""

    def __init__(self, console: Console, article: Article) -> None:
        self._console = console
        self._article = article
        self._persons: Mapping[str, str] = {p.id: p.name for p in article.persons}
        self._institutions: Mapping[str, str] = {i.id: i.name for i in article.institutions}

    def print(self) -> None:
        a = self._article
        self._line(f"[bold]{self._escape(a.title or '(no headline)')}[/]")
        self._line(f"{self._escape(a.source)} · published {a.published or '–'} · {a.id}")
        for event in a.events:
            self._event(event)
        self._table(
            "Persons",
            ("name", "gender", "mentions", "confidence"),
            ((p.name, p.gender, len(p.mentions), p.confidence) for p in a.persons),
        )
        self._table(
            "Institutions",
            ("name", "acronym", "kind", "place", "mentions", "confidence"),
            ((i.name, i.acronym, i.kind, i.place, len(i.mentions), i.confidence) for i in a.institutions),
        )
        self._table("Dates", ("text", "start", "end", "role"), ((d.text, d.start, d.end, d.role) for d in a.dates))
        for warning in a.warnings:
            self._line(f"[yellow]warning:[/] {self._escape(warning)}")

    def _event(self, e: Event) -> None:
        edition = "" if e.edition is None else f"{e.edition}. "
        when = e.start_date if e.start_date == e.end_date else f"{e.start_date or '?'} – {e.end_date or '?'}"
        where = ", ".join(v for v in (e.venue, e.city) if v)
        facts = [when, where, e.mode, e.status, None if e.attendance is None else f"{e.attendance} people"]
        self._line("")
        self._line(f"[bold cyan]{edition}{e.kind}[/] {self._escape(e.name or '(no name)')}")
        self._line("  " + self._escape(" · ".join(f for f in facts if f)))
        for role in e.institutions:
            self._line(f"  {role.role}: {self._escape(self._institutions[role.institution_id])}")
        self._people("People of the event", e.people)
        self._table(
            "Sessions",
            ("kind", "title", "date", "hours", "people"),
            (
                (
                    s.kind,
                    s.title,
                    s.date,
                    "–".join(t for t in (s.start_time, s.end_time) if t),
                    "\n".join(f"{self._persons[p.person_id]} ({p.role})" for p in s.people),
                )
                for s in e.sessions
            ),
        )
        self._people("People of the sessions", (p for s in e.sessions for p in s.people))
        self._table(
            "Awards",
            ("contest", "category", "recipient", "affiliation"),
            (
                (
                    a.contest,
                    a.category,
                    a.recipient,
                    self._institutions.get(a.institution_id or "") if a.recipient_kind == "person" else None,
                )
                for a in e.awards
            ),
        )

    def _people(self, title: str, people: Iterable[Appearance]) -> None:
        rows = dict.fromkeys(
            (
                p.role,
                " ".join(v for v in (p.title, self._persons[p.person_id]) if v),
                ", ".join(v for v in (p.position, p.unit) if v),
                self._institutions.get(p.institution_id or ""),
            )
            for p in people
        )
        self._table(title, ("role", "person", "position", "institution"), rows)

    def _table(self, title: str, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(*columns, box=SIMPLE_HEAD, pad_edge=False)
        for row in rows:
            table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
        if table.row_count:
            self._line(f"\n[bold]{title}[/]")
            self._console.print(table)

    def _line(self, text: str) -> None:
        self._console.print(text)

    @staticmethod
    def _escape(text: str) -> str:
        from rich.markup import escape

        return escape(text)
