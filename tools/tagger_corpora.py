"""Annotated corpora as texts with character spans, for training and scoring the tagger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_KINDS = {"persName": "person", "orgName": "institution", "placeName": "place", "geogName": "place"}
_NO_SPACE_BEFORE = frozenset(",.;:!?)]}”…%’»")
_OPENING = frozenset('„“"«')
_CLOSING = frozenset('”“"»')
_NO_SPACE_AFTER = frozenset("([{„«")


Word = tuple[str, str, str]
"""Form, tag, labels from the outermost to the innermost, joined by ``#``."""
Sentence = list[Word]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its outermost names."""

    name: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    """Start and end (characters) and kind, in order, not overlapping."""

    @property
    def held_out(self) -> bool:
        """Every tenth document by the hash of its name is never trained on."""
        return fold(self.name, 10) == 0


def fold(name: str, folds: int) -> int:
    """A fixed number from 0 to ``folds - 1`` for a document name."""
    return int(sha256(name.encode("utf-8")).hexdigest(), 16) % folds


def read_nkjp(path: Path) -> Iterator[Annotated]:
    """Documents of the NKJP one-million-word corpus in PolDeepNer's nested IOB format."""
    return (_document(name, sentences) for name, sentences in _read_iob(path))


def read_nkjp_varied(path: Path, part: int) -> Iterator[Annotated]:
    """Sentences of every ``part``-th document that hold a given name and a surname, the person written otherwise.

    NKJP is running prose; releases have lists with the surname first, surnames in capitals, double surnames, lines in
    capitals. Which variation a sentence gets depends on the document's name and the sentence's number alone.
    """
    surnames: list[Word] = []
    for name, sentences in _read_iob(path):
        if fold(f"varied {name}", part):
            continue
        varied: list[Sentence] = []
        for number, sentence in enumerate(sentences):
            last = len(sentence) - 1
            pairs = [i for i in range(last) if _is(sentence[i], "forename") and _is(sentence[i + 1], "surname")]
            if pairs:
                varied.append(_vary(sentence, pairs, surnames, fold(f"{name} {number}", 6)))
                surnames = [sentence[i + 1] for i in pairs] + surnames[:50]
        if varied:
            yield _document(name, varied)


def _is(word: Word, part: str) -> bool:
    return word[2].startswith(("B-persName#", "I-persName#")) and word[2].endswith(part)


def _vary(sentence: Sentence, pairs: list[int], surnames: list[Word], way: int) -> Sentence:
    """0 surname in capitals, 1 and 2 surname first, 3 the same in capitals, 4 double surname, 5 all in capitals."""
    out = list(sentence)
    if way == 5:
        return [(form.upper(), tag, label) for form, tag, label in out]
    for i in reversed(pairs):
        (given, given_tag, first), (surname, tag, second) = out[i], out[i + 1]
        if way in (0, 3):
            surname = surname.upper()
        if way in (1, 2, 3) and not (i + 2 < len(out) and out[i + 2][2].startswith("I-persName")):
            out[i], out[i + 1] = (surname, tag, first), (given, given_tag, second)
        elif way == 4:
            partner = next((s for s, t, _ in surnames if t == tag and "-" not in s), None)
            if partner and "-" not in surname:
                out[i + 1 : i + 2] = [(f"{surname}-{partner}", tag, second)]
        else:
            out[i + 1] = (surname, tag, second)
    return out


def _read_iob(path: Path) -> Iterator[tuple[str, list[Sentence]]]:
    name = ""
    sentences: list[Sentence] = []
    sentence: Sentence = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("-DOCSTART FILE"):
            if name:
                yield name, [*sentences, sentence]
            name, sentences, sentence = line.split(maxsplit=2)[2].removeprefix("./"), [], []
        elif not line:
            sentences.append(sentence)
            sentence = []
        elif not line.startswith("-DOCSTART"):
            form, _, tag, label = line.split("\t")
            sentence.append((form, tag, label.removesuffix("O")))
    if name:
        yield name, [*sentences, sentence]


def _document(name: str, sentences: list[Sentence]) -> Annotated:
    """The text rebuilt: the corpus as published has lost its spaces and line breaks."""
    text = ""
    spans: list[list[object]] = []
    for sentence in filter(None, sentences):
        if text:
            text += " " if text[-1] in '.!?…”"' else "\n"
        opened = False
        previous = ""
        inside = ""
        for position, (form, tag, label) in enumerate(sentence):
            space = position > 0 and form not in _NO_SPACE_BEFORE and previous not in _NO_SPACE_AFTER
            if tag.startswith("aglt") or (form == "by" and tag.startswith("qub") and previous[-1:] in "łaoi"):
                space = False
            if "-" in (form, previous) and _hyphen(sentence, position - (form != "-")):
                space = False
            if form == '"':
                space = space and not opened
                opened = not opened
                previous = "(" if opened else form
            else:
                previous = form
            text += " " * space
            start = len(text)
            text += form
            kind = _KINDS.get(label[2:].split("#")[0].split("-")[0], "")
            if kind and label[0] == "I" and inside == kind:
                spans[-1][1] = len(text)
            elif kind:
                spans.append([start, len(text), kind])
            inside = kind
    return Annotated(name, text, tuple(_unquoted(text, int(str(a)), int(str(b)), str(k)) for a, b, k in spans))


def _hyphen(sentence: Sentence, at: int) -> bool:
    """Whether the mark is a hyphen, no dash: inside a name, in a compound, between numbers, before an ending."""
    if not 0 < at < len(sentence) - 1:
        return False
    (before, tag, _), (_, _, label), (after, _, inner) = sentence[at - 1 : at + 2]
    if label.startswith("I-") and inner.startswith("I-"):
        return True
    ending = len(after) <= 2 and after.islower() and after not in "iowzau" and before[-1:].isupper()
    return tag.startswith("adja") or ending or (before.isdigit() and after.isdigit())


def _unquoted(text: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    """Quotation marks around a whole name stand outside it, unlike in NKJP."""
    inside = text[start:end]
    if len(inside) > 2 and inside[0] in _OPENING and inside[-1] in _CLOSING and not set(inside[1:-1]) & _OPENING:
        bare = inside[1:-1]
        start += 1 + len(bare) - len(bare.lstrip())
        end = start + len(bare.strip())
    return start, end, kind
