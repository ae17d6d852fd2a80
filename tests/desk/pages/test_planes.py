"""Pictures of figures: marks are round, curves keep inside, a fan opens where it begins."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.desk.pages.pictures.axes import Plane, rounds
from monazite.desk.pages.pictures.fan import fan
from monazite.desk.pages.pictures.stacks import stacks
from monazite.desk.pages.pictures.steps import steps
from monazite.licensing.figures.waiting import Curve, Point


@given(st.integers(1, 10**7))
def test_marks_are_few_round_and_reach_the_end(most: int) -> None:
    found = rounds(most)
    assert 2 <= len(found) <= 6
    assert found[0] == 0
    assert most / 2 <= found[-1] <= most
    assert set(str(found[1]).rstrip("0")) <= set("125")


def numbers(path: str) -> list[float]:
    return [float(each) for each in re.findall(r"[\d.]+", path)]


def test_a_curve_falls_in_steps_and_its_band_is_closed() -> None:
    points = (Point(4, 10, 2, 0, 0.8, 0.4, 0.95), Point(9, 8, 8, 0, 0.0, None, None))
    drawn = steps(Curve("filed_to_decision", "days", 10, 10, 0, points, (9, 9, 9), ""))
    assert drawn.line.startswith("M")
    assert drawn.line.count("V") == 2
    assert drawn.band.endswith("Z")
    assert drawn.half
    assert drawn.half.label == "9"
    assert max(numbers(drawn.line)) <= drawn.plane.width


def test_one_decision_on_the_first_day_can_be_drawn() -> None:
    point = Point(0, 1, 1, 0, 0.0, None, None)
    drawn = steps(Curve("filed_to_decision", "days", 1, 1, 0, (point,), (0, 0, 0), ""))
    assert drawn.band == ""


@pytest.mark.parametrize("columns", [[], [("01-05", [(0, "a"), (0, "b")])]])
def test_nothing_to_stack_is_an_empty_plane(
    columns: list[tuple[str, list[tuple[int, str]]]],
) -> None:
    assert stacks(columns).blocks == ()


def test_blocks_stand_on_each_other() -> None:
    low, high = stacks([("01-05", [(3, "granted"), (1, "refused")])]).blocks
    assert low.y == high.y + high.height
    assert low.height == pytest.approx(3 * high.height, abs=0.2)
    assert (low.colour, high.colour) == (1, 2)


def test_a_fan_opens_where_the_known_line_ends() -> None:
    drawn = fan([("12-01", 8), ("12-08", 9)], 10, [("12-15", 8, 10, 12), ("12-22", 6, 10, 15)])
    assert drawn.known.split("L")[-1] == drawn.middle.removeprefix("M").split("L")[0]
    assert drawn.now == drawn.plane.x(2)
    assert drawn.plane == Plane(4, 15)
    assert fan([], 0, [("12-15", 0, 0, 0)]).known.startswith("M")
