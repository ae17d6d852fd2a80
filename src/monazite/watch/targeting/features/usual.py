"""What is usual for goods: unit value and density, by the finest group that has a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.targeting.features.lines import Lines, finest, lines, logs
from monazite.watch.targeting.features.parts import Part
from monazite.watch.targeting.features.plan import DENSITY, FIRST, UNIT_VALUE, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from monazite.watch.targeting.features.cells import Cells
    from monazite.watch.targeting.table.schema import Schema

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]


class Group(NamedTuple):
    """The group of each row, and how many groups there are."""

    numbers: Integers
    size: int


class Usual(NamedTuple):
    """Lines by the width of the group, finest first; the last is that of all goods together."""

    lines: tuple[Lines, ...]

    def off(self, cells: Cells, what: str, groups: Sequence[Group]) -> tuple[Floats, Floats]:
        """How far each row is off what is usual: the residual and its standardised form."""
        x, y = _sides(cells, what)
        found = zip(self.lines, _with_all(groups, len(x)), strict=True)
        return finest([one.off(group.numbers, x, y) for one, group in found])


def grouped_by(schema: Schema) -> tuple[Part, ...]:
    """What goods are grouped by, finest first: the code, its chapters."""
    code = schema.with_role("code")
    return tuple(Part(code, way) for way in ("text", *FIRST)) if code else ()


def whats(schema: Schema) -> tuple[str, ...]:
    """What a table tells: unit values, densities, both or none."""
    dense = schema.with_role("mass") and schema.with_role("volume")
    return tuple(x for x, there in ((UNIT_VALUE, units(schema)), (DENSITY, dense)) if there)


def usual(cells: Cells, what: str, groups: Sequence[Group]) -> Usual:
    """Find the lines of a table."""
    x, y = _sides(cells, what)
    return Usual(tuple(lines(*group, x, y) for group in _with_all(groups, len(x))))


def _with_all(groups: Sequence[Group], rows: int) -> list[Group]:
    return [*groups, Group(np.zeros(rows, dtype=np.int64), 1)]


def _sides(cells: Cells, what: str) -> tuple[Floats, Floats]:
    """The logarithms of what explains and of what is explained: mass and value, volume and mass."""
    part = cells.schema.with_role
    below = units(cells.schema) if what == UNIT_VALUE else part("volume")
    above = part("value") if what == UNIT_VALUE else part("mass")
    assert below is not None  # noqa: S101 - asked for only where both are there
    assert above is not None  # noqa: S101 - likewise
    return logs(cells.numbers[below]), logs(cells.numbers[above])
