"""Recipes of plants, read off the makers of a model: what the largest of each kind takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.world.grouping import worth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Floats, Model, Terms


class Recipe(NamedTuple):
    """Goods (indices) and t of them per t of the main output, of the highest value.

    besides: what comes with it.
    """

    main: int
    inputs: Mapping[int, float]
    besides: Mapping[int, float]


def recipes(model: Model) -> tuple[Recipe, ...]:
    """One for each kind of maker that is not fixed: of the largest of its kind, by value."""
    makers, kinds = model.makers, dict[object, tuple[float, int]]()
    value = worth(model, makers.outputs, len(makers.country))
    for maker in np.flatnonzero(~makers.fixed).tolist():
        inputs, outputs = _goods(model, makers.inputs, maker), _goods(model, makers.outputs, maker)
        key = (frozenset(inputs), main(model, outputs))
        kinds[key] = max(kinds.get(key, (0.0, maker)), (float(value[maker]), maker))
    return tuple(_recipe(model, maker) for _, maker in kinds.values())


def main(model: Model, outputs: Mapping[int, float]) -> int:
    """The output of the highest value."""
    return max(outputs, key=lambda good: outputs[good] * model.price[good])


def holds(model: Model) -> Floats:
    """T of each good that go into a t of each good through all stages, goods x goods.

    By the recipes of the goods' largest makers; joint products share what goes in by mass.
    """
    count = len(model.goods)
    direct = np.zeros((count, count))
    for recipe in recipes(model):
        outputs = {recipe.main: 1.0, **recipe.besides}
        whole = sum(outputs.values())
        for good in outputs:
            if recipe.inputs and not direct[good].any():
                for taken, amount in recipe.inputs.items():
                    direct[good, taken] = amount / whole
    return np.asarray(np.linalg.inv(np.eye(count) - direct) - np.eye(count))


def _recipe(model: Model, maker: int) -> Recipe:
    outputs = dict(_goods(model, model.makers.outputs, maker))
    first = main(model, outputs)
    per = outputs.pop(first)
    inputs = _goods(model, model.makers.inputs, maker)
    return Recipe(
        first,
        {good: amount / per for good, amount in inputs.items()},
        {good: amount / per for good, amount in outputs.items()},
    )


def _goods(model: Model, terms: Terms, owner: int) -> Mapping[int, float]:
    rows = slice(terms.start[owner], terms.start[owner + 1])
    good = terms.market[rows] // len(model.countries)
    return dict(zip(good.tolist(), terms.base[rows].tolist(), strict=True))
