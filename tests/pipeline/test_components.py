from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import extract
from extract.pipeline import STAGES
from extract.pipeline.components import StageComponent
from extract.s8_records import Article

TEXT = "W dniu 4 marca 2021 r. w Koninie odbyła się konferencja „Woda dla wsi”."
NAMES = [f"extract_{stage}" for stage in STAGES]


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("pl")
    for name in NAMES:
        nlp.add_pipe(name)
    return nlp


def test_a_blank_pipeline_with_the_components_gives_the_article(nlp: Language, extractor: extract.Extractor) -> None:
    doc = nlp(TEXT)
    assert isinstance(doc._.article, Article)
    assert doc._.article == extractor.process(TEXT)


def test_the_extractor_has_such_a_pipeline_over_its_own_stages(extractor: extract.Extractor) -> None:
    assert extractor.nlp.pipe_names == NAMES
    assert {id(pipe.stages) for _, pipe in extractor.nlp.pipeline} == {id(extractor.stages)}  # type: ignore[attr-defined]


def test_the_pipeline_and_the_plain_call_give_the_same(extractor: extract.Extractor, raw: list[Path]) -> None:
    for text in [TEXT, *(path.read_text("utf-8") for path in raw)]:
        assert extractor.nlp(text)._.article == extractor.process(text)


def test_the_plain_call_needs_no_spacy() -> None:
    code = "import sys, extract; extract.load().process('Gala'); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_pipe_gives_the_same_as_one_by_one(nlp: Language) -> None:
    texts = [TEXT, "Gala odbyła się w Pile.", TEXT]
    assert [doc._.article for doc in nlp.pipe(texts)] == [nlp(text)._.article for text in texts]


def test_components_share_their_resources(nlp: Language) -> None:
    stages = {id(pipe.stages) for _, pipe in nlp.pipeline if isinstance(pipe, StageComponent)}
    assert len(stages) == 1


def test_the_text_and_tokens_of_the_document_are_left_alone(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [t.text for t in doc] == [t.text for t in nlp.make_doc(TEXT)]
    assert doc.ents == ()


def test_a_component_without_its_predecessor_says_what_is_missing() -> None:
    nlp = spacy.blank("pl")
    nlp.add_pipe("extract_layout")
    nlp.add_pipe("extract_dates")
    with pytest.raises(extract.UsageError, match="'extract_dates' needs extract_morphology before it"):
        nlp(TEXT)


def test_a_component_alone_says_what_is_missing() -> None:
    nlp = spacy.blank("pl")
    nlp.add_pipe("extract_records")
    with pytest.raises(extract.UsageError, match="needs extract_layout, extract_morphology"):
        nlp(TEXT)


def test_components_stand_among_others() -> None:
    nlp = spacy.blank("pl")
    nlp.add_pipe("sentencizer")
    for name in NAMES[:3]:
        nlp.add_pipe(name)
    doc = nlp(TEXT)
    assert [d.start for d in doc._.extract_analysis.dates.mentions] == ["2021-03-04"]
    assert doc._.article is None


def test_options_in_the_configuration_hold_for_every_document() -> None:
    nlp = spacy.blank("pl")
    nlp.add_pipe("extract_layout", config={"published": "2020-06-01", "prefer": "future", "min_confidence": 0.5})
    options = nlp(TEXT)._.extract_analysis.options
    assert (options.published, options.prefer, options.min_confidence) == ("2020-06-01", "future", 0.5)


def test_configuration_survives_as_text() -> None:
    nlp = spacy.blank("pl")
    for name in NAMES:
        nlp.add_pipe(name)
    again = spacy.util.load_model_from_config(nlp.config)
    assert again.pipe_names == NAMES
    assert isinstance(again(TEXT), Doc)
