from __future__ import annotations

from typing import Any

import pytest

from monazite.charts.balances import LESS, MORE, balances
from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.leverage_shapes import Weight

CAPTION = Caption("who gains", "source", "", {LESS: "worse", MORE: "better"})


def weight(lane: str, middle: float | None, panel: str = "one", side: str = "CHN") -> Weight:
    low, high = (None, None) if middle is None else (middle - 1, middle + 1)
    return Weight(panel, lane, side, low, middle, high, f"{lane} in words", "tip")


def drawn(*found: Weight, is_one: bool = True) -> dict[str, Any]:
    chart: dict[str, Any] = balances(found, CAPTION, is_one=is_one).to_dict()
    return chart


def domains(chart: dict[str, Any]) -> list[list[float]]:
    return [panel["layer"][0]["encoding"]["x"]["scale"]["domain"] for panel in chart["vconcat"]]


def test_losses_are_left_of_nothing_and_gains_right_of_it() -> None:
    ((low, high),) = domains(drawn(weight("a", 10.0), weight("b", -20.0)))
    assert low < -21 < 11 < high


@pytest.mark.parametrize("is_one", [True, False])
def test_panels_share_a_scale_where_they_are_to_be_compared(is_one: bool) -> None:
    found = weight("a", 10.0), weight("b", 5000.0, panel="two")
    one, other = domains(drawn(*found, is_one=is_one))
    assert (one == other) is is_one


def test_sides_differ_in_colour_in_the_order_in_which_they_come() -> None:
    chart = drawn(weight("a", 1.0), weight("b", 1.0, side="USA"), weight("c", 2.0))
    scale = chart["vconcat"][0]["layer"][0]["encoding"]["color"]["scale"]
    assert scale["domain"] == ["CHN", "USA"]
    assert len(set(scale["range"])) == 2


def test_what_is_not_known_has_words_and_no_bar() -> None:
    chart = drawn(weight("a", None), weight("b", 3.0))
    rows = [row for values in chart["datasets"].values() for row in values if "lane" in row]
    assert [row["middle"] for row in rows if row["lane"] == "a"] == [None]
    filters = [str(layer.get("transform")) for layer in chart["vconcat"][0]["layer"]]
    assert sum("datum.middle !== null" in one for one in filters) == 2


def test_nothing_at_all_can_be_drawn() -> None:
    found = chart_file(balances([weight("a", None)], CAPTION, is_one=True), ".svg", "en")
    assert b"a in words" in found
    assert b"better" in found
