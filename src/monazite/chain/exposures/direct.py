"""The direct share: the last country that goods came from, as trade statistics see it.

Of what the market of a country has, the direct share on k is what it takes from k's market, and for
k the country itself what its own makers put there and what enters the world there. A maker or user
takes from its home market, so it stands where that market stands. With what is unknown the shares
add up to 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from monazite.chain.stages import MARKET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.exposures.tracing import Tracing
    from monazite.chain.network.network import Floats


def direct(tracing: Tracing, columns: Sequence[str]) -> Floats:
    """The direct share of each node on each country: (nodes, columns)."""
    network = tracing.network
    count, edges = len(network.nodes), network.edges
    place = {name: at for at, name in enumerate(columns)}
    home = np.array([place[node.country] for node in network.nodes], dtype=np.int64)
    market = np.array([node.kind == MARKET for node in network.nodes], dtype=np.bool_)
    own = home[edges.source] == home[edges.target]
    through = own & market[edges.source] & ~market[edges.target]
    found = np.zeros((count, len(columns)))
    ends = ~through
    np.add.at(found, (edges.target[ends], home[edges.source[ends]]), tracing.share[ends])
    found[np.arange(count), home] += tracing.entering
    passed = csr_array(
        (tracing.share[through], (edges.target[through], edges.source[through])),
        shape=(count, count),
    )
    on: Floats = found + passed @ found
    return on
