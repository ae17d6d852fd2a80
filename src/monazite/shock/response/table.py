"""An answer as one long table: a number a row, for CSV and Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.shock.response.results import Response
    from monazite.shock.results.outcome import Band
    from monazite.shock.results.table import Cell, Row

KEYS = (
    "portfolio", "future", "way", "kind", "year", "month", "good", "sector", "origin", "country",
    "project",
)  # fmt: skip
"""What a number is of; empty where the quantity does not tell it apart."""
UNITS = {
    "amount_t": "t", "amount_ta": "t/a", "amount_part": "1", "cost": "million US$",
    "begun": "month", "ready": "month",
    "year_lost": "million US$", "year_lost_without": "million US$",
    "month_lost": "million US$", "month_lost_without": "million US$",
    "worth_budget": "1", "worth_capacity": "million US$ per t/month", "worth_stock": "US$/kg",
    "per_dollar": "1", "licence": "US$/kg", "spread": "US$/kg",
    "spread_observed": "US$/kg", "regret_spent": "million US$", "regret_lost": "million US$",
    "regret_cost": "million US$", "regret": "million US$", "binding_cases": "1",
    "binding_worth": "million US$ per unit of the bound", "short_part": "1", "short_t": "t",
    "simulated": "million US$",
    "simulated_without": "million US$", "simulated_saved": "million US$",
    "planned": "million US$", "planned_without": "million US$", "probability": "1",
}  # fmt: skip
"""Quantities and their units.

begun, ready: months counted from the first that is planned, which is 0. Others as in `results`.
"""
NUMBERS = ("p5", "p50", "p95", "value")
COLUMNS = ("quantity", "unit", *KEYS, *NUMBERS)
"""p5, p50, p95: over the draws of the simulation; value: of what has no band."""
_AMOUNTS = {"t": "amount_t", "t/a": "amount_ta", "part": "amount_part"}
_ABOUT = (
    "scenario", "first", "months", "world_year", "assumptions", "parameters", "parameters_hash",
    "budget_musd", "spent_musd", "expected_without_musd", "expected_musd",
)  # fmt: skip
_SCHEMA = pa.schema([
    (name, pa.float64() if name in NUMBERS else pa.int32() if name == "year" else pa.string())
    for name in COLUMNS
])  # fmt: skip
_YEAR = 12


def rows(found: Response) -> Iterator[Row]:
    """Every number of an answer that is known."""
    for chance in found.futures:
        yield _row("probability", {"future": chance.future}, chance.probability)
    yield from _plan(found)
    yield from _lost(found)
    yield from _worth(found)
    yield from _licences(found)
    for regret in found.regrets:
        at: Row = {"portfolio": regret.portfolio, "future": regret.future}
        for name in ("spent", "lost", "cost"):
            yield _row(f"regret_{name}", at, getattr(regret, f"{name}_musd"))
        yield _row("regret", at, regret.regret_musd)
    for one in found.unmet:
        at = {"future": one.future, "kind": one.kind, "month": one.month,
              "country": one.country, "origin": one.origin}  # fmt: skip
        yield _row(f"short_{one.unit}", at | about(one.what), one.short)
    yield from _simulated(found)


def _plan(found: Response) -> Iterator[Row]:
    for one in found.plan:
        at: Row = {
            "way": one.way, "year": one.year, "country": one.country,
            "project": one.project or one.name,
            **about(one.what), **({"sector": one.sector} if one.sector else {}),
        }  # fmt: skip
        yield _row(_AMOUNTS[one.unit], at, one.amount)
        yield _row("cost", at, one.cost_musd)
        yield _row("begun", at, _months(found.first, one.begun))
        if one.ready is not None:
            yield _row("ready", at, _months(found.first, one.ready))


def _lost(found: Response) -> Iterator[Row]:
    for loss in found.losses:
        at: Row = {"future": loss.future, "year": loss.year, "sector": loss.sector,
                   "country": loss.country}  # fmt: skip
        yield _row("year_lost_without", at, loss.without_musd)
        yield _row("year_lost", at, loss.with_musd)
    for month in found.course:
        at = {"future": month.future, "month": month.month}
        yield _row("month_lost_without", at, month.without_musd)
        yield _row("month_lost", at, month.with_musd)


def _worth(found: Response) -> Iterator[Row]:
    for one in found.marginal:
        at: Row = {"good": one.good, "country": one.country}
        yield _row(f"worth_{one.kind}", at, one.value)
        if one.per_dollar is not None:
            yield _row("per_dollar", {**at, "kind": one.kind}, one.per_dollar)
    for bound in found.binding:
        at = {"kind": bound.kind, "country": bound.country, **about(bound.what)}
        yield _row("binding_cases", at, bound.cases / bound.of)
        yield _row("binding_worth", at, bound.value, f"million US$ per {bound.unit}")


def _licences(found: Response) -> Iterator[Row]:
    for one in found.licences:
        names = ("future", "good", "origin", "country", "month")
        at: Row = {name: getattr(one, name) for name in names}
        yield _row("licence", at, one.value_usd_kg)
        if one.spread_usd_kg is not None:
            yield _row("spread", at, one.spread_usd_kg)
        if one.observed_usd_kg is not None:
            yield _row("spread_observed", at, one.observed_usd_kg)


def _simulated(found: Response) -> Iterator[Row]:
    for one in found.simulated:
        at: Row = {"future": one.future}
        yield _row("planned_without", at, one.planned_without_musd)
        yield _row("planned", at, one.planned_with_musd)
        yield _banded("simulated_without", at, one.without_musd)
        yield _banded("simulated", at, one.with_musd)
        yield _banded("simulated_saved", at, one.saved_musd)


def about(what: str | None) -> Row:
    """A good ("Dy/refining") or a sector in its own column."""
    if what is None:
        return {}
    return {"good" if "/" in what else "sector": what}


def _months(first: str, month: str) -> float:
    """How many months after the first, each YYYY-MM."""
    low, high = (int(one[:4]) * _YEAR + int(one[5:]) for one in (first, month))
    return float(high - low)


def _banded(quantity: str, at: Row, band: Band) -> Row:
    return _made(quantity, "", at, {"p5": band.p5, "p50": band.p50, "p95": band.p95})


def _row(quantity: str, at: Mapping[str, Cell], value: float, unit: str = "") -> Row:
    return _made(quantity, unit, at, {"value": value})


def _made(quantity: str, unit: str, at: Mapping[str, Cell], numbers: Mapping[str, Cell]) -> Row:
    empty: Row = dict.fromkeys(COLUMNS)
    return {**empty, "quantity": quantity, "unit": unit or UNITS[quantity], **at, **numbers}


def facts(found: Response) -> dict[str, str | int | float]:
    """What a file says of its answer."""
    assumed = ", ".join(str(row.parameter or row.table) for row in found.assumed)
    lists = {"countries": ", ".join(found.countries), "ways": ", ".join(found.ways)}
    feasible = "yes" if found.feasible else "no"
    known = {name: value for name in _ABOUT if (value := getattr(found, name)) is not None}
    return {**known, **lists, "feasible": feasible, "assumed": assumed}


def table(found: Response) -> pa.Table:
    """The rows as an Arrow table (`COLUMNS`); its metadata say of which answer."""
    made = pa.Table.from_pylist(list(rows(found)), schema=_SCHEMA)
    return made.replace_schema_metadata({name: str(value) for name, value in facts(found).items()})
