"""Parcels with rings in them: many hands, one telephone, one place, or sizes under the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.patterns.making import labels
from monazite.watch.patterns.making.mail import AS_OF, DAYS, Mail
from monazite.watch.patterns.making.senders import honest
from monazite.watch.patterns.making.world import Planted, World
from monazite.watch.patterns.records import Records

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator

    from monazite.watch.patterns.making.mail import Sender
    from monazite.watch.patterns.records import Shipment

_LIMIT_USD = 700.0


def make(seed: int, parcels: int = 4_000, rings: int = 12, noise: float = 0.3) -> World:
    """About so many parcels with so many rings; noise: of labels, 0 to 1."""
    rng = np.random.default_rng(seed)
    mail = Mail(rng, noise)
    honest(mail, parcels)
    planted = [_ring(mail, at) for at in range(rings)]
    return World(Records(AS_OF, shipments=tuple(_shuffled(rng, mail))), tuple(planted))


def _shuffled(rng: Generator, mail: Mail) -> list[Shipment]:
    order = rng.permutation(len(mail.parcels))
    return [mail.parcels[at] for at in order]


def _ring(mail: Mail, at: int) -> Planted:
    """One ring of the next shape: 12 to 36 parcels in 20 to 50 days, its hands' own post beside."""
    shape, hands = _SHAPES[at % len(_SHAPES)]
    senders = hands(mail)
    tos = [mail.to() for _ in range(int(mail.rng.integers(1, 3)))]
    days = int(mail.rng.integers(20, 50))
    first = int(mail.rng.integers(DAYS - days))
    parcels = int(mail.rng.integers(12, 36))
    low = 0.82 if shape == "under_limit" else 0.25
    sent = []
    for n in range(parcels):
        sender = senders[n % len(senders)]
        to = tos[int(mail.rng.integers(len(tos)))]
        day = first + int(mail.rng.integers(days))
        value = _LIMIT_USD * mail.rng.uniform(low, 0.99)
        sent.append(mail.send(day, sender, to, value, mail.rng.uniform(0.5, 5.0)))
    for sender in senders:
        for _ in range(int(mail.rng.poisson(0.5))):
            mail.send(mail.day(), sender, mail.to(), mail.worth(), mail.weight())
    return Planted("C3", shape, frozenset(f"shipment:{each.id}" for each in sent))


def _one_phone(mail: Mail) -> list[Sender]:
    number = labels.phone(mail.rng)
    return [mail.sender(phone=number) for _ in range(int(mail.rng.integers(3, 9)))]


def _one_place(mail: Mail) -> list[Sender]:
    place = labels.room(mail.rng, labels.street(mail.rng))
    return [mail.sender(address=place) for _ in range(int(mail.rng.integers(3, 9)))]


def _many_hands(mail: Mail) -> list[Sender]:
    """A sender for nearly every parcel: two telephones, two places, never both the same way."""
    numbers = [labels.phone(mail.rng) for _ in range(2)]
    places = [labels.room(mail.rng, labels.street(mail.rng)) for _ in range(2)]
    return [
        mail.sender(
            phone=numbers[n % 2] if n % 3 else "", address=places[n // 2 % 2] if n % 3 != 1 else ""
        )
        for n in range(int(mail.rng.integers(9, 15)))
    ]


def _one_sender(mail: Mail) -> list[Sender]:
    return [mail.sender()]


_SHAPES: tuple[tuple[str, Callable[[Mail], list[Sender]]], ...] = (
    ("one_phone", _one_phone),
    ("one_place", _one_place),
    ("many_hands", _many_hands),
    ("under_limit", _one_sender),
)
