"""What is known of a token from its form alone; computed once per form and cached by the caller."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from extract.s3_morphology import Reading
from extract.s5_entities.tagger.gazetteer import Gazetteer
from extract.s5_entities.tagger.hashing import Hashes, text_hash
from extract.s5_entities.tagger.lexicon import LINKS, ORGANISATION_HEADS, PERSON_TITLES

COLUMNS = ("word", "lemma", "pos", "cases", "shape", "names", "kind", "ending", "listed")
"""What combinations are made of, one hash each."""

QUOTE_OPEN, QUOTE_CLOSE, DASH = "\x02", "\x03", "–"
"""Forms that stand for every opening quote, closing quote and spaced dash."""

_ROMAN = re.compile(r"[IVXL]+")
_VERBS = frozenset({"praet", "fin", "imps", "inf", "impt", "bedzie", "winien", "pred", "pcon", "pant"})
_NOMINAL = frozenset({"subst", "depr", "adj", "ppas", "pact", "ger", "num", "brev", "ppron3", "ppron12", "adja"})
_CASES = ("nom", "gen", "dat", "acc", "inst", "loc")
_GENDERS = ("m1", "m2", "m3", "f", "n")
_NUMBERS = ("sg", "pl")
_NAMES = (
    ("imię", "i"),
    ("nazwisk", "n"),
    ("geograf", "g"),
    ("organiz", "o"),
    ("instyt", "o"),
    ("firm", "o"),
    ("pospolit", "p"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """Features and columns of one form."""

    near: Hashes
    """Features of the token itself."""
    middle: Hashes
    """Features that the neighbours see too."""
    wide: Hashes
    """Features seen from two tokens away."""
    columns: Hashes
    """In the order of ``COLUMNS``."""
    agreement: int
    """Bit set of the (case, number, gender) that the form can stand in, vocative left out."""
    key: int
    """Hash of the lemma or stem by which mentions of one name are counted together."""
    capital: bool
    head: bool
    """Opens an organisation's name."""
    title: bool
    given: bool
    """Can be a given name."""
    chain: bool
    """Can continue an organisation's name."""
    upper: bool
    """Two letters or more, all of them upper case."""
    word: bool


def analyse(text: str, readings: tuple[Reading, ...], gazetteer: Gazetteer) -> Form:
    """The form ``text`` (already with quotes and dashes unified) with its dictionary readings."""
    lower = text.lower()
    word = text[:1].isalpha()
    shape = _shape(text)
    lemmas = _lemmas(readings) if word else [lower]
    names = _name_classes(readings) if word else ""
    pos = "+".join(sorted({r.pos for r in readings}))
    cases = _cases(readings)
    capital = text[:1].isupper()
    common = any(r.lemma[:1].islower() for r in readings) and readings[0].pos != "ign"
    if text[0].isdigit():
        lower = "#year" if len(text) == 4 and text[:2] in ("19", "20") else f"#{min(len(text), 5)}"
    kind = _kind(text, lower, readings, lemmas, names, common)
    lemma = _main_lemma(readings, capital) if word else lower
    unknown = readings[0].pos == "ign"
    ending = f"{shape}{lower[-3:]}" if unknown else f"{pos[:12]}{cases}"
    head = any(x in ORGANISATION_HEADS for x in lemmas)
    title = lower in PERSON_TITLES or any(x in PERSON_TITLES for x in lemmas)
    given = "i" in names and capital

    wide = [f"w={lower}", f"k={kind}", f"p={pos}", f"l={lemma}", f"n={names}{int(capital)}"]
    middle = [*wide, f"s={shape}", f"c={cases}", f"cn={kind}{cases}", f"3={lower[-3:]}{int(capital)}"]
    middle += [f"L={x}{int(capital)}" for x in lemmas]
    middle += sorted({f"t={r.pos}{'.'.join(r.number)}{'.'.join(r.case)}{_class(r)}" for r in readings})
    listed = gazetteer.look_up(dict.fromkeys((lower, *lemmas))) if capital and word else 0
    if listed:
        wide.append(f"g={listed}")
        middle += [f"g{n}" for n in range(10) if listed >> n & 1]
    near = [*middle, f"W={text}", f"cm={int(common)}{int(capital)}{names}", f"len={min(len(text), 12)}{shape}"]
    if word:
        near += [f"<{n}{lower[:n]}{int(capital)}" for n in (1, 2, 3, 4, 5) if len(lower) >= n]
        near += [f">{n}{lower[-n:]}{int(capital)}{int(common)}" for n in (1, 2, 3, 4, 5) if len(lower) >= n]
        near += [f"u{n}{lower[-n:]}" for n in (2, 3, 4) if unknown]
    columns = (lower, lemma, pos, cases, shape + str(int(common)), names + str(int(capital)), kind, ending, str(listed))
    key = lemma if not unknown else lower[: max(3, min(6, len(lower) - 2))]
    hashes = {feature: text_hash(feature) for feature in (*near, *wide)}
    levels = [np.array([hashes[f] for f in dict.fromkeys(level)], np.uint64) for level in (near, middle, wide)]
    return Form(
        levels[0],
        levels[1],
        levels[2],
        np.array([text_hash(f"{n}:{v}") for n, v in zip(COLUMNS, columns, strict=True)], np.uint64),
        _agreement(readings),
        text_hash(key),
        capital,
        head,
        title,
        given,
        capital or lower in LINKS or not word or any("gen" in r.case for r in readings),
        len(text) > 1 and text.isupper(),
        word,
    )


def _shape(text: str) -> str:
    out = ""
    for c in text:
        s = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if not (len(out) >= 1 and out[-1] == s):
            out += s
    if out == "X" and len(text) > 1:
        return "XX"
    return out


def _lemmas(readings: tuple[Reading, ...]) -> list[str]:
    return list(dict.fromkeys(r.lemma.lower() for r in readings))[:5]


def _main_lemma(readings: tuple[Reading, ...], capital: bool) -> str:
    if capital:
        for r in readings:
            if r.lemma[:1].isupper():
                return r.lemma.lower()
    return readings[0].lemma.lower()


def _class(reading: Reading) -> str:
    return "".join(sorted({letter for name in reading.name_class for part, letter in _NAMES if part in name}))


def _name_classes(readings: tuple[Reading, ...]) -> str:
    letters = {letter for r in readings for letter in _class(r)}
    if readings[0].pos == "ign":
        letters.add("?")
    return "".join(sorted(letters))


def _cases(readings: tuple[Reading, ...]) -> str:
    found = {c for r in readings if r.pos in _NOMINAL for c in r.case}
    return "".join(c[0] for c in _CASES if c in found)


def _agreement(readings: tuple[Reading, ...]) -> int:
    bits = 0
    for r in readings:
        if r.pos not in _NOMINAL:
            continue
        for c, case in enumerate(_CASES):
            if case in r.case:
                for n, number in enumerate(_NUMBERS):
                    if number in r.number:
                        for g, gender in enumerate(_GENDERS):
                            if gender in r.gender:
                                bits |= 1 << ((c * 2 + n) * 5 + g)
    return bits


def _kind(text: str, lower: str, readings: tuple[Reading, ...], lemmas: list[str], names: str, common: bool) -> str:
    """One coarse lexical class, some fifty in all."""
    first = text[0]
    if first.isdigit():
        return lower
    if not first.isalpha():
        return text
    pos = {r.pos for r in readings}
    if first.isupper():
        return _capital_kind(text, readings, lemmas, names, common)
    if lower in PERSON_TITLES or any(x in PERSON_TITLES for x in lemmas):
        return "title"
    if any(x in ORGANISATION_HEADS for x in lemmas):
        return "head"
    if lower in LINKS:
        return "=" + lower
    for name in ("prep", "conj", "comp", "brev", "ign"):
        if name in pos:
            return name
    if pos & _VERBS:
        return "verb"
    genitive = "G" if any("gen" in r.case for r in readings) else ""
    for name in ("subst", "adj", "ppas", "ger", "adv"):
        if name in pos:
            return name + genitive
    return "other"


def _capital_kind(text: str, readings: tuple[Reading, ...], lemmas: list[str], names: str, common: bool) -> str:
    if len(text) == 1:
        return "Initial"
    if _ROMAN.fullmatch(text):
        return "Roman"
    upper = "U" if text.isupper() else ""
    if any(x in PERSON_TITLES for x in lemmas):
        return "Title" + upper
    if any(x in ORGANISATION_HEADS for x in lemmas):
        return "Head" + upper
    proper = "".join(c for c in names if c in "ingo?")
    pos = {r.pos for r in readings}
    adjective = "A" if "adj" in pos else ""
    closed = "f" if pos & {"prep", "conj", "comp", "qub", "part", "adv", *_VERBS} else ""
    return f"C{upper}{proper}{'c' if common else ''}{adjective}{closed}"
