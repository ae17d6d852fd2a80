from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.network.network import ESTIMATED, OBSERVED, Edges, Network
from monazite.chain.network.nodes import Node
from monazite.chain.stage_maps import of_network

MINE, ORE, PLANT, OXIDE, USE = (
    Node("Dy", "mining", "AUS", "make"), Node("Dy", "mining", "AUS", "market"),
    Node("Dy", "refining", "AUS", "make"), Node("Dy", "refining", "AUS", "market"),
    Node("Dy", "sector", "AUS", "use", "wind"),
)  # fmt: skip
OTHER = Node("Dy", "refining", "CHN", "make")


def network() -> Network:
    """100 t mined, 80 t separated at home, 20 t bought; all 100 t used."""
    nodes = (MINE, ORE, PLANT, OXIDE, USE, OTHER, Node("Dy", "refining", "CHN", "market"))
    edges = Edges(
        source=np.array([0, 1, 2, 5, 6, 3]),
        target=np.array([1, 2, 3, 6, 3, 4]),
        amount=np.array([100.0, 100.0, 80.0, 20.0, 20.0, 100.0]),
        basis=np.array([OBSERVED, OBSERVED, OBSERVED, OBSERVED, ESTIMATED, OBSERVED]),
        spread=np.zeros(6),
        rows=(("mine",), (), (), (), (), ("use",)),
    )
    entering = np.array([100.0, 0, 0, 0, 0, 20.0, 0])
    return Network("Dy", 2024, nodes, edges, entering, np.zeros(7))


def test_stages_in_the_order_of_goods_with_their_makers() -> None:
    mining, refining = of_network(network()).stages
    assert (mining.stage, mining.output, mining.concentration) == ("mining", 100, 1)
    assert refining.output == 100
    assert [(one.country, one.share) for one in refining.makers] == [("AUS", 0.8), ("CHN", 0.2)]
    assert refining.concentration == pytest.approx(0.8**2 + 0.2**2)


def test_runs_go_from_makers_to_takers_with_markets_taken_out() -> None:
    runs = {(one.source, one.source_stage, one.sector): one for one in of_network(network()).runs}
    assert runs["AUS", "mining", ""].tonnes == pytest.approx(100)
    home, bought = runs["AUS", "refining", "wind"], runs["CHN", "refining", "wind"]
    assert [home.tonnes, bought.tonnes] == pytest.approx([80, 20])
    assert [home.estimated, bought.estimated] == pytest.approx([0, 1])
    assert home.rows == ("use",)
