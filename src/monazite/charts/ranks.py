"""Things in an order as bars from nothing to the whole of a score, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption, Rank

_ROW_HEIGHT = 24
_BAR_WIDTH = 240
_LABEL_WIDTH = 300


def ranks(found: Sequence[Rank], caption: Caption) -> alt.LayerChart:
    """The things from the highest score down, their words to the right of the bars."""
    order = [rank.lane for rank in found]
    data = rows([
        {"lane": rank.lane, "score": rank.score, "text": rank.text, "tip": rank.tip, "end": 1.0}
        for rank in found
    ])  # fmt: skip
    lanes = alt.Axis(labelLimit=_LABEL_WIDTH, title=None, labelColor=LIGHT["ink"], grid=False)
    scale = alt.Scale(domain=[0, 1], nice=False)
    axis = alt.Axis(title=caption.axis, values=[0, 0.5, 1], titleAnchor="start", orient="bottom")
    base = alt.Chart(data).encode(
        y=alt.Y("lane:N", sort=order, axis=lanes),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "text", "tip")],
    )
    layers = [
        base.mark_bar(height=13, color=LIGHT["faint"]).encode(
            x=alt.X("end:Q", scale=scale, axis=axis)
        ),
        base.mark_bar(height=13, color=LIGHT["solid"]).encode(
            x=alt.X("score:Q", scale=scale, axis=axis)
        ),
        base.mark_text(align="left", dx=8, color=LIGHT["ink"], fontSize=11).encode(
            x=alt.value(_BAR_WIDTH), text="text:N"
        ),
    ]
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=layers)
        .properties(
            width=_BAR_WIDTH,
            height=_ROW_HEIGHT * max(1, len(order)),
            title=heading(caption),
            description=caption.title,
        )
        .configure(**config())
    )
    return drawn
