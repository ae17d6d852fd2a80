from __future__ import annotations

from typing import Any

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.reaches import ANYWAY, KINDS, MARK, MISSED, PASSED, PLAIN, reaches
from monazite.charts.shock_shapes import Reach

LABELS = {
    PLAIN: "no mark", PASSED: "kept", ANYWAY: "kept anyway", MISSED: "not kept",
    MARK: "must lie here",
}  # fmt: skip
CAPTION = Caption("against history", "source", "", LABELS)


def reach(
    lane: str, middle: float | None = 5.0, kind: str = PLAIN, panel: str = "t", **more: float
) -> Reach:
    low, high = (None, None) if middle is None else (middle - 1, middle + 1)
    known = dict.fromkeys(("observed", "floor", "ceiling")) | more
    return Reach(
        panel, lane, low, middle, high, known["observed"], known["floor"], known["ceiling"], kind,
        f"{lane} in words", "tip",
    )  # fmt: skip


def panels(*found: Reach) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = reaches(found, CAPTION).to_dict()["vconcat"]
    return parts


def domain(panel: dict[str, Any]) -> list[float]:
    found: list[float] = panel["layer"][0]["encoding"]["x"]["scale"]["domain"]
    return found


def test_panels_have_axes_of_their_own() -> None:
    one, other = panels(reach("a", 5.0), reach("b", 5000.0, panel="weeks"))
    assert (domain(one)[1], domain(other)[1]) == (6 * 1.04, 5001 * 1.04)


def test_what_was_observed_and_its_mark_lie_inside_the_axis() -> None:
    (panel,) = panels(reach("a", 5.0, MISSED, observed=40.0, floor=-30.0, ceiling=50.0))
    low, high = domain(panel)
    assert low < -30
    assert high > 50


def test_a_mark_that_is_open_reaches_the_end_of_the_axis() -> None:
    found = reaches([reach("a", 5.0, PASSED, observed=4.0, floor=3.0)], CAPTION).to_dict()
    ((row,),) = found["datasets"].values()
    assert row["floor"] == 3.0
    assert row["ceiling"] == domain(found["vconcat"][0])[1]


def test_what_misses_differs_in_shape_and_colour() -> None:
    assert len({colour for colour, _ in map(KINDS.__getitem__, (PASSED, ANYWAY, MISSED))}) == 3
    assert len({shape for _, shape in map(KINDS.__getitem__, (PASSED, ANYWAY, MISSED))}) == 3


def test_what_never_happens_keeps_its_lane_and_its_words() -> None:
    chart = reaches([reach("a"), reach("never", None, MISSED, observed=3.0)], CAPTION)
    svg = chart_file(chart, ".svg", "en").decode()
    for words in ("never in words", "not kept", "against history"):
        assert words in svg


def test_numbers_alone_need_no_legend() -> None:
    assert LABELS[PLAIN] not in chart_file(reaches([reach("a")], CAPTION), ".svg", "en").decode()
