from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from extract.base import Span, UsageError
from extract.pipeline.proposals import SpacyProposals, load_model
from extract.s3_morphology import Morphology


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A pipeline on disk whose entities are known, in the place of a trained one."""
    nlp = spacy.blank("pl")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "persName", "pattern": "Ewa Kowalska"},
            {"label": "orgName", "pattern": "Muzeum Zegarów"},
            {"label": "date", "pattern": "wczoraj"},
        ]
    )
    nlp.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_entities_are_proposals_with_our_kinds(model: Path) -> None:
    tokens = Morphology().tokens("Ewa Kowalska była wczoraj w Muzeum Zegarów.")
    found = load_model(str(model)).tag(tokens)
    assert [(t.kind, t.span) for t in found] == [("person", Span(0, 12)), ("institution", Span(28, 42))]
    assert all(0.0 < t.score <= 1.0 for t in found)


def test_a_pipeline_without_entities_is_refused(tmp_path: Path) -> None:
    spacy.blank("pl").to_disk(tmp_path / "model")
    with pytest.raises(UsageError, match="finds no entities"):
        load_model(str(tmp_path / "model"))


def test_a_text_without_entities_has_no_proposals() -> None:
    assert SpacyProposals(spacy.blank("pl")).tag(Morphology().tokens("Pada.")) == []
