"""A product's exposure, from its bill of materials."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from monazite.chain.products.bill import parts
from monazite.chain.products.draws import PRODUCT, contained, taken
from monazite.chain.products.tree import held
from monazite.chain.products.weights import too_heavy
from monazite.chain.standing import Standing, standing

if TYPE_CHECKING:
    from monazite.chain.problems import Problem
    from monazite.chain.worlds import World


def product(world: World, path: Path | str, *, draws: int = 200) -> Standing:
    """On whom one piece of a product stands with its parts (`bill` tells the columns).

    Args:
        world: an answer of `monazite.chain.packaged.world.world`, or a world of one's own.
        path: a CSV file.
        draws: of the bands; 0 for none.

    Raises:
        InputError: field "file", where the file cannot be read at all.
    """
    problems: list[Problem] = []
    placed = held(parts(Path(path), world, problems), problems)
    inside = contained(placed)
    problems.extend(too_heavy(placed, inside))
    found = {
        element: taken(world.networks[element], placed, brought, problems)
        for element, brought in inside.items()
    }
    rows = {element: takings for element, (takings, _) in found.items()}
    further = {element: ways for element, (_, ways) in found.items()}
    return standing(world, PRODUCT, rows, further, problems, draws)
