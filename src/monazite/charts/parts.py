"""Parts of a whole as bars: of each lane a part alone, and the larger one that it grows to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import extent, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.shock_shapes import Part

ALONE, GROWN = "alone", "grown"
"""Keys of words: of the part alone, and of what it grows to."""
_ROW, _WIDTH, _LABELS = 24, 300, 520


def parts(found: Sequence[Part], caption: Caption) -> alt.LayerChart:
    """The lanes in the order in which they come, their words to the right of the bars."""
    lanes = [one.lane for one in found]
    names = [caption.labels[ALONE], caption.labels[GROWN]]
    data = rows([
        {"lane": one.lane, "part": max(0.0, part), "what": name, "text": one.text, "tip": one.tip}
        for one in found
        for name, part in zip(names, (one.alone, one.grown), strict=True)
    ])  # fmt: skip
    axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False,
                    minExtent=extent(lanes, _LABELS))  # fmt: skip
    high = max([1.0, *(max(one.alone, one.grown) for one in found)])
    scale = alt.Scale(domain=[0, high], nice=False)
    across = alt.Axis(title=None, format="%", tickCount=5)
    colours = alt.Scale(domain=names, range=[LIGHT["solid"], LIGHT["pale"]])
    colour = alt.Color("what:N", scale=colours, legend=alt.Legend(title=None, orient="bottom"))
    base = alt.Chart(data).encode(
        y=alt.Y("lane:N", sort=lanes, axis=axis),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "text", "tip")],
    )
    bars = [
        base.transform_filter(alt.datum.what == name)
        .mark_bar(height=height)
        .encode(x=alt.X("part:Q", scale=scale, axis=across), color=colour)
        for name, height in ((names[1], 15), (names[0], 7))
    ]
    words = base.transform_filter(alt.datum.what == names[0]).mark_text(
        align="left", baseline="middle", dx=8, fontSize=11, color=LIGHT["ink"]
    )
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=[*bars, words.encode(x=alt.value(_WIDTH), text="text:N")])
        .properties(
            width=_WIDTH, height=_ROW * len(lanes), title=heading(caption),
            description=caption.title,
        )
        .configure(**config())
    )  # fmt: skip
    return drawn
