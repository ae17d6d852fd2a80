"""What is known of the makers of a sum, and who owns them, from what is known of its parts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.cover import DAYS
from monazite.chain.figures import SPREAD, Figure, Reading
from monazite.chain.sums.networks import renamed
from monazite.chain.worlds import Plant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node

ADDED = "added"
"""The reason of a reading (`chain.choice.added`)."""
_NOTHING = Plant(None, None, None, None, None)


class _Part(NamedTuple):
    """One element at a node: its node, and t of it that come in and go out."""

    node: Node
    come: float
    gone: float


def plants(
    networks: Sequence[Network], known: Mapping[Node, Plant], name: str
) -> dict[Node, Plant]:
    """By node of the sum what is known of all of its parts there; what one part lacks is not."""
    found: dict[Node, Plant] = {}
    for node, parts in _parts(networks, name).items():
        if any(part.node in known for part in parts):
            found[node] = _plant(parts, [known.get(part.node, _NOTHING) for part in parts])
    return found


def owners(
    networks: Sequence[Network], known: Mapping[Node, Mapping[str, Figure]], name: str
) -> dict[Node, Mapping[str, Figure]]:
    """By make node of the sum what each owner controls of what all its parts put out there."""
    found: dict[Node, Mapping[str, Figure]] = {}
    for node, parts in _parts(networks, name).items():
        whole = sum(part.gone for part in parts)
        names = sorted({one for part in parts for one in known.get(part.node, {})})
        if names and whole > 0:
            found[node] = {one: _owned(one, parts, known, whole) for one in names}
    return found


def _owned(
    name: str, parts: Sequence[_Part], known: Mapping[Node, Mapping[str, Figure]], whole: float
) -> Figure:
    held = [(part.gone, known.get(part.node, {}).get(name)) for part in parts]
    value = sum(gone * figure.value for gone, figure in held if figure is not None) / whole
    return _of([figure for _, figure in held if figure is not None], value)


def _parts(networks: Sequence[Network], name: str) -> Mapping[Node, list[_Part]]:
    """By node of the sum its parts, of nodes that bear the name of their element."""
    found: dict[Node, list[_Part]] = defaultdict(list)
    for network in networks:
        edges, size = network.edges, len(network.nodes)
        come = np.bincount(edges.target, edges.amount, size) + network.entering + network.unknown
        gone = np.bincount(edges.source, edges.amount, size)
        for at, (node, own) in enumerate(zip(renamed(network, name), network.nodes, strict=True)):
            if node.material == name:
                found[node].append(_Part(own, float(come[at]), float(gone[at])))
    return found


def _plant(parts: Sequence[_Part], known: Sequence[Plant]) -> Plant:
    made = _sum([None if one.production is None else one.production.chosen for one in known])
    times = [one.lead_time for one in known if one.lead_time is not None]
    return Plant(
        production=None if made is None else Reading(made, (), ADDED),
        capacity=_sum([one.capacity for one in known]),
        recovery=_recovery(parts, [one.recovery for one in known]),
        lead_time=max(times, key=lambda figure: figure.value, default=None),
        stock=_stock([one.stock for one in known]),
    )


def _recovery(parts: Sequence[_Part], known: Sequence[Figure | None]) -> Figure | None:
    """What the plant puts out of all that it takes in."""
    figures = [one for one in known if one is not None]
    whole = sum(part.come for part in parts)
    if len(figures) < len(known) or whole <= 0:
        return None
    pairs = zip(parts, figures, strict=True)
    return _of(figures, sum(part.come * figure.value for part, figure in pairs) / whole)


def _stock(known: Sequence[Figure | None]) -> Figure | None:
    """Tonnes of all parts, or the days of use that are the same for each."""
    if any(one is not None and one.unit == DAYS for one in known):
        first = known[0]
        return first if all(one == first for one in known) else None
    return _sum(known)


def _sum(known: Sequence[Figure | None]) -> Figure | None:
    figures = [one for one in known if one is not None]
    units = {one.unit for one in figures}
    if len(figures) < len(known) or len(units) > 1:
        return None
    return _of(figures, sum(one.value for one in figures))


def _of(figures: Sequence[Figure], value: float) -> Figure:
    """A figure that stands on others: as sure and as new as the worst of them, with all rows."""
    return Figure(
        value=value,
        unit=figures[0].unit,
        year=min(one.year for one in figures),
        source="; ".join(dict.fromkeys(one.source for one in figures)),
        confidence=max((one.confidence for one in figures), key=SPREAD.__getitem__),
        rows=tuple(dict.fromkeys(row for one in figures for row in one.rows)),
    )
