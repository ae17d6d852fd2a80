"""Small shipments that leave without a licence, and the longest stretches in which many go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.watch.patterns.clusters import Clusters
from monazite.watch.patterns.linking import Consignee

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from monazite.watch.patterns.linking import Linked
    from monazite.watch.patterns.records import Shipment


Way = tuple[str, Consignee]
"""A cluster of senders and a consignee."""


@dataclass(frozen=True, slots=True)
class Together:
    """Shipments of a stretch of days as one: how many, how heavy, how valuable.

    mass_kg, value_usd: sums of what is stated; stated: how many state neither.
    """

    pieces: tuple[Shipment, ...]
    mass_kg: Decimal
    value_usd: Decimal

    @property
    def senders(self) -> tuple[str, ...]:
        """Who sent, in order."""
        return tuple(sorted({piece.sender for piece in self.pieces}))


def together(pieces: Iterable[Shipment]) -> Together:
    """These shipments as one."""
    kept = tuple(pieces)
    mass = sum((piece.mass_kg or Decimal() for piece in kept), Decimal())
    value = sum((piece.value_usd or Decimal() for piece in kept), Decimal())
    return Together(kept, mass, value)


def leaves(shipment: Shipment) -> bool:
    """Whether it goes abroad without a licence, as far as anybody says."""
    at_home = shipment.origin and shipment.origin == shipment.destination
    return not shipment.licence and not at_home


def ways(pieces: Sequence[Shipment], who: Linked, most: int) -> Iterator[list[Shipment]]:
    """Shipments of a cluster of senders to those consignees whom they share.

    Who serves more consignees than `most` is a shop: then each consignee is looked at alone.
    """
    by_way: defaultdict[Way, list[int]] = defaultdict(list)
    for at, way in enumerate(zip(who.sender, who.consignee, strict=True)):
        by_way[way].append(at)
    users: dict[tuple[str, str], Way] = {}
    shared: Clusters[Way] = Clusters()
    for way, members in by_way.items():
        for at in members:
            # Consignees of one cluster are together where one declared sender serves both.
            shared.join(users.setdefault((way[0], pieces[at].sender), way), way)
    for group in shared.groups(list(by_way)):
        parts = [group] if len(group) <= most else [[way] for way in group]
        for part in parts:
            yield [pieces[at] for way in part for at in by_way[way]]


def stretches(
    pieces: Iterable[Shipment], days: int, enough: Callable[[Together], bool]
) -> list[Together]:
    """Windows of so many days in which there is enough, each that holds more than the last."""
    ordered = sorted(pieces, key=lambda piece: (piece.day, piece.id))
    found: list[Together] = []
    first = 0
    for last, piece in enumerate(ordered):
        while piece.day - ordered[first].day >= timedelta(days):
            first += 1
        window = together(ordered[first : last + 1])
        if enough(window):
            if found and found[-1].pieces[0] is window.pieces[0]:
                found.pop()
            found.append(window)
    return found
