"""Viterbi and forward-backward over all sequences of a text at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.s5_entities.tagger import labels
from extract.s5_entities.tagger.weights import Floats

_NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Best labels and the log probability of any stretch of them."""

    path: NDArray[np.int64]
    """Label number of each token."""
    scores: NDArray[np.float64]
    """Running log probability: the stretch a..b (inclusive) of the path, its outer context summed over all labellings,
    has the log probability ``head[a] + scores[b] - scores[a] + tail[b]``."""
    head: NDArray[np.float64]
    tail: NDArray[np.float64]

    def probability(self, first: int, last: int) -> float:
        """Marginal probability that tokens ``first`` to ``last`` carry exactly their best labels."""
        log = self.head[first] + self.scores[last] - self.scores[first] + self.tail[last]
        return float(min(1.0, np.exp(min(log, 0.0))))


class Decoder:
    """Transition weights made ready for decoding."""

    def __init__(self, transitions: Floats) -> None:
        self._log = np.where(labels.allowed(), transitions, _NEVER).astype(np.float32)
        self._exp = np.where(labels.allowed(), np.exp(transitions), 0.0)
        self._start = np.where(labels.start_allowed(), 0.0, _NEVER).astype(np.float32)
        self._end = np.where(labels.end_allowed(), 0.0, _NEVER).astype(np.float32)

    def decode(self, emissions: Floats, ranges: Sequence[tuple[int, int]]) -> Decoded:
        """Decode ``emissions`` (tokens, labels); ``ranges`` are the sequences and cover all tokens."""
        first = np.array([a for a, _ in ranges])
        starts, lengths, active = _by_length(first, np.array([b - a for a, b in ranges]))
        emissions = emissions.copy()
        emissions[starts] += self._start
        emissions[starts + lengths - 1] += self._end
        path = self._viterbi(emissions, starts, lengths, active)
        named = np.logical_or.reduceat(path != labels.OUTSIDE, first)[np.searchsorted(first, starts)]
        starts, lengths, active = _by_length(starts[named], lengths[named])
        return self._marginals(emissions, path, starts, active)

    def _viterbi(
        self, emissions: Floats, starts: NDArray[np.int64], lengths: NDArray[np.int64], active: list[int]
    ) -> NDArray[np.int64]:
        best = emissions[starts]
        back = np.zeros(emissions.shape, np.int8)
        final = best.copy()
        for t in range(1, len(active)):
            k = active[t]
            at = starts[:k] + t
            options = best[:k, :, None] + self._log
            back[at] = options.argmax(axis=1)
            best = options.max(axis=1) + emissions[at]
            final[:k] = best
        path = np.zeros(len(emissions), np.int64)
        label = final.argmax(axis=1)
        path[starts + lengths - 1] = label
        for t in range(len(active) - 1, 0, -1):
            k = active[t]
            at = starts[:k] + t
            label[:k] = back[at, path[at]]
            path[at - 1] = label[:k]
        return path

    def _marginals(
        self,
        emissions: Floats,
        path: NDArray[np.int64],
        starts: NDArray[np.int64],
        active: list[int],
    ) -> Decoded:
        """Of the sequences that begin at ``starts``; all others have no label but the outer one."""
        top = emissions.max(axis=1, keepdims=True)
        likely = np.exp((emissions - top).astype(np.float64))
        forward = np.ones_like(likely)
        scale = np.ones(len(likely))
        state = likely[starts]
        for t in range(len(active)):
            at = starts[: active[t]] + t
            if t:
                state = (state[: len(at)] @ self._exp) * likely[at]
            total = state.sum(axis=1)
            state = state / total[:, None]
            forward[at] = state
            scale[at] = total
        backward = np.ones_like(likely)
        for t in range(len(active) - 1, 0, -1):
            at = starts[: active[t]] + t
            backward[at - 1] = ((likely[at] * backward[at]) @ self._exp.T) / scale[at, None]
        every = np.arange(len(path))
        steps = np.log(likely[every, path] + 1e-300) - np.log(scale)
        steps[1:] += self._log[path[:-1], path[1:]]
        with np.errstate(divide="ignore"):
            head = np.log(forward[every, path])
            tail = np.log(backward[every, path])
        return Decoded(path, np.cumsum(steps), head, tail)


def _by_length(
    starts: NDArray[np.int64], lengths: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], list[int]]:
    """Sequences, the longest first, and how many of them are longer than 0, 1, 2 … tokens."""
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    longest = int(lengths[0]) if len(lengths) else 0
    active: list[int] = np.searchsorted(-lengths, -np.arange(longest), side="left").tolist()
    return starts, lengths, active
