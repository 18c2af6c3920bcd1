"""One post for each person out of all designations met in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.s7_frames.facts import Designation


@dataclass(frozen=True, slots=True)
class Post:
    """Title, position, unit and institution that hold for all of a person's appearances."""

    title: str | None = None
    position: str | None = None
    unit: str | None = None
    institution: int | None = None
    rule: str = ""
    confidence: float = 0.0


def merge(designations: Iterable[Designation]) -> dict[int, Post]:
    """The best post of each person, by ``key``.

    The longest title holds. Position, unit and institution come from one designation, so that they fit each other: the
    one tied to an institution before one with a position only (RECORDS.md: "the one tied to the institution"), then the
    more confident, then the first. What it leaves open is filled from others of the same institution or around the same
    mention of the name.
    """
    by_person: dict[int, list[Designation]] = {}
    for designation in designations:
        by_person.setdefault(designation.person, []).append(designation)
    return {person: _best(rows) for person, rows in by_person.items()}


def _best(rows: list[Designation]) -> Post:
    title = max((d.title for d in rows if d.title), key=len, default=None)
    ranked = sorted(rows, key=lambda d: (d.institution is None, d.position is None, -d.confidence, d.span))
    top = ranked[0]
    same = [
        d for d in ranked if d.institution == top.institution or (d.institution is None and d.span.overlaps(top.span))
    ]
    position = top.position or next((d.position for d in same if d.position), None)
    unit = top.unit or next((d.unit for d in same if d.unit), None)
    return Post(title, position, unit, top.institution, top.rule, top.confidence)
