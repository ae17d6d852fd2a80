"""Plants and recycling of no name, in the planner's countries, where what they make is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.stages import MINING
from monazite.shock.response.assumptions.assumptions import line
from monazite.shock.response.options.ground import MILLION, MUSD, YEAR
from monazite.shock.response.options.plant import Plant
from monazite.shock.response.options.pricing import floor, running
from monazite.shock.response.options.recipes import recipes
from monazite.shock.response.options.recycling import recycled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.shock.response.assumptions.assumptions import Line
    from monazite.shock.response.options.ground import Ground
    from monazite.shock.response.options.recipes import Recipe
    from monazite.shock.response.setting import Way

_LEAST_T = 1e-6
"""T a month; a plant of less is none."""


def unnamed(ground: Ground) -> Iterator[Plant]:
    """Plants and recycling of no name in the planner's countries; a mine needs a deposit.

    What other makers win out of inputs that are goods is not made of nothing.
    """
    found, used = recipes(ground.whole), ground.used()
    fed = {good for one in found if one.inputs for good in (one.main, *one.besides)}
    for country in ground.planner.tolist():
        for recipe in found:
            told = _line(ground, recipe.main)
            if told is None or not (recipe.inputs or recipe.main not in fed):
                continue
            most = told.value("most") * float(used[ground.market(recipe.main, country)])
            if most > _LEAST_T and ground.stage(recipe.main) != MINING:
                yield _plant(ground, told, recipe, country, most, "plants")
        for told, recipe, most in recycled(ground, country):
            if most > _LEAST_T:
                yield _plant(ground, told, recipe, country, most, "recycling")


def _plant(
    ground: Ground, told: Line, recipe: Recipe, country: int, most: float, way: Way
) -> Plant:
    ready = round(told.value("build") + told.value("permit"))
    return Plant(
        name=told.what.en, project="", way=way,
        market=ground.market(recipe.main, country),
        inputs=_at(ground, recipe.inputs, country),
        besides=_at(ground, recipe.besides, country),
        ready=ready, from_month=0, until_month=max(0, ground.months - 1 - ready),
        least=0.0, most=most, fixed=0.0,
        capex=told.value("capex") * YEAR / MILLION,
        running=running(ground, told, recipe) * MUSD,
        floor=floor(ground, told, recipe),
        whole=False,
    )  # fmt: skip


def _at(ground: Ground, goods: Mapping[int, float], country: int) -> tuple[tuple[int, float], ...]:
    return tuple((ground.market(good, country), amount) for good, amount in goods.items())


def _line(ground: Ground, good: int) -> Line | None:
    material, stage = ground.model.goods[good]
    return line(ground.assumptions.plants, stage, material)
