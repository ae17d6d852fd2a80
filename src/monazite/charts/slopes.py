"""A figure along a number that varies: the middle as a line, its band around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import WIDTH, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.shock_shapes import Along

MIDDLE, BAND = "middle", "band"
"""Keys of words: of the line, and of the band."""
_HEIGHT, _WRITTEN = 300, 12
"""How high it is; points up to which each is written below the axis."""


def slopes(found: Sequence[Along], caption: Caption, *, parts: bool) -> alt.LayerChart:
    """The points in the order of the axis, whose title `caption.axis` is; the other begins at 0.

    parts: the number that varies is a part of 1, written in per cent.
    """
    data = rows([
        {"x": one.at, "low": one.low, "middle": one.middle, "high": one.high, "tip": one.tip}
        for one in sorted(found, key=lambda one: one.at)
    ])  # fmt: skip
    names = [caption.labels[MIDDLE], caption.labels[BAND]]
    scale = alt.Scale(domain=names, range=[LIGHT["solid"], LIGHT["pale"]])
    colour = alt.Legend(title=None, orient="bottom")
    across = alt.Axis(
        title=caption.axis, grid=False, format="~%" if parts else "~r", titleColor=LIGHT["muted"],
        values=[one.at for one in found] if len(found) <= _WRITTEN else alt.Undefined,
    )  # fmt: skip
    base = alt.Chart(data).encode(
        x=alt.X("x:Q", axis=across, scale=alt.Scale(zero=False, nice=False)),
        tooltip=alt.Tooltip("tip:N", title=" "),
    )
    upright = alt.Axis(title=None, format=",~f", tickCount=5)
    band = base.mark_area(opacity=1).encode(
        y=alt.Y("low:Q", axis=upright, scale=alt.Scale(zero=True)), y2="high:Q",
        color=alt.Color("named:N", scale=scale, legend=colour),
    ).transform_calculate(named=f"'{_quoted(names[1])}'")  # fmt: skip
    line = base.mark_line(point={"size": 40}).encode(
        y="middle:Q", color=alt.Color("named:N", scale=scale, legend=colour)
    ).transform_calculate(named=f"'{_quoted(names[0])}'")  # fmt: skip
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=[band, line])
        .properties(width=WIDTH, height=_HEIGHT, title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return drawn


def _quoted(text: str) -> str:
    """As it stands in an expression of Vega."""
    return text.replace("\\", "\\\\").replace("'", "\\'")
