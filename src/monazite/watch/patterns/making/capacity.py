"""End users with their plants, licences and deliveries; some get more than they can take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.patterns.making.world import Planted, World
from monazite.watch.patterns.records import Licence, Party, Records, Shipment

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator

_AS_OF = date(2026, 10, 1)
_START = date(2024, 10, 1)
_DAYS = (_AS_OF - _START).days
_MATERIALS = ("Dy", "Tb", "Ga", "Sb")


@dataclass(slots=True)
class _Trade:
    """Trade that is being written."""

    rng: Generator
    parties: list[Party] = field(default_factory=list)
    licences: list[Licence] = field(default_factory=list)
    shipments: list[Shipment] = field(default_factory=list)

    def user(self, capacity_kg: float, material: str) -> str:
        """A new end user with a plant, whose books say a little more or less than it takes."""
        said = capacity_kg * float(self.rng.lognormal(0, 0.05))
        name = f"U{len(self.parties) + 1}"
        uses = {material: Decimal(f"{said:.1f}")}
        self.parties.append(Party(name, f"User {name}", country="JP", plant=True, uses_kg=uses))
        return name

    def licence(self, user: str, material: str, mass_kg: float, day: int, days: int = 300) -> str:
        """A licence for a user."""
        granted = _START + timedelta(day)
        name = f"L{len(self.licences) + 1}"
        holder = f"X{int(self.rng.integers(8))}"
        until = granted + timedelta(days)
        mass = Decimal(f"{mass_kg:.1f}")
        self.licences.append(Licence(name, holder, user, material, mass, granted, until))
        return name

    def deliver(self, licence: str, part: float = 1.0) -> None:
        """So much of a licence in two deliveries."""
        found = self.licences[int(licence[1:]) - 1]
        for n in range(2):
            day = found.granted + timedelta(40 + 60 * n)
            mass = float(found.mass_kg or 0) * part / 2
            self.move(found.holder, found.end_user, found.material, mass, day, licence)

    def move(
        self,
        sender: str,
        receiver: str,
        material: str,
        mass_kg: float,
        day: date,
        licence: str = "",
    ) -> str:
        """One shipment."""
        name = f"s{len(self.shipments) + 1}"
        mass = Decimal(f"{mass_kg:.1f}")
        self.shipments.append(
            Shipment(name, day, sender, receiver, material, mass_kg=mass, licence=licence)
        )
        return name


def make(seed: int, users: int = 60, planted: int = 12) -> World:
    """So many honest end users, and so many that get more than they can take."""
    trade = _Trade(np.random.default_rng(seed))
    for at in range(users):
        material = _MATERIALS[at % len(_MATERIALS)]
        _HONEST[at % len(_HONEST)](trade, material, float(trade.rng.lognormal(6, 0.8)))
    made = [_planted(trade, at) for at in range(planted)]
    rows = tuple(trade.parties), tuple(trade.shipments), tuple(trade.licences)
    return World(Records(_AS_OF, *rows), tuple(made))


def _planted(trade: _Trade, at: int) -> Planted:
    shape, send = _SHAPES[at % len(_SHAPES)]
    material = _MATERIALS[at // len(_SHAPES) % len(_MATERIALS)]
    evidence = send(trade, material, float(trade.rng.lognormal(6, 0.8)))
    return Planted("C2", shape, frozenset(evidence))


def _yearly(trade: _Trade, material: str, kg: float) -> None:
    """A licence a year for most of what the plant takes."""
    user = trade.user(kg, material)
    for year in (0, 1):
        mass = kg * trade.rng.uniform(0.6, 1.0)
        trade.deliver(
            trade.licence(user, material, mass, 20 + year * 366), trade.rng.uniform(0.8, 1)
        )


def _unused(trade: _Trade, material: str, kg: float) -> None:
    """A licence that ended all but unused, and another in its place within the year."""
    user = trade.user(kg, material)
    trade.deliver(trade.licence(user, material, kg * 0.9, 250, 180), 0.1)
    trade.deliver(trade.licence(user, material, kg * 0.9, 440), 0.9)


def _three_years(trade: _Trade, material: str, kg: float) -> None:
    """A general licence for three years."""
    user = trade.user(kg, material)
    trade.deliver(trade.licence(user, material, kg * 2.7, 100, 1000), 0.3)


def _several(trade: _Trade, material: str, kg: float) -> None:
    """Four exporters, together within the plant's need."""
    user = trade.user(kg, material)
    for quarter in range(4):
        mass = kg * trade.rng.uniform(0.15, 0.27)
        trade.deliver(trade.licence(user, material, mass, 300 + 90 * quarter))


def _growing(trade: _Trade, material: str, kg: float) -> None:
    """A plant that grew: its books say what it took before."""
    grown = float(trade.rng.uniform(0.9, 1.15))
    user = trade.user(kg, material)
    trade.deliver(trade.licence(user, material, kg * grown, 400))


def _returns(trade: _Trade, material: str, kg: float) -> None:
    """A user that sends back what did not meet the grade."""
    user = trade.user(kg, material)
    licence = trade.licence(user, material, kg * 0.9, 300)
    trade.deliver(licence)
    back = kg * trade.rng.uniform(0.05, 0.25)
    trade.move(user, "X0", material, back, _START + timedelta(420))


def _one_large(trade: _Trade, material: str, kg: float) -> list[str]:
    """One licence for far more than the plant takes."""
    user = trade.user(kg, material)
    licence = trade.licence(user, material, kg * trade.rng.uniform(1.5, 6), 420)
    trade.deliver(licence)
    return [f"licence:{licence}", *_arrived(trade, licence)]


def _piled_up(trade: _Trade, material: str, kg: float) -> list[str]:
    """Several licences of several exporters, each within need, together well over it."""
    user = trade.user(kg, material)
    parts = int(trade.rng.integers(3, 6))
    mass = kg * trade.rng.uniform(1.5, 3) / parts
    made = [trade.licence(user, material, mass, 380 + 50 * n) for n in range(parts)]
    for licence in made:
        trade.deliver(licence)
    return [each for licence in made for each in (f"licence:{licence}", *_arrived(trade, licence))]


def _passed_on(trade: _Trade, material: str, kg: float) -> list[str]:
    """Licences within need, most of which goes on to somebody else."""
    user = trade.user(kg, material)
    licence = trade.licence(user, material, kg, 300)
    trade.deliver(licence)
    share = kg * trade.rng.uniform(0.5, 0.95)
    sent = trade.move(user, "Y1", material, share, _START + timedelta(430))
    return [f"licence:{licence}", f"shipment:{sent}", *_arrived(trade, licence)]


def _beside(trade: _Trade, material: str, kg: float) -> list[str]:
    """Deliveries beside the licence, more than the plant takes."""
    user = trade.user(kg, material)
    licence = trade.licence(user, material, kg * 0.8, 330)
    trade.deliver(licence)
    more = [
        trade.move("X9", user, material, kg * 0.3, _START + timedelta(360 + 30 * n))
        for n in range(4)
    ]
    return [f"licence:{licence}", *(f"shipment:{each}" for each in more), *_arrived(trade, licence)]


def _arrived(trade: _Trade, licence: str) -> list[str]:
    return [f"shipment:{each.id}" for each in trade.shipments if each.licence == licence]


_HONEST = (_yearly, _unused, _three_years, _several, _growing, _returns)
_SHAPES: tuple[tuple[str, Callable[[_Trade, str, float], list[str]]], ...] = (
    ("one_large", _one_large),
    ("piled_up", _piled_up),
    ("passed_on", _passed_on),
    ("beside", _beside),
)
