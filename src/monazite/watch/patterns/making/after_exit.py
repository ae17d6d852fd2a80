"""Made-up licences and shipments for C9: goods that went astray, among honest ones.

Planted, five of each: arrival never confirmed; another destination; a certificate that had expired
with another receiver. Decoys: goods on the way, other ports of the same country, forwarders as
receivers, certificates that expire after the exit, and (nothing tells them apart) one holder whose
papers are lost.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np

from monazite.watch.patterns.making.world import Planted, World
from monazite.watch.patterns.records import Licence, Records, Shipment

AS_OF = date(2026, 6, 30)
_PLACES = ("TH", "JP", "DE", "KR", "IT", "MY")
_USUAL = (0.15, 0.1)
"""Shares of honest shipments through another port, and to a forwarder."""
_PORTS = ("CNSHA", "CNNGB", "CNSZX", "CNTAO")


class _Maker:
    """Numbers licences and shipments while they are made."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.licences: list[Licence] = []
        self.shipments: list[Shipment] = []
        self.planted: list[Planted] = []

    def licence(self, certificate_until: date | None = None) -> Licence:
        """One more licence, granted between one and a half and half a year ago."""
        number = len(self.licences)
        made = Licence(
            f"L{number}", f"H{number % 40}", f"U{number}", "Sb", Decimal(20_000),
            AS_OF - timedelta(int(self.rng.integers(200, 540))),
            destination=str(self.rng.choice(_PLACES)), port=str(self.rng.choice(_PORTS)),
            certificate_until=certificate_until,
        )  # fmt: skip
        self.licences.append(made)
        return made

    def ship(
        self,
        licence: Licence,
        day: date,
        *,
        confirmed: bool = True,
        receiver: str = "",
        destination: str = "",
        port: str = "",
    ) -> Shipment:
        """One more shipment under it; what is not given is as the licence says."""
        after = day + timedelta(int(self.rng.integers(10, 60)))
        made = Shipment(
            f"S{len(self.shipments)}", day, licence.holder, receiver or licence.end_user, "Sb",
            mass_kg=Decimal(1_000), licence=licence.id,
            destination=destination or licence.destination, port=port or licence.port,
            delivered=after if confirmed and after <= AS_OF else None,
        )  # fmt: skip
        self.shipments.append(made)
        return made

    def day(self, licence: Licence, least_ago: int = 120) -> date:
        """A day between the grant and so many days ago."""
        span = (AS_OF - licence.granted).days - least_ago
        return licence.granted + timedelta(int(self.rng.integers(0, max(span, 1))))

    def plant(self, shape: str, licence: Licence, *own: Shipment) -> None:
        """Note that these belong together."""
        evidence = {f"licence:{licence.id}", *(f"shipment:{each.id}" for each in own)}
        self.planted.append(Planted("C9", shape, frozenset(evidence)))


def make(seed: int) -> World:
    """A year and a half of shipments under 120 licences."""
    maker = _Maker(seed)
    for number in range(105):
        _honest(maker, number)
    for _ in range(5):
        _unconfirmed(maker)
        _astray(maker)
        _expired(maker)
    records = Records(AS_OF, shipments=tuple(maker.shipments), licences=tuple(maker.licences))
    return World(records, tuple(maker.planted))


def _honest(maker: _Maker, number: int) -> None:
    licence = maker.licence(AS_OF if number % 7 == 0 else None)
    for _ in range(int(maker.rng.integers(1, 6))):
        other_port, forwarded = maker.rng.random(2) < _USUAL
        maker.ship(
            licence, maker.day(licence),
            port=str(maker.rng.choice(_PORTS)) if other_port else "",
            receiver=f"F{number % 5}" if forwarded and not other_port else "",
        )  # fmt: skip
    if number % 4 == 0:
        maker.ship(licence, AS_OF - timedelta(int(maker.rng.integers(1, 80))), confirmed=False)
    if number == 0:
        maker.ship(licence, maker.day(licence), confirmed=False)


def _unconfirmed(maker: _Maker) -> None:
    licence = maker.licence()
    maker.ship(licence, maker.day(licence))
    own = [maker.ship(licence, maker.day(licence), confirmed=False) for _ in range(2)]
    maker.plant("never_confirmed", licence, *own)


def _astray(maker: _Maker) -> None:
    licence = maker.licence()
    maker.ship(licence, maker.day(licence))
    maker.plant("astray", licence, maker.ship(licence, maker.day(licence), destination="SG"))


def _expired(maker: _Maker) -> None:
    licence = maker.licence(AS_OF - timedelta(200))
    maker.ship(licence, AS_OF - timedelta(201))
    day = AS_OF - timedelta(int(maker.rng.integers(100, 199)))
    maker.plant("expired", licence, maker.ship(licence, day, receiver="G1"))
