"""First years: a mark for each lane at the year in which it begins, panel by panel.

The nearer to output, the darker; what has halted is a cross, so that it needs no colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import extent, heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.shock_shapes import First

_ROW, _LABELS, _WIDTH = 18, 260, 460
_CROSS, _CIRCLE = "cross", "circle"
_SIZE = 90


def firsts(
    found: Sequence[First], years: Sequence[str], states: Mapping[str, str], caption: Caption
) -> alt.VConcatChart:
    """A panel for each group of lanes, in the order in which they first appear.

    years: names on the axis, from left to right; states: by name its colour's role; a state whose
    role is "doubt" or "mark" has halted.
    """
    panels = list(dict.fromkeys(one.panel for one in found))
    room = extent([one.lane for one in found], _LABELS)
    drawn = [
        _panel([one for one in found if one.panel == panel], years, states, room)
        for panel in panels
    ]
    together: alt.VConcatChart = (
        alt.vconcat(*drawn, spacing=10)
        .resolve_scale(x="shared", fill="shared", shape="shared")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _panel(
    found: list[First], years: Sequence[str], states: Mapping[str, str], room: int
) -> alt.LayerChart:
    lanes = list(dict.fromkeys(one.lane for one in found))
    axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=True,
                    minExtent=room)  # fmt: skip
    y = alt.Y("lane:N", sort=lanes, axis=axis, scale=alt.Scale(domain=lanes))
    x = alt.X("year:O", axis=alt.Axis(title=None, labelAngle=0, grid=True),
              scale=alt.Scale(domain=list(years)))  # fmt: skip
    tips = [alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "year", "state", "tip")]
    data = rows([
        {"lane": one.lane, "year": one.year, "state": one.state, "text": one.text, "tip": one.tip}
        for one in found
    ])  # fmt: skip
    base = alt.Chart(data).encode(y=y, x=x, tooltip=tips)
    marks = base.mark_point(size=_SIZE, opacity=1, stroke=LIGHT["ink"], strokeWidth=0.8).encode(
        fill=alt.Fill("state:N", **_scaled(states, [LIGHT[one] for one in states.values()])),
        shape=alt.Shape("state:N", **_scaled(states, [_shape(one) for one in states.values()])),
    )
    words = base.mark_text(align="left", dx=9, fontSize=10, color=LIGHT["muted"])
    return alt.LayerChart(layer=[marks, words.encode(text="text:N")]).properties(
        width=_WIDTH, height=_ROW * len(lanes), title=alt.TitleParams(found[0].panel, fontSize=13)
    )


def _shape(role: str) -> str:
    return _CROSS if role in ("doubt", "mark") else _CIRCLE


def _scaled(states: Mapping[str, str], values: list[str]) -> dict[str, Any]:
    legend = alt.Legend(title=None, orient="bottom", columns=4)
    return {"scale": alt.Scale(domain=list(states), range=values), "legend": legend}
