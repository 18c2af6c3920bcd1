"""Persons as subjects of verbs and as members of coordinated groups."""

from __future__ import annotations

from collections.abc import Sequence

from extract.s7_frames.clauses import is_finite
from extract.s7_frames.sessions.view import View, Who


def agrees(view: View, who: Who, verb: int) -> bool:
    """A verb in the past singular has the gender of its subject."""
    readings = [r for r in view.tokens[verb].readings if r.pos == "praet"]
    if who.gender is None or not readings:
        return not any(r.pos == "imps" for r in view.tokens[verb].readings)
    singular = [r for r in readings if "sg" in r.number]
    if len(singular) < len(readings) or not singular:
        return True
    wanted = {"f"} if who.gender == "f" else {"m1"}
    return any(wanted & set(r.gender) for r in singular)


def coordinated(view: View, people: Sequence[Who], after: int, cases: set[str]) -> list[Who]:
    """The coordinated persons that begin right after the token ``after``, all in one of ``cases``."""
    group: list[Who] = []
    for who in people:
        if who.first <= after:
            continue
        if not who.cases & cases or (not group and not adjoining(view, after, who)):
            break
        if group and any(view.quote_at(i) for i in range(group[-1].last + 1, who.head)):
            break
        if group and any(view.finite[i] and not view.opaque(i) for i in range(group[-1].last + 1, who.first)):
            break
        group.append(who)
    return group


def adjoining(view: View, after: int, who: Who) -> bool:
    """Whether only titles, posts and adjectives stand between."""
    tokens = view.tokens
    for i in range(after + 1, who.first):
        if tokens[i].text == ":" and i == after + 1:
            continue
        if view.quote_at(i) or tokens[i].text in ";:()|" or is_finite(tokens[i]):
            return False
    return who.first - after <= 14
