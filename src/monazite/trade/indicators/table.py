"""Every indicator of every country, code and year as one expression: the table to filter and sort.

Each column's formula stands in the module named: `partners` (concentration), `reliance`,
`geopolrisk`, `importer_risk` (the EU's formula), `usgs` (trade exposure), `n_minus_one`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from monazite.trade.indicators import reasons
from monazite.trade.indicators.geopolrisk import risk_columns
from monazite.trade.indicators.importer_risk import (
    importer_risk_columns,
    with_governed_production,
)
from monazite.trade.indicators.partners import concentration_columns
from monazite.trade.indicators.production import production_columns, with_production
from monazite.trade.indicators.reliance import amounts, both_ways, reliance_columns
from monazite.trade.indicators.totals import KEYS, first_reason, part_of_year, ratio

if TYPE_CHECKING:
    import ibis.expr.types as ir


def indicator_table(cells: ir.Table, production: ir.Table, governance: ir.Table) -> ir.Table:
    """All indicators that follow from trade, production and governance.

    Args:
        cells: cells of flows (`flows.cells.cells`), or `keys.by_commodity` of them.
        production: `code, iso3, year, mass_kg` (`keys`).
        governance: `iso3, year, pv, wgi` (`governance.side_table`).

    Returns:
        One row for each reading, country, code and year with recorded trade (`KEYS`, `months`):

        - as importer: `imports_kg, imports_usd, suppliers, import_price_usd_kg` and, with `import_`
          before them, the columns of `partners.concentration`;
        - as exporter: `exports_kg, exports_usd, customers, export_price_usd_kg` and, with `export_`
          before them, those of the concentration by destination;
        - of production: `domestic_kg, domestic_reason, production_hhi, production_top_share,
          production_coverage, production_share_left` (N-1 of the world's production);
        - `net_reliance, eu_reliance, gross_reliance, reliance_reason, trade_exposure`;
        - `import_risk, score, midpoint, gsp, geopolrisk_reason, assumed_share`;
        - `share_left, share_left_reason`: N-1 of the country, what it has without its largest
          supplier;
        - `supply_risk_low, supply_risk_high, supply_risk_reason`: the EU's formula.
    """
    found = with_production(both_ways(cells, governance), production)
    found = with_governed_production(found, production, governance)
    found = found.mutate(**amounts(found), **production_columns(found))
    found = found.mutate(**reliance_columns(found))
    return found.select(
        *KEYS, **_trade(found), **_made(found), **_risks(found), **_without_top(found)
    )


def _trade(found: ir.Table) -> dict[str, ir.Value]:
    columns: dict[str, ir.Value] = {"months": found.in_months.coalesce(found.out_months)}
    for way, word, partners in (("in", "import", "suppliers"), ("out", "export", "customers")):
        columns |= {
            f"{word}s_kg": found[f"{word}s_kg"],
            f"{word}s_usd": found[f"{way}_value_usd"],
            partners: found[f"{way}_partners"].fill_null(0),
            f"{word}_price_usd_kg": ratio(
                found[f"{way}_value_with_mass_usd"], found[f"{way}_mass_kg"]
            ),
        }
        nothing = found[f"{way}_months"].isnull()
        for name, column in concentration_columns(found, f"{way}_").items():
            known = nothing.ifelse(_nothing(way), column) if "reason" in name else column
            columns[f"{word}_{name}"] = known
    return columns


def _nothing(way: str) -> str:
    return reasons.NO_IMPORTS if way == "in" else reasons.NO_EXPORTS


def _made(found: ir.Table) -> dict[str, ir.Value]:
    exposure = ibis.cases(
        (found.reliance_reason == reasons.NET_EXPORTER, 0.0), else_=found.eu_reliance
    )
    names = (
        "domestic_kg", "domestic_reason", "production_hhi", "production_top_share",
        "production_coverage", "net_reliance", "eu_reliance", "gross_reliance", "reliance_reason",
    )  # fmt: skip
    return {
        **{name: found[name] for name in names},
        "production_share_left": 1 - found.production_top_share,
        "trade_exposure": exposure,
    }


def _risks(found: ir.Table) -> dict[str, ir.Value]:
    risks = risk_columns(found, "in_")
    wanted = ("import_risk", "score", "midpoint", "gsp", "assumed_share")
    return {
        **{name: risks[name] for name in wanted},
        "geopolrisk_reason": risks["reason"],
        **importer_risk_columns(found, "in_"),
    }


def _without_top(found: ir.Table) -> dict[str, ir.Value]:
    """N-1 of one country: what it makes and imports, without its largest supplier abroad."""
    part = part_of_year(found.in_months)
    made = part.ifelse(ibis.null("float64"), found.domestic_kg)
    supply = found.in_mass_kg.cast("float64") + made
    left = supply - found.in_mass_max_kg.cast("float64")
    return {
        "share_left": left / supply.nullif(0.0),
        "share_left_reason": first_reason(
            (found.in_months.isnull(), reasons.NO_IMPORTS),
            (found.in_mass_kg.isnull(), reasons.MASS_UNKNOWN),
            (part, reasons.PART_OF_YEAR),
            (found.domestic_kg.isnull(), reasons.NO_PRODUCTION),
            (supply == 0, reasons.NO_CONSUMPTION),
        ),
    }
