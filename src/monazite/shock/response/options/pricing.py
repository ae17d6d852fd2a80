"""What a plant's output costs beyond the price of before, and the price floor at which it pays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.oxides import oxides
from monazite.shock.response.assumptions.assumptions import line
from monazite.shock.response.options.ground import KG_PER_T

if TYPE_CHECKING:
    from monazite.shock.response.assumptions.assumptions import Line
    from monazite.shock.response.options.ground import Ground
    from monazite.shock.response.options.recipes import Recipe


def basket(ground: Ground, recipe: Recipe) -> float:
    """The value of a kg of the main output with all that comes with it, US$."""
    price = ground.model.price
    return float(
        price[recipe.main] + sum(price[good] * each for good, each in recipe.besides.items())
    )


def running(ground: Ground, told: Line, recipe: Recipe) -> float:
    """What a kg of the main output costs beyond the value of all that comes out, US$."""
    return told.value("extra") * basket(ground, recipe)


def floor(ground: Ground, told: Line, recipe: Recipe) -> float:
    """US$ a kg of the main output at which a plant pays: as promised, else by our own numbers.

    By our own: the price of before, what its output costs more, and the plant paid off in `life`
    years at the discount rate.
    """
    material, stage = ground.model.goods[recipe.main]
    promised = line(ground.assumptions.floors, stage, material)
    if promised is not None:
        return promised.value("floor") * oxide(material)
    money = ground.assumptions.money
    rate, life = money["discount"].value, money["life"].value
    annuity = rate / (1 - (1 + rate) ** -life) if rate else 1 / life
    price = float(ground.model.price[recipe.main])
    return price + running(ground, told, recipe) + told.value("capex") / KG_PER_T * annuity


def oxide(element: str) -> float:
    """Kg of oxide of a kg of element: of neodymium where the two that magnets need are meant."""
    known = {one.element: float(one.from_element) for one in oxides().values()}
    return known.get(element, known["Nd"])
