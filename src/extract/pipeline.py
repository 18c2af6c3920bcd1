"""The whole way for one text: stages in order, as plain calls and as spaCy components."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from extract.base import RuleBook, UsageError, load_rules
from extract.s1_reading import Source
from extract.s2_layout import Layout, LayoutAnalyser
from extract.s3_morphology import Morphology, Tokens
from extract.s4_dates import DateFinder, Dates, Prefer
from extract.s5_entities import Mentions, Recogniser
from extract.s6_names import Entities, NameNormaliser, resolve
from extract.s7_frames import Context, Facts, FrameBuilder
from extract.s8_records import Article, assemble

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told from outside."""

    published: str | None = None
    """Reference date for every text (ISO date or timestamp)."""
    prefer: Prefer = Prefer.PAST


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


STAGES = ("layout", "morphology", "dates", "entities", "names", "frames", "records")


class Stages:
    """The stages with their resources, made once and used for every text."""

    def __init__(self, rules: RuleBook) -> None:
        self.rules = rules
        self._layout = LayoutAnalyser(rules)
        self._morphology = Morphology()
        self._dates = DateFinder(rules)
        self._recogniser = Recogniser(rules)
        self._normaliser = NameNormaliser(rules, self._morphology)
        self._frames = FrameBuilder(rules, self._normaliser)

    def layout(self, a: Analysis) -> Analysis:
        return replace(a, layout=self._layout.analyse(a.source.text))

    def morphology(self, a: Analysis) -> Analysis:
        return replace(a, tokens=self._morphology.tokens(a.source.text))

    def dates(self, a: Analysis) -> Analysis:
        return replace(
            a,
            dates=self._dates.find(
                a.source.text, a.layout, published=a.options.published, prefer=a.options.prefer
            ),
        )

    def entities(self, a: Analysis) -> Analysis:
        assert a.layout and a.tokens and a.dates
        return replace(a, mentions=self._recogniser.find(a.source.text, a.layout, a.tokens, a.dates))

    def names(self, a: Analysis) -> Analysis:
        assert a.tokens and a.mentions
        return replace(a, entities=resolve(a.mentions, a.tokens, self._normaliser))

    def frames(self, a: Analysis) -> Analysis:
        assert a.layout and a.tokens and a.dates and a.mentions and a.entities
        context = Context(a.source.text, a.layout, a.tokens, a.dates, a.mentions, a.entities)
        return replace(a, facts=self._frames.build(context))

    def records(self, a: Analysis) -> Analysis:
        assert a.dates and a.entities and a.facts
        return replace(a, article=assemble(a.source, a.dates, a.entities, a.facts))

    def run(self, analysis: Analysis) -> Analysis:
        """All stages in order."""
        for stage in STAGES:
            analysis = getattr(self, stage)(analysis)
        return analysis
