"""Panels: months of one code from an origin through third countries to a target, as arrays.

A month without a row is a zero only where the reporter speaks of what is looked at (the origin's
exports, the target's imports): within the span of its rows, in a year of which it has rows, and
not inside joined months. All else is NaN.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.trade.mirror.readings import one_reading

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from numpy.typing import NDArray

    from monazite.trade.flows.engine import Engine
    from monazite.trade.mirror.rerouting import Reports

    Floats = NDArray[np.float64]

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Panel:
    """Masses in kg by month: `inward` and `outward` have a row for each third country.

    `months` are counted from the year 0; `direct` is the origin's own flow to the target.
    """

    code: str
    months: NDArray[np.int64]
    thirds: tuple[str, ...]
    inward: Floats
    outward: Floats
    direct: Floats


def panel(
    engine: Engine, cells: ir.Table, code: str, origin: str, target: str, reports: Reports
) -> Panel | None:
    """The panel of a code from monthly cells; None where neither leg has a row.

    Args:
        engine: where `cells` lives.
        cells: `flows.cells.monthly_cells`.
        code: six digits.
        origin: the exporter under control, ISO3.
        target: the destination under control, ISO3.
        reports: whose reports make the legs (`rerouting.Reports`).
    """
    book = _Book.of(_rows(engine, cells, code, origin, target))
    inner, outer = ("importer", "exporter") if reports == "third" else ("exporter", "importer")
    thirds = {
        importer for side, exporter, importer in book.flows if (side, exporter) == (inner, origin)
    }
    thirds |= {
        exporter for side, exporter, importer in book.flows if (side, importer) == (outer, target)
    }
    names = tuple(sorted(thirds - {origin, target}))
    if not names:
        return None
    direct = book.series("exporter", origin, target)
    return Panel(
        code=code,
        months=book.months,
        thirds=names,
        inward=np.asarray([book.series(inner, origin, third) for third in names]),
        outward=np.asarray([book.series(outer, third, target) for third in names]),
        direct=direct if np.isfinite(direct).any() else book.series("importer", origin, target),
    )


def _rows(
    engine: Engine, cells: ir.Table, code: str, origin: str, target: str
) -> list[dict[str, Any]]:
    """Every report of what the origin exports or the target imports of a code."""
    said = one_reading(cells.filter(cells.code == code))
    touched = (said.exporter == origin) | (said.importer == target)
    kept = said.filter(touched, ~said.direction_re).select(
        "side", "exporter", "importer", "period", mass_kg=said.mass_kg.cast("float64")
    )
    found: list[dict[str, Any]] = engine.arrow(kept).to_pylist()
    return found


@dataclass(frozen=True, slots=True)
class _Book:
    """Reports by flow, and the months of which each reporter speaks and which it joins."""

    months: NDArray[np.int64]
    flows: dict[tuple[str, str, str], list[tuple[int, float]]]
    spoken: dict[tuple[str, str], NDArray[np.bool_]]
    joined: dict[tuple[str, str], list[int]]

    @classmethod
    def of(cls, rows: list[dict[str, Any]]) -> _Book:
        """The book of some rows."""
        flows: dict[tuple[str, str, str], list[tuple[int, float]]] = {}
        mentioned: dict[tuple[str, str], list[int]] = {}
        joined: dict[tuple[str, str], list[int]] = {}
        for row in rows:
            who = (row["side"], row[row["side"]])
            numbers = _numbers(row["period"])
            mentioned.setdefault(who, []).extend(numbers)
            own = flows.setdefault((row["side"], row["exporter"], row["importer"]), [])
            if len(numbers) > 1:
                joined.setdefault(who, []).extend(numbers)
            else:
                own.append((numbers[0], np.nan if row["mass_kg"] is None else row["mass_kg"]))
        every = [number for numbers in mentioned.values() for number in numbers]
        months = np.arange(min(every, default=0), max(every, default=-1) + 1)
        spoken = {who: _spoken(numbers, months) for who, numbers in mentioned.items()}
        return cls(months, flows, spoken, joined)

    def series(self, side: str, exporter: str, importer: str) -> Floats:
        """One flow by month as one side reports it."""
        who = (side, exporter if side == "exporter" else importer)
        if who not in self.spoken:
            return np.full(len(self.months), np.nan)
        found = np.where(self.spoken[who], 0.0, np.nan)
        for number, mass_kg in self.flows.get((side, exporter, importer), ()):
            found[number - self.months[0]] = mass_kg
        found[np.asarray(self.joined.get(who, []), dtype=np.int64) - self.months[0]] = np.nan
        return found


def _spoken(numbers: list[int], months: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The months of which a reporter speaks: in its span, and in a year with rows."""
    years = np.isin(months // _YEAR, [number // _YEAR for number in numbers])
    return (months >= min(numbers)) & (months <= max(numbers)) & years


def _numbers(period: str) -> range:
    """The months of a period: one, or those that it joins (2025-01/02)."""
    first, last = int(period[5:7]), int(period[-2:])
    start = int(period[:4]) * _YEAR + first - 1
    return range(start, start + last - first + 1)
