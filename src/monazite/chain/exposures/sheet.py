"""All shares of one user in one network, at its amounts and at every draw of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures import labels
from monazite.chain.exposures.bands import drawn
from monazite.chain.exposures.direct import direct
from monazite.chain.exposures.labels import Label
from monazite.chain.exposures.order import order
from monazite.chain.exposures.owners import controlled, names_of
from monazite.chain.exposures.places import countries, held, members
from monazite.chain.exposures.stages import by_stage
from monazite.chain.exposures.tracing import Tracing, first, walk
from monazite.chain.stages import MAKE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.exposures.upstream import Upstream
    from monazite.chain.figures import Figure
    from monazite.chain.network.network import Floats, Network
    from monazite.chain.network.nodes import Node


class Sheet(NamedTuple):
    """Shares by label: at the network's amounts (labels), and by draw (draws, labels)."""

    labels: tuple[Label, ...]
    value: Floats
    draws: Floats


class _Asked(NamedTuple):
    """The questions to a network as columns of `tracing.first`."""

    columns: tuple[str, ...]
    value: Floats
    stop: Floats


def sheet(
    network: Network,
    part: Upstream,
    start: Floats,
    owners: Mapping[Node, Mapping[str, Figure]],
    draws: int,
) -> Sheet:
    """The shares of one user.

    Args:
        network: the whole network, whose draws are the same for every user.
        part: what leads to the user (`upstream.upstream`).
        start: 1 at the user's nodes and 0 elsewhere, by node of the part; what it has at each of
            them is drawn too.
        owners: who controls the makers, by node; what is missing is not known.
        draws: how many draws, 0 for none.
    """
    columns, names = countries(part.network), names_of(part.network, owners)
    makers = members(part.network, columns, MAKE)
    control = controlled(part.network, owners, names)
    made, owned = by_stage(part.network, makers), by_stage(part.network, control)
    asked = _Asked(
        columns,
        np.hstack([makers, made.value, control, owned.value]),
        np.hstack([makers, made.stop, control, owned.stop]),
    )
    way = order(part.network)
    rows = [
        _shares(walk(way, amount), amount, asked, start)
        for amount in (part.network.edges.amount, *_amounts(network, part, draws))
    ]
    drawn_rows = np.array(rows[1:]).reshape(draws, len(rows[0]))
    return Sheet(_labels(columns, made.stages, names), rows[0], drawn_rows)


def _amounts(network: Network, part: Upstream, draws: int) -> list[Floats]:
    return [amount[part.edges] for amount in drawn(network, draws)]


def _shares(tracing: Tracing, amount: Floats, asked: _Asked, start: Floats) -> Floats:
    weight = start * held(tracing.network, amount)
    weight /= weight.sum()
    found = first(tracing, asked.value, asked.stop)
    return np.concatenate([weight @ direct(tracing, asked.columns), weight @ found])


def _labels(
    columns: Sequence[str], stages: Sequence[str], names: Sequence[str]
) -> tuple[Label, ...]:
    return (
        *(Label(labels.DIRECT, "", name) for name in columns),
        *(Label(labels.ULTIMATE, "", name) for name in columns),
        *(Label(labels.MADE, stage, name) for stage in stages for name in columns),
        *(Label(labels.OWNED, stage, name) for stage in ("", *stages) for name in (*names, "")),
    )
