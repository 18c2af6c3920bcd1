"""One sentence, the sessions spoken of in it, and its labels."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from extract.base import Span
from extract.s7_frames.clauses import Clause
from extract.s7_frames.sessions.clock import Hours
from extract.s7_frames.sessions.lexicon import Cue
from extract.s7_frames.sessions.scene import Draft
from extract.s7_frames.sessions.titles import Titled
from extract.s7_frames.sessions.view import Mark

FRAME, NOUN, LABEL, GENITIVE, PHRASE = 0.85, 0.8, 0.9, 0.8, 0.75
"""Confidence of a role by what gave it."""
ORDINALS = {"pierwszy": 1, "drugi": 2, "trzeci": 3, "czwarty": 4, "kolejny": 0, "następny": 0, "inny": 0, "ostatni": 0}
BOTH = frozenset({"oba", "obydwa", "obydwie"})


@dataclass(slots=True)
class Ref:
    """A session spoken of in a sentence."""

    at: int
    last: int
    cue: Cue
    draft: Draft | None = None
    event: bool = False
    """It is the event itself that is spoken of."""
    plural: bool = False
    ordinal: int | None = None

    def inside(self, tokens: Container[int]) -> bool:
        """Whether the noun or its title stands among the tokens."""
        return self.at in tokens or self.last in tokens


def named_before(refs: Sequence[Ref], at: int) -> Ref | None:
    """The session named last before a token: of several titles of one noun, the last that stands before it."""
    begun = [r for r in refs if r.at < at]
    done = [r for r in begun if r.last < at]
    return done[-1] if done and done[-1].at == begun[-1].at else begun[-1] if begun else None


@dataclass(frozen=True, slots=True)
class Label:
    """A role noun before a colon."""

    first: int
    colon: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with all that was found in it."""

    span: Span
    first: int
    last: int
    marks: list[Mark]
    refs: list[Ref]
    clauses: tuple[Clause, ...]
    hours: Sequence[Hours]
    listing: bool
    """It ends with a colon: a list follows."""


class EventTest:
    """Whether a noun, or a title, is the event's own."""

    def __call__(self, mark: Mark | None, titles: Sequence[Titled], cue: Cue) -> bool:  # pragma: no cover - interface
        """True where the event itself is spoken of."""
        raise NotImplementedError
