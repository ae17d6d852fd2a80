"""Unit values against amounts on two logarithmic axes, what stands apart in its own colour."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import WIDTH, heading, upright_axis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption, Dot

USUAL, LOW, HIGH, FEW = "usual", "low", "high", "few"
AMOUNT = "amount"
"""The key of the word for the horizontal axis."""
_KINDS = {USUAL: "pale", FEW: "wait", LOW: "doubt", HIGH: "mark"}
_HEIGHT = 380


def dots(found: Sequence[Dot], middle: float | None, caption: Caption) -> alt.LayerChart:
    """A dot for each flow, and a line at the middle value where there is one."""
    used = [kind for kind in _KINDS if any(dot.kind == kind for dot in found)]
    scale = alt.Scale(
        domain=[caption.labels[kind] for kind in used],
        range=[LIGHT[_KINDS[kind]] for kind in used],
    )
    # The unusual lie above the others.
    ordered = sorted(found, key=lambda dot: list(_KINDS).index(dot.kind))
    data = [
        {"x": dot.x, "y": dot.y, "kind": caption.labels[dot.kind], "tip": dot.tip}
        for dot in ordered
    ]
    log = alt.Scale(type="log", nice=True)
    axis = alt.Axis(
        title=caption.labels[AMOUNT], titleAnchor="start", **_tens([dot.x for dot in found])
    )
    upright = upright_axis(caption.axis, **_tens([dot.y for dot in found]))
    points = (
        alt.Chart(rows(data))
        .mark_point(filled=True, size=52, opacity=0.9, stroke=LIGHT["muted"], strokeWidth=0.4)
        .encode(
            x=alt.X("x:Q", scale=log, axis=axis),
            y=alt.Y("y:Q", scale=log, axis=upright),
            color=alt.Color("kind:N", title=None, scale=scale),
            tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("tip", "kind")],
        )
    )
    layers = [points]
    if middle is not None:
        line = alt.Chart(rows([{"y": middle}])).mark_rule(color=LIGHT["muted"], strokeDash=[4, 3])
        layers.insert(0, line.encode(y=alt.Y("y:Q", scale=log, axis=upright)))
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=layers)
        .properties(width=WIDTH, height=_HEIGHT, title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return drawn


def _tens(values: Sequence[float]) -> dict[str, Any]:
    """A line at every power of ten, and none between; written out in full."""
    low, high = floor(log10(min(values, default=1))), ceil(log10(max(values, default=1)))
    return {"values": [10.0**power for power in range(low, high + 1)], "format": ",.12~g"}
