"""The grammar: rules whose patterns run over tags, and the matcher that finds the longest expression at every place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.base import Rule, RuleBook, RuleError
from extract.s4_dates.expression import Expression
from extract.s4_dates.lexer import Lexed

_DAYNUM = r"[abc](?:-?[8j])?"
_DAYANY = rf"(?:{_DAYNUM}|T_O|T|O)"
_JOIN = r"(?:~-~|,~|~/~|_[iln]_)"
_REL_YEAR = r"B\.?|4\.~=\.?|u\.?~=\.?|u\.?|[PFj&](?:_2)?_r|r_[PFj]"
_R = r"(?:~=\.?|~r|_r)"
_WEEKDAY = r"(?:W|w\.?)"

MACROS = {
    "daynum": _DAYNUM,
    "dayany": _DAYANY,
    "lead": rf"(?P<lead>(?:{_DAYANY}\.?{_JOIN}){{0,40}})",
    "leadnum": rf"(?P<lead>(?:[abc](?:\.~a)?\.?{_JOIN}(?:g_)?){{0,40}})",
    "r": _R,
    "year": rf"(?:,?_|,|)(?P<y>Y)(?!-[abc]){_R}?|_(?P<yr>{_REL_YEAR})",
    "yearneeded": rf"_(?:(?P<y>Y){_R}?|(?P<yr>{_REL_YEAR}))",
    "wd": rf"(?P<wd>(?:[PFj]_)?{_WEEKDAY}(?:(?:_i_|~-~|,_)(?:v_)?{_WEEKDAY})?(?:,~|_-_|:~|_|_?\()(?:[vlgn]_)?(?:D_)?)",
    "ws": rf"(?P<ws>(?:,_v_|,?_\(?|\(|~-~){_WEEKDAY}(?:(?:_i_|~[-/]~){_WEEKDAY})?\)?)",
    "g": r"(?P<__g>G\.?~:?~)",
}
"""Parts that many rules share."""

_MACRO = re.compile(r"<(?!_)(\w+)>")
_ATOM = {"_": r"(?:[ \n]{1,2})", "~": r" ?"}


@dataclass(frozen=True, slots=True)
class Found:
    """One expression of the grammar: tokens ``start`` to ``end`` (exclusive) and what they say."""

    start: int
    end: int
    expression: Expression
    rule: str


Reading = Callable[[re.Match[str], Lexed], "tuple[Expression, int, int] | None"]
"""Groups to (expression, first token, end token), or ``None`` where the shape deceives."""


@dataclass(frozen=True, slots=True)
class _Shape:
    rule: str
    pattern: re.Pattern[str]
    reading: Reading


class Grammar:
    """All shapes, by the tag with which they may begin."""

    def __init__(self, rules: RuleBook, readings: dict[str, Reading]) -> None:
        self._by_tag: dict[str, list[_Shape]] = {}
        for rule in rules.of("dates/grammar.toml"):
            shape = _Shape(rule.id, compile_shape(rule), _reading(rule, readings))
            for tag in _first_tags(shape.pattern):
                self._by_tag.setdefault(tag, []).append(shape)

    def find(self, lexed: Lexed) -> Iterator[Found]:
        """The expressions of a text, left to right, without overlap."""
        tags = lexed.tags
        for start, end in lexed.regions():
            at = start
            while at < end:
                shapes = self._by_tag.get(tags[at])
                found = self._longest(shapes, lexed, at) if shapes and _word_begins(lexed, at) else None
                if found is None:
                    at += 1
                else:
                    yield found
                    at = max(found.end, at + 1)

    @staticmethod
    def _longest(shapes: list[_Shape], lexed: Lexed, at: int) -> Found | None:
        matches = [(m.end(), s, m) for s in shapes if (m := s.pattern.match(lexed.tags, at))]
        matches.sort(key=lambda row: -row[0])
        for end, shape, match in matches:
            if not _word_ends(lexed, end):
                continue
            read = shape.reading(match, lexed)
            if read is not None:
                return Found(read[1], read[2], read[0], shape.rule)
        return None


def compile_shape(rule: Rule) -> re.Pattern[str]:
    """The pattern of a rule over tags.

    Raises:
        RuleError: an unknown macro, or no regular expression.
    """
    source = "".join(str(rule["pattern"]).split())
    where = f"rules/{rule.file}:{rule.line}: rule {rule.id!r}"

    def expand(match: re.Match[str]) -> str:
        if match[1] not in MACROS:
            raise RuleError(f"{where}: no macro <{match[1]}>; there are {', '.join(MACROS)}")
        return MACROS[match[1]]

    # A group's name is followed by ">" as well: (?P<name>…) is protected while the macros are replaced.
    source = _MACRO.sub(expand, source.replace("(?P<", "(?P«")).replace("(?P«", "(?P<")
    number = iter(range(1, 9))
    source = re.sub("__g", lambda _: f"g{next(number)}", source)
    names = re.split(r"(\(\?P<\w+>|\(\?P=\w+\)|\[[^\]]*\])", source)
    source = "".join(part if i % 2 else re.sub("[_~]", lambda m: _ATOM[m[0]], part) for i, part in enumerate(names))
    try:
        return re.compile(source)
    except re.error as error:
        raise RuleError(f"{where}: {error}") from None


def _reading(rule: Rule, readings: dict[str, Reading]) -> Reading:
    name = str(rule["reading"])
    if name not in readings:
        raise RuleError(f"rules/{rule.file}:{rule.line}: no reading {name!r}; there are {', '.join(sorted(readings))}")
    return readings[name]


def _first_tags(pattern: re.Pattern[str]) -> list[str]:
    """Tags at which a match may begin, found by trying: a tag is one character and there are few."""
    from extract.s4_dates.lexicon import TAGS

    return [tag for tag in dict.fromkeys(TAGS.values()) if _may_begin(pattern.pattern, tag)]


def _may_begin(source: str, tag: str) -> bool:
    import regex  # partial matching, needed once while the rules are read

    return regex.compile(source).fullmatch(tag, partial=True) is not None


def _word_begins(lexed: Lexed, at: int) -> bool:
    if at == 0:
        return True
    before, here = lexed.text[lexed.starts[at] - 1], lexed.text[lexed.starts[at]]
    return not (before.isalnum() and (here.isalpha() or before.isdigit() or before.isalpha())) and before != "_"


def _word_ends(lexed: Lexed, end: int) -> bool:
    offset = lexed.starts[end]
    text = lexed.text
    if offset >= len(text) or not (text[offset].isalnum() or text[offset] == "_"):
        return True
    return not text[offset - 1].isalnum()
