"""Installed spaCy pipelines as sources of entity proposals."""

from __future__ import annotations

from extract.base import UsageError
from extract.s5_entities.sources import SpacySource

_NOT_NEEDED = ("tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter")
MAX_LENGTH = 1 << 30
"""Characters that a ``Language`` accepts. spaCy's own bound is for models whose memory grows with the text."""


def load_source(name: str) -> SpacySource:
    """The installed spaCy pipeline called ``name``, or the one in the folder ``name``; only its entities are used.

    Raises:
        UsageError: there is none (the message has the command that installs it), or it finds no entities.
    """
    import spacy

    try:
        nlp = spacy.load(name, exclude=list(_NOT_NEEDED))
    except OSError:
        raise UsageError(
            f"the spaCy model {name!r} is not installed; install it with `python -m spacy download {name}`, "
            "or leave --model out to use the tagger that comes with the package"
        ) from None
    nlp.max_length = MAX_LENGTH
    return SpacySource(nlp)
