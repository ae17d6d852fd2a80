"""Leads from a control: ways round it through third countries, and partners seen first since."""

from __future__ import annotations

from decimal import Decimal
from math import exp
from typing import TYPE_CHECKING, Any

from monazite.trade.mirror.evidence_leads import (
    OTHERWISE,
    evidence_leads,
    explanations,
    figures,
    kinds,
    raised,
    sources,
)
from monazite.trade.mirror.lead import Lead, NotComputed, doubted
from monazite.trade.mirror.pairs import THRESHOLD_KG
from monazite.trade.mirror.panel import panel
from monazite.trade.mirror.rerouting import rerouting
from monazite.trade.mirror.transshipment import Excess, Figures, matched_excess

if TYPE_CHECKING:
    from collections.abc import Sequence

    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine
    from monazite.trade.mirror.controls import Control
    from monazite.trade.mirror.evidence import Evidence
    from monazite.trade.mirror.rerouting import Reports

NEW_PARTNER = 0.3
"""A new partner of which the inward leg shows nothing counts less than a matched way."""
Z_SCALE = 2.0
"""A leg that rose by so many spreads has shown 1 - 1/e of what a rise can show."""
_REPORTS: tuple[Reports, ...] = ("ends", "third")


def way_leads(
    engine: Engine,
    monthly: ir.Table | None,
    control: Control,
    code: str,
    evidence: Sequence[Evidence],
) -> list[Lead | NotComputed]:
    """Leads of kinds transshipment and new_partner of one code, from months and from evidence.

    The two ends' reports are read first (the exporter's to third countries, the target's from
    them); where they cannot be judged, the third countries' own.
    """
    target = control.target
    if target is None:
        return [NotComputed("transshipment", control.name, "control_without_target")]
    own = [one for one in evidence if one.code == code]
    found: list[Lead | NotComputed] = []
    reason = "no_months"
    if monthly is not None:
        leads, reason = _by_reports(engine, monthly, control, (code, target), own)
        found += leads
    told = {one.via for one in found if isinstance(one, Lead)}
    found += evidence_leads(control, code, target, [one for one in own if one.via not in told])
    return [*found, NotComputed("transshipment", control.name, reason)] if reason else found


def _by_reports(
    engine: Engine,
    monthly: ir.Table,
    control: Control,
    way: tuple[str, str],
    evidence: Sequence[Evidence],
) -> tuple[list[Lead], str]:
    """Leads from the first reports that can be judged, and the reason where none can."""
    code, target = way
    reason = "no_months"
    growth = {one.via: one.figures["kg_month"] for one in evidence if one.kind == "capacity_growth"}
    for reports in _REPORTS:
        legs = panel(engine, monthly, code, control.exporter, target, reports)
        judged = () if legs is None else matched_excess(legs, control, growth)
        if any(one.figures for one in judged):
            passed = _passed_on(engine, monthly, control, way, reports)
            leads = [
                _lead(one, one.figures, control, target, reports, passed, evidence)
                for one in judged
                if one.figures and _worth(one, one.figures)
            ]
            return leads, ""
        reason = judged[0].reason if judged else reason
    return [], reason


def _worth(excess: Excess, found: Figures) -> bool:
    """Whether there is enough of a way round, or of a new partner, for a look."""
    matched = found.score > 0 and found.matched_kg >= THRESHOLD_KG
    return matched or (excess.first_seen and excess.outward_kg >= THRESHOLD_KG)


def _passed_on(
    engine: Engine, monthly: ir.Table, control: Control, way: tuple[str, str], reports: Reports
) -> dict[str, Decimal]:
    """By third country, the lesser leg of every whole quarter since the control, summed (B6)."""
    code, target = way
    table = rerouting(monthly.filter(monthly.code == code), control.exporter, target, reports)
    quarters = -(-control.first_month // 3)
    first = f"{quarters // 4}-Q{quarters % 4 + 1}"
    rows: list[dict[str, Any]] = engine.arrow(table.filter(table.quarter >= first)).to_pylist()
    found: dict[str, Decimal] = {}
    for row in rows:
        if row["rerouted_kg"] is not None:
            found[row["third"]] = found.get(row["third"], Decimal()) + row["rerouted_kg"]
    return found


def _lead(
    excess: Excess,
    found: Figures,
    control: Control,
    target: str,
    reports: Reports,
    passed: dict[str, Decimal],
    evidence: Sequence[Evidence],
) -> Lead:
    """A lead of one third country: its matched excess with what is known beside it."""
    own = [one for one in evidence if one.via == excess.third]
    special = explanations(excess.code, excess.third, own)
    matched = found.score > 0
    passed_kg = passed.get(excess.third)
    reasons = (
        *(["matched_excess_on_both_legs"] if matched else []),
        *(["first_seen"] if excess.first_seen else []),
        *(["could_have_passed_on"] if passed_kg else []),
        *kinds(own),
    )
    return Lead(
        kind="transshipment" if matched else "new_partner",
        score=raised(doubted(_score(excess, found), len(special)), own),
        exporter=control.exporter,
        via=excess.third,
        importer=target,
        code=excess.code,
        period=control.since,
        level="country_code_month",
        reasons=reasons,
        other_explanations=(*special, *OTHERWISE),
        figures={
            "matched_kg": found.matched_kg,
            "lost_kg": found.lost_kg,
            "share_of_lost": found.share_of_lost,
            "lag_months": found.lag_months,
            "z_inward": found.z_inward,
            "z_outward": found.z_outward,
            "outward_kg": excess.outward_kg,
            "passed_on_at_most_kg": passed_kg,
            "months_before": excess.months_before,
            "months_after": excess.months_after,
            **figures(own),
        },
        sources=(control.name, f"reports_of_{reports}", *sources(own)),
    )


def _score(excess: Excess, found: Figures) -> float:
    """The root of the share of the lost flow, times how surely both legs rose; 0 to 1."""
    if found.score > 0:
        rise = 1 - exp(-min(found.z_inward, found.z_outward) / Z_SCALE)
        return float(min(1.0, found.share_of_lost) ** 0.5 * rise)
    return float(NEW_PARTNER * min(1.0, excess.outward_kg / found.lost_kg) ** 0.5)
