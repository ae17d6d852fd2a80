"""A programme while it is written: blocks of columns and rows, entries in whole arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from monazite.shock.programme.programme import Block, Programme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import ArrayLike, NDArray

    from monazite.shock.programme.programme import Floats, Ints


class _Entries(NamedTuple):
    """Entries of the matrix, all of one length."""

    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    values: Floats


class Draft:
    """Collects columns, rows and entries; nothing is computed before `programme`."""

    def __init__(self) -> None:
        self._column_blocks: dict[str, Block] = {}
        self._row_blocks: dict[str, Block] = {}
        self._columns: list[tuple[Any, ...]] = []
        self._rows: list[tuple[Any, ...]] = []
        self._entries: list[_Entries] = []
        self._costs: list[tuple[Ints, Floats]] = []

    def columns(
        self,
        name: str,
        shape: tuple[int, ...],
        *,
        cost: ArrayLike = 0.0,
        lower: ArrayLike = 0.0,
        upper: ArrayLike = np.inf,
        whole: ArrayLike = False,
        lean: ArrayLike = 0.0,
    ) -> Ints:
        """New columns, their indices in `shape`, to which all that is given of them spreads.

        lean: of equal optima, the one with the least sum of it is taken.
        """
        found = _block(self._column_blocks, name, shape)
        numbers = (_spread(each, shape, np.float64) for each in (cost, lower, upper, lean))
        self._columns.append((*numbers, _spread(whole, shape, np.bool_)))
        return found

    def rows(
        self,
        name: str,
        shape: tuple[int, ...],
        *,
        lower: ArrayLike = -np.inf,
        upper: ArrayLike = np.inf,
    ) -> Ints:
        """New rows, their indices in `shape`; bounds spread to the shape."""
        found = _block(self._row_blocks, name, shape)
        bounds = (_spread(lower, shape, np.float64), _spread(upper, shape, np.float64))
        self._rows.append(bounds)
        return found

    def add(self, rows: ArrayLike, columns: ArrayLike, values: ArrayLike) -> None:
        """Entries at rows and columns, which spread together; entries at one place add up."""
        rows, columns, values = np.asarray(rows), np.asarray(columns), np.asarray(values)
        shape = np.broadcast_shapes(rows.shape, columns.shape, values.shape)
        self._entries.append(
            _Entries(
                _spread(rows, shape, np.int32),
                _spread(columns, shape, np.int32),
                _spread(values, shape, np.float64),
            )
        )

    def cost(self, columns: ArrayLike, values: ArrayLike) -> None:
        """Add to what columns cost; where a column comes twice, both count."""
        columns, values = np.asarray(columns), np.asarray(values)
        shape = np.broadcast_shapes(columns.shape, values.shape)
        self._costs.append((_spread(columns, shape, np.int64), _spread(values, shape, np.float64)))

    def programme(self) -> Programme:
        """The programme as it stands."""
        cost, lower, upper, lean, whole = _joined(self._columns, 5)
        row_lower, row_upper = _joined(self._rows, 2)
        for columns, values in self._costs:
            np.add.at(cost, columns, values)
        return Programme(
            cost,
            lower,
            upper,
            whole.astype(np.bool_),
            lean,
            row_lower,
            row_upper,
            self._matrix(len(row_lower), len(cost)),
            dict(self._column_blocks),
            dict(self._row_blocks),
        )

    def _matrix(self, rows: int, columns: int) -> Any:  # noqa: ANN401 - SciPy has no types
        """The entries by column, those at one place added up."""
        from scipy.sparse import csc_array  # noqa: PLC0415 - takes long to import

        row, column, value = _joined(self._entries, 3)
        places = (row.astype(np.int32, copy=False), column.astype(np.int32, copy=False))
        return csc_array((value, places), shape=(rows, columns))


def _block(blocks: dict[str, Block], name: str, shape: tuple[int, ...]) -> Ints:
    """Enter a block behind the others; the indices of its members. ValueError for a name twice."""
    if name in blocks:
        raise ValueError(f"two blocks of the name {name!r}")
    start = 0
    if blocks:
        last = blocks[next(reversed(blocks))]
        start = last.start + int(np.prod(last.shape, dtype=np.int64))
    blocks[name] = Block(start, shape)
    size = int(np.prod(shape, dtype=np.int64))
    return np.arange(start, start + size, dtype=np.int64).reshape(shape)


def _spread(given: ArrayLike, shape: tuple[int, ...], kind: Any) -> Any:  # noqa: ANN401 - a dtype
    """A number or array, flat, as many as the shape holds."""
    return np.broadcast_to(np.asarray(given, kind), shape).ravel()


def _joined(parts: Iterable[tuple[Any, ...]], width: int) -> tuple[Any, ...]:
    """The first arrays of all parts behind each other, then the second ones, and so on."""
    parts = list(parts)
    return tuple(
        np.concatenate([part[n] for part in parts]) if parts else np.zeros(0) for n in range(width)
    )
