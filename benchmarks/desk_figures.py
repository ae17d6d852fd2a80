"""All figures of a year with 200,000 cases, on PostgreSQL; and of all of them at once.

The report as the page and the file have it: counts, shares, waiting times, weeks, destinations,
materials, the queues of all offices, the forecast. The rival groups the same applications by
destination and state and says how many there are: one statement without a join.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from benchmarks.desk_filing import start
from benchmarks.measuring import Result, in_turn, median, report, seconds_of, spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.people.models import Person

_UNTIL, _TIMES, _SECONDS = date(2026, 11, 22), 7, 2.0
_BARE = "SELECT destination, state, count(*) FROM applications_application GROUP BY 1, 2"
_YEAR = 364


def _figures(chief: Person, days: int) -> Callable[[], float]:
    from monazite.desk.figures.period import Asked
    from monazite.desk.figures.reporting import of_office

    asked = Asked(_UNTIL - timedelta(days=days), _UNTIL, _UNTIL)
    return lambda: seconds_of(lambda: of_office(chief, asked))


def _bare() -> float:
    from monazite.desk import sql

    return seconds_of(lambda: sql.rows(_BARE, []))


def measure() -> list[Result]:
    """Seconds for a year of two, for a year that holds all 200,000, and the ratio to the rival."""
    start()
    from benchmarks.desk_cases_filler import CASES, fill
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    chief = fill(datetime.combine(_UNTIL, datetime.min.time(), UTC)).world.chief
    year, whole = _figures(chief, _YEAR), _figures(chief, 3 * _YEAR)
    year(), whole(), _bare()  # the law and the tables are read once
    of_year, of_all, bare = in_turn(_TIMES, year, whole, _bare)
    return [
        Result(
            f"all figures of a year, {CASES:,} cases on record", median(of_year), "s", _SECONDS,
            ratio=f"{median(of_year) / median(bare):.0f} × a bare GROUP BY",
            notes=(spread(of_year, "s"), f"bare GROUP BY {spread(bare, 's')}"),
        ),
        Result(
            f"all figures of {CASES:,} cases filed in the window", median(of_all), "s",
            ratio=f"{median(of_all) / median(bare):.0f} × a bare GROUP BY",
            notes=(spread(of_all, "s"),),
        ),
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure)
