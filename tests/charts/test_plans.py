from __future__ import annotations

from datetime import date
from typing import Any

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.plans import BEGUN, SPENT, plans
from monazite.charts.response_shapes import Bar, Outlay
from monazite.charts.theme import GROUPS, LIGHT

CAPTION = Caption("what to do", "source", "", {SPENT: "money", BEGUN: "steps"})
FIRST, NEXT, LAST = date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)
SPENDING = [
    Outlay("stock", FIRST, NEXT, 30, "a"), Outlay("plants", FIRST, NEXT, 12, "b"),
    Outlay("plants", NEXT, LAST, 5, "c"),
]  # fmt: skip
STEPS = [Bar("mine", "plants", FIRST, NEXT, LAST, "5 t", "tip")]


def drawn(steps: list[Bar] | None = None) -> dict[str, Any]:
    bars = STEPS if steps is None else steps
    return plans(SPENDING, bars, ("stock", "plants"), (FIRST, LAST), CAPTION).to_dict()


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def test_what_is_spent_in_a_year_is_one_stack_with_its_sum_above() -> None:
    found = {(row["group"], row["low"], row["high"]) for row in rows_with(drawn(), "low")}
    assert found == {("stock", 0, 30), ("plants", 30, 42), ("plants", 0, 5)}
    assert [row["text"] for row in rows_with(drawn(), "middle")] == ["42", "5"]


def test_a_bar_goes_from_its_begin_over_the_day_on_which_it_helps_to_the_end() -> None:
    (row,) = rows_with(drawn(), "ready")
    assert (row["first"], row["ready"], row["after"]) == ("2025-01-01", "2026-01-01", "2027-01-01")


def test_both_parts_share_their_colours_in_the_order_of_the_groups() -> None:
    above = drawn()["vconcat"][0]["layer"][0]["encoding"]["color"]["scale"]
    below = drawn()["vconcat"][1]["layer"][0]["encoding"]["color"]["scale"]
    assert above == below
    assert above == {"domain": ["stock", "plants"], "range": [LIGHT[role] for role in GROUPS[:2]]}


def test_a_plan_without_steps_is_drawn() -> None:
    chart = plans((), (), (), (FIRST, LAST), CAPTION)
    assert chart_file(chart, ".png", "en").startswith(b"\x89PNG")
