"""`monazite desk verify` over a million events of 100,000 aggregates, sealed, on PostgreSQL."""

from __future__ import annotations

import resource
import tempfile
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.desk_chain import start
from benchmarks.measuring import Result, report, seconds_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGGREGATES, _EVENTS = 100_000, 10
_NOW, _KIND = datetime(2026, 11, 22, tzinfo=UTC), "organisation.changed"
_COLUMNS = "aggregate_kind, aggregate_id, seq, at, actor, via, kind, payload, previous, hash"
_ROWS = (
    "id, event_seq, event_head, kind, name, name_native, country, identifier, regime, duty, active"
)


def _chain(of: uuid.UUID) -> Iterator[tuple[object, ...]]:
    from monazite.desk.events.canonical import event_hash
    from monazite.desk.events.models import GENESIS

    head = GENESIS
    for seq in range(1, _EVENTS + 1):
        told = f'{{"number":{seq},"of":"{of}","what":"organisation.changed"}}'
        place, rest = ("organisation", of, seq), (None, "api", _KIND, told)
        new = event_hash(head, "organisation", of, seq, _NOW, None, "api", _KIND, told)
        yield *place, _NOW, *rest, head, new
        head = new


def _fill() -> None:
    """By COPY, which no service could use; the hashes are right."""
    from django.db import connection

    firms = [uuid.uuid4() for _ in range(_AGGREGATES)]
    heads = []
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY events_event ({_COLUMNS}) FROM STDIN") as copy:
            for firm in firms:
                for event in _chain(firm):
                    copy.write_row(event)
                heads.append(event[-1])
        with cursor.copy(f"COPY people_organisation ({_ROWS}) FROM STDIN") as copy:
            for firm, head in zip(firms, heads, strict=True):
                rest = ("exporter", "Firm", "", "CN", "", "", "", True)
                copy.write_row((firm, _EVENTS, head, *rest))
        cursor.execute("ANALYZE")


def measure() -> list[Result]:
    """Seconds for all of it, and the rate."""
    with tempfile.TemporaryDirectory() as folder:
        start()
        from django.conf import settings
        from django.core.management import call_command

        from monazite.desk.events import checkpoints
        from monazite.desk.running import keys
        from monazite.desk.running.verify import verify

        settings.CHECKPOINTS_ROOT = Path(folder) / "checkpoints"
        settings.SIGNING_KEY = Path(folder) / "signing.pem"
        keys.make()
        call_command("migrate", verbosity=0)
        _fill()
        sealing = seconds_of(lambda: checkpoints.seal(keys.load(), settings.CHECKPOINTS_ROOT))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = []
        seconds = seconds_of(lambda: found.append(verify()))
        if not found[0].whole or found[0].events != _AGGREGATES * _EVENTS:
            raise RuntimeError(f"not what was written: {found[0]}")
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rate = _AGGREGATES * _EVENTS / seconds
    told = (
        f"{rate:,.0f} events a second in one process; peak memory {after / 1e6:.2f} GB "
        f"({before / 1e6:.2f} before it); sealing all of it at once took {sealing:.1f} s"
    )
    return [Result("desk verify, a million events", seconds, "s", notes=(told,))]


if __name__ == "__main__":
    report(measure)
