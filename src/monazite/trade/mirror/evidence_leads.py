"""What evidence adds to a lead, and leads that rest on evidence alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.trade.mirror.data import entrepots, mixed_codes
from monazite.trade.mirror.lead import Lead, doubted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.trade.mirror.controls import Control
    from monazite.trade.mirror.evidence import Evidence
    from monazite.trade.mirror.lead import Figure

OTHERWISE = (
    "aggregation_level", "origin_not_consignment", "processing", "new_demand", "stocks",
)  # fmt: skip
"""What could always explain a way round, beside what its code and its third country add."""
INWARD = ("first_seen_in_top_markets", "inward_leg_rose")
PIECE = 0.2
"""What one kind of evidence adds to a score, of what is still open."""


def evidence_leads(
    control: Control, code: str, target: str, evidence: Sequence[Evidence]
) -> list[Lead]:
    """Leads of kind transshipment of third countries whose both legs rose by published figures."""
    by_via: dict[str, list[Evidence]] = {}
    for one in evidence:
        by_via.setdefault(one.via, []).append(one)
    return [
        _lead(control, code, target, via, own)
        for via, own in sorted(by_via.items())
        if "outward_leg_rose" in kinds(own) and not set(INWARD).isdisjoint(kinds(own))
    ]


def _lead(control: Control, code: str, target: str, via: str, evidence: Sequence[Evidence]) -> Lead:
    special = explanations(code, via, evidence)
    return Lead(
        kind="transshipment",
        score=doubted(raised(0.0, evidence), len(special)),
        exporter=control.exporter,
        via=via,
        importer=target,
        code=code,
        period=control.since,
        level="+".join(sorted({one.level for one in evidence})),
        reasons=("both_legs_rose", *kinds(evidence)),
        other_explanations=(*special, *OTHERWISE),
        figures=figures(evidence),
        sources=(control.name, *sources(evidence)),
    )


def kinds(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Every kind of evidence that speaks for a lead, once each; growth of capacity does not."""
    return tuple(dict.fromkeys(one.kind for one in evidence if one.kind != "capacity_growth"))


def raised(score: float, evidence: Sequence[Evidence]) -> float:
    """A score with evidence: each kind closes a fifth of what is still open."""
    return 1 - (1 - score) * (1 - PIECE) ** len(kinds(evidence))


def explanations(code: str, via: str, evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Special explanations that a code, a third country or the evidence itself bring."""
    found = [
        *(["mixed_code"] if code in mixed_codes() else []),
        *(["entrepot"] if via in entrepots() else []),
        *(explanation for one in evidence for explanation in one.explanations),
    ]
    return tuple(dict.fromkeys(found))


def figures(evidence: Iterable[Evidence]) -> dict[str, Figure]:
    """The figures of evidence, each under its kind and level."""
    return {
        f"{one.kind}.{one.level}.{name}": value
        for one in evidence
        for name, value in one.figures.items()
    }


def sources(evidence: Iterable[Evidence]) -> list[str]:
    """The sources of evidence, once each."""
    return sorted({one.source for one in evidence})
