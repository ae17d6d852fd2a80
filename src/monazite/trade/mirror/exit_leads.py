"""Leads from a control: exits that the exporter does not record and its partners do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.trade.mirror.data import entrepots, mixed_codes
from monazite.trade.mirror.export_gap import export_gaps
from monazite.trade.mirror.lead import Lead, NotComputed, doubted
from monazite.trade.mirror.pairs import THRESHOLD_KG, THRESHOLD_USD

if TYPE_CHECKING:
    import pyarrow as pa

    from monazite.trade.mirror.controls import Control
    from monazite.trade.mirror.export_gap import ExportGap
    from monazite.trade.mirror.freight import FreightModel

OTHERWISE = ("origin_not_consignment", "stocks")
"""What could always explain a surplus of imports: they name the origin, and come out of stores."""
HALF_KG = 10 * THRESHOLD_KG
"""A surplus of this mass counts half of one without end."""


def exit_leads(
    pairs: pa.Table, control: Control, freight: FreightModel
) -> list[Lead | NotComputed]:
    """Leads of kind export_gap, by importer; the score is persistence times materiality.

    Args:
        pairs: `pairs.pairs` of years or of months, fetched.
        control: whose exporter and date are meant.
        freight: for values, where masses are missing.
    """
    gaps = export_gaps(pairs, control, freight)
    level = f"country_code_{'month' if 'period' in pairs.column_names else 'year'}"
    found: list[Lead | NotComputed] = [
        _lead(gap, control, level) for gap in gaps if gap.consistent and _material(gap)
    ]
    if not any(gap.reason == "" for gap in gaps):
        reason = gaps[0].reason if gaps else "no_pairs"
        found.append(NotComputed("export_gap", control.name, reason))
    return found


def _material(gap: ExportGap) -> bool:
    """Whether the surplus reaches either threshold, as a flow that is not of low value does."""
    by_mass = (gap.surplus_kg or 0.0) >= THRESHOLD_KG
    return by_mass or (gap.surplus_usd or 0.0) >= THRESHOLD_USD


def _lead(gap: ExportGap, control: Control, level: str) -> Lead:
    surplus = gap.surplus_kg or 0.0
    special = [
        *(["mixed_code"] if gap.code in mixed_codes() else []),
        *(["entrepot"] if gap.importer in entrepots() else []),
    ]
    score = (gap.persistence or 0.0) * surplus / (surplus + HALF_KG)
    return Lead(
        kind="export_gap",
        score=doubted(score, len(special)),
        exporter=control.exporter,
        via=None,
        importer=gap.importer,
        code=gap.code,
        period=control.since,
        level=level,
        reasons=("gap_rose_after_control", "gap_lasts"),
        other_explanations=(*special, *OTHERWISE),
        figures={
            "gap_before_ln": gap.gap_before,
            "gap_after_ln": gap.gap_after,
            "persistence": gap.persistence,
            "surplus_kg": gap.surplus_kg,
            "surplus_usd": gap.surplus_usd,
            "periods_before": gap.periods_before,
            "periods_after": gap.periods_after,
        },
        sources=(control.name,),
    )
