from __future__ import annotations

from typing import Any

import pytest

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.grids import grids
from monazite.charts.response_shapes import Square

CAPTION = Caption("regret", "source", "", {})


def square(row: str, column: str, step: int | None) -> Square:
    return Square(row, column, step, str(step), "tip")


def data(found: list[Square]) -> list[dict[str, Any]]:
    return [
        row for values in grids(found, CAPTION).to_dict()["datasets"].values() for row in values
    ]


def test_rows_and_columns_keep_their_order() -> None:
    chart = grids([square("b", "z", 0), square("a", "y", 1)], CAPTION).to_dict()
    encoding = chart["layer"][0]["encoding"]
    assert (encoding["y"]["sort"], encoding["x"]["sort"]) == (["b", "a"], ["z", "y"])


def test_the_least_of_all_has_no_step_and_dark_squares_light_words() -> None:
    found = data([square("a", "x", None), square("b", "x", 0), square("c", "x", 4)])
    assert [(row["step"], row["light"]) for row in found] == [
        ("least", False), ("step1", False), ("step5", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Seven rare earths, April 2025 (80%)", "二〇二五年四月七种稀土出口管制措施"]
)
def test_the_name_of_a_column_is_broken_into_lines_and_lifted_above_the_squares(name: str) -> None:
    chart = grids([square("a", name, 0), square("a", "x", 0)], CAPTION).to_dict()
    heads = chart["layer"][0]["encoding"]["x"]
    assert heads["sort"][0].count("\n") == 1
    alone = grids([square("a", "x", 0)], CAPTION).to_dict()["layer"][0]["encoding"]["x"]
    assert heads["axis"]["labelPadding"] > alone["axis"]["labelPadding"]


def test_it_is_drawn() -> None:
    chart = grids([square("a", "x", 1), square("a", "y", None)], CAPTION)
    assert b"<svg" in chart_file(chart, ".svg", "en")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Seven rare earths, April 2025 (80%)", ["Seven rare earths, April", "2025 (80%)"]),
        ("全面停止出口措施第二（20%）", ["全面停止出口措施第二", "（20%）"]),
        ("2026年11月10日之后恢复（10%）", ["2026年11月10日之后恢复", "（10%）"]),
    ],
)
def test_a_line_ends_between_words_and_never_within_brackets(name: str, lines: list[str]) -> None:
    chart = grids([square("a", name, 0)], CAPTION).to_dict()
    assert chart["layer"][0]["encoding"]["x"]["sort"] == ["\n".join(lines)]
