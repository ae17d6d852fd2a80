"""What was set aside and did not leave in time is free again; the worker looks every day."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.db import transaction

from monazite.customs.regime import names
from monazite.desk.events.append import Who
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.services.checking import under
from monazite.desk.gate.services.reserving import give_back
from monazite.desk.gate.services.retried import retried
from monazite.desk.gate.services.stepping import step
from monazite.ledger.movements import EXPIRE

_CLOCK = Who(None, "worker")
_CLEARED = "cleared"


def lapse_reservations() -> int:
    """How many declarations lapsed: those whose last day is over where the goods leave."""
    return sum(retried(lambda ident=ident: _lapsed(ident)) for ident in _late())  # type: ignore[misc]


def _late() -> Iterator[uuid.UUID]:
    late = Declaration.objects.filter(state=_CLEARED)
    for regime in names():
        of_regime = late.filter(regime=regime, exit_by__lt=under(regime).day)
        yield from of_regime.order_by("exit_by").values_list("pk", flat=True)


@transaction.atomic
def _lapsed(ident: uuid.UUID) -> bool:
    """Whether it lapsed now: it may have left, or been cancelled, since it was looked for."""
    declaration = Declaration.objects.get(pk=ident)
    if declaration.state != _CLEARED:
        return False
    step(declaration, "lapse", _CLOCK, writes=lambda: give_back(declaration, EXPIRE, _CLOCK))
    return True
