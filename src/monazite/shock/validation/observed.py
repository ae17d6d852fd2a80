"""What happened, and what counts as agreement: packaged rows, one file for the events of a year.

Calibration reads the file of 2025 and no other; `validate` reads all.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from monazite.facts import row as packaged
from monazite.shock.tables import table

if TYPE_CHECKING:
    from monazite.facts.rows import Row

KG = 1000.0
"""Kilograms in a tonne."""


class Observation(NamedTuple):
    """One number that a run should come to.

    reading, of, when: how it is read off a run (`readings.READINGS`); low, high: the pass mark, an
    interval for the median of the draws, infinite where open; marked: False where the number is
    only shown; deviation, discrepancy: standard deviations of what was observed and of what the
    model leaves out, 0 where the number is not fitted; confidence: as in the facts.
    """

    id: str
    case: str
    reading: str
    of: str
    when: str
    observed: float
    low: float
    high: float
    marked: bool
    unit: str
    deviation: float
    discrepancy: float
    source: str
    confidence: str
    note: str

    @property
    def fitted(self) -> bool:
        """Whether calibration may use it."""
        return self.discrepancy > 0


@cache
def observations(year: str) -> tuple[Observation, ...]:
    """The rows of the events of a year, "2025", in the order of their file."""
    return tuple(_observation(row) for row in table(f"shock-observed-{year}"))


def _observation(row: Row) -> Observation:
    fields = row.fields
    low, high = fields["low"], fields["high"]
    told = packaged(fields["read_from"]) if fields["read_from"] else row
    observed = float(fields["observed"]) if told is row else _tonnes(told)
    return Observation(
        row.id, fields["case"], fields["reading"], fields["of"], fields["when"],
        observed, float(low or "-inf"), float(high or "inf"), bool(low or high),
        fields["unit"], float(fields["deviation"] or 0), float(fields["discrepancy"] or 0),
        told.source, told.confidence, told.note or row.note,
    )  # fmt: skip


def _tonnes(fact: Row) -> float:
    quantity = float(fact.fields["quantity"])
    return quantity / KG if fact.fields["unit"] == "kg" else quantity
