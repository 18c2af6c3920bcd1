from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from extract.base import UsageError
from extract.s8_records import to_dict
from extract.s9_writing import TABLES, Document, parquet, read_tables, write_dataset
from extract.s9_writing import dataset as module

from .articles import article, document


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_files_of_a_dataset(tmp_path: Path) -> None:
    assert write_dataset([document()], tmp_path / "out") == []
    names = {"articles.jsonl", "articles/gala.json", *(f"{t}.csv" for t in TABLES)}
    assert set(_bytes(tmp_path / "out")) == names
    line, page = ((tmp_path / "out" / n).read_text("utf-8") for n in ("articles.jsonl", "articles/gala.json"))
    assert json.loads(line) == json.loads(page) == to_dict(article())
    assert "Zegarów" in line


def test_bytes_do_not_depend_on_the_order(tmp_path: Path) -> None:
    documents = [document("a-1", "b.txt"), document("a-2", "a.txt"), document("a-3", "c.txt")]
    write_dataset(documents, tmp_path / "one")
    write_dataset(documents[::-1], tmp_path / "two")
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def test_a_text_met_twice_is_written_once_and_said(tmp_path: Path) -> None:
    warnings = write_dataset([document("a-1", "b.txt"), document("a-1", "a.txt")], tmp_path)
    assert warnings == ["b.txt: the same text as a.txt, written once"]
    assert len((tmp_path / "articles.jsonl").read_text("utf-8").splitlines()) == 1


def test_sources_with_one_stem_have_the_id_in_their_file_names(tmp_path: Path) -> None:
    warnings = write_dataset([document("a-1", "gala.txt"), document("a-2", "Gala.html")], tmp_path)
    assert sorted(p.name for p in (tmp_path / "articles").iterdir()) == ["Gala-a-2.json", "gala-a-1.json"]
    assert warnings == ["2 sources with one stem (Gala.html, gala.txt): their files have the article's id added"]


def test_an_address_as_source_gives_a_plain_file_name(tmp_path: Path) -> None:
    write_dataset([document("a-1", "https://example.org/gala?id=1")], tmp_path)
    assert [p.name for p in (tmp_path / "articles").iterdir()] == ["https-example-org-gala-id-1.json"]


def test_articles_of_an_earlier_run_do_not_stay(tmp_path: Path) -> None:
    write_dataset([document("a-1", "stara.txt")], tmp_path)
    write_dataset([document("a-2", "nowa.txt")], tmp_path)
    assert [p.name for p in (tmp_path / "articles").iterdir()] == ["nowa.json"]


def test_parquet_of_an_earlier_run_does_not_stay(tmp_path: Path) -> None:
    (tmp_path / "events.parquet").write_bytes(b"old")
    write_dataset([document()], tmp_path)
    assert not (tmp_path / "events.parquet").exists()


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("moje", "utf-8")
    write_dataset([document()], tmp_path)
    assert (tmp_path / "notes.txt").read_text("utf-8") == "moje"


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "thesis.doc").write_bytes(b"work of years")
    with pytest.raises(UsageError, match=r"holds 'thesis\.doc'"):
        write_dataset([document()], tmp_path)
    assert (tmp_path / "articles" / "thesis.doc").exists()


def test_a_run_that_fails_leaves_the_earlier_dataset_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_dataset([document()], tmp_path)
    before = _bytes(tmp_path)

    def full_disk(path: Path, table: str, rows: object) -> None:
        if table == "dates":
            raise OSError(28, "No space left on device")
        path.write_text("half", "utf-8")

    monkeypatch.setattr(module, "_write_csv", full_disk)
    with pytest.raises(UsageError, match="No space left on device"):
        write_dataset([document("a-2", "inna.txt")], tmp_path)
    assert _bytes(tmp_path) == before


def test_out_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", "utf-8")
    with pytest.raises(UsageError, match="cannot be written to"):
        write_dataset([document()], tmp_path / "out")


def test_tables_read_into_pandas_keep_types_and_gaps(tmp_path: Path) -> None:
    odd = replace(article(), title='Tytuł z "cudzysłowem",\nNA i przecinkiem')
    write_dataset([Document(odd, document().text)], tmp_path)
    tables = read_tables(tmp_path)
    assert set(tables) == set(TABLES)
    assert tables["articles"].loc[0, "title"] == 'Tytuł z "cudzysłowem",\nNA i przecinkiem'
    assert tables["events"].loc[0, "attendance"] == 100
    assert tables["events"]["attendance"].dtype == pd.Int64Dtype()
    assert tables["events"].loc[0, "edition"] is pd.NA
    assert tables["appearances"]["session_id"].isna().tolist() == [True, False]


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"extract-pl\[parquet\]"):
        write_dataset([document()], tmp_path, parquet=True)
    assert list(tmp_path.iterdir()) == []


def test_parquet_has_the_same_tables(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    write_dataset([document()], tmp_path, parquet=True)
    for name, frame in read_tables(tmp_path).items():
        again = pd.read_parquet(tmp_path / f"{name}.parquet")
        assert again.astype(frame.dtypes.to_dict()).equals(frame)


def test_reading_a_folder_without_tables_says_how_to_write_them(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="extract run INPUT"):
        read_tables(tmp_path)
