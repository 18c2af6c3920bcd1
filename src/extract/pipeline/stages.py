"""The stages in the order of the data: each reads an :class:`Analysis` and returns one that says more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from extract.base import RuleBook, UsageError
from extract.s1_reading import Source
from extract.s2_layout import Layout, LayoutAnalyser
from extract.s3_morphology import Morphology, Tokens
from extract.s4_dates import DateFinder, Dates, Prefer
from extract.s5_entities import Mentions, Recogniser
from extract.s5_entities.sources import Source as Proposals
from extract.s6_names import Entities, NameNormaliser, resolve
from extract.s7_frames import Context, Facts, FrameBuilder
from extract.s8_records import Article, assemble


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told from outside."""

    published: str | None = None
    """Reference date for every text (ISO date or timestamp)."""
    prefer: Prefer = Prefer.PAST
    min_confidence: float = 0.0
    """Facts below this confidence (0 to 1) are left out of the article."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the stages have said of one text so far; a stage that has not run is ``None``."""

    source: Source
    options: Options
    layout: Layout | None = None
    tokens: Tokens | None = None
    dates: Dates | None = None
    mentions: Mentions | None = None
    entities: Entities | None = None
    facts: Facts | None = None
    article: Article | None = None

    @property
    def fired(self) -> frozenset[str]:
        """Ids of all rules that decided something."""
        stages = (self.layout, self.dates, self.mentions, self.entities, self.facts)
        return frozenset().union(*(s.fired for s in stages if s is not None))


_T = TypeVar("_T")

STAGES = ("layout", "morphology", "dates", "entities", "names", "frames", "records")
"""Names of the stages in order. The first, reading, has run when there is an :class:`Analysis`."""

GIVES: Mapping[str, str] = MappingProxyType(
    {
        "layout": "layout",
        "morphology": "tokens",
        "dates": "dates",
        "entities": "mentions",
        "names": "entities",
        "frames": "facts",
        "records": "article",
    }
)
"""The field of :class:`Analysis` that each stage fills."""


def _require(value: _T | None, needed: str, stage: str) -> _T:
    if value is None:
        raise UsageError(f"the stage {stage!r} needs {needed!r}, which has not run; the order is {', '.join(STAGES)}")
    return value


class Stages:
    """The stages with their resources, made once and used for every text. Not shared between threads.

    Args:
        rules: the rule book.
        proposals: entity proposals instead of the embedded tagger's.
    """

    def __init__(self, rules: RuleBook, proposals: Proposals | None = None) -> None:
        self.rules = rules
        self._layout = LayoutAnalyser(rules)
        self._morphology = Morphology()
        self._dates = DateFinder(rules, self._morphology)
        self._recogniser = Recogniser(rules, proposals, self._morphology)
        self.normaliser = NameNormaliser(rules, self._morphology)
        self._frames = FrameBuilder(rules, self.normaliser, self._morphology)

    def layout(self, a: Analysis) -> Analysis:
        """The page as blocks."""
        return replace(a, layout=self._layout.analyse(a.source.view.text))

    def morphology(self, a: Analysis) -> Analysis:
        """Tokens with every reading."""
        return replace(a, tokens=self._morphology.tokens(a.source.view.text))

    def dates(self, a: Analysis) -> Analysis:
        """Calendar and clock expressions with values and roles."""
        layout = _require(a.layout, "layout", "dates")
        found = self._dates.find(layout.text, layout, published=a.options.published, prefer=a.options.prefer)
        return replace(a, dates=found)

    def entities(self, a: Analysis) -> Analysis:
        """Mentions of persons, institutions and places."""
        layout = _require(a.layout, "layout", "entities")
        tokens = _require(a.tokens, "morphology", "entities")
        dates = _require(a.dates, "dates", "entities")
        return replace(a, mentions=self._recogniser.find(layout.text, layout, tokens, dates))

    def names(self, a: Analysis) -> Analysis:
        """Nominative names, and which mentions are the same person or institution."""
        tokens = _require(a.tokens, "morphology", "names")
        mentions = _require(a.mentions, "entities", "names")
        return replace(a, entities=resolve(mentions, tokens, self.normaliser))

    def frames(self, a: Analysis) -> Analysis:
        """Events, sessions, roles and awards."""
        layout = _require(a.layout, "layout", "frames")
        context = Context(
            layout.text,
            layout,
            _require(a.tokens, "morphology", "frames"),
            _require(a.dates, "dates", "frames"),
            _require(a.mentions, "entities", "frames"),
            _require(a.entities, "names", "frames"),
        )
        return replace(a, facts=self._frames.build(context))

    def records(self, a: Analysis) -> Analysis:
        """The article's record."""
        dates = _require(a.dates, "dates", "records")
        entities = _require(a.entities, "names", "records")
        facts = _require(a.facts, "frames", "records")
        article = assemble(a.source, dates, entities, facts, min_confidence=a.options.min_confidence)
        return replace(a, article=article)

    def stage(self, name: str) -> Callable[[Analysis], Analysis]:
        """The stage called ``name``, one of :data:`STAGES`."""
        steps: dict[str, Callable[[Analysis], Analysis]] = {
            "layout": self.layout,
            "morphology": self.morphology,
            "dates": self.dates,
            "entities": self.entities,
            "names": self.names,
            "frames": self.frames,
            "records": self.records,
        }
        return steps[name]

    def run(self, analysis: Analysis) -> Analysis:
        """All stages in order."""
        for name in STAGES:
            analysis = self.stage(name)(analysis)
        return analysis
