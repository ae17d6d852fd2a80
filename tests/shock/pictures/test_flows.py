from __future__ import annotations

import json
from typing import Any

from monazite.shock.pictures.flows import compared_flows, flows
from support.shock_outcomes import outcome


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    found = chart.to_dict()["datasets"].values()
    return [row for values in found for row in values if key in row]


def test_the_picture_of_a_run_has_bands_points_and_the_error_below_each_title() -> None:
    found = flows(outcome(), "A", [], "en")
    may = [row for row in rows_with(found.chart, "middle") if row["month"] == "2025-05"]
    assert {(row["line"], row["low"], row["middle"], row["high"]) for row in may} == {
        ("With the scenario", 1040, 1300, 1560), ("With the scenario", 104, 130, 156),
        ("Without it, median", None, 5000, None), ("Without it, median", None, 500, None),
    }  # fmt: skip
    assert [row["value"] for row in rows_with(found.chart, "value")] == [2600, 1238, 3188]
    titles = [panel["title"] for panel in found.chart.to_dict()["vconcat"]]
    assert titles[0]["text"] == "Rare earth magnets, out of China"
    assert titles[0]["subtitle"].startswith("off by 8% on average in 3 months observed")
    assert titles[1]["subtitle"] == ""


def test_a_month_in_part_outside_the_run_is_in_the_table_alone() -> None:
    found = flows(outcome(), "A", [], "en")
    assert "2025-07" not in json.dumps(found.chart.to_dict())
    assert any("2025-07, in part" in row for row in found.behind.rows)


def test_the_words_say_the_lowest_month_the_error_and_what_the_run_rests_on() -> None:
    text = " ".join(flows(outcome(), "A", [], "en").behind.text)
    assert "A: rare earth magnets, out of China is lowest in 2025-05" in text
    assert "1,300 (1,040 to 1,560) t" in text
    assert "off by 8% on average" in text
    assert "ab" * 32 in text
    assert "weeks to order" in text


def test_runs_side_by_side_have_a_line_each_and_no_points() -> None:
    found = compared_flows({"A": outcome(), "B": outcome(1.5)}, "en")
    lines = {row["line"] for row in rows_with(found.chart, "middle")}
    assert lines == {"A", "B"}
    assert not rows_with(found.chart, "value")
    assert {row[0] for row in found.behind.rows} == {"A", "B"}
    assert "A against B" in found.chart.to_dict()["description"]
