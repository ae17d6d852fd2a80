"""Columns that alone order outcomes nearly perfectly: known before an inspection, or after it?

What surely gives an outcome away is left out (`leaks.py`); what nearly does may be a rule that
officers follow, or a note of theirs, and only a person can say which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow.compute as pc

from monazite.watch.targeting.intervals import Interval, area
from monazite.watch.targeting.table.cells import numbers
from monazite.watch.targeting.table.schema import CATEGORY, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt
    import pyarrow as pa

    from monazite.watch.targeting.table.schema import Schema
    from monazite.watch.targeting.table.table import Table

    Floats = npt.NDArray[np.float64]

MUCH = 0.9
"""The area under a column's own curve from which on it is told of; Monazite's own choice: the
best column of the public Korean declarations, the goods' code, has .71."""


class Telling(NamedTuple):
    """A column, and the area under the curve of the outcomes ordered by it alone."""

    column: str
    area: Interval


def telling(table: Table, schema: Schema, found: Floats) -> tuple[Telling, ...]:
    """The columns used that alone order outcomes nearly perfectly, the best first.

    found: outcomes by row, NaN where nobody looked.
    """
    looked = ~np.isnan(found)
    every = _areas(table, schema, found[looked], looked)
    much = [one for one in every if one.area.value >= MUCH]
    return tuple(sorted(much, key=lambda one: (-one.area.value, one.column)))


def _areas(
    table: Table, schema: Schema, y: Floats, looked: npt.NDArray[np.bool_]
) -> Iterator[Telling]:
    for name in schema.of_kind(NUMBER):
        x = numbers(table, name)[looked]
        # An empty cell may tell as much as a number: it stands below all of them.
        x = np.where(np.isnan(x), np.nanmin(x, initial=np.inf) - 1, x)
        yield Telling(name, max(area(y, x), area(y, -x)))
    for name in schema.of_kind(CATEGORY):
        yield Telling(name, area(y, _rates(table.columns[name], y, looked)))


def _rates(cells: pa.Array, y: Floats, looked: npt.NDArray[np.bool_]) -> Floats:
    """The share found of each row's value among every second row, the row itself not among them.

    One row at the usual rate is added to each value, so that rare ones tell little.
    """
    values = pc.dictionary_encode(cells, null_encoding="encode")
    codes = values.indices.to_numpy(zero_copy_only=False).astype(np.int64)[looked]
    size, usual = len(values.dictionary), float(y.mean())
    rates = np.empty(len(y))
    odd = np.arange(len(y)) % 2 == 1
    for mine in (odd, ~odd):
        hits = np.bincount(codes[~mine], weights=y[~mine], minlength=size)
        rows = np.bincount(codes[~mine], minlength=size)
        rates[mine] = ((hits + usual) / (rows + 1))[codes[mine]]
    return rates
