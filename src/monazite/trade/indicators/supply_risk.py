"""Supply risk (SR) of the EU's list of critical raw materials.

SR = [H_GS · IR/2 + H_EU · (1 − IR/2)] · (1 − EoL-RIR) · SI_SR, H = Σ S² · WGI · t over countries:
S the share of global supply (GS) or of what the EU sources, as a fraction; WGI the mean of the six
governance estimates, from 0 (best) to 10 (worst); t the trade factor (0.8 within the EU, 1, above 1
under export restrictions); IR the import reliance, EoL-RIR the end-of-life recycling input rate and
SI_SR the substitution index, all fractions. A material has the greater SR of its stages, extraction
(E) and processing (P); the threshold of the list is 1. No unit.
Source: European Commission, JRC, "Methodology for establishing the EU list of critical raw
materials" (2017), used in 2017, 2020 and 2023. What is printed as an interval ("<0.1%"), and a
country without governance estimates, make the result an interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from monazite.errors import InputError
from monazite.trade.indicators import reasons
from monazite.trade.indicators.totals import first_reason
from monazite.trade.indicators.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ibis.expr.types as ir

THRESHOLD = 1.0
WORST = 10.0
"""The worst governance: the upper end where a country has no estimate; the lower one is 0."""
_STAGE = ("material", "stage")
_SOUND = (0.95, 1.05)
Source = tuple[Span, float | None, float]


def weighed_concentration(sources: Iterable[Source]) -> Span:
    """H = Σ S² · WGI · t; a source is its share, its WGI (0 to 10, None if unknown) and its t."""
    low = high = 0.0
    for share, wgi, trade_factor in sources:
        low += share.low**2 * (0.0 if wgi is None else wgi) * trade_factor
        high += share.high**2 * (WORST if wgi is None else wgi) * trade_factor
    return Span(low, high)


def supply_risk(
    global_supply: Span,
    eu_sourcing: Span,
    import_reliance: float,
    recycling: float,
    substitution: float = 1.0,
) -> Span:
    """SR of one stage from both concentrations, IR, EoL-RIR and SI_SR.

    Raises:
        InputError: where IR, EoL-RIR or SI_SR is no fraction from 0 to 1.
    """
    for field, value in (
        ("import_reliance", import_reliance),
        ("recycling", recycling),
        ("substitution", substitution),
    ):
        if not 0 <= value <= 1:
            raise InputError(field, value, "a fraction from 0 to 1")
    half, left = import_reliance / 2, (1 - recycling) * substitution
    return Span(
        (global_supply.low * half + eu_sourcing.low * (1 - half)) * left,
        (global_supply.high * half + eu_sourcing.high * (1 - half)) * left,
    )


def worst_stage(stages: Iterable[Span]) -> Span:
    """The SR of a material: the greater of its stages, end by end."""
    found = list(stages)
    return Span(max(s.low for s in found), max(s.high for s in found))


def stage_supply_risk(shares: ir.Table, governance: ir.Table, parameters: ir.Table) -> ir.Table:
    """SR of every material and stage.

    Args:
        shares: `material, stage, scope (global or eu), iso3, share_low, share_high, trade_factor`.
        governance: `iso3, wgi`, the mean of the six estimates over the study's years.
        parameters: `material, stage, import_reliance, recycling, substitution`; NULL where unknown.

    Returns:
        `material, stage, h_global_low, h_global_high, h_eu_low, h_eu_high, supply_risk_low,
        supply_risk_high, ungoverned_share, reason`. Without a substitution index the risk is before
        substitution (`substitution_unknown`); without import reliance or recycling, or without one
        of the two scopes, it is NULL (`part_unknown`).
    """
    both = _scope(shares, governance, "global").outer_join(
        _scope(shares, governance, "eu"), list(_STAGE), rname="{name}_of_eu"
    )
    both = both.mutate(**{name: both[name].coalesce(both[f"{name}_of_eu"]) for name in _STAGE})
    right = parameters.select(
        _material="material", _stage="stage", import_reliance="import_reliance",
        recycling="recycling", substitution="substitution",
    )  # fmt: skip
    found = both.left_join(
        right, [both.material == right["_material"], both.stage == right["_stage"]]
    )
    half = found.import_reliance / 2
    left = (1 - found.recycling) * found.substitution.fill_null(1.0)
    low = (found.h_global_low * half + found.h_eu_low * (1 - half)) * left
    high = (found.h_global_high * half + found.h_eu_high * (1 - half)) * left
    return found.select(
        *_STAGE, "h_global_low", "h_global_high", "h_eu_low", "h_eu_high",
        supply_risk_low=low, supply_risk_high=high,
        ungoverned_share=ibis.greatest(found.ungoverned_global, found.ungoverned_eu),
        reason=first_reason(
            (low.isnull(), reasons.PART_UNKNOWN),
            (~_sound(found.total_global) | ~_sound(found.total_eu), reasons.SHARES_INCOMPLETE),
            (found.substitution.isnull(), reasons.SUBSTITUTION_UNKNOWN),
        ),
    )  # fmt: skip


def material_supply_risk(stages: ir.Table) -> ir.Table:
    """The greater SR of a material's stages, end by end, of what `stage_supply_risk` returns."""
    return stages.group_by("material").aggregate(
        supply_risk_low=stages.supply_risk_low.max(),
        supply_risk_high=stages.supply_risk_high.max(),
        stages=stages.supply_risk_low.count(),
    )


def _scope(shares: ir.Table, governance: ir.Table, scope: str) -> ir.Table:
    """H and the total of the shares of one scope, by material and stage."""
    rows = shares.filter(shares.scope == scope)
    side = governance.select(_iso3="iso3", wgi="wgi")
    rows = rows.left_join(side, rows.iso3 == side["_iso3"])
    low = rows.share_low * rows.share_low * rows.trade_factor
    high = rows.share_high * rows.share_high * rows.trade_factor
    return rows.group_by(list(_STAGE)).aggregate(
        **{
            f"h_{scope}_low": (low * rows.wgi.fill_null(0.0)).sum(),
            f"h_{scope}_high": (high * rows.wgi.fill_null(WORST)).sum(),
            f"total_{scope}": rows.share_high.sum(),
            f"ungoverned_{scope}": rows.wgi.isnull().ifelse(rows.share_high, 0.0).sum(),
        }
    )


def _sound(total: ir.FloatingColumn) -> ir.BooleanColumn:
    return total.between(*_SOUND)
