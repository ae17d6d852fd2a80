"""Balances: what changes for each side, to the right what it gains, to the left what it loses.

Both sides share one scale, so that what weighs little beside the other looks it. They differ in
colour, and each lane says whose it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import GROUPS, LIGHT, config
from monazite.charts.years import extent, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.leverage_shapes import Weight

LESS, MORE = "less", "more"
"""Keys of words: of both halves of the axis."""
_ROW, _LABELS, _WIDTH = 23, 340, 400
_BAR, _ROOM, _TICKS = 12, 0.06, 7


def balances(found: Sequence[Weight], caption: Caption, *, is_one: bool) -> alt.VConcatChart:
    """A panel for each group of lanes, in the order in which they first appear.

    is_one: whether all panels have one scale; else each has its own.
    """
    room, colour = extent([one.lane for one in found], _LABELS), _colours(found)
    drawn = []
    for panel in dict.fromkeys(one.panel for one in found):
        own = [one for one in found if one.panel == panel]
        drawn.append(_panel(own, _scale(found if is_one else own), colour, room, caption))
    together: alt.VConcatChart = (
        alt.vconcat(*drawn, spacing=12)
        .resolve_scale(x="shared" if is_one else "independent", color="shared")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _scale(found: Sequence[Weight]) -> alt.Scale:
    ends = [x for one in found for x in (one.low, one.middle, one.high) if x is not None]
    low, high = min([0.0, *ends]), max([0.0, *ends])
    room = _ROOM * ((high - low) or 1.0)
    return alt.Scale(domain=[low - room, high + room], nice=False)


def _colours(found: Sequence[Weight]) -> alt.Color:
    """A colour for each side in the order in which they first appear; lanes say whose they are."""
    sides = list(dict.fromkeys(one.side for one in found))
    scale = alt.Scale(domain=sides, range=[LIGHT[role] for role in GROUPS[: len(sides)]])
    return alt.Color("side:N", scale=scale, legend=None)


def _panel(
    found: list[Weight], scale: alt.Scale, colour: alt.Color, room: int, caption: Caption
) -> alt.LayerChart:
    lanes = list(dict.fromkeys(one.lane for one in found))
    axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False,
                    minExtent=room, domain=False)  # fmt: skip
    y = alt.Y("lane:N", sort=lanes, axis=axis, scale=alt.Scale(domain=lanes))
    x: dict[str, Any] = {
        "axis": alt.Axis(title=None, tickCount=_TICKS, format=",~r"),
        "scale": scale,
    }
    data = rows([_row(one) for one in found])
    tips = [alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "text", "tip")]
    base = alt.Chart(data).encode(y=y, tooltip=tips)
    known = base.transform_filter("datum.middle !== null")
    words = base.mark_text(align="left", baseline="middle", dx=10, fontSize=11, color=LIGHT["ink"])
    layers = [
        known.mark_bar(height=_BAR).encode(
            x=alt.X("nothing:Q", **x), x2="middle:Q", color=colour
        ),
        known.mark_rule(color=LIGHT["ink"], strokeWidth=1.3).encode(
            x=alt.X("low:Q", **x), x2="high:Q"
        ),
        alt.Chart(rows([{"nothing": 0}])).mark_rule(color=LIGHT["muted"], strokeWidth=1.2).encode(
            x=alt.X("nothing:Q", **x)
        ),
        words.encode(x=alt.value(_WIDTH), text="text:N"),
        *_halves(scale, caption),
    ]  # fmt: skip
    return alt.LayerChart(layer=layers).properties(
        width=_WIDTH, height=_ROW * len(lanes),
        title=alt.TitleParams(found[0].panel, fontSize=13, offset=18),
    )  # fmt: skip


def _row(one: Weight) -> dict[str, Any]:
    return {
        "lane": one.lane, "side": one.side, "low": one.low, "middle": one.middle,
        "high": one.high, "nothing": 0, "text": one.text, "tip": one.tip,
    }  # fmt: skip


def _halves(scale: alt.Scale, caption: Caption) -> list[alt.Chart]:
    """What both halves of the axis mean, above it, on both sides of nothing."""
    less, more = (
        alt.Chart(rows([{"nothing": 0, "half": caption.labels[half]}])).encode(
            x=alt.X("nothing:Q", scale=scale), y=alt.value(-8), text="half:N"
        )
        for half in (LESS, MORE)
    )
    said: dict[str, Any] = {"fontSize": 10.5, "color": LIGHT["muted"]}
    return [
        less.mark_text(align="right", dx=-6, **said), more.mark_text(align="left", dx=6, **said)
    ]  # fmt: skip
