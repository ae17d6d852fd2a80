from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.chain.chokepoint.suppliers import suppliers
from monazite.chain.chokepoint.weighted import weighted
from monazite.chain.figures import ESTIMATE, Figure
from monazite.chain.packaged.world import world as packaged
from monazite.chain.worlds import Plant
from monazite.errors import InputError
from support.chain_networks import network, node, world

WAYS = (
    ("make mining CHN", "market mining CHN", 6.0), ("make mining AUS", "market mining AUS", 4.0),
    ("market mining CHN", "make refining CHN", 6.0), ("market mining AUS", "make refining AUS", 4.0),
    ("make refining CHN", "market refining CHN", 5.0), ("make refining AUS", "market refining AUS", 3.0),
    ("market refining CHN", "use wind CHN", 4.0), ("market refining AUS", "use wind JPN", 4.0),
)  # fmt: skip
SMALL = network([(node(a, "Dy"), node(b, "Dy"), amount) for a, b, amount in WAYS], {})
NINE = Figure(9.0, "a", 2024, "a source", ESTIMATE, ("row/years",))
PLANTS = {node("make mining CHN", "Dy"): Plant(None, None, None, NINE, None)}


def test_every_stage_says_what_is_left_without_its_largest_maker() -> None:
    ore, oxide = suppliers(world(SMALL, plants=PLANTS), "Dy").stages
    assert (ore.stage, ore.largest, ore.output) == ("mining", "CHN", 10)
    assert (ore.share, ore.left, ore.left_share) == pytest.approx((0.6, 4, 0.4))
    # Australia's 4 t of ore are all that plants outside China take.
    assert ore.coverage == pytest.approx(1)
    assert (ore.years, oxide.years) == (NINE, None)
    assert (oxide.left, oxide.coverage) == pytest.approx((3, 3 / 4))


def test_the_suppliers_are_those_of_the_index() -> None:
    found = world(SMALL, plants=PLANTS)
    assert suppliers(found, "Dy").suppliers == weighted(found, SMALL)


def test_a_stage_that_nobody_takes_from_has_no_coverage() -> None:
    alone = network([(node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 1.0)], {})
    (stage,) = suppliers(world(alone), "Dy").stages
    assert (stage.left, stage.coverage) == (0, None)


def test_what_unknown_makers_put_out_is_left_and_told() -> None:
    # Of the 5 t that Japan takes, Australia made 3; the other 2 come from nobody knows where.
    ways = (
        ("make refining CHN", "market refining CHN", 5.0), ("make refining AUS", "market refining AUS", 3.0),
        ("market refining CHN", "use wind CHN", 5.0), ("market refining AUS", "use wind JPN", 5.0),
    )  # fmt: skip
    flows = [(node(a, "Dy"), node(b, "Dy"), amount) for a, b, amount in ways]
    found = network(flows, {}, {node("market refining AUS", "Dy"): 2.0})
    (oxide,) = suppliers(world(found), "Dy").stages
    assert (oxide.largest, oxide.output, oxide.share) == ("CHN", 10, 0.5)
    assert (oxide.left, oxide.left_share, oxide.unknown) == pytest.approx((5, 0.5, 0.2))


def test_a_stage_without_a_country_that_makes_anything_is_left_out() -> None:
    rest = network([(node("make mining ROW", "Dy"), node("market mining ROW", "Dy"), 1.0)], {})
    found = suppliers(world(rest), "Dy")
    assert (found.stages, found.suppliers) == ((), ())


@pytest.mark.parametrize("name", ["NdFeB-heavy", "unobtainium"])
def test_what_is_no_network_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="material"):
        suppliers(packaged(2024), name)


def test_twice_the_world_is_the_same_index() -> None:
    double = replace(SMALL, edges=SMALL.edges._replace(amount=2 * SMALL.edges.amount))
    once, twice = (suppliers(world(one, plants=PLANTS), "Dy") for one in (SMALL, double))
    assert once.suppliers == twice.suppliers
    assert [2 * one.left for one in once.stages] == [one.left for one in twice.stages]


def test_the_packaged_magnet_rare_earths_stand_on_china_first() -> None:
    found = suppliers(packaged(2024), "REE_MAGNET")
    refining = next(one for one in found.stages if one.stage == "refining")
    # What is left of the 80.8 kt of the International Energy Agency without China's 91.3 %.
    assert refining.largest == "CHN"
    assert refining.left == pytest.approx(7019, rel=0.01)
    assert found.suppliers[0].supplier == "CHN"
    assert 0.7 < found.suppliers[0].index < 0.8
