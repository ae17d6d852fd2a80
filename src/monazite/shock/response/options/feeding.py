"""What projects take in: as makers of the same goods in the model do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.response.options.recipes import recipes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Model
    from monazite.shock.response.options.recipes import Recipe


def feed(model: Model, made: Mapping[int, float], ore: str = "") -> Mapping[int, float]:
    """T of each good that go into a t of the main output, of goods made together.

    made: t of each, the main one the most valuable. What a maker makes alone takes what it takes
    there; of joint products each takes its part, by mass, of the ore named, or else of that whose
    products are nearest. What no maker takes anything for takes nothing.
    """
    found: dict[int, float] = {}
    whole = max(made, key=lambda good: made[good] * model.price[good])
    for good, amount in made.items():
        recipe = _recipe(model, good, made, ore)
        if recipe is not None:
            outputs = 1.0 + sum(recipe.besides.values())
            for taken, each in recipe.inputs.items():
                found[taken] = found.get(taken, 0.0) + each / outputs * amount / made[whole]
    return found


def _recipe(model: Model, good: int, made: Mapping[int, float], ore: str) -> Recipe | None:
    fits = [one for one in recipes(model) if one.inputs and good in {one.main, *one.besides}]
    named = [one for one in fits if any(model.goods[taken].material == ore for taken in one.inputs)]
    return min(named or fits, key=lambda one: _apart(one, made), default=None)


def _apart(recipe: Recipe, made: Mapping[int, float]) -> float:
    """How far the goods that are made lie from what the recipe gives of these, 0 to 2, by parts."""
    outputs = {recipe.main: 1.0, **recipe.besides}
    given = {good: outputs.get(good, 0.0) for good in made}
    one, two = sum(given.values()), sum(made.values())
    return sum(abs(given[good] / one - made[good] / two) for good in made)
