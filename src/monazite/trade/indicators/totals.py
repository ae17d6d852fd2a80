"""Totals of every importer and every exporter: one pass over the cells; all else follows.

Masses and values stay exact decimals; squares, and what is weighed by governance, are float64.
Re-exports and re-imports are parts of exports and imports (UN IMTS 2010) and are left out, so that
nothing is counted twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import ibis

from monazite.catalogue.countries import unspecified
from monazite.trade.indicators.governance import stability_risk_column

if TYPE_CHECKING:
    import ibis.expr.types as ir

READING = ("source", "nomenclature", "side", "year")
"""Whose reading of which year: nothing is added or divided across these."""
KEYS = (*READING, "country", "code")
WHOLE_YEAR = 12
Role = Literal["importer", "exporter"]
_PARTNER: dict[Role, Role] = {"importer": "exporter", "exporter": "importer"}


def totals(
    cells: ir.Table, role: Role, governance: ir.Table | None = None, way: str = ""
) -> ir.Table:
    """The totals of every country in a role, by reading, year and code.

    Args:
        cells: cells of flows (`flows.cells.cells`).
        role: whether a country's imports or its exports are summed.
        governance: `iso3, year, pv, wgi`; with it, masses weighed by the partner's governance.
        way: what the name of every column begins with, so that two totals can be joined.

    Returns:
        `KEYS` with `mass_kg, value_usd, value_with_mass_usd, months`; of partners that are named:
        their number (`partners`), the largest amounts (`mass_max_kg`, `value_max_usd`) and the sums
        of squares (`mass_squares`, `value_squares`); of those that are not: `mass_unspecified_kg`,
        `value_unspecified_usd`. With governance: `risk_kg` (mass times g, see `geopolrisk`),
        `risk_assumed_kg` (mass whose g was assumed), `wgi_squares` (squared mass times the
        partner's WGI, 0 to 10) and `wgi_unknown_squares` (squared mass of partners without one).
    """
    rows = direct(cells)
    if governance is not None:
        rows = _governed(rows, _PARTNER[role], governance)
    weighed = {} if governance is None else _weighed(rows)
    sums = measures(rows, rows[_PARTNER[role]]) | weighed
    keys = {f"{way}{name}": rows[role if name == "country" else name] for name in KEYS}
    return rows.group_by(**keys).aggregate(**{f"{way}{name}": sum_ for name, sum_ in sums.items()})


def direct(cells: ir.Table) -> ir.Table:
    """The cells without re-exports and re-imports."""
    return cells.filter(~cells.direction_re)


def is_named(partner: ir.StringColumn) -> ir.BooleanColumn:
    """Whether a partner is a country; not where it is not told (areas n.e.s., bunkers …)."""
    return partner.notin(sorted(unspecified()))


def measures(rows: ir.Table, partner: ir.StringColumn) -> dict[str, ir.Value]:
    """What `totals` sums over rows that hold one partner each."""
    named = is_named(partner)
    mass, value = rows.mass_kg.cast("float64"), rows.value_usd.cast("float64")
    return {
        "mass_kg": rows.mass_kg.sum(),
        "value_usd": rows.value_usd.sum(),
        "value_with_mass_usd": rows.value_with_mass_usd.sum(),
        "partners": rows.count(where=named),
        "mass_max_kg": rows.mass_kg.max(where=named),
        "value_max_usd": rows.value_usd.max(where=named),
        "mass_squares": (mass * mass).sum(where=named),
        "value_squares": (value * value).sum(where=named),
        "mass_unspecified_kg": rows.mass_kg.sum(where=~named),
        "value_unspecified_usd": rows.value_usd.sum(where=~named),
        "months": rows.months.max(),
    }


def _governed(rows: ir.Table, partner: Role, governance: ir.Table) -> ir.Table:
    """The cells with the partner's estimates beside them; NULL where there is none."""
    side = governance.select(_iso3="iso3", _year="year", pv="pv", wgi="wgi")
    return rows.left_join(side, [rows[partner] == side["_iso3"], rows.year == side["_year"]])


def _weighed(rows: ir.Table) -> dict[str, ir.Value]:
    mass = rows.mass_kg.cast("float64")
    scaled = (2.5 - rows.wgi) * 2  # 0 best to 10 worst, see `governance.wgi_scaled`
    return {
        "risk_kg": (mass * stability_risk_column(rows.pv)).sum(),
        "risk_assumed_kg": mass.sum(where=rows.pv.isnull()),
        "wgi_squares": (mass * mass * scaled).sum(),
        "wgi_unknown_squares": (mass * mass).sum(where=rows.wgi.isnull()),
    }


def ratio(part: ir.NumericValue, whole: ir.NumericValue) -> ir.FloatingValue:
    """One amount over another as a float; NULL where the divisor is unknown or zero."""
    return part.cast("float64") / whole.cast("float64").nullif(0.0)


def part_of_year(months: ir.IntegerValue) -> ir.BooleanValue:
    """Whether trade is recorded for some months of a year only; false where none is."""
    return (months < WHOLE_YEAR).fill_null(ibis.literal(value=False))


def first_reason(*found: tuple[ir.BooleanValue, str]) -> ir.StringValue:
    """The first reason whose condition holds, else NULL."""
    return ibis.cases(*found, else_=ibis.null("string"))
