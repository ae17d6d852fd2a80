"""The terms of a licence: what follows from an application, and what a person makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.licensing.casework.granted import TermLine, Terms, bounds
from monazite.licensing.casework.terms_read import last_day, read, rule_of

if TYPE_CHECKING:
    from datetime import date

    from monazite.licensing.application import Application, Line
    from monazite.licensing.casework.regime import LicenceRule
    from monazite.licensing.regime import Regime

__all__ = ["TermLine", "Terms", "read", "suggest"]


def suggest(application: Application, regime: Regime, on: date) -> Terms:
    """The terms that follow from what was asked, from a day on; a person may grant less."""
    rule = rule_of(application, regime)
    return Terms(
        valid_from=on,
        valid_until=last_day(application, regime, on),
        lines=tuple(_line(n, line, rule) for n, line in enumerate(application.lines, 1)),
        conditions=(),
    )


def _line(number: int, line: Line, rule: LicenceRule) -> TermLine:
    """Bounded as is usual for the kind, as far as the application says how much."""
    said = {"quantity": line.quantity, "value": line.value}
    fits = (each for each in rule.controlled_by if all(said[b] for b in bounds(each)))
    controlled_by = next(fits, rule.controlled_by[0])
    return TermLine(
        number=number,
        controlled_by=controlled_by,
        quantity=line.quantity if "quantity" in bounds(controlled_by) else None,
        value=line.value if "value" in bounds(controlled_by) else None,
        sub_period_days=None,
        sub_period_quantity=None,
        sub_period_value=None,
        uses_max=rule.uses,
    )
