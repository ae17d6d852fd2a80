"""What somebody who takes goods stands on: a company by its purchases, a product by its parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.asking import check_draws
from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.places import countries
from monazite.chain.exposures.tracing import trace
from monazite.chain.exposures.ultimate import ultimate
from monazite.chain.exposures.values import Share
from monazite.chain.network.nodes import Node
from monazite.chain.overlay import Draw, with_draws
from monazite.chain.shown import largest, table, tonnes
from monazite.chain.stages import SECTOR, USE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.exposures.values import Exposure
    from monazite.chain.network.network import Network
    from monazite.chain.problems import Problem
    from monazite.chain.worlds import World


class Taken(NamedTuple):
    """What one row of a file takes of one element: the row, its name, tonnes and the draw."""

    row: int
    name: str
    tonnes: float
    draw: Draw


@dataclass(frozen=True, slots=True)
class Line:
    """One row's part in an element: tonnes contained, where it comes from, on whom that stands.

    source: the maker or market in the world, None where nobody says; ultimate: its shares on the
    makers of each country at any stage, the largest first.
    """

    row: int
    name: str
    element: str
    tonnes: float
    source: Node | None
    ultimate: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Exposures by element, largest mass first; rows behind them; what could not be read.

    The exposures' country is empty, and their `use` is in tonnes contained: a year's for a company,
    of one piece for a product. partial: something in the file was left out or is of unknown origin
    for want of words that can be read.
    """

    year: int
    elements: tuple[Exposure, ...]
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]

    def __repr__(self) -> str:
        held = ", ".join(f"{one.material} {tonnes(one.use)}" for one in self.elements) or "–"
        return f"<Standing in {self.year}: {held}; {len(self.problems):,} problems>"

    def _repr_html_(self) -> str:
        """What a notebook shows: by element on whom it stands."""
        rows = [(one.material, tonnes(one.use), largest(one.ultimate)) for one in self.elements]
        return table(self, ("element", "contained", "stands on"), rows)

    @property
    def partial(self) -> bool:
        """Whether something of the file could not be used as it stands."""
        return bool(self.problems)


def user(element: str, who: str) -> Node:
    """The one who takes goods, as a user of an element: of no country, its own sector."""
    return Node(element, SECTOR, "", USE, who)


def standing(
    world: World,
    who: str,
    taken: Mapping[str, Sequence[Taken]],
    further: Mapping[str, Sequence[Draw]],
    problems: Sequence[Problem],
    draws: int,
) -> Standing:
    """The exposures of one who takes goods.

    Args:
        world: in which the goods were made; it is left as it is.
        who: the sector of the users to which the draws lead (`user`).
        taken: by element what the rows of a file take from the world.
        further: by element draws between makers that only this file knows, and from them.
        problems: of the file, in any order.
        draws: of the bands, 0 for none.

    Raises:
        InputError: on draws (`asking.check_draws`).
    """
    check_draws(draws)
    exposures, lines = [], []
    for element, rows in taken.items():
        own = (*(one.draw for one in rows), *further[element])
        network = with_draws(world.networks[element], own)
        with_user = replace(world, networks={**world.networks, element: network})
        exposures.append(exposure(with_user, "", element, sector=who, draws=draws))
        lines.extend(_lines(network, rows))
    return Standing(
        year=world.year,
        elements=tuple(sorted(exposures, key=lambda one: (-one.use, one.material))),
        lines=tuple(sorted(lines, key=lambda one: (one.row, -one.tonnes, one.element))),
        problems=tuple(sorted(problems, key=lambda one: (one.row, one.field, one.code))),
    )


def _lines(network: Network, rows: Sequence[Taken]) -> list[Line]:
    names = countries(network)
    shares = ultimate(trace(network), names)
    found = []
    for one in rows:
        source = one.draw.source
        on: tuple[Share, ...] = ()
        if source is not None:
            pairs = zip(names, shares[network.index[source]].tolist(), strict=True)
            largest = sorted(pairs, key=lambda pair: (-pair[1], pair[0]))
            on = tuple(Share(name, share, None) for name, share in largest if share > 0)
        line = Line(one.row, one.name, network.element, one.tonnes, source, on)
        found.append(line)
    return found
