"""Orders about a licence: proposed by one person, in force with another's signature.

A suspension, its end and a revocation bind at once: the statement that signs them changes the
licence's own columns, which every movement reads.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.licences.grounds import grounds_of
from monazite.desk.licences.models import PROPOSED, SENT_BACK, STANDING, Licence, Order
from monazite.desk.licences.prints import order_told
from monazite.desk.licences.services.binding import bind_lines
from monazite.desk.licences.services.held import held, in_force, said
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Person
from monazite.errors import InputError

SUSPEND, RESTORE, REVOKE = "suspend", "restore", "revoke"
KINDS = (SUSPEND, RESTORE, REVOKE)
_TRIES = 50
_EVENTS = {SUSPEND: "suspended", RESTORE: "restored", REVOKE: "revoked"}


@transaction.atomic
def propose_order(
    person: Person, licence_id: uuid.UUID, kind: str, grounds: Sequence[str], text: str, via: str
) -> Order:
    """An order that waits for a second hand; Refused where it cannot be given now.

    grounds: factors of the regime (none are needed to restore); text: what the holder reads.
    """
    licence = in_force(held(person, licence_id, "licence.order"))
    _possible(licence, kind)
    if licence.orders.filter(state=PROPOSED).exists():
        raise Refused("order_open", number=licence.number)
    order = Order(
        licence=licence,
        number=licence.orders.count() + 1,
        kind=kind,
        grounds=_known(licence, kind, grounds),
        text=said(text),
        author=person,
        proposed_at=timezone.now(),
        state=PROPOSED,
    )
    told = {"order": order.number, "asks": kind, ROWS: order_told(order)}
    record(licence, "order_proposed", told, Who(person.pk, via))
    order.save(force_insert=True)
    return order


def sign_order(person: Person, order_id: uuid.UUID, via: str) -> Order:
    """The order is in force from this moment; Refused where its author would sign it.

    Movements that come at the same moment are no reason to refuse a signature: it is tried again.
    """
    for _ in range(_TRIES - 1):
        try:
            return _signed(person, order_id, via)
        except ChangedMeanwhile:
            continue
    return _signed(person, order_id, via)


@transaction.atomic
def _signed(person: Person, order_id: uuid.UUID, via: str) -> Order:
    order = _proposed(person, order_id)
    licence = in_force(order.licence)
    _possible(licence, order.kind)
    now = timezone.now()
    _close(order, person, STANDING, "", now)
    changes, told = _effect(order.kind, now)
    payload = {"order": order.number, **told, ROWS: order_told(order)}
    who = Who(person.pk, via)
    record(licence, _EVENTS[order.kind], payload, who, **changes)
    if order.kind != RESTORE:
        bind_lines(licence, _EVENTS[order.kind], who)
    _write(order)
    return order


@transaction.atomic
def send_back_order(person: Person, order_id: uuid.UUID, text: str, via: str) -> Order:
    """The order is not signed, and its author reads why; the licence stays as it is."""
    order = _proposed(person, order_id)
    _close(order, person, SENT_BACK, said(text), timezone.now())
    told = {"order": order.number, ROWS: order_told(order)}
    record(order.licence, "order_sent_back", told, Who(person.pk, via))
    _write(order)
    return order


def _possible(licence: Licence, kind: str) -> None:
    if kind not in KINDS:
        raise InputError("kind", kind, ", ".join(KINDS), "choice")
    suspended = licence.suspended_since is not None
    if kind == SUSPEND and suspended:
        raise Refused("order_suspended_already", number=licence.number)
    if kind == RESTORE and not suspended:
        raise Refused("order_not_suspended", number=licence.number)


def _known(licence: Licence, kind: str, grounds: Sequence[str]) -> list[str]:
    """The grounds, each once; InputError for one that the regime has not, and for none."""
    named = list(dict.fromkeys(grounds))
    known = grounds_of(licence.regime)
    if unknown := [ground for ground in named if ground not in known]:
        raise InputError("grounds", unknown[0], ", ".join(known), "choice")
    if kind != RESTORE and not named:
        raise Refused("order_without_grounds")
    return named


def _proposed(person: Person, order_id: uuid.UUID) -> Order:
    """The order that waits for this person's hand; its licence is theirs to sign about."""
    order = Order.objects.filter(pk=order_id).first()
    if order is None:
        raise Forbidden("licence.sign", 404)
    order.licence = held(person, order.licence_id, "licence.sign")
    if order.state != PROPOSED:
        raise Refused("order_closed", number=order.licence.number)
    if order.author_id == person.pk:
        raise Refused("order_own")
    return order


def _close(order: Order, person: Person, state: str, text: str, now: datetime) -> None:
    order.state, order.signer, order.signed_at, order.said = state, person, now, text


def _write(order: Order) -> None:
    order.save(update_fields=["state", "signer", "signed_at", "said"])


def _effect(kind: str, now: datetime) -> tuple[dict[str, object], dict[str, object]]:
    """The licence's columns after the order, and how the event tells them."""
    if kind == SUSPEND:
        return {"suspended_since": now}, {"suspended_since": plain(now)}
    if kind == RESTORE:
        return {"suspended_since": None}, {"suspended_since": None}
    return {"ended": "revoked", "ended_at": now}, {"ended_at": plain(now)}
