"""What cannot be read gives one clear error; what looks damaged gives a warning and is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.base import ReadingError
from extract.s1_reading import read_bytes, read_file

TEXT = "Święto plonów\n\nW niedzielę w Rębowie odbyło się święto plonów. Gospodarzem była gmina, a gośćmi sąsiedzi.\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x: the file is empty; nothing to read"),
        (b" \r\n\t ", "x: the file is empty; nothing to read"),
        (b"--- ***", "x: the file holds no letter and no digit; nothing to read"),
        (b"ab\x00\x01\x02cd" * 9, "x: NUL byte at byte 2: not a text; save it as UTF-8 text and run again"),
        (b"%PDF-1.7 \xe2\xe3", "x: this is a PDF document, not a text; save it as UTF-8 text and run again"),
        (
            b"PK\x03\x04\x14",
            "x: this is a ZIP archive or an office document, not a text; save it as UTF-8 text and run again",
        ),
        (b"\x01\x02\x03abc", "x: 3 control bytes near the beginning: not a text; save it as UTF-8 text and run again"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "x")
    assert str(caught.value) == message


def test_a_text_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wielki.txt"
    path.write_bytes(b"a" * 2_000)
    with pytest.raises(ReadingError, match=r"wielki\.txt: 0\.0 MB is more than the limit of 0\.0 MB; split the file"):
        read_file(path, max_bytes=1_999)
    assert read_file(path, max_bytes=2_000).text == "a" * 2_000


def test_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is a folder, not a file"):
        read_file(tmp_path)
    with pytest.raises(ReadingError, match="there is no such file"):
        read_file(tmp_path / "nic.txt")


def test_a_file_is_named_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "święto.txt"
    path.write_bytes(TEXT.encode())
    source = read_file(path)
    assert (source.name, source.text, source.warnings) == ("święto.txt", TEXT, ())


def test_line_ends_and_invisible_characters_stay() -> None:
    text = "Święto\r\n\r\nplonów\u00a0w\u200b Rębowie\rwczoraj."
    assert read_bytes(text.encode(), "x").text == text


@pytest.mark.parametrize(
    ("written", "read", "message"),
    [
        ("utf-8", "cp1250", "x: looks like UTF-8 read as CP1250 in "),
        ("utf-8", "cp1252", "x: looks like UTF-8 read as CP1252 in "),
        ("iso-8859-2", "cp1250", "x: looks like ISO-8859-2 read as CP1250 in "),
        ("cp1250", "iso-8859-2", "x: looks like CP1250 read as ISO-8859-2 in "),
        ("cp1250", "cp1252", "x: looks like CP1250 read as CP1252 in "),
    ],
)
def test_mojibake_is_reported_and_left(written: str, read: str, message: str) -> None:
    text = "Gościła nas łąka i książka, a goście usiedli; światło źle padało na półkę, więc wieś się śmiała."
    damaged = text.encode(written).decode(read, errors="replace")
    source = read_bytes(damaged.encode(), "x")
    assert source.text == damaged
    assert source.warnings[0].startswith(message)
    assert source.warnings[0].endswith("save it again from its source")


def test_letters_lost_to_question_marks_are_reported() -> None:
    source = read_bytes(b"Go?cie usiedli na ?awkach, a wie?niacy pi?knie ?piewali o wi?nie.", "x")
    assert source.warnings[0].startswith("x: looks like Polish letters replaced by question marks in 4 places")


def test_a_question_mark_in_a_good_text_is_none() -> None:
    assert read_bytes("Kto przyjdzie? Wszyscy? Naprawdę?".encode(), "x").warnings == ()


def test_markup_and_control_characters_are_reported() -> None:
    source = read_bytes("<p>Święto</p> plonów\x02 w Rębowie.".encode(), "x")
    assert source.warnings == (
        "x: markup such as '<p>' at character 0; it is read as text, give the text of the page without its markup",
        "x: once a control character, first '\\x02' at character 20; look whether letters are missing there",
    )


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        ("Gospodarzem święta plonów w tym roku była gmina oraz", True),
        ("Gospodarzem święta plonów w tym roku była gmina,", True),
        (
            "Gospodarzem święta była gmina, " + "która od lat dba o to, aby wszyscy mieszkańcy " * 2 + "byli razem",
            True,
        ),
        ("Gospodarzem święta plonów w tym roku była gmina.", False),
        ("Opracowała Jadwiga", False),
        ("Więcej na stronie www.dozynki.example", False),
    ],
)
def test_an_end_that_breaks_off_is_reported(end: str, cut: bool) -> None:
    warnings = read_bytes(end.encode(), "x").warnings
    assert [w for w in warnings if "cut at its end" in w] == (
        [f"x: the text seems cut at its end ({end[-30:]!r}); get the whole text"] if cut else []
    )


@given(st.binary(max_size=300))
def test_any_bytes_give_a_source_or_a_reading_error(data: bytes) -> None:
    try:
        source = read_bytes(data, "x")
    except ReadingError as error:
        assert str(error).startswith("x: ")
    else:
        assert source.text.strip()
        assert all(warning.startswith("x: ") for warning in source.warnings)


@given(st.text(alphabet="aąbcćdeęłnńoóśzźż ,.–„”\n", min_size=1, max_size=200))
def test_any_polish_text_in_utf_8_is_read_back(text: str) -> None:
    if any(character.isalnum() for character in text):
        assert read_bytes(text.encode(), "x").text == text
