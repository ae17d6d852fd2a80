"""How declarations ended, as far as somebody looked: what a risk model learns from.

The gate's own answer is no outcome: it is rules, and a model that learned them would know nothing
else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from monazite.customs.challenge import CONTROLLED
from monazite.desk.gate.models import Judgement
from monazite.desk.gate.services.challenging.sides import CUSTOMS, STANDING

if TYPE_CHECKING:
    import uuid

    from monazite.desk.gate.models import Declaration

CLEAN, FOUND, REFUSED = "clean", "controlled", "refused"
"""Somebody looked and found nothing; goods are controlled otherwise than declared; refused."""
UNKNOWN = ""
"""Nobody looked, or nobody has ended it."""
_BY_OFFICER = {"clear": CLEAN, "refuse": REFUSED}

Ended = Mapping[tuple["uuid.UUID", int], str]


def outcomes(declarations: Iterable[Declaration]) -> Ended:
    """By declaration and item how it ended; acts and items must have been read; one query.

    Of a challenged item what customs judged: clean, or what was to follow (the regime's disposal:
    returned, handed to an investigation …; controlled where none is named). Of the others whether
    an officer cleared or refused the whole, last.
    """
    every = list(declarations)
    judged = _judged(every)
    return {
        (row.pk, item.number): judged.get((row.pk, item.number)) or _by_officer(row)
        for row in every
        for item in row.items.all()
    }


def _by_officer(row: Declaration) -> str:
    """What an officer did last; the gate and the clock, who have no name, found nothing out."""
    acts = sorted(row.acts.all(), key=lambda act: act.number)
    done = [act.kind for act in acts if act.by_id is not None and act.kind in _BY_OFFICER]
    return _BY_OFFICER[done[-1]] if done else UNKNOWN


def _judged(every: Iterable[Declaration]) -> dict[tuple[uuid.UUID, int], str]:
    """By declaration and item customs' last judgement that stands."""
    found = Judgement.objects.filter(
        challenge__declaration__in=[row.pk for row in every], by_office=CUSTOMS, state=STANDING
    )
    rows = found.order_by("challenge__number", "number").values_list(
        "challenge__declaration_id", "challenge__items", "finding", "disposal"
    )
    return {
        (of, number): (disposal or FOUND) if finding == CONTROLLED else CLEAN
        for of, items, finding, disposal in rows
        for number in items
    }
