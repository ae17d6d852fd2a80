"""Posts without a line, and reports about lines: what customs officers do about them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from monazite.desk.events.append import create
from monazite.desk.licences.reported import Said
from monazite.desk.licences.services.reporting import report
from monazite.desk.offline import services
from monazite.desk.offline.models import Snapshot
from support.access.world import NOBODY

if TYPE_CHECKING:
    from monazite.desk.people.models import Person
    from support.access.calls import Call

_NOW = datetime(2026, 11, 1, tzinfo=UTC)
_SAID = Said("m", "CN-L-2026-999999", 1, "D", "delta", 1, _NOW, Decimal(1), "kg", "", Decimal(0))


def _snapshot(by: Person) -> Snapshot:
    """A snapshot of the person's own organisation; its row and one event."""
    made = Snapshot(
        office=by.organisation, regime="CN", post="post", taken_at=_NOW, taken_by=by,
        expires_at=_NOW + timedelta(hours=1), document="{}", sha256="0" * 64, signature=b"",
    )  # fmt: skip
    with transaction.atomic():
        create(made, "taken", {}, NOBODY)
    return made


CALLS: dict[str, Call] = {
    "ledger.report": lambda by, _: report(by, _SAID, "page"),
    "offline.carry": lambda by, _: services.take_snapshot(by, "post", 1, [], "page"),
    "offline.merge": lambda by, _: services.give_up(by, _snapshot(by).pk, "because", "page"),
}
