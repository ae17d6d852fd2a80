"""Which events no checkpoint holds yet, and how far a database can be sealed now."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Max

from monazite.desk.events.models import Checkpoint, Event
from monazite.desk.events.seal import Place, Seal, Watermark

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator

    from django.db.models import QuerySet

_COLUMNS = ("aggregate_kind", "aggregate_id", "seq", "hash")
_NOW = """
SELECT system_identifier, pg_relation_filenode('events_event'),
       pg_snapshot_xmin(pg_current_snapshot())::text FROM pg_control_system()
"""


def watermark() -> Watermark:
    """How far can be sealed now.

    PostgreSQL: the oldest transaction that still runs, for ids commit out of order; what is below
    it is committed or gone. SQLite has one writer, so the last id that is seen. The database is
    named by cluster and table file: its transactions' numbers mean nothing in another.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_NOW)
            cluster, table, oldest = cursor.fetchone()
        return Watermark(f"postgresql {cluster} {table}", int(oldest))
    return Watermark("sqlite", Event.objects.aggregate(last=Max("id"))["last"] or 0)


def unsealed(last: Seal | None, now: Watermark) -> Iterator[Place]:
    """The events between two marks, by aggregate and number.

    Marks of another database say nothing of this one (a site that was restored elsewhere): then
    every event is looked at, and those that the checkpoints' heads reach are left out.
    """
    if last and last.watermark.database != now.database:
        yield from _by_heads(now)
        return
    rows = between(last.watermark.at if last else None, now)
    yield from _places(rows)


def waiting(last: Seal | None, now: Watermark, most: int) -> int:
    """How many events wait for a checkpoint, counted up to so many."""
    if last and last.watermark.database != now.database:
        return sum(1 for _ in islice(_by_heads(now), most))
    return between(last.watermark.at if last else None, now)[:most].count()


def between(start: int | None, now: Watermark) -> QuerySet[Event]:
    """The events from a mark of this database up to another."""
    if connection.vendor == "postgresql":
        low, high = str(start or 0), str(now.at)
        where = ["xid >= %s::text::xid8 AND xid < %s::text::xid8"]
        return Event.objects.extra(where=where, params=[low, high])  # noqa: S610 - Django does not know the column
    return Event.objects.filter(id__gt=start or 0, id__lte=now.at)


def _by_heads(now: Watermark) -> Iterator[Place]:
    sealed: dict[uuid.UUID, int] = {}
    for text in Checkpoint.objects.order_by("number").values_list("document", flat=True).iterator():
        sealed.update({of: seq for _, of, seq, _ in Seal.read(text).heads})
    for place in _places(between(None, now)):
        if place[2] > sealed.get(place[1], 0):
            yield place


def _places(rows: QuerySet[Event]) -> Iterator[Place]:
    ordered = rows.order_by("aggregate_id", "seq").values_list(*_COLUMNS)
    for kind, of, seq, head in ordered.iterator(chunk_size=2000):
        yield kind, of, seq, bytes(head)
