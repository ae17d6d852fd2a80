from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import pytest

from monazite.chain.chokepoint.weighted import weighted
from monazite.chain.chokepoint.without_largest import without_largest
from monazite.chain.figures import ESTIMATE, Figure, Reading
from monazite.chain.worlds import Plant
from support.chain_networks import network, node, world

if TYPE_CHECKING:
    from monazite.chain.network.network import Network

WAYS = (
    ("make mining CHN", "market mining CHN", 6.0), ("make mining AUS", "market mining AUS", 4.0),
    ("market mining AUS", "market mining CHN", 3.0), ("market mining CHN", "make refining CHN", 9.0),
    ("market mining AUS", "make refining AUS", 1.0),
    ("make refining CHN", "market refining CHN", 9.0), ("make refining AUS", "market refining AUS", 1.0),
    ("market refining CHN", "use wind CHN", 4.0), ("market refining CHN", "use wind JPN", 5.0),
)  # fmt: skip


def small() -> Network:
    flows = [(node(a, "Dy"), node(b, "Dy"), amount) for a, b, amount in WAYS]
    return network(flows, {node("make mining CHN", "Dy"): 6.0, node("make mining AUS", "Dy"): 4.0})


def figure(value: float, unit: str) -> Figure:
    return Figure(value, unit, 2024, "a source", ESTIMATE, (f"row/{value:g}{unit}",))


def plant(years: float | None, production: float, capacity: float) -> Plant:
    lead = None if years is None else figure(years, "a")
    made = Reading(figure(production, "t"), (), "only")
    return Plant(made, figure(capacity, "t"), None, lead, None)


PLANTS = {
    node("make mining CHN", "Dy"): plant(9, 6, 6),
    node("make mining AUS", "Dy"): plant(9, 4, 5),
    node("make refining CHN", "Dy"): plant(3, 9, 9),
    node("make refining AUS", "Dy"): plant(3, 1, 2),
}


def test_the_index_by_hand() -> None:
    # China: 9 x (.6 - .1) + 3 x (.9 - .1) = 6.9 of 12; Australia: 9 x .4 + 3 x .1 = 3.9 of 12.
    china, australia = weighted(world(small(), plants=PLANTS), small())
    assert (china.supplier, australia.supplier) == ("CHN", "AUS")
    assert (china.index, australia.index) == pytest.approx((6.9 / 12, 3.9 / 12))
    ore, oxide = china.terms
    assert (ore.share, ore.spare, ore.years) == pytest.approx((0.6, 0.1, 9))
    assert (oxide.share, oxide.spare, oxide.years) == pytest.approx((0.9, 0.1, 3))
    assert ore.rows == ("row/0", "row/9a")


def test_a_stage_of_which_nobody_knows_how_long_a_plant_takes_has_no_part_in_the_index() -> None:
    plants = PLANTS | {
        node(f"make refining {one}", "Dy"): plant(None, 9, 9) for one in ("CHN", "AUS")
    }
    china, _ = weighted(world(small(), plants=plants), small())
    assert [(one.stage, one.years) for one in china.terms] == [("mining", 9), ("refining", None)]
    assert china.index == pytest.approx(0.5)
    (first, *_) = weighted(world(small()), small())
    assert (first.index, [one.years for one in first.terms]) == (0.0, [None, None])


def test_spare_capacity_elsewhere_holds_at_most_what_the_supplier_makes() -> None:
    plants = PLANTS | {node("make refining AUS", "Dy"): plant(3, 1, 100)}
    found = {one.supplier: one for one in weighted(world(small(), plants=plants), small())}
    assert found["CHN"].index == pytest.approx(9 * 0.5 / 12)


def test_who_makes_nothing_of_a_stage_has_no_term_of_it_and_the_rest_is_no_supplier() -> None:
    ways = (
        ("make mining CHN", "market mining CHN", 6.0), ("make mining ROW", "market mining ROW", 4.0),
        ("make refining AUS", "market refining AUS", 1.0),
    )  # fmt: skip
    flows = [(node(a, "Dy"), node(b, "Dy"), amount) for a, b, amount in ways]
    found = network(flows, {})
    plants = {node("make mining CHN", "Dy"): plant(9, 6, 6)}
    told = {one.supplier: one.terms for one in weighted(world(found, plants=plants), found)}
    assert {name: [one.stage for one in terms] for name, terms in told.items()} == {
        "CHN": ["mining"], "AUS": ["refining"],
    }  # fmt: skip


def test_without_the_largest_maker_of_each_stage() -> None:
    found = without_largest(small())
    assert list(found) == ["mining", "refining"]
    # Ore: Australia's 4 t for the 1 t that is not China's; oxide: 1 t, and all is taken in China.
    assert found["mining"].supplier == "CHN"
    assert found["mining"].supply_left == pytest.approx(4)
    assert found["mining"].coverage == pytest.approx(4.0)
    assert found["refining"].share_left == pytest.approx(0.1)
    assert isnan(found["refining"].coverage)


def test_a_stage_that_nothing_is_taken_from_has_no_coverage() -> None:
    flows = [(node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 1.0)]
    found = without_largest(network(flows, {node("make mining CHN", "Dy"): 1.0}))
    assert found["mining"].reason == "no_demand_data"
