"""Caveats: what else can stand behind a gap between two sides, as codes beside every pair.

Sources: United Nations, International Merchandise Trade Statistics, Compilers Manual (2013), on
asymmetries; Eurostat's and the OECD's lists of their causes; `data/` for codes and places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from monazite.trade.mirror import readings
from monazite.trade.mirror.data import ORE_PREFIXES, entrepots, mixed_codes

if TYPE_CHECKING:
    import ibis.expr.types as ir

SEPARATOR = "|"
MATERIAL = 0.1
"""A surplus smaller than this share of the larger side needs no neighbour to explain it."""
OFFSET = 0.5
"""A neighbour explains a surplus of which its own opposite surplus is at least this share."""
CODES = (
    "silent_side_does_not_report", "other_direction_only", "time_not_covered",
    "mass_unknown_exporter", "mass_unknown_importer", "re_exports", "mixed_code", "entrepot",
    "year_edge", "month_edge", "cif_fob", "wet_dry_tonnes", "confidentiality", "hs_vintage_differs",
    "low_value_threshold",
)  # fmt: skip
"""Every caveat, in the order in which a pair lists them."""


def listed(text: str) -> list[str]:
    """The codes of a pair's `caveats` as a list."""
    return text.split(SEPARATOR) if text else []


def added(both: ir.Table) -> ir.Table:
    """The rows with the column `caveats`: the codes that hold, with | between them."""
    both = _with_neighbours(both)
    found = _conditions(both)
    parts = [
        found[code].fill_null(readings.NO).ifelse(f"{code}{SEPARATOR}", "")
        for code in CODES
        if code in found
    ]
    both = both.mutate(_codes=parts[0].concat(*parts[1:]))
    text = both["_codes"]
    return both.mutate(
        caveats=(text == "").ifelse("", text.substr(0, text.length() - len(SEPARATOR)))
    )


def _conditions(both: ir.Table) -> dict[str, ir.BooleanColumn]:
    """When each caveat holds."""
    silent = {side: both.silent_side == side for side in readings.SIDES}
    knows_both_values = both.value_exporter_usd.notnull() & both.value_importer_usd.notnull()
    return {
        "silent_side_does_not_report": _of_silent(both, silent, "reports", wanted=False),
        "other_direction_only": _of_silent(both, silent, "reports", wanted=False)
        & _of_silent(both, silent, "mentions", wanted=True),
        "time_not_covered": _time_not_covered(both, silent),
        "mass_unknown_exporter": both.says_exporter
        & both.mass_exporter_kg.isnull()
        & both.mass_re_export_kg.isnull(),
        "mass_unknown_importer": both.says_importer & both.mass_importer_kg.isnull(),
        "re_exports": both.re_exports,
        "mixed_code": both.code.isin(sorted(mixed_codes())),
        "entrepot": both.exporter.isin(sorted(entrepots()))
        | both.importer.isin(sorted(entrepots())),
        ("month_edge" if readings.is_monthly(both) else "year_edge"): _edge(both),
        "cif_fob": knows_both_values,
        "wet_dry_tonnes": ibis.or_(*(both.code.startswith(prefix) for prefix in ORE_PREFIXES)),
        "confidentiality": _confidential(both),
        "hs_vintage_differs": both.edition_exporter != both.edition_importer,
        "low_value_threshold": both.low_value,
    }


def _of_silent(
    both: ir.Table, silent: dict[str, ir.BooleanColumn], fact: str, *, wanted: bool
) -> ir.BooleanColumn:
    """Whether a fact about the silent side is as wanted; false where no side is silent."""
    return ibis.or_(
        *(
            silent[side] & (both[f"{fact}_{side}"] if wanted else ~both[f"{fact}_{side}"])
            for side in readings.SIDES
        )
    )


def _time_not_covered(both: ir.Table, silent: dict[str, ir.BooleanColumn]) -> ir.BooleanColumn:
    """The silent side reports the code, but not the time; or two sides cover different times."""
    uncovered = ibis.or_(
        *(
            silent[side] & both[f"reports_{side}"] & ~both[f"covers_{side}"]
            for side in readings.SIDES
        )
    )
    if readings.is_monthly(both):
        return uncovered
    return uncovered | (both.covered_exporter != both.covered_importer).fill_null(readings.NO)


def _confidential(both: ir.Table) -> ir.BooleanColumn:
    """Whether the side that says less books trade in the code under areas n.e.s."""
    return ibis.cases(
        (both.exported < both.imported, both.unspecified_exporter),
        (both.imported < both.exported, both.unspecified_importer),
        else_=False,
    )


def _with_neighbours(both: ir.Table) -> ir.Table:
    """Beside every pair, its surplus of imports and those of the periods before and after."""
    flow = ibis.window(group_by=["exporter", "importer", "code"], order_by=["_time"])
    both = both.mutate(
        _time=_time(both),
        _surplus=(both.kind != "not_reported").ifelse(both.imported - both.exported, None),
    )
    time, surplus = both["_time"], both["_surplus"]
    return both.mutate(
        _before=(time - time.lag().over(flow) == 1).ifelse(surplus.lag().over(flow), None),
        _after=(time.lead().over(flow) - time == 1).ifelse(surplus.lead().over(flow), None),
    )


def _time(both: ir.Table) -> ir.IntegerColumn:
    """Years, or months counted from the year 0; NULL for joined months."""
    if not readings.is_monthly(both):
        return both.year
    month = both.period.substr(5, 2).cast("int32")
    return both.period.contains("/").ifelse(None, both.year * 12 + month)


def _edge(both: ir.Table) -> ir.BooleanColumn:
    """Goods that left in one period and arrived in the next: opposite surpluses side by side."""
    surplus = both["_surplus"]
    material = surplus.abs() >= MATERIAL * ibis.greatest(both.exported, both.imported)
    arrived_late = (surplus > 0) & (both["_before"] <= -OFFSET * surplus)
    arrives_late = (surplus < 0) & (both["_after"] >= -OFFSET * surplus)
    return material & (arrived_late | arrives_late).fill_null(readings.NO)
