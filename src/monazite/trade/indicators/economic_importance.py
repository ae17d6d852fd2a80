"""Economic importance (EI) of the EU's list of critical raw materials.

EI = Σ_s (A_s · Q_s) · SI_EI, A_s the share of a material's use in sector s (NACE Rev. 2, two
digits), Q_s the sector's value added, scaled so that the largest sector counts 10; SI_EI the
substitution index. No unit, 0 to 10; the threshold of the list is 2.8. Source: as `supply_risk`.
A use that has no sector may be in any: it widens the result to an interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.trade.indicators import reasons
from monazite.trade.indicators.totals import first_reason
from monazite.trade.indicators.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ibis.expr.types as ir

THRESHOLD = 2.8
LARGEST = 10.0
Use = tuple[Span, float | None]


def economic_importance(
    uses: Iterable[Use], largest_value_added: float, substitution: float = 1.0
) -> Span:
    """EI from each use's share and its sector's value added (None where it has no sector)."""
    low = high = 0.0
    for share, value_added in uses:
        low += share.low * (0.0 if value_added is None else value_added)
        high += share.high * (largest_value_added if value_added is None else value_added)
    scale = LARGEST / largest_value_added * substitution
    return Span(low * scale, high * scale)


def material_economic_importance(uses: ir.Table, parameters: ir.Table) -> ir.Table:
    """EI of every material.

    Args:
        uses: `material, share_low, share_high, value_added` of each application; the largest value
            added of all its rows counts 10; `value_added` is NULL where the use has no sector.
        parameters: `material, substitution`; NULL, or no row, where unknown.

    Returns:
        `material, economic_importance_low, economic_importance_high, sectorless_share, reason`.
    """
    largest = uses.aggregate(_largest=uses.value_added.max())
    rows = uses.cross_join(largest)
    sums = rows.group_by("material").aggregate(
        low=(rows.share_low * rows.value_added.fill_null(0.0) / rows["_largest"]).sum(),
        high=(
            rows.share_high * rows.value_added.coalesce(rows["_largest"]) / rows["_largest"]
        ).sum(),
        total=rows.share_high.sum(),
        sectorless_share=rows.value_added.isnull().ifelse(rows.share_high, 0.0).sum(),
    )
    right = parameters.select(_material="material", substitution="substitution")
    found = sums.left_join(right, sums.material == right["_material"])
    left = found.substitution.fill_null(1.0) * LARGEST
    return found.select(
        "material",
        economic_importance_low=found.low * left,
        economic_importance_high=found.high * left,
        sectorless_share="sectorless_share",
        reason=first_reason(
            (~found.total.between(0.95, 1.05), reasons.SHARES_INCOMPLETE),
            (found.substitution.isnull(), reasons.SUBSTITUTION_UNKNOWN),
        ),
    )
