"""One object for the whole way: text or file in, :class:`~extract.s8_records.Article` out."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extract.base import UsageError
from extract.pipeline.resources import Resources
from extract.pipeline.stages import Analysis, Options, Stages
from extract.s1_reading import Source, read_file
from extract.s4_dates import Prefer

if TYPE_CHECKING:
    from spacy.language import Language

    from extract.s8_records import Article


class Extractor:
    """The stages behind one call for texts and files, and as a spaCy ``Language``.

    Texts are independent: the order in which they are processed changes nothing. Not shared between threads.
    """

    def __init__(self, resources: Resources, options: Options) -> None:
        self.stages: Stages = resources.load()
        """The stages with their rules, morphology and name normaliser."""
        self.options = options
        self._resources = resources

    @cached_property
    def nlp(self) -> Language:
        """The same stages as components of a spaCy ``Language``, for documents of your own and other components.

        Made when it is first asked for: importing spaCy takes longer than all else that a first article needs.
        """
        from extract.pipeline.components import build_language

        return build_language(self.stages, self._resources, self.options)

    def process(self, text: str, *, source: str = "text", published: str | None = None) -> Article:
        """The record of one text.

        Args:
            text: the release as read; spans count its characters.
            source: file name or URL to note in the record.
            published: ISO date or timestamp against which dates without a year resolve; overrides what the text says.
        """
        return self.process_source(Source(source, text), published=published)

    def process_file(self, path: str | Path, *, published: str | None = None) -> Article:
        """The record of one file.

        Raises:
            ReadingError: the file cannot be read as text.
        """
        return self.process_source(read_file(Path(path)), published=published)

    def process_source(self, source: Source, *, published: str | None = None) -> Article:
        """The record of a text as the reading stage returned it."""
        article = self.analyse(source, published=published).article
        assert article is not None  # the last stage sets it
        return article

    def analyse(self, source: Source, *, published: str | None = None) -> Analysis:
        """Everything that the stages said of a text, the article included."""
        options = self.options if published is None else make_options(published, like=self.options)
        return self.stages.run(Analysis(source, options))


def load(
    model: str | None = None,
    rules: str | Path | None = None,
    *,
    published: str | None = None,
    prefer: str = "past",
    min_confidence: float = 0.0,
) -> Extractor:
    """Build the pipeline, once for any number of texts.

    Args:
        model: an installed spaCy pipeline whose entities are proposals beside the rules' own, such as
            ``pl_core_news_lg``; default: the tagger that comes with the package.
        rules: a folder of rule files; default: those that come with the package.
        published: reference date for every text (ISO date or timestamp).
        prefer: ``"past"`` or ``"future"``, where neither tense nor context decides.
        min_confidence: facts below it are left out (0 to 1).

    Raises:
        UsageError: the model is not installed, or an option has no meaning.
        RuleError: a rule file is malformed.
    """
    resources = Resources(None if rules is None else str(rules), model)
    return Extractor(resources, make_options(published, prefer, min_confidence))


def make_options(
    published: str | None = None, prefer: str = "past", min_confidence: float = 0.0, *, like: Options | None = None
) -> Options:
    """Options from plain values, checked.

    Raises:
        UsageError: ``published`` is no ISO date or timestamp, ``prefer`` no direction, or the confidence not in 0 to 1.
    """
    if published is not None:
        try:
            datetime.fromisoformat(published)
        except ValueError:
            raise UsageError(f"published: not an ISO date or timestamp (2024-05-06): {published!r}") from None
    if like is not None:
        return Options(published, like.prefer, like.min_confidence)
    if prefer not in {p.value for p in Prefer}:
        raise UsageError(f"prefer: past or future, not {prefer!r}")
    if not 0.0 <= min_confidence <= 1.0:
        raise UsageError(f"min_confidence: between 0 and 1, not {min_confidence}")
    return Options(published, Prefer(prefer), min_confidence)
