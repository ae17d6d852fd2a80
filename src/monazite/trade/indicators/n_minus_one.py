"""N-1: how much of the world's need is met if its largest supplier stops.

N1 = (S − S_top) / (D − D_top): supply without the largest supplier over demand without that
country's own. Supply in kg, coverage and shares as fractions. Source: International Energy Agency,
Global Critical Minerals Outlook 2025.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING

import ibis

from monazite.trade.indicators import reasons
from monazite.trade.indicators.keys import REST
from monazite.trade.indicators.totals import first_reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    import ibis.expr.types as ir


@dataclass(frozen=True, slots=True)
class NMinusOne:
    """What is left without the largest supplier; coverage is NaN where demand is not known."""

    supplier: str
    supply_left: float
    share_left: float
    coverage: float
    reason: str | None = None


def n_minus_one(
    supply: Mapping[str, float], demand: float = nan, demand_of_supplier: float = nan
) -> NMinusOne:
    """N-1 of supply by country (`ROW` for the rest of the world, which is no supplier).

    Args:
        supply: amounts by country, of one stage and year.
        demand: the world's demand in the same unit, NaN where unknown.
        demand_of_supplier: that of the largest supplier's own country, likewise.
    """
    named = {country: amount for country, amount in supply.items() if country != REST}
    total = sum(supply.values())
    if not named or not total:
        return NMinusOne("", nan, nan, nan, reasons.NOTHING_TO_SHARE)
    supplier = min(named, key=lambda country: (-named[country], country))
    left, needed = total - named[supplier], demand - demand_of_supplier
    if isnan(needed):
        return NMinusOne(supplier, left, left / total, nan, reasons.NO_DEMAND)
    if needed <= 0:
        return NMinusOne(supplier, left, left / total, nan, reasons.NO_CONSUMPTION)
    return NMinusOne(supplier, left, left / total, left / needed)


def world_n_minus_one(supply: ir.Table, demand: ir.Table | None = None) -> ir.Table:
    """N-1 by code and year.

    Args:
        supply: `code, iso3, year, mass_kg` (`keys`), of one stage.
        demand: likewise, of demand; the world's is the sum of its rows, and the largest supplier's
            must be among them.

    Returns:
        `code, year, supplier, supply_kg, supply_left_kg, share_left, demand_left_kg, coverage,
        reason`; of several equal suppliers the first in the alphabet.
    """
    whole = supply.group_by(["code", "year"]).aggregate(supply_kg=supply.mass_kg.sum())
    named = supply.filter(supply.iso3 != REST)
    order = [ibis.desc(named.mass_kg, nulls_first=False), "iso3"]
    ranked = named.mutate(_rank=ibis.row_number().over(group_by=["code", "year"], order_by=order))
    top = ranked.filter(ranked["_rank"] == 0).select(
        _code="code", _year="year", supplier="iso3", _top="mass_kg"
    )
    found = whole.left_join(top, [whole.code == top["_code"], whole.year == top["_year"]])
    found = found.mutate(
        supply_left_kg=found.supply_kg - found["_top"], demand_left_kg=ibis.null("float64")
    ).drop("_code", "_year", "_top")
    if demand is not None:
        found = _with_demand(found, demand)
    sound = found.supply_kg.nullif(0.0)
    needed = (found.demand_left_kg > 0).ifelse(found.demand_left_kg, ibis.null("float64"))
    return found.select(
        "code", "year", "supplier", "supply_kg", "supply_left_kg",
        share_left=found.supply_left_kg / sound,
        demand_left_kg="demand_left_kg",
        coverage=found.supply_left_kg / needed,
        reason=first_reason(
            (found.supplier.isnull() | sound.isnull(), reasons.NOTHING_TO_SHARE),
            (found.demand_left_kg.isnull(), reasons.NO_DEMAND),
            (needed.isnull(), reasons.NO_CONSUMPTION),
        ),
    )  # fmt: skip


def _with_demand(found: ir.Table, demand: ir.Table) -> ir.Table:
    whole = demand.group_by(["code", "year"]).aggregate(_demand=demand.mass_kg.sum())
    whole = whole.rename(_code="code", _year="year")
    joined = found.drop("demand_left_kg").left_join(
        whole, [found.code == whole["_code"], found.year == whole["_year"]]
    )
    joined = joined.drop("_code", "_year")
    own = demand.select(_code="code", _iso3="iso3", _year="year", _own="mass_kg")
    joined = joined.left_join(
        own,
        [
            joined.code == own["_code"],
            joined.year == own["_year"],
            joined.supplier == own["_iso3"],
        ],
    )
    return joined.mutate(demand_left_kg=joined["_demand"] - joined["_own"]).drop(
        "_code", "_year", "_iso3", "_demand", "_own"
    )
