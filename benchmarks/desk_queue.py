"""The queue, Home and the page of a case with 200,000 cases: queries and server time of a page.

PostgreSQL, filled by `desk_cases_filler`. The pages are asked for with Django's test client in this
process, by an officer of the deciding office and a reviewer of another; what is measured is the
whole request without the network.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.desk_filing import start
from benchmarks.desk_pages import _measured
from benchmarks.measuring import Result, report

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.desk.people.models import Person

_ASKED, _QUERIES, _MS = 60, 25, 150.0
_COUNTRIES = ("JP", "DE", "US", "KR", "MX", "HU")
Addresses = dict[str, "Callable[[random.Random], str]"]


def _seed() -> dict[str, Person]:
    """The tables filled; who asks, by what they do."""
    from benchmarks.desk_cases_filler import fill

    from support.desk_people import person

    filled = fill(datetime.now(UTC))
    # Of the first office and the fourth the filler leaves no task open: a queue without rows.
    reviewer = person("reviewer", at=filled.reviewing[1], email="reviewer@office.example")
    return {"officer": filled.officers[0], "reviewer": reviewer, "chief": filled.world.chief}


def _addresses(person: Person) -> Addresses:
    from django.urls import reverse

    from monazite.desk.cases.queue.left import days
    from monazite.desk.cases.queue.listing import listed
    from monazite.desk.cases.queue.wanted import Wanted
    from monazite.desk.people import visible

    queue = reverse("queue")
    readable = list(visible.applications(person).values_list("pk", flat=True)[:5000])
    cursor, today = "", days("CN")
    for _ in range(20):
        cursor = listed(person, Wanted(), today, cursor).following or cursor
    asked: dict[str, str] = {
        "queue": "", "page 21": f"cursor={cursor}", "mine": "who=mine",
        "unassigned": "who=unassigned", "over time": "overdue=1", "within 10 days": "within=10",
        "on hold": "hold=1", "newest": "order=newest", "oldest": "order=oldest",
        "in a state": "state=referred_up", "not in a state": "state=in_review&without=state",
        "a material": "code=Dy", "a rare material": "code=Y", "a material of none": "code=Zr",
        "names me": "mentions=1", "nothing": "exporter=nobody",
        "all cases": "scope=cases", "decided in 30 days": "scope=cases&decided=30",
        "all cases, a state": "scope=cases&state=closed",
    }  # fmt: skip
    found: Addresses = {name: partial(_plain, f"{queue}?{query}") for name, query in asked.items()}
    return found | {
        "home": partial(_plain, reverse("home")),
        "of a country": lambda draw: f"{queue}?destination={draw.choice(_COUNTRIES)}",
        "of a firm": lambda draw: f"{queue}?exporter=Firm+{draw.randrange(200)}",
        "words": lambda draw: f"{queue}?text=grade+{draw.randrange(977)}",
        "words, common": lambda _: f"{queue}?text=magnets",
        "page of a case": lambda draw: reverse("case", args=[draw.choice(readable)]),
    }


def _plain(address: str, _: random.Random) -> str:
    return address


def measure() -> list[Result]:
    """One result for each kind of page and reader; and the most queries of any."""
    start()
    from django.core.management import call_command
    from django.test import Client

    from support.desk_people import signed_in

    call_command("migrate", verbosity=0)
    results, queries = [], 0
    for who, person in _seed().items():
        client = signed_in(Client(), person)
        person.otp_device = object()  # as the session says of every request
        for page, address in _addresses(person).items():
            draw = random.Random(5)
            most, slow = _measured(client.get, [address(draw) for _ in range(_ASKED)])
            queries = max(queries, most)
            results.append(
                Result(f"{page}, {who}", slow, "ms", _MS, ratio=f"{most} queries", notes=())
            )
    return [*results, Result("queries of a page, at most", queries, "", _QUERIES)]


if __name__ == "__main__":
    report(measure)
