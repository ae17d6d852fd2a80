"""Sparklines: the history of one figure in a line of text, one lane each, all on one scale.

A year without a figure breaks the line; a figure between two gaps is a dot. A dot is open where
the figure is not one of that year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import heading, span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.chain_shapes import Spark
    from monazite.charts.flow_shapes import Caption

_ROW, _LINE, _HEAD = 38, 24, 20
_LABELS, _WIDTH, _AFTER = 210, 330, 110


def sparkline(found: Sequence[Spark], top: float, caption: Caption) -> alt.LayerChart:
    """A lane for each name in the order in which they first appear, from nothing to the top."""
    lanes = list(dict.fromkeys(spark.lane for spark in found))
    years = span(spark.year for spark in found)
    points = _points(found, lanes, years, top)
    height = _HEAD + _ROW * len(lanes)
    layers = [*_frame(lanes, years), *_lines(points), *_words(points)]
    width = _LABELS + _WIDTH + _AFTER
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, width], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=[layer.encode(x=x, y=y) for layer in layers])
        .properties(width=width, height=height, title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return drawn


def _x(year: str, years: list[str]) -> float:
    return _LABELS + _WIDTH * years.index(year) / max(len(years) - 1, 1)


def _base(lane: int) -> float:
    """The height of nothing in a lane."""
    return _HEAD + lane * _ROW + (_ROW + _LINE) / 2


def _points(
    found: Sequence[Spark], lanes: list[str], years: list[str], top: float
) -> list[dict[str, Any]]:
    """Every lane in every year; without a figure the height is nothing, and the line breaks."""
    known = {(spark.lane, str(spark.year)): spark for spark in found}
    points: list[dict[str, Any]] = []
    for n, lane in enumerate(lanes):
        values = [known.get((lane, year)) for year in years]
        last = max(
            (at for at, one in enumerate(values) if one and one.value is not None), default=-1
        )
        for at, (year, one) in enumerate(zip(years, values, strict=True)):
            value = None if one is None else one.value
            points.append({
                "lane": lane, "year": year, "x": _x(year, years), "last": at == last,
                "y": None if value is None else _base(n) - _LINE * min(value / top, 1),
                "own": one is not None and one.own,
                "text": "" if one is None else one.text, "tip": "" if one is None else one.tip,
            })  # fmt: skip
    return points


def _frame(lanes: list[str], years: list[str]) -> list[alt.Chart]:
    """The names of the lanes, the room from nothing to the top in each, the ends of the years."""
    names = rows([
        {
            "x": 0, "x1": _LABELS, "x2": _LABELS + _WIDTH, "y": _base(n), "y2": _base(n) - _LINE,
            "text": lane,
        }
        for n, lane in enumerate(lanes)
    ])  # fmt: skip
    ends = rows(
        [{"x": _x(year, years), "y": 0, "text": year} for year in {*years[:1], *years[-1:]}]
    )
    base = alt.Chart(names)
    scale = base.transform_calculate(x="datum.x1")
    return [
        scale.mark_rect(color=LIGHT["gap"]).encode(x2="x2:Q", y2="y2:Q"),
        base.mark_text(
            align="left", baseline="middle", dy=-_LINE / 2, fontSize=12, color=LIGHT["ink"],
            limit=_LABELS - 16,
        ).encode(text="text:N"),
        alt.Chart(ends).mark_text(
            baseline="top", fontSize=10.5, color=LIGHT["muted"]
        ).encode(text="text:N"),
    ]  # fmt: skip


def _lines(points: list[dict[str, Any]]) -> list[alt.Chart]:
    base = alt.Chart(rows(points)).encode(
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "year", "tip")]
    )
    return [
        base.mark_line(
            strokeWidth=1.8, color=LIGHT["solid"], invalid="break-paths-filter-domains"
        ).encode(detail="lane:N"),
        _dots(base, "solid", 16),
    ]


def _dots(chart: alt.Chart, role: str, size: int) -> alt.Chart:
    """Points: full where the figure is of the year itself, open where it is not."""
    colours = alt.value(LIGHT[role]), alt.value(LIGHT["paper"])
    points = chart.mark_point(
        size=size, opacity=1, strokeWidth=1.2, stroke=LIGHT[role], invalid="filter"
    )
    drawn: alt.Chart = points.encode(fill=alt.condition("datum.own", *colours))
    return drawn


def _words(points: list[dict[str, Any]]) -> list[alt.Chart]:
    """The last figure of each lane: a dot, and its words on the right."""
    data = [point for point in points if point["last"]]
    words = [{**point, "x": _LABELS + _WIDTH, "y": point["y"]} for point in data]
    dots = _dots(alt.Chart(rows(data)), "accent", 40)
    text = alt.Chart(rows(words)).mark_text(
        align="left", baseline="middle", dx=10, fontSize=12, color=LIGHT["ink"]
    )
    return [dots, text.encode(text="text:N")] if data else []
