from __future__ import annotations

from typing import Any

from monazite.charts.flow_shapes import Caption, Pair
from monazite.charts.pairs import pairs

LABELS = {
    "exporter": "exporter says", "importer": "importer says", "matched": "both",
    "orphan": "orphan", "ghost": "ghost", "not_reported": "not reported",
}  # fmt: skip
CAPTION = Caption("both sides", "source", "", LABELS)


def pair(year: int, exporter: float | None, importer: float | None, kind: str = "matched") -> Pair:
    return Pair("China → Japan", year, exporter, importer, kind, "tip")


def drawn(*found: Pair) -> Any:
    return pairs(found, CAPTION).to_dict()


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    return [row for values in chart["datasets"].values() for row in values if key in row]


def test_the_gap_is_shaded_only_between_neighbouring_years_that_both_sides_know() -> None:
    chart = drawn(
        pair(2018, 1, 2), pair(2019, 1, 2), pair(2020, None, 2, "orphan"), pair(2021, 1, 2)
    )
    assert [(row["year"], row["run"]) for row in rows_with(chart, "run")] == [
        ("2018", 0), ("2019", 0), ("2021", 1),
    ]  # fmt: skip


def test_a_side_that_says_nothing_is_not_drawn_at_nothing() -> None:
    chart = drawn(pair(2020, None, 5, "orphan"))
    said = {row["side"]: row["y"] for row in rows_with(chart, "side")}
    assert said == {"exporter says": None, "importer says": 5}


def test_what_one_side_alone_saw_is_marked_at_what_that_side_says() -> None:
    chart = drawn(pair(2020, None, 5, "orphan"), pair(2021, 4, 5), pair(2022, 7, None, "ghost"))
    marks = [(row["year"], row["kind"], row["y"]) for row in rows_with(chart, "kind")]
    assert marks == [("2020", "orphan", 5), ("2022", "ghost", 7)]


def test_no_gap_and_no_marks_where_there_are_none() -> None:
    alone = drawn(pair(2020, None, 5))
    assert rows_with(alone, "run") == []
    assert rows_with(alone, "kind") == []


def test_two_panels_stand_beside_each_other_on_scales_of_their_own() -> None:
    found = [Pair(f"flow {n}", 2020, 10.0**n, 10.0**n, "matched", "") for n in range(3)]
    lines = pairs(found, CAPTION).to_dict()["vconcat"]
    assert [len(line["hconcat"]) for line in lines] == [2, 1]
    tops = [
        panel["layer"][0]["encoding"]["y"]["scale"]["domain"][1] for panel in lines[0]["hconcat"]
    ]
    assert tops == [1.2, 12.0]
