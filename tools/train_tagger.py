"""Train the tagger.

    train_tagger.py --nkjp FILE --part 4 --out first.npz
    train_tagger.py --nkjp FILE --releases TEXTS GOLD --places first.npz --out model.npz
    train_tagger.py --nkjp FILE --releases TEXTS GOLD --places first.npz --c2 0.5 0.35 --out one.npz two.npz

Deterministic: the same corpora and options give the same file. Needs python-crfsuite. The facts of releases name
persons and institutions, no places; those are what the model given with ``--places`` finds outside of the named ones.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from extract.s3_morphology import Morphology, Tokens
from extract.s5_entities.tagger import Tagger, encoding, gazetteer, labels
from extract.s5_entities.tagger import weights as files
from release_alignment import read_releases
from tagger_corpora import Annotated, fold, read_nkjp, read_nkjp_varied

Pairs = dict[tuple[str, str], float]


class Examples:
    """Turns texts into sequences of feature keys and labels."""

    def __init__(self, names: gazetteer.Gazetteer) -> None:
        self._morphology = Morphology()
        self._table = encoding.FormTable(names)
        self._strings: list[list[list[str]]] = []
        self._plain = 0

    def of(self, document: Annotated) -> Iterator[tuple[list[list[str]], list[str]]]:
        """(features of each token, labels) of each sequence."""
        tokens = self._morphology.tokens(document.text)
        if not len(tokens):
            return
        encoded = encoding.encode(tokens, self._table)
        for form in self._table.forms[len(self._strings) :]:
            self._strings.append([[str(k) for k in keys] for keys, _ in encoding.offset_keys([form])])
        gold = labels.encode(len(tokens), token_spans(tokens, document.spans))
        context = encoded.context.tolist()
        for start, end in encoded.sequences:
            if self._dull(tokens, gold, start, end):
                continue
            rows = []
            for i in range(start, end):
                row = [str(k) for k in context[i]]
                for column, offset in enumerate(encoding.OFFSETS):
                    row += self._strings[encoded.ids[encoded.at[i] + offset]][column]
                rows.append(row)
            yield rows, gold[start:end]

    def _dull(self, tokens: Tokens, gold: list[str], start: int, end: int) -> bool:
        """Two of three sequences without a name and without a capital after the first word teach nothing new."""
        if any(label != "O" for label in gold[start:end]) or any(tokens[i].capital for i in range(start + 1, end)):
            return False
        self._plain += 1
        return self._plain % 3 > 0


def token_spans(tokens: Tokens, spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Token ranges of character spans; a place in lower case is ``relational``."""
    out: list[tuple[int, int, str]] = []
    for start, end, kind in spans:
        first, last = tokens.at(start), tokens.at(end - 1) + 1
        if last <= first or (out and first < out[-1][1]):
            continue
        if kind == "place" and not any(t.capital for t in tokens[first:last]):
            kind = "relational"
        out.append((first, last, kind))
    return out


def releases(options: argparse.Namespace, morphology: Morphology) -> Iterator[Annotated]:
    """The releases to train on, with places proposed by a first model."""
    proposer = Tagger.load(options.places) if options.places else None
    for texts, gold in options.releases:
        for document in read_releases(texts, gold, morphology):
            if options.without is not None and fold(document.name, options.folds) == options.without:
                continue
            spans = list(document.spans)
            for found in proposer.tag(morphology.tokens(document.text)) if proposer else ():
                a, b = found.span
                if found.kind == "place" and found.score > 0.4 and all(b <= c or d <= a for c, d, _ in spans):
                    spans.append((a, b, "place"))
            yield Annotated(document.name, document.text, tuple(sorted(spans)))


def train(
    sequences: Iterable[tuple[list[list[str]], list[str]]], names: gazetteer.Gazetteer, options: argparse.Namespace
) -> None:
    """Fit and write each of the model files; the sequences are gone through in another order for each."""
    trainer = pycrfsuite.Trainer(algorithm="l2sgd", verbose=options.verbose)
    count = tokens = 0
    for rows, gold in sequences:
        trainer.append(rows, gold)
        count, tokens = count + 1, tokens + len(gold)
    print(f"{count} sequences, {tokens} tokens", file=sys.stderr, flush=True)
    for number, path in enumerate(options.out):
        penalty = options.c2[number % len(options.c2)]
        trainer.set_params(
            {"c2": penalty, "max_iterations": options.epochs, "feature.minfreq": options.minimum, "delta": 0.0}
        )
        state, transitions = fit(trainer)
        write(path, {key: weight for key, weight in state.items() if abs(weight) >= options.prune}, transitions, names)


def fit(trainer: pycrfsuite.Trainer) -> tuple[Pairs, Pairs]:
    """Weights of (feature, label) and of (label, next label) after one training."""
    with TemporaryDirectory() as folder:
        name = str(Path(folder) / "crf")
        trainer.train(name)
        tagger = pycrfsuite.Tagger()
        tagger.open(name)
        info = tagger.info()
    return info.state_features, info.transitions


def write(path: Path, state: Pairs, chain: Pairs, names: gazetteer.Gazetteer) -> None:
    """Write the weights of one training as a model file."""
    rows_out: dict[int, dict[int, float]] = {}
    for (attribute, label), weight in state.items():
        rows_out.setdefault(int(attribute), {})[labels.NUMBER[label]] = weight
    transitions = np.zeros((len(labels.LABELS),) * 2, np.float32)
    for (before, after), weight in chain.items():
        transitions[labels.NUMBER[before], labels.NUMBER[after]] = weight
    files.save(path, rows_out, transitions, names)
    print(f"{len(rows_out)} features, {path.stat().st_size / 1e6:.1f} MB", file=sys.stderr)


def main() -> None:
    """Read the corpora, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nkjp", type=Path, required=True, help="nkjp-nested-simplified-v2.iob")
    parser.add_argument("--out", type=Path, nargs="+", required=True, help="one training for each file")
    parser.add_argument("--part", type=int, default=1, help="train on every PART-th document only")
    parser.add_argument("--releases", type=Path, nargs=2, action="append", default=[], metavar=("TEXTS", "GOLD"))
    parser.add_argument("--varied", type=int, default=4, help="every VARIED-th document again, names varied")
    parser.add_argument("--names", type=Path, help="kpwr-names-train.tsv: list of names with their classes")
    parser.add_argument("--places", type=Path, help="model that proposes the places of the releases")
    parser.add_argument("--repeat", type=int, default=3, help="how often each release is taken")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--without", type=int, help="leave this fold of the releases out")
    parser.add_argument("--c2", type=float, nargs="+", default=[0.5], help="quadratic penalty of each training")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--minimum", type=int, default=2)
    parser.add_argument("--prune", type=float, default=0.02)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    began = time.perf_counter()
    names = gazetteer.EMPTY
    if options.names:
        rows = [line.split("\t") for line in options.names.read_text("utf-8").splitlines()]
        names = gazetteer.build((row[0], row[1], row[5]) for row in rows if len(row) > 5)
    examples = Examples(names)

    def sequences() -> Iterator[tuple[list[list[str]], list[str]]]:
        for document in read_nkjp(options.nkjp):
            if not document.held_out and fold("part " + document.name, options.part) == 0:
                yield from examples.of(document)
        if options.varied:
            for document in read_nkjp_varied(options.nkjp, options.part * options.varied):
                if not document.held_out:
                    yield from examples.of(document)
        for document in releases(options, Morphology()):
            found = list(examples.of(document))
            for _ in range(options.repeat):
                yield from found

    train(sequences(), names, options)
    print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
