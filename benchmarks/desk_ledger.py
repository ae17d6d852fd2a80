"""Reservations a second with event and chain, against the bare conditional UPDATE, by 16 processes.

PostgreSQL with its own defaults (fsync on), beside the writers; each reservation by itself, as a
client that waits for its answer. The rival moves the same columns of the same lines, in a copy of
the table that has its keys and CHECK constraints and no triggers: no entry, no event, no question
about the licence, no answer kept for a repeated message.
"""

from __future__ import annotations

import multiprocessing
import time
import uuid
from decimal import Decimal
from itertools import cycle
from typing import TYPE_CHECKING

from benchmarks.desk_filing import start
from benchmarks.measuring import Result, in_turn, median, report, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from multiprocessing.connection import Connection

    from monazite.desk.licences.models import LicenceLine

_PROCESSES, _LINES, _SECONDS, _TIMES = 16, 200, 3.0, 5
_ONE, _GRANTED = Decimal(1), Decimal(10**9)
BARE = (
    "UPDATE bare_line SET reserved_quantity = reserved_quantity + %s, uses = uses + 1 WHERE id = %s"
    " AND quantity >= used_quantity + reserved_quantity + given_back_quantity + %s"
)
COPY = (
    "CREATE TABLE bare_line (LIKE licences_licenceline INCLUDING ALL);"
    "INSERT INTO bare_line SELECT * FROM licences_licenceline"
)


def make() -> None:
    """One licence of many lines, and the copy of its lines."""
    from django.core.management import call_command
    from django.db import connection

    from support.licences import issued
    from support.offices import world

    call_command("migrate", verbosity=0)
    granted = {"controlled_by": "quantity", "quantity": _GRANTED, "uses_max": None}
    first = issued(world(), **granted).lines.select_related("licence").get()
    for number in range(2, _LINES + 1):
        _line(first, number)
    with connection.cursor() as cursor:
        cursor.execute(COPY)


def _line(like: LicenceLine, number: int) -> None:
    """One more line, with its grant."""
    from django.db import transaction

    from monazite.desk.events.append import Who, create
    from monazite.desk.events.models import GENESIS
    from monazite.desk.licences.models import LicenceLine, Movement

    columns = [field.attname for field in LicenceLine._meta.concrete_fields]  # noqa: SLF001
    line = LicenceLine(**{name: getattr(like, name) for name in columns})
    line.id, line.number, line.event_seq, line.event_head = uuid.uuid4(), number, 0, GENESIS
    grant = Movement(
        line=line, number=1, message_id=f"grant:{number}", kind="grant", quantity=_GRANTED,
        value=Decimal(), on=like.licence.valid_from, at=like.licence.issued_at,
    )  # fmt: skip
    with transaction.atomic():
        create(line, "granted", {}, Who(None, "cli"), [grant])


def _writer(number: int, pipe: Connection) -> None:
    """A process that writes for as long as it is told, by the arm that it is told."""
    start()
    from monazite.desk.licences.models import LicenceLine

    lines = list(LicenceLine.objects.order_by("number").values_list("pk", flat=True))
    own = lines[number * _LINES // _PROCESSES :] + lines[: number * _LINES // _PROCESSES]
    day = LicenceLine.objects.select_related("licence").earliest("number").licence.valid_from
    pipe.send(0)
    while (arm := pipe.recv()) is not None:
        which, spread_over = arm
        at = own if spread_over else lines[:1]
        work = _bare(at) if which == "bare" else _reserved(at, day)
        end, done = time.perf_counter() + _SECONDS, 0
        while time.perf_counter() < end:
            next(work)
            done += 1
        pipe.send(done)


def _bare(lines: list[uuid.UUID]) -> Iterator[None]:
    from django.db import connection

    for line in cycle(lines):
        with connection.cursor() as cursor:
            cursor.execute(BARE, [_ONE, line, _ONE])
            if cursor.rowcount != 1:
                raise RuntimeError("not moved")
        yield


def _reserved(lines: list[uuid.UUID], day: date) -> Iterator[None]:
    from monazite.desk.events.append import Who
    from monazite.desk.licences.services import reserve

    who = Who(None, "api")
    for line in cycle(lines):
        reserve(line, _ONE, Decimal(), day, str(uuid.uuid4()), who)
        yield


def measure() -> list[Result]:
    """The cost of a reservation, on one line and over many, in times the bare one's."""
    start()
    make()
    pipes = _writers()

    def rate(which: str, *, spread_over: bool) -> float:
        for pipe in pipes:
            pipe.send((which, spread_over))
        return sum(int(pipe.recv()) for pipe in pipes) / _SECONDS

    rate("ours", spread_over=True)
    hot_bare, hot, many_bare, many = in_turn(
        _TIMES,
        lambda: rate("bare", spread_over=False), lambda: rate("ours", spread_over=False),
        lambda: rate("bare", spread_over=True), lambda: rate("ours", spread_over=True),
    )  # fmt: skip
    for pipe in pipes:
        pipe.send(None)
    return [_result("one hot line", hot_bare, hot), _result(f"{_LINES} lines", many_bare, many)]


def _writers() -> list[Connection]:
    spawn = multiprocessing.get_context("spawn")
    pipes = []
    for number in range(_PROCESSES):
        ours, theirs = spawn.Pipe()
        spawn.Process(target=_writer, args=(number, theirs), daemon=True).start()
        pipes.append(ours)
    for pipe in pipes:
        pipe.recv()
    return pipes


def _result(where: str, bare: list[float], ours: list[float]) -> Result:
    share = median(ours) / median(bare)
    return Result(
        f"reserve with event and chain, {where}", 1 / share, "×", 1 / 0.6,
        ratio=f"{share:.0%} of the bare UPDATE",
        notes=(
            (
                f"{median(ours):,.0f}/s ({spread(ours, '/s')}), bare {median(bare):,.0f}/s "
                f"({spread(bare, '/s')}); {_PROCESSES} processes"
            ),
        ),
    )  # fmt: skip


if __name__ == "__main__":
    report(measure)
