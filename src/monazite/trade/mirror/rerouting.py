"""Rerouting: how much a third country could have passed on, from an origin to a target.

Formula B6 (Iyoha, Malesky, Wen & Wu, HBS working paper 24-072, 2025): R = min(imports from the
origin, exports to the target) of one code in one period. It is an upper bound, and the level
decides: for Viet Nam the paper finds 16.5 % of exports to the United States by country and
product, but 1.7 % by firm. So every row says at which level it was computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import ibis

from monazite.trade.mirror.readings import NO, is_monthly, one_reading, whole

if TYPE_CHECKING:
    import ibis.expr.types as ir

Reports = Literal["third", "ends"]
_MONTHS_A_QUARTER = 3
_KEYS = ("third", "code", "year")


def rerouting(cells: ir.Table, origin: str, target: str, reports: Reports = "ends") -> ir.Table:
    """What every third country could have passed on, by code and quarter (year for yearly cells).

    Args:
        cells: `flows.cells.monthly_cells` or `cells`.
        origin: the exporter whose goods are sought, ISO3.
        target: where they are sought, ISO3.
        reports: whose reports make both legs: the third country's own, or those of the two ends
            (the origin's exports and the target's imports).

    Returns:
        `third, code, year` (and `quarter`), `mass_in_kg, mass_out_kg, value_in_usd,
        value_out_usd`; `rerouted_kg` and `rerouted_usd`, the lesser of both legs, NULL where
        either is not wholly known; `share_of_mass_out`; `reports`; `level`, country_code_quarter
        or country_code_year. A third country with one leg only is left out.
    """
    said = one_reading(cells)
    said = said.filter(~said.direction_re)
    if is_monthly(cells):
        said = _by_quarter(said)
    time = ["quarter"] if is_monthly(cells) else []
    inward, outward = _legs(said, origin, target, reports)
    keys = [*_KEYS, *time]
    legs = _summed(inward, keys, "in").inner_join(_summed(outward, keys, "out"), keys)
    legs = legs.mutate(
        rerouted_kg=_lesser(legs.mass_in_kg, legs.mass_out_kg),
        rerouted_usd=_lesser(legs.value_in_usd, legs.value_out_usd),
        reports=ibis.literal(reports),
        level=ibis.literal("country_code_quarter" if time else "country_code_year"),
    )
    share = legs.rerouted_kg.cast("float64") / legs.mass_out_kg.cast("float64").nullif(0.0)
    return legs.mutate(share_of_mass_out=share).order_by(keys)


def _legs(said: ir.Table, origin: str, target: str, reports: Reports) -> tuple[ir.Table, ir.Table]:
    """The reports from the origin to third countries, and from these to the target."""
    sides = ("importer", "exporter") if reports == "third" else ("exporter", "importer")
    inward = said.filter(
        said.side == sides[0], said.exporter == origin, said.importer != target
    ).mutate(third=said.importer)
    outward = said.filter(
        said.side == sides[1], said.importer == target, said.exporter != origin
    ).mutate(third=said.exporter)
    return inward, outward


def _by_quarter(said: ir.Table) -> ir.Table:
    """The rows with their quarter; months joined over two quarters leave both unknown."""
    first = said.mutate(quarter=_quarter(said, said.period.substr(5, 2)))
    last = said.filter(said.period.contains("/")).mutate(
        quarter=_quarter(said, said.period.right(2))
    )
    split = last.filter(last.quarter != _quarter(last, last.period.substr(5, 2)))
    crossing = first.period.contains("/") & (
        first.quarter != _quarter(first, first.period.right(2))
    )
    blank = {name: ibis.null(first[name].type()) for name in ("mass_kg", "value_usd")}
    first = first.mutate(
        **{name: crossing.fill_null(NO).ifelse(none, first[name]) for name, none in blank.items()}
    )
    return first.union(split.mutate(**blank).select(first.columns))


def _quarter(said: ir.Table, month: ir.StringColumn) -> ir.StringColumn:
    """The quarter of a month of the row's year: 2024-Q4."""
    number = (month.cast("int32") - 1) // _MONTHS_A_QUARTER + 1
    return said.year.cast("string").concat("-Q", number.cast("int32").cast("string"))


def _summed(leg: ir.Table, keys: list[str], word: str) -> ir.Table:
    """One leg's mass and value; NULL where a part of them is unknown."""
    return leg.group_by(keys).aggregate(
        **{
            f"{amount}_{word}_{unit}": whole(leg[f"{amount}_{unit}"])
            for amount, unit in (("mass", "kg"), ("value", "usd"))
        }
    )


def _lesser(one: ir.DecimalColumn, other: ir.DecimalColumn) -> ir.DecimalColumn:
    """The lesser of two amounts; NULL where either is unknown (LEAST ignores NULL on DuckDB)."""
    return ibis.cases((one <= other, one), (other < one, other))
