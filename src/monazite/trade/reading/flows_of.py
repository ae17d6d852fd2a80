"""Flow rows in the making: numbers of words in arrays, amounts as exact decimals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from monazite.trade.reading.vocabulary import Numbers

AMOUNTS = ("mass_kg", "value_usd", "value_reported")
NUMBERS = (
    "period", "reporter", "partner", "direction", "nomenclature", "code", "mass_basis",
    "valuation", "currency", "basis", "parts", "row", "file",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flows:
    """Rows with every check passed: `numbers` by column, `amounts` by column, years beside.

    `row` counts from 0 in the piece until the piece finds its place in the file.
    """

    year: npt.NDArray[np.int16]
    numbers: Mapping[str, Numbers]
    amounts: Mapping[str, pa.Array]

    def __len__(self) -> int:
        return len(self.year)

    def take(self, at: npt.NDArray[np.int64]) -> Flows:
        """The rows at those positions."""
        where = pa.array(at)
        return Flows(
            self.year[at],
            {name: column[at] for name, column in self.numbers.items()},
            {name: column.take(where) for name, column in self.amounts.items()},
        )

    def placed(self, file: int, first: int) -> Flows:
        """The rows with the number of their file, numbered from `first` on."""
        numbers = dict(self.numbers)
        numbers["row"] = numbers["row"] + np.int32(first)
        numbers["file"] = np.full(len(self), file, np.int32)
        return Flows(self.year, numbers, self.amounts)


@dataclass(frozen=True, slots=True)
class Normal:
    """What became of a piece: its flows, its rows for the side file, counts of what is missing.

    `records` is how many rows of the file the piece covers, `rejected` and `set_aside` how many of
    its rows are no flows.
    """

    flows: Flows
    told: tuple[pa.Table, ...]
    records: int
    rejected: int = 0
    set_aside: int = 0
    notes: Mapping[str, int] = field(default_factory=dict)


def joined(pieces: list[Flows]) -> Flows:
    """Pieces one after the other."""
    return Flows(
        np.concatenate([one.year for one in pieces]),
        {name: np.concatenate([one.numbers[name] for one in pieces]) for name in NUMBERS},
        {name: pa.concat_arrays([one.amounts[name] for one in pieces]) for name in AMOUNTS},
    )
