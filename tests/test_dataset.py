"""The committed sample dataset is what a run writes."""

from __future__ import annotations

import filecmp
from pathlib import Path

from extract.cli import main


def _files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_data_out_is_byte_identical_to_a_fresh_run(root: Path, tmp_path: Path) -> None:
    committed, fresh = root / "data" / "out", tmp_path / "out"
    assert main(["run", str(root / "data" / "raw"), "--out", str(fresh), "--quiet"]) == 0
    assert _files(fresh) == _files(committed)
    differing = filecmp.cmpfiles(committed, fresh, _files(fresh), shallow=False)[1:]
    assert differing == ([], []), "`make run` writes data/out anew"
