"""What a tonne of a good is worth to the planner's dearest use of it, through all stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.response.options.recipes import holds

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints, Model

_LEAST = 1e-9
"""T of a good in a t of another; less is rounding of the inverse."""


def density(model: Model, planner: Ints) -> Floats:
    """Million US$ of value added that stop for want of a tonne, by good; 0 where nobody uses it.

    Through stages no more than of the dearest good that is used itself: what goes into a magnet by
    the gram would else be worth more than all that hangs on it.
    """
    inputs, users = model.users.inputs, model.users
    of = owners(inputs)
    mine = np.isin(users.country[of], planner)
    each = np.divide(
        users.value_added[of], inputs.base, out=np.zeros(len(of)), where=inputs.base > 0
    )
    found = np.zeros(len(model.goods))
    np.maximum.at(found, inputs.market[mine] // len(model.countries), each[mine])
    per = holds(model)
    through = np.divide(found[:, None], per, out=np.zeros_like(per), where=per > _LEAST)
    dearest = found.max(initial=0.0)
    return np.asarray(np.minimum(np.maximum(found, through.max(axis=0, initial=0.0)), dearest))
