"""Declarations of the last days that can change what is found in another, each for a reason.

Every reason has its own limit, so that much of one kind hides nothing of another.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from monazite.customs.facts import Recent
from monazite.desk.gate.alike import key
from monazite.desk.gate.models import Declaration, Item

if TYPE_CHECKING:
    from monazite.customs.declared import Declaration as Declared
    from monazite.customs.regime import Rules

RECENT_MOST = 500
"""Neighbours that are looked at for one reason: of more, the newest."""
KEYS = ("sender_key", "receiver_key", "address_key")


def asked(declared: Declared, rules: Rules) -> bool:
    """Whether neighbours can matter: where the gate's checks say so, and of parcels."""
    from monazite.customs.checks.neighbours import asked  # noqa: PLC0415 - where somebody acts

    return declared.mode in rules.parcels or asked(declared)


def recent(
    declared: Declared, owner: uuid.UUID, on: date, rules: Rules, own: Declaration | None
) -> tuple[Recent, ...]:
    """The neighbours of a declaration, the newest first; own: its row, which is none of them."""
    rows = within(on, rules)
    if own is not None:
        rows = rows.exclude(pk=own.pk)
    found = {row.pk: row for why in _reasons(declared, owner) for row in newest(rows.filter(why))}
    return tuple(
        neighbour(row, list(row.items.all()), owner)
        for row in sorted(found.values(), key=lambda row: row.lodged_at, reverse=True)
    )


def within(on: date, rules: Rules) -> QuerySet[Declaration]:
    """Those of the days that the regime looks back."""
    found = Declaration.objects.filter(day__gt=on - timedelta(rules.splitting.days))
    return found.select_related("organisation").prefetch_related("items")


def newest(rows: QuerySet[Declaration]) -> QuerySet[Declaration]:
    """So many of them, the newest first."""
    return rows.order_by("-lodged_at")[:RECENT_MOST]


def _reasons(declared: Declared, owner: uuid.UUID) -> Iterator[Q]:
    own = Q(organisation_id=owner)
    if is_small(declared.mode):
        yield parcels() & _sharing(declared)
        yield parcels() & own
    if codes := codes_of(declared):
        items = Item.objects.filter(declaration=OuterRef("pk"), hs__in=codes)
        yield own & looked_at() & Q(Exists(items))
    if is_elsewhere(declared.arrival, declared.destination):
        yield own & Q(arrival=declared.arrival, destination=declared.destination)


def _sharing(declared: Declared) -> Q:
    """Whose sender, consignee or address it is, whoever lodged it."""
    shared = Q(pk=None)
    for name, found in keys_of(declared).items():
        shared |= Q(**{name: found}) if found else Q(pk=None)
    return shared


def parcels() -> Q:
    """Parcels that left or may."""
    from monazite.customs.checks.parcels import NEVER_LEFT, SMALL  # noqa: PLC0415

    return Q(mode__in=SMALL) & ~Q(state__in=NEVER_LEFT)


def looked_at() -> Q:
    """What is held, challenged or refused, or was by an officer."""
    from monazite.customs.checks.neighbours import LOOKED_AT  # noqa: PLC0415

    return Q(state__in=LOOKED_AT) | ~Q(looked="")


def is_small(mode: str | None) -> bool:
    """Whether a mode is one of parcels."""
    from monazite.customs.checks.parcels import SMALL  # noqa: PLC0415

    return mode in SMALL


def is_elsewhere(arrival: str | None, destination: str | None) -> bool:
    """Whether goods are unloaded in another country than the one that they are for."""
    return bool(arrival) and arrival != destination


def codes_of(declared: Declared) -> tuple[str, ...]:
    """The commodity codes of a declaration."""
    return _once(item.hs or "" for item in declared.items)


def keys_of(declared: Declared) -> dict[str, str]:
    """By which a declaration's parcels are found, as its row keeps them.

    Where no other sender is named, it is the exporter.
    """
    sender, receiver, exporter = declared.sender, declared.consignee, declared.exporter
    named = sender.name or sender.name_native or exporter.name or exporter.name_native
    return {
        "sender_key": key(named),
        "receiver_key": key(receiver.name or receiver.name_native),
        "address_key": key(receiver.address),
    }


def neighbour(row: Declaration, items: Sequence[Item], owner: uuid.UUID) -> Recent:
    """A declaration of the last days, of the rows that stand or are about to, to a firm."""
    said = row.said
    sender, consignee = said.get("sender") or {}, said.get("consignee") or {}
    return Recent(
        number=row.number,
        on=row.day,
        state=row.state,
        own=row.organisation_id == owner,
        mode=row.mode,
        port=row.port,
        destination=row.destination,
        arrival=row.arrival,
        exporter=row.organisation.name,
        sender=_party(sender),
        address=str(sender.get("address") or ""),
        consignee=_party(consignee),
        consignee_address=str(consignee.get("address") or ""),
        mass_kg=sum((item.mass_kg for item in items), Decimal()),
        value=sum((item.value for item in items), Decimal()),
        currency=items[0].currency if items else "",
        hs=_once(item.hs for item in items),
        licences=_once(item.licence_number for item in items),
        looked=row.looked,
    )


def _party(said: Mapping[str, Any]) -> str:
    return str(said.get("name") or said.get("name_native") or "")


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
