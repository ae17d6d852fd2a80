"""What left by a licence that was replaced since comes back to the one in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import plain
from monazite.desk.gate import services
from monazite.desk.licences.services.replacing import _carry
from support.at_gate import licensed
from support.undone import cancelled

if TYPE_CHECKING:
    from monazite.desk.licences.models import LicenceLine
    from support.at_gate import Gate

WHO = Who(None, "cli")


@transaction.atomic
def replaced(g: Gate) -> LicenceLine:
    """The line of another licence that carries on what was used of this one."""
    old, new, now = g.licence, licensed(g.w, "general"), timezone.now()
    old.refresh_from_db()
    told = {"by": str(new.pk), "ended_at": plain(now)}
    record(old, "replaced", told, WHO, ended="replaced", ended_at=now)
    _carry(old.lines.get(), new.lines.get(), WHO)
    return new.lines.get()


def test_what_came_back_is_free_on_the_line_that_stands(g: Gate) -> None:
    made = services.lodge(g.declarant, g.document(), "page")
    services.confirm_exit(g.officer, made.pk, made.day, {}, "page", seen=None)
    new = replaced(g)
    assert (new.used_quantity, new.uses) == (100, 1)
    cancelled(g, made)
    new.refresh_from_db()
    assert (new.used_quantity, new.uses) == (0, 0)
    assert g.sums == (0, 100, 1)
