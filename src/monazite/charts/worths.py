"""What things are worth, as bars: a panel for each way of counting, colours by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import GROUPS, LIGHT, config
from monazite.charts.years import extent, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.response_shapes import Worth

_ROW, _LABELS, _WIDTH = 24, 380, 300
_HEADROOM = 1.04


def worths(found: Sequence[Worth], marks: dict[str, float], caption: Caption) -> alt.VConcatChart:
    """The panels in the order in which they first appear, each on its own axis from nothing.

    marks: by panel a value at which a line stands across it.
    """
    panels = list(dict.fromkeys(one.panel for one in found))
    groups = list(dict.fromkeys(one.group for one in found))
    room = extent([one.lane for one in found], _LABELS)
    drawn = [
        _panel([one for one in found if one.panel == panel], groups, room, marks.get(panel))
        for panel in panels
    ]
    together: alt.VConcatChart = (
        alt.vconcat(*drawn)
        .resolve_scale(color="shared", x="independent", y="independent")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _panel(
    found: Sequence[Worth], groups: list[str], room: int, mark: float | None
) -> alt.LayerChart:
    lanes = list(dict.fromkeys(one.lane for one in found))
    data = rows([
        {"lane": one.lane, "group": one.group, "value": one.value, "text": one.text, "tip": one.tip}
        for one in found
    ])  # fmt: skip
    axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False,
                    minExtent=room)  # fmt: skip
    high = _HEADROOM * max(max((one.value for one in found), default=0.0), mark or 0.0)
    scale = alt.Scale(domain=[0, high or 1.0], nice=False)
    colours = alt.Scale(domain=groups, range=[LIGHT[role] for role in GROUPS[: len(groups)]])
    legend = alt.Legend(title=None, orient="bottom") if len(groups) > 1 else None
    x = alt.X("value:Q", axis=alt.Axis(title=None, tickCount=5, format=",~r"), scale=scale)
    base = alt.Chart(data).encode(
        y=alt.Y("lane:N", sort=lanes, axis=axis),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "text", "tip")],
    )
    layers = [
        base.mark_bar(height=13).encode(
            x=x, color=alt.Color("group:N", scale=colours, legend=legend)
        ),
        base.mark_text(align="left", baseline="middle", dx=8, fontSize=11, color=LIGHT["ink"])
        .encode(x=alt.value(_WIDTH), text="text:N"),
    ]  # fmt: skip
    if mark is not None:
        line = alt.Chart(rows([{"value": mark}])).mark_rule(color=LIGHT["mark"], strokeDash=[3, 3])
        layers.append(line.encode(x=x))
    return alt.LayerChart(layer=layers).properties(
        width=_WIDTH, height=_ROW * len(lanes), title=found[0].panel
    )
