"""A table of codes by countries with all its totals: which cells are hidden so that none follows.

Every hidden cell that would tell a firm's trade is a corner of rectangles of hidden cells:
what is added to it is taken from its two neighbours and given to the corner across, and no total
changes. So a reader of the totals cannot say where in between it lies. What the corners can give is
what their largest firm does not hold: a firm that knows its own part learns no more.

The table by destination and the one by arrival are hidden together: most goods go straight to where
they are used, so that both hold the same cell and whoever equates them reads one in the other. A
cell is hidden in both, and where it is the same in both so must be what its rectangles can give.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from monazite.customs.statistics.sensitive import Limits, sums
from monazite.customs.statistics.shares import MASS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    import numpy.typing as npt

    from monazite.customs.statistics.sensitive import Real, Sums
    from monazite.customs.statistics.shares import Whole

    Mask = npt.NDArray[np.bool_]

Cell = tuple[int, int]
Kind = TypeVar("Kind", bound=np.generic)
_FEW = 16


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows are codes, columns countries; cells that nothing went to are not there.

    total, free (what the largest firm does not hold), up and down (what a guess must be off by)
    by row, column and amount.
    """

    there: Mask
    total: Whole
    free: Real
    up: Real
    down: Real
    few: Mask
    sensitive: Mask


@dataclass(frozen=True, slots=True)
class Hidden:
    """Cells that are hidden, and those of them for which no rectangle was found."""

    cells: Mask
    failed: tuple[Cell, ...]


def grid(
    row: Whole, column: Whole, shape: Cell, firm: Whole, amounts: Whole, limits: Limits
) -> Grid:
    """The table of shares with what each cell needs."""
    found = sums(row * shape[1] + column, firm, amounts, limits)
    sensitive = _spread(found, found.sensitive, shape)
    largest = _spread(found, found.largest, shape)
    total = _spread(found, found.total, shape)
    up = _spread(found, found.needed, shape)
    return Grid(
        there=_spread(found, np.ones(len(found.keys), np.bool_), shape),
        total=total,
        free=total - largest,
        up=up,
        down=np.minimum(up, largest),
        few=_spread(found, found.few, shape),
        sensitive=sensitive,
    )


def held_back(table: Grid, cells: AbstractSet[Cell], p: float) -> Grid:
    """The table in which cells that were hidden before stay so, and stay as hard to guess."""
    if not cells:
        return table
    sensitive, up = table.sensitive.copy(), table.up.copy()
    for cell in cells:
        sensitive[cell] = True
        up[cell] = np.maximum(up[cell], p * (table.total[cell] - table.free[cell]))
    down = np.minimum(up, table.total - table.free)
    return Grid(table.there, table.total, table.free, up, down, table.few, sensitive)


def hide(tables: Sequence[Grid], known: Sequence[Mask]) -> Hidden:
    """The sensitive cells of both tables and those that stand with them, the neediest first.

    known: cells that an earlier vintage showed as they still are; they can stand for nothing.
    """
    open_ = [
        replace(each, there=each.there & ~told) for each, told in zip(tables, known, strict=True)
    ]
    both, same = _both(open_), (tables[0].total == tables[1].total).all(axis=2)
    cells = np.logical_or(*(each.sensitive & each.there for each in tables))
    wanted = [(int(r), int(c)) for r, c in np.argwhere(cells)]
    wanted.sort(key=lambda at: (-float(both.up[at].sum()), at))
    # What hiding a cell costs: its mass; nothing where it is hidden already.
    price = np.where(cells, 0.0, sum(each.total[..., MASS] for each in tables) + 1.0)
    failed = []
    for at in wanted:
        for table in (both,) if same[at] else [each for each in open_ if each.sensitive[at]]:
            corners = _Around(table, at).corners(price)
            if not corners:
                failed.append(at)
            for down, right in corners:
                price[at[0], right] = price[down, at[1]] = price[down, right] = 0.0
    return Hidden(price == 0.0, tuple(failed))


def _both(tables: Sequence[Grid]) -> Grid:
    """What both tables leave room for, and what either needs."""
    one, other = tables
    return Grid(
        there=one.there & other.there,
        total=np.minimum(one.total, other.total),
        free=np.minimum(one.free, other.free),
        up=np.maximum(one.up, other.up),
        down=np.maximum(one.down, other.down),
        few=one.few | other.few,
        sensitive=one.sensitive | other.sensitive,
    )


class _Around:
    """The rectangles of a cell that are left, and what is still needed of them.

    They share neither a row nor a column but the cell's, so that what they give adds up.
    """

    def __init__(self, table: Grid, at: Cell) -> None:
        self.at = at
        rows, columns = np.flatnonzero(table.there[:, at[1]]), np.flatnonzero(table.there[at[0]])
        self.rows, self.columns = rows[rows != at[0]], columns[columns != at[1]]
        self.there = table.there
        # Without a need in any amount, one rectangle still keeps the cell from being told exactly.
        asked = np.flatnonzero(table.up[at] > 0)
        self.free = [table.free[..., j] for j in asked]
        self.up = [float(table.up[at][j]) for j in asked]
        self.down = [float(table.down[at][j]) for j in asked]

    def corners(self, price: Real) -> list[Cell]:
        """The corners across of rectangles that are enough together; none where they are not."""
        found: list[Cell] = []
        while not found or any(need > 0 for need in (*self.up, *self.down)):
            corner = self._next(self._cheapest(price), price) or self._next(
                (self.rows, self.columns), price, whole=False
            )
            if corner is None:
                return []
            self._take(corner)
            found.append(corner)
        return found

    def _cheapest(self, price: Real) -> tuple[Whole, Whole]:
        """The few rows and columns that alone give enough beside the cell and cost least."""
        r, c = self.at
        rows, columns = self.rows, self.columns
        for free, up in zip(self.free, self.up, strict=True):
            rows, columns = rows[free[rows, c] >= up], columns[free[r, columns] >= up]
        return (
            rows[np.argsort(price[rows, c], kind="stable")[:_FEW]],
            columns[np.argsort(price[r, columns], kind="stable")[:_FEW]],
        )

    def _next(self, among: tuple[Whole, Whole], price: Real, *, whole: bool = True) -> Cell | None:
        """The cheapest rectangle of those that give most; whole: only one that is enough alone."""
        rows, columns = among
        if not len(rows) or not len(columns):
            return None
        (r, c), across = self.at, np.ix_(rows, columns)
        part = np.where(self.there[across], self._part(rows, columns, across), 0.0)
        most = float(part.max())
        if most <= 0 or (whole and most < 1):
            return None
        cost = price[r, columns][None, :] + price[rows, c][:, None] + price[across]
        down, right = divmod(int(np.argmin(np.where(part >= most, cost, np.inf))), len(columns))
        return int(rows[down]), int(columns[right])

    def _part(self, rows: Whole, columns: Whole, across: tuple[Whole, ...]) -> Real:
        """Which part of what is needed each gives: upwards its sides, downwards its corner."""
        (r, c), found = self.at, np.ones((len(rows), len(columns)))
        for free, up, down in zip(self.free, self.up, self.down, strict=True):
            sides = np.minimum(free[r, columns][None, :], free[rows, c][:, None])
            if up > 0:
                found = np.minimum(found, sides / up)
            if down > 0:
                found = np.minimum(found, free[across] / down)
        return found

    def _take(self, corner: Cell) -> None:
        (r, c), (down, right) = self.at, corner
        for n, free in enumerate(self.free):
            self.up[n] = max(self.up[n] - min(free[r, right], free[down, c]), 0.0)
            self.down[n] = max(self.down[n] - free[corner], 0.0)
        self.rows, self.columns = self.rows[self.rows != down], self.columns[self.columns != right]


def _spread(found: Sums, values: npt.NDArray[Kind], shape: Cell) -> npt.NDArray[Kind]:
    """Values by key as a table; 0 and False where there is no cell."""
    table = np.zeros((shape[0] * shape[1], *values.shape[1:]), values.dtype)
    table[found.keys] = values
    return table.reshape(*shape, *values.shape[1:])
