"""Before which customs office a declaration lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from monazite.desk.applications.errors import Refused
from monazite.desk.people.models import AGENCY, CUSTOMS, Organisation

if TYPE_CHECKING:
    from monazite.customs.regime import Rules


def offices(regime: str) -> list[Organisation]:
    """The customs offices of a regime that may work here."""
    found = Organisation.objects.filter(kind=AGENCY, duty=CUSTOMS, regime=regime, active=True)
    return list(found.order_by("id"))


def office_of(port: str | None, rules: Rules, regime: str) -> Organisation:
    """The office of the port, else the only one of the regime; Refused where neither is known."""
    return chosen(port, rules, offices(regime), regime)


def chosen(
    port: str | None, rules: Rules, known: Sequence[Organisation], regime: str
) -> Organisation:
    """The one of some offices; Refused where none of them is the port's, nor the only one."""
    named = rules.ports.get(port or "")
    of_port = [each for each in known if named and each.identifier == named.office]
    if found := of_port or (known if len(known) == 1 else ()):
        return found[0]
    raise Refused("customs_office_unknown", port=port or "—", regime=regime)
