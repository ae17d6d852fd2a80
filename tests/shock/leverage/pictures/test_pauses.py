from __future__ import annotations

from typing import Any

import pytest

from monazite.shock.leverage.pictures.pauses import MOST_TO, at_main, pauses, spoken
from support.leverage_results import HORIZONS, RARE, leverage


def lanes(chart: Any) -> list[dict[str, Any]]:
    found = [row for values in chart.to_dict()["datasets"].values() for row in values]
    return [row for row in found if "lane" in row]


def test_each_destination_has_a_lane_for_either_side() -> None:
    found = [row["lane"] for row in lanes(pauses(leverage(RARE), "en").chart)]
    assert found[2:4] == ["Japan: value added", "China: sales (Japan)"]
    assert len(found) == 2 * MOST_TO


def test_both_sides_come_of_one_result() -> None:
    result = leverage(RARE)
    drawn = {row["lane"]: row["middle"] for row in lanes(pauses(result, "en").chart)}
    (pause,) = (one for one in at_main(result) if one.other.country == "JPN")
    assert pause.other.output.band is not None
    assert pause.holder.revenue.band is not None
    assert drawn["Japan: value added"] == pause.other.output.band.p50
    assert drawn["China: sales (Japan)"] == pause.holder.revenue.band.p50


def test_levers_have_panels_of_their_own_scale_the_heaviest_first() -> None:
    chart = pauses(leverage(), "en").chart.to_dict()
    titles = [panel["title"]["text"] for panel in chart["vconcat"]]
    assert titles[0] == "China: Seven rare earths and magnets"
    assert chart["resolve"]["scale"]["x"] == "independent"


def test_words_name_both_sides() -> None:
    result = leverage(RARE)
    assert spoken(at_main(result)[0], result, "en") == (
        "“Seven rare earths and magnets” held off for 90 days: value added of Japan US$ "
        "+960 (+384 to +1,540) million, sales of China US$ +48 (+19.2 to +76.8) million."
    )


def test_the_table_behind_has_every_horizon_and_both_sides() -> None:
    result = leverage(RARE)
    rows = pauses(result, "en").behind.rows
    assert len(rows) == 2 * len(result.pauses) == 2 * len(HORIZONS) * 4


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_pauses_that_change_nothing_are_a_sentence(lang: str) -> None:
    drawn = pauses(leverage(RARE, scale=0.0), lang)
    assert b"<svg" in drawn.file(".svg", lang)
    (lane,) = lanes(drawn.chart)
    assert lane["middle"] is None
    assert lane["text"]
