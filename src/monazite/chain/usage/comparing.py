"""The usage map of a desk beside the statistical one: how much of a use each of them knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.places import held
from monazite.chain.exposures.tracing import first, trace
from monazite.chain.exposures.ultimate import ultimate
from monazite.chain.exposures.users import start_of
from monazite.chain.stages import SECTOR
from monazite.chain.usage.overlay import laid_over
from monazite.chain.usage.tally import LICENSED, RELEASED
from monazite.chain.usage.ways import delivered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.chain.network.network import Floats, Network
    from monazite.chain.usage.tally import Amount
    from monazite.chain.usage.ways import Delivered
    from monazite.chain.worlds import World


class Difference(NamedTuple):
    """What a sector of a country uses of an element, t a year; sector "" for all of them.

    licensed, released: by the desk; statistical: by the world's network, None where it has no such
    use; share, share_seen: of the use that passed a maker of the country that lets the goods go, by
    the statistics alone and with what the desk saw in their place; unknown, unknown_seen: of which
    nobody says where it is from.
    """

    element: str
    country: str
    sector: str
    licensed: float
    released: float
    statistical: float | None
    share: float | None
    share_seen: float | None
    unknown: float | None
    unknown_seen: float | None

    @property
    def more_than_known(self) -> bool:
        """Whether the desk released more than statistics say is used at all."""
        return self.released > (self.statistical or 0.0)


def compared(
    world: World, amounts: Sequence[Amount], origin: str, days: int
) -> tuple[Difference, ...]:
    """Every element, country and sector of the amounts, in their order; days: of how many they are.

    An element that the world has no network of is left out. What is released takes the place of
    statistics, as what is licensed may never leave.
    """
    seen = laid_over(world, amounts, RELEASED, days)
    found: list[Difference] = []
    for element in dict.fromkeys(each.element for each in amounts):
        if element in world.networks:
            standing = [_Standing(each.networks[element], origin) for each in (world, seen)]
            found += _of(element, standing, amounts, days)
    return tuple(found)


def _of(
    element: str, standing: Sequence[_Standing], amounts: Sequence[Amount], days: int
) -> Iterable[Difference]:
    licensed, released = (delivered(amounts, element, name, days) for name in (LICENSED, RELEASED))
    ways = (*licensed, *released)
    keys = {key for way in ways for key in ((way.country, ""), (way.country, way.sector))}
    for country, sector in sorted(keys):
        used, share, unknown = standing[0].of(country, sector)
        _, share_seen, unknown_seen = standing[1].of(country, sector)
        yield Difference(
            element, country, sector, _sum(licensed, country, sector),
            _sum(released, country, sector), used, share, share_seen, unknown, unknown_seen,
        )  # fmt: skip


def _sum(ways: Iterable[Delivered], country: str, sector: str) -> float:
    found = (w.amount for w in ways if w.country == country and sector in {"", w.sector})
    return sum(found, 0.0)


class _Standing:
    """What each use of a network takes, and its share that stands on one country."""

    def __init__(self, network: Network, origin: str) -> None:
        traced, nothing = trace(network), np.zeros((len(network.nodes), 1))
        self._network = network
        self._held = held(network, network.edges.amount)
        self._share: Floats = ultimate(traced, [origin])[:, 0]
        self._unknown: Floats = first(traced, traced.unknown[:, None], nothing)[:, 0]

    def of(self, country: str, sector: str) -> tuple[float | None, float | None, float | None]:
        """Tonnes, the share, and the share of unknown origin; None where nothing is used."""
        start = start_of(self._network, self._held, country, SECTOR, sector, "")
        used = float(start.sum())
        if not used:
            return None, None, None
        return used, float(start @ self._share) / used, float(start @ self._unknown) / used
