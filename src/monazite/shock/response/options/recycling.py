"""Recycling: what spent goods of the planner's users hold, as far as it can be collected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.stages import COMPONENT, MAGNET, REFINING
from monazite.shock.engine.sums import by
from monazite.shock.response.assumptions.assumptions import line
from monazite.shock.response.options.recipes import Recipe, holds, main
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.shock.model.model import Floats
    from monazite.shock.response.assumptions.assumptions import Line
    from monazite.shock.response.options.ground import Ground

_ANY = "*"
_SPENT = {MAGNET, COMPONENT}
"""Stages whose goods users give back as magnets."""


def recycled(ground: Ground, country: int) -> Iterator[tuple[Line, Recipe, float]]:
    """Plants that work on scrap in a country: the assumption, what comes out, most t a month."""
    whole = used_by(ground, country) @ (np.eye(len(ground.model.goods)) + holds(ground.whole))
    joint: dict[int, float] = {}
    for good, (material, stage) in enumerate(ground.model.goods):
        told = line(ground.assumptions.recycling, stage, material)
        if told is None or whole[good] <= 0:
            continue
        if stage == REFINING and _ANY in told.materials:
            joint[good] = float(_in_magnets(ground, country)[good])
        else:
            yield told, Recipe(good, {}, {}), told.value("most") * float(whole[good])
    joint = {good: amount for good, amount in joint.items() if amount > 0}
    told = line(ground.assumptions.recycling, REFINING, _ANY)
    if joint and told is not None:
        first = main(ground.model, joint)
        per = joint.pop(first)
        besides = {good: amount / per for good, amount in joint.items()}
        yield told, Recipe(first, {}, besides), told.value("most") * per


def used_by(ground: Ground, country: int) -> Floats:
    """What users of a country take of each good, t a month."""
    inputs, count = ground.whole.users.inputs, len(ground.model.countries)
    here = inputs.market % count == country
    good = inputs.market[here] // count
    return by(good, inputs.base[here], len(ground.model.goods)) * WEEKS


def _in_magnets(ground: Ground, country: int) -> Floats:
    """What the magnets that users of a country take hold of each good, t a month."""
    spent = np.array([good.stage in _SPENT for good in ground.model.goods])
    return np.asarray((used_by(ground, country) * spent) @ holds(ground.whole))
