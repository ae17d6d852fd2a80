"""A model on its way from networks to columns: amounts by name, t a year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Good

LEFT = "left"
"""The sector, and the maker, of what the figures leave unexplained."""
OTHER = "other"
"""The sector of uses that are no one sector: a user of its own for each good."""


class Maker(NamedTuple):
    """Plants or mines of a kind in a country (ISO3); fixed: they push out what they make."""

    kind: str
    country: str
    fixed: bool


class User(NamedTuple):
    """A sector in a country (ISO3); alone: the one good it uses, where others do not bear on it."""

    sector: str
    country: str
    alone: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Flows in t a year, of the good at hand: trade (good, from, to); makers; users."""

    trade: defaultdict[tuple[Good, str, str], float] = field(
        default_factory=lambda: defaultdict(float)
    )
    taken: defaultdict[tuple[Maker, Good], float] = field(
        default_factory=lambda: defaultdict(float)
    )
    given: defaultdict[tuple[Maker, Good], float] = field(
        default_factory=lambda: defaultdict(float)
    )
    used: defaultdict[tuple[User, Good], float] = field(default_factory=lambda: defaultdict(float))

    def places(self, places: Mapping[str, str]) -> Self:
        """The same with countries renamed; what then stays inside one place is no trade."""
        found = type(self)()
        for (good, source, target), amount in self.trade.items():
            if places[source] != places[target]:
                found.trade[good, places[source], places[target]] += amount
        for name in ("taken", "given", "used"):
            into = getattr(found, name)
            for (who, good), amount in getattr(self, name).items():
                into[who._replace(country=places[who.country]), good] += amount
        return found
