"""Supply risk of the US Geological Survey, from its parts.

SR = (DP · TE · EV)^(1/3). Disruption potential DP = Σ_c PS_c² · ASI_c · WSI_c over producers: PS
the share of world production, ASI = (100 − PPI) / 100 from the Fraser Institute's policy perception
index, WSI = (TT + SV) / 2 from trade ties TT = (I + E) / GDP and shared values SV. Trade exposure
TE is the net import reliance. Economic vulnerability EV = Σ_j VA_j / GDP · EXP_j / OP_j over
industries: value added, spending on the material, operating profit. No unit; parts and result from
0 to 1.
Source: Nassar et al., "Evaluating the mineral commodity supply risk of the U.S. manufacturing
sector", Science Advances 6 (2020) eaay8647. The survey scales each part before it multiplies them;
how is not published in full, so the parts here must already lie from 0 to 1 and are returned beside
the result.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cbrt, isnan, nan
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.trade.indicators import reasons
from monazite.trade.indicators.keys import REST
from monazite.trade.indicators.totals import first_reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ibis.expr.types as ir

    from monazite.trade.indicators.values import Indicator


@dataclass(frozen=True, slots=True)
class SupplyRisk:
    """The risk and its three parts; NaN with a reason where a part is unknown."""

    value: float
    disruption_potential: float
    trade_exposure: float
    economic_vulnerability: float
    reason: str | None = None


def inability(policy_perception: float) -> float:
    """ASI = (100 − PPI) / 100: what may keep a country from supplying."""
    return (100 - policy_perception) / 100


def unwillingness(trade_ties: float, shared_values: float) -> float:
    """WSI = (TT + SV) / 2: what may make a country unwilling, both scaled from 0 to 1."""
    return (trade_ties + shared_values) / 2


def disruption_potential(producers: Iterable[tuple[float, float, float]]) -> float:
    """DP = Σ PS² · ASI · WSI of (share of production, ASI, WSI)."""
    return sum(share**2 * able * willing for share, able, willing in producers)


def trade_exposure(net_reliance: Indicator) -> float:
    """TE: the net import reliance from 0 to 1; 0 for a net exporter, NaN where unknown."""
    if net_reliance.reason == reasons.NET_EXPORTER:
        return 0.0
    return nan if net_reliance.missing else min(net_reliance.value, 1.0)


def economic_vulnerability(industries: Iterable[tuple[float, float, float]], gdp: float) -> float:
    """EV = Σ VA / GDP · EXP / OP of (value added, spending, operating profit), in one currency."""
    return sum(added / gdp * spent / profit for added, spent, profit in industries)


def usgs_supply_risk(disruption: float, exposure: float, vulnerability: float) -> SupplyRisk:
    """SR as the cube root of the product of its parts.

    Raises:
        InputError: field "part", where one lies outside 0 … 1.
    """
    parts = (disruption, exposure, vulnerability)
    if any(map(isnan, parts)):
        return SupplyRisk(nan, *parts, reasons.PART_UNKNOWN)
    for part in parts:
        if not 0 <= part <= 1:
            raise InputError("part", part, "a part scaled from 0 to 1")
    return SupplyRisk(cbrt(disruption * exposure * vulnerability), *parts)


def world_disruption_potential(production: ir.Table, attitudes: ir.Table) -> ir.Table:
    """DP by code and year.

    Args:
        production: `code, iso3, year, mass_kg`.
        attitudes: `iso3, year, policy_perception` (0 to 100), `trade_ties`, `shared_values`
            (0 to 1).

    Returns:
        `code, year, disruption_potential, coverage, reason`; `coverage` is the share of production
        by countries with all three. DP is NULL without any, and `lower_bound` with only some.
    """
    side = attitudes.select(
        _iso3="iso3", _year="year",
        _weight=(100 - attitudes.policy_perception) / 100
        * (attitudes.trade_ties + attitudes.shared_values) / 2,
    )  # fmt: skip
    rows = production.left_join(
        side, [production.iso3 == side["_iso3"], production.year == side["_year"]]
    )
    known = rows["_weight"].notnull() & (rows.iso3 != REST)
    world = rows.group_by(["code", "year"]).aggregate(
        total=rows.mass_kg.sum(),
        known=rows.mass_kg.sum(where=known),
        weighed=(rows.mass_kg * rows.mass_kg * rows["_weight"]).sum(where=known),
    )
    total, covered = world.total.nullif(0.0), world.known.fill_null(0.0)
    return world.select(
        "code", "year",
        disruption_potential=world.weighed / (total * total),
        coverage=covered / total,
        reason=first_reason(
            (world.weighed.isnull(), reasons.PART_UNKNOWN),
            (covered < world.total, reasons.LOWER_BOUND),
        ),
    )  # fmt: skip
