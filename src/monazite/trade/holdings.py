"""What a store holds: codes by source and edition, with their span of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir


def holdings(flows: ir.Table) -> ir.Table:
    """One row per source, nomenclature and code: first and last year, rows, and their value.

    `value_usd` is summed over every side and direction: how much is there, not how much moved.
    """
    return (
        flows.group_by(["source", "nomenclature", "code"])
        .aggregate(
            first_year=flows.year.min(),
            last_year=flows.year.max(),
            rows=flows.count(),
            value_usd=flows.value_usd.sum(),
            rows_without_mass=flows.mass_kg.isnull().cast("int64").sum(),
        )
        .order_by(["source", "nomenclature", "code"])
    )
