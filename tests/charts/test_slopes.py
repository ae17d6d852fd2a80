from __future__ import annotations

from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import Along
from monazite.charts.slopes import BAND, MIDDLE, slopes

POINTS = [Along(at, 10 * at, 20 * at, 40 * at, f"tip {at}") for at in (3.0, 1.0, 2.0)]
CAPTION = Caption("Title", "Source", "weeks", {MIDDLE: "the analyst's middle", BAND: "band"})


def _svg(found: list[Along], *, parts: bool) -> str:
    return chart_file(slopes(found, CAPTION, parts=parts), ".svg", "en").decode()


def test_points_stand_in_the_order_of_the_axis() -> None:
    drawn = slopes(POINTS, CAPTION, parts=False).to_dict()
    data = [row for values in drawn["datasets"].values() for row in values]
    assert [row["x"] for row in data] == [1.0, 2.0, 3.0]


def test_words_with_an_apostrophe_are_drawn() -> None:
    text = _svg(POINTS, parts=False)
    assert "the analyst’s middle" in text or "the analyst's middle" in text
    assert "weeks" in text


def test_parts_are_written_in_per_cent() -> None:
    some = [Along(at / 10, 1.0, 2.0, 3.0, "") for at in range(1, 4)]
    assert "20%" in _svg(some, parts=True)
    assert "20%" not in _svg(some, parts=False)
