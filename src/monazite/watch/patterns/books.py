"""What is known of an end user and a material: licensed, come in, gone on; and the stock."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, timedelta

    from monazite.watch.patterns.records import Licence, Records

User = tuple[str, str]
"""A party and a material."""
YEAR = 365


class Mass(NamedTuple):
    """A mass on a day, and the record that tells of it."""

    day: date
    mass_kg: Decimal
    evidence: str


@dataclass(frozen=True, slots=True)
class Books:
    """Masses by what happened to them; licensed only where the party is an end user."""

    licensed: list[Mass] = field(default_factory=list)
    received: list[Mass] = field(default_factory=list)
    sent: list[Mass] = field(default_factory=list)


def books_of(records: Records, on: date) -> Mapping[User, Books]:
    """The books of every party that got, sent or was licensed a material."""
    books: defaultdict[User, Books] = defaultdict(Books)
    shipped: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in records.shipments:
        if each.mass_kg is not None and each.material:
            mass = Mass(each.day, each.mass_kg, f"shipment:{each.id}")
            books[each.receiver, each.material].received.append(mass)
            books[each.sender, each.material].sent.append(mass)
            shipped[each.licence] += each.mass_kg
    told = any(each.licence for each in records.shipments)
    for licence in records.licences:
        counts = _counts(licence, shipped[licence.id] if told else None, on)
        if counts is not None:
            mass = Mass(licence.granted, counts, f"licence:{licence.id}")
            books[licence.end_user, licence.material].licensed.append(mass)
    return books


def _counts(licence: Licence, shipped: Decimal | None, on: date) -> Decimal | None:
    """What counts of a licence for a year.

    All while it runs, what was shipped once it has ended (all where no shipment names its licence:
    then nobody can tell); of one for more than a year the part of a year.
    """
    if licence.mass_kg is None or licence.until is None:
        return licence.mass_kg
    if licence.until < on and shipped is not None:
        return min(shipped, licence.mass_kg)
    days = (licence.until - licence.granted).days
    return licence.mass_kg * YEAR / days if days > YEAR else licence.mass_kg


def total(masses: Iterable[Mass]) -> Decimal:
    """Their sum."""
    return sum((each.mass_kg for each in masses), Decimal())


def fullest(masses: Iterable[Mass], days: timedelta) -> list[Mass]:
    """Those in the window of so many days that holds most."""
    ordered = sorted(masses)
    windows = (
        [each for each in ordered[: at + 1] if last.day - each.day < days]
        for at, last in enumerate(ordered)
    )
    return max(windows, key=total, default=[])


def lowest(books: Books) -> Decimal:
    """The lowest stock: what came in less what went on, from nothing, with no use at all."""
    moves = sorted(
        [(each.day, each.mass_kg) for each in books.received]
        + [(each.day, -each.mass_kg) for each in books.sent],
        key=lambda move: (move[0], -move[1]),
    )
    stock = low = Decimal()
    for _, mass in moves:
        stock += mass
        low = min(low, stock)
    return low
