from __future__ import annotations

import pyarrow.compute as pc
import pytest

from monazite.chain.chokepoint.of_world import chokepoints
from monazite.chain.exposures.all_shares import all_shares
from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.left_out import LeftOut, all_left_out
from support.chain_networks import network, node, world

METAL = [node(f"market metal {one}", "Dy") for one in ("DEU", "FRA", "ROW")]
MAGNET = [node(f"market magnet {one}", "Dy") for one in ("DEU", "ROW")]
FOUND = network(
    [
        (node("make metal CHN", "Dy"), node("market metal CHN", "Dy"), 100.0),
        *((node("market metal CHN", "Dy"), one, 10.0) for one in METAL),
        (METAL[0], node("use glass DEU", "Dy"), 10.0),
        (METAL[1], node("use glass FRA", "Dy"), 10.0),
        (node("market metal CHN", "Dy"), node("make magnet CHN", "Dy"), 70.0),
        (node("make magnet CHN", "Dy"), MAGNET[0], 30.0),
        (node("make magnet CHN", "Dy"), MAGNET[1], 40.0),
        (MAGNET[0], node("use wind DEU", "Dy"), 30.0),
        (MAGNET[1], node("use wind ROW", "Dy"), 40.0),
    ],
    {node("make metal CHN", "Dy"): 100.0},
)
OF_FRANCE = LeftOut(("magnet",), 70 / 90, 40.0)


def test_a_country_without_a_market_where_the_rest_has_one_leaves_that_out() -> None:
    assert all_left_out(FOUND) == {"FRA": OF_FRANCE}
    assert exposure(world(FOUND), "FRA", "Dy", draws=0).left_out == OF_FRANCE
    assert exposure(world(FOUND), "DEU", "Dy", draws=0).left_out is None


def test_of_one_sector_only_its_own_ways_count() -> None:
    assert exposure(world(FOUND), "FRA", "Dy", sector="glass", draws=0).left_out is None
    wind = exposure(world(FOUND), "FRA", "Dy", sector="wind", draws=0)
    assert wind.left_out is not None
    assert (wind.use, wind.left_out.share) == (0.0, 1.0)
    assert all_left_out(FOUND, "glass") == {}


def test_where_little_goes_by_those_ways_the_rest_is_most_of_the_use() -> None:
    assert LeftOut(("magnet",), 0.6, 1.0).main
    assert not LeftOut(("magnet",), 0.4, 1.0).main


def test_the_table_of_all_shares_marks_final_use_alone() -> None:
    table = all_shares(world(FOUND))
    left = table.filter(pc.is_valid(table["left_out"]))
    assert {*left["country"].to_pylist()} == {"FRA"}
    assert {*left["stage"].to_pylist()} == {"sector"}
    assert left["left_out"][0].as_py() == pytest.approx(70 / 90)


def test_losses_of_a_final_use_are_marked_and_those_of_a_market_are_not() -> None:
    found = chokepoints(world(FOUND), "Dy", supplier="CHN", draws=0)
    assert {one.country: one.left_out for one in found}["FRA"] == OF_FRANCE
    assert {one.country: one.left_out for one in found}["DEU"] is None
    of_market = chokepoints(world(FOUND), "Dy", supplier="CHN", stage="metal", draws=0)
    assert {one.left_out for one in of_market} == {None}
