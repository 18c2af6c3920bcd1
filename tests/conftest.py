from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import extract
from extract.base import RuleBook, load_rules
from extract.pipeline import Stages

# The same examples everywhere, nothing kept between runs; a slow machine is no failure.
settings.register_profile(
    "tests",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("tests")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def raw(root: Path) -> list[Path]:
    """The sample releases."""
    return sorted((root / "data" / "raw").glob("*.txt"))


@pytest.fixture(scope="session")
def rules() -> RuleBook:
    return load_rules()


@pytest.fixture(scope="session")
def stages(rules: RuleBook) -> Stages:
    return Stages(rules)


@pytest.fixture(scope="session")
def extractor() -> extract.Extractor:
    return extract.load()
