"""Tables of leverage as one long table: a number a row, for CSV and Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from monazite.shock.leverage.results import Comparison, Leverage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from monazite.shock.leverage.results import Clock, Gain, Number, Side
    from monazite.shock.results.table import Cell, Row

KEYS = ("lever", "package", "than", "giver", "side", "other", "good", "months")
"""What a number is of; empty where the quantity does not tell it apart."""
MUSD, WEEKS, TONNES, PART = "million US$", "week", "t/a", "1"
UNITS = {
    "lost": MUSD, "unsold": MUSD, "price": MUSD, "revenue": MUSD,
    "bites": WEEKS, "bites_draws": PART, "halts": WEEKS, "halts_draws": PART, "free": "month",
    "need": TONNES, "made": TONNES, "idle": TONNES, "projects": TONNES, "stage_free": "month",
    "pause_output": MUSD, "pause_tonnes": MUSD, "pause_price": MUSD, "pause_revenue": MUSD,
    "pause_total": MUSD, "pause_both": PART, "pause_opposed": PART,
    "package_output": MUSD, "package_tonnes": MUSD, "package_price": MUSD, "package_revenue": MUSD,
    "package_both": PART, "package_opposed": PART,
    "more_output": MUSD, "more_tonnes": MUSD, "more_price": MUSD, "more_revenue": MUSD,
}  # fmt: skip
"""Quantities and their units; as in `results`. pause_, package_, more_: of pauses, packages, and of
a package against the first. A month is a text (`when`)."""
NUMBERS = ("p5", "p50", "p95", "value")
COLUMNS = ("quantity", "unit", *KEYS, *NUMBERS, "when", "reason")
"""p5, p50, p95: over the draws; value: what has no band; reason: why there is no number."""
_LOSSES = ("lost", "unsold", "price", "revenue")
_GAINS = ("output", "tonnes", "price", "revenue")
_ABOUT = (
    "scenario", "first_day", "weeks", "world_year", "draws", "seed", "engine", "parameters",
    "parameters_hash",
)  # fmt: skip
_TYPES = {**dict.fromkeys(NUMBERS, pa.float64()), "months": pa.int32()}
_SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in COLUMNS])


def rows(found: Leverage | Comparison) -> Iterator[Row]:
    """Every number; where there is none, why."""
    yield from _of_levers(found) if isinstance(found, Leverage) else _of_packages(found)


def about(found: Leverage | Comparison) -> dict[str, str | int]:
    """What a file says of its run."""
    assumed = ", ".join(str(row.parameter or row.table) for row in found.assumed)
    return {**{name: getattr(found, name) for name in _ABOUT}, "assumed": assumed}


def table(found: Leverage | Comparison) -> pa.Table:
    """The rows as an Arrow table (`COLUMNS`); its metadata say of which run."""
    made = pa.Table.from_pylist(list(rows(found)), schema=_SCHEMA)
    return made.replace_schema_metadata({name: str(value) for name, value in about(found).items()})


def write_parquet(found: Leverage | Comparison, path: Path) -> None:
    """Write the table to a Parquet file."""
    pq.write_table(table(found), path)


def _of_levers(found: Leverage) -> Iterator[Row]:
    for row in found.rows:
        for one, other in ((row.holder, row.other), (row.other, row.holder)):
            at: Row = {"lever": row.lever, "months": row.months, "other": other.country}
            yield from _side(one, at)
    for clock in found.clocks:
        yield from _clock(clock)
    for lever, clock in {one.lever: one for one in found.clocks}.items():
        yield from _stages(lever, clock)
    for pause in found.pauses:
        at = {"lever": pause.lever, "months": pause.months}
        for mine, their in ((pause.holder, pause.other), (pause.other, pause.holder)):
            yield from _gain("pause", mine, {**at, "other": their.country})
        at |= {"side": pause.holder.country, "other": pause.other.country}
        yield _numbered("pause_total", pause.total, at)
        yield from _valued("pause_both", pause.both, at)
        yield from _valued("pause_opposed", pause.opposed, at)


def _of_packages(found: Comparison) -> Iterator[Row]:
    for package in found.packages:
        for row in package.gains:
            at: Row = {"package": package.id, "giver": row.giver or "all", "months": row.months}
            yield from _gain("package", row.gain, at)
        yield from _valued("package_both", package.both, {"package": package.id})
        yield from _valued("package_opposed", package.opposed, {"package": package.id})
    for more in found.differences:
        at = {"package": more.package, "than": more.than, "months": more.months}
        yield from _gain("more", more.gain, at)


def _side(one: Side, at: Row) -> Iterator[Row]:
    for name in _LOSSES:
        yield _numbered(name, getattr(one, name), {**at, "side": one.country})


def _gain(kind: str, one: Gain, at: Row) -> Iterator[Row]:
    for name in _GAINS:
        yield _numbered(f"{kind}_{name}", getattr(one, name), {**at, "side": one.country})


def _clock(one: Clock) -> Iterator[Row]:
    at: Row = {"lever": one.lever, "side": one.holder, "other": one.other}
    for name in ("bites", "halts"):
        yield _numbered(name, getattr(one, name), at)
        yield from _valued(f"{name}_draws", getattr(one, f"{name}_draws"), at)
    yield _row("free", at, {"when": one.free.month, "reason": one.free.reason})


def _stages(lever: str, one: Clock) -> Iterator[Row]:
    for stage in one.free.stages:
        at: Row = {"lever": lever, "side": one.holder, "good": stage.good}
        yield from _valued("need", stage.need_t, at)
        yield from _valued("made", stage.made_t, at)
        yield from _valued("idle", stage.spare_t, at)
        yield from _valued("projects", stage.projects_t, at)
        yield _row("stage_free", at, {"when": stage.month, "reason": stage.reason})


def _numbered(quantity: str, number: Number, at: Row) -> Row:
    if number.band is None:
        return _row(quantity, at, {"reason": number.reason})
    band = number.band
    return _row(quantity, at, {"p5": band.p5, "p50": band.p50, "p95": band.p95})


def _valued(quantity: str, value: float | None, at: Row) -> Iterator[Row]:
    if value is not None:
        yield _row(quantity, at, {"value": value})


def _row(quantity: str, at: Row, numbers: dict[str, Cell]) -> Row:
    empty: Row = dict.fromkeys(COLUMNS)
    return {**empty, "quantity": quantity, "unit": UNITS[quantity], **at, **numbers}
