"""Concentration over cells: of an importer's suppliers, an exporter's customers, the world's trade.

Formulae: `concentration`. Shares and indices are fractions, from 0 to 1, by mass and by value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from monazite.trade.indicators import reasons
from monazite.trade.indicators.totals import (
    KEYS,
    READING,
    Role,
    direct,
    first_reason,
    is_named,
    measures,
    ratio,
    totals,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir

WORLD = "WLD"
_AMOUNTS = {"mass": "mass_kg", "value": "value_usd"}
_UNKNOWN = {"mass": reasons.MASS_UNKNOWN, "value": reasons.VALUE_UNKNOWN}


def concentration(cells: ir.Table, role: Role = "importer") -> ir.Table:
    """How concentrated the suppliers of every importer are, or the customers of every exporter.

    Args:
        cells: cells of flows (`flows.cells.cells`), or `keys.by_commodity` of them.
        role: importer for concentration by origin, exporter for concentration by destination.

    Returns:
        One row for each reading, country, code and year: `mass_kg`, `value_usd`, `partners` (how
        many are named), and by mass and by value `hhi_…`, `hhi_high_…`, `top_share_…`, `top_…` (the
        largest partner; the first in the alphabet of several equal ones) and `reason_…`.
        `hhi_…` is the least that it can be and `hhi_high_…` the most: they differ only where some
        partners are not told (`totals.is_named`). `mass_coverage` is the share of the value
        whose mass is known, `months` 12 where the year is whole.
    """
    found = totals(cells, role)
    table = found.select(
        *KEYS, "mass_kg", "value_usd", "months",
        partners=found.partners, **concentration_columns(found),
    )  # fmt: skip
    for basis, amount in _AMOUNTS.items():
        table = _with_top(table, found, direct(cells), role, basis, amount)
    return table


def concentration_columns(found: ir.Table, way: str = "") -> dict[str, ir.Value]:
    """The columns of `concentration` that follow from `totals` whose names begin with `way`."""
    columns = {"mass_coverage": mass_coverage(found, way)}
    for basis, unit in (("mass", "kg"), ("value", "usd")):
        whole = found[f"{way}{basis}_{unit}"]
        squares = found[f"{way}{basis}_squares"].fill_null(0.0)
        top = found[f"{way}{basis}_max_{unit}"]
        rest = found[f"{way}{basis}_unspecified_{unit}"].cast("float64").fill_null(0.0)
        total = whole.cast("float64").nullif(0.0)
        high = squares + 2 * top.cast("float64").fill_null(0.0) * rest + rest * rest
        columns |= {
            f"hhi_{basis}": squares / (total * total),
            f"hhi_high_{basis}": high / (total * total),
            f"top_share_{basis}": ratio(top, whole),
            f"reason_{basis}": first_reason(
                (whole.isnull(), _UNKNOWN[basis]),
                (whole == 0, reasons.NOTHING_TO_SHARE),
                (rest > 0, reasons.LOWER_BOUND),
            ),
        }
    return columns


def mass_coverage(found: ir.Table, way: str = "") -> ir.FloatingValue:
    """The share of the known value that belongs to flows whose mass is known; 0 if none is."""
    return ratio(found[f"{way}value_with_mass_usd"].fill_null(0), found[f"{way}value_usd"])


def world_concentration(cells: ir.Table) -> ir.Table:
    """How concentrated the world's exports are, by reading, year and code; columns as above.

    Exports of all who are named, seen by the side of the reading. `country` is WLD.
    """
    exports = totals(cells, "exporter")
    world = exports.group_by([*READING, "code"]).aggregate(**measures(exports, exports.country))
    return world.select(
        *READING, "code", "mass_kg", "value_usd", "partners", "months",
        country=ibis.literal(WORLD), **concentration_columns(world),
    )  # fmt: skip


def _with_top(
    table: ir.Table, found: ir.Table, cells: ir.Table, role: Role, basis: str, amount: str
) -> ir.Table:
    """The largest named partner beside each row."""
    partner = "exporter" if role == "importer" else "importer"
    top = found.select(
        **{f"_{name}": found[name] for name in KEYS},
        _top=found["mass_max_kg" if basis == "mass" else "value_max_usd"],
    )
    same = [cells[role if name == "country" else name] == top[f"_{name}"] for name in KEYS]
    largest = cells.inner_join(top, [*same, cells[amount] == top["_top"]])
    largest = largest.filter(is_named(largest[partner]))
    names = largest.group_by([f"_{name}" for name in KEYS]).aggregate(
        **{f"top_{basis}": largest[partner].min()}
    )
    joined = table.left_join(names, [table[name] == names[f"_{name}"] for name in KEYS])
    return joined.drop(*(f"_{name}" for name in KEYS))
