from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.chain.history import Point
from monazite.chain.pictures.history import user_history, world_history
from support.chain_networks import network, node

if TYPE_CHECKING:
    from monazite.chain.network.network import Network


def of_year(year: int, china: float, others: float) -> Network:
    found = network(
        [
            (node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), china),
            (node("make mining MMR", "Dy"), node("market mining MMR", "Dy"), others),
        ],
        {},
    )
    return replace(found, year=year)


NETWORKS = [
    of_year(2020, 60.0, 40.0),
    of_year(2021, 0.0, 10.0),
    of_year(2022, 0.0, 0.0),
    of_year(2023, 30.0, 70.0),
]


def test_a_year_without_any_maker_has_no_share_and_one_without_china_has_none() -> None:
    rows = world_history(NETWORKS, "CHN", "en").behind.rows
    assert rows == (
        ("Mining", "2020", "0.6000", "1.0000", "row/0"),
        ("Mining", "2021", "0.0000", "1.0000", "row/0"),
        ("Mining", "2022", "", "", ""),
        ("Mining", "2023", "0.3000", "1.0000", "row/0"),
    )


def test_each_stage_is_told_in_a_sentence() -> None:
    assert world_history(NETWORKS, "CHN", "en").behind.text == (
        "Mining: 60% in 2020, 30% in 2023; between 0% and 60%.",
    )
    assert world_history(NETWORKS, "CHN", "zh").behind.text == (
        "采矿：2020年60%，2023年30%；介于0%与60%之间。",
    )


def test_the_line_breaks_where_no_share_is_known() -> None:
    chart = world_history(NETWORKS, "CHN", "en").chart.to_dict()
    heights = {
        row["year"]: row["y"]
        for rows in chart["datasets"].values()
        for row in rows
        if "year" in row and not row["last"]
    }
    assert heights["2022"] is None
    assert heights["2021"] is not None


def test_a_use_has_a_lane_for_each_country_that_it_stands_on() -> None:
    points = [Point(2023, 0.9, 0.1), Point(2024, 0.8, 0.9)]
    picture = user_history({"CHN": points, "USA": [Point(2024, None, None)]}, "DEU", "Dy", "en")
    assert picture.behind.text == (
        "China: 90% in 2023, 80% in 2024; between 80% and 90%.",
        "China: an open point in 2023.",
        "United States: no figure.",
    )
    assert picture.behind.rows[0] == ("China", "2023", "0.9000", "0.1000", "")
    assert picture.behind.rows[-1] == ("United States", "2024", "", "", "")
    title = " ".join(picture.chart.to_dict()["title"]["text"])
    assert (
        title == "Germany: share of its use of dysprosium that stands on each country, 2023 to 2024"
    )


def test_the_years_of_graphite_are_not_called_one_series() -> None:
    points = {"CHN": [Point(2023, 0.6, 1.0), Point(2024, 0.9, 1.0)]}
    said = {
        material: str(user_history(points, "DEU", material, "en").chart.to_dict())
        for material in ("GRAPHITE", "Sb")
    }
    assert "they are not one series" in said["GRAPHITE"]
    assert "they are not one series" not in said["Sb"]
