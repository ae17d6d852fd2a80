"""What a share rests on: the packaged rows that the walk went by, and how much was estimated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.tracing import along, visits
from monazite.chain.network.network import ESTIMATED

if TYPE_CHECKING:
    from monazite.chain.exposures.order import Flags
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
    """The part of a use whose way back passes an estimate in a mix (`all_estimated`)."""
    return float(all_estimated(tracing, start[None, :])[0])


def all_estimated(tracing: Tracing, starts: Floats) -> Floats:
    """Of several uses (uses, nodes) the part whose way back passes an estimate in a mix."""
    return through(tracing, starts, tracing.network.edges.basis == ESTIMATED)


def deciding(tracing: Tracing) -> Flags:
    """By edge whether its amount decides anything.

    What is all its target has does not: the share of its source is 1 whatever the amount is.
    """
    found: Flags = tracing.share <= _ALL
    return found


def through(tracing: Tracing, starts: Floats, marked: Flags) -> Floats:
    """Of several uses (uses, nodes) the part whose way back passes a marked edge that decides."""
    kept = along(tracing, ~(marked & deciding(tracing)))
    sound = visits(kept, starts) @ (tracing.entering + tracing.unknown)
    found: Floats = np.clip(1.0 - sound, 0.0, 1.0)
    return found


def guessed(tracing: Tracing, start: Floats) -> float:
    """The part of a use whose amount itself is an estimate: what comes in there by such edges."""
    edges = tracing.network.edges
    filled = np.where(edges.basis == ESTIMATED, tracing.share, 0.0)
    return float(start @ np.bincount(edges.target, filled, len(start)))
