"""What a table holds for the features: each column read once, in the way that a part asks for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from monazite.watch.targeting.features.covers import covered, covers
from monazite.watch.targeting.features.licences import mismatches
from monazite.watch.targeting.features.parts import amounts_as_keys, sizes, texts
from monazite.watch.targeting.features.plan import COVER, UNIT_VALUE, units
from monazite.watch.targeting.table.cells import days, numbers
from monazite.watch.targeting.table.schema import NUMBER

if TYPE_CHECKING:
    import numpy.typing as npt

    from monazite.watch.targeting.features.parts import Part
    from monazite.watch.targeting.table.schema import Schema
    from monazite.watch.targeting.table.table import Table

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]


class Cells:
    """A table seen through a schema; InputError where it lacks a column or holds other things."""

    def __init__(self, table: Table, schema: Schema) -> None:
        schema.check(table)
        self.table, self.schema = table, schema
        self._numbers: dict[str, Floats] = {}

    @cached_property
    def days(self) -> Integers:
        """The day of each row."""
        return days(self.table, self.schema.time)

    @cached_property
    def numbers(self) -> dict[str, Floats]:
        """Every column of numbers."""
        return {name: numbers(self.table, name) for name in self.schema.of_kind(NUMBER)}

    @cached_property
    def unit_value(self) -> Floats:
        """Value by mass, or by quantity; NaN where either is not above nothing."""
        value, unit = self.schema.with_role("value"), units(self.schema)
        assert value is not None  # noqa: S101 - asked for only where both are there
        assert unit is not None  # noqa: S101 - likewise
        above, below = self.numbers[value], self.numbers[unit]
        return np.where((above > 0) & (below > 0), above / np.where(below > 0, below, 1), np.nan)

    @cached_property
    def cover(self) -> Integers:
        """The number of the cover that each row is declared as, -1 without."""
        columns = self.table.columns
        found = {role: self.schema.with_role(role) for role in ("code", "description")}
        code, description = found["code"], found["description"]
        return covered(
            columns[code] if code else None, columns[description] if description else None
        )

    @cached_property
    def licence(self) -> dict[str, Floats]:
        """What is wrong with the licence of each row, as far as the columns tell."""
        return mismatches(self.table, self.schema, self.days)

    def values(self, part: Part) -> pa.Array | Integers:
        """What a part of a key is in each row."""
        if part.column == COVER:
            names = np.array([*(one.id for one in covers()), ""], dtype=object)
            return pa.array(names[self.cover])
        if part.column == UNIT_VALUE:
            return amounts_as_keys(self.unit_value)
        if part.way == "size":
            return sizes(self.numbers[part.column])
        if part.way == "same":
            return amounts_as_keys(self.numbers[part.column])
        return texts(self.table.columns[part.column], part.way)
