"""Sentences, and the direction of time in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from extract.base import RuleBook, Span
from extract.s3_morphology import Morphology

# The last mark of a run before a capital, an empty line, or a line break before what is no small letter. It begins with
# one class of characters, so that the search skips from one of them to the next.
_BOUNDARY = re.compile(
    r"[.!?…\n](?:"
    r"(?<!\n)(?![.!?…])[\"”»)]{0,3}+\s{1,9}+(?=[A-ZĄĆĘŁŃÓŚŹŻ„\"–(•])"
    r"|(?<=\n)(?:[ \t]*+\n|(?![ \t]{0,40}+[a-ząćęłńóśźż])))"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NEXT = re.compile(r" ([^\W\d_]+)")
_QUOTED = re.compile(r"„[^”\"\n]{1,200}[”\"]|\"[^\"\n]{1,200}\"|«[^»\n]{1,200}»")

_NEAR = 300
"""Characters on either side in which the verb is looked for; a bound keeps the work linear."""


class Sentences:
    """Sentence bounds of one text, found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cuts = [0, *(m.end() for m in _BOUNDARY.finditer(text)), len(text)]

    def around(self, offset: int) -> Span:
        """The sentence that holds the character ``offset``."""
        at = bisect_right(self._cuts, offset)
        return Span(self._cuts[at - 1], self._cuts[at] if at < len(self._cuts) else len(self._text))


class Direction:
    """Past or future by the tense of the nearest verb."""

    def __init__(self, rules: RuleBook, morphology: Morphology) -> None:
        self._morphology = morphology
        self._word = lru_cache(maxsize=1 << 14)(self._direction)
        self._ahead = {
            lemma: (rule.id, int(rule["direction"]))
            for rule in rules.of("dates/tense.toml")
            for lemma in rule.words("lemmas")
        }

    def of(self, text: str, sentence: Span, at: Span) -> tuple[int, str]:
        """-1, 0 or 1 and the id of the rule that decided ("" for the tense itself)."""
        first, last = max(sentence.start, at.start - _NEAR), min(sentence.end, at.end + _NEAR)
        words = _QUOTED.sub(lambda m: " " * len(m[0]), text[first:last])
        best: tuple[int, int, str] | None = None
        for word in _WORD.finditer(words):
            start, end = first + word.start(), first + word.end()
            if start < at.end and at.start < end:
                continue
            direction, rule = self._word(word[0])
            if direction:
                distance = at.start - end if end <= at.start else start - at.end
                if best is None or distance < best[0]:
                    best = (distance, direction, rule)
        return (best[1], best[2]) if best else (0, "")

    def _direction(self, word: str) -> tuple[int, str]:
        readings = self._morphology.readings(word)
        direction = 0
        for reading in readings:
            if reading.lemma in self._ahead and reading.pos in ("fin", "praet", "imps", "ppas"):
                return self._ahead[reading.lemma][1], self._ahead[reading.lemma][0]
            if reading.pos in ("subst", "adj", "ign", "prep", "conj", "comp", "qub", "part", "adv", "ppas"):
                return 0, ""
            if reading.pos in ("praet", "imps"):
                direction = direction or -1
            elif reading.pos == "bedzie" or (reading.pos == "fin" and ":perf" in reading.tag) or reading.pos == "impt":
                direction = direction or 1
        return direction, ""

    def noun_follows(self, text: str, offset: int) -> bool:
        """Whether the next word is a noun or adjective in the feminine locative: "o trzeciej edycji" is no time."""
        match = _NEXT.match(text, offset)
        if match is None:
            return False
        return any(
            r.pos in ("subst", "adj", "ger") and r.has(number="sg", case="loc", gender="f")
            for r in self._morphology.readings(match[1])
        )
