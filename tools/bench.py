"""Speed, cold start and memory, beside a spaCy pipeline of the usual shape in the same run.

    bench.py [FILE_OR_FOLDER...] [--passes N] [--repeat N] [--min-ratio R]

Both pipelines read the same texts on one thread (OMP_NUM_THREADS=1, as `make bench` sets it), passes in turn, in
seconds of processor time. Tokens are spaCy's.
The first pass of ours is printed by itself: later ones find the readings of their words in the cache, as the later
articles of a long run do.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import extract
import lg_shape
from extract.cli.inputs import find_inputs
from extract.s1_reading import read_file

ROOT = Path(__file__).resolve().parents[1]
_COLD = """
import resource, sys, time
started = time.perf_counter()
import extract
extractor = extract.load()
extractor.process_file(sys.argv[1])
first = time.perf_counter() - started
for path in sys.argv[1:]:
    extractor.process_file(path)
print(first, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main() -> int:
    """Print the figures; exit status 1 where ours is less than ``--min-ratio`` times as fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", type=Path, default=[ROOT / "data" / "raw"])
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--repeat", type=int, default=6, help="how often a pass reads the texts (default 6)")
    parser.add_argument("--min-ratio", type=float, default=0.0, metavar="R")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    files = find_inputs(arguments.inputs).files
    texts = [read_file(path).text for path in files]

    first_article, memory = _cold_start(files)
    extractor = extract.load()
    tokens = sum(len(extractor.nlp.make_doc(text)) for text in texts)
    first_pass = tokens / _seconds(lambda: _ours(extractor, texts))
    usual = lg_shape.build(texts)
    repeated = texts * arguments.repeat
    ours, theirs = [], []
    for _ in range(arguments.passes):
        ours.append(tokens * arguments.repeat / _seconds(lambda: _ours(extractor, repeated)))
        theirs.append(tokens * arguments.repeat / _seconds(lambda: list(usual.pipe(repeated))))
    figures = {
        "texts": len(texts),
        "tokens": tokens,
        "extract_tokens_per_second": round(statistics.median(ours)),
        "extract_first_pass_tokens_per_second": round(first_pass),
        "spacy_lg_shape_tokens_per_second": round(statistics.median(theirs)),
        "ratio": round(statistics.median(ours) / statistics.median(theirs), 2),
        "ratio_first_pass": round(first_pass / statistics.median(theirs), 2),
        "first_article_seconds": round(first_article, 2),
        "peak_memory_mb": round(memory),
    }
    print(json.dumps(figures) if arguments.json else "\n".join(f"{k:38} {v:>10}" for k, v in figures.items()))
    return int(figures["ratio"] < arguments.min_ratio)


def _ours(extractor: extract.Extractor, texts: Sequence[str]) -> None:
    for text in texts:
        extractor.process(text)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()  # of this process alone: what else the machine does counts less
    work()
    return time.process_time() - started


def _cold_start(files: Sequence[Path]) -> tuple[float, float]:
    """Seconds from the import to the first article in a new process, the best of three, and its peak memory in MB."""
    command = [sys.executable, "-c", _COLD, *map(str, files)]
    runs = []
    for _ in range(3):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds, peak = map(float, done.stdout.split())
        runs.append((seconds, peak / (1024 * 1024 if sys.platform == "darwin" else 1024)))
    return min(runs)


if __name__ == "__main__":
    sys.exit(main())
