"""The stages as spaCy components.

``extract_layout`` begins an analysis of ``doc.text``; each later component extends ``doc._.extract_analysis``, and
``extract_records`` also sets ``doc._.article``. Components of one ``Language`` with the same rules and model share
their resources, so that the morphology's cache and the lexicons are held once.

spaCy finds the factories by the entry points of the package; the document's own tokens and entities are left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extract.base import UsageError, load_rules
from extract.pipeline.models import load_source
from extract.pipeline.stages import GIVES, STAGES, Analysis, Options, Stages
from extract.s1_reading import Source
from extract.s4_dates import Prefer

ANALYSIS = "extract_analysis"
ARTICLE = "article"

_RESOURCES: dict[str, Any] = {"rules": None, "model": None}
_BEGIN: dict[str, Any] = {**_RESOURCES, "published": None, "prefer": "past", "min_confidence": 0.0}


class StageComponent:
    """One stage in a spaCy pipeline."""

    def __init__(self, name: str, stage: str, stages: Stages, key: tuple[str | None, str | None]) -> None:
        self.name = name
        self.stages = stages
        self.key = key
        self._stage = stage
        self._run = stages.stage(stage)
        self._before = STAGES[: STAGES.index(stage)]

    def __call__(self, doc: Doc) -> Doc:
        """Run the stage over the analysis that ``doc`` carries.

        Raises:
            UsageError: a stage before this one has not run over the document.
        """
        analysis = self._run(self._analysis(doc))
        doc._.set(ANALYSIS, analysis)
        if analysis.article is not None:
            doc._.set(ARTICLE, analysis.article)
        return doc

    def _analysis(self, doc: Doc) -> Analysis:
        analysis: Analysis | None = doc._.get(ANALYSIS)
        missing = [s for s in self._before if analysis is None or getattr(analysis, GIVES[s]) is None]
        if analysis is None or missing:
            raise UsageError(
                f"the component {self.name!r} needs {', '.join(f'extract_{s}' for s in missing)} before it: "
                f"add {', '.join(f'extract_{s}' for s in STAGES)} in this order"
            )
        return analysis


class BeginningComponent(StageComponent):
    """The first stage: it begins the analysis where the caller has not."""

    def __init__(
        self, name: str, stage: str, stages: Stages, key: tuple[str | None, str | None], options: Options
    ) -> None:
        super().__init__(name, stage, stages, key)
        self.options = options

    def _analysis(self, doc: Doc) -> Analysis:
        begun: Analysis | None = doc._.get(ANALYSIS)
        return begun or Analysis(Source("text", doc.text), self.options)


def begin(doc: Doc, analysis: Analysis) -> Doc:
    """Give ``doc`` an analysis to start from: its source's name and warnings, and options of this text alone."""
    register_extensions()
    doc._.set(ANALYSIS, analysis)
    return doc


def register_extensions() -> None:
    """Make ``doc._.extract_analysis`` and ``doc._.article`` known to spaCy; ``None`` until the stages have run."""
    for name in (ANALYSIS, ARTICLE):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def _stages(nlp: Language, rules: str | None, model: str | None) -> Stages:
    """The stages that another component of ``nlp`` has, or new ones."""
    register_extensions()
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, StageComponent) and pipe.key == (rules, model):
            return pipe.stages
    proposals = None if model is None else load_source(model)
    return Stages(load_rules(None if rules is None else Path(rules)), proposals)


@Language.factory("extract_layout", default_config=_BEGIN, assigns=["doc._.extract_analysis"])
def create_layout(
    nlp: Language,
    name: str,
    rules: str | None,
    model: str | None,
    published: str | None,
    prefer: str,
    min_confidence: float,
) -> BeginningComponent:
    """Blocks of the page; ``published``, ``prefer`` and ``min_confidence`` hold for every document."""
    options = Options(published, Prefer(prefer), min_confidence)
    return BeginningComponent(name, "layout", _stages(nlp, rules, model), (rules, model), options)


def _later(nlp: Language, name: str, stage: str, rules: str | None, model: str | None) -> StageComponent:
    return StageComponent(name, stage, _stages(nlp, rules, model), (rules, model))


def _factory(stage: str, *assigns: str) -> Callable[..., Any]:
    return Language.factory(
        f"extract_{stage}",
        default_config=_RESOURCES,
        requires=["doc._.extract_analysis"],
        assigns=["doc._.extract_analysis", *assigns],
    )


@_factory("morphology")
def create_morphology(nlp: Language, name: str, rules: str | None, model: str | None) -> StageComponent:
    """Tokens with every dictionary reading."""
    return _later(nlp, name, "morphology", rules, model)


@_factory("dates")
def create_dates(nlp: Language, name: str, rules: str | None, model: str | None) -> StageComponent:
    """Dates and times with values and roles."""
    return _later(nlp, name, "dates", rules, model)


@_factory("entities")
def create_entities(nlp: Language, name: str, rules: str | None, model: str | None) -> StageComponent:
    """Mentions of persons, institutions and places."""
    return _later(nlp, name, "entities", rules, model)


@_factory("names")
def create_names(nlp: Language, name: str, rules: str | None, model: str | None) -> StageComponent:
    """Nominative names and identities."""
    return _later(nlp, name, "names", rules, model)


@_factory("frames")
def create_frames(nlp: Language, name: str, rules: str | None, model: str | None) -> StageComponent:
    """Events, sessions, roles and awards."""
    return _later(nlp, name, "frames", rules, model)


@_factory("records", "doc._.article")
def create_records(nlp: Language, name: str, rules: str | None, model: str | None) -> StageComponent:
    """The article's record, in ``doc._.article``."""
    return _later(nlp, name, "records", rules, model)
