"""Import reliance: how much of what a country uses comes from abroad; net and gross side by side.

Unit: fractions; net reliance lies below 0 for a net exporter. It breaks where goods are sent abroad
to be processed, or mined at one stage and bought at another, so that gross reliance always stands
beside it. Amounts must be of one stage and in one unit (contained
element or gross mass). Sources: USGS, Mineral Commodity Summaries, appendix "Definitions", and
Nassar et al., Science Advances 6 (2020) eaay8647; EU: JRC, "Methodology for establishing the EU
list of critical raw materials" (2017).
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import ibis

from monazite.trade.indicators import reasons
from monazite.trade.indicators.production import production_columns, with_production
from monazite.trade.indicators.totals import KEYS, READING, first_reason, part_of_year, totals
from monazite.trade.indicators.values import Indicator, missing

if TYPE_CHECKING:
    import ibis.expr.types as ir


def net_import_reliance(
    imports: float,
    exports: float,
    primary: float,
    secondary: float = 0.0,
    stock_release: float = 0.0,
) -> Indicator:
    """USGS net import reliance (I − E + ΔS) / AC, AC = primary + secondary + I − E + ΔS.

    ΔS is what stocks gave: positive where they fell. A net exporter has a value below zero and the
    reason `net_exporter` (USGS prints E); NaN where a part is NaN or nothing was consumed.
    """
    net = imports - exports + stock_release
    consumption = primary + secondary + net
    if isnan(consumption):
        return missing(reasons.PART_UNKNOWN)
    if consumption <= 0:
        return missing(reasons.NET_EXPORTER if net < 0 else reasons.NO_CONSUMPTION, 1.0)
    return Indicator(net / consumption, reasons.NET_EXPORTER if net < 0 else None)


def eu_import_reliance(imports: float, exports: float, domestic: float) -> Indicator:
    """EU import reliance (I − E) / (P + I − E), clipped to 0 … 1."""
    found = net_import_reliance(imports, exports, domestic)
    if found.reason == reasons.NET_EXPORTER:
        return Indicator(0.0, reasons.NET_EXPORTER)
    return found if found.missing else Indicator(min(found.value, 1.0))


def gross_import_reliance(imports: float, domestic: float) -> Indicator:
    """I / (I + P): the imported share of what came to hand, whatever left the country again."""
    if isnan(imports + domestic):
        return missing(reasons.PART_UNKNOWN)
    if not (supply := imports + domestic):
        return missing(reasons.NO_CONSUMPTION, 1.0)
    return Indicator(imports / supply)


def reliance(cells: ir.Table, production: ir.Table) -> ir.Table:
    """Net, EU and gross import reliance of every country that trades, by reading, code and year.

    Secondary production counts only where the production table holds it, stock changes do not. A
    country that reports, and has no imports (or exports) under a code that it trades, has 0 of
    them: publishers leave out what is zero. Of one that does not report they are unknown.

    Args:
        cells: cells of flows (`flows.cells.cells`), or `keys.by_commodity` of them.
        production: `code, iso3, year, mass_kg`, at the stage and in the unit of the trade.

    Returns:
        `KEYS` with `imports_kg, exports_kg, domestic_kg, net_reliance, eu_reliance, gross_reliance,
        reliance_reason, domestic_reason`.
    """
    found = with_production(both_ways(cells), production)
    found = found.mutate(**amounts(found), **production_columns(found))
    return found.select(
        *KEYS, "imports_kg", "exports_kg", "domestic_kg", "domestic_reason",
        **reliance_columns(found),
    )  # fmt: skip


def both_ways(cells: ir.Table, governance: ir.Table | None = None) -> ir.Table:
    """Totals of every country as importer (`in_…`) and as exporter (`out_…`) in one row.

    `in_reports` and `out_reports` are the country where it reports that direction in that year.
    """
    into = totals(cells, "importer", governance, "in_")
    out = totals(cells, "exporter", way="out_")
    joined = into.outer_join(out, [(f"in_{name}", f"out_{name}") for name in KEYS])
    found = joined.mutate(
        **{name: joined[f"in_{name}"].coalesce(joined[f"out_{name}"]) for name in KEYS}
    )
    for way, seen in (("in", into), ("out", out)):
        own = seen.filter(seen[f"{way}_side"] == _SIDE[way])
        names = {f"{way}_{name}_": own[f"{way}_{name}"] for name in READING}
        reports = own.select(**names, **{f"{way}_reports": own[f"{way}_country"]}).distinct()
        same = [(name, f"{way}_{name}_") for name in READING]
        found = found.left_join(reports, [*same, ("country", f"{way}_reports")])
    return found


_SIDE = {"in": "importer", "out": "exporter"}
_OTHER = {"in": "out", "out": "in"}


def amounts(found: ir.Table) -> dict[str, ir.Value]:
    """Imports and exports of `both_ways`, and whether they are unknown for want of a report.

    They are NULL where their mass is unknown. Where no such trade is recorded they are 0 if the
    reading is of both sides, or the country itself reports that direction in that year; else NULL:
    what its partners do not report of it may only mean that they were not loaded.
    """
    columns: dict[str, ir.Value] = {}
    for way, word in (("in", "imports"), ("out", "exports")):
        nothing, mass = found[f"{way}_months"].isnull(), found[f"{way}_mass_kg"]
        own, others = found.side == _SIDE[way], found.side == _SIDE[_OTHER[way]]
        silent = (own & found[f"{way}_reports"].isnull()) | (others & nothing)
        zero = ibis.literal(0).cast(mass.type())
        columns[f"{way}_silent"] = silent
        columns[f"{word}_kg"] = (nothing & ~silent).ifelse(zero, mass)
    return columns


def reliance_columns(found: ir.Table) -> dict[str, ir.Value]:
    """The three reliances and their reason, of rows with imports, exports and domestic supply."""
    imports, exports = found.imports_kg.cast("float64"), found.exports_kg.cast("float64")
    part = part_of_year(found.in_months) | part_of_year(found.out_months)
    net = imports - exports
    domestic = part.ifelse(ibis.null("float64"), found.domestic_kg)
    consumption = domestic + net
    used = (consumption > 0).ifelse(consumption, ibis.null("float64"))
    value = net / used
    return {
        "net_reliance": value,
        "eu_reliance": ibis.cases(
            (domestic.isnull(), ibis.null("float64")), (net < 0, 0.0), (value > 1, 1.0), else_=value
        ),
        "gross_reliance": imports / (imports + domestic).nullif(0.0),
        "reliance_reason": first_reason(
            (found.in_silent | found.out_silent, reasons.NOT_REPORTED),
            (imports.isnull() | exports.isnull(), reasons.MASS_UNKNOWN),
            (part, reasons.PART_OF_YEAR),
            (domestic.isnull(), reasons.NO_PRODUCTION),
            (net < 0, reasons.NET_EXPORTER),
            (consumption <= 0, reasons.NO_CONSUMPTION),
        ),
    }
