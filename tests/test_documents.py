"""What the documents show is what the programs print."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def documents(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("documents", root / "tools" / "documents.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["documents"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["README.md", "docs/architecture.md", "docs/rules.md"])
def test_examples_print_what_the_document_says(documents: ModuleType, root: Path, name: str) -> None:
    examples = [e for _, block in documents.run(root / name) for e in block]
    assert examples
    broken = [f"{e.source}expected:\n{e.want}got:\n{e.got}" for e in examples if not e.holds]
    assert broken == [], "`make docs` writes the output anew"


def test_the_excerpt_of_the_readme_stands_in_the_sample(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    excerpt = re.search(r"`(data/raw/[^`]+)`[^`]*```text\n(.*?)```", readme, re.DOTALL)
    assert excerpt
    sample = (root / excerpt[1]).read_text("utf-8")
    lines = [line for line in excerpt[2].splitlines() if line.strip() and line.strip() != "…"]
    assert lines
    assert [line for line in lines if line.strip("… ") not in sample] == []


def test_links_between_the_documents_lead_somewhere(root: Path) -> None:
    for document in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
