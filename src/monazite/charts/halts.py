"""A calendar of halts: week by week how likely plants of a lane stand, and how much is missing.

Steps go from light to dark, so that they can be told apart without colours.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, STEPS, config
from monazite.charts.years import extent, heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.shock_shapes import Cell, Onset

ONSETS, CELLS = "onsets", "cells"
"""Keys of words: the titles of both parts."""
_ROW, _LABELS, _WIDTH = 20, 380, 480
_WEEK = timedelta(days=7)
_QUARTERS = 400


def halts(
    onsets: Sequence[Onset],
    standing: Sequence[Cell],
    cells: Sequence[Cell],
    names: Mapping[str, Sequence[str]],
    caption: Caption,
) -> alt.VConcatChart:
    """First the lanes that halt, week by week, in their order; then those of what is missing.

    names: of the five steps of each part, from the lowest.
    """
    weeks = [one.week for one in (*standing, *cells)]
    x = _days(min(weeks), max(weeks) + _WEEK)
    room = extent([*_lanes(onsets), *_lanes(cells)], _LABELS)
    parts = []
    if onsets:
        y = _y(_lanes(onsets), room)
        drawn = [*_grid(standing, names[ONSETS], x, y), *_ticks(onsets, x, y)]
        parts.append(_part(drawn, caption.labels[ONSETS], _lanes(onsets)))
    if cells:
        grid = _grid(cells, names[CELLS], x, _y(_lanes(cells), room))
        parts.append(_part(grid, caption.labels[CELLS], _lanes(cells)))
    together: alt.VConcatChart = (
        alt.vconcat(*parts)
        .resolve_scale(color="independent", y="independent")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _lanes(found: Sequence[Onset] | Sequence[Cell]) -> list[str]:
    return list(dict.fromkeys(one.lane for one in found))


def _part(layers: list[alt.Chart], title: str, lanes: list[str]) -> alt.LayerChart:
    return alt.LayerChart(layer=layers).properties(
        width=_WIDTH, height=_ROW * len(lanes), title=title
    )


def _days(low: date, high: date) -> dict[str, Any]:
    step = 3 if (high - low).days > _QUARTERS else 1
    axis = alt.Axis(
        format="%Y-%m", title=None, grid=True, labelOverlap=True,
        tickCount=cast("Any", {"interval": "month", "step": step}),
    )  # fmt: skip
    domain = cast("Any", [
        alt.DateTime(year=day.year, month=day.month, date=day.day) for day in (low, high)
    ])  # fmt: skip
    return {"axis": axis, "scale": alt.Scale(type="utc", nice=False, domain=domain)}


def _y(lanes: list[str], room: int) -> alt.Y:
    axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False,
                    minExtent=room)  # fmt: skip
    return alt.Y("lane:N", sort=lanes, axis=axis, scale=alt.Scale(paddingInner=0.25))


def _colour(names: Sequence[str]) -> alt.Color:
    scale = alt.Scale(domain=list(names), range=[LIGHT[role] for role in STEPS])
    legend = alt.Legend(title=None, orient="bottom", symbolStrokeWidth=0)
    return alt.Color("step:N", scale=scale, legend=legend)


def _tips() -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "tip")]


def _ticks(onsets: Sequence[Onset], x: dict[str, Any], y: alt.Y) -> list[alt.Chart]:
    """A tick on the day on which it begins, words on the right."""
    data = rows([
        {"lane": one.lane, "day": one.day.isoformat(), "text": one.text, "tip": one.tip}
        for one in onsets
    ])  # fmt: skip
    base = alt.Chart(data).encode(y=y, tooltip=_tips())
    ticks = base.mark_tick(
        color=LIGHT["ink"], stroke=LIGHT["paper"], strokeWidth=0.8, thickness=4, height=18,
        opacity=1,
    )  # fmt: skip
    words = base.mark_text(align="left", baseline="middle", dx=8, fontSize=11, color=LIGHT["ink"])
    return [
        ticks.encode(x=alt.X("day:T", **x)),
        words.encode(x=alt.value(_WIDTH), text="text:N"),
    ]


def _grid(
    cells: Sequence[Cell], names: Sequence[str], x: dict[str, Any], y: alt.Y
) -> list[alt.Chart]:
    """A cell for each week in which there is something."""
    data = [
        {
            "lane": one.lane, "first": one.week.isoformat(),
            "after": (one.week + _WEEK).isoformat(), "step": names[one.step], "tip": one.tip,
        }
        for one in cells if one.step is not None
    ]  # fmt: skip
    # Every lane has its place, that of a sector to which nothing happens too.
    empty = alt.Chart(rows([{"lane": lane} for lane in _lanes(cells)])).mark_rule(opacity=0)
    marks = alt.Chart(rows(data)).mark_bar(height=_ROW * 0.75)
    return [
        empty.encode(y=y),
        marks.encode(
            y=y, x=alt.X("first:T", **x), x2="after:T", color=_colour(names), tooltip=_tips()
        ),
    ]
