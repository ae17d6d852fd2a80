"""What the makers of each stage put out: one count for tables, ladders, histories and diagrams.

What is not known of a stage is the larger of two amounts: what makers put out of whom no source
prints how much (`Network.unnamed`), and what arrives by no known way beyond what is left at
markets with no known taker, since that may be where it came from.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.places import held
from monazite.chain.exposures.values import Share
from monazite.chain.stages import MAKE, MARKET, STAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.network import Floats, Network

_LEFT = 1e-5
"""Parts of what a market has, or of a tonne where it has less, that solving leaves behind."""


class Made(NamedTuple):
    """T of contained element that a country's makers put out, and the packaged rows behind it."""

    amount: float
    rows: tuple[str, ...]


class Output(NamedTuple):
    """A stage: its makers by ISO3, the largest first, and t of which nobody knows the maker.

    A maker of whom it is said that it makes nothing has 0; silent: countries (ISO3) that make some
    and of whom nobody says how much.
    """

    makers: Mapping[str, Made]
    unknown: float
    silent: frozenset[str]

    @property
    def known(self) -> float:
        """What known makers put out, t."""
        return sum(one.amount for one in self.makers.values())

    @property
    def total(self) -> float:
        """All that is put out, t; 0 where nothing of it is known."""
        return self.known + self.unknown

    @property
    def shares(self) -> tuple[Share, ...]:
        """The share of each known maker in all that is put out."""
        return tuple(
            Share(country, one.amount / self.total, None)
            for country, one in self.makers.items()
            if one.amount > 0
        )

    @property
    def unknown_share(self) -> float:
        """The share of unknown makers: all of it where nobody says what anybody makes."""
        return self.unknown / self.total if self.total else 1.0

    @property
    def concentration(self) -> float | None:
        """The Herfindahl index, at least: what is not known counts as many small makers.

        None where no maker is known.
        """
        return sum(one.share**2 for one in self.shares) if self.known else None


def outputs(network: Network) -> Mapping[str, Output]:
    """By stage, from ore on, what its makers put out; every stage that has makers."""
    made, short = _made(network), lacking(network)
    over: dict[str, float] = defaultdict(float)
    for node, amount in zip(network.nodes, left(network).tolist(), strict=True):
        over[node.stage] += amount
    return {
        stage: Output(
            made.get(stage, {}),
            max(network.unnamed.get(stage, 0.0), short.get(stage, 0.0) - over[stage], 0.0),
            frozenset(_makers(network, stage) - made.get(stage, {}).keys()),
        )
        for stage in made_stages(network)
    }


def made_stages(network: Network) -> tuple[str, ...]:
    """The stages that have makers, from ore on."""
    found = {node.stage for node in network.nodes if node.kind == MAKE}
    return tuple(stage for stage in STAGES if stage in found)


def stage_before(stage: str, stages: tuple[str, ...]) -> str:
    """The last of some stages before one of them, or before final use; the first has none before.

    It is where goods come from that arrive at a maker or user by no known way.
    """
    at = stages.index(stage) if stage in stages else len(stages)
    return stages[max(at - 1, 0)]


def lacking(network: Network) -> Mapping[str, float]:
    """By stage t of goods that arrive somewhere without a known maker."""
    found: dict[str, float] = defaultdict(float)
    stages = made_stages(network)
    for at, node in enumerate(network.nodes):
        if node.kind == MARKET:
            found[node.stage] += float(network.unknown[at] + network.entering[at])
        elif stages and network.unknown[at] > 0:
            found[stage_before(node.stage, stages)] += float(network.unknown[at])
    return found


def left(network: Network) -> Floats:
    """By node t that a market has beyond what is known to be taken from it; 0 at other nodes."""
    has = held(network, network.edges.amount)
    taken = np.bincount(network.edges.source, network.edges.amount, len(network.nodes))
    market = np.array([node.kind == MARKET for node in network.nodes], dtype=np.bool_)
    beyond = has - taken
    found: Floats = np.where(market & (beyond > _LEFT * np.maximum(has, 1.0)), beyond, 0.0)
    return found


def _makers(network: Network, stage: str) -> set[str]:
    return {node.country for node in network.nodes if (node.kind, node.stage) == (MAKE, stage)}


def _made(network: Network) -> Mapping[str, Mapping[str, Made]]:
    """By stage and ISO3, the largest first: all alloys of a stage together."""
    amounts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    rows: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    edges = network.edges
    for source, amount, behind in zip(
        edges.source.tolist(), edges.amount.tolist(), edges.rows, strict=True
    ):
        node = network.nodes[source]
        if node.kind == MAKE:
            amounts[node.stage][node.country] += amount
            rows[node.stage, node.country].update(dict.fromkeys(behind))
    return {
        stage: {
            country: Made(amount, tuple(rows[stage, country]))
            for country, amount in sorted(found.items(), key=lambda one: (-one[1], one[0]))
        }
        for stage, found in amounts.items()
    }
