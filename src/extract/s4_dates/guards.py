"""Rules over the words around an expression: what it is not, and what it is of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.base import Rule, RuleBook, RuleError, Span
from extract.s4_dates.value import DateRole

_LEFT, _RIGHT = 120, 40
"""Characters of context that a rule may see; a bound keeps the work linear."""


@dataclass(frozen=True, slots=True)
class _Guard:
    rule: str
    role: DateRole | None
    before: re.Pattern[str] | None
    match: re.Pattern[str] | None
    after: re.Pattern[str] | None
    sentence: re.Pattern[str] | None

    def holds(self, text: str, span: Span, sentence: Span | None) -> bool:
        """Whether every condition of the rule holds for the expression at ``span``."""
        if self.match and not self.match.fullmatch(text, span.start, span.end):
            return False
        if self.after and not self.after.match(text, span.end, span.end + _RIGHT):
            return False
        if self.before:
            floor = max(0, span.start - _LEFT)
            if not self.before.search(text[floor : span.start]):
                return False
        if self.sentence and sentence is not None:
            return self.sentence.search(text, sentence.start, min(sentence.end, sentence.start + 2000)) is not None
        return True


class Guards:
    """The rules of ``negative.toml`` and ``roles.toml``."""

    def __init__(self, rules: RuleBook) -> None:
        self._negative = tuple(_guard(r) for r in rules.of("dates/negative.toml"))
        self._roles = tuple(_guard(r) for r in rules.of("dates/roles.toml"))

    def vetoes(self, text: str, span: Span) -> str | None:
        """The rule by which the expression is none."""
        return next((g.rule for g in self._negative if g.holds(text, span, None)), None)

    def role(self, text: str, span: Span, sentence: Span) -> tuple[DateRole, str]:
        """The first role whose rule holds, with the rule's id; OTHER without one."""
        for guard in self._roles:
            if guard.role is not None and guard.holds(text, span, sentence):
                return guard.role, guard.rule
        return DateRole.OTHER, ""


def _guard(rule: Rule) -> _Guard:
    try:
        before = rule.data.get("before")
        return _Guard(
            rule.id,
            DateRole(rule["role"]) if "role" in rule.data else None,
            re.compile(f"(?:{before})$") if before else None,
            _compiled(rule, "match"),
            _compiled(rule, "after"),
            _compiled(rule, "sentence"),
        )
    except (re.error, ValueError) as error:
        raise RuleError(f"rules/{rule.file}:{rule.line}: rule {rule.id!r}: {error}") from None


def _compiled(rule: Rule, key: str) -> re.Pattern[str] | None:
    return re.compile(str(rule.data[key])) if key in rule.data else None


def first_role(roles: Iterable[DateRole]) -> DateRole:
    """The first that is not OTHER."""
    return next((r for r in roles if r is not DateRole.OTHER), DateRole.OTHER)
