"""A ladder of stages: at each the parts of a whole, the first joined from rung to rung.

Stages stand in the order of the goods, ore above, so that a part that grows towards use shows as
a shape that widens. The band of the first part is a line around its end.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.chain_shapes import OTHERS, PLAIN, UNKNOWN
from monazite.charts.theme import GROUPS, LIGHT, config
from monazite.charts.years import heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.chain_shapes import Rung
    from monazite.charts.flow_shapes import Caption

_ROW, _BAR = 46, 25
_WIDTH, _LABELS = 640, 160
_LEGEND = 6
"""Groups in a line of the legend."""
_WRITTEN = 0.075
"""A narrower part has no room for its words."""


def ladder(found: Sequence[Rung], caption: Caption) -> alt.LayerChart:
    """A rung for each stage in the order in which they first appear, parts from the left.

    At most seven groups besides the others and what is unknown.
    """
    stages = list(dict.fromkeys(rung.stage for rung in found))
    parts = _parts(found, stages)
    layers = [*_joins(parts, stages), *_bars(parts, found), *_bands(parts), _labels(stages)]
    height = _ROW * max(len(stages), 1)
    ticks = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".0%", title=None, domain=False)
    # The words of the stages stand left of nothing.
    wide = alt.Scale(domain=[-_LABELS / _WIDTH, 1], nice=False)
    x = alt.X("x:Q", scale=wide, axis=ticks)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=[layer.encode(x=x, y=y) for layer in layers])
        .properties(
            width=_WIDTH + _LABELS, height=height, title=heading(caption),
            description=caption.title,
        )
        .configure(**config())
    )  # fmt: skip
    return drawn


def _parts(found: Sequence[Rung], stages: list[str]) -> list[dict[str, Any]]:
    """Every part from where the one before it in its stage ends."""
    ends: dict[str, float] = dict.fromkeys(stages, 0.0)
    parts: list[dict[str, Any]] = []
    seen: set[str] = set()
    for rung in found:
        start = ends[rung.stage]
        ends[rung.stage] = end = start + rung.share
        top = stages.index(rung.stage) * _ROW + (_ROW - _BAR) / 2
        parts.append({
            "stage": rung.stage, "group": rung.group, "name": rung.name, "tip": rung.tip,
            "x": start, "x2": end, "y": top, "y2": top + _BAR, "first": rung.stage not in seen,
            "low": rung.low, "high": rung.high,
            "text": rung.text if rung.share >= _WRITTEN else "",
        })  # fmt: skip
        seen.add(rung.stage)
    return parts


def _joins(parts: list[dict[str, Any]], stages: list[str]) -> list[alt.Chart]:
    """The shape between the first parts of neighbouring stages, where they are of one group."""
    first = {part["stage"]: part for part in parts if part["first"]}
    data: list[dict[str, Any]] = []
    for n, (one, other) in enumerate(pairwise(stages)):
        a, b = first[one], first[other]
        if a["group"] == b["group"]:
            data += [{"n": n, "x": 0, "x2": a["x2"], "y": a["y2"]}]
            data += [{"n": n, "x": 0, "x2": b["x2"], "y": b["y"]}]
    if not data:
        return []
    mark = alt.Chart(rows(data)).mark_area(orient="horizontal", color=LIGHT["faint"])
    return [mark.encode(x2="x2:Q", detail="n:N")]


def _bars(parts: list[dict[str, Any]], found: Sequence[Rung]) -> list[alt.Chart]:
    names = {rung.group: rung.name for rung in found}
    own = [group for group in names if group not in (OTHERS, UNKNOWN, PLAIN)]
    roles = dict(zip(own, GROUPS, strict=False)) | {OTHERS: "rest", PLAIN: "wait", UNKNOWN: "gap"}
    shown = [group for group in (*own, OTHERS, PLAIN, UNKNOWN) if group in names]
    scale = alt.Scale(
        domain=[names[group] for group in shown], range=[LIGHT[roles[group]] for group in shown]
    )
    legend = alt.Legend(
        title=None, orient="bottom", labelFontSize=12, symbolStrokeColor=LIGHT["rest"],
        symbolStrokeWidth=0.6, columns=_LEGEND,
    )  # fmt: skip
    tips = [alt.Tooltip(f"{name}:N", title=" ") for name in ("stage", "name", "tip")]
    bars = alt.Chart(rows(parts)).mark_rect(stroke=LIGHT["paper"], strokeWidth=1)
    colour = alt.Color("name:N", scale=scale, legend=legend)
    return [
        bars.encode(x2="x2:Q", y2="y2:Q", color=colour, tooltip=tips),
        _written([part for part in parts if part["group"] in (PLAIN, UNKNOWN)], "muted"),
        _written([part for part in parts if part["group"] not in (PLAIN, UNKNOWN)], "paper"),
    ]


def _written(parts: list[dict[str, Any]], role: str) -> alt.Chart:
    """The words in the middle of their parts."""
    data = [
        {"x": (part["x"] + part["x2"]) / 2, "y": (part["y"] + part["y2"]) / 2, "text": part["text"]}
        for part in parts
    ]
    mark = alt.Chart(rows(data)).mark_text(fontSize=11.5, baseline="middle", color=LIGHT[role])
    drawn: alt.Chart = mark.encode(text="text:N")
    return drawn


def _bands(parts: list[dict[str, Any]]) -> list[alt.Chart]:
    """A line from the low to the high end of the first part, with its ends marked."""
    data = [
        {"x": part["low"], "x2": part["high"], "y": part["y2"] + 3}
        for part in parts
        if part["first"] and part["low"] is not None and part["high"] is not None
    ]
    if not data:
        return []
    base = alt.Chart(rows(data))
    ends = alt.Chart(rows([{**row, "x": row[end]} for row in data for end in ("x", "x2")]))
    ink: dict[str, Any] = {"color": LIGHT["ink"], "strokeWidth": 1.4}
    return [
        base.mark_rule(**ink).encode(x2="x2:Q"),
        ends.mark_tick(**ink, size=7, orient="vertical"),
    ]


def _labels(stages: list[str]) -> alt.Chart:
    data = [{"x": 0, "y": n * _ROW + _ROW / 2, "text": stage} for n, stage in enumerate(stages)]
    mark = alt.Chart(rows(data)).mark_text(
        align="right", baseline="middle", dx=-8, fontSize=12, color=LIGHT["ink"]
    )
    drawn: alt.Chart = mark.encode(text="text:N")
    return drawn
