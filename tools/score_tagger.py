"""Score the tagger by exact spans.

score_tagger.py --nkjp FILE                        documents that training never sees
score_tagger.py --releases TEXTS GOLD [--fold 0]   releases (of one fold: see train_tagger.py --without)
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from extract.s3_morphology import Morphology, Tokens
from extract.s5_entities.tagger import Tagger
from extract.s5_entities.tagger.tagger import MODEL
from release_alignment import read_releases
from tagger_corpora import Annotated, fold, read_nkjp
from train_tagger import token_spans

Names = set[tuple[int, int, str]]


def compare(tagger: Tagger, documents: Sequence[Annotated], texts: Sequence[Tokens]) -> list[tuple[Names, Names]]:
    """(gold, found) of each text as token ranges with kinds."""
    return [(set(token_spans(t, d.spans)), set(found(tagger, t))) for d, t in zip(documents, texts, strict=True)]


def found(tagger: Tagger, tokens: Tokens) -> list[tuple[int, int, str]]:
    """Everything the tagger finds, also what it does not give out, as token ranges."""
    if not len(tokens):
        return []
    return [(s.first, s.last + 1, s.kind) for s in tagger.stretches(tokens)]


def report(pairs: Sequence[tuple[Names, Names]], kinds: Sequence[str]) -> None:
    """Precision, recall and F1 of each kind."""
    for kind in kinds:
        parts = kind.split("+")
        wanted, found, right = (
            sum(sum(k in parts for _, _, k in names) for names in group)
            for group in ([g for g, _ in pairs], [f for _, f in pairs], [g & f for g, f in pairs])
        )
        p, r = right / max(1, found), right / max(1, wanted)
        print(f"{kind:17} P {p:.3f}  R {r:.3f}  F {2 * p * r / max(1e-9, p + r):.3f}  ({wanted})")


def confusions(pairs: Sequence[tuple[Names, Names]], texts: Sequence[Tokens], kind: str, limit: int) -> None:
    """The most frequent (left, right) edge differences, and names missed or invented outright."""
    seen: Counter[str] = Counter()
    for (gold, found), tokens in zip(pairs, texts, strict=True):
        for a, b, k in sorted(gold ^ found):
            if k == kind:
                mark = "missed" if (a, b, k) in gold else "wrong"
                left = " ".join(t.text for t in tokens[max(0, a - 3) : a])
                right = " ".join(t.text for t in tokens[b : b + 3])
                name = " ".join(t.text for t in tokens[a:b])
                seen[f"{mark:7} {left} [{name}] {right}"] += 1
    for line, _ in seen.most_common(limit):
        print(line)


def main() -> None:
    """Read the corpora, tag, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nkjp", type=Path)
    parser.add_argument("--releases", type=Path, nargs=2, action="append", default=[], metavar=("TEXTS", "GOLD"))
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--show", metavar="KIND", help="list the differences of one kind")
    parser.add_argument("--limit", type=int, default=100)
    options = parser.parse_args()
    began = time.perf_counter()
    tagger = Tagger.load(options.model)
    print(f"load {time.perf_counter() - began:.2f} s")
    morphology = Morphology()
    documents = [d for d in read_nkjp(options.nkjp) if d.held_out] if options.nkjp else []
    for texts, gold in options.releases:
        documents += [
            d
            for d in read_releases(texts, gold, morphology)
            if options.fold is None or fold(d.name, options.folds) == options.fold
        ]
    tokens = [morphology.tokens(d.text) for d in documents]
    pairs = compare(tagger, documents, tokens)
    if options.show:
        confusions(pairs, tokens, options.show, options.limit)
    kinds = ["person", "institution"]
    if not options.releases:
        kinds += ["place", "relational", "place+relational", "person+institution+place+relational"]
    report(pairs, kinds)
    best = min(_timed(tagger, tokens) for _ in range(3))
    print(f"{sum(map(len, tokens)) / best:.0f} tokens/s, warm, tagger alone")


def _timed(tagger: Tagger, texts: Sequence[Tokens]) -> float:
    began = time.process_time()
    for tokens in texts:
        tagger.tag(tokens)
    return time.process_time() - began


if __name__ == "__main__":
    main()
