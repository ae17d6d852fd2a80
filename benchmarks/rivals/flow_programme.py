"""The chokepoint of one pair as a linear programme, as a person with SciPy would write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from monazite.chain.chokepoint.trees import Trees


def by_programme(trees: Trees, user: int, supplier: int) -> float:
    """What a user loses without a supplier that is not its own country: 1 - the largest flow."""
    edges, count = trees.tracing.network.edges, len(trees.places.country)
    kept = trees.places.country != supplier
    along = np.flatnonzero(kept[edges.source] & kept[edges.target])
    into = np.flatnonzero(kept & (trees.outside > 0))
    out = np.flatnonzero(trees.users.start[user] > 0)
    most = np.concatenate([
        trees.flows(user, along), trees.through[user, into] * trees.outside[into],
        trees.users.start[user, out],
    ])  # fmt: skip
    column = np.arange(len(most))
    rows = np.concatenate([edges.target[along], into, edges.source[along], out])
    columns = np.concatenate([column[: -len(out)], column[: len(along)], column[-len(out) :]])
    signs = np.repeat([1.0, -1.0], [len(along) + len(into), len(along) + len(out)])
    balance = csr_array((signs, (rows, columns)), shape=(count, len(most)))
    gain = np.zeros(len(most))
    gain[-len(out) :] = -1.0
    bounds = np.column_stack([np.zeros(len(most)), most])
    done = linprog(gain, A_eq=balance, b_eq=np.zeros(count), bounds=bounds, method="highs")
    return float(1.0 + done.fun)
