"""Amounts of ways of which a user gives only shares: what each target needs, asked upstream.

What a node takes in is what goes out of it over its recovery, or what is used there. With B[n, m] =
share of m that comes from n, over n's recovery, and c what ways with amounts and uses need of n,

    taken = B taken + c,    amount of an edge = share x taken by its target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csc_array, eye_array
from scipy.sparse.linalg import splu

from monazite.chain.network.own import summed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.network.own import Rows

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]


def by_share(rows: Rows) -> Mask:
    """The nodes whose ways in are said as shares."""
    found = np.zeros(len(rows.nodes), dtype=np.bool_)
    found[rows.target[~np.isnan(rows.share)]] = True
    return found


def unsized(rows: Rows) -> Mask:
    """Nodes supplied by shares of which neither a way out nor a use says how much they take."""
    found: Mask = by_share(rows) & (rows.used == 0)
    found[rows.source[rows.source >= 0]] = False
    return found


def taken(rows: Rows) -> Floats:
    """What each node takes in, t; right where its ways in are shares. No ring may feed itself.

    A node that nothing sizes counts as taking 1 t: shares do not depend on it.
    """
    count = len(rows.nodes)
    wants = summed(rows.source, rows.amount, count) / rows.recovery
    wants += rows.used + unsized(rows)
    asks = ~np.isnan(rows.share) & (rows.source >= 0)
    source, target = rows.source[asks], rows.target[asks]
    needs = csc_array(
        (rows.share[asks] / rows.recovery[source], (source, target)), shape=(count, count)
    )
    return np.asarray(splu(csc_array(eye_array(count) - needs)).solve(wants), dtype=np.float64)
