"""Shares of one user that carry no band: what is unknown, how goods came in, what was estimated."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures import labels
from monazite.chain.exposures.arrivals import arrivals, finished
from monazite.chain.exposures.grounds import estimated, grounds, guessed
from monazite.chain.exposures.labels import Label
from monazite.chain.exposures.places import countries, held
from monazite.chain.exposures.stages import made
from monazite.chain.exposures.tracing import trace, visits
from monazite.chain.exposures.ultimate import ultimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.chain.exposures.arrivals import Arrival
    from monazite.chain.exposures.grounds import Ground
    from monazite.chain.exposures.tracing import Tracing
    from monazite.chain.network.network import Floats, Network

_SMALLEST = 1e-9
"""Parts of a use below it are left out: they are what solving leaves behind."""


class Plain(NamedTuple):
    """Shares by label, and the packaged rows behind them."""

    shares: dict[Label, float]
    grounds: tuple[Ground, ...]


def plain(part: Network, start: Floats, home: str) -> Plain:
    """What is said without bands of a user at some nodes of its country `home`.

    part: what leads to the user; start: 1 at its nodes of the part, 0 elsewhere.
    """
    tracing = trace(part)
    weight = start * held(part, part.edges.amount)
    weight /= weight.sum()
    ends = float(visits(tracing, weight[np.newaxis])[0] @ tracing.unknown)
    shares = {
        Label(labels.UNKNOWN): ends,
        Label(labels.ESTIMATED): estimated(tracing, weight),
        Label(labels.GUESSED): guessed(tracing, weight),
    }
    shares |= dict(_stages(tracing, weight))
    names = countries(part)
    parts = arrivals(tracing, weight, home, ultimate(tracing, names))
    shares |= dict(_arrived(parts, names))
    inside = finished(part, home, parts)
    if inside is not None:
        shares[Label(labels.FINISHED)] = inside
    return Plain(shares, grounds(tracing, weight))


def _stages(tracing: Tracing, weight: Floats) -> Iterator[tuple[Label, float]]:
    found = made(tracing, countries(tracing.network))
    for stage, later, unknown in zip(found.stages, found.later, found.unknown, strict=True):
        yield Label(labels.LATER, stage), float(weight @ later)
        yield Label(labels.LOST, stage), float(weight @ unknown)


def _arrived(parts: Iterable[Arrival], names: Sequence[str]) -> Iterator[tuple[Label, float]]:
    for part in parts:
        yield Label(labels.ARRIVED, part.stage, part.country), part.share
        for name, share in zip(names, part.upstream, strict=True):
            if share > _SMALLEST:
                yield Label(labels.ARRIVED, part.stage, part.country, name), float(share)
