"""Leads from pairs: orphans, ghosts, and masses that differ by a factor of two or more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.trade.mirror.caveats import listed
from monazite.trade.mirror.lead import Kind, Lead, doubted
from monazite.trade.mirror.pairs import THRESHOLD_KG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyarrow as pa

    Row = dict[str, Any]

FACTOR = 2.0
"""Masses of a matched pair that differ by less are no lead."""
EXPLAINING = (
    "re_exports", "mixed_code", "entrepot", "year_edge", "wet_dry_tonnes", "confidentiality",
    "hs_vintage_differs", "low_value_threshold",
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

    The score is the share of unmatched mass in all mass reported of the code, to the power of one
    half, times how complete and how lasting the gap is, less doubt for each special explanation.
    """
    rows: list[Row] = pairs.to_pylist()
    total = {True: 0.0, False: 0.0}
    for row in rows:
        for by_mass in total:
            total[by_mass] += max(_sides(row, by_mass=by_mass))
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
    if not any(_sides(row, by_mass=_by_mass([row]))):
        return None
    if row["kind"] == "orphan":
        return "orphan"
    if row["kind"] == "ghost":
        return "ghost"
    if row["kind"] != "matched" or row["gap_kg"] is None:
        return None
    less, more = sorted(_sides(row, by_mass=True))
    return "gap" if more - less >= THRESHOLD_KG and more >= FACTOR * less else None


def _lead(kind: Kind, rows: Sequence[Row], total: float, known_years: int) -> Lead:
    by_mass = _by_mass(rows)
    sides = np.asarray([_sides(row, by_mass=by_mass) for row in rows])
    unmatched, larger = (
        float(np.abs(sides[:, 1] - sides[:, 0]).sum()),
        float(sides.max(axis=1).sum()),
    )
    special = [one for one in EXPLAINING if any(one in listed(row["caveats"]) for row in rows)]
    special += [] if by_mass else ["cif_fob"]
    lasting = (1 + len(rows) / known_years) / 2
    score = (unmatched / total) ** 0.5 * (unmatched / larger) * lasting
    first, years = rows[0], sorted(row["year"] for row in rows)
    unit = "kg" if by_mass else "usd"
    reported = {
        side: float(sides[:, number].sum()) for number, side in enumerate(("exporter", "importer"))
    }
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
            **{f"reported_by_{side}_{unit}": amount for side, amount in reported.items()},
            "share_of_all_reported": unmatched / total,
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


def _sides(row: Row, *, by_mass: bool) -> tuple[float, float]:
    """What exporter and importer report; what a side does not report counts as nothing here.

    What an exporter books as re-exports alone counts as its mass, as in `pairs`.
    """
    if not by_mass:
        return float(row["value_exporter_usd"] or 0), float(row["value_importer_usd"] or 0)
    exported = row["mass_exporter_kg"] or row["mass_re_export_kg"]
    return float(exported or 0), float(row["mass_importer_kg"] or 0)


def _sources(rows: Iterable[Row]) -> set[str]:
    found = {row[f"source_{side}"] for row in rows for side in ("exporter", "importer")}
    return found - {None}
