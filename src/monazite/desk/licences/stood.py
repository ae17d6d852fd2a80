"""Why a licence could not be used at an instant that has passed: what comes late asks it."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db.models import Q

from monazite.desk.licences.models import STANDING, Licence
from monazite.law.store import load
from monazite.ledger.licence import Facts, standing

_SUSPENSIONS = ("suspend", "restore")


def against(licence: Licence, at: datetime) -> tuple[str, ...]:
    """Every reason against its use at that instant, the gravest first; none where it stood.

    What ended, suspended or bound it later does not count, nor what was lifted before.
    """
    facts = Facts(
        valid_from=licence.valid_from,
        valid_until=licence.valid_until,
        suspended=_suspended(licence, at),
        amending=_amending(licence, at),
        ended=licence.ended if licence.ended_at is not None and licence.ended_at <= at else "",
        exhausted=False,
    )
    zone = load().zone(licence.regime) or UTC
    return standing(facts, at.astimezone(zone).date()).reasons


def _suspended(licence: Licence, at: datetime) -> bool:
    """Whether the last order by then, of those that suspend or restore, suspends."""
    orders = licence.orders.filter(state=STANDING, kind__in=_SUSPENSIONS, signed_at__lte=at)
    last = orders.order_by("-signed_at", "-number").first()
    return last is not None and last.kind == "suspend"


def _amending(licence: Licence, at: datetime) -> bool:
    open_then = Q(ended_at__isnull=True) | Q(ended_at__gt=at)
    return licence.changes.filter(open_then, bound_at__lte=at).exists()
