"""Inputs of users that another grade or material stands in for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting


def replaceable(setting: Setting) -> Ints:
    """Rows of users' inputs that give way by themselves or that a programme reaches, sorted."""
    found = np.asarray((setting.world.replaced > 0).any(axis=0))
    for rows in setting.programmes.input:
        found[rows] = True
    return np.flatnonzero(found)


def replacing(
    draft: Draft, setting: Setting, which: Ints, use: Ints, balance: Ints
) -> tuple[Ints, Ints, Ints]:
    """What is replaced of each of these inputs, t; at most what is needed, and what gives way."""
    world = setting.world
    inputs = world.model.users.inputs
    shape = (*use.shape[:2], len(which))
    replaced = draft.columns("replaced", shape)
    needed = draft.rows("needed", shape, upper=0.0)
    ceded = draft.rows("replacing", shape, upper=world.replaced[:, which])
    draft.add(balance[:, :, inputs.market[which]], replaced, -1.0)
    draft.add(needed, replaced, 1.0)
    draft.add(needed, use[:, :, owners(inputs)[which]], -WEEKS * inputs.base[which])
    draft.add(ceded, replaced, 1.0)
    return replaced, needed, ceded
