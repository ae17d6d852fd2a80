"""What a country uses by sector, and on whom each sector stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.chain.exposures.places import countries, held
from monazite.chain.exposures.tracing import trace
from monazite.chain.exposures.ultimate import ultimate
from monazite.chain.exposures.values import Share
from monazite.chain.stages import USE

if TYPE_CHECKING:
    from monazite.chain.network.network import Network

_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class SectorUse:
    """One sector: t of contained element a year, its part of the country's use, its shares.

    ultimate: the largest first, without bands; of several countries one part may be shared.
    """

    sector: str
    use: float
    share: float
    ultimate: tuple[Share, ...]


def by_sector(network: Network, country: str, material: str) -> tuple[SectorUse, ...]:
    """The sectors of a country (ISO3), the largest first; material: empty for all of them."""
    tracing, names = trace(network), countries(network)
    shares, amounts = ultimate(tracing, names), held(network, network.edges.amount)
    at: dict[str, list[int]] = {}
    for place, node in enumerate(network.nodes):
        if (node.kind, node.country) == (USE, country) and material in {"", node.material}:
            at.setdefault(node.sector, []).append(place)
    whole = sum(float(amounts[places].sum()) for places in at.values())
    found = []
    for sector, places in at.items():
        use = float(amounts[places].sum())
        if use > 0:
            on = (amounts[places] / use) @ shares[places]
            found.append(SectorUse(sector, use, use / whole, _ranked(names, on.tolist())))
    return tuple(sorted(found, key=lambda one: (-one.use, one.sector)))


def _ranked(names: tuple[str, ...], on: list[float]) -> tuple[Share, ...]:
    pairs = sorted(zip(names, on, strict=True), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Share(name, share, None) for name, share in pairs if share > _LEAST)
