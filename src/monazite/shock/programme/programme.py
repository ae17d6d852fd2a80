"""A linear or mixed-integer programme as arrays, and its solution: minimise, with bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from scipy.sparse import csc_array

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

Status = Literal["optimal", "infeasible", "unbounded", "time"]


class Block(NamedTuple):
    """Columns or rows of one name: the index of the first, and how they are laid out."""

    start: int
    shape: tuple[int, ...]

    def of(self, values: Floats) -> Floats:
        """The part of values by column or row that belongs to the block, in its shape."""
        size = int(np.prod(self.shape, dtype=np.int64))
        return values[self.start : self.start + size].reshape(self.shape)


@dataclass(frozen=True, slots=True, eq=False)
class Programme:
    """Minimise cost · x with lower <= x <= upper and row_lower <= matrix · x <= row_upper.

    cost, lower, upper, whole: by column, whole where only whole numbers count; lean: by column, a
    cost so small that it only tells which of several optima is taken (many that are equal keep a
    solver long); row_lower, row_upper: by row; matrix: rows x columns; column_blocks, row_blocks:
    by name.
    """

    cost: Floats
    lower: Floats
    upper: Floats
    whole: NDArray[np.bool_]
    lean: Floats
    row_lower: Floats
    row_upper: Floats
    matrix: csc_array
    column_blocks: Mapping[str, Block]
    row_blocks: Mapping[str, Block]


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """What a solver found; NaN throughout where it found nothing.

    status: "time" where the time ran out first, then the best that was found; gap: how far the
    optimum may be below the objective, as a part of it (0 without whole numbers); values, reduced:
    by column; duals: by row. A dual is the change of the optimum for one more at the right-hand
    side that binds; a reduced cost is the same of a column's bound. With whole numbers both are
    those of the linear programme that is left when these stand as found: what one more would be
    worth to the plan as it is, not what another plan could make of it.
    """

    status: Status
    objective: float
    gap: float
    values: Floats
    duals: Floats
    reduced: Floats
    seconds: float
    programme: Programme

    def column(self, name: str) -> Floats:
        """The values of a block of columns, in its shape."""
        return self.programme.column_blocks[name].of(self.values)

    def dual(self, name: str) -> Floats:
        """The duals of a block of rows, in its shape."""
        return self.programme.row_blocks[name].of(self.duals)
