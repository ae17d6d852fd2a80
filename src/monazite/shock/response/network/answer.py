"""What a solution says of the supply chain beyond its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.network.costing import given_up

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats
    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.setting import World


def lost(network: Network, world: World, solution: Solution) -> Floats:
    """Output that is lost for good, of 1 as before any shock; (S, T, U)."""
    owed = solution.values[network.owed]
    return np.asarray(owed * given_up(world, owed.shape[1])[:, None])


def licensed(network: Network, world: World, solution: Solution) -> Floats:
    """What is shipped under licence, t; (S, T, L)."""
    shipped = solution.values[network.flow[:, :, world.licensed]]
    return np.asarray(shipped - solution.values[network.free])
