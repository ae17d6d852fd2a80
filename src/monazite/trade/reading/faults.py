"""What is wrong with rows: every reason of every row, gathered as masks, told as a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.trade.reading import reasons
from monazite.trade.reading.containers.raw import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from monazite.trade.reading.containers.raw import Broken, Raw

TOLD = pa.schema([
    ("row", pa.int32()), ("status", pa.string()), ("reason", pa.string()), ("field", pa.string()),
    ("value", pa.string()), ("remedy", pa.string()), ("text", pa.string()),
])  # fmt: skip
"""A side file's columns, without the file's name; `row` counts from 0 in a piece."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Rows with one reason: where it stands and which cells show it."""

    reason: str
    field: str
    columns: tuple[str, ...]
    at: npt.NDArray[np.int64]


@dataclass(slots=True)
class Faults:
    """The faults of a piece's rows, gathered check by check.

    Rows that are `settled` are set aside already, and further checks say nothing of them.
    """

    rows: int
    found: list[Fault] = field(default_factory=list)
    settled: npt.NDArray[np.bool_] | None = None

    def add(
        self, reason: str, field_: str, columns: Sequence[str | None], mask: npt.NDArray[np.bool_]
    ) -> None:
        """Note the rows that a mask marks, and the columns whose cells show why."""
        if self.settled is not None:
            mask = mask & ~self.settled
        if mask.any():
            named = tuple(name for name in columns if name)
            self.found.append(Fault(reason, field_, named, np.flatnonzero(mask)))

    def good(self) -> npt.NDArray[np.bool_]:
        """The rows with no fault at all."""
        good = np.ones(self.rows, np.bool_)
        for fault in self.found:
            good[fault.at] = False
        return good

    def wrong(self) -> npt.NDArray[np.bool_]:
        """The rows that are rejected; the others that are not good are set aside."""
        wrong = np.zeros(self.rows, np.bool_)
        for fault in self.found:
            wrong[fault.at] |= reasons.status(fault.reason) == reasons.REJECTED
        return wrong

    def told(self, raw: Raw) -> list[pa.Table]:
        """The faults as rows of the side file, one for each reason of each row."""
        return [told(fault, raw) for fault in self.found]


def told(fault: Fault, raw: Raw) -> pa.Table:
    """The rows of a fault as rows of the side file."""
    where = pa.array(fault.at)
    cells = [
        as_text(raw.columns[name].take(where)) for name in fault.columns if name in raw.columns
    ]
    values = pa.nulls(len(where), pa.string())
    if cells:
        joined = pc.binary_join_element_wise(*cells, " ", null_handling="replace")
        values = pc.utf8_trim_whitespace(joined)
    return table(fault.reason, fault.field, raw.rows[fault.at], values, raw.text(fault.at))


def table(
    reason: str, field_: str, rows: npt.NDArray[np.int32], values: pa.Array, text: pa.Array
) -> pa.Table:
    """Rows of the side file with one reason."""
    count = len(rows)
    same = (reasons.status(reason), reason, field_)
    status, why, where = (pa.repeat(pa.scalar(word), count) for word in same)
    remedy = pa.repeat(pa.scalar(reasons.remedy(reason)), count)
    columns = [pa.array(rows, pa.int32()), status, why, where, values, remedy, text]
    return pa.Table.from_arrays(columns, schema=TOLD)


def of_broken(broken: Sequence[Broken]) -> list[pa.Table]:
    """Rows that are no rows of their table, for the side file."""
    if not broken:
        return []
    rows = np.array([one.row for one in broken], np.int32)
    values = pa.array([one.value for one in broken], pa.string())
    texts = pa.array([one.text for one in broken], pa.string())
    return [table("wrong_number_of_fields", "row", rows, values, texts)]
