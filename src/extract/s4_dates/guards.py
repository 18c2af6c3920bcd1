"""Rules over the words around an expression: what it is not, and what it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import regex

from extract.base import Rule, RuleBook, RuleError, Span
from extract.s4_dates.value import DateRole

_LEFT, _RIGHT, _SENTENCE, _NEAR = 120, 40, 2000, 40
"""Characters of context that a rule may see; a bound keeps the work linear."""


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Guard:
    rule: str
    role: DateRole | None
    before: Any
    """Runs backwards from the expression, so that it fails at its last word already."""
    match: re.Pattern[str] | None
    after: re.Pattern[str] | None
    stems: tuple[str, ...]
    left: tuple[str, ...]
    quoted: int
    near: tuple[str, ...]

    def holds(self, text: str, span: Span) -> bool:
        """Whether the conditions on the words beside the expression hold."""
        if self.after and not self.after.match(text, span.end, span.end + _RIGHT):
            return False
        if self.match and not self.match.fullmatch(text, span.start, span.end):
            return False
        if self.quoted and not in_quotation(text, span, self.quoted):
            return False
        return not self.before or self.before.match(text, max(0, span.start - _LEFT), span.start) is not None


class Guards:
    """The rules of ``negative.toml`` and ``roles.toml``."""

    def __init__(self, rules: RuleBook) -> None:
        self._negative = tuple(_guard(r) for r in rules.of("dates/negative.toml"))
        self._roles = tuple(_guard(r) for r in rules.of("dates/roles.toml"))

    def vetoes(self, text: str, span: Span) -> str | None:
        """The rule by which the expression is none."""
        near: list[str] | None = None
        for guard in self._negative:
            if guard.near:
                if near is None:
                    line = text[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2]
                    near = _WORD.findall(line.lower())
                if not any(w.startswith(guard.near) for w in near):
                    continue
            if guard.holds(text, span):
                return guard.rule
        return None

    def role(self, text: str, span: Span, sentence: SentenceWords) -> tuple[DateRole, str]:
        """The first role whose rule holds, with the rule's id; OTHER without one."""
        left: tuple[str, ...] | None = None
        for guard in self._roles:
            if guard.role is None:
                continue
            if guard.left:
                if left is None:
                    left = sentence.before(text, span)
                if not any(w.startswith(guard.left) for w in left):
                    continue
            if guard.holds(text, span) and (not guard.stems or sentence.tells(guard.rule, guard.stems)):
                return guard.role, guard.rule
        return DateRole.OTHER, ""


class SentenceWords:
    """The words of one sentence in lower case; of a very long one, those of its head."""

    def __init__(self, text: str, sentence: Span) -> None:
        self._start = sentence.start
        end = min(sentence.end, sentence.start + _SENTENCE)
        self._words = _WORD.findall(text[sentence.start : end].lower())
        self._known: dict[str, bool] = {}

    def tells(self, rule: str, stems: tuple[str, ...]) -> bool:
        """Whether a word begins with one of the stems; asked once for each rule."""
        if rule not in self._known:
            self._known[rule] = any(w.startswith(stems) for w in self._words)
        return self._known[rule]

    def before(self, text: str, span: Span) -> tuple[str, ...]:
        """The words up to 80 characters before an expression, back to a semicolon at most."""
        left = text[max(self._start, span.start - 80) : span.start]
        return tuple(_WORD.findall(left.rpartition(";")[2].lower()))


def in_quotation(text: str, span: Span, longest: int) -> bool:
    """Whether the expression lies between quotation marks of one line, at most ``longest`` characters apart."""
    line = text[max(0, span.start - _SENTENCE) : span.start].rpartition("\n")[2]
    right = text[span.end : span.end + longest].partition("\n")[0]
    straight = line.count('"')
    opening = max(line.rfind("„"), line.rfind("«"), line.rfind('"') if straight % 2 else -1)
    if opening < 0 or opening < max(line.rfind("”"), line.rfind("»")) or ("„" in line and straight):
        return False
    closing = [at for mark in ('"', "”", "»") if (at := right.find(mark)) >= 0]
    return bool(closing) and len(line) - opening + min(closing) < longest


def _guard(rule: Rule) -> _Guard:
    try:
        before = rule.data.get("before")
        return _Guard(
            rule.id,
            DateRole(rule["role"]) if "role" in rule.data else None,
            regex.compile(f"(?r)(?:{before})") if before else None,
            _compiled(rule, "match"),
            _compiled(rule, "after"),
            rule.words("stems"),
            rule.words("left"),
            int(rule.data.get("quoted", 0)),
            rule.words("near"),
        )
    except (re.error, regex.error, ValueError) as error:
        raise RuleError(f"rules/{rule.file}:{rule.line}: rule {rule.id!r}: {error}") from None


def _compiled(rule: Rule, key: str) -> re.Pattern[str] | None:
    return re.compile(str(rule.data[key])) if key in rule.data else None
