"""Text to a string of tags: one character a token, so that the grammar is a set of patterns over tags."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, repeat

from extract.s4_dates.lexicon import ANCHOR, PLAIN, build

# Every token; a word may hold a soft hyphen or be broken at the end of a line ("czerw-\nca").
_TOKEN = re.compile(r"[^\W\d_]+(?:(?:\u00ad|[-\u00ac]\n)[^\W\d_]+)*|\d+| +|.", re.DOTALL)
_WHOLE_TOKEN = re.compile(r"[^\W\d_]+|\d+| +|.", re.DOTALL)
_BREAK = re.compile("\u00ad|[-\u00ac]\n")
_ANCHOR = re.compile(ANCHOR)
# One character for one character, so that offsets stay: white space, dashes, and superscript minutes ("9¹⁵").
_SAME_LENGTH = (
    *((space, " ") for space in "\t\r\xa0\u2002\u2003\u2007\u2009\u200b\u202f"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"),
    *zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True),
)


@dataclass(frozen=True, slots=True)
class Lexed:
    """Tokens that tile the text, with one tag character each."""

    text: str
    tokens: list[str]
    starts: list[int]
    """Offset of every token, and the length of the text at the end."""
    tags: str
    values: Mapping[str, int]

    def value(self, index: int) -> int:
        """The number that the token at ``index`` stands for."""
        return self.values[self.key(index)]

    def key(self, index: int) -> str:
        """The token as the lexicon knows it: without hyphenation."""
        token = self.tokens[index]
        return _BREAK.sub("", token) if len(token) > 2 and ("\n" in token or "\u00ad" in token) else token

    def before(self, index: int, blanks: str = " \n") -> str:
        """The tag before ``index`` that is no blank, looking a few tokens back; "" at the beginning of the text."""
        return self.tags[max(0, index - 4) : index].rstrip(blanks)[-1:]

    def index_at(self, offset: int) -> int:
        """The token that begins at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def regions(self) -> Iterator[tuple[int, int]]:
        """Stretches of tokens between plain words that hold an anchor; together they are visited once."""
        tags, done = self.tags, 0
        for match in _ANCHOR.finditer(tags):
            at = match.start()
            if at < done:
                continue
            start = tags.rfind(PLAIN, done, at) + 1 or done
            end = tags.find(PLAIN, at)
            done = len(tags) if end < 0 else end
            yield start, done


class Lexer:
    """Holds the tables of forms; made once."""

    def __init__(self) -> None:
        self._tags, self._values = build()

    def lex(self, text: str) -> Lexed:
        """Tokens and tags of ``text``."""
        even = text
        for mark, plain in _SAME_LENGTH:  # faster than str.translate by ten: most marks do not occur
            even = even.replace(mark, plain)
        broken = "-\n" in even or "\u00ad" in even or "\u00ac\n" in even
        tokens = (_TOKEN if broken else _WHOLE_TOKEN).findall(even)
        keys = [_BREAK.sub("", t) if len(t) > 2 and t[0].isalpha() else t for t in tokens] if broken else tokens
        tags = "".join(map(self._tags.get, keys, repeat(PLAIN)))
        return Lexed(text, tokens, [0, *accumulate(map(len, tokens))], tags, self._values)
