"""Who supplies whom: one table of suppliers, masses, values and shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import ibis

if TYPE_CHECKING:
    import ibis.expr.types as ir

Of = Literal["importer", "exporter"]
_READING = ("source", "nomenclature", "side", "year", "code")


def supply(cells: ir.Table, of: Of = "importer") -> ir.Table:
    """The partners of every importer (its suppliers) or exporter (its customers), ranked.

    Args:
        cells: cells of flows (`flows.cells.cells`), already cut to what is asked for.
        of: whose total is the whole of a share.

    Returns:
        `source, nomenclature, side, year, code, exporter, importer, mass_kg, value_usd`;
        `share_of_mass` and `share_of_value` of the whole's known total (NULL where nothing of it
        is known); `mass_coverage`, the share of this row's value whose mass is known;
        `unit_value_usd_kg` over those rows; `months` (12 where the year is whole); `rank` by
        mass, then by value, what is not known last. Re-exports are not among them.
    """
    direct = cells.filter(~cells.direction_re).drop("direction_re")
    whole = ibis.window(group_by=[*_READING, of])
    ranked = ibis.window(
        group_by=[*_READING, of],
        order_by=[
            ibis.desc(direct.mass_kg, nulls_first=False),
            ibis.desc(direct.value_usd, nulls_first=False), "exporter", "importer",
        ],
    )  # fmt: skip
    found = direct.mutate(
        share_of_mass=_share(direct.mass_kg, whole),
        share_of_value=_share(direct.value_usd, whole),
        mass_coverage=_ratio(direct.value_with_mass_usd, direct.value_usd),
        unit_value_usd_kg=_ratio(direct.value_with_mass_usd, direct.mass_kg),
        rank=ibis.row_number().over(ranked) + 1,
    )
    return found.select(
        *_READING, "exporter", "importer", "mass_kg", "value_usd", "share_of_mass",
        "share_of_value", "mass_coverage", "unit_value_usd_kg", "months", "rank",
    ).order_by([*_READING, of, "rank"])  # fmt: skip


def together(cells: ir.Table, label: str) -> ir.Table:
    """Cells with their codes added up under a label: gross weight, whatever the codes contain."""
    keys = [name for name in cells.columns if name not in {*_AMOUNTS, "months", "code"}]
    added = cells.group_by(keys).aggregate(
        **{name: cells[name].sum() for name in _AMOUNTS}, months=cells.months.max()
    )
    return added.mutate(code=ibis.literal(label))


_AMOUNTS = ("mass_kg", "value_usd", "value_with_mass_usd")


def _share(amount: ir.DecimalColumn, whole: ibis.expr.builders.WindowBuilder) -> ir.FloatingColumn:
    return _ratio(amount, amount.sum().over(whole))


def _ratio(part: ir.NumericColumn, whole: ir.NumericColumn) -> ir.FloatingColumn:
    """One over the other as a float; NULL where the divisor is unknown or zero."""
    return part.cast("float64") / whole.cast("float64").nullif(0.0)
