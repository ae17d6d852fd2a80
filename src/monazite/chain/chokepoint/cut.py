"""What a minimum cut says: how much is lost, and at which stage."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.stages import STAGES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.chokepoint.layout import Layout, Load
    from monazite.chain.network.network import Floats, Ints

    Flags = NDArray[np.bool_]


LEAST = 1e-5
"""Parts of a use: less is not told of a stage, as rounding leaves such parts of a flow."""


def losses(layout: Layout, load: Load, user: int, near: Flags) -> Floats:
    """What is lost of one unit of a user's use, by stage; it adds up to 1 - the cut's capacity.

    A cut parts the network; `near` tells what lies at the user's side. Today's flow crosses it by
    one unit, net. Of it is lost what crossed through nodes that are gone, less what came back over
    the cut, less what arcs across it can carry beyond today. What is gone lies on the user's side
    as far as it fed that side, so that the stage named is the last that nothing takes the place of.
    """
    trees = layout.trees
    edges, places = trees.tracing.network.edges, trees.places
    into = near[layout.inlet] & ~layout.gone
    feeding = layout.leaving[into[edges.target[layout.leaving]]]
    fed = edges.source[feeding[trees.flows(user, feeding) > 0]]
    out = near[layout.outlet] & ~layout.gone
    out[fed] = True
    ended = np.flatnonzero(out & layout.gone)
    lost = _by_stage(places.stage[ended], trees.through[user, ended])
    back = np.flatnonzero(out[edges.source] & ~into[edges.target])
    returned = _by_stage(places.stage[edges.target[back]], trees.flows(user, back))
    return _told(_net(lost - returned - _widened(layout, load, near)))


def _net(lost: Floats) -> Floats:
    """What plants that are gone took from the user's side stays there: set against their output.

    They put it out at their own or a later stage, where it is lost; what is left over is set
    against the stages before.
    """
    found = lost.copy()
    for _ in range(2):
        for before, after in pairwise(range(len(found))):
            if found[before] < 0:
                found[after] += found[before]
                found[before] = 0.0
        found = found[::-1].copy()
    return found


def _told(lost: Floats) -> Floats:
    """The losses without parts that are too small to be told: they count at the largest one."""
    small = np.abs(lost) < LEAST
    found = np.where(small, 0.0, lost)
    found[lost.argmax()] += lost.sum() - found.sum()
    return found


def _widened(layout: Layout, load: Load, near: Flags) -> Floats:
    """What arcs across the cut can carry beyond today, by stage of where they end."""
    wider = np.flatnonzero(load.capacity > load.today)
    begin, end = layout.arcs.begin[wider], layout.arcs.end[wider]
    across = wider[~near[begin] & near[end]]
    stage = layout.trees.places.stage[layout.arcs.end[across] % len(layout.gone)]
    return _by_stage(stage, load.capacity[across] - load.today[across])


def _by_stage(stage: Ints, amount: Floats) -> Floats:
    # Of nothing, NumPy's sums are whole numbers.
    return np.bincount(stage, amount, len(STAGES)).astype(np.float64)
