"""Facts of an article against gold facts: each right, wrong or missed.

Events, sessions and awards are paired one to one by likeness, best first; what a pair says is compared field by field.
A field in which they differ is one wrong and one missed fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.evaluation.compare import THRESHOLDS, Value, combined, fold, overlap, same
from extract.evaluation.views import (
    AWARD_FIELDS,
    EVENT_FIELDS,
    PERSON_FIELDS,
    SESSION_FIELDS,
    ArticleView,
    AwardView,
    EventView,
    Evidence,
    Label,
    PersonView,
    SessionView,
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One comparison: right, wrong (predicted only), missed (gold only), or both of the latter."""

    group: str
    where: str
    gold: Value
    predicted: Value
    right: bool
    evidence: Evidence | None = None
    whole: bool = False
    """A fact with a confidence of its own, not a field of one."""

    @property
    def wrong(self) -> bool:
        """Whether something was predicted that the gold does not have."""
        return self.predicted is not None and not self.right

    @property
    def missed(self) -> bool:
        """Whether the gold has something that was not predicted."""
        return self.gold is not None and not self.right

    def __str__(self) -> str:
        if self.wrong and self.missed:
            return f"{self.where}: gold {self.gold!r}, got {self.predicted!r}"
        if self.missed:
            return f"{self.where}: missed {self.gold!r}"
        return f"{self.where}: wrong {self.predicted!r}"


@dataclass(frozen=True, slots=True)
class Scorer:
    """Compares articles.

    Args:
        thresholds: by field, the least share of common tokens; empty: values must be equal.
    """

    thresholds: Mapping[str, float]

    def article(self, gold: ArticleView, predicted: ArticleView, where: str) -> Iterator[Outcome]:
        """Every comparison of two views of one article; ``where`` names it."""
        yield from self._field("published", "published", gold.published, predicted.published, where)
        pairs = (
            ("persons", gold.persons, predicted.persons, gold.optional_persons, 1.0),
            (
                "institutions",
                gold.institutions,
                predicted.institutions,
                gold.optional_institutions,
                self._threshold("institution"),
            ),
            ("dates", gold.dates, predicted.dates, gold.optional_dates, 1.0),
        )
        for group, expected, found, optional, threshold in pairs:
            yield from _sets(group, expected, found, threshold, where, optional, whole=True)
        for g, p in _pairs(gold.events, predicted.events, _event_likeness):
            if g is None and p is not None and _no_claim(p):
                continue
            yield from self._event(g, p, where)

    def _threshold(self, name: str) -> float:
        return self.thresholds.get(name, 1.0)

    def _field(
        self, group: str, name: str, gold: Value, found: Value, where: str, evidence: Evidence | None = None
    ) -> Iterator[Outcome]:
        if gold is not None or found is not None:
            yield Outcome(group, where, gold, found, same(gold, found, self._threshold(name)), evidence)

    def _event(self, g: EventView | None, p: EventView | None, where: str) -> Iterator[Outcome]:
        yield _found("event.found", g, p, where)
        gold, found = g or _NO_EVENT, p or _NO_EVENT
        for f in EVENT_FIELDS:
            group = "event.dates" if f.endswith("_date") else f"event.{f}"
            yield from self._field(group, f, gold.fields.get(f), found.fields.get(f), f"{where} {f}", found.evidence)
        yield from _sets(
            "event.institutions",
            gold.institutions,
            found.institutions,
            self._threshold("institution"),
            where,
            whole=True,
        )
        for gs, ps in _pairs(gold.sessions, found.sessions, self._session_likeness):
            yield from self._session(gs, ps, where)
        yield from self._people(gold.everyone, found.everyone, where)
        for ga, pa in _pairs(gold.awards, found.awards, self._award_likeness):
            yield from self._award(ga, pa, where)

    def _session(self, g: SessionView | None, p: SessionView | None, where: str) -> Iterator[Outcome]:
        either = g or p
        assert either is not None
        inside = f"{where} [{either.title or either.fields['kind']}]"
        yield _found("sessions", g, p, inside)
        if g is not None and p is not None:
            yield from self._field("session.title", "session", g.title, p.title, where, p.evidence)
            for f in SESSION_FIELDS:
                yield from self._field("session.fields", f, g.fields[f], p.fields[f], f"{inside} {f}", p.evidence)
        yield from _sets("session.people", _named(g), _named(p), 1.0, inside)

    def _people(self, gold: Sequence[PersonView], found: Sequence[PersonView], where: str) -> Iterator[Outcome]:
        g_rows, p_rows = _by_person(gold), _by_person(found)
        yield from _sets("roles", _roles(g_rows), _roles(p_rows), 1.0, where, whole=True)
        for name in sorted(set(g_rows) & set(p_rows)):
            for f in PERSON_FIELDS:
                expected, _ = _first(g_rows[name], f)
                value, evidence = _first(p_rows[name], f)
                yield from self._field("affiliation", f, expected, value, f"{where} {name} {f}", evidence)

    def _award(self, g: AwardView | None, p: AwardView | None, where: str) -> Iterator[Outcome]:
        either = g or p
        assert either is not None
        inside = f"{where} [{either.recipient}]"
        yield _found("awards", g, p, inside)
        if g is not None and p is not None:
            for f in AWARD_FIELDS:
                yield from self._field("award.fields", f, g.fields[f], p.fields[f], f"{inside} {f}", p.evidence)

    def _session_likeness(self, g: SessionView, p: SessionView) -> float:
        g_people, p_people = {fold(x.person) for x in g.people}, {fold(x.person) for x in p.people}
        both = len(g_people & p_people) / max(1, len(g_people | p_people))
        title = overlap(g.title, p.title)
        if g.title and p.title and title < THRESHOLDS["session"]:
            return 0.0
        return title + both + 0.2 * same(g.fields["kind"], p.fields["kind"]) if title or both else 0.0

    def _award_likeness(self, g: AwardView, p: AwardView) -> float:
        if not same(g.recipient, p.recipient, self._threshold("recipient")):
            return 0.0
        return overlap(g.recipient, p.recipient) + 0.3 * overlap(g.fields["category"], p.fields["category"])


_NO_EVENT = EventView({}, None, (), (), (), (), None)


def _no_claim(event: EventView) -> bool:
    """An event of which nothing is claimed: cancelled, or without name and day."""
    return event.status == "cancelled" or not (event.fields["name"] or event.fields["start_date"])


def _event_likeness(g: EventView, p: EventView) -> float:
    alike = (same(g.fields[f], p.fields[f]) for f in ("kind", "start_date"))
    return 0.01 + overlap(g.fields["name"], p.fields["name"]) + sum(alike)


def _pairs(
    gold: Sequence[_T], found: Sequence[_T], likeness: Callable[[_T, _T], float]
) -> list[tuple[_T | None, _T | None]]:
    """One-to-one pairs by falling likeness, then by nearness of position; what is left has ``None`` beside it."""
    ranked = sorted(
        ((likeness(g, p), -abs(i - j), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)), reverse=True
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs: list[tuple[_T | None, _T | None]] = []
    for score, _, i, j in ranked:
        if score > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    pairs += [(g, None) for i, g in enumerate(gold) if i not in used_gold]
    pairs += [(None, p) for j, p in enumerate(found) if j not in used_found]
    return pairs


def _found(
    group: str,
    g: EventView | SessionView | AwardView | None,
    p: EventView | SessionView | AwardView | None,
    where: str,
) -> Outcome:
    """Whether a paired row is on both sides."""
    return Outcome(
        group,
        where,
        None if g is None else "found",
        None if p is None else "found",
        g is not None and p is not None,
        None if p is None else p.evidence,
        whole=True,
    )


def _sets(
    group: str,
    gold: Sequence[Label],
    found: Sequence[Label],
    threshold: float,
    where: str,
    optional: Sequence[Label] = (),
    *,
    whole: bool = False,
) -> Iterator[Outcome]:
    left = list(found)
    for g in gold:
        hit = next((p for p in left if same(g.text, p.text)), None)
        hit = hit or next((p for p in left if same(g.text, p.text, threshold)), None)
        if hit is None:
            yield Outcome(group, where, g.text, None, False, whole=whole)
        else:
            left.remove(hit)
            yield Outcome(group, where, g.text, hit.text, True, hit.evidence, whole)
    for p in left:
        if not any(same(o.text, p.text, threshold) for o in optional):
            yield Outcome(group, where, None, p.text, False, p.evidence, whole)


def _named(session: SessionView | None) -> list[Label]:
    return [] if session is None else [Label(p.person, p.evidence) for p in session.people]


def _by_person(rows: Sequence[PersonView]) -> dict[str, list[PersonView]]:
    grouped: dict[str, list[PersonView]] = {}
    for row in rows:
        grouped.setdefault(fold(row.person), []).append(row)
    return grouped


def _roles(rows: Mapping[str, Sequence[PersonView]]) -> list[Label]:
    labels: dict[str, Label] = {}
    for name, of_person in rows.items():
        for row in of_person:
            text = combined(row.role, name)
            labels.setdefault(text, Label(text, row.evidence))
    return [labels[text] for text in sorted(labels)]


def _first(rows: Sequence[PersonView], field: str) -> tuple[Value, Evidence | None]:
    """The first value known, and who says so."""
    row = next((r for r in rows if r.fields[field]), rows[0])
    return row.fields[field] or None, row.evidence
