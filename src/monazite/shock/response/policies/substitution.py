"""Substitution programmes: after some months, another grade or material stands in for an input."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.costing import costs
from monazite.shock.response.policies.readying import readying
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.costing import Costs
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.setting import Setting


class Substitution(NamedTuple):
    """Columns: the part of a programme begun, and done by a month, (T, Q)."""

    begin: Ints
    done: Ints
    costs: Costs


def substitution(draft: Draft, setting: Setting, network: Network) -> Substitution:
    """Add the programmes: replaced at most what gives way by itself and by what is done.

    A programme is begun once; all or nothing where plants are.
    """
    programmes, months = setting.programmes, setting.horizon.months
    begin, done = readying(
        draft, "programme", months, programmes.ready, np.ones(len(programmes.name)), setting.whole
    )
    which = np.repeat(np.arange(len(programmes.name)), [len(each) for each in programmes.input])
    if len(which):
        inputs = np.concatenate(programmes.input)
        base = setting.world.model.users.inputs.base[inputs] * WEEKS
        at = np.searchsorted(network.replaceable, inputs)
        draft.add(network.replacing[:, :, at], done[:, which], -base * programmes.share[which])
    worth = np.outer(network.discount, programmes.cost)
    return Substitution(begin, done, costs(len(setting.futures), first=[(begin, worth)]))
