"""Spare capacity: what a plant could put out beyond what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.chain.network.network import Floats, Network
    from monazite.chain.worlds import Plant, World


def spare(world: World, network: Network) -> Floats:
    """By node what its plant can put out beyond its production, as a fraction of it.

    0 where the capacity or the production is not known, which is no claim that there is none: a
    loss that is computed with it is the most that it can be.
    """
    return np.array([_spare(world.plants.get(node)) for node in network.nodes])


def _spare(plant: Plant | None) -> float:
    if plant is None or plant.capacity is None or plant.production is None:
        return 0.0
    made = plant.production.chosen.value
    return max(0.0, plant.capacity.value / made - 1.0) if made > 0 else 0.0
