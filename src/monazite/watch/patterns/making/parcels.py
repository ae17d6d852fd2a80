"""Parcels, some of them of controlled material: with and without leave, much and little."""

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

    from monazite.watch.patterns.making.mail import Sender, To
    from monazite.watch.patterns.records import Shipment

_CONTROLLED = ("Ga", "Ge", "Sb", "Dy", "Tb", "Sm")
_FREE = ("Nd", "Fe", "Cu", "Ce", "Al")
_WORDS = {"Ga": "gallium", "Ge": "germanium", "Dy": "dysprosium", "Tb": "terbium"}
_LATER = 70
"""A day by which senders can be told from those who were there before."""


def make(seed: int, parcels: int = 3_000, planted: int = 16) -> World:
    """About so many parcels, so many planted senders and as many hard honest ones."""
    mail = Mail(np.random.default_rng(seed))
    honest(mail, parcels)
    for at in range(planted):
        _DECOYS[at % len(_DECOYS)](mail)
    made = tuple(_planted(mail, at) for at in range(planted))
    return World(Records(AS_OF, shipments=tuple(mail.parcels)), made)


def _planted(mail: Mail, at: int) -> Planted:
    shape, send = _SHAPES[at % len(_SHAPES)]
    sent = send(mail, labels.one_of(mail.rng, tuple(_WORDS)))
    return Planted("C4", shape, frozenset(f"shipment:{each.id}" for each in sent))


def _one_person(mail: Mail, material: str) -> list[Shipment]:
    """One sender, six parcels or more of a hundred grams."""
    sender, to = mail.sender(), mail.to()
    first = int(mail.rng.integers(DAYS - 80))
    return [
        mail.send(day, sender, to, mail.worth(), 0.1, material=material)
        for day in first + mail.rng.integers(80, size=int(mail.rng.integers(6, 20)))
    ]


def _ants(mail: Mail, material: str) -> list[Shipment]:
    """New senders on one telephone, a parcel or two each."""
    number, to = labels.phone(mail.rng), mail.to()
    first = _LATER + int(mail.rng.integers(DAYS - _LATER - 40))
    return [
        mail.send(day, sender, to, mail.worth(), 0.3, material=material)
        for sender in [mail.sender(phone=number) for _ in range(int(mail.rng.integers(4, 9)))]
        for day in first + mail.rng.integers(40, size=int(mail.rng.integers(1, 3)))
    ]


def _gifts(mail: Mail, material: str) -> list[Shipment]:
    """A new sender's two or three gifts, each of most of a kilogram."""
    sender, to = mail.sender(), mail.to()
    first = _LATER + int(mail.rng.integers(DAYS - _LATER - 30))
    said = {"material": material, "description": "gift, metal ornament"}
    return [
        mail.send(first + 9 * n, sender, to, mail.worth(), mail.rng.uniform(0.6, 1.5), **said)
        for n in range(int(mail.rng.integers(2, 4)))
    ]


def _in_words(mail: Mail, material: str) -> list[Shipment]:
    """A sender to many, whose labels name the element and no code."""
    sender = mail.sender()
    first = int(mail.rng.integers(DAYS - 60))
    said = {"description": f"{_WORDS[material].capitalize()} powder, 99.9%"}
    return [
        mail.send(day, sender, mail.to(), mail.worth(), 0.2, **said)
        for day in first + mail.rng.integers(60, size=int(mail.rng.integers(8, 16)))
    ]


def _with_licence(mail: Mail) -> None:
    """A maker whose parcels go under a licence."""
    _some(mail, mail.sender(), mail.to(), 12, 0.5, material="Dy", licence="L1")


def _not_controlled(mail: Mail) -> None:
    """A shop of magnets without heavy rare earths."""
    sender = mail.sender()
    for _ in range(20):
        _some(mail, sender, mail.to(), 1, 0.4, material=labels.one_of(mail.rng, _FREE))


def _at_home(mail: Mail) -> None:
    """A dealer who sends to the next town."""
    _some(mail, mail.sender(), mail.to(), 15, 0.8, material="Ga", destination="CN")


def _few(mail: Mail) -> None:
    """Laboratories that send a sample now and then, seldom more than the quota in a quarter."""
    for _ in range(4):
        samples = int(mail.rng.poisson(2.0))
        mass = mail.rng.uniform(0.02, 0.3)
        sender, to = mail.sender(), mail.to()
        _some(mail, sender, to, samples, mass, material=_any(mail), description="sample")


def _forwarded(mail: Mail) -> None:
    """Laboratories whose few samples leave through one forwarder's telephone."""
    number = labels.phone(mail.rng)
    for _ in range(6):
        _some(mail, mail.sender(phone=number), mail.to(), 2, 0.05, material=_any(mail))


def _any(mail: Mail) -> str:
    return labels.one_of(mail.rng, _CONTROLLED)


def _some(mail: Mail, sender: Sender, to: To, parcels: int, mass: float, **more: str) -> None:
    for _ in range(parcels):
        mail.send(mail.day(), sender, to, mail.worth(), mass * mail.rng.uniform(0.5, 1.0), **more)


_DECOYS = (_with_licence, _not_controlled, _at_home, _few, _forwarded)
_SHAPES: tuple[tuple[str, Callable[[Mail, str], list[Shipment]]], ...] = (
    ("one_person", _one_person),
    ("ants", _ants),
    ("gifts", _gifts),
    ("in_words", _in_words),
)
