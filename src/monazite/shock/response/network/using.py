"""Users: what they make out of their inputs, and what they owe their buyers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting, World


def using(draft: Draft, setting: Setting, balance: Ints) -> tuple[Ints, Ints, Ints]:
    """Activity, output that is owed at the month's end, and the rows of demand; all (S, T, U).

    As in the engine, what was not made is owed, made up for by overtime, and given up by and by.
    """
    world = setting.world
    inputs = world.model.users.inputs
    wanted = np.stack([future.wanted for future in setting.futures])
    use = draft.columns("use", wanted.shape, upper=(1 + world.overtime) * wanted)
    owed = draft.columns("owed", wanted.shape)
    demand = draft.rows("demand", wanted.shape, lower=wanted, upper=wanted)
    draft.add(demand, use, 1.0)
    draft.add(demand, owed, 1.0)
    if waited(world):
        draft.add(demand[:, 1:], owed[:, :-1], -waited(world))
    draft.add(balance[:, :, inputs.market], use[:, :, owners(inputs)], WEEKS * inputs.base)
    return use, owed, demand


def waited(world: World) -> float:
    """The part of owed output that is still waited for a month later; none without overtime."""
    return world.kept if world.overtime > 0 else 0.0
