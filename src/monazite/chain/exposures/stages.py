"""Shares by stage: where the goods of a use were mined, separated and made into magnets.

The share made at stage t in country k is the chance that the walk meets a maker of t for the first
time in k. What is left over either entered the world nearer to the use than t (a by-product, scrap,
a stock) or came from nobody knows where; with both the shares add up to 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.places import members
from monazite.chain.exposures.tracing import first
from monazite.chain.stages import MAKE, STAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.exposures.tracing import Tracing
    from monazite.chain.network.network import Floats, Network


class Columns(NamedTuple):
    """What `tracing.first` is asked, a column for each stage and maker's part, stage by stage."""

    stages: tuple[str, ...]
    value: Floats
    stop: Floats


class Made(NamedTuple):
    """Shares by the stages that have makers.

    share (stages, nodes, columns): made at the stage in the country; later, unknown (stages,
    nodes): entered nearer to the node than the stage; of unknown origin before it was reached.
    """

    stages: tuple[str, ...]
    share: Floats
    later: Floats
    unknown: Floats


def by_stage(network: Network, makers: Floats) -> Columns:
    """The question where goods were made, or by whom: walks stop at the first maker of each stage.

    makers (nodes, parts): to which country, or owner, each maker belongs; 0 at other nodes.
    """
    stages = _made_at(network)
    at = _stage_of(network, stages)
    here = [makers * (at == place)[:, None] for place in range(len(stages))]
    value = np.concatenate([*here, np.zeros((len(at), 0))], axis=1)
    stop = np.repeat(_any(here, len(at)), makers.shape[1], axis=1)
    return Columns(stages, value, stop)


def made(tracing: Tracing, columns: Sequence[str]) -> Made:
    """The shares of each node by stage and country of the maker."""
    asked = by_stage(tracing.network, members(tracing.network, columns, MAKE))
    count, depth = len(tracing.network.nodes), len(asked.stages)
    found = first(tracing, asked.value, asked.stop).reshape(count, depth, len(columns))
    share = found.swapaxes(0, 1)
    stop = asked.stop[:, :: len(columns)]
    lost = np.array((1.0 - stop).T * tracing.unknown).T
    unknown = first(tracing, lost, stop).T
    later = np.clip(1.0 - share.sum(axis=2) - unknown, 0.0, 1.0)
    return Made(asked.stages, share, later, unknown)


def _any(here: Sequence[Floats], count: int) -> Floats:
    """For each stage whether a node makes there: (nodes, stages)."""
    found = np.zeros((count, len(here)))
    for place, one in enumerate(here):
        found[:, place] = one.any(axis=1)
    return found


def _made_at(network: Network) -> tuple[str, ...]:
    found = {node.stage for node in network.nodes if node.kind == MAKE}
    return tuple(stage for stage in STAGES if stage in found)


def _stage_of(network: Network, stages: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.int_]]:
    place = {stage: at for at, stage in enumerate(stages)}
    return np.array([place.get(node.stage, -1) for node in network.nodes])
