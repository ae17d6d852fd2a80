"""Governance: the World Bank's estimates turned into the weights that indicators use.

An estimate runs from about −2.5 (weak) to 2.5 (strong). Sources: Kaufmann, Kraay & Mastruzzi,
"The Worldwide Governance Indicators", World Bank Policy Research Working Paper 5430 (2010); the
weights are those of GeoPolRisk (Santillán-Saldivar et al. 2022) and of the EU's criticality study
(JRC, "Methodology for establishing the EU list of critical raw materials", 2017).
The World Bank revises history, and its 2025 revision has a new method: years of two revisions are
no one series.
"""

from __future__ import annotations

from math import isnan
from statistics import fmean
from typing import TYPE_CHECKING

import ibis

from monazite.trade.indicators import reasons
from monazite.trade.indicators.values import Indicator, missing

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ibis.expr.types as ir

ASSUMED_RISK = 0.5
"""What GeoPolRisk takes for a supplier without an estimate: that of an average country."""
DIMENSIONS = ("VA", "PV", "GE", "RQ", "RL", "CC")
"""Voice, stability, effectiveness, regulation, law, corruption: the six of the WGI."""


def stability_risk(pv: float | None) -> Indicator:
    """The risk g = (2.5 − PV) / 5 of a country, 0 none to 1; 0.5 is assumed where PV is unknown."""
    if pv is None or isnan(pv):
        return Indicator(ASSUMED_RISK, reasons.GOVERNANCE_ASSUMED, 0.0)
    return Indicator((2.5 - pv) / 5)


def wgi_scaled(estimates: Iterable[float]) -> Indicator:
    """10 · (2.5 − mean of the six WGI) / 5: 0 best, 10 worst; missing unless all six are known."""
    known = [estimate for estimate in estimates if not isnan(estimate)]
    coverage = len(known) / len(DIMENSIONS)
    if len(known) != len(DIMENSIONS):
        return missing(reasons.NO_GOVERNANCE, min(coverage, 1.0))
    return Indicator((2.5 - fmean(known)) * 2)


def stability_risk_column(pv: ir.FloatingColumn) -> ir.FloatingColumn:
    """`stability_risk` of a column."""
    return ((2.5 - pv) / 5).fill_null(ASSUMED_RISK)


def side_table(stability: ir.Table, six: ir.Table | None = None) -> ir.Table:
    """The governance table that indicators take: `iso3, year, pv, wgi`, a row a country and year.

    Two different estimates for one country and year are none.

    Args:
        stability: `iso3, year, estimate` of Political Stability (`packaged.tables.governance`).
        six: `iso3, year, indicator, estimate` of all six WGI; `wgi` is their mean where all six are
            known, NULL elsewhere and where this table is not given.
    """
    pv = stability.group_by(["iso3", "year"]).aggregate(
        low=stability.estimate.min(), high=stability.estimate.max()
    )
    pv = pv.select("iso3", "year", pv=(pv.low == pv.high).ifelse(pv.low, ibis.null("float64")))
    if six is None:
        return pv.mutate(wgi=ibis.null("float64"))
    known = six.filter(six.estimate.notnull() & six.indicator.isin(DIMENSIONS))
    means = known.group_by(["iso3", "year"]).aggregate(
        n=known.estimate.count(), mean=known.estimate.mean()
    )
    whole = means.filter(means.n == len(DIMENSIONS))
    right = whole.select(_iso3="iso3", _year="year", wgi="mean")
    joined = pv.outer_join(right, [pv.iso3 == right["_iso3"], pv.year == right["_year"]])
    return joined.select(
        "pv", "wgi",
        iso3=joined.iso3.coalesce(joined["_iso3"]), year=joined.year.coalesce(joined["_year"]),
    ).select("iso3", "year", "pv", "wgi")  # fmt: skip
