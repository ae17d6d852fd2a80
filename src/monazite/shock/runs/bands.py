"""Where draws lie: their 5th, 50th and 95th percentile."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints

LEVELS = (0.05, 0.5, 0.95)


class Bands(NamedTuple):
    """Percentiles among the draws that have the number, and how many have it.

    Each is a draw's own number: that of rank floor(level x (known - 1)) in ascending order. NaN
    where no draw has one.
    """

    p5: Floats
    p50: Floats
    p95: Floats
    known: Ints


def bands(numbers: Floats) -> Bands:
    """Of draws that are all at hand (last index); NaN where a draw has no number."""
    known = np.sum(~np.isnan(numbers), axis=-1)
    ranked = np.sort(numbers, axis=-1)  # what is not a number comes last
    rank = (np.floor(np.multiply.outer(LEVELS, np.maximum(known - 1, 0)))).astype(np.int64)
    low, middle, high = (np.take_along_axis(ranked, at[..., None], axis=-1)[..., 0] for at in rank)
    return Bands(low, middle, high, known)
