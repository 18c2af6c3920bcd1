"""Expressions of a text that are dates and times indeed, with their role, before they have a value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.base import RuleBook, Span
from extract.s4_dates import readings, readings_clock, readings_relative, readings_years
from extract.s4_dates.combine import combine
from extract.s4_dates.expression import Clock, Expression, Interval
from extract.s4_dates.grammar import Found, Grammar, Reading
from extract.s4_dates.guards import Guards, SentenceWords
from extract.s4_dates.holidays import Holidays
from extract.s4_dates.lexer import Lexed
from extract.s4_dates.sentences import Direction, Sentences
from extract.s4_dates.value import DateRole

_READINGS: dict[str, Reading] = {
    name: getattr(module, name)
    for module, names in (
        (
            readings,
            "days days_abbreviated days_roman days_numeric_open days_month_first days_short days_short_year",
        ),
        (
            readings_relative,
            "month month_numeric nth nth_weekend weekday weekend day_word morrow shift around event_day current "
            "quarter half season",
        ),
        (readings_years, "year year_after year_bare year_relative school_year century"),
        (readings_clock, "time_range time_point time_superscript time_words noon"),
    )
    for name in names.split()
}
_HOUR_WORDS = "dates.time.words"
_BREAK = re.compile(r"[^-\u00ac]\n\s*(\S)")
# A full stop that belongs to an abbreviation or to a day in digits, not to the sentence.
_OWN_STOP = re.compile(r"(?:(?<![^\W\d_])(?i:r|br|bm|m|kw|pon|pn|wt|śr|czw|pt|sob|niedz|nd)|\bub\w?|\blat\w* \d0)\.$")
_NUMERIC_STOP = re.compile(r"\d\.\d\d\.$")
_GOES_ON = re.compile(r"\)| [a-ząćęłńóśźż]")
_EDGE = " \n\t\xa0,"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression with its place and role."""

    found: Found
    span: Span
    role: DateRole = DateRole.OTHER
    rule: str = ""
    """The rule of the role."""

    @property
    def expression(self) -> Expression:
        """What is said."""
        return self.found.expression


class CandidateFinder:
    """Grammar, feasts and guards together."""

    def __init__(self, rules: RuleBook, direction: Direction) -> None:
        self._grammar = Grammar(rules, _READINGS)
        self._holidays = Holidays(rules)
        self._guards = Guards(rules)
        self._direction = direction

    def find(self, lexed: Lexed, sentences: Sentences, fired: dict[str, None]) -> list[Candidate]:
        """The candidates in order; ``fired`` gains the rules that found or vetoed one."""
        rows = self._unvetoed(self._holidays.into(self._grammar.find(lexed), lexed), lexed, fired)
        candidates: list[Candidate] = []
        words: dict[int, SentenceWords] = {}
        for found in combine(rows, lexed):
            span = trimmed(lexed, found)
            veto = self._guards.vetoes(lexed.text, span) if isinstance(found.expression, Interval) else None
            if veto:
                fired[veto] = None
                continue
            fired[found.rule] = None
            if isinstance(found.expression, Clock):
                candidates.append(Candidate(found, span, DateRole.SESSION))
                continue
            sentence = sentences.around(span.start)
            if sentence.start not in words:
                words[sentence.start] = SentenceWords(lexed.text, sentence)
            candidates.append(Candidate(found, span, *self._guards.role(lexed.text, span, words[sentence.start])))
        return candidates

    def _unvetoed(self, rows: Iterable[Found], lexed: Lexed, fired: dict[str, None]) -> Iterable[Found]:
        text = lexed.text
        for found in rows:
            span = trimmed(lexed, found)
            veto = self._guards.vetoes(text, span)
            if veto is not None:
                fired[veto] = None
            elif not self._deceives(found, lexed, span):
                yield found

    def _deceives(self, found: Found, lexed: Lexed, span: Span) -> bool:
        """An ordinal with its noun ("o trzeciej edycji"), or two lines that only happen to meet."""
        if found.rule == _HOUR_WORDS and not _after_hour_noun(lexed, found):
            return self._direction.noun_follows(lexed.text, span.end)
        words = lexed.text[span.start : span.end]
        return "\n" in words and any(m[1].isupper() for m in _BREAK.finditer(words))


def _after_hour_noun(lexed: Lexed, found: Found) -> bool:
    return "G" in lexed.tags[max(0, found.start - 3) : found.start] or lexed.tags[found.start] in "56"


def trimmed(lexed: Lexed, found: Found) -> Span:
    """The span without white space, and without a full stop that belongs to the sentence."""
    start, end = lexed.starts[found.start], lexed.starts[found.end]
    text = lexed.text
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    while start < end and text[start] in _EDGE:
        start += 1
    if text[end - 1] == ".":
        words = text[start:end]
        if not _OWN_STOP.search(words) and not (_GOES_ON.match(text, end) and _NUMERIC_STOP.search(words)):
            end -= 1
    return Span(start, end)
