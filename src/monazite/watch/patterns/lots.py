"""What comes in is taken out again, the oldest first: which receipts a party sent on, and when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from monazite.watch.patterns.records import Shipment


@dataclass(slots=True)
class Lot:
    """A receipt: the shipment, and what is left of it (kg)."""

    shipment: Shipment
    left: float


@dataclass(slots=True)
class Sent:
    """A shipment out of a party, and from which receipts it was taken: (receipt, kg)."""

    shipment: Shipment
    taken: list[tuple[Shipment, float]] = field(default_factory=list)


def mass(shipment: Shipment) -> float:
    """Its mass in kg; nothing where nobody states it."""
    return float(shipment.mass_kg or 0)


def drawn(received: Iterable[Shipment], sent: Iterable[Shipment], days: int) -> tuple[Sent, ...]:
    """From which receipts each sending was taken; a receipt older than so many days is used up.

    What comes and goes on one day comes first. What no receipt covers is taken from nothing.
    """
    waiting = sorted(received, key=lambda one: (one.day, one.id))
    lots: list[Lot] = []
    found, at = [], 0
    for out in sorted(sent, key=lambda one: (one.day, one.id)):
        while at < len(waiting) and waiting[at].day <= out.day:
            lots.append(Lot(waiting[at], mass(waiting[at])))
            at += 1
        lots = [lot for lot in lots if lot.left > 0 and (out.day - lot.shipment.day).days <= days]
        found.append(_taken(out, lots))
    return tuple(found)


def _taken(out: Shipment, lots: Sequence[Lot]) -> Sent:
    wanted, sent = mass(out), Sent(out)
    for lot in lots:
        if wanted <= 0:
            break
        part = min(wanted, lot.left)
        lot.left -= part
        wanted -= part
        sent.taken.append((lot.shipment, part))
    return sent


def by_party(
    shipments: Iterable[Shipment],
) -> Mapping[tuple[str, str], tuple[list[Shipment], list[Shipment]]]:
    """What each party received and sent of each material, where the mass is stated."""
    found: defaultdict[tuple[str, str], tuple[list[Shipment], list[Shipment]]] = defaultdict(
        lambda: ([], [])
    )
    for one in shipments:
        if one.material and mass(one) > 0 and one.sender != one.receiver:
            found[one.receiver, one.material][0].append(one)
            found[one.sender, one.material][1].append(one)
    return found
