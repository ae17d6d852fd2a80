"""Bands: how far a share moves when every figure moves as far as its confidence allows.

Each edge is drawn 200 times from a lognormal around its amount, with the spread of its source
(`monazite.chain.figures.SPREAD`, Monazite's own); p5, p50 and p95 of the shares are the band. Edges
are drawn one by one, as if no two errors had one cause, and what enters or is unknown is not drawn:
a band says what follows from the confidence of flows, not how wrong the whole picture may be.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.chain.network.network import Floats, Network

_SEED = 20241122
QUANTILES = (0.05, 0.5, 0.95)


class Band(NamedTuple):
    """The 5th, 50th and 95th percentile of draws."""

    p5: float
    p50: float
    p95: float


def drawn(network: Network, draws: int) -> Iterator[Floats]:
    """The amounts of a network's edges, draw by draw; the same ones every time it is asked."""
    seed = (_SEED, network.year, zlib.crc32(network.element.encode()))
    rng = np.random.default_rng(seed)
    for _ in range(draws):
        off = network.edges.spread * rng.standard_normal(len(network.edges.amount))
        yield network.edges.amount * np.exp(off)


def quantiles(values: Floats) -> Floats:
    """The percentiles of draws, (draws, ...) -> (3, ...); of no draws NaN."""
    if not len(values):
        return np.full((3, *values.shape[1:]), np.nan)
    found: Floats = np.quantile(values, QUANTILES, axis=0)
    return found
