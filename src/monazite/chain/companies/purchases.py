"""A company's purchases: one row for each thing that it buys from one place in a year.

Columns (quantity, unit and material are needed):

- material: element, oxide, alloy of the world or compound (`goods`): Dy, Dy2O3, NdFeB-heavy;
- stage: the stage or form in which it is bought, where the material does not say it;
- contains: mass fractions of all that it holds, such as Nd=27%; Dy=4%, in place of the packaged
  ones; an element in an ore, a compound or a magnet needs them, of its oxide and metal they are
  known;
- quantity, unit: the mass bought in a year, gross; t REO and kg REO count the rare-earth oxides in
  it, t contained and kg contained the one element in it;
- made_in: the country where it was made; bought_from: the country of the seller, where that is
  all that is known; with neither the purchase is of unknown origin, and is not spread;
- supplier: any name, carried along.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.chain.amounts import tonnes
from monazite.chain.goods import Goods, goods
from monazite.chain.sheet import sheet
from monazite.chain.sources import BOUGHT_FROM, MADE_IN, Whence, whence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.problems import Problem
    from monazite.chain.sheet import Line
    from monazite.chain.worlds import World

NEEDED = ("material", "quantity", "unit")
COLUMNS = ("material", "stage", "contains", "quantity", "unit", MADE_IN, BOUGHT_FROM, "supplier")


@dataclass(frozen=True, slots=True)
class Purchase:
    """One thing bought: its row, the supplier's name, goods and origin.

    contained: tonnes of each element a year, by network.
    """

    line: Line
    supplier: str
    goods: Goods
    contained: Mapping[str, float]
    whence: Whence


@dataclass(frozen=True, slots=True)
class Purchases:
    """The purchases that could be read, and what is wrong with the others."""

    lines: tuple[Purchase, ...]
    problems: tuple[Problem, ...]


def template() -> str:
    """A file to start from, with a row for each way to say where something comes from."""
    return Path(__file__).with_name("template.csv").read_text(encoding="utf-8")


def purchases(path: Path, world: World) -> Purchases:
    """Read a file of purchases; InputError field "file" where it cannot be read at all."""
    found = sheet(path, COLUMNS, NEEDED)
    problems = list(found.problems)
    lines = tuple(one for line in found.lines if (one := _purchase(line, world, problems)))
    return Purchases(lines, tuple(problems))


def _purchase(line: Line, world: World, problems: list[Problem]) -> Purchase | None:
    """The purchase of a row; None where something that it needs cannot be read."""
    named = goods(line, world, problems)
    mass = line.read(partial(tonnes, line["quantity"], line["unit"], "quantity"), problems)
    place = whence(line, problems)
    if named is None or mass is None or place is None:
        return None
    contained = {element: mass * part.fraction for element, part in named.holds.items()}
    return Purchase(line, line["supplier"], named, contained, place)
