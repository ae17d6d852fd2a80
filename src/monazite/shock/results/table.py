"""An outcome as one long table: a number a row, and as a Parquet file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from monazite.shock.results.outcome import Band, Halt, Loss, Outcome

Cell = str | int | float | None
Row = dict[str, Cell]
KEYS = (
    "meter", "good", "origin", "through", "sector", "country", "office", "month", "week",
)  # fmt: skip
"""What a number is of; empty where the quantity does not tell it apart. `all` sums losses; of a
sector that is many the good stands behind a stroke, `other/La/refining`."""
ALL = "all"
UNITS = {
    "flow_t": "t", "without_t": "t", "observed_t": "t", "round_t": "t", "landed_t": "t",
    "inner": "US$/kg", "spot": "US$/kg", "contract": "US$/kg", "weighted": "US$/kg", "at_spot": "1",
    "without_inner": "US$/kg", "without_spot": "US$/kg", "without_weighted": "US$/kg",
    "lost": "million US$", "leaked": "million US$", "missing": "million US$",
    "without_lost": "million US$",
    "first_week": "week", "halting": "1", "stopped": "1", "stopped_halting": "1",
    "without_halting": "1", "standing": "1", "approved": "1", "output": "1",
}  # fmt: skip
"""Quantities and their units. halting: part of the draws with a halt; stopped: largest part of
plants that stand; standing: part of the draws in which they stand in a week; others as in
`outcome`."""
_PRICES = (
    "inner", "spot", "contract", "weighted", "at_spot",
    "without_inner", "without_spot", "without_weighted",
)  # fmt: skip
_ABOUT = (
    "scenario", "first_day", "weeks", "world_year", "draws", "seed", "engine", "parameters",
    "parameters_hash",
)  # fmt: skip
_NUMBERS = ("p5", "p50", "p95", "value")
COLUMNS = ("quantity", "unit", *KEYS, *_NUMBERS)
"""p5, p50, p95: over the draws; value: of what has no band (observed_t, halting, standing)."""
_SCHEMA = pa.schema(
    [
        (
            name,
            pa.float64() if name in _NUMBERS else pa.int32() if name == "week" else pa.string(),
        )
        for name in COLUMNS
    ]
)


def rows(found: Outcome) -> Iterator[Row]:
    """Every number of an outcome that is known."""
    for month in found.months:
        at: Row = {"meter": month.meter, "month": month.month}
        yield from _banded("flow_t", month.flow_t, at)
        yield from _banded("without_t", month.without_t, at)
        if month.observed_t is not None:
            yield _row("observed_t", at, {"value": month.observed_t})
    for price in found.prices:
        at = {"good": price.good, "month": price.month}
        for name in _PRICES:
            yield from _banded(name, getattr(price, name), at)
    for hub in found.hubs:
        names = ("good", "origin", "through", "country", "month")
        at = {name: getattr(hub, name) for name in names}
        yield from _banded("round_t", hub.flow_t, at)
        yield from _banded("landed_t", hub.landed_t, at)
    for approval in found.approvals:
        at = {"office": approval.office, "week": approval.week}
        yield from _banded("approved", approval.share, at)
    for output in found.output:
        yield from _banded("output", output.share, {"sector": output.sector, "week": output.week})
    yield from _stopped(found)


def _stopped(found: Outcome) -> Iterator[Row]:
    for halt in found.halts:
        at: Row = {"sector": _sector(halt), "country": halt.country}
        first = halt.first_week
        weeks = {"p5": first.p5.week, "p50": first.p50.week, "p95": first.p95.week}
        yield _row("first_week", at, weeks)
        yield _row("halting", at, {"value": halt.draws})
        yield _row("without_halting", at, {"value": halt.without_draws})
        yield from _banded("stopped", halt.share, at)
        yield from _banded("stopped_halting", halt.share_halting, at)
        for week, part in enumerate(halt.standing):
            yield _row("standing", {**at, "week": week}, {"value": part})
    for loss in found.losses:
        at = {"sector": _sector(loss) or ALL, "country": loss.country or ALL}
        yield from _banded("lost", loss.lost_musd, at)
        yield from _banded("leaked", loss.leaked_musd, at)
        yield from _banded("missing", loss.missing_musd, at)
        yield from _banded("without_lost", loss.without_musd, at)


def _sector(one: Halt | Loss) -> str | None:
    return f"{one.sector}/{one.good}" if one.good else one.sector


def _banded(quantity: str, band: Band | None, at: Row) -> Iterator[Row]:
    if band:
        yield _row(quantity, at, {"p5": band.p5, "p50": band.p50, "p95": band.p95})


def _row(quantity: str, at: Row, numbers: Mapping[str, Cell]) -> Row:
    empty: Row = dict.fromkeys(COLUMNS)
    return {**empty, "quantity": quantity, "unit": UNITS[quantity], **at, **numbers}


def about(found: Outcome) -> dict[str, str | int]:
    """What a file says of its run."""
    assumed = ", ".join(str(row.parameter or row.table) for row in found.assumed)
    return {**{name: getattr(found, name) for name in _ABOUT}, "assumed": assumed}


def table(found: Outcome) -> pa.Table:
    """The rows as an Arrow table (`COLUMNS`); its metadata say of which run."""
    made = pa.Table.from_pylist(list(rows(found)), schema=_SCHEMA)
    return made.replace_schema_metadata({name: str(value) for name, value in about(found).items()})


def write_parquet(found: Outcome, path: Path) -> None:
    """Write the table to a Parquet file."""
    pq.write_table(table(found), path)
