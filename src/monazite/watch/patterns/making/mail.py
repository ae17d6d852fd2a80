"""Parcels that are being written: senders, consignees, labels with slips, sizes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from monazite.watch.patterns.making import labels
from monazite.watch.patterns.records import Shipment

if TYPE_CHECKING:
    from numpy.random import Generator

START = date(2026, 1, 1)
DAYS = 180
AS_OF = START + timedelta(DAYS)
_PERSONS = 0.7
"""The share of consignees that are no firm."""
_GOODS = ("phone case", "toy", "clothing", "tool", "cable", "magnet hook", "spare part", "books")


class Sender(NamedTuple):
    """A sender as labels show it."""

    id: str
    phone: str
    address: str


class To(NamedTuple):
    """A consignee as labels show it."""

    name: str
    address: str


@dataclass(slots=True)
class Mail:
    """Parcels that are being written: every one gets an id of its own.

    platforms: warehouses abroad to which very many send.
    """

    rng: Generator
    noise: float = 0.3
    parcels: list[Shipment] = field(default_factory=list)
    senders: int = 0
    platforms: list[To] = field(default_factory=list)

    def sender(self, phone: str = "", address: str = "") -> Sender:
        """A new sender, with a telephone and an address of its own where none is given."""
        self.senders += 1
        place = address or labels.room(self.rng, labels.street(self.rng))
        return Sender(f"S{self.senders}", phone or labels.phone(self.rng), place)

    def to(self) -> To:
        """A new consignee."""
        person = self.rng.random() < _PERSONS
        name = labels.person(self.rng) if person else labels.firm(self.rng)
        return To(name, labels.abroad(self.rng))

    def send(
        self, day: int, sender: Sender, to: To, value: float, mass: float, **more: str
    ) -> Shipment:
        """One parcel, its label written by hand; more: what else is declared."""
        rng = self.rng
        parcel = Shipment(
            id=f"p{len(self.parcels) + 1}",
            day=START + timedelta(min(max(int(day), 0), DAYS - 1)),
            sender=sender.id,
            receiver=to.name,
            material=more.get("material", ""),
            description=more.get("description") or labels.one_of(rng, _GOODS),
            mass_kg=Decimal(f"{max(mass, 0.01):.3f}"),
            value_usd=Decimal(f"{max(value, 1.0):.2f}"),
            origin="CN",
            destination=more.get("destination", "US"),
            channel=labels.one_of(rng, ("post", "express")),
            licence=more.get("licence", ""),
            phone=labels.written(rng, sender.phone),
            address=labels.misspelt(rng, sender.address, self.noise),
            consignee=labels.misspelt(rng, to.name, self.noise / 2),
            consignee_address=labels.misspelt(rng, to.address, self.noise),
        )
        self.parcels.append(parcel)
        return parcel

    def day(self) -> int:
        """Any day."""
        return int(self.rng.integers(DAYS))

    def worth(self, typical: float = 40.0) -> float:
        """A value of an honest parcel."""
        return float(self.rng.lognormal(0, 0.9) * typical)

    def weight(self) -> float:
        """A mass of an honest parcel."""
        return float(self.rng.lognormal(-0.5, 0.8))
