"""Which encoding the bytes are in, by evidence from Polish.

UTF-8 proves itself. CP1250 and ISO-8859-2 differ, among the letters of Polish, in ą ś ź Ą Ś Ź only, and each reads the
other's bytes as signs or letters that Polish words do not have ("±", "¶", "š", control characters); so every byte above
127 is weighed by what it would be in its word. Latin-1 is never assumed: it can read any bytes, and reads Polish wrong.
"""

from __future__ import annotations

import codecs
import re

from extract.base import ReadingError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_TYPOGRAPHY = frozenset("„”“‘’‚«»–—…•·°§€©®™´×½¼\xa0\xad")
_PAIRS = (
    "ią są ną wą rą lą dą ką mą tą bą zą cą gą ąc ąd ąg ąt ąp ąż ąz ąk "
    "ść śc śl śm śn śr św śp iś eś oś aś yś źn źd eź iź uź aź oź źl źr"
)
_BIGRAMS = frozenset(_PAIRS.split())
"""Pairs of letters with ą, ś, ź that are common in Polish words."""
_HIGH = re.compile(r".?[\x80-\uffff].?", re.DOTALL)
_WEIGHED = 20_000
"""So many non-ASCII characters are evidence enough."""
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ADVICE = "save it as UTF-8 text and run again"


def decode(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    """The text of ``data``, its encoding, and warnings.

    Raises:
        ReadingError: ``data`` is binary or in no encoding that Polish texts come in.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data[len(bom) :], encoding, name)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadingError(f"{name}: this is {what}, not a text; {_ADVICE}")
    if b"\x00" in data[:100_000]:
        return _with_nul(data, name)
    controls = len(_CONTROL.findall(data[:100_000]))
    if controls * 20 > min(len(data), 100_000):
        raise ReadingError(f"{name}: {controls} control bytes near the beginning: not a text; {_ADVICE}")
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, name)


def _with_bom(data: bytes, encoding: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost * 20 > len(text):
        raise ReadingError(f"{name}: begins as {encoding} but is not; {_ADVICE}")
    if not lost:
        return text, encoding, ()
    return text, encoding, (_lost(name, encoding, lost, text.index("\ufffd")),)


def _with_nul(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    """UTF-16 without its mark has a NUL beside nearly every character; anything else with NULs is binary."""
    sample = data[:20_000]
    even, odd = sample[0::2].count(0) * 2, sample[1::2].count(0) * 2
    for encoding, most, least in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if most > len(sample) * 0.6 and least < len(sample) * 0.05:
            text = data.decode(encoding, errors="replace")
            return (
                text,
                encoding,
                (f"{name}: read as {encoding} although it has no byte order mark; check the letters",),
            )
    raise ReadingError(f"{name}: NUL byte at byte {data.index(0)}: not a text; {_ADVICE}")


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> tuple[str, str, tuple[str, ...]]:
    if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
        text = data[: error.start].decode("utf-8")
        if text.strip():
            return (
                text,
                "utf-8",
                (f"{name}: the text ends in the middle of a character; the file was cut, get it whole",),
            )
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    read = sum(character in _POLISH or character in _TYPOGRAPHY for character in text[: _WEIGHED * 20])
    if read >= 5 * lost:
        return text, "utf-8", (_lost(name, "utf-8", lost, text.index("\ufffd")),)
    return _single_byte(data, name)


def _lost(name: str, encoding: str, count: int, at: int) -> str:
    places = "1 place" if count == 1 else f"{count} places"
    return f"{name}: not {encoding} in {places}, first at character {at}; shown as \ufffd there, get the file again"


def _single_byte(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    """CP1250 or ISO-8859-2, whichever reads as Polish; CP1250, which has the quotation marks, where both do."""
    readings = [(data.decode(encoding, errors="replace"), encoding) for encoding in ("cp1250", "iso-8859-2")]
    weighed = [(_weight(text), text, encoding) for text, encoding in readings]
    weight, text, encoding = max(weighed, key=lambda reading: reading[0])
    if weight < 0:
        raise ReadingError(f"{name}: neither UTF-8 nor CP1250 nor ISO-8859-2 with Polish letters; {_ADVICE}")
    warnings = []
    if not any(character in _POLISH for character in text):
        warnings.append(
            f"{name}: read as {encoding}, but no Polish letter shows that it is; {_ADVICE} if letters are wrong"
        )
    lost = text.count("\ufffd")
    if lost:
        warnings.append(_lost(name, encoding, lost, text.index("\ufffd")))
    return text, encoding, tuple(warnings)


def _weight(text: str) -> float:
    """How Polish the non-ASCII characters are: letters in words, in common pairs, against what no word has."""
    weight = 0.0
    for number, match in enumerate(_HIGH.finditer(text)):
        if number == _WEIGHED:
            break
        weight += _character_weight(match[0])
    return weight


def _character_weight(around: str) -> float:
    """Of the character above 127 in ``around``, with its neighbours."""
    at = 0 if around[0] > "\x7f" else 1
    character, pairs = around[at], (around[:2].lower(), around[-2:].lower())
    if character in _POLISH:
        in_word = any(other.isalpha() for other in around[:at] + around[at + 1 :])
        return (1.0 if in_word else 0.5) + any(pair in _BIGRAMS for pair in pairs)
    if character in _TYPOGRAPHY:
        return -0.5 if around[:at].isalpha() and around[at + 1 :].isalpha() else 0.1
    if "\x80" <= character <= "\x9f" or character == "\ufffd":
        return -4.0
    return -1.5
