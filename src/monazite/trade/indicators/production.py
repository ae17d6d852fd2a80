"""Concentration of production, and what the world and each country produced.

Takes the production table `code, iso3, year, mass_kg` (`keys`). Formulae: `concentration`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from monazite.catalogue.countries import countries
from monazite.trade.indicators import reasons
from monazite.trade.indicators.keys import REST
from monazite.trade.indicators.totals import first_reason, ratio

if TYPE_CHECKING:
    import ibis.expr.types as ir


def production_concentration(production: ir.Table) -> ir.Table:
    """How concentrated production is, by code and year.

    Where a rest of the world (`ROW`) is among the rows, `hhi` is the least that it can be (the rest
    spread over infinitely many) and `hhi_high` the most (the rest one country more), with the
    reason `lower_bound`. Where a row is not under the ISO3 code of a country, such as a total among
    its parts, nothing is computed: the reason is `not_a_country_among_rows`.

    Returns:
        `code, year, mass_kg, producers, hhi, hhi_high, top_share, top, coverage, reason`;
        `coverage` is the share that is attributed to named countries, `top` the largest of them.
    """
    own = by_country(production)
    own = own.mutate(_named=own.iso3 != REST, _odd=own.iso3.notin(_places()))
    order = [ibis.desc(own.mass_kg, nulls_first=False), "iso3"]
    ranked = own.mutate(
        _rank=ibis.row_number().over(group_by=["code", "year", "_named"], order_by=order)
    )
    named, mass = ranked["_named"], ranked.mass_kg
    world = ranked.group_by(["code", "year"]).aggregate(
        mass_kg=mass.sum(),
        producers=(named & (mass > 0)).cast("int64").sum(),
        squares=(mass * mass).sum(where=named),
        largest=mass.max(where=named),
        top=ranked.iso3.max(where=named & (ranked["_rank"] == 0)),
        rest=mass.sum(where=~named),
        odd=ranked["_odd"].cast("int64").sum(),
    )
    sound, rest = world.odd == 0, world.rest.fill_null(0.0)
    whole = sound.ifelse(world.mass_kg, ibis.null("float64")).nullif(0.0)
    return world.select(
        "code", "year", "mass_kg", "producers",
        hhi=world.squares / (whole * whole),
        hhi_high=(world.squares + rest * rest) / (whole * whole),
        top_share=world.largest / whole,
        top=sound.ifelse(world.top, ibis.null("string")),
        coverage=1 - ratio(rest, whole),
        reason=first_reason(
            (~sound, reasons.NOT_A_COUNTRY),
            (world.mass_kg.isnull() | (world.mass_kg == 0), reasons.NOTHING_TO_SHARE),
            (rest > 0, reasons.LOWER_BOUND),
        ),
    )  # fmt: skip


def by_country(production: ir.Table) -> ir.Table:
    """One row for each code, country and year, whose rows are added up."""
    return production.group_by(["code", "iso3", "year"]).aggregate(mass_kg=production.mass_kg.sum())


def _places() -> list[str]:
    return sorted({place.iso3 for place in countries().values()} | {REST})


def with_production(
    found: ir.Table, production: ir.Table, domestic: ir.Table | None = None
) -> ir.Table:
    """Totals joined with their country's production and the world's, for `production_columns`.

    What a country produced comes from `domestic` where that is given: the producers at the stage of
    the trade, where the world's concentration is of another stage.
    """
    world = production_concentration(production)
    world = world.select(
        _world_code="code", _world_year="year", production_hhi="hhi",
        production_top_share="top_share", production_coverage="coverage", _world_reason="reason",
    )  # fmt: skip
    own = by_country(production if domestic is None else domestic)
    own = own.select(_own_code="code", _own_iso3="iso3", _own_year="year", _own_kg="mass_kg")
    return found.left_join(world, [("code", "_world_code"), ("year", "_world_year")]).left_join(
        own, [("code", "_own_code"), ("country", "_own_iso3"), ("year", "_own_year")]
    )


def production_columns(found: ir.Table) -> dict[str, ir.Value]:
    """What a country produced, after `with_production`.

    `domestic_kg` is 0 for a country that the table does not list among the producers of that code
    and year (`domestic_reason` says so), and NULL where it knows none of them; `production_reason`
    says why there is no `production_hhi`, or that it is a lower bound.
    """
    known = found.production_hhi.notnull()
    return {
        "domestic_kg": known.ifelse(found["_own_kg"].fill_null(0.0), ibis.null("float64")),
        "domestic_reason": first_reason(
            (~known, reasons.NO_PRODUCTION), (found["_own_kg"].isnull(), reasons.NOT_LISTED)
        ),
        "production_reason": ibis.cases(
            (found["_world_reason"].notnull(), found["_world_reason"]),
            (~known, reasons.NO_PRODUCTION),
            else_=ibis.null("string"),
        ),
    }
