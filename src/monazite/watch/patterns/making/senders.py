"""Honest senders of parcels, the hard kinds too: shops, forwarders, warehouses, families."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.watch.patterns.making import labels
from monazite.watch.patterns.making.mail import DAYS

if TYPE_CHECKING:
    from monazite.watch.patterns.making.mail import Mail, Sender, To


def honest(mail: Mail, parcels: int) -> None:
    """About so many honest parcels of every kind."""
    scale = parcels / 60_000
    goal = len(mail.parcels) + parcels
    mail.platforms += [_platform(mail) for _ in range(max(1, round(6 * scale)))]
    for each, number in _KINDS:
        for _ in range(max(1, round(number * scale))):
            each(mail)
    while len(mail.parcels) < goal:
        _private(mail)


def _platform(mail: Mail) -> To:
    """The warehouse of a platform abroad, which small sellers from everywhere fill."""
    to = mail.to()
    for _ in range(40):
        sender = mail.sender()
        for _ in range(int(mail.rng.integers(1, 4))):
            mail.send(mail.day(), sender, to, mail.worth(150.0), mail.weight() * 2)
    return to


def _private(mail: Mail) -> None:
    """Somebody who sends a parcel or a few."""
    sender, to = mail.sender(), mail.to()
    for _ in range(int(mail.rng.integers(1, 4))):
        mail.send(mail.day(), sender, to, mail.worth(), mail.weight())


def _shop(mail: Mail, sender: Sender | None = None, most: int = 250) -> None:
    """A shop: many consignees, some of whom come back; a price that it often asks."""
    sender = sender or mail.sender()
    regulars = [mail.to() for _ in range(4)]
    price = mail.worth(120.0)
    for _ in range(int(mail.rng.integers(15, most))):
        back = mail.rng.random() < 0.1  # noqa: PLR2004 - one in ten is a regular's
        to = regulars[int(mail.rng.integers(4))] if back else mail.to()
        mail.send(mail.day(), sender, to, price * mail.rng.uniform(0.7, 1.1), mail.weight())


def _two_shops(mail: Mail) -> None:
    """A couple with a shop each, on one telephone."""
    number = labels.phone(mail.rng)
    for _ in range(2):
        _shop(mail, mail.sender(phone=number), 80)


def _forwarder(mail: Mail, senders: tuple[int, int] = (4, 12)) -> None:
    """A forwarder whose telephone stands on the labels of strangers, each with a customer."""
    number = labels.phone(mail.rng)
    for _ in range(int(mail.rng.integers(*senders))):
        sender, to = mail.sender(phone=number), mail.to()
        for _ in range(int(mail.rng.integers(1, 9))):
            mail.send(mail.day(), sender, to, mail.worth(), mail.weight())


def _large_forwarder(mail: Mail) -> None:
    _forwarder(mail, (60, 200))


def _warehouse(mail: Mail) -> None:
    """Sellers at one address who fill a platform's warehouse abroad, and send to buyers too."""
    address = labels.street(mail.rng)
    platform = mail.platforms[int(mail.rng.integers(len(mail.platforms)))]
    for _ in range(int(mail.rng.integers(5, 60))):
        sender = mail.sender(address=address)
        for _ in range(int(mail.rng.integers(3, 10))):
            mail.send(mail.day(), sender, platform, mail.worth(150.0), mail.weight() * 2)
        for _ in range(int(mail.rng.integers(1, 12))):
            mail.send(mail.day(), sender, mail.to(), mail.worth(), mail.weight())


def _store_abroad(mail: Mail) -> None:
    """Sellers of one house who share a small store abroad, and have buyers of their own."""
    address, store = labels.street(mail.rng), mail.to()
    for _ in range(int(mail.rng.integers(4, 11))):
        sender = mail.sender(address=address)
        for _ in range(int(mail.rng.integers(4, 13))):
            mail.send(mail.day(), sender, store, mail.worth(100.0), mail.weight() * 2)
        for _ in range(int(mail.rng.integers(3, 30))):
            mail.send(mail.day(), sender, mail.to(), mail.worth(), mail.weight())


def _spare_parts(mail: Mail) -> None:
    """A firm that sends its own branch abroad a parcel nearly every day."""
    sender, to = mail.sender(), mail.to()
    first = int(mail.rng.integers(DAYS - 60))
    for day in range(first, first + 60, 2):
        mail.send(day, sender, to, mail.worth(180.0), mail.weight() * 2)


def _neighbours(mail: Mail) -> None:
    """Firms in rooms of one house that happen to serve one buyer."""
    house, to = labels.street(mail.rng), mail.to()
    for _ in range(int(mail.rng.integers(2, 4))):
        sender = mail.sender(address=labels.room(mail.rng, house))
        for _ in range(int(mail.rng.integers(2, 7))):
            mail.send(mail.day(), sender, to, mail.worth(120.0), mail.weight())


def _family(mail: Mail) -> None:
    """Parents on one telephone who send their child abroad what it misses."""
    number, home, to = labels.phone(mail.rng), labels.street(mail.rng), mail.to()
    parents = [mail.sender(number, home) for _ in range(2)]
    first = int(mail.rng.integers(DAYS - 40))
    for _ in range(int(mail.rng.integers(3, 8))):
        day = first + int(mail.rng.integers(40))
        parent = parents[int(mail.rng.integers(2))]
        mail.send(day, parent, to, mail.worth(50.0), mail.weight() * 1.5)


def _agent(mail: Mail) -> None:
    """A buying agent abroad whose suppliers use one small forwarder, as others do."""
    number, to = labels.phone(mail.rng), mail.to()
    for _ in range(int(mail.rng.integers(3, 7))):
        supplier = mail.sender(phone=number)
        for _ in range(int(mail.rng.integers(2, 8))):
            mail.send(mail.day(), supplier, to, mail.worth(150.0), mail.weight() * 2)
    for _ in range(int(mail.rng.integers(3, 7))):
        other = mail.sender(phone=number)
        for _ in range(int(mail.rng.integers(1, 6))):
            mail.send(mail.day(), other, mail.to(), mail.worth(), mail.weight())


def _affiliates(mail: Mail) -> None:
    """Two firms of one house that serve one customer now and then."""
    number, house, to = labels.phone(mail.rng), labels.street(mail.rng), mail.to()
    for _ in range(2):
        sender = mail.sender(number, house)
        for _ in range(int(mail.rng.integers(2, 9))):
            mail.send(mail.day(), sender, to, mail.worth(120.0), mail.weight())


_KINDS = (
    (_shop, 120), (_two_shops, 40), (_forwarder, 60), (_large_forwarder, 10), (_warehouse, 25),
    (_spare_parts, 60), (_neighbours, 40), (_family, 60), (_agent, 30), (_affiliates, 40),
    (_store_abroad, 15),
)  # fmt: skip
