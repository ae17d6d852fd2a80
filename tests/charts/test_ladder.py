from __future__ import annotations

from typing import Any

import pytest

from monazite.charts.chain_shapes import OTHERS, PLAIN, UNKNOWN, Rung
from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.ladder import ladder
from monazite.charts.theme import LIGHT

CAPTION = Caption("ladder", "source", "", {})


def rung(
    stage: str, group: str, share: float, low: float | None = None, high: float | None = None
) -> Rung:
    return Rung(stage, group, f"name of {group}", share, low, high, f"{share:.0%}", "tip")


def drawn(*found: Rung) -> Any:
    return ladder(found, CAPTION).to_dict()


def rows_with(chart: Any, *keys: str) -> list[dict[str, Any]]:
    return [
        row
        for values in chart["datasets"].values()
        for row in values
        if all(k in row for k in keys)
    ]


def test_parts_of_a_stage_follow_each_other_from_the_left() -> None:
    chart = drawn(
        rung("mining", "CHN", 0.6), rung("mining", "USA", 0.3), rung("mining", OTHERS, 0.1)
    )
    parts = rows_with(chart, "group")
    assert [(part["group"], part["x"], part["x2"]) for part in parts] == [
        ("CHN", 0.0, 0.6),
        ("USA", 0.6, pytest.approx(0.9)),
        (OTHERS, pytest.approx(0.9), pytest.approx(1.0)),
    ]


def test_the_first_part_is_joined_from_stage_to_stage_even_where_it_is_nothing() -> None:
    chart = drawn(
        rung("mining", "CHN", 0.0), rung("mining", "USA", 1.0), rung("magnet", "CHN", 0.9)
    )
    joins = [row["x2"] for row in rows_with(chart, "n", "x2")]
    assert joins == [0.0, 0.9]


def test_stages_whose_first_parts_differ_are_not_joined() -> None:
    chart = drawn(rung("mining", "USA", 0.5), rung("magnet", "CHN", 0.9))
    assert rows_with(chart, "n", "x2") == []


def test_only_the_first_part_shows_its_band() -> None:
    chart = drawn(rung("mining", "CHN", 0.6, 0.5, 0.7), rung("mining", "USA", 0.3, 0.2, 0.4))
    lines = [row for row in rows_with(chart, "x", "x2") if set(row) == {"x", "x2", "y"}]
    assert {(row["x"], row["x2"]) for row in lines} == {(0.5, 0.7), (0.7, 0.7)}


def test_what_is_left_over_has_a_shade_and_a_name_of_its_own() -> None:
    chart = drawn(*(rung("mining", group, 0.25) for group in ("CHN", OTHERS, PLAIN, UNKNOWN)))
    scales = [
        layer["encoding"]["color"]["scale"]
        for layer in chart["layer"]
        if "scale" in layer["encoding"].get("color", {})
    ]
    colours = dict(zip(scales[0]["domain"], scales[0]["range"], strict=True))
    assert colours == {
        "name of CHN": LIGHT["group1"],
        "name of others": LIGHT["rest"],
        "name of plain": LIGHT["wait"],
        "name of unknown": LIGHT["gap"],
    }


def test_only_parts_with_room_carry_their_words() -> None:
    svg = chart_file(
        ladder([rung("mining", "CHN", 0.95), rung("mining", "USA", 0.05)], CAPTION), ".svg", "en"
    ).decode()
    assert ">95%<" in svg
    assert ">5%<" not in svg
