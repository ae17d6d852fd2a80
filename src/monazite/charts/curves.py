"""A share along a share: the middle as a line, its band, and a broken line to hold it against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import WIDTH, heading, upright_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.shock_shapes import Along

ACROSS, MIDDLE, BAND, AGAINST = "across", "middle", "band", "against"
"""Keys of words: of the lower axis, the line, the band, the broken line."""
_HEIGHT = 300


def curves(
    found: Sequence[Along], against: Sequence[tuple[float, float]], caption: Caption
) -> alt.LayerChart:
    """The points from left to right; against: the ends of the broken line. All are parts of 1."""
    far = max([*(one.at for one in found), *(x for x, _ in against)], default=1.0)
    words = [caption.labels[key] for key in (MIDDLE, BAND, AGAINST)]
    tones = alt.Scale(domain=words, range=[LIGHT["solid"], LIGHT["pale"], LIGHT["doubt"]])
    colour = alt.Color("what:N", scale=tones, legend=alt.Legend(title=None, orient="bottom"))
    x = _axis(caption.labels[ACROSS], far)
    scale = alt.Scale(domain=[0, 1], nice=False)
    upright = upright_axis(caption.axis, format=".0%", tickCount=5)
    y: dict[str, Any] = {"axis": upright, "scale": scale}
    points = [
        {"x": one.at, "low": one.low, "middle": one.middle, "high": one.high, "tip": one.tip}
        for one in sorted(found, key=lambda one: one.at)
    ]
    layers = [
        _named(points, words[1]).mark_area().encode(
            x=x, y=alt.Y("low:Q", **y), y2="high:Q", color=colour),
        _named([{"x": a, "middle": b} for a, b in against], words[2]).mark_line(
            strokeDash=[5, 4], strokeWidth=1.5
        ).encode(x=x, y=alt.Y("middle:Q", **y), color=colour),
        _named(points, words[0]).mark_line(point={"size": 36}).encode(
            x=x, y=alt.Y("middle:Q", **y), color=colour,
            tooltip=alt.Tooltip("tip:N", title=" ")),
    ]  # fmt: skip
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=layers)
        .properties(width=WIDTH, height=_HEIGHT, title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return drawn


def _axis(title: str, far: float) -> alt.X:
    axis = alt.Axis(title=title, grid=False, format="~%", titleAnchor="start", tickCount=8)
    return alt.X("x:Q", axis=axis, scale=alt.Scale(domain=[0, far], nice=False))


def _named(points: Sequence[dict[str, Any]], word: str) -> alt.Chart:
    return alt.Chart(rows([{**point, "what": word} for point in points]))
