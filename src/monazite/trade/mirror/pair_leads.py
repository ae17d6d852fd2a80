"""Leads from pairs: orphans, ghosts, and masses that differ by a factor of two or more."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.trade.mirror.caveats import listed
from monazite.trade.mirror.lead import Kind, Lead, doubted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyarrow as pa

    Row = dict[str, Any]

FACTOR = 2
"""Masses of a matched pair that differ by less are no lead."""
EXPLAINING = (
    "time_not_covered", "re_exports", "mixed_code", "entrepot", "year_edge", "wet_dry_tonnes",
    "confidentiality", "hs_vintage_differs",
)  # fmt: skip
"""Caveats that could explain a gap of masses; `cif_fob` joins them where values are compared."""
GENERAL: dict[str, tuple[str, ...]] = {
    "orphan": ("origin_not_consignment", "stocks"),
    "ghost": ("redirected_in_transit", "stocks"),
    "gap": ("origin_not_consignment", "stocks"),
}
"""What could always explain a kind, beside the caveats of its own rows.

Importers name the country of origin, exporters the last destination they know; goods are sold
afloat or lie in bonded stores.
"""


def pair_leads(pairs: pa.Table) -> list[Lead]:
    """One lead for every exporter, importer and code with a pattern, over all its years.

    Years of low value (`low_value_threshold`) are no part of a lead, and years of which the sides
    cover different months (`time_not_covered`) none of a gap.
    The score is the share of unmatched mass in all mass reported of the code, to the power of one
    half, times how complete and how lasting the gap is, less doubt for each special explanation.
    """
    rows: list[Row] = pairs.to_pylist()
    total = {
        by_mass: sum((max(_counted(row, by_mass=by_mass)) for row in rows), Decimal())
        for by_mass in (True, False)
    }
    groups: dict[tuple[str, str, str, Kind], list[Row]] = {}
    spans: dict[tuple[str, str, str], int] = {}
    for row in rows:
        flow = (row["exporter"], row["importer"], row["code"])
        spans[flow] = spans.get(flow, 0) + (row["kind"] != "not_reported")
        if kind := _kind(row):
            groups.setdefault((*flow, kind), []).append(row)
    return [
        _lead(kind, own, total[_by_mass(own)], spans[exporter, importer, code])
        for (exporter, importer, code, kind), own in groups.items()
    ]


def _kind(row: Row) -> Kind | None:
    """The pattern of a pair, if there is one; none where only re-exported value is known."""
    doubts = listed(row["caveats"])
    if "low_value_threshold" in doubts or not any(_counted(row, by_mass=_by_mass([row]))):
        return None
    if row["kind"] == "orphan":
        return "orphan"
    if row["kind"] == "ghost":
        return "ghost"
    if row["kind"] != "matched" or not row["gap_kg"] or "time_not_covered" in doubts:
        return None
    less, more = sorted(_counted(row, by_mass=True))
    return "gap" if more >= FACTOR * less else None


def _lead(kind: Kind, rows: Sequence[Row], total: Decimal, known_years: int) -> Lead:
    by_mass = _by_mass(rows)
    counted = [_counted(row, by_mass=by_mass) for row in rows]
    unmatched = sum((abs(m - x) for x, m in counted), Decimal())
    share = float(unmatched / total)
    complete = float(unmatched / sum(max(pair) for pair in counted))
    special = [one for one in EXPLAINING if any(one in listed(row["caveats"]) for row in rows)]
    special += [] if by_mass else ["cif_fob"]
    lasting = (1 + len(rows) / known_years) / 2
    score = share**0.5 * complete * lasting
    first, years = rows[0], sorted(row["year"] for row in rows)
    unit = "kg" if by_mass else "usd"
    exported, imported = zip(*(_sides(row, by_mass=by_mass) for row in rows), strict=True)
    return Lead(
        kind=kind,
        score=doubted(score, len(special)),
        exporter=first["exporter"],
        via=None,
        importer=first["importer"],
        code=first["code"],
        period=f"{years[0]}" if years[0] == years[-1] else f"{years[0]}..{years[-1]}",
        level="country_code_year",
        reasons=(_REASONS[kind], *(["in_several_years"] if len(rows) > 1 else [])),
        other_explanations=(*special, *GENERAL[kind]),
        figures={
            f"unmatched_{unit}": unmatched,
            f"reported_by_exporter_{unit}": _summed(exported),
            f"reported_by_importer_{unit}": _summed(imported),
            "share_of_all_reported": share,
            "years": len(rows),
            "years_known": known_years,
        },
        sources=tuple(sorted(_sources(rows))),
    )


_REASONS = {
    "orphan": "importer_reports_what_exporter_does_not",
    "ghost": "exporter_reports_what_importer_does_not",
    "gap": "masses_differ_by_a_factor",
}


def _by_mass(rows: Iterable[Row]) -> bool:
    """Whether every row was compared by its mass."""
    return all(row["compared_on"] == "mass" for row in rows)


def _sides(row: Row, *, by_mass: bool) -> tuple[Decimal | None, Decimal | None]:
    """What exporter and importer report; None where a side does not.

    What an exporter books as re-exports alone counts as its mass, as in `pairs`.
    """
    if not by_mass:
        return row["value_exporter_usd"], row["value_importer_usd"]
    exported = row["mass_exporter_kg"]
    return row["mass_re_export_kg"] if exported is None else exported, row["mass_importer_kg"]


def _counted(row: Row, *, by_mass: bool) -> tuple[Decimal, Decimal]:
    """The same; what a side does not report counts as nothing in a difference, and there only."""
    exported, imported = _sides(row, by_mass=by_mass)
    return exported or Decimal(), imported or Decimal()


def _summed(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The exact sum of what a side reports; None where it reports nothing at all."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal()) if known else None


def _sources(rows: Iterable[Row]) -> set[str]:
    found = {row[f"source_{side}"] for row in rows for side in ("exporter", "importer")}
    return found - {None}
