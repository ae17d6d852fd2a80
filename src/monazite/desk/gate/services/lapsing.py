"""What was set aside and did not leave in time is free again; the worker looks every day.

What is held lapses too: nobody's licence waits for ever for an officer to look. Another declaration
of the same goods is held again (`gate.looked`).
"""

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
_SET_ASIDE = frozenset({"cleared", "held"})
_HELD, _HOLD = "held", "hold"


def lapse_reservations() -> int:
    """How many declarations lapsed: those whose last day is over where the goods leave."""
    return sum(retried(lambda ident=ident: _lapsed(ident)) for ident in _late())  # type: ignore[misc]


def _late() -> Iterator[uuid.UUID]:
    late = Declaration.objects.filter(state__in=_SET_ASIDE)
    for regime in names():
        of_regime = late.filter(regime=regime, exit_by__lt=under(regime).day)
        yield from of_regime.order_by("exit_by").values_list("pk", flat=True)


def _over(declaration: Declaration) -> bool:
    last = declaration.exit_by
    return last is not None and last < under(declaration.regime).day


@transaction.atomic
def _lapsed(ident: uuid.UUID) -> bool:
    """Whether it lapsed now: it may have left, or been cancelled, since it was looked for."""
    declaration = Declaration.objects.get(pk=ident)
    if declaration.state not in _SET_ASIDE or not _over(declaration):
        return False
    held = _HOLD if declaration.state == _HELD else ""
    step(
        declaration, "lapse", _CLOCK, looked=declaration.looked or held,
        writes=lambda: give_back(declaration, EXPIRE, _CLOCK),
    )  # fmt: skip
    return True
