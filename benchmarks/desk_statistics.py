"""A month of 200,000 items that left → a vintage, on PostgreSQL and on SQLite.

What is timed is the whole service: one statement collects the firms' shares, the cells are made,
what must be hidden is found, and cells and event are written. Beside it: the sums of the month
against the licence ledger, by one statement each. Shares are drawn by rank, so that few firms,
codes and countries have most of the trade, as they have. The rows are written past the services.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from benchmarks.measuring import ROOT, Result, report, seconds_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from django.db.models import Model

    from monazite.desk.licences.models import LicenceLine
    from monazite.desk.people.models import Person
    from support.released import Office

Kind = TypeVar("Kind")
ITEMS = 200_000
_FIRMS, _CODES, _COUNTRIES, _SECONDS = 400, 120, 80, 5.0
_MONTH = date(2026, 10, 1)
_HEADINGS = (
    "280530", "284690", "850511", "811010", "282580", "811292", "810199", "250410", "380110",
    "811300",
)  # fmt: skip


def measure() -> list[Result]:
    """Seconds of a vintage and of the check against the ledger, on each engine."""
    found = {engine: _apart(engine) for engine in ("postgresql", "sqlite")}
    return [
        Result(
            f"{engine}: a month of {ITEMS:,} items → vintage", told["prepare"], "s",
            _SECONDS if engine == "postgresql" else None,
            notes=(
                f"{told['cells']:,.0f} cells, {told['hidden']:,.0f} hidden",
                f"sums against the ledger {told['reconcile']:.2f} s, equal: {told['equal'] > 0}",
            ),
        )
        for engine, told in found.items()
    ]  # fmt: skip


def _apart(engine: str) -> dict[str, float]:
    """In a process of its own: Django has one database a process."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(engine, theirs))
    process.start()
    found: dict[str, float] = ours.recv()
    process.join()
    return found


def _run(engine: str, pipe: Connection) -> None:
    _start(engine)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from monazite.desk.statistics import services
    from monazite.desk.statistics.models import Cell
    from monazite.desk.statistics.reconciling import reconcile

    statistician = _filled()
    spent = seconds_of(lambda: services.prepare(statistician, _MONTH, "benchmark"))
    sums: list[Any] = []
    checked = seconds_of(lambda: sums.extend(reconcile("CN", _MONTH, date(2026, 11, 1))))
    pipe.send(
        {
            "prepare": spent, "reconcile": checked, "equal": float(all(s.agree for s in sums)),
            "cells": float(Cell.objects.count()),
            "hidden": float(Cell.objects.exclude(hidden="").count()),
        }
    )  # fmt: skip


def _start(engine: str) -> None:
    """Make Django ready on a database of its own."""
    import django

    sys.path.insert(0, str(ROOT / "tests"))
    if engine == "postgresql":
        from support import postgres

        postgres.start()
    os.environ["DJANGO_SETTINGS_MODULE"] = "monazite.desk.settings"
    os.environ |= {"MONAZITE_INSECURE": "1", "MONAZITE_HOSTS": "testserver"}
    os.environ["MONAZITE_HOME"] = tempfile.mkdtemp(prefix="monazite-desk-")
    django.setup()


def _filled() -> Person:
    """The month's rows; the statistician who counts them."""
    from django.db import transaction

    from monazite.desk.gate.models import Declaration, Item, Left
    from monazite.desk.licences.models import Movement
    from support import released
    from support.licences import issued
    from support.offices import world

    line = issued(world()).lines.get()
    made = released.office(_FIRMS)
    with transaction.atomic():
        rows = list(_rows(made, line))
        for place, model in enumerate((Declaration, Item, Left, Movement)):
            _write(model, [row[place] for row in rows])
    _analysed()
    return made.author


def _rows(made: Office, line: LicenceLine) -> Iterator[tuple[Model, ...]]:
    from django.utils import timezone

    from monazite.desk.gate.models import Declaration, Item, Left
    from monazite.desk.licences.models import Movement
    from support import released

    chance, now = random.Random(6), timezone.now()
    codes = [f"{heading}{n:02}" for n in range(_CODES // 10) for heading in _HEADINGS]
    places = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(_COUNTRIES)]
    firms = _drawn(chance, range(_FIRMS), 1.0)
    kinds, countries = _drawn(chance, codes, 0.7), _drawn(chance, places, 1.2)
    for n in range(1, ITEMS + 1):
        place, on = countries[n - 1], _MONTH + timedelta(days=n % 31)
        at = {
            "on": on, "series": "export", "destination": place, "hs": kinds[n - 1],
            "arrival": place if n % 7 else chance.choice(places),
            "mass": Decimal(int(chance.lognormvariate(13, 1))).scaleb(-3),
            "value": chance.randint(500, 90_000), "currency": "USD" if n % 4 else "CNY",
        }  # fmt: skip
        number = f"CN-D-{n:012}"
        said = released.declaration_of(made, firms[n - 1], at) | {"number": number}
        declaration = Declaration(**said, event_seq=1, event_head=n.to_bytes(32))
        item = Item(pk=n, declaration=declaration, line=line, **released.item_of(at))
        left = Left(
            item=item, quantity=item.quantity, mass_kg=item.mass_kg, value=item.value,
            posted_quantity=item.mass_kg,
        )  # fmt: skip
        posted = Movement(
            line=line, number=n + 10, message_id=f"{number}/1/post", kind="post",
            quantity=item.mass_kg, value=0, on=on, at=now,
        )  # fmt: skip
        yield declaration, item, left, posted


def _drawn(chance: random.Random, of: Sequence[Kind], steep: float) -> list[Kind]:
    """Draws of which the first are the most frequent."""
    weights = [1 / (rank + 1) ** steep for rank in range(len(of))]
    return chance.choices(of, weights, k=ITEMS)


def _write(model: type[Model], rows: list[Model]) -> None:
    """Add rows past the ORM, which would take minutes."""
    from django.db import connection

    fields = [f for f in model._meta.concrete_fields if f.attname != "id" or rows[0].pk]  # noqa: SLF001
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = (
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in rows
    )
    table = model._meta.db_table  # noqa: SLF001
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(fields))
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(values))  # noqa: S608


def _analysed() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    report(measure)
