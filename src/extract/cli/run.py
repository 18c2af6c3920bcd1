"""``extract run``: files in, a dataset out."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extract.base import UsageError
from extract.cli.batch import Failure, Result, Settings, process_files
from extract.cli.inputs import find_inputs
from extract.s9_writing import Document, require_pyarrow, write_dataset

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.s8_records import Article


def run(arguments: Namespace) -> int:
    """Exit status 0 when all was read, 1 when some files failed.

    Raises:
        UsageError: there is nothing to read, or the options make no sense.
    """
    started = time.perf_counter()
    if arguments.jobs < 1:
        raise UsageError(f"--jobs: at least 1, not {arguments.jobs}")
    if arguments.parquet:
        require_pyarrow()
    inputs = find_inputs(arguments.inputs)
    if not inputs.files:
        raise UsageError(f"no text files in {', '.join(map(str, arguments.inputs))}")
    if not any(path.exists() for path in inputs.files):
        raise UsageError(f"no such file or folder: {', '.join(map(str, inputs.files))}")
    with _progress(len(inputs.files), quiet=arguments.quiet) as done:
        results = process_files(inputs.files, settings(arguments), jobs=arguments.jobs, done=done)
    documents = [r for r in results if isinstance(r, Document)]
    failures = [r for r in results if isinstance(r, Failure)]
    for failure in failures:
        print(f"error: {failure.reason}", file=sys.stderr)
    if not documents:
        print(f"nothing was read; {arguments.out} is as it was", file=sys.stderr)
        return 1
    for warning in write_dataset(documents, arguments.out, parquet=arguments.parquet):
        print(f"warning: {warning}", file=sys.stderr)
    if not arguments.quiet:
        _summary([d.article for d in documents], len(failures), inputs.skipped, time.perf_counter() - started)
        print(f"dataset in {arguments.out}")
    return 1 if failures else 0


def settings(arguments: Namespace) -> Settings:
    """What the options say of the pipeline."""
    return Settings(
        model=arguments.model,
        rules=None if arguments.rules is None else str(arguments.rules),
        published=arguments.published,
        prefer=arguments.prefer,
        min_confidence=arguments.min_confidence,
    )


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Callable[[Result], None]]:
    """A bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total)
        yield lambda _: progress.advance(task)


def _summary(articles: Sequence[Article], failed: int, skipped: int, seconds: float) -> None:
    events = [e for a in articles for e in a.events]
    counts = {
        "articles": len(articles),
        "events": len(events),
        "sessions": sum(len(e.sessions) for e in events),
        "awards": sum(len(e.awards) for e in events),
        "persons": len({p.id for a in articles for p in a.persons}),
        "institutions": len({i.id for a in articles for i in a.institutions}),
        "warnings": sum(len(a.warnings) for a in articles),
        "failed": failed,
        "skipped": skipped,
    }
    shown = [f"{name} {n}" for name, n in counts.items() if n or name not in {"failed", "skipped"}]
    print(f"{' · '.join(shown)} · {seconds:.1f} s")
