"""Feasts as dates: names from rules, found in the text and put among the expressions of the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.base import RuleBook, RuleError
from extract.s4_dates.expression import Holiday, YearRef
from extract.s4_dates.grammar import Found
from extract.s4_dates.lexer import Lexed

_YEAR = re.compile(r"\s+((?:19|20)\d\d)(?:\s*(?:r\.|roku))?(?!\d)")


@dataclass(frozen=True, slots=True)
class _Feast:
    pattern: re.Pattern[str]
    value: Holiday
    rule: str


class Holidays:
    """Finds feasts after "w" or alone."""

    def __init__(self, rules: RuleBook) -> None:
        self._feasts: list[_Feast] = []
        for rule in rules.of("dates/holidays.toml"):
            for entry in rule.words("feasts"):
                name, _, value = entry.rpartition(" = ")
                try:
                    pattern = re.compile(name)
                    if re.fullmatch(r"-?\d{1,2}", value):
                        holiday = Holiday(1, 1, int(value))
                    else:
                        month, day = value.split("-")
                        holiday = Holiday(int(month), int(day))
                except (re.error, ValueError) as error:
                    raise RuleError(f"rules/{rule.file}:{rule.line}: feast {entry!r}: {error}") from None
                self._feasts.append(_Feast(pattern, holiday, rule.id))
        names = "|".join(f.pattern.pattern for f in self._feasts)
        self._after_in = re.compile(rf"\b[wW]e? ({names})(?!\w)")
        self._alone = re.compile(rf"\s*({names})\s*\.?\s*\Z")

    def into(self, found: Iterable[Found], lexed: Lexed) -> Iterable[Found]:
        """``found`` with the feasts; an expression inside a feast's name yields to it."""
        feasts = list(self._find(lexed))
        if not feasts:
            return found
        rest = [f for f in found if not any(f.start < h.end and h.start < f.end for h in feasts)]
        return sorted([*rest, *feasts], key=lambda f: f.start)

    def _find(self, lexed: Lexed) -> Iterable[Found]:
        text = lexed.text
        alone = self._alone.match(text)
        for match in [alone] if alone else self._after_in.finditer(text):
            begin, end = match.span(1)
            feast = next((f for f in self._feasts if f.pattern.fullmatch(text, begin, end)), None)
            if feast is None:
                continue
            value, year = feast.value, _YEAR.match(text, end)
            if year:
                value, end = replace(value, year=YearRef(int(year[1]))), year.end()
            yield Found(lexed.index_at(begin), lexed.index_at(end), value, feast.rule)
