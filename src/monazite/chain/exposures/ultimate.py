"""The ultimate share: what of a use any maker of a country had a hand in, at any stage.

U[n, k] = the chance that the walk from n (`tracing`) meets at least one make node of k; so a magnet
from Japan with Chinese dysprosium stands on both, and shares of several countries add up to more
than 1. `passing` counts markets too: goods that only went through k.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.exposures.places import members
from monazite.chain.exposures.tracing import hits
from monazite.chain.stages import MAKE, MARKET, USE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.exposures.tracing import Tracing
    from monazite.chain.network.network import Floats


def ultimate(tracing: Tracing, columns: Sequence[str]) -> Floats:
    """The ultimate share of each node on the makers of each country: (nodes, columns)."""
    return hits(tracing, members(tracing.network, columns, MAKE))


def passing(tracing: Tracing, columns: Sequence[str]) -> Floats:
    """The share of each node's goods that passed any node of each country: (nodes, columns)."""
    return hits(tracing, members(tracing.network, columns, MAKE, MARKET, USE))
