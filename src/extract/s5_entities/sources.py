"""Statistical sources of spans: the tagger shipped with the package, or a spaCy pipeline with an NER."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from extract.base import Span, UsageError
from extract.s3_morphology import Tokens
from extract.s5_entities.tagger import TaggedSpan

if TYPE_CHECKING:
    from spacy.language import Language

_LABELS = {
    "persname": "person",
    "per": "person",
    "person": "person",
    "orgname": "institution",
    "org": "institution",
    "placename": "place",
    "geogname": "place",
    "loc": "place",
    "gpe": "place",
    "fac": "place",
}
_SPACY_SCORE = 0.8


class Source(Protocol):
    """Whatever proposes spans with a score."""

    name: str

    def tag(self, tokens: Tokens) -> Sequence[TaggedSpan]:
        """Spans over the text of ``tokens`` in order of their start."""
        ...


class SpacySource:
    """The named entities of a loaded spaCy pipeline; NKJP, CoNLL and OntoNotes labels are understood."""

    def __init__(self, nlp: Language, score: float = _SPACY_SCORE) -> None:
        """Take a pipeline that is loaded already.

        Args:
            nlp: the pipeline; it must have a component that sets ``doc.ents``.
            score: what each of its entities counts, 0 to 1: spaCy gives no probabilities.

        Raises:
            UsageError: no component of the pipeline recognises entities.
        """
        if not any("ner" in name or "entit" in name for name in nlp.pipe_names):
            raise UsageError(f"the spaCy pipeline {nlp.meta.get('name', '?')!r} has no NER; it has {nlp.pipe_names}")
        self._nlp = nlp
        self._score = score
        self.name = str(nlp.meta.get("name", "spacy"))

    def tag(self, tokens: Tokens) -> list[TaggedSpan]:
        """The entities of the text whose label is known, in order."""
        found: list[TaggedSpan] = []
        for entity in self._nlp(tokens.text).ents:
            kind = _LABELS.get(entity.label_.lower())
            if kind is not None:
                found.append(TaggedSpan(kind, Span(entity.start_char, entity.end_char), self._score))  # type: ignore[arg-type]
        return found
