from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.chain.exposures.cover import DAYS
from monazite.chain.figures import ESTIMATE, REPORTED, Figure, Reading
from monazite.chain.sums.makers import owners, plants
from monazite.chain.worlds import Plant
from support.chain_networks import network, node

if TYPE_CHECKING:
    from monazite.chain.network.network import Network

PLANT = node("make refining CHN", "SUM")


def of(element: str, come: float, gone: float) -> Network:
    make = node("make refining CHN", element)
    return network(
        [
            (node("market mining CHN", element), make, come),
            (make, node("market refining CHN", element), gone),
        ],
        {node("market mining CHN", element): come},
        element=element,
    )


NETWORKS = [of("Nd", 10, 9), of("Dy", 30, 24)]


def figure(value: float, unit: str = "t", confidence: str = REPORTED) -> Figure:
    return Figure(value, unit, 2024, "a source", confidence, (f"row/{value:g}",))


def of_both(one: Plant, other: Plant) -> Plant:
    known = {node("make refining CHN", "Nd"): one, node("make refining CHN", "Dy"): other}
    return plants(NETWORKS, known, "SUM")[PLANT]


def test_what_is_known_of_both_is_added_up() -> None:
    one = Plant(
        Reading(figure(9), (), "only"), figure(12), figure(0.9, "1"), figure(2, "a"), figure(5)
    )
    other = Plant(
        Reading(figure(24, "t", ESTIMATE), (), "only"), figure(24), figure(0.8, "1"),
        figure(3, "a"), figure(1),
    )  # fmt: skip
    found = of_both(one, other)
    assert found.production is not None
    assert (found.production.chosen.value, found.production.chosen.confidence) == (33, ESTIMATE)
    assert found.production.chosen.rows == ("row/9", "row/24")
    assert found.capacity is not None
    assert found.capacity.value == 36
    assert found.lead_time == other.lead_time
    assert found.stock is not None
    assert found.stock.value == 6
    # 9 + 24 of 40 t that come in.
    assert found.recovery is not None
    assert found.recovery.value == pytest.approx(33 / 40)


def test_what_is_not_known_of_one_is_not_known_of_both() -> None:
    known = Plant(Reading(figure(9), (), "only"), figure(12), figure(0.9, "1"), None, figure(5))
    found = of_both(known, Plant(None, None, None, figure(3, "a"), None))
    assert (found.production, found.capacity, found.recovery, found.stock) == (None,) * 4
    assert found.lead_time == figure(3, "a")


def test_days_of_use_are_not_added_up() -> None:
    sixty, ten = (Plant(None, None, None, None, figure(days, DAYS)) for days in (60, 10))
    assert of_both(sixty, sixty).stock == figure(60, DAYS)
    assert of_both(sixty, ten).stock is None


def test_figures_in_two_units_are_not_added_up() -> None:
    one, other = (Plant(None, figure(5, unit), None, None, None) for unit in ("t", "t REO"))
    assert of_both(one, other).capacity is None


def test_owners_count_by_what_each_part_puts_out() -> None:
    known = {
        node("make refining CHN", "Nd"): {"CHN": figure(1, "1")},
        node("make refining CHN", "Dy"): {"CHN": figure(0.5, "1"), "USA": figure(0.5, "1")},
    }
    found = owners(NETWORKS, known, "SUM")[PLANT]
    assert found["CHN"].value == pytest.approx((9 + 12) / 33)
    assert found["USA"].value == pytest.approx(12 / 33)


def test_a_part_of_no_known_owner_stays_so() -> None:
    known = {node("make refining CHN", "Nd"): {"CHN": figure(1, "1")}}
    assert owners(NETWORKS, known, "SUM")[PLANT]["CHN"].value == pytest.approx(9 / 33)
    assert owners(NETWORKS, {}, "SUM") == {}
