"""A company's own exposure, from what it buys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from monazite.chain.companies.purchases import purchases
from monazite.chain.overlay import Draw
from monazite.chain.sources import source
from monazite.chain.standing import Standing, Taken, standing, user

if TYPE_CHECKING:
    from monazite.chain.companies.purchases import Purchase
    from monazite.chain.problems import Problem
    from monazite.chain.worlds import World

COMPANY = "company"


def company(world: World, path: Path | str, *, draws: int = 200) -> Standing:
    """On whom a company stands with a year's purchases (`purchases` tells the columns).

    Args:
        world: an answer of `monazite.chain.packaged.world.world`, or a world of one's own.
        path: a CSV file.
        draws: of the bands; 0 for none.

    Raises:
        InputError: field "file", where the file cannot be read at all.
    """
    found = purchases(Path(path), world)
    problems = list(found.problems)
    taken: dict[str, list[Taken]] = {}
    for one in found.lines:
        for element, tonnes in one.contained.items():
            if tonnes > 0:
                line = _taken(world, one, element, tonnes, problems)
                taken.setdefault(element, []).append(line)
    return standing(world, COMPANY, taken, dict.fromkeys(taken, ()), problems, draws)


def _taken(
    world: World, one: Purchase, element: str, tonnes: float, problems: list[Problem]
) -> Taken:
    """What a purchase takes of an element; of unknown origin where the world has no such source."""
    network, part = world.networks[element], one.goods.holds[element]
    origin = one.line.read(lambda: source(network, one.goods, one.whence), problems)
    draw = Draw(origin, user(element, COMPANY), tonnes, part.spread, part.rows)
    return Taken(one.line.row, one.supplier, tonnes, draw)
