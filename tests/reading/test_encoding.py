"""Encodings are told apart by evidence from Polish."""

from __future__ import annotations

import codecs

import pytest

from extract.base import ReadingError
from extract.s1_reading import read_bytes

TEXT = (
    "Dożynki powiatowe już za nami\r\n\r\nW niedzielę, 3 września, na łące pod Rębowem odbyły się dożynki. Gości "
    "powitała pani Jadwiga Śnieżek, a wieniec poświęcił ksiądz Źrebiec.\r\n„Dziękuję wszystkim” – powiedziała.\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250"])
def test_a_text_is_read_as_it_was_written(encoding: str) -> None:
    source = read_bytes(TEXT.encode(encoding), "dożynki.txt")
    assert source.text == TEXT
    assert source.encoding == encoding
    assert source.warnings == ()


def test_iso_8859_2_is_told_from_cp1250() -> None:
    plain = TEXT.replace("„", '"').replace("”", '"').replace("–", "-")
    source = read_bytes(plain.encode("iso-8859-2"), "dożynki.txt")
    assert (source.text, source.encoding) == (plain, "iso-8859-2")


@pytest.mark.parametrize(
    ("sentence", "cp1250", "iso"),
    [
        ("Są", b"S\xb9", b"S\xb1"),
        ("Gość", b"Go\x9c\xe6", b"Go\xb6\xe6"),
        ("źle", b"\x9fle", b"\xbcle"),
        ("KSIĄŻKA", b"KSI\xa5\xafKA", b"KSI\xa1\xafKA"),
        ("ŚLĄSK", b"\x8cL\xa5SK", b"\xa6L\xa1SK"),
    ],
)
def test_one_word_with_a_differing_letter_is_enough(sentence: str, cp1250: bytes, iso: bytes) -> None:
    assert read_bytes(cp1250, "x").text == sentence
    assert read_bytes(iso, "x").text == sentence


def test_letters_alike_in_both_encodings_are_read() -> None:
    source = read_bytes("Łęk i Żółw".encode("cp1250"), "x")
    assert source.text == "Łęk i Żółw"


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(bom: bytes, encoding: str) -> None:
    source = read_bytes(bom + TEXT.encode(encoding), "x")
    assert (source.text, source.encoding, source.warnings) == (TEXT, encoding, ())


def test_utf_16_without_its_mark_is_read_with_a_warning() -> None:
    source = read_bytes(TEXT.encode("utf-16-le"), "x")
    assert source.text == TEXT
    assert source.warnings == ("x: read as utf-16-le although it has no byte order mark; check the letters",)


def test_a_text_cut_inside_a_character_loses_only_that() -> None:
    source = read_bytes("Dożynki powiatowe. Zażółć".encode()[:-1], "x")
    assert source.text == "Dożynki powiatowe. Zażół"
    assert source.warnings == ("x: the text ends in the middle of a character; the file was cut, get it whole",)


def test_single_bad_bytes_in_utf_8_are_shown_and_reported() -> None:
    source = read_bytes("Święto żeńców łąką".encode() + b" \xff " + "źdźbło".encode(), "x")
    assert source.text == "Święto żeńców łąką \ufffd źdźbło"
    assert source.warnings == (
        "x: not utf-8 in 1 place, first at character 19; shown as \ufffd there, get the file again",
    )


def test_bytes_in_no_encoding_of_polish_are_refused() -> None:
    with pytest.raises(
        ReadingError, match=r"^x: neither UTF-8 nor CP1250 nor ISO-8859-2 with Polish letters; save it as UTF-8"
    ):
        read_bytes("Привет, мир! Это длинный текст".encode("cp1251"), "x")


def test_signs_without_polish_letters_are_read_with_a_warning() -> None:
    source = read_bytes("Park 5 – 10".encode("cp1250"), "x")
    assert source.text == "Park 5 – 10"
    assert "no Polish letter" in source.warnings[0]
