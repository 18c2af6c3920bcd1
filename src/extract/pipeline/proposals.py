"""Entity proposals from an installed spaCy pipeline, in the shape of the embedded tagger's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from extract.base import Span, UsageError
from extract.s3_morphology import Tokens
from extract.s5_entities.tagger import TaggedSpan
from extract.s5_entities.tagger.span import Kind

if TYPE_CHECKING:
    from spacy.language import Language

_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "persName": "person",
        "PER": "person",
        "PERSON": "person",
        "orgName": "institution",
        "ORG": "institution",
        "placeName": "place",
        "geogName": "place",
        "LOC": "place",
        "GPE": "place",
    }
)
"""Entity labels of the public Polish models (NKJP, WikiANN and OntoNotes names) and what they are here."""

_SCORE = 0.9
"""spaCy's greedy named-entity parser gives no probability; published precision of the Polish models is near this."""


class SpacyProposals:
    """The entities of a spaCy pipeline over the text of our tokens."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def tag(self, tokens: Tokens) -> list[TaggedSpan]:
        """Spans in order of their start; they do not overlap."""
        return [
            TaggedSpan(_KINDS[entity.label_], Span(entity.start_char, entity.end_char), _SCORE)
            for entity in self._nlp(tokens.text).ents
            if entity.label_ in _KINDS
        ]


def load_model(name: str) -> SpacyProposals:
    """The installed spaCy pipeline called ``name``, or the one in the folder ``name``.

    Raises:
        UsageError: there is none; the message has the command that installs it.
    """
    import spacy

    try:
        nlp = spacy.load(name, exclude=["parser", "lemmatizer", "attribute_ruler", "senter"])
    except OSError:
        raise UsageError(
            f"the spaCy model {name!r} is not installed; install it with `python -m spacy download {name}`, "
            "or leave --model out to use the tagger that comes with the package"
        ) from None
    if not nlp.has_pipe("ner"):
        raise UsageError(f"the spaCy model {name!r} finds no entities: its components are {', '.join(nlp.pipe_names)}")
    nlp.max_length = 1 << 30
    return SpacyProposals(nlp)
