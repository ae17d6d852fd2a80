from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.left_out import LeftOut
from monazite.chain.pictures.standing_on import standing_on, users_on
from monazite.chain.pictures.world_map import About, indicator_map, share_map, user_map
from support.chain_networks import network, node, random_network, world

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture


def classes(picture: Picture) -> dict[str, dict[str, str]]:
    chart: Any = picture.chart.to_dict()
    data = chart["layer"][0].get("data") or chart["data"]
    found = data["values"] if "values" in data else chart["datasets"][data["name"]]
    countries = found["objects"]["countries"]["geometries"]
    return {country["id"]: country["properties"] for country in countries}


def test_shares_fall_into_fifths_and_the_rest_has_no_figure() -> None:
    found = classes(share_map({"CHN": 1.0, "JPN": 0.2, "USA": 0.0}, {}, "title", "source", "en"))
    assert {iso3: found[iso3]["class"] for iso3 in ("CHN", "JPN", "USA", "BRA")} == {
        "CHN": "80% and more",
        "JPN": "20% to 40%",
        "USA": "under 20%",
        "BRA": "no figure",
    }
    assert found["CHN"]["tip"] == "China: 100%"


def test_what_is_not_a_number_is_no_figure() -> None:
    picture = share_map({"CHN": math.nan, "USA": 0.5}, {}, "t", "s", "en")
    assert classes(picture)["CHN"]["class"] == "no figure"
    assert picture.behind.rows == (("United States", "USA", "50%"),)


def test_the_text_names_the_countries_of_each_class() -> None:
    picture = share_map({"JPN": 0.9, "DEU": 0.85, "USA": 0.3}, {}, "t", "s", "en")
    assert picture.behind.text == ("80% and more: Japan, Germany.", "20% to 40%: United States.")


FOUND = network(
    [
        (node("make mining CHN", "Dy"), node("market mining CHN", "Dy"), 6.0),
        (node("make mining AUS", "Dy"), node("market mining AUS", "Dy"), 4.0),
        (node("market mining CHN", "Dy"), node("use wind DEU", "Dy"), 3.0),
        (node("market mining AUS", "Dy"), node("use traction DEU", "Dy"), 1.0),
        (node("market mining AUS", "Dy"), node("use traction JPN", "Dy"), 3.0),
        (node("market mining AUS", "Dy"), node("use traction FRA", "Dy"), 0.0),
    ],
    {node("make mining CHN", "Dy"): 6.0, node("make mining AUS", "Dy"): 4.0},
)


def test_sectors_weigh_what_they_use_and_no_use_is_no_figure() -> None:
    assert standing_on(FOUND, "CHN") == {"DEU": 0.75, "JPN": 0.0}
    assert standing_on(FOUND, "BRA") == {"DEU": 0.0, "JPN": 0.0}


def test_a_map_of_users_says_what_it_shows_and_what_outlines_do_not() -> None:
    picture = user_map(users_on(world(FOUND), "Dy", "CHN"), "Dy", 2024, "CHN", "en")
    assert picture.behind.text == ("60% to 80%: Germany.", "under 20%: Japan.")
    title = picture.chart.to_dict()["title"]
    assert title["text"] == ["Share of each country’s use of dysprosium that stands on China, 2024"]
    assert "take no position on any border" in " ".join(title["subtitle"])


@pytest.mark.parametrize("seed", range(3))
def test_the_map_agrees_with_the_exposure_of_each_country(seed: int) -> None:
    found = random_network(np.random.default_rng(seed), rings=True)
    for country, share in standing_on(found, "C01").items():
        told = exposure(world(found), country, found.element, draws=0).ultimate
        on = {one.country: one.share for one in told}
        assert share == pytest.approx(on.get("C01", 0.0), abs=1e-9)


def test_a_map_of_nothing_says_so_in_both_languages() -> None:
    assert share_map({}, {}, "t", "s", "en").behind.text == ("No country has a figure.",)
    assert share_map({}, {}, "t", "s", "zh").behind.text == ("各国均无数据。",)


def test_any_indicator_has_bounds_and_words_of_its_own() -> None:
    picture = indicator_map(
        {"CHN": 12.0, "USA": 3.0}, (5.0, 10.0), lambda value: f"{value:g} days",
        About("t", "s", "nobody counted", ("FRA",)), "en",
    )  # fmt: skip
    found = classes(picture)
    assert found["CHN"]["class"] == "10 days and more"
    assert found["USA"]["class"] == "under 5 days"
    assert found["FRA"] == found["BRA"] | {"tip": "France: nobody counted"}
    assert picture.behind.text[-1] == "nobody counted: France."


def test_a_country_that_is_mostly_counted_elsewhere_has_no_figure_and_the_map_says_why() -> None:
    left = {"FRA": LeftOut(("magnet",), 0.9, 5.0), "ITA": LeftOut(("magnet",), 0.2, 5.0)}
    shares = {"DEU": 0.9, "FRA": 0.1, "ITA": 0.5}
    for lang, none in (("en", "not known"), ("zh", "不明")):
        picture = share_map(shares, left, "t", "s", lang)
        found = classes(picture)
        assert found["FRA"]["class"] == found["BRA"]["class"]
        assert none in found["FRA"]["class"]
        assert found["ITA"]["class"] == "40% to 60%" or lang == "zh"
        assert none in picture.behind.text[-1]
        values = {row[1]: row[2] for row in picture.behind.rows}
        assert values["FRA"].startswith(none)
        assert values["ITA"] == "50%"
    said = " ".join(share_map(shares, left, "t", "s", "en").chart.to_dict()["title"]["subtitle"])
    assert "One country stays grey because no source names it as a buyer of magnets" in said
    assert "One country is shown without its magnets" in said
