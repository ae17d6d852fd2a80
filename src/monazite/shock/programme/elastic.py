"""The nearest programme that can be solved: some rows give way, by as little as possible."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.programme.highs import solve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.programme.highs import Method
    from monazite.shock.programme.programme import Floats, Ints, Programme, Solution

_LEEWAY = 1e-6
"""Of the least total violation, what the second search may use beyond it: a solver's own leeway."""


class Relaxed(NamedTuple):
    """The best solution of those that break the given rows least.

    solution: of the programme as it was given, though it breaks these rows; violation: by how much,
    by the name of the block, in its shape: above the upper bound counts plus, below the lower one
    minus; total: the sum of all violations, weighted.
    """

    solution: Solution
    violation: Mapping[str, Floats]
    total: float


def relaxed(
    programme: Programme,
    row_blocks: Sequence[str],
    weights: Mapping[str, Floats | float] | None = None,
    *,
    seconds: float | None = None,
    method: Method = "simplex",
) -> Relaxed:
    """Let the rows of these blocks be broken: least in total first, then at the least cost.

    weights: of a block's violations, for each row or for all, 1 where none is given. Where the
    other rows contradict each other the solution is "infeasible" and the total NaN. Of a MILP the
    second search lasts `seconds` at most.
    """
    rows = np.concatenate([_rows(programme, name) for name in row_blocks])
    weight = np.concatenate([_weight(programme, name, weights or {}) for name in row_blocks])
    wide = _widened(programme, rows)
    columns = len(programme.cost)
    price = np.concatenate([np.zeros(columns), weight, weight])
    first = replace(wide, cost=price, lean=np.zeros_like(price))
    least = solve(first, seconds=seconds, method=method)
    if np.isnan(least.objective):
        return Relaxed(_narrowed(least, programme), {}, np.nan)
    found = solve(_held(wide, price, least.objective), seconds=seconds, method=method)
    over, under = np.split(found.values[columns:], 2)
    broken = np.zeros(len(programme.row_lower))
    broken[rows] = over - under
    violation = {name: programme.row_blocks[name].of(broken) for name in row_blocks}
    return Relaxed(_narrowed(found, programme), violation, least.objective)


def _rows(programme: Programme, name: str) -> Ints:
    block = programme.row_blocks[name]
    return block.start + np.arange(np.prod(block.shape, dtype=np.int64))


def _weight(programme: Programme, name: str, weights: Mapping[str, Floats | float]) -> Floats:
    shape = programme.row_blocks[name].shape
    return np.broadcast_to(np.asarray(weights.get(name, 1.0), float), shape).ravel()


def _widened(programme: Programme, rows: Ints) -> Programme:
    """With two columns for each of the rows: what it is above its upper bound, and below."""
    from scipy.sparse import csc_array, hstack  # noqa: PLC0415 - takes long to import

    count = len(rows)
    size = (len(programme.row_lower), count)
    above = csc_array((np.full(count, -1.0), (rows, np.arange(count))), shape=size)
    zero = np.zeros(2 * count)
    return replace(
        programme,
        cost=np.concatenate([programme.cost, zero]),
        lower=np.concatenate([programme.lower, zero]),
        upper=np.concatenate([programme.upper, zero + np.inf]),
        whole=np.concatenate([programme.whole, zero > 0]),
        lean=np.concatenate([programme.lean, zero]),
        matrix=csc_array(hstack([programme.matrix, above, -above])),
    )


def _held(wide: Programme, price: Floats, total: float) -> Programme:
    """With one row more: the total violation is no more than the least."""
    from scipy.sparse import csc_array, vstack  # noqa: PLC0415 - takes long to import

    return replace(
        wide,
        row_lower=np.append(wide.row_lower, -np.inf),
        row_upper=np.append(wide.row_upper, total * (1 + _LEEWAY) + _LEEWAY),
        matrix=csc_array(vstack([wide.matrix, csc_array(price[None, :])])),
    )


def _narrowed(found: Solution, programme: Programme) -> Solution:
    """The solution without the columns and the row that were added."""
    columns, rows = len(programme.cost), len(programme.row_lower)
    return replace(
        found,
        values=found.values[:columns],
        reduced=found.reduced[:columns],
        duals=found.duals[:rows],
        programme=programme,
    )
