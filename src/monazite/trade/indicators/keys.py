"""What an indicator is computed under: an HS code, or a commodity that several codes carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

if TYPE_CHECKING:
    import ibis.expr.types as ir

REST = "ROW"
"""In place of an ISO3 code: the rest of the world, countries that a table does not name."""
_KG = {"t": 1000.0, "kg": 1.0}
_AMOUNTS = ("mass_kg", "value_usd", "value_with_mass_usd")


def by_commodity(cells: ir.Table, materials: ir.Table) -> ir.Table:
    """Cells summed over the codes of each commodity; `code` becomes the commodity's name.

    Masses are gross masses of what was traded, not contained metal. A code of several commodities
    (such as 811291) counts in each of them. Codes of no commodity are left out.

    Args:
        cells: cells of flows (`flows.cells.cells`).
        materials: `commodity, code`, such as `packaged.tables.materials` cut to what is wanted.
    """
    pairs = _pairs(materials)
    joined = cells.inner_join(pairs, cells.code == pairs["_code"]).drop("code", "_code")
    keys = [name for name in cells.columns if name not in {*_AMOUNTS, "months", "code"}]
    summed = joined.group_by([*keys, "commodity"]).aggregate(
        **{name: joined[name].sum() for name in _AMOUNTS}, months=joined.months.max()
    )
    return summed.rename(code="commodity")


def production_by_commodity(production: ir.Table) -> ir.Table:
    """Production in kilograms, `code, iso3, year, mass_kg`, `code` being the commodity's name.

    Quantities that are no mass (carats, cubic metres) are left out. Rows of one country are added
    up (World Mining Data has two for some).

    Args:
        production: `commodity, iso3, year, quantity, unit` (`packaged.tables.production`).
    """
    factor = ibis.cases(*((production.unit == unit, kg) for unit, kg in _KG.items()))
    weighed = production.filter(production.unit.isin(list(_KG)))
    weighed = weighed.select(
        "iso3", "year", code=weighed.commodity, mass_kg=weighed.quantity * factor
    )
    return weighed.group_by(["code", "iso3", "year"]).aggregate(mass_kg=weighed.mass_kg.sum())


def production_by_code(production: ir.Table, materials: ir.Table) -> ir.Table:
    """Likewise by HS code: every code of a commodity stands beside its whole production.

    A code of several commodities is left out: no production belongs to it alone.
    """
    pairs = _pairs(materials)
    alone = pairs.group_by("_code").aggregate(n=pairs.commodity.nunique())
    alone = alone.filter(alone.n == 1).select(_alone="_code")
    pairs = pairs.inner_join(alone, pairs["_code"] == alone["_alone"]).drop("_alone")
    mined = production_by_commodity(production)
    joined = mined.inner_join(pairs, mined.code == pairs.commodity)
    return joined.select("iso3", "year", "mass_kg", code="_code")


def _pairs(materials: ir.Table) -> ir.Table:
    return materials.select("commodity", _code="code").distinct()
