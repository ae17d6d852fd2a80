from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.chain.exposures.places import held
from monazite.chain.exposures.tracing import trace
from monazite.chain.exposures.ultimate import ultimate
from monazite.chain.exposures.users import start_of
from monazite.chain.figures import Figure
from monazite.chain.network.nodes import Node
from monazite.chain.outputs import outputs
from monazite.chain.packaged.world import world as packaged
from monazite.chain.sums.alloys import alloy_network, network_of
from monazite.chain.worlds import Alloy
from support.chain_networks import network, node, world

if TYPE_CHECKING:
    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World

MAGNETS = Node("NdFeB", "magnet", "CHN", "make")
IN_CHINA, WIND = MAGNETS._replace(kind="market"), Node("NdFeB", "sector", "CHN", "use", "wind")


def part() -> Network:
    """100 t of metal, of which half is lost in making 30 t of magnets; 40 t of metal are used."""
    metal, market = node("make metal CHN", "Dy"), node("market metal CHN", "Dy")
    return network(
        [
            (metal, market, 100.0),
            (market, MAGNETS, 60.0),
            (market, node("use glass CHN", "Dy"), 40.0),
            (MAGNETS, IN_CHINA, 30.0),
            (IN_CHINA, WIND, 30.0),
        ],
        {metal: 90.0},
        {metal: 10.0},
    )


@cache
def carried() -> World:
    return packaged(2024)


def of_one() -> World:
    held_in = {"Dy": Figure(0.05, "1", 2024, "source", "memory", ("row",))}
    return world(part(), alloys={"NdFeB": Alloy("NdFeB", "magnet", held_in)})


def test_what_goes_elsewhere_is_left_out_and_losses_stay() -> None:
    found = alloy_network(of_one(), "NdFeB")
    amounts = {
        (found.nodes[source].stage, found.nodes[target].sector or found.nodes[target].stage): amount
        for source, target, amount in zip(*found.edges[:3], strict=True)
    }
    # Of 100 t of metal 60 go to makers of magnets; 30 t of magnets come out, and all are used.
    assert amounts["metal", "metal"] == pytest.approx(60)
    assert amounts["metal", "magnet"] == pytest.approx(60)
    assert amounts["metal", "glass"] == 0
    assert amounts["magnet", "wind"] == pytest.approx(30)
    assert found.entering.sum() == pytest.approx(54)
    assert found.unknown.sum() == pytest.approx(6)
    assert found.element == "NdFeB"


@pytest.mark.parametrize("alloy", ["NdFeB-heavy", "NdFeB-standard", "SmCo"])
def test_the_mix_upstream_is_that_of_each_elements_own_network(alloy: str) -> None:
    known = [name for name in carried().alloys[alloy].holds if name in carried().networks]
    for name in known:
        own = carried().networks[name]
        alone = alloy_network(
            world(
                own,
                alloys={alloy: Alloy(alloy, "magnet", {name: carried().alloys[alloy].holds[name]})},
            ),
            alloy,
        )
        for country in ("DEU", "JPN"):
            start = start_of(own, held(own, own.edges.amount), country, "sector", "", alloy)
            there = start_of(alone, held(alone, alone.edges.amount), country, "sector", "", alloy)
            assert there.sum() == pytest.approx(start.sum())
            shares = [
                (at / at.sum()) @ ultimate(trace(one), ["CHN"])[:, 0]
                for at, one in ((start, own), (there, alone))
            ]
            assert shares[0] == pytest.approx(shares[1], abs=1e-9)


def test_every_stage_of_an_alloy_has_what_its_elements_bring() -> None:
    found = network_of(carried(), "NdFeB-heavy")
    uses = [node for node in found.nodes if node.kind == "use" and node.material != "NdFeB-heavy"]
    amounts = np.bincount(found.edges.target, found.edges.amount, len(found.nodes))
    assert sum(amounts[found.index[one]] for one in uses) == 0
    assert {node.stage for node in found.nodes} >= {"mining", "refining", "metal", "magnet"}


def test_an_element_and_a_sum_have_their_network() -> None:
    assert network_of(carried(), "Dy") is carried().networks["Dy"]
    assert network_of(carried(), "REE_MAGNET").element == "REE_MAGNET"


def test_without_estimates_makers_whom_nobody_names_are_split_as_the_named_ones() -> None:
    bare = packaged(2024, estimates=False)
    stages = outputs(alloy_network(bare, "NdFeB-heavy"))
    whole = outputs(bare.networks["Dy"])["metal"].unknown_share
    assert stages["metal"].unknown_share == pytest.approx(whole, abs=0.03)
    assert stages["magnet"].shares[0].share < 1
