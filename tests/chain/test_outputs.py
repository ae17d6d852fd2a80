from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.chain.outputs import outputs
from monazite.chain.packaged.world import world
from support.chain_networks import network, node

MINE, ORE = node("make mining CHN", "Dy"), node("market mining CHN", "Dy")
OTHER, PLANT = node("make mining MMR", "Dy"), node("make refining CHN", "Dy")
ELSEWHERE = node("market mining JPN", "Dy")


def test_shares_are_of_what_makers_put_out_with_their_rows() -> None:
    found = network(
        [(MINE, ORE, 60.0), (OTHER, ORE, 40.0), (ORE, PLANT, 100.0)], {MINE: 60.0, OTHER: 40.0}
    )
    mining = outputs(found)["mining"]
    assert [(one.country, one.share) for one in mining.shares] == [("CHN", 0.6), ("MMR", 0.4)]
    assert mining.makers["CHN"].rows == ("row/0",)
    assert (mining.total, mining.unknown_share, mining.silent) == (100, 0, frozenset())
    assert mining.concentration == pytest.approx(0.52)


def test_a_maker_of_whom_nobody_says_how_much_makes_no_one_else_the_only_one() -> None:
    found = network([(MINE, ORE, 60.0)], {MINE: 60.0}, {OTHER: 0.0, PLANT: 0.0})
    mining = outputs(replace(found, unnamed={"mining": 20.0}))["mining"]
    assert [(one.country, one.share) for one in mining.shares] == [("CHN", 0.75)]
    assert (mining.unknown_share, mining.silent) == (0.25, frozenset({"MMR"}))
    assert mining.concentration == pytest.approx(0.75**2)
    plants = outputs(found)["refining"]
    assert (plants.total, plants.shares, plants.unknown_share) == (0, (), 1)
    assert plants.concentration is None


def test_a_maker_that_is_known_to_make_nothing_is_not_silent() -> None:
    mining = outputs(network([(MINE, ORE, 60.0), (OTHER, ORE, 0.0)], {MINE: 60.0}))["mining"]
    assert (mining.makers["MMR"].amount, mining.silent) == (0, frozenset())
    assert [one.country for one in mining.shares] == ["CHN"]


def test_what_comes_by_no_known_way_has_no_known_maker_unless_as_much_is_left() -> None:
    ways = [(MINE, ORE, 10.0), (ELSEWHERE, PLANT, 4.0)]
    left = outputs(network(ways, {MINE: 10.0}, {ELSEWHERE: 4.0}))["mining"]
    assert (left.total, left.unknown) == (10, 0)
    taken = network([*ways, (ORE, PLANT, 9.0)], {MINE: 10.0}, {ELSEWHERE: 4.0})
    assert outputs(taken)["mining"].unknown == pytest.approx(3)


def test_without_estimates_no_maker_gets_the_part_of_others() -> None:
    bare, whole = (world(2024, estimates=one).networks["Dy"] for one in (False, True))
    for stage, share in (("metal", 0.91), ("magnet", 0.94)):
        (china,) = outputs(bare)[stage].shares
        assert china.share == pytest.approx(share, abs=0.005)
        assert outputs(bare)[stage].silent == outputs(whole)[stage].makers.keys() - {"CHN"}
    assert outputs(bare)["component"].total == 0
