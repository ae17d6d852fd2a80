"""The EU's supply risk formula for any importer, from its own trade and the world's production.

SR = H_GS · IR/2 + H · (1 − IR/2), as `supply_risk`, with H over what the country produces and
imports, t = 1, and before recycling and substitution, for which no table of the world exists. No
unit. A supplier without WGI estimates widens the result: 0 (best) for the low end, 10 (worst) for
the high.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.trade.indicators import reasons
from monazite.trade.indicators.production import by_country
from monazite.trade.indicators.supply_risk import WORST
from monazite.trade.indicators.totals import first_reason

if TYPE_CHECKING:
    import ibis.expr.types as ir


def with_governed_production(
    found: ir.Table, production: ir.Table, governance: ir.Table
) -> ir.Table:
    """Totals with the world's H_GS (`h_world_low`, `h_world_high`) and the country's own WGI."""
    scores = governance.select(_iso3="iso3", _year="year", own_wgi=(2.5 - governance.wgi) * 2)
    own = by_country(production)
    made = own.left_join(scores, [("iso3", "_iso3"), ("year", "_year")])
    squares = made.mass_kg * made.mass_kg
    world = made.group_by(["code", "year"]).aggregate(
        total=made.mass_kg.sum(),
        low=(squares * made["own_wgi"].fill_null(0.0)).sum(),
        high=(squares * made["own_wgi"].fill_null(WORST)).sum(),
    )
    whole = (world.total * world.total).nullif(0.0)
    world = world.select(
        _h_code="code",
        _h_year="year",
        h_world_low=world.low / whole,
        h_world_high=world.high / whole,
    )
    return found.left_join(world, [("code", "_h_code"), ("year", "_h_year")]).left_join(
        scores, [("country", "_iso3"), ("year", "_year")]
    )


def importer_risk_columns(found: ir.Table, way: str = "") -> dict[str, ir.Value]:
    """SR of an importer, low and high, from totals with production, reliance and governance."""
    domestic, imports = found.domestic_kg, found[f"{way}mass_kg"].cast("float64")
    whole = ((domestic + imports) * (domestic + imports)).nullif(0.0)
    half = found.eu_reliance / 2
    own = domestic * domestic
    # A sum over suppliers none of whom has an estimate is NULL, not zero.
    governed = found[f"{way}wgi_squares"].fill_null(0.0)
    unknown = found[f"{way}wgi_unknown_squares"].fill_null(0.0)
    low = (governed + own * found.own_wgi.fill_null(0.0)) / whole
    high = (governed + unknown * WORST + own * found.own_wgi.fill_null(WORST)) / whole
    nobody = found[f"{way}wgi_squares"].isnull() & found.own_wgi.isnull()
    sr_low = found.h_world_low * half + low * (1 - half)
    sr_high = found.h_world_high * half + high * (1 - half)
    return {
        "supply_risk_low": nobody.ifelse(None, sr_low),
        "supply_risk_high": nobody.ifelse(None, sr_high),
        "supply_risk_reason": first_reason(
            (found[f"{way}months"].isnull(), reasons.NO_IMPORTS),
            (sr_low.isnull(), found.reliance_reason.fill_null(reasons.PART_UNKNOWN)),
            (nobody, reasons.NO_GOVERNANCE),
        ),
    }
