"""Passages as a diagram draws them, so that each stage adds up to what its makers put out.

Where nobody prints who sells to whom, the same goods are left with no known taker at one market and
arrive by no known way at another. Drawn twice they would make the stage too large: they are drawn
where they are left, and told where they arrive.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.outputs import left, outputs
from monazite.chain.pictures.passages import Passage, passages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.network.network import Network

_LEAST = 1e-6
"""Parts of a stage below it are rounding."""


class Settled(NamedTuple):
    """What is drawn, and t that arrive by no known way and are drawn as left elsewhere."""

    drawn: tuple[Passage, ...]
    twice: float


def settled(network: Network) -> Settled:
    """The passages of a network without what they have twice, with what unnamed makers put out."""
    found = passages(network)
    short = _without_maker(found)
    twice = {stage: min(amount, over) for stage, amount, over in _met(network, short)}
    drawn = [
        one._replace(amount=one.amount * (1.0 - twice.get(one.stage, 0.0) / short[one.stage]))
        if one.maker is None
        else one
        for one in found
    ]
    for stage, output in outputs(network).items():
        more = output.unknown - short.get(stage, 0.0) + twice.get(stage, 0.0)
        if more > _LEAST * output.total:
            drawn.append(Passage(stage, None, None, more, 0.0, ()))
    return Settled(tuple(one for one in drawn if one.amount > 0), sum(twice.values()))


def _without_maker(found: Sequence[Passage]) -> Mapping[str, float]:
    """By stage t without a known maker."""
    short: dict[str, float] = defaultdict(float)
    for one in found:
        if one.maker is None:
            short[one.stage] += one.amount
    return short


def _met(network: Network, short: Mapping[str, float]) -> list[tuple[str, float, float]]:
    """By stage t without a known maker, and t that are left without a known taker."""
    over: dict[str, float] = defaultdict(float)
    for node, amount in zip(network.nodes, left(network).tolist(), strict=True):
        over[node.stage] += amount
    return [(stage, amount, over[stage]) for stage, amount in short.items()]
