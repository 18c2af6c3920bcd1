"""Many files through the pipeline, in one process or several; the result does not depend on which."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from extract.base import ReadingError
from extract.pipeline import Extractor, load
from extract.s1_reading import read_file
from extract.s9_writing import Document

_BATCH = 8
"""Files handed to a process at a time: enough to hide the hand-over, few enough for an even load."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Arguments of :func:`extract.load`, in a form that a process can be sent."""

    model: str | None = None
    rules: str | None = None
    published: str | None = None
    prefer: str = "past"
    min_confidence: float = 0.0

    def load(self) -> Extractor:
        """Build the pipeline."""
        return load(
            self.model,
            self.rules,
            published=self.published,
            prefer=self.prefer,
            min_confidence=self.min_confidence,
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no article, and why."""

    path: Path
    reason: str


Result = Document | Failure


def process_files(
    paths: Sequence[Path], settings: Settings, *, jobs: int = 1, done: Callable[[Result], None] = lambda _: None
) -> list[Result]:
    """One result a path, in the order of the paths.

    Args:
        done: called with each result as it comes, in no particular order.

    Raises:
        UsageError, RuleError: the pipeline cannot be built with these settings.
    """
    extractor = settings.load()  # here also for several processes: a wrong setting is one error, before any work
    results: dict[Path, Result] = {}
    work = _alone(paths, extractor) if jobs == 1 or len(paths) < 2 else _together(paths, settings, jobs)
    for path, result in work:
        results[path] = result
        done(result)
    return [results[path] for path in paths]


def _alone(paths: Sequence[Path], extractor: Extractor) -> Iterator[tuple[Path, Result]]:
    for path in paths:
        yield path, _process(path, extractor)


def _together(paths: Sequence[Path], settings: Settings, jobs: int) -> Iterator[tuple[Path, Result]]:
    with ProcessPoolExecutor(min(jobs, len(paths))) as pool:
        futures = {pool.submit(_process_batch, batch, settings): batch for batch in _batches(paths)}
        for future in as_completed(futures):
            batch = futures[future]
            try:
                yield from zip(batch, future.result(), strict=True)
            except BrokenProcessPool:
                yield from ((path, Failure(path, "the process that read it ended unexpectedly")) for path in batch)


def _batches(paths: Sequence[Path]) -> list[Sequence[Path]]:
    return [paths[start : start + _BATCH] for start in range(0, len(paths), _BATCH)]


@cache
def _extractor(settings: Settings) -> Extractor:
    return settings.load()


def _process_batch(paths: Sequence[Path], settings: Settings) -> list[Result]:
    return [_process(path, _extractor(settings)) for path in paths]


def _process(path: Path, extractor: Extractor) -> Result:
    try:
        source = read_file(path)
        source = replace(
            source, name=os.fsencode(source.name).decode("utf-8", "replace")
        )  # what no UTF-8 file can hold
        return Document(extractor.process_source(source), source.text)
    except ReadingError as error:
        reason = str(error)
        return Failure(path, reason if str(path) in reason else f"{path}: {reason.removeprefix(f'{path.name}: ')}")
    except Exception as error:  # noqa: BLE001 - a defect that one text shows must not lose the others
        return Failure(path, f"{path}: internal error, please report: {type(error).__name__}: {error}")
