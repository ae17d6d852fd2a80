"""The supply chain as an engine runs it: columns of numbers, a week, in balance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


LONGEST = 16
"""Weeks that goods are on the way at most, a stay in a third country included."""


class Good(NamedTuple):
    """What is traded: a material or alloy as it leaves a stage ("NdFeB-heavy", "magnet")."""

    material: str
    stage: str


class Trade(NamedTuple):
    """Flows between markets, one row for each, sorted by target.

    source, target: markets; base: t a week before any shock; lag: whole weeks on the way, 1 to
    `LONGEST`.
    """

    source: Ints
    target: Ints
    base: Floats
    lag: Ints


class Terms(NamedTuple):
    """What makers or users take or give: rows sorted by who does it.

    start: the first row of each, with one entry more than there are of them; market, base: where
    and how many t a week at full base activity.
    """

    start: Ints
    market: Ints
    base: Floats


class Makers(NamedTuple):
    """Mines and plants, each at activity 1 before any shock; those without inputs are mines.

    country: index; capacity: the highest activity, at least 1; fixed: works on whatever is asked.
    """

    country: Ints
    capacity: Floats
    fixed: NDArray[np.bool_]
    inputs: Terms
    outputs: Terms


class Users(NamedTuple):
    """Sectors by country, each at activity 1 before any shock.

    sector, country: indices; value_added: million US$ a week; elasticity: of the use of each input
    to its price, one number for each row of inputs; substitutable: the part of each input that
    another material or grade can replace, likewise; leak: the part of lost output that is bought as
    a finished good instead.
    """

    sector: Ints
    country: Ints
    value_added: Floats
    leak: Floats
    inputs: Terms
    elasticity: Floats
    substitutable: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Goods x countries: market m is good m // C in country m % C.

    In balance: what comes to a market from makers and other markets equals what leaves it to
    makers, users and other markets. home: the country inside whose border the inner price holds;
    price: US$ a kg of each good before any shock; qualify: weeks to qualify another supplier of it.
    """

    goods: tuple[Good, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    home: int
    trade: Trade
    makers: Makers
    users: Users
    price: Floats
    qualify: Floats

    @property
    def markets(self) -> int:
        """How many markets there are."""
        return len(self.goods) * len(self.countries)
