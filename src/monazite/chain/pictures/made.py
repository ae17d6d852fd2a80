"""Who makes what part of the world's output at each stage: shares by stage and country."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.stages import MAKE, STAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.network.network import Network


class Made(NamedTuple):
    """A country's part (0 to 1) of what the makers of a stage put out, and the rows behind it."""

    share: float
    rows: tuple[str, ...]


def made(network: Network) -> dict[str, dict[str, Made]]:
    """What the makers of a stage put out, by stage and ISO3, the largest first.

    By contained tonnes, all alloys of a stage together; stages in the order of goods.
    """
    amounts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    edges = network.edges
    for source, amount, behind in zip(
        edges.source.tolist(), edges.amount.tolist(), edges.rows, strict=True
    ):
        node = network.nodes[source]
        if node.kind == MAKE and amount > 0:
            amounts[node.stage][node.country] += amount
            rows[node.stage, node.country] += behind
    return {stage: _stage(stage, amounts[stage], rows) for stage in STAGES if stage in amounts}


def _stage(
    stage: str, amounts: Mapping[str, float], rows: Mapping[tuple[str, str], Sequence[str]]
) -> dict[str, Made]:
    total = sum(amounts.values())
    ranked = sorted(amounts, key=lambda country: (-amounts[country], country))
    return {
        country: Made(amounts[country] / total, tuple(dict.fromkeys(rows[stage, country])))
        for country in ranked
    }
