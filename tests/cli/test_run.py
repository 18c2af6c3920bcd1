from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from extract.cli import batch, main
from extract.cli.batch import Settings, process_files
from extract.cli.inputs import find_inputs
from extract.pipeline import Extractor

GOOD = "W dniu 4 marca 2021 r. w Koninie odbyła się konferencja „Woda dla wsi”.\n"


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("b", "a", "c"):
        (folder / f"{name}.txt").write_text(f"{name.upper()}\n\n{GOOD}", "utf-8")
    return folder


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _sources(out: Path) -> list[str]:
    return [json.loads(line)["source"] for line in (out / "articles.jsonl").read_text("utf-8").splitlines()]


def test_summary_and_status(releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(releases), "-o", str(tmp_path / "out")]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("articles 3 · events 3 · sessions 0 · awards 0 · persons 0 · institutions 0 · warnings")
    assert "failed" not in shown.out
    assert shown.err == ""
    assert _sources(tmp_path / "out") == ["a.txt", "b.txt", "c.txt"]


def test_quiet_prints_nothing(releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(releases), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_two_runs_one_or_two_processes_and_any_order_give_the_same_bytes(raw: list[Path], tmp_path: Path) -> None:
    files = [str(p) for p in raw]
    assert main(["run", *files, "-o", str(tmp_path / "1"), "--quiet"]) == 0
    assert main(["run", *files, "-o", str(tmp_path / "2"), "--quiet"]) == 0
    assert main(["run", *files[::-1], "-o", str(tmp_path / "3"), "--quiet", "--jobs", "2"]) == 0
    assert _bytes(tmp_path / "1") == _bytes(tmp_path / "2") == _bytes(tmp_path / "3")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\r\n\t"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)) * 9),
    ],
)
def test_a_bad_file_is_one_error_and_the_run_goes_on(
    releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes
) -> None:
    (releases / name).write_bytes(data)
    assert main(["run", str(releases), "-o", str(tmp_path / "out")]) == 1
    shown = capsys.readouterr()
    assert shown.err.count("\n") == 1
    assert name in shown.err
    assert "articles 3" in shown.out
    assert "failed 1" in shown.out
    assert _sources(tmp_path / "out") == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (releases / "a.txt").chmod(0)
    assert main(["run", str(releases), "-o", str(tmp_path / "out")]) == 1
    (releases / "a.txt").chmod(stat.S_IRUSR)
    assert "a.txt: cannot be read" in capsys.readouterr().err


def test_a_named_file_that_is_not_there(releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(releases), str(tmp_path / "gone.txt"), "-o", str(tmp_path / "out")]) == 1
    assert "gone.txt" in capsys.readouterr().err


def test_when_nothing_can_be_read_an_earlier_dataset_stays(
    releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    main(["run", str(releases), "-o", str(out), "--quiet"])
    before = _bytes(out)
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main(["run", str(tmp_path / "empty.txt"), "-o", str(out)]) == 1
    assert "nothing was read" in capsys.readouterr().err
    assert _bytes(out) == before


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["run"],
        ["run", "no-such-folder"],
        ["run", ".", "--jobs", "0"],
        ["run", ".", "--jobs", "two"],
        ["run", ".", "--prefer", "now"],
        ["run", ".", "--published", "yesterday"],
        ["run", ".", "--min-confidence", "7"],
        ["run", ".", "--model", "pl_no_such_model"],
        ["run", ".", "--rules", "no-such-folder"],
        ["run", ".", "--no-such-option"],
        ["no-such-command"],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str], releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(releases)
    try:
        status = main(arguments)
    except SystemExit as stop:  # argparse's own
        status = int(stop.code or 0)
    assert status == 2
    assert sorted(p.name for p in releases.iterdir()) == ["a.txt", "b.txt", "c.txt"]


def test_the_same_text_twice_is_a_warning(releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (releases / "copy.txt").write_bytes((releases / "a.txt").read_bytes())
    assert main(["run", str(releases), "-o", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == "warning: copy.txt: the same text as a.txt, written once\n"


def test_a_threshold_leaves_facts_out(releases: Path, tmp_path: Path) -> None:
    assert main(["run", str(releases), "-o", str(tmp_path / "out"), "--quiet", "--min-confidence", "1"]) == 0
    for line in (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines():
        assert all(event["confidence"] == 1 for event in json.loads(line)["events"])


def test_a_defect_that_one_text_shows_does_not_lose_the_others(releases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Extractor.process_source

    def fragile(self: Extractor, source, **options):  # type: ignore[no-untyped-def]
        if source.name == "b.txt":
            raise ZeroDivisionError("division by zero")
        return real(self, source, **options)

    monkeypatch.setattr(Extractor, "process_source", fragile)
    results = process_files(sorted(releases.iterdir()), Settings())
    reasons = [r.reason for r in results if isinstance(r, batch.Failure)]
    assert [r.removeprefix(str(releases)) for r in reasons] == [
        "/b.txt: internal error, please report: ZeroDivisionError: division by zero"
    ]
    assert len(results) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_are_not_waited_for_and_broken_links_are_errors(
    releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(releases / "pipe.txt")
    (releases / "link.txt").symlink_to("nowhere")
    (releases / "loop").symlink_to(".")
    assert main(["run", str(releases), "-o", str(tmp_path / "out")]) == 1
    shown = capsys.readouterr()
    assert "link.txt" in shown.err
    assert "articles 3" in shown.out
    assert "failed 1 · skipped 1" in shown.out


def test_a_file_name_that_is_no_utf8(releases: Path, tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(releases) + b"/na\xff.txt")).write_text(GOOD, "utf-8")
    except OSError:
        pytest.skip("this file system has UTF-8 names only")
    assert main(["run", str(releases), "-o", str(tmp_path / "out"), "--quiet"]) == 0
    assert "na\ufffd.txt" in _sources(tmp_path / "out")


def test_folders_give_their_text_files_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", ".hidden.txt", "table.csv", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    found = find_inputs([tmp_path, tmp_path / "b.txt", tmp_path / "table.csv"])
    assert [p.relative_to(tmp_path).as_posix() for p in found.files] == ["a.HTML", "b.txt", "sub/c.txt", "table.csv"]
    assert find_inputs([tmp_path]).skipped == 1
