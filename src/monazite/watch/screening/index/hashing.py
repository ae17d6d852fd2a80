"""Numbers of 64 bits that stand for texts, so that an index looks up no text.

A text's number is a polynomial of its bytes modulo 2^64 (Rabin & Karp 1987). Two texts written
together have `hash(a) * BASE^len(b) + hash(b)`: a joined name is found without writing it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_BASE = np.uint64(0x9E3779B97F4A7C15)
_LONGEST = 64
"""Bytes of a text that count; what is longer is told apart by its first 64 alone."""


class Hashed(NamedTuple):
    """Texts as numbers: value, and power, BASE to the bytes of the text."""

    value: NDArray[np.uint64]
    power: NDArray[np.uint64]

    def of(self, which: NDArray[np.int32]) -> Hashed:
        """Those of some texts, in the order asked for."""
        return Hashed(self.value[which], self.power[which])

    def then(self, other: Hashed) -> NDArray[np.uint64]:
        """The numbers of these texts with the others written behind them."""
        together: NDArray[np.uint64] = self.value * other.power + other.value
        return together


def hashed(texts: Sequence[str]) -> Hashed:
    """The number of each text; an empty one is 0."""
    parts = [text.encode()[:_LONGEST] for text in texts]
    length = np.fromiter(map(len, parts), np.int64, len(parts))
    letters = np.frombuffer(b"".join(parts), np.uint8).astype(np.uint64) + np.uint64(1)
    first = np.cumsum(length) - length
    longest_first = np.argsort(-length, kind="stable")
    value = np.zeros(len(parts), np.uint64)
    power = np.ones(len(parts), np.uint64)
    for place in range(int(length.max(initial=0))):
        still = longest_first[: np.searchsorted(-length[longest_first], -place, side="left")]
        value[still] = value[still] * _BASE + letters[first[still] + place]
        power[still] *= _BASE
    return Hashed(value, power)


def mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The values scattered over all 64 bits (splitmix64, Steele et al. 2014)."""
    z = values + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    scattered: NDArray[np.uint64] = z ^ (z >> np.uint64(31))
    return scattered
