from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_every_rule_file_is_in_the_wheel(root: Path, wheel: zipfile.ZipFile) -> None:
    here = {p.relative_to(root).as_posix() for p in (root / "rules").rglob("*") if p.is_file()}
    assert here
    assert {f"extract/{name}" for name in here} <= set(wheel.namelist())


def test_package_data_is_in_the_wheel(root: Path, wheel: zipfile.ZipFile) -> None:
    package = root / "src" / "extract"
    here = {
        p.relative_to(root / "src").as_posix()
        for p in package.rglob("*")
        if p.is_file() and not any(part == "__pycache__" or part.startswith(".") for part in p.relative_to(root).parts)
    }
    assert here <= set(wheel.namelist())


def test_wheel_has_nothing_but_the_package(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"extract"}


def test_installed_package_works_from_any_folder(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    code = "import extract.base as b; book = b.load_rules(); print(book.root, len(book) > 0)"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); {code}"],
        cwd=elsewhere,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == [str(tmp_path / "site" / "extract" / "rules"), "True"]
    shutil.rmtree(tmp_path / "site")
