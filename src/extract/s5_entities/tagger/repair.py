"""Edges that the chain may miss and orthography decides: paired quotation marks, the hyphen of a double surname."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.s5_entities.tagger.forms import QUOTE_CLOSE, QUOTE_OPEN

HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A labelled run of tokens."""

    first: int
    last: int
    """Index of the last token (inclusive)."""
    kind: str
    score: float


def repair(stretches: Iterable[Stretch], texts: Sequence[str]) -> list[Stretch]:
    """``stretches`` in order with their edges put right; ``texts`` are the unified forms of all tokens."""
    out: list[Stretch] = []
    for found in stretches:
        now = _quotes(found, texts)
        if now.kind == "person":
            now = _second_surname(now, texts)
            if out and out[-1].kind == "person" and _hyphenated(out[-1].last, now.first, texts):
                before = out.pop()
                now = replace(now, first=before.first, score=min(before.score, now.score))
        if not out or out[-1].last < now.first:
            out.append(now)
        elif out[-1].kind == now.kind:
            before = out[-1]
            out[-1] = replace(before, last=max(before.last, now.last), score=min(before.score, now.score))
    return out


def _quotes(found: Stretch, texts: Sequence[str]) -> Stretch:
    """A mark opened inside is closed inside; marks around the whole are outside; a lone closing mark is dropped."""
    first, last = found.first, found.last
    inside = texts[first : last + 1]
    opened = inside.count(QUOTE_OPEN) - inside.count(QUOTE_CLOSE)
    if opened > 0 and last + 1 < len(texts) and texts[last + 1] == QUOTE_CLOSE:
        last += 1
        opened -= 1
    if first < last and texts[first] == QUOTE_OPEN and (opened > 0 or texts[last] == QUOTE_CLOSE):
        if inside.count(QUOTE_OPEN) == 1:
            first, last = first + 1, last - (texts[last] == QUOTE_CLOSE)
    elif opened < 0 and texts[last] == QUOTE_CLOSE and first < last:
        last -= 1
    return replace(found, first=first, last=last) if first <= last else found


def _second_surname(found: Stretch, texts: Sequence[str]) -> Stretch:
    after = found.last + 1
    if after + 1 < len(texts) and texts[after] == HYPHEN and _name(texts[after + 1]) and found.first < found.last:
        return replace(found, last=after + 1)
    return found


def _hyphenated(last: int, first: int, texts: Sequence[str]) -> bool:
    return first - last == 2 and texts[last + 1] == HYPHEN and _name(texts[first])


def _name(text: str) -> bool:
    return len(text) > 1 and text[0].isupper()
