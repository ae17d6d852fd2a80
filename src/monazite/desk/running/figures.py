"""`monazite desk report`: figures of the whole site, for whoever runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.desk.figures.period import Asked, year_until
from monazite.desk.figures.reporting import of_site
from monazite.law.store import load
from monazite.licensing.figures.publishing import published

if TYPE_CHECKING:
    from datetime import date

    from monazite.licensing.figures.report import QueueReport


def figures(
    regime: str, first: date | None, last: date | None, on: date | None, hide_below: int
) -> QueueReport:
    """The report of applications filed between two days (the last year), as they stand on a day.

    hide_below: as `published` has it, 0 for all of it.
    """
    today = load().today(regime)
    until = last or on or today
    found = of_site(regime, Asked(first or year_until(until), until, on or today))
    return published(found, hide_below) if hide_below else found
