from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import extract
from extract.base import Span
from extract.pipeline.resources import load_source
from extract.s3_morphology import Morphology


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A pipeline on disk whose entities are known, in the place of a trained one."""
    nlp = spacy.blank("pl")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "persName", "pattern": "Zyrbin Qwelt"},
            {"label": "orgName", "pattern": "Muzeum Zegarów"},
            {"label": "date", "pattern": "wczoraj"},
        ]
    )
    nlp.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_entities_are_proposals_with_our_kinds(model: Path) -> None:
    tokens = Morphology().tokens("Zyrbin Qwelt był wczoraj w Muzeum Zegarów.")
    found = load_source(str(model)).tag(tokens)
    assert [(t.kind, t.span) for t in found] == [("person", Span(0, 12)), ("institution", Span(27, 41))]


def test_the_pipeline_takes_the_model(model: Path) -> None:
    article = extract.load(model=str(model)).process("Galę zapowiedział wczoraj Zyrbin Qwelt z Muzeum Zegarów.")
    assert "Zyrbin Qwelt" in {p.name for p in article.persons}


def test_a_pipeline_without_entities_is_refused(tmp_path: Path) -> None:
    spacy.blank("pl").to_disk(tmp_path / "model")
    with pytest.raises(extract.UsageError, match="has no NER"):
        load_source(str(tmp_path / "model"))


def test_a_model_that_is_not_installed_says_how_to_install_it() -> None:
    with pytest.raises(extract.UsageError, match="python -m spacy download pl_no_such_model"):
        extract.load(model="pl_no_such_model")
