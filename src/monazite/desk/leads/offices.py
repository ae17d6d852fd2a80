"""Which agencies look into the leads of a regime: those with somebody who may."""

from __future__ import annotations

from monazite.desk.people.models import AGENCY, Assignment, Organisation
from monazite.desk.people.roles import ENFORCER


def offices(regime: str) -> tuple[Organisation, ...]:
    """Its active agencies in which somebody holds the role of enforcement, by name."""
    holders = Assignment.objects.filter(
        role=ENFORCER, until__isnull=True, person__is_active=True
    ).values("person__organisation_id")
    found = Organisation.objects.filter(kind=AGENCY, regime=regime, active=True, pk__in=holders)
    return tuple(found.order_by("name", "pk"))


def regimes() -> tuple[str, ...]:
    """The regimes that have such an agency: where a tip is read by somebody."""
    holders = Assignment.objects.filter(role=ENFORCER, until__isnull=True, person__is_active=True)
    found = Organisation.objects.filter(
        kind=AGENCY, active=True, pk__in=holders.values("person__organisation_id")
    )
    return tuple(found.order_by("regime").values_list("regime", flat=True).distinct())
