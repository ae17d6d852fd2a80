"""Cases as plain facts, for figures about them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from monazite.licensing.calendars import calendar
from monazite.licensing.figures.build import Known, build
from monazite.licensing.figures.facts import DECIDED_AS, LEFT_AS, Fact, columns
from monazite.licensing.figures.report import Origin, QueueReport, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.licensing.figures.offices import Tasks

FIRST = date(2025, 1, 6)
AS_OF = date(2025, 12, 31)


def facts(rows: Sequence[dict[str, Any]]) -> list[Fact]:
    """The facts of rows as YAML has them: `times` says how many there are of a kind."""
    return [
        Fact(**{name: value for name, value in row.items() if name != "times"})
        for row in rows
        for _ in range(row.get("times", 1))
    ]


@st.composite
def any_fact(draw: st.DrawFn) -> Fact:
    """A case as it can be: no step before the one that it needs."""
    filed = FIRST + timedelta(days=draw(st.integers(0, 420)))
    waits = st.integers(0, 90).map(lambda n: timedelta(days=n))
    accepted = draw(st.none() | waits.map(lambda n: filed + n))
    begun = accepted or filed
    decided = draw(st.none() | waits.map(lambda n: begun + n)) if accepted else None
    reopened = draw(st.none() | waits.map(lambda n: decided + n)) if decided else None
    anew = draw(st.none() | waits.map(lambda n: reopened + n)) if reopened else None
    left = draw(st.none() | waits.map(lambda n: (anew or reopened or decided or begun) + n))
    returned = draw(st.none() | waits.map(lambda n: filed + n))
    completed = draw(st.none() | waits.map(lambda n: returned + n)) if returned else None
    return Fact(
        filed, accepted, decided, draw(st.sampled_from(DECIDED_AS)) if decided else "", left,
        draw(st.sampled_from(LEFT_AS)) if left else "", returned, completed,
        draw(st.sampled_from(["JP", "DE", "US", ""])),
        draw(st.sampled_from([(), ("Dy",), ("Dy", "Tb"), ("Ga",)])),
        reopened, anew, draw(st.sampled_from([False, False, True])),
    )  # fmt: skip


def report(
    cases: Sequence[Fact], tasks: Sequence[Tasks] = (), as_of: date = AS_OF, first: date = FIRST
) -> QueueReport:
    """The report of these cases on China's calendar."""
    days = calendar("CN")
    origin = Origin(("tests",), "0" * 64, days.hash, "0")
    scope = Scope("CN", first, as_of, as_of, "", "", "", 0)
    return build(scope, Known(columns(cases), tasks, days, origin))
