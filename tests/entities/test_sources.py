"""A spaCy pipeline as the source of spans: trained on invented sentences, saved and loaded as users have it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from extract.base import RuleBook, Span, UsageError
from extract.s2_layout import LayoutAnalyser
from extract.s3_morphology import Morphology
from extract.s4_dates import Dates
from extract.s5_entities import EntityKind, EntityMention, Recogniser, SpacySource

_PLACES = ("Zorblinie", "Kwarzewie", "Mruczynie")
_PEOPLE = ("Qorin Bzelth", "Zyrbin Qwelt", "Wexil Drump")
_FIRMS = ("Xylotrax", "Brzmotex", "Kwindar")


def _examples(nlp: Language) -> list[Example]:
    examples = []
    for person in _PEOPLE:
        for firm in _FIRMS:
            for place in _PLACES:
                text = f"Mówił {person} z {firm} w {place}."
                spans = []
                for name, label in ((person, "persName"), (firm, "orgName"), (place, "placeName")):
                    start = text.index(name)
                    spans.append((start, start + len(name), label))
                examples.append(Example.from_dict(nlp.make_doc(text), {"entities": spans}))
    return examples


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small NER trained for this test, saved to disk."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("pl")
    nlp.add_pipe("ner")
    examples = _examples(nlp)
    optimizer = nlp.initialize(lambda: examples)
    shuffled = random.Random(0)
    for _ in range(40):
        shuffled.shuffle(examples)
        nlp.update(examples, sgd=optimizer, drop=0.1)
    path = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(path)
    return path


def _find(recogniser: Recogniser, rules: RuleBook, text: str) -> list[EntityMention]:
    layout = LayoutAnalyser(rules).analyse(text)
    return list(recogniser.find(text, layout, Morphology().tokens(text), Dates(())).mentions)


def test_entities_of_a_spacy_pipeline_fill_what_rules_leave_open(rules: RuleBook, packaged: Path) -> None:
    source = SpacySource(spacy.load(packaged))
    text = "Mówił Wexil Drump z Kwindar w Zorblinie. Powitała go Anna Lipska z Urzędu Gminy w Lipnie."
    found = _find(Recogniser(rules, source), rules, text)
    assert ("Wexil Drump", EntityKind.PERSON, f"model.{source.name}") in [(m.text, m.kind, m.rule) for m in found]
    assert ("Kwindar", EntityKind.INSTITUTION) in [(m.text, m.kind) for m in found]
    assert ("Anna Lipska", "entities.person.full") in [(m.text, m.rule) for m in found]
    assert ("Urzędu Gminy w Lipnie", EntityKind.INSTITUTION) in [(m.text, m.kind) for m in found]


def test_labels_of_any_scheme_are_mapped(packaged: Path) -> None:
    nlp = spacy.blank("pl")
    ruler = nlp.add_pipe("entity_ruler")
    labels = ["persName", "PER", "orgName", "ORG", "geogName", "LOC", "date"]
    ruler.add_patterns([{"label": label, "pattern": f"w{i}"} for i, label in enumerate(labels)])  # type: ignore[attr-defined]
    text = " ".join(f"w{i}" for i in range(len(labels)))
    tagged = SpacySource(nlp).tag(Morphology().tokens(text))
    assert [t.kind for t in tagged] == ["person", "person", "institution", "institution", "place", "place"]
    assert tagged[0].span == Span(0, 2)


def test_a_pipeline_without_ner_is_refused() -> None:
    nlp = spacy.blank("pl")
    with pytest.raises(UsageError, match="has no NER"):
        SpacySource(nlp)
