"""A world map of any indicator: countries in the colour of their class, small ones as points.

What has no figure is grey and says so; it never has the colour of little. Outlines imply no
position on any border.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, cast

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.outlines import outlined, places, topology
from monazite.charts.theme import LIGHT, STEPS, config
from monazite.charts.years import heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.chain_shapes import Area, Classes
    from monazite.charts.flow_shapes import Caption

NO_FIGURE = "no_figure"
"""The key of the word for what is grey."""
_WIDTH, _HEIGHT = 860, 374


def world_map(areas: Sequence[Area], classes: Classes, caption: Caption) -> alt.LayerChart:
    """The map; a country that no area names has no figure."""
    none = caption.labels[NO_FIGURE]
    empty = {"class": none, "tip": none}
    given = {area.iso3: {"class": _class(area, classes, none), "tip": area.tip} for area in areas}
    colour = _colour(classes, none)
    layers = [_countries({iso3: given.get(iso3, empty) for iso3 in outlined()}, colour)]
    points = [
        {"longitude": at[0], "latitude": at[1], **given[iso3]}
        for iso3, at in places().items()
        if iso3 in given and given[iso3]["class"] != none
    ]
    if points:
        layers.append(_points(points, colour))
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=layers)
        .project(type="equalEarth")
        .properties(width=_WIDTH, height=_HEIGHT, title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return drawn


def _class(area: Area, classes: Classes, none: str) -> str:
    return none if area.value is None else classes.names[bisect_right(classes.bounds, area.value)]


def _colour(classes: Classes, none: str) -> dict[str, Any]:
    """The scale from little to much, spread over all its colours, with grey for no figure."""
    count = len(classes.names)
    steps = [STEPS[round(n * (len(STEPS) - 1) / max(count - 1, 1))] for n in range(count)]
    return {
        "scale": alt.Scale(
            domain=[*classes.names, none], range=[LIGHT[role] for role in (*steps, "gap")]
        ),
        "legend": alt.Legend(
            title=None, orient="bottom", labelFontSize=12, symbolStrokeColor=LIGHT["rest"],
            symbolStrokeWidth=0.6, columns=count + 1, symbolSize=140, labelLimit=0,
        ),
    }  # fmt: skip


def _countries(properties: dict[str, dict[str, str]], colour: dict[str, Any]) -> alt.Chart:
    data = alt.InlineData(
        values=cast("Any", topology(properties)),
        format=alt.TopoDataFormat(type="topojson", feature="countries"),
    )
    drawn: alt.Chart = (
        alt.Chart(data)
        .mark_geoshape(stroke=LIGHT["rest"], strokeWidth=0.4)
        .encode(
            color=alt.Color("properties.class:N", **colour),
            tooltip=alt.Tooltip("properties.tip:N", title=" "),
        )
    )
    return drawn


def _points(points: list[dict[str, Any]], colour: dict[str, Any]) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(rows(points))
        .mark_circle(size=46, opacity=1, stroke=LIGHT["muted"], strokeWidth=0.7)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            color=alt.Color("class:N", **colour),
            tooltip=alt.Tooltip("tip:N", title=" "),
        )
    )
    return drawn
