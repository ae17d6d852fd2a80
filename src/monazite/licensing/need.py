"""How much of a line the product needs: the bill of materials as exact arithmetic.

need = units made in a year x months / 12 x the amounts along the path / (1 - the losses along it)
- what lies at the site, where the form says that it is of this line.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from monazite.licensing.masses import KG, mass_kg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.licensing.application import Application, CivilUse, Line, Part

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Need:
    """What is asked for and what is needed, both in `unit` (kg or piece)."""

    asked: Fraction
    needed: Fraction
    unit: str

    @property
    def most(self) -> Fraction:
        """What may be asked for: pieces are whole."""
        return Fraction(ceil(self.needed)) if self.unit == "piece" else self.needed


def need(application: Application, number: int) -> Need | None:
    """The need for a line (from 1); None where the tree does not say it."""
    tree = {part.node: part for part in application.product_tree if part.node}
    parts = [part for part in tree.values() if part.line == number]
    made = _made(application.civil_use)
    units = {_unit(part) for part in parts}
    if made is None or len(units) != 1 or not 1 <= number <= len(application.lines):
        return None
    unit = units.pop()
    asked = _asked(application.lines[number - 1], unit)
    shares = [_share(part, tree) for part in parts]
    if unit is None or asked is None:
        return None
    total = Fraction(0)
    for share in shares:
        if share is None:
            return None
        total += made * share
    stock = stock_of(application, number, unit) or Fraction(0)
    return Need(asked, max(total - stock, Fraction(0)), unit)


def stock_of(application: Application, number: int, unit: str) -> Fraction | None:
    """How much of a line lies at the site, in its unit (kg or piece); None where it is not said.

    The form gives one stock in kg. Of several lines that go into the product it does not say how
    much is of each, and taking all of it off each would count it more than once.
    """
    stock = application.civil_use.stock_at_site_kg
    if not stock or stock < 0:
        return Fraction(0)
    if len(placed(application)) > 1:
        return None
    if unit == "kg":
        return Fraction(stock)
    line = application.lines[number - 1]
    mass = mass_kg(line)
    if not mass or mass < 0 or not line.quantity:
        return None
    return Fraction(stock) * Fraction(line.quantity) / mass


def placed(application: Application) -> frozenset[int]:
    """The numbers of the lines that go into some part of the product."""
    there = range(1, len(application.lines) + 1)
    return frozenset(
        part.line for part in application.product_tree if part.line and part.line in there
    )


def _made(use: CivilUse) -> Fraction | None:
    """The units of the product made in the time that the quantity is for."""
    if use.product_units_per_year is None or use.period_months is None:
        return None
    return Fraction(use.product_units_per_year) * use.period_months / _YEAR


def _unit(part: Part) -> str | None:
    return "kg" if part.unit in KG else part.unit


def _asked(line: Line, unit: str | None) -> Fraction | None:
    if unit == "kg":
        return mass_kg(line)
    if line.unit != unit or line.quantity is None:
        return None
    return Fraction(line.quantity)


def _share(part: Part, tree: Mapping[str, Part]) -> Fraction | None:
    """How much of a part one unit of the product takes, in kg or pieces, losses in it."""
    share = Fraction(KG[part.unit]) if part.unit in KG else Fraction(1)
    for each in _path(part, tree):
        if each is None or each.per_parent is None or (each.loss or 0) >= 1:
            return None
        share *= Fraction(each.per_parent) / (1 - Fraction(each.loss or 0))
    return share


def _path(part: Part, tree: Mapping[str, Part]) -> Iterator[Part | None]:
    """The part and everything that it is in; None for a parent that is not there."""
    node = part.node or ""
    while node:
        yield tree.get(node)
        node = node.rpartition(".")[0]
