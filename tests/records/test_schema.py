from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pydantic
import pytest

import extract
from extract.s1_reading import read_file


def test_schema_names_every_field_of_the_contract() -> None:
    schema = extract.article_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(schema["required"]) == {f.name for f in dataclasses.fields(extract.Article)}
    assert {"Event", "Session", "Appearance", "Award", "Person", "Institution", "Date"} <= set(schema["$defs"])


def test_schema_bounds_kinds_and_roles() -> None:
    definitions = extract.article_schema()["$defs"]
    assert "panelist" in definitions["Appearance"]["properties"]["role"]["enum"]
    assert definitions["Event"]["properties"]["status"]["enum"] == ["planned", "held", "rescheduled", "cancelled"]


def test_every_article_of_the_samples_fits_its_types(extractor: extract.Extractor, raw: list[Path]) -> None:
    adapter = pydantic.TypeAdapter(extract.Article)
    for path in raw:
        article = extractor.process_source(read_file(path))
        again = adapter.validate_json(json.dumps(extract.to_dict(article)))
        assert again == article


def test_a_role_outside_the_contract_is_refused(extractor: extract.Extractor) -> None:
    page = extract.to_dict(extractor.process("Gala"))
    page["events"] = [{"id": "a-1-e1", "kind": "zebranie"}]
    with pytest.raises(pydantic.ValidationError):
        pydantic.TypeAdapter(extract.Article).validate_json(json.dumps(page))


def test_records_are_immutable(extractor: extract.Extractor) -> None:
    article = extractor.process("Gala")
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.title = "Inna gala"  # type: ignore[misc]
