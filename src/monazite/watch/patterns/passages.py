"""Passages: what a party without a plant received and sent on abroad, and ways made of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.watch.patterns.lots import by_party, drawn, mass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from monazite.watch.patterns.lots import Sent
    from monazite.watch.patterns.records import Party, Records, Shipment


@dataclass(frozen=True, slots=True)
class Limits:
    """What makes a passage.

    dwell: days from receipt to sending; tolerance: of the masses (0 to 1); receivers: the most in
    one country; least_kg: the least that was sent on.
    """

    dwell: int
    tolerance: float
    receivers: int
    least_kg: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A party that sent on to a country what it had received of a material.

    kept: the share (0 to 1) of the receipts that went on there; covered: the share of what it sent
    there that came from receipts. days: mean stay, weighted by mass.
    """

    party: str
    material: str
    country: str
    received: tuple[Shipment, ...]
    sent: tuple[Shipment, ...]
    kept: float
    covered: float
    days: float

    @property
    def mass_kg(self) -> float:
        """What was sent on."""
        return sum(map(mass, self.sent))

    @property
    def shipments(self) -> tuple[Shipment, ...]:
        """Receipts and sendings."""
        return self.received + self.sent


def passages(records: Records, limits: Limits) -> Iterator[Passage | str]:
    """Every passage; the id of a party where no country is known of it or of its receivers."""
    parties = {party.id: party for party in records.parties}
    licensed = {licence.id: licence.end_user for licence in records.licences}
    known = [one for one in records.shipments if one.day <= records.as_of]
    for (name, material), (received, sent) in sorted(by_party(known).items()):
        if not received or not sent or _processes(parties.get(name)):
            continue
        home = _country(name, parties, received)
        if not home:
            yield name
            continue
        taken = drawn(received, sent, limits.dwell)
        for country, out in _abroad(taken, home, parties).items():
            own = [one for one in out if not _open(one, licensed)]
            found = _passage(name, material, country, own) if own else None
            if found is not None and _fits(found, limits):
                yield found


def _processes(party: Party | None) -> bool:
    """Whether what leaves a party is not what came: it has a plant or a licence to process."""
    return party is not None and bool(party.plant or party.processing_licence)


def _country(name: str, parties: Mapping[str, Party], received: Iterable[Shipment]) -> str:
    """Where a party is: as the parties say, else where most of what it received was sent."""
    if name in parties and parties[name].country:
        return parties[name].country
    said = [one.destination for one in received if one.destination]
    return max(sorted(set(said)), key=said.count, default="")


def _abroad(
    taken: Sequence[Sent], home: str, parties: Mapping[str, Party]
) -> Mapping[str, list[Sent]]:
    """What was sent to each other country."""
    found: defaultdict[str, list[Sent]] = defaultdict(list)
    for one in taken:
        to = one.shipment.destination or _country(one.shipment.receiver, parties, ())
        if to and to != home:
            found[to].append(one)
    return found


def _open(one: Sent, licensed: Mapping[str, str]) -> bool:
    """Whether the way was told beforehand: a licence of its own, or one for its receiver."""
    return bool(one.shipment.licence) or any(
        licensed.get(receipt.licence) == one.shipment.receiver for receipt, _ in one.taken
    )


def _passage(party: str, material: str, country: str, out: Sequence[Sent]) -> Passage | None:
    through: dict[str, float] = defaultdict(float)
    receipts: dict[str, Shipment] = {}
    stayed = 0.0
    for one in out:
        for receipt, part in one.taken:
            receipts[receipt.id] = receipt
            through[receipt.id] += part
            stayed += part * (one.shipment.day - receipt.day).days
    total = sum(through.values())
    if total <= 0:
        return None
    return Passage(
        party, material, country,
        received=tuple(receipts.values()),
        sent=tuple(one.shipment for one in out),
        kept=total / sum(map(mass, receipts.values())),
        covered=total / sum(mass(one.shipment) for one in out),
        days=stayed / total,
    )  # fmt: skip


def _fits(found: Passage, limits: Limits) -> bool:
    enough = 1 - limits.tolerance
    return (
        min(found.kept, found.covered) >= enough
        and found.mass_kg >= limits.least_kg
        and len({one.receiver for one in found.sent}) <= limits.receivers
    )


def ways(found: Sequence[Passage], hops: int) -> Iterator[tuple[Passage, ...]]:
    """Passages one after another: the shipments out of one are receipts of the next.

    A way begins with a passage that follows no other, or, where all follow one another in a
    circle, with the first of them; at most so many parties are followed, none twice.
    """
    after: dict[int, list[int]] = defaultdict(list)
    into: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        for receipt in one.received:
            into[receipt.id].append(at)
    for at, one in enumerate(found):
        nexts = {there for out in one.sent for there in into[out.id] if there != at}
        after[at] = sorted(nexts)
    follows = {there for nexts in after.values() for there in nexts}
    seen: set[int] = set()
    for start in [*(at for at in range(len(found)) if at not in follows), *range(len(found))]:
        if start not in seen:
            way = _followed(start, after, hops)
            seen.update(way)
            yield tuple(found[at] for at in way)


def _followed(start: int, after: Mapping[int, Sequence[int]], hops: int) -> list[int]:
    """All that can be reached from a passage in so many steps, the nearest first."""
    way, edge = [start], [start]
    for _ in range(hops - 1):
        edge = [there for at in edge for there in after[at] if there not in way]
        way += dict.fromkeys(edge)
    return way
