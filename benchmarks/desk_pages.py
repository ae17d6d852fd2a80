"""Pages and the API with 200,000 applications: queries and server time of a page.

PostgreSQL, seeded by COPY: 200 firms with 1,000 applications each, nine in ten filed. The pages are
asked for with Django's test client in this process, by a preparer and by an officer; what is
measured is the whole request without the network.
"""

from __future__ import annotations

import random
import time
import uuid
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from benchmarks.desk_filing import start
from benchmarks.measuring import Result, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from monazite.desk.people.models import Person

_FIRMS, _EACH, _ASKED = 200, 1_000, 120
_QUERIES, _MS = 25, 150.0
_STATES = ("draft", "submitted", "submitted", "intake", "accepted", "in_review", "in_review",
           "withdrawn", "superseded", "submitted")  # fmt: skip
_COUNTRIES = ("JP", "DE", "US", "KR", "FR", "IN", "GB", "VN")


def _seed() -> tuple[Person, Person]:
    """The tables filled; a preparer and an intake officer."""
    from django.db import transaction

    from support.forms import good_form
    from support.offices import firm, law_today, world

    w = world()
    with transaction.atomic():
        firms = [w.exporter, *(firm("exporter", f"Firm {n}") for n in range(_FIRMS - 1))]
    rows = list(_applications(firms, w.signatory.pk))
    form = good_form(law_today())
    _copy("applications_application", rows, form=form)
    filed = [row for row in rows if row["filed_at"]]
    for office, duty in ((w.intake, "intake"), (w.licensing, "licensing")):
        _copy(
            "applications_namedoffice",
            [
                {
                    "application_id": r["id"],
                    "agency_id": office.pk,
                    "duty": duty,
                    "since": r["filed_at"],
                }
                for r in filed
            ],
        )
    _copy("applications_filedline", list(_lines(filed)))
    _copy("events_event", list(_events(rows)))
    _analyse()
    return w.preparer, w.intake_officer


def _applications(firms: list[Any], author: uuid.UUID) -> Iterable[dict[str, Any]]:
    draw, first = random.Random(4), datetime(2025, 1, 1, tzinfo=UTC)
    for number in range(_FIRMS * _EACH):
        at = first + timedelta(minutes=number * 5, microseconds=draw.randrange(10**6))
        state = draw.choice(_STATES)
        filed = at + timedelta(days=1) if state != "draft" else None
        yield {
            "id": uuid.UUID(int=draw.getrandbits(128), version=4),
            "event_seq": 1, "event_head": bytes(32),
            "organisation_id": draw.choice(firms).pk, "author_id": author,
            "created_at": at, "changed_at": filed or at,
            "title": f"Sintered magnets, grade {number % 977}", "words": _words(number),
            "regime": "CN", "kind": "single",
            "destination": draw.choice(_COUNTRIES), "version": 1, "state": state,
            "reference": f"CN-{at.year}-{number:06}" if filed else None, "filed_at": filed,
            "filed_by_id": author if filed else None, "form_sha256": "0" * 64,
        }  # fmt: skip


def _words(number: int) -> str:
    """As the site finds them: of the title and of three firms."""
    from monazite.desk.applications.words import words

    firms = (
        "Baotou Example Magnetics 包头示例磁材有限公司",
        f"Import House {number % 389}",
        f"Motors {number % 1409} 株式会社示例電機",
    )
    return " ".join(words(f"Sintered magnets, grade {number % 977} {' '.join(firms)}"))


def _lines(filed: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for row in filed:
        yield {
            "application_id": row["id"], "number": 1, "description": row["title"],
            "form": "magnet", "contains": "Nd,Fe,B", "control_code": "1C905.a.4", "hs": "",
            "quantity": 1800, "unit": "kg", "value": 126000, "currency": "USD",
        }  # fmt: skip


def _events(rows: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for row in rows:
        yield {
            "aggregate_kind": "application", "aggregate_id": row["id"], "seq": 1,
            "at": row["created_at"], "actor": row["author_id"], "via": "page", "kind": "created",
            "payload": "{}", "previous": bytes(32), "hash": bytes(32),
        }  # fmt: skip


def _copy(table: str, rows: list[dict[str, Any]], **same: object) -> None:
    """COPY the rows; `same`: a column of JSON that all of them share."""
    from django.db import connection
    from psycopg.types.json import Jsonb

    names = [*rows[0], *same]
    columns = ", ".join(f'"{name}"' for name in names)
    shared = [Jsonb(value) for value in same.values()]
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([*row.values(), *shared])


def _analyse() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _measured(ask: Callable[[str], Any], addresses: list[str]) -> tuple[int, float]:
    """The most queries of a page, and the time in ms that 95 of 100 pages keep within."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    most, times = 0, []
    for number, address in enumerate(addresses):
        if number < 3:
            with CaptureQueriesContext(connection) as queries:
                status = ask(address).status_code
            if status != 200:
                raise RuntimeError(f"{status} for {address}")
            most = max(most, len(queries))
            continue
        begun = time.perf_counter()
        answer = ask(address)
        b"".join(answer) if answer.streaming else answer.content
        times.append((time.perf_counter() - begun) * 1000)
    return most, quantiles(times, n=20)[-1]


def _addresses(person: Person) -> dict[str, Callable[[random.Random], str]]:
    from django.urls import reverse

    from monazite.desk.applications.listing import listed
    from monazite.desk.people import visible

    own = visible.applications(person)
    filed = list(own.filter(reference__isnull=False).values_list("pk", flat=True)[:5000])
    drafts = list(own.filter(state="draft").values_list("pk", flat=True)[:5000])
    cursor = listed(person).following
    for _ in range(20):
        cursor = listed(person, cursor=cursor).following or cursor
    lists = reverse("applications")
    asked: dict[str, Callable[[random.Random], str]] = {
        "home": lambda _: reverse("home"),
        "first page": lambda _: lists,
        "page 21": lambda _: f"{lists}?cursor={cursor}",
        "of a country": lambda draw: f"{lists}?destination={draw.choice(_COUNTRIES)}",
        "of a state": lambda draw: f"{lists}?state={draw.choice(_STATES)}",
        "search": lambda draw: f"{lists}?text=grade+{draw.randrange(977)}",
        "search, a party": lambda draw: f"{lists}?text=import+house+{draw.randrange(389)}",
        "search, a common word": lambda _: f"{lists}?text=magnets",
        "search, a reference": lambda draw: f"{lists}?text=cn-2025-00{draw.randrange(10**4):04}",
        "search, nothing": lambda draw: f"{lists}?text=ferrite+{draw.randrange(977)}",
        "detail": lambda draw: reverse("detail", args=[draw.choice(filed)]),
    }
    if drafts:
        asked["check page"] = lambda draw: reverse("check", args=[draw.choice(drafts)])
        asked["form step"] = lambda draw: reverse("form", args=[draw.choice(drafts), "lines"])
    return asked


def _of_api(person: Person) -> dict[str, Callable[[random.Random], str]]:
    """The same through the API."""
    from monazite.desk.people import visible

    root = "/api/v1/applications"
    found = list(visible.applications(person).values_list("pk", flat=True)[:5000])
    return {
        "api, list": lambda _: root,
        "api, search": lambda draw: f"{root}?q=grade+{draw.randrange(977)}",
        "api, detail": lambda draw: f"{root}/{draw.choice(found)}",
    }


def measure() -> list[Result]:
    """One result for each kind of page and reader; and the most queries of any."""
    start()
    from django.core.management import call_command
    from django.test import Client

    from monazite.desk.people.services import make_token
    from support.desk_people import signed_in

    call_command("migrate", verbosity=0)
    results, queries = [], 0
    for who, person in zip(("preparer", "officer"), _seed(), strict=True):
        client = signed_in(Client(), person)
        _, secret = make_token(person, "page", "benchmark", ["applications:read"])
        bearer = {"Authorization": f"Bearer {secret}"}
        for page, address in (_addresses(person) | _of_api(person)).items():
            draw = random.Random(5)
            headers = bearer if page.startswith("api") else {}
            ask = partial(client.get, headers=headers)
            most, slow = _measured(ask, [address(draw) for _ in range(_ASKED)])
            queries = max(queries, most)
            results.append(
                Result(f"{page}, {who}", slow, "ms", _MS, ratio=f"{most} queries", notes=())
            )
    return [*results, Result("queries of a page, at most", queries, "", _QUERIES)]


if __name__ == "__main__":
    report(measure)
