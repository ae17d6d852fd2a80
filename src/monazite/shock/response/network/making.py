"""Makers: what they take from markets and give to them at the activity that is left to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting


def making(draft: Draft, setting: Setting, balance: Ints) -> Ints:
    """The activity of makers, at most what is available, of fixed ones at most 1; (S, T, J)."""
    makers = setting.world.model.makers
    available = np.stack([future.available for future in setting.futures])
    most = np.where(makers.fixed, np.minimum(available, 1.0), available)
    make = draft.columns("make", available.shape, upper=most)
    for terms, sign in ((makers.inputs, 1.0), (makers.outputs, -1.0)):
        of = make[:, :, owners(terms)]
        draft.add(balance[:, :, terms.market], of, sign * WEEKS * terms.base)
    return make
