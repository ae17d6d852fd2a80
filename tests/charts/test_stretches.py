from __future__ import annotations

from typing import Any

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.leverage_shapes import Stretch
from monazite.charts.stretches import BAND, HELD, stretches

CAPTION = Caption("from when to when", "source", "", {HELD: "holds", BAND: "begins"})
MONTHS = 24


def stretch(
    lane: str, first: tuple[float, float, float] | None, last: float | None = 9.0
) -> Stretch:
    return Stretch("lever", lane, first, last, f"{lane} in words", "tip")


def drawn(*found: Stretch, months: int = MONTHS) -> dict[str, Any]:
    chart: dict[str, Any] = stretches(found, months, CAPTION).to_dict()
    return chart


def bars(chart: dict[str, Any]) -> list[tuple[str, str, float, float]]:
    found = [row for values in chart["datasets"].values() for row in values if "b" in row]
    return [(row["lane"], row["what"], row["a"], row["b"]) for row in found]


def test_a_bar_runs_from_the_middle_of_its_begin_to_its_end_with_the_band_on_it() -> None:
    assert sorted(bars(drawn(stretch("JP", (1.0, 2.0, 4.0))))) == [
        ("JP", "begins", 1.0, 4.0), ("JP", "holds", 2.0, 9.0),
    ]  # fmt: skip


def test_what_has_no_end_runs_on_into_an_arrow() -> None:
    chart = drawn(stretch("JP", (1.0, 2.0, 4.0), None))
    assert ("JP", "holds", 2.0, MONTHS) in bars(chart)
    arrows = [layer for layer in chart["vconcat"][0]["layer"] if layer["mark"].get("shape")]
    assert len(arrows) == 1


def test_what_never_begins_has_its_words_alone() -> None:
    chart = drawn(stretch("JP", None), stretch("US", (1.0, 2.0, 3.0)))
    assert {lane for lane, *_ in bars(chart)} == {"US"}
    assert b"JP in words" in chart_file(stretches([stretch("JP", None)], 24, CAPTION), ".svg", "en")


def test_the_axis_is_ticked_by_as_many_months_as_it_has_room_for() -> None:
    ticks = [
        drawn(stretch("JP", (1.0, 2.0, 3.0)), months=months)["vconcat"][0]["layer"][0]["encoding"][
            "x"
        ]["axis"]["values"]
        for months in (24, 120, 300)
    ]
    assert [each[1] for each in ticks] == [3, 12, 24]


def test_a_band_does_not_leave_the_axis() -> None:
    assert ("JP", "begins", 20.0, MONTHS) in bars(drawn(stretch("JP", (20.0, 22.0, 40.0), 23.0)))
