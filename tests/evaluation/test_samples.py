"""The five sample releases against their gold facts: no group may fall behind unnoticed."""

from __future__ import annotations

from pathlib import Path

import extract
from extract.evaluation.files import read_gold
from extract.evaluation.report import MICRO, evaluate, figures
from extract.evaluation.views import article_view


def test_samples_reach_their_floor(extractor: extract.Extractor, root: Path, raw: list[Path]) -> None:
    predicted = {path.stem: article_view(extract.to_dict(extractor.process_file(path))) for path in raw}
    scores = figures(evaluate(read_gold(root / "data" / "gold"), predicted), samples=0)
    assert scores[MICRO].f1 >= 0.90
    assert scores[MICRO].counts.precision >= scores[MICRO].counts.recall


def test_gold_files_belong_to_the_samples(root: Path, raw: list[Path]) -> None:
    assert [p.stem for p in sorted((root / "data" / "gold").glob("*.json"))] == [p.stem for p in raw]
