"""The stages as spaCy components.

``extract_layout`` begins an analysis of ``doc.text``; each later component extends ``doc._.extract_analysis``, and
``extract_records`` also sets ``doc._.article``. Components of one ``Language`` with the same rules and model share
their resources, so that the morphology's cache and the lexicons are held once: they lie in an attribute of the
``Language``.

spaCy finds the factories by the entry points of the package; the document's own tokens and entities are left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.base import UsageError
from extract.pipeline.resources import MAX_LENGTH, Resources
from extract.pipeline.stages import GIVES, STAGES, Analysis, Options, Stages
from extract.s1_reading import Source
from extract.s4_dates import Prefer

ANALYSIS = "extract_analysis"
ARTICLE = "article"
_SHARED = "extract_stages"

_RESOURCES: dict[str, Any] = {"rules": None, "model": None}


class StageComponent:
    """One stage in a spaCy pipeline."""

    def __init__(self, name: str, stage: str, stages: Stages) -> None:
        self.name = name
        self.stages = stages
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

    def __init__(self, name: str, stage: str, stages: Stages, options: Options) -> None:
        super().__init__(name, stage, stages)
        self.options = options

    def _analysis(self, doc: Doc) -> Analysis:
        begun: Analysis | None = doc._.get(ANALYSIS)
        return begun or Analysis(Source("text", doc.text), self.options)


def build_language(stages: Stages, resources: Resources, options: Options) -> Language:
    """A blank Polish ``Language`` with the components, over stages that are there already."""
    nlp = spacy.blank("pl")
    nlp.max_length = MAX_LENGTH
    _shared(nlp)[resources] = stages
    config: dict[str, Any] = {"rules": resources.rules, "model": resources.model}
    for stage in STAGES:
        begin = _begin(options) if stage == STAGES[0] else {}
        nlp.add_pipe(f"extract_{stage}", config={**config, **begin})
    return nlp


def _begin(options: Options) -> dict[str, Any]:
    prefer, least = options.prefer.value, options.min_confidence
    return {"published": options.published, "prefer": prefer, "min_confidence": least}


def register_extensions() -> None:
    """Make ``doc._.extract_analysis`` and ``doc._.article`` known to spaCy; ``None`` until the stages have run."""
    for name in (ANALYSIS, ARTICLE):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def _shared(nlp: Language) -> dict[Resources, Stages]:
    shared: dict[Resources, Stages] = nlp.__dict__.setdefault(_SHARED, {})
    return shared


def _stages(nlp: Language, rules: str | None, model: str | None) -> Stages:
    register_extensions()
    shared, resources = _shared(nlp), Resources(rules, model)
    if resources not in shared:
        shared[resources] = resources.load()
    return shared[resources]


@Language.factory(
    "extract_layout", default_config={**_RESOURCES, **_begin(Options())}, assigns=["doc._.extract_analysis"]
)
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
    return BeginningComponent(name, "layout", _stages(nlp, rules, model), options)


def _later(nlp: Language, name: str, stage: str, rules: str | None, model: str | None) -> StageComponent:
    return StageComponent(name, stage, _stages(nlp, rules, model))


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
