"""Annotated corpora as texts with character spans, for training and scoring the tagger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_KINDS = {"persName": "person", "orgName": "institution", "placeName": "place", "geogName": "place"}
_NO_SPACE_BEFORE = frozenset(",.;:!?)]}”…%’»")
_OPENING = frozenset("„“\"«")
_CLOSING = frozenset("”“\"»")
_NO_SPACE_AFTER = frozenset("([{„«")


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
    name = ""
    sentences: list[list[tuple[str, str, str]]] = []
    sentence: list[tuple[str, str, str]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("-DOCSTART FILE"):
            if name:
                yield _document(name, [*sentences, sentence])
            name, sentences, sentence = line.split(maxsplit=2)[2].removeprefix("./"), [], []
        elif not line:
            sentences.append(sentence)
            sentence = []
        elif not line.startswith("-DOCSTART"):
            form, _, tag, label = line.split("\t")
            sentence.append((form, tag, label.split("#")[0].removesuffix("O")))
    if name:
        yield _document(name, [*sentences, sentence])


def _document(name: str, sentences: list[list[tuple[str, str, str]]]) -> Annotated:
    """The text rebuilt: the corpus as published has lost its spaces and line breaks."""
    text = ""
    spans: list[list[object]] = []
    for sentence in filter(None, sentences):
        if text:
            text += " " if text[-1] in ".!?…”\"" else "\n"
        opened = False
        previous = ""
        inside = ""
        for position, (form, tag, label) in enumerate(sentence):
            space = position > 0 and form not in _NO_SPACE_BEFORE and previous not in _NO_SPACE_AFTER
            if tag.startswith("aglt") or (form == "by" and tag.startswith("qub") and previous[-1:] in "łaoi"):
                space = False
            if "-" in (form, previous) and position > 1:
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
            kind = _KINDS.get(label[2:].split("-")[0], "")
            if kind and label[0] == "I" and inside == kind:
                spans[-1][1] = len(text)
            elif kind:
                spans.append([start, len(text), kind])
            inside = kind
    return Annotated(name, text, tuple(_unquoted(text, int(str(a)), int(str(b)), str(k)) for a, b, k in spans))


def _unquoted(text: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    """Quotation marks around a whole name stand outside it, unlike in NKJP."""
    inside = text[start:end]
    if len(inside) > 2 and inside[0] in _OPENING and inside[-1] in _CLOSING and not set(inside[1:-1]) & _OPENING:
        bare = inside[1:-1]
        start += 1 + len(bare) - len(bare.lstrip())
        end = start + len(bare.strip())
    return start, end, kind
