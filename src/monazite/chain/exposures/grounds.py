"""What a share rests on: the packaged rows that the walk went by, and how much was estimated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.tracing import along, visits
from monazite.chain.network.network import ESTIMATED

if TYPE_CHECKING:
    from monazite.chain.exposures.tracing import Tracing
    from monazite.chain.network.network import Floats


_ALL = 1.0 - 1e-9


class Ground(NamedTuple):
    """A packaged row (`monazite source ID`) and the largest part of the use that it speaks of."""

    row: str
    share: float


def grounds(tracing: Tracing, start: Floats) -> tuple[Ground, ...]:
    """The rows behind the walks from a start (by node, adds up to 1), the weightiest first."""
    edges = tracing.network.edges
    passed = visits(tracing, start[None, :])[0][edges.target] * tracing.share
    found: dict[str, float] = {}
    for at in np.flatnonzero(passed > 0):
        for row in edges.rows[at]:
            found[row] = max(found.get(row, 0.0), min(1.0, float(passed[at])))
    return tuple(Ground(*one) for one in sorted(found.items(), key=lambda one: (-one[1], one[0])))


def estimated(tracing: Tracing, start: Floats) -> float:
    """The part of a use whose way back passes an estimate that the balance put into a mix.

    An amount that is all its target has decides nothing: the share of its source is 1 whatever it
    is, so that it does not count.
    """
    alone = tracing.share > _ALL
    kept = along(tracing, alone | (tracing.network.edges.basis != ESTIMATED))
    sound = visits(kept, start[None, :])[0] @ (tracing.entering + tracing.unknown)
    return float(np.clip(1.0 - sound, 0.0, 1.0))


def guessed(tracing: Tracing, start: Floats) -> float:
    """The part of a use whose amount itself is an estimate: what comes in there by such edges."""
    edges = tracing.network.edges
    filled = np.where(edges.basis == ESTIMATED, tracing.share, 0.0)
    return float(start @ np.bincount(edges.target, filled, len(start)))
