"""What laboratories found in the items of a declaration, and what the gate says of it then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from monazite.customs.facts import Analysed
from monazite.desk.gate.models import Challenge, Declaration, Sample
from monazite.desk.gate.services.checking import rechecked, under

if TYPE_CHECKING:
    from monazite.customs.gate import Checked

ORDER = ("clear", "look", "stop")
"""The gate's outcomes, the gravest last."""


def analysed(declaration: Declaration) -> dict[int, Analysed]:
    """By item's number its newest report."""
    reports = Sample.objects.filter(challenge__declaration=declaration)
    newest = {each.item: each for each in reports.order_by("challenge__number", "number")}
    return {
        number: Analysed(form=each.form or None, contains=each.contains)
        for number, each in newest.items()
    }


def checked_again(declaration: Declaration) -> Checked:
    """The gate's answer as of today, of the goods as they were analysed."""
    return rechecked(declaration, analysed(declaration), under(declaration.regime))


def outcome_of(challenge: Challenge, checked: Checked) -> str:
    """The gravest outcome of the challenged items."""
    return _gravest(each.outcome for each in checked.items if each.number in challenge.items)


def _gravest(outcomes: Iterable[str]) -> str:
    return max(outcomes, key=ORDER.index, default=ORDER[0])
