"""Licences: what their holders and officials do about them."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from monazite.desk.events.append import create
from monazite.desk.licences import services
from monazite.desk.licences.listing import known
from monazite.desk.licences.models import PROPOSED, Licence, Order
from monazite.desk.people.may import Forbidden
from support.access.world import NOBODY

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from monazite.desk.people.models import Person
    from support.access.calls import Call

_TEXT = "because it is so"


def _licence(of: Application) -> Licence:
    """A licence on the application; its row and one event."""
    made = Licence(
        number=f"L-{uuid.uuid4().hex[:8]}", application=of, decision=uuid.uuid4(),
        organisation=of.organisation, regime="CN", kind="single", issued_at=datetime.now(UTC),
        valid_from=date(2026, 1, 1), valid_until=date(2099, 1, 1), terms={}, terms_sha256="0" * 64,
        check_code=uuid.uuid4().hex,
    )  # fmt: skip
    with transaction.atomic():
        create(made, "issued", {}, NOBODY)
    return made


def _sign(by: Person, thing: Application) -> None:
    order = Order.objects.create(
        licence=_licence(thing), number=1, kind="suspend", text=_TEXT, author=thing.author,
        proposed_at=datetime.now(UTC), state=PROPOSED,
    )  # fmt: skip
    services.sign_order(by, order.pk, "page")


def _order(by: Person, thing: Application) -> None:
    services.propose_order(by, _licence(thing).pk, "suspend", ["security"], _TEXT, "page")


def _read(by: Person, thing: Application) -> None:
    if not known(by).filter(pk=_licence(thing).pk).exists():
        raise Forbidden("licence.read", 404)


CALLS: dict[str, Call] = {
    "licence.read": _read,
    "licence.order": _order,
    "licence.sign": _sign,
    "licence.change": lambda by, thing: services.change(by, _licence(thing).pk, "page"),
    "licence.surrender": lambda by, thing: services.surrender(
        by, _licence(thing).pk, _TEXT, "page"
    ),
}
