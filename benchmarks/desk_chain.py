"""Events a second with their chains, against the same inserts without, by 8 processes at once.

PostgreSQL with its own defaults (fsync on); 200 aggregates; one event a transaction. The rival
inserts the same rows in the same transactions: no hash, no aggregate's row that changes.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
import uuid
from typing import TYPE_CHECKING

from benchmarks.measuring import ROOT, Result, in_turn, median, report, spread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from monazite.desk.people.models import Organisation

_PROCESSES, _AGGREGATES, _SECONDS, _TIMES = 8, 200, 4.0, 5
_PAYLOAD = {"form_sha256": "0" * 64, "state": "submitted", "version": 3, "of": "lines[2].quantity"}


def start() -> None:
    """Make Django ready for a PostgreSQL of this run's own, or the one of the parent process."""
    import django

    if "DATABASE_URL" not in os.environ:
        sys.path.insert(0, str(ROOT / "tests"))
        from support import postgres

        postgres.start()
    os.environ["DJANGO_SETTINGS_MODULE"] = "monazite.desk.settings"
    django.setup()


def _make() -> None:
    from django.core.management import call_command
    from django.db import transaction

    from monazite.desk.events.append import Who, create
    from monazite.desk.people.models import Organisation

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        for number in range(_AGGREGATES):
            firm = Organisation(kind="exporter", name=f"Firm {number}", country="CN")
            create(firm, "organisation.added", {}, Who(None, "cli"))


def _writer(number: int, pipe: Connection) -> None:
    """A process that writes for as long as it is told, by the arm that it is told."""
    start()
    from monazite.desk.people.models import Organisation

    every = list(Organisation.objects.order_by("id"))[number::_PROCESSES]
    pipe.send(0)
    while (arm := pipe.recv()) is not None:
        work = _chained(every) if arm == "chain" else _bare(every)
        end, done = time.perf_counter() + _SECONDS, 0
        while time.perf_counter() < end:
            next(work)
            done += 1
        pipe.send(done)


def _chained(every: list[Organisation]) -> Iterator[None]:
    from django.db import transaction

    from monazite.desk.events.append import Who, record

    who = Who(uuid.uuid4(), "api")
    while True:
        for firm in every:
            with transaction.atomic():
                record(firm, "application.saved", _PAYLOAD, who)
            yield


def _bare(every: list[Organisation]) -> Iterator[None]:
    from django.db import transaction
    from django.utils import timezone

    from monazite.desk.events.canonical import canonical
    from monazite.desk.events.models import Event
    from monazite.desk.events.statements import insert

    actor, empty, places = uuid.uuid4(), bytes(32), [uuid.uuid4() for _ in every]
    seq = 0
    while True:
        seq += 1
        for place in places:
            event = Event(
                aggregate_kind="organisation", aggregate_id=place, seq=seq, at=timezone.now(),
                actor=actor, via="api", kind="application.saved", payload=canonical(_PAYLOAD),
                previous=empty, hash=empty,
            )  # fmt: skip
            with transaction.atomic():
                insert(event)
            yield


def measure() -> list[Result]:
    """The share of the bare rate that is left with chains; and the rates."""
    start()
    _make()
    spawn = multiprocessing.get_context("spawn")
    pipes = []
    for number in range(_PROCESSES):
        ours, theirs = spawn.Pipe()
        spawn.Process(target=_writer, args=(number, theirs), daemon=True).start()
        pipes.append(ours)
    for pipe in pipes:
        pipe.recv()

    def rate(arm: str) -> float:
        for pipe in pipes:
            pipe.send(arm)
        return sum(int(pipe.recv()) for pipe in pipes) / _SECONDS

    rate("bare")
    bare, chain = in_turn(_TIMES, lambda: rate("bare"), lambda: rate("chain"))
    for pipe in pipes:
        pipe.send(None)
    share = median(chain) / median(bare)
    return [
        Result(
            "events with chain, cost to bare inserts", 1 / share, "×", 1 / 0.6,
            ratio=f"{share:.0%} of the bare rate",
            notes=(
                (
                    f"with chain {median(chain):,.0f}/s ({spread(chain, '/s')}), bare "
                    f"{median(bare):,.0f}/s ({spread(bare, '/s')})"
                ),
                (
                    f"{_PROCESSES} processes, {_AGGREGATES} aggregates, one event a transaction; "
                    "PostgreSQL, fsync on, shares this machine with the writers"
                ),
            ),
        )
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure)
