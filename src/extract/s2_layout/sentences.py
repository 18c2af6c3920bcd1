"""Sentences of a block: full stops that end one, told from those of abbreviations, initials and ordinals.

The abbreviations are data (``rules/layout/sentences.toml``). A full stop inside a short quotation or bracket ends
nothing: titles of talks have full stops ("Koszty. Kto zapłaci?"), and what is said of a title is said of all of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract.base import Rule, RuleBook, Span
from extract.s2_layout.blocks import Block

_STOP = re.compile(r"([.!?…]++)([\"”“’»)\]]*+)(\s*+)(?=([„\"«(\[‚“–—•-]?+)(\s?+)([^\W_]?))")
_LABEL = re.compile(r"[IVX]{1,5}|[A-Z]?\d{1,2}")
"""What numbers a heading or an item: it opens the sentence and does not end one."""
_ROMAN = re.compile(r"[IVXLC]+\b")
_BREAK = re.compile(r"[^\w.-]+|[–—]+|--+|(?<!\w)-")
_MARKS = re.compile(r"[„”“\"«»()\[\]]")
_PAIRS = {")": "(", "]": "[", "»": "«„", "”": '„"', "“": '„"', '"': '"„'}
_LONGEST_QUOTE = 250
"""A quotation of more characters is speech, whose sentences count."""
_DASHES = "–—-"


class SentenceSplitter:
    """Splits spans of a text into sentences by the rules of ``layout/sentences.toml``."""

    def __init__(self, rules: RuleBook) -> None:
        book = {rule.id: rule for rule in rules.of("layout/sentences.toml")}
        self._never = _words(book, "layout.sentence.abbreviation")
        self._year = _words(book, "layout.sentence.year-abbreviation")
        self._counted = _words(book, "layout.sentence.ordinal")
        year = book.get("layout.sentence.year-abbreviation")
        self._opening = frozenset(year.words("opening")) if year else frozenset()
        self._opening_words = int(year["opening_words"]) if year else 0

    def split(self, text: str, span: Span, fired: set[str] | None = None, *, listed: bool = False) -> tuple[Span, ...]:
        """The sentences of ``text[span]`` in order, trimmed; together they hold every non-space character of it.

        ``listed`` is true for items of lists and programmes, where a dash after a question mark parts title and speaker
        and begins no direct speech. ``fired`` gathers the ids of the rules that kept a sentence together.
        """
        closed = _enclosed(text, span)
        starts = [start for start, _ in closed]
        sentences: list[Span] = []
        begin = span.start
        for match in _STOP.finditer(text, span.start, span.end):
            end = match.end(2)
            if match.end() >= span.end:
                break
            within = bisect_right(starts, match.start()) - 1
            if within >= 0 and closed[within][1] > end:
                continue
            if self._ends(text, begin, match, fired, listed):
                sentences.append(Span(begin, end))
                begin = match.end()
        if begin < span.end:
            sentences.append(Span(begin, span.end))
        return tuple(sentences)

    def _ends(self, text: str, begin: int, match: re.Match[str], fired: set[str] | None, listed: bool) -> bool:
        stop, closing, space, opening, gap, first = match.groups()
        if not (first.isupper() or first.isdigit() or opening in tuple('„"«‚“') or (opening and not first)):
            return False
        if opening and opening in _DASHES and (listed or closing or not (gap and first.isupper())):
            return False
        if not space:
            return self._glued(text, match)
        if closing and closing[0] in '"”»“' and stop[-1] in "!?…" and not opening:
            return False
        if closing[:1] == ")" and stop[-1] in "!?…":
            return False
        if stop != ".":
            return not (stop in ("…", "...") and not first.isupper())
        if closing:
            return True
        return self._full_stop(text, begin, match, fired)

    def _glued(self, text: str, match: re.Match[str]) -> bool:
        """A stop without a space ends a sentence only between a word and a capitalised word."""
        _stop, closing, _, opening, _, first = match.groups()
        at = match.end() + len(opening)
        lower = text[at + 1 : at + 2]
        before = text[max(0, match.start() - 3) : match.start()]
        if opening or not first.isupper() or not lower.islower():
            return False
        return bool(closing) or (len(before) == 3 and before.isalpha() and before.islower())

    def _full_stop(self, text: str, begin: int, match: re.Match[str], fired: set[str] | None) -> bool:
        word = _word_before(text, begin, match.start())
        if not word:
            return True
        lower = word.lower()
        last = lower.rsplit(".", 1)[-1]
        first = match[6]
        if (lower in self._year or last in self._year) and word[-1].islower():
            if self._opening_phrase(text, begin, match.start()):
                _note(fired, "layout.sentence.year-abbreviation")
                return False
            return not _ROMAN.match(text, match.end())
        if lower in self._never or (last in self._never and "." in lower):
            _note(fired, "layout.sentence.abbreviation")
            return False
        if (len(word) == 1 and word.isupper()) or (len(last) == 1 and "." in word and word[-1].isupper()):
            return lower.endswith("s.a")
        if _LABEL.fullmatch(word) and not text[begin : match.start() - len(word)].strip():
            return False
        if word[-1].isdigit() and first.isdigit():
            return False
        if word.isdigit() and len(word) <= 2 and first.isupper():
            return self._number_ends(text, begin, match.start() - len(word), fired)
        return True

    def _opening_phrase(self, text: str, begin: int, end: int) -> bool:
        words = text[begin:end].split(None, self._opening_words + 1)
        if not words or len(words) > self._opening_words:
            return False
        return words[0].lower() in self._opening or words[0][0].isdigit()

    def _number_ends(self, text: str, begin: int, at: int, fired: set[str] | None) -> bool:
        if not text[begin:at].strip(' \t„"(–-'):
            return False
        if _word_before(text, begin, at - 1).lower() in self._counted:
            _note(fired, "layout.sentence.ordinal")
            return False
        return True


def sentences(text: str, block: Block) -> tuple[Span, ...]:
    """The sentences of ``block``, as the layout stage found them; a block made by hand is one sentence."""
    return block.sentences or (block.span,)


def _note(fired: set[str] | None, rule: str) -> None:
    if fired is not None:
        fired.add(rule)


def _words(book: dict[str, Rule], rule: str) -> frozenset[str]:
    return frozenset(book[rule].words("words")) if rule in book else frozenset()


def _word_before(text: str, begin: int, end: int) -> str:
    """The last word of ``text[begin:end]`` that touches ``end``, inner full stops included; at most 40 characters."""
    window = text[max(begin, end - 40) : end]
    if not window or window[-1].isspace():
        return ""
    return _BREAK.split(window)[-1]


def _enclosed(text: str, span: Span) -> list[tuple[int, int]]:
    """Ranges of short quotations and brackets, outermost only, in order."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for at, mark, opens in _marks(text, span):
        if opens:
            stack.append((mark, at))
            continue
        for depth in range(1, min(len(stack), 4) + 1):
            if stack[-depth][0] in _PAIRS[mark]:
                start = stack[-depth][1]
                del stack[-depth:]
                if at - start <= _LONGEST_QUOTE:
                    while found and found[-1][0] > start:
                        found.pop()
                    found.append((start, at + 1))
                break
    return found


def _marks(text: str, span: Span) -> Iterator[tuple[int, str, bool]]:
    """Quotation marks and brackets with their offsets, and whether they open."""
    straight = False
    for match in _MARKS.finditer(text, span.start, span.end):
        mark, at = match[0], match.start()
        if mark == '"':
            before, after = text[at - 1 : at] if at > span.start else " ", text[at + 1 : at + 2]
            straight = not straight and (before.isspace() or before in "([/–-.,") and bool(after.strip())
            yield at, mark, straight
        else:
            yield at, mark, mark in "„«(["
