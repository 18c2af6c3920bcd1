from __future__ import annotations

from pathlib import Path

import pytest

import extract
from extract.s8_records import to_dict

TEXT = "W dniu 4 marca 2021 r. w Koninie odbyła się konferencja „Woda dla wsi”. Otworzyła ją Ewa Kowalska."


def test_process_gives_an_article(extractor: extract.Extractor) -> None:
    article = extractor.process(TEXT, source="woda.txt")
    assert article.source == "woda.txt"
    assert article.id.startswith("a-")


def test_the_same_text_gives_the_same_article_whatever_came_between(
    extractor: extract.Extractor, raw: list[Path]
) -> None:
    before = to_dict(extractor.process(TEXT))
    for path in raw[:2]:
        extractor.process_file(path)
    assert to_dict(extractor.process(TEXT)) == before


def test_a_file_and_its_text_give_the_same_article(extractor: extract.Extractor, raw: list[Path]) -> None:
    path = raw[0]
    assert extractor.process(path.read_text("utf-8"), source=path.name) == extractor.process_file(path)


def test_published_of_one_call_does_not_stay(extractor: extract.Extractor) -> None:
    plain = extractor.process("Spotkanie odbędzie się 14 maja.")
    extractor.process("Spotkanie odbędzie się 14 maja.", published="2024-05-06")
    assert extractor.process("Spotkanie odbędzie się 14 maja.") == plain


@pytest.mark.parametrize("published", ["yesterday", "6.05.2024", ""])
def test_published_that_is_no_iso_date_is_refused(extractor: extract.Extractor, published: str) -> None:
    with pytest.raises(extract.UsageError, match="ISO date"):
        extractor.process(TEXT, published=published)


def test_options_out_of_range_are_refused() -> None:
    with pytest.raises(extract.UsageError, match="between 0 and 1"):
        extract.load(min_confidence=2)
    with pytest.raises(extract.UsageError, match="past or future"):
        extract.load(prefer="now")


def test_rules_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(extract.RuleError, match="no rules folder"):
        extract.load(rules=tmp_path / "nowhere")


def test_a_long_text_is_read_whole(extractor: extract.Extractor) -> None:
    text = TEXT + "\n\nWoda jest ważna." * 70_000
    assert len(text) > 1_000_000
    assert extractor.nlp.max_length > len(text)
    assert len(extractor.nlp.make_doc(text).text) == len(text)


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\ufeff", "12", "–", "🎉", "a" * 5000, "(((((" * 500, "Ą" * 300 + "\n" * 300]
)
def test_texts_without_facts_give_an_empty_article(extractor: extract.Extractor, text: str) -> None:
    article = extractor.process(text)
    assert article.events == ()
    assert article.persons == ()
