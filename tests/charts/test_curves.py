from __future__ import annotations

from monazite.charts.curves import ACROSS, AGAINST, BAND, MIDDLE, curves
from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import Along

POINTS = [Along(at, at / 2, at, min(1.0, at * 1.2), f"tip {at}") for at in (0.4, 0.1, 0.2)]
LABELS = {ACROSS: "part opened", MIDDLE: "found", BAND: "interval", AGAINST: "by chance"}
CAPTION = Caption("Title", "Source", "share", LABELS)


def test_points_stand_from_left_to_right_beside_the_broken_line() -> None:
    drawn = curves(POINTS, [(0.0, 0.3), (0.4, 0.3)], CAPTION).to_dict()
    rows = [row for values in drawn["datasets"].values() for row in values]
    assert [row["x"] for row in rows if row["what"] == "found"] == [0.1, 0.2, 0.4]
    assert [row["middle"] for row in rows if row["what"] == "by chance"] == [0.3, 0.3]


def test_the_words_stand_in_the_drawing() -> None:
    chart = curves(POINTS, [(0.0, 0.0), (1.0, 1.0)], CAPTION)
    text = chart_file(chart, ".svg", "en").decode()
    for word in (*LABELS.values(), "Title", "Source", "share", "100%"):
        assert word in text
