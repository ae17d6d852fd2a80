from __future__ import annotations

from typing import Any

from monazite.charts.firsts import firsts
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import First
from monazite.charts.theme import LIGHT

CAPTION = Caption("first years", "source", "", {})
STATES = {"going": "step5", "planned": "step1", "stalled": "doubt"}


def drawn() -> Any:
    found = [
        First("mines", "a", "2028", "planned", "5 t", "tip"),
        First("mines", "b", "2030", "stalled", "", "tip"),
        First("plants", "a", "2026", "going", "", "tip"),
    ]
    return firsts(found, ["2026", "2027", "2028", "2029", "2030"], STATES, CAPTION).to_dict()


def test_every_panel_has_its_lanes_and_all_years() -> None:
    chart = drawn()
    assert [part["title"]["text"] for part in chart["vconcat"]] == ["mines", "plants"]
    encoding = chart["vconcat"][0]["layer"][0]["encoding"]
    assert encoding["y"]["scale"]["domain"] == ["a", "b"]
    assert encoding["x"]["scale"]["domain"] == ["2026", "2027", "2028", "2029", "2030"]


def test_what_has_halted_is_told_apart_without_colour() -> None:
    encoding = drawn()["vconcat"][0]["layer"][0]["encoding"]
    assert encoding["fill"]["scale"]["domain"] == list(STATES)
    assert encoding["fill"]["scale"]["range"] == [LIGHT[role] for role in STATES.values()]
    assert encoding["shape"]["scale"]["range"] == ["circle", "circle", "cross"]
