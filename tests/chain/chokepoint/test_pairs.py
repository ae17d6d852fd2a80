from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest
import yaml

from monazite.chain.chokepoint.pairs import chokepoints
from monazite.chain.chokepoint.rerouting import FREE, HELD, ROUTES
from monazite.chain.stages import MAKE
from monazite.errors import InputError
from support.chain_chokepoints import by_name, grown, lost
from support.chain_flows import by_every_cut, by_programme, falls, problem
from support.chain_networks import network, node, of_case, random_network

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.chain.chokepoint.rerouting import Rerouting
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node

CASES = Path(__file__).parents[2] / "cases" / "chain"
CASE: dict[str, Any] = yaml.safe_load((CASES / "chokepoints.yaml").read_text())
BY_HAND = of_case(yaml.safe_load((CASES / CASE["network"]).read_text()))
SEEDS = range(12)


def drawn(seed: int, countries: int = 4, stages: int = 4) -> Network:
    rng = np.random.default_rng(seed)
    return random_network(rng, countries, stages, rings=seed % 2 == 1, scrap=seed % 4 == 3)


def without(country: str, user: str) -> Callable[[Node], bool]:
    return lambda one: one.country == country and (country != user or one.kind == MAKE)


@pytest.mark.parametrize("rerouting", [HELD, ROUTES, FREE])
def test_the_network_by_hand(rerouting: Rerouting) -> None:
    found = {
        one.supplier: one
        for one in chokepoints(grown(BY_HAND), ["CHN", "DEU", "JPN"], rerouting)
        if one.country == CASE["user"]
    }
    for supplier, expected in CASE["rerouting"][rerouting].items():
        assert found[supplier].loss == pytest.approx(expected["loss"], abs=1e-9)
        assert found[supplier].low == pytest.approx(CASE["low"][supplier], abs=1e-9)
        assert found[supplier].high == pytest.approx(CASE["high"][supplier], abs=1e-9)
        assert found[supplier].binding == expected.get("binding", found[supplier].binding)
        assert found[supplier].lost == pytest.approx(50 * expected["loss"], abs=1e-7)
        assert found[supplier].unknown == pytest.approx(0.096, abs=1e-9)


def test_spare_capacity_takes_the_place_of_what_is_gone() -> None:
    case, trees = CASE["spare"], grown(BY_HAND)
    spare = np.zeros(len(BY_HAND.nodes))
    spare[BY_HAND.index[node(case["plant"], "Dy")]] = case["more"]
    (found,) = (
        one
        for one in chokepoints(trees, [case["supplier"]], ROUTES, spare)
        if one.country == CASE["user"]
    )
    assert found.loss == pytest.approx(case["loss"], abs=1e-9)
    assert found.binding == case["binding"]


@pytest.mark.parametrize("seed", SEEDS)
def test_losses_are_those_of_a_linear_programme(seed: int) -> None:
    found = drawn(seed)
    rng, trees = np.random.default_rng(seed), grown(found)
    spare = rng.uniform(0, 1, len(found.nodes)) * rng.integers(0, 2, len(found.nodes))
    asked: list[tuple[Rerouting, Any, Any]] = [
        (HELD, None, None), (ROUTES, None, np.zeros(len(spare))), (ROUTES, spare, spare),
    ]  # fmt: skip
    for rerouting, ours, theirs in asked:
        for (user, supplier), loss in by_name(trees, lost(trees, rerouting, ours).loss).items():
            one = problem(found, user, without(supplier, user), spare=theirs)
            assert loss == pytest.approx(1 - by_programme(one), abs=1e-7)


@pytest.mark.parametrize("seed", range(4))
def test_losses_are_those_of_the_smallest_of_all_cuts(seed: int) -> None:
    found = drawn(seed, countries=3, stages=2)
    trees = grown(found)
    for (user, supplier), loss in by_name(trees, lost(trees).loss).items():
        one = problem(found, user, without(supplier, user))
        assert loss == pytest.approx(1 - by_every_cut(one), abs=1e-7)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_loss_lies_between_its_bounds_and_falls_with_every_freedom(seed: int) -> None:
    found = drawn(seed, countries=5, stages=5)
    trees = grown(found)
    spare = np.random.default_rng(seed).uniform(0, 0.5, len(found.nodes))
    steps: list[tuple[Rerouting, Any]] = [
        (HELD, None), (ROUTES, None), (ROUTES, spare), (FREE, spare),
    ]  # fmt: skip
    losses = [lost(trees, *step) for step in steps]
    for one in losses:
        assert (one.low <= one.loss + 1e-9).all()
        assert (one.loss <= one.high + 1e-9).all()
        assert one.by_stage.sum(axis=2) == pytest.approx(one.loss, abs=1e-9)
    for pair in zip(*(one.loss.ravel() for one in losses), strict=True):
        assert falls(list(pair))
    assert falls([float(lost(trees, ROUTES).loss.sum()), float(lost(trees, FREE).loss.sum())])


@pytest.mark.parametrize("seed", SEEDS)
def test_names_do_not_matter(seed: int) -> None:
    found = drawn(seed)
    names = {"C00": "ZWE", "C01": "AUS", "C02": "MMR", "C03": "CHN"}
    flows = [
        (renamed(found.nodes[source], names), renamed(found.nodes[target], names), amount)
        for source, target, amount in zip(*found.edges[:3], strict=True)
    ]
    again = network(
        flows[::-1],
        {
            renamed(one, names): amount
            for one, amount in zip(found.nodes, found.entering, strict=True)
        },
        {
            renamed(one, names): amount
            for one, amount in zip(found.nodes, found.unknown, strict=True)
        },
    )
    before, after = grown(found), grown(again)
    other = by_name(after, lost(after).loss)
    for (user, supplier), loss in by_name(before, lost(before).loss).items():
        assert other[names[user], names[supplier]] == pytest.approx(loss, abs=1e-7)


def renamed(one: Node, names: dict[str, str]) -> Node:
    return one._replace(country=names[one.country])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plant_that_is_split_in_two_equal_ones_loses_as_much(seed: int) -> None:
    found = drawn(seed)
    plant = next(one for one in found.nodes if one.kind == MAKE and one.stage == "refining")
    twin = plant._replace(material="Dy, the other half")
    flows: list[tuple[Node, Node, float]] = []
    for source, target, amount in zip(*found.edges[:3], strict=True):
        ends = found.nodes[source], found.nodes[target]
        if plant in ends:
            flows.append((*ends, amount / 2))
            a, b = (twin if end == plant else end for end in ends)
            flows.append((a, b, amount / 2))
        else:
            flows.append((*ends, amount))
    again = network(
        flows, dict(zip(found.nodes, found.entering, strict=True)),
        dict(zip(found.nodes, found.unknown, strict=True)),
    )  # fmt: skip
    before, after = lost(grown(found)), lost(grown(again))
    assert after.loss == pytest.approx(before.loss, abs=1e-7)


def pooled(shares: dict[str, dict[str, float]]) -> Network:
    """Every stage sells to one market of the world, and the next stage buys from it."""
    stages = list(shares)
    flows: list[tuple[Node, Node, float]] = []
    for at, stage in enumerate(stages):
        for country, share in shares[stage].items():
            maker = node(f"make {stage} {country}", "Dy")
            flows.append((maker, node(f"market {stage} WLD", "Dy"), share))
            if at:
                flows.append((node(f"market {stages[at - 1]} WLD", "Dy"), maker, share))
    flows.append((node(f"market {stages[-1]} WLD", "Dy"), node("use wind JPN", "Dy"), 1.0))
    mined = {node(f"make {stages[0]} {name}", "Dy"): one for name, one in shares[stages[0]].items()}
    return network(flows, mined)


def test_rare_earths_of_2024_from_one_market_of_the_world() -> None:
    shares = {"mining": 0.61, "refining": 0.913, "magnet": 0.94}
    trees = grown(pooled({at: {"CHN": one, "AUS": 1 - one} for at, one in shares.items()}))
    found = lost(trees)
    assert by_name(trees, found.low)["JPN", "CHN"] == pytest.approx(0.94)
    assert by_name(trees, found.loss)["JPN", "CHN"] == pytest.approx(0.94)
    high = by_name(trees, found.high)["JPN", "CHN"]
    assert high == pytest.approx(1 - 0.39 * 0.087 * 0.06)
    assert high == pytest.approx(0.998, abs=5e-4)


@pytest.mark.parametrize("seed", SEEDS)
def test_from_one_market_a_loss_is_at_most_one_minus_the_product(seed: int) -> None:
    rng = np.random.default_rng(seed)
    shares = {
        stage: rng.dirichlet(np.ones(3)) for stage in ("mining", "refining", "metal", "magnet")
    }
    named = {
        stage: dict(zip(("CHN", "AUS", "USA"), one, strict=True)) for stage, one in shares.items()
    }
    trees = grown(pooled(named))
    for at, supplier in enumerate(("CHN", "AUS", "USA")):
        one = [float(share[at]) for share in shares.values()]
        loss = by_name(trees, lost(trees).loss)["JPN", supplier]
        assert max(one) - 1e-9 <= loss <= 1 - np.prod(1 - np.array(one)) + 1e-9


def test_where_routes_differ_a_loss_may_be_above_one_minus_the_product() -> None:
    # Half is Chinese ore that Malaysia separates, half Australian ore that China separates: China
    # has a half of each stage, 1 - .5 x .5 = .75, and without it nothing is left.
    ways = [
        "make mining CHN > market mining CHN > market mining MYS > make refining MYS",
        "make refining MYS > market refining MYS > market refining JPN",
        "make mining AUS > market mining AUS > market mining CHN > make refining CHN",
        "make refining CHN > market refining CHN > market refining JPN",
    ]
    flows = [
        (node(a, "Dy"), node(b, "Dy"), 1.0) for way in ways for a, b in pairwise(way.split(" > "))
    ]
    flows.append((node("market refining JPN", "Dy"), node("use wind JPN", "Dy"), 2.0))
    mined = {node("make mining CHN", "Dy"): 1.0, node("make mining AUS", "Dy"): 1.0}
    trees = grown(network(flows, mined))
    found = lost(trees)
    assert by_name(trees, found.low)["JPN", "CHN"] == pytest.approx(0.5)
    assert by_name(trees, found.loss)["JPN", "CHN"] == pytest.approx(1.0)


def test_who_is_no_part_of_the_network_is_no_chokepoint() -> None:
    assert chokepoints(grown(BY_HAND), ["BRA"]) == ()


@pytest.mark.parametrize(
    ("rerouting", "spare", "field"),
    [("everywhere", None, "rerouting"), (HELD, np.zeros(len(BY_HAND.nodes)), "spare")],
)
def test_what_cannot_be_asked_says_what_can(rerouting: str, spare: Any, field: str) -> None:
    with pytest.raises(InputError) as raised:
        chokepoints(grown(BY_HAND), ["CHN"], cast("Rerouting", rerouting), spare)
    assert raised.value.field == field
