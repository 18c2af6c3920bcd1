"""What the stages need: a rule book, and perhaps an installed spaCy model as the source of entity proposals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extract.base import UsageError, load_rules
from extract.pipeline.stages import Stages
from extract.s5_entities.sources import SpacySource

MAX_LENGTH = 1 << 30
"""Characters that a ``Language`` accepts. spaCy's own bound is for models whose memory grows with the text."""

_NOT_NEEDED = ("tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter")


@dataclass(frozen=True, slots=True)
class Resources:
    """Where the stages' resources are."""

    rules: str | None = None
    """A folder of rule files; default: those that come with the package."""
    model: str | None = None
    """An installed spaCy pipeline, or a folder with one; default: the tagger that comes with the package."""

    def load(self) -> Stages:
        """Make the stages.

        Raises:
            RuleError: a rule file is malformed.
            UsageError: the model is not installed, or finds no entities.
        """
        proposals = None if self.model is None else load_source(self.model)
        return Stages(load_rules(None if self.rules is None else Path(self.rules)), proposals)


def load_source(name: str) -> SpacySource:
    """The installed spaCy pipeline called ``name``, or the one in the folder ``name``; only its entities are used.

    Raises:
        UsageError: there is none (the message has the command that installs it), or it finds no entities.
    """
    import spacy  # half a second, and the default needs no spaCy

    try:
        nlp = spacy.load(name, exclude=list(_NOT_NEEDED))
    except OSError:
        raise UsageError(
            f"the spaCy model {name!r} is not installed; install it with `python -m spacy download {name}`, "
            "or leave --model out to use the tagger that comes with the package"
        ) from None
    nlp.max_length = MAX_LENGTH
    return SpacySource(nlp)
