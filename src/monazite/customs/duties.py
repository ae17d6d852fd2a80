"""Duties after the exit of licensed goods: how one stands on a day, and when it falls due.

Decree 792 art. 18: actual export, arrival, installation and use are reported; who does not report
falls under its art. 40.
"""

from __future__ import annotations

from datetime import date, timedelta

OPEN, REPORTED, LATE, OVERDUE, ENDED = "open", "reported", "late", "overdue", "ended"
"""How a duty stands; words: `customs.duty.state.STATE`; late: reported after its last day."""
NOT_REPORTED = {"CN": "CN-DECREE-792 art. 40"}
"""By regime, what follows where nothing is reported."""


def due(left_on: date, days: int) -> date:
    """The last day of a duty, counted from the day after the goods left."""
    return left_on + timedelta(days=days)


def standing(due_on: date, reported_on: date | None, today: date, *, ended: bool) -> str:
    """How a duty stands on a customs day of the regime."""
    if reported_on is not None:
        return REPORTED if reported_on <= due_on else LATE
    if ended:
        return ENDED
    return OPEN if today <= due_on else OVERDUE
