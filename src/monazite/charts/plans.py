"""A plan over the years: what is spent, stacked by group; below it what is begun, until it helps.

Both stand over one axis of time. Until it helps, a bar is thin and pale.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import GROUPS, LIGHT, config
from monazite.charts.years import extent, heading, upright_axis

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.response_shapes import Bar, Outlay

SPENT, BEGUN = "spent", "begun"
"""Keys of words: the titles of both parts."""
_WIDTH, _HEIGHT, _ROW, _LABELS = 440, 150, 24, 470
_HEADROOM, _WHOLE = 1.15, 100
_QUARTERS = 4 * 366


def plans(
    spent: Sequence[Outlay],
    begun: Sequence[Bar],
    groups: Sequence[str],
    ends: tuple[date, date],
    caption: Caption,
) -> alt.VConcatChart:
    """The outlays over the bars, these in the order in which they come.

    groups: at most seven, each with its colour; ends: of the axis of time.
    """
    x = _days(ends)
    lanes = list(dict.fromkeys(one.lane for one in begun))
    room = extent(lanes, _LABELS)
    scale = alt.Scale(domain=list(groups), range=[LIGHT[role] for role in GROUPS[: len(groups)]])
    colour = alt.Color("group:N", scale=scale, legend=alt.Legend(title=None, orient="bottom"))
    parts = []
    if spent:
        money = _spent(spent, x, colour, room)
        parts.append(money.properties(width=_WIDTH, height=_HEIGHT, title=caption.labels[SPENT]))
    if begun:
        size = {"width": _WIDTH, "height": _ROW * len(lanes)}
        bars = _begun(begun, x, colour, room)
        parts.append(bars.properties(**size, title=caption.labels[BEGUN]))
    together: alt.VConcatChart = (
        alt.vconcat(*parts)
        .resolve_scale(color="shared", y="independent")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _days(ends: tuple[date, date]) -> dict[str, Any]:
    low, high = ends
    step = 12 if (high - low).days > _QUARTERS else 6
    axis = alt.Axis(
        format="%Y-%m", title=None, grid=True, labelOverlap=True,
        tickCount=cast("Any", {"interval": "month", "step": step}),
    )  # fmt: skip
    domain = cast("Any", [
        alt.DateTime(year=day.year, month=day.month, date=day.day) for day in ends
    ])  # fmt: skip
    return {"axis": axis, "scale": alt.Scale(type="utc", nice=False, domain=domain)}


def _tips(*names: str) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{name}:N", title=" ") for name in names]


def _spent(
    spent: Sequence[Outlay], x: dict[str, Any], colour: alt.Color, room: int
) -> alt.LayerChart:
    """Each stretch of time as one stack, its sum above it."""
    data, sums = _stacked(spent)
    top = _HEADROOM * max((row["high"] for row in data), default=1.0)
    axis = upright_axis("", tickCount=3, format=",~r", minExtent=room)
    y: dict[str, Any] = {"axis": axis, "scale": alt.Scale(domain=[0, top], nice=False)}
    bars = alt.Chart(rows(data)).mark_rect(stroke=LIGHT["paper"], strokeWidth=0.7)
    words = alt.Chart(rows(sums)).mark_text(
        baseline="bottom", dy=-3, fontSize=11, color=LIGHT["ink"]
    )
    return alt.LayerChart(layer=[
        bars.encode(
            x=alt.X("first:T", **x), x2="after:T", y=alt.Y("low:Q", **y), y2="high:Q",
            color=colour, tooltip=_tips("group", "tip"),
        ),
        words.encode(x=alt.X("middle:T", **x), y=alt.Y("high:Q", **y), text="text:N"),
    ])  # fmt: skip


def _stacked(spent: Sequence[Outlay]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Each amount from where the one before it ends; and the sums."""
    data: list[dict[str, Any]] = []
    sums: list[dict[str, Any]] = []
    for first, each in groupby(spent, lambda one: one.first):
        low = 0.0
        # A little apart, so that two years do not touch.
        for one in each:
            inset = (one.after - one.first) / 12
            data.append({
                "group": one.group, "first": (first + inset).isoformat(),
                "after": (one.after - inset).isoformat(), "low": low, "high": low + one.amount,
                "tip": one.tip,
            })  # fmt: skip
            low += one.amount
            middle = first + (one.after - one.first) / 2
        if low:
            sums.append(
                {
                    "middle": middle.isoformat(),
                    "high": low,
                    "text": f"{low:,.0f}" if low >= _WHOLE else f"{low:.3g}",
                }
            )
    return data, sums


def _begun(begun: Sequence[Bar], x: dict[str, Any], colour: alt.Color, room: int) -> alt.LayerChart:
    data = rows([
        {
            "lane": one.lane, "group": one.group, "first": one.first.isoformat(),
            "ready": one.ready.isoformat(), "after": one.after.isoformat(), "text": one.text,
            "tip": one.tip,
        }
        for one in begun
    ])  # fmt: skip
    lanes = list(dict.fromkeys(one.lane for one in begun))
    axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False,
                    minExtent=room)  # fmt: skip
    base = alt.Chart(data).encode(
        y=alt.Y("lane:N", sort=lanes, axis=axis), tooltip=_tips("lane", "text", "tip")
    )
    words = base.mark_text(align="left", baseline="middle", dx=8, fontSize=11, color=LIGHT["ink"])
    return alt.LayerChart(layer=[
        base.mark_bar(height=5, opacity=0.4).encode(
            x=alt.X("first:T", **x), x2="ready:T", color=colour
        ),
        base.mark_bar(height=13).encode(x=alt.X("ready:T", **x), x2="after:T", color=colour),
        words.encode(x=alt.value(_WIDTH), text="text:N"),
    ])  # fmt: skip
