from __future__ import annotations

from typing import Any

import pytest

from monazite.catalogue.countries import countries
from monazite.charts.chain_shapes import Area, Classes
from monazite.charts.files import chart_file
from monazite.charts.flow_shapes import Caption
from monazite.charts.outlines import outlined, places, topology
from monazite.charts.theme import LIGHT
from monazite.charts.world_map import world_map

CAPTION = Caption("map", "source", "", {"no_figure": "no figure"})
CLASSES = Classes((0.5,), ("less", "more"))


def drawn(*areas: Area) -> Any:
    return world_map(areas, CLASSES, CAPTION).to_dict()


def classes(chart: Any) -> dict[str, str]:
    # Data of an only layer stand at the top.
    data = chart["layer"][0].get("data") or chart["data"]
    world = data["values"] if "values" in data else chart["datasets"][data["name"]]
    found = world["objects"]["countries"]["geometries"]
    return {country["id"]: country["properties"]["class"] for country in found}


def points(chart: Any) -> list[str]:
    if len(chart["layer"]) == 1:
        return []
    rows = chart["datasets"][chart["layer"][1]["data"]["name"]]
    return [row["class"] for row in rows]


def test_every_place_is_a_country_of_the_catalogue_and_none_is_there_twice() -> None:
    known = {country.iso3 for country in countries().values()}
    assert outlined() <= known
    assert places().keys() <= known
    assert not outlined() & places().keys()
    assert len(outlined()) > 170


def test_what_statistics_count_has_a_place_on_the_map() -> None:
    assert {"CHN", "TWN", "XKX", "USA", "FRA", "NOR", "MMR", "SSD", "CYP", "SOM"} <= outlined()
    assert {"SGP", "HKG", "MLT", "BHR"} <= places().keys()


def test_points_lie_on_the_earth() -> None:
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in places().values())
    west, south = places()["SGP"]
    assert [west, south] == pytest.approx([103.8, 1.3], abs=0.2)


def test_outlines_close_and_use_every_arc() -> None:
    world = topology({iso3: {} for iso3 in outlined()})
    lines = []
    for arc in world["arcs"]:
        x = y = 0
        ends = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ends.append((x, y))
        lines.append((ends[0], ends[-1]))
    used = set()
    for country in world["objects"]["countries"]["geometries"]:
        for polygon in country["arcs"]:
            for ring in polygon:
                ends = [lines[arc] if arc >= 0 else lines[~arc][::-1] for arc in ring]
                assert all(a[1] == b[0] for a, b in zip(ends, ends[1:] + ends[:1], strict=True))
                used |= {arc if arc >= 0 else ~arc for arc in ring}
    assert used == set(range(len(lines)))


def test_a_country_without_a_figure_is_not_one_with_little() -> None:
    chart = drawn(Area("CHN", 0.9, "tip"), Area("JPN", 0.0, "tip"), Area("USA", None, "tip"))
    found = classes(chart)
    assert (found["CHN"], found["JPN"], found["USA"]) == ("more", "less", "no figure")
    assert found["BRA"] == "no figure"
    scale = chart["layer"][0]["encoding"]["color"]["scale"]
    assert scale["domain"] == ["less", "more", "no figure"]
    assert scale["range"] == [LIGHT["step1"], LIGHT["step5"], LIGHT["gap"]]


def test_a_value_on_a_bound_lies_above_it() -> None:
    assert classes(drawn(Area("CHN", 0.5, "")))["CHN"] == "more"


def test_small_places_are_points_where_they_have_a_figure() -> None:
    assert points(drawn(Area("SGP", 0.9, ""), Area("MLT", None, ""))) == ["more"]
    assert points(drawn(Area("CHN", 0.9, ""))) == []


def test_the_map_is_drawn() -> None:
    small = drawn(Area("SGP", 0.9, "Singapore"))
    assert small["projection"] == {"type": "equalEarth"}
    chart = world_map([Area("CHN", 0.9, "tip")], CLASSES, CAPTION)
    text = chart_file(chart, ".svg", "en").decode()
    # One shape for each country, the darkest colour for the one that has a figure.
    assert text.count("<path") >= len(outlined())
    assert LIGHT["step5"] in text
