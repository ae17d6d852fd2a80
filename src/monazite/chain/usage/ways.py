"""What was delivered from one market to a sector of a country, brought to a year."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.figures import DERIVED, REPORTED, SPREAD
from monazite.chain.network.nodes import Node
from monazite.chain.stages import MARKET, SECTOR, USE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.chain.usage.tally import Amount

_YEAR = 365
_Way = tuple[str, str, str, str, str]


class Delivered(NamedTuple):
    """Tonnes of contained element a year from one market to a sector of a country.

    sector: "" where nobody says which; rows: where it is written; assumed: a content was.
    """

    material: str
    stage: str
    origin: str
    country: str
    sector: str
    amount: float
    rows: tuple[str, ...]
    assumed: bool

    @property
    def seller(self) -> Node:
        """The market that it leaves."""
        return Node(self.material, self.stage, self.origin, MARKET)

    @property
    def buyer(self) -> Node:
        """The market of the country that uses it."""
        return Node(self.material, self.stage, self.country, MARKET)

    @property
    def user(self) -> Node:
        """The sector that uses it."""
        return Node(self.material, SECTOR, self.country, USE, self.sector)

    @property
    def spread(self) -> float:
        """How far the amount may be off, as networks say it."""
        return SPREAD[DERIVED if self.assumed else REPORTED]


def delivered(
    amounts: Iterable[Amount], element: str, measure: str, days: int
) -> tuple[Delivered, ...]:
    """What these amounts of an element are in a year, by way; measure: licensed or released.

    days: of how many days they are.
    """
    ways: dict[_Way, list[Amount]] = defaultdict(list)
    for each in amounts:
        if each.element == element and getattr(each, measure) > 0:
            way = each.material, each.stage, each.origin, each.country, each.sector
            ways[way].append(each)
    return tuple(
        Delivered(
            *way,
            amount=float(sum(getattr(each, measure) for each in found)) * _YEAR / days,
            rows=tuple(dict.fromkeys(each.row for each in found)),
            assumed=any(each.assumed for each in found),
        )
        for way, found in sorted(ways.items())
    )
