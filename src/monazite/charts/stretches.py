"""Stretches of time side by side: from when something bites until one is free of it.

Months count from the first day. A thin band says between when it begins; a stretch whose end nobody
knows runs into an arrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, config
from monazite.charts.years import extent, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.leverage_shapes import Stretch

HELD, BAND = "held", "band"
"""Keys of words: of the stretch, and of the band in which it begins."""
_ROW, _LABELS, _LEGEND, _WIDTH = 23, 340, 420, 400
_BAR, _THIN = 12, 4
_STEPS = (3, 6, 12, 24)
_TICKS = 12


def stretches(found: Sequence[Stretch], months: int, caption: Caption) -> alt.VConcatChart:
    """A panel for each group of lanes, in the order in which they first appear.

    months: as far as is looked; what has no end by then runs into an arrow.
    """
    panels = list(dict.fromkeys(one.panel for one in found))
    room = extent([one.lane for one in found], _LABELS)
    drawn = [
        _panel([one for one in found if one.panel == panel], months, room, caption)
        for panel in panels
    ]
    together: alt.VConcatChart = (
        alt.vconcat(*drawn, spacing=12)
        .resolve_scale(color="shared", x="shared")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _panel(found: list[Stretch], months: int, room: int, caption: Caption) -> alt.LayerChart:
    lanes = list(dict.fromkeys(one.lane for one in found))
    axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False,
                    minExtent=room)  # fmt: skip
    y = alt.Y("lane:N", sort=lanes, axis=axis, scale=alt.Scale(domain=lanes))
    step = next((step for step in _STEPS if months <= _TICKS * step), _STEPS[-1])
    ticks = alt.Axis(title=None, grid=True, values=list(range(0, months + 1, step)))
    x = {"axis": ticks, "scale": alt.Scale(domain=[0, months], nice=False)}
    tips = [alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "text", "tip")]
    words = alt.Chart(rows([_row(one) for one in found])).mark_text(
        align="left", baseline="middle", dx=14, fontSize=11, color=LIGHT["ink"]
    )
    layers = [
        *_bars(found, months, caption, x),
        *_arrows(found, months, x),
        words.encode(x=alt.value(_WIDTH), text="text:N"),
    ]
    return alt.LayerChart(layer=[one.encode(y=y, tooltip=tips) for one in layers]).properties(
        width=_WIDTH, height=_ROW * len(lanes), title=alt.TitleParams(found[0].panel, fontSize=13)
    )


def _row(one: Stretch, **more: object) -> dict[str, Any]:
    return {"lane": one.lane, "text": one.text, "tip": one.tip, **more}


def _bars(
    found: list[Stretch], months: int, caption: Caption, x: dict[str, Any]
) -> list[alt.Chart]:
    """Each stretch, and on it the thin band in which it begins."""
    names = [caption.labels[HELD], caption.labels[BAND]]
    scale = alt.Scale(domain=names, range=[LIGHT["solid"], LIGHT["doubt"]])
    legend = alt.Legend(title=None, orient="bottom", labelLimit=_LEGEND)
    colour = alt.Color("what:N", scale=scale, legend=legend)
    known = [(one, one.first) for one in found if one.first is not None]
    held = [
        _row(one, what=names[0], a=first[1], b=months if one.last is None else one.last)
        for one, first in known
    ]
    bands = [_row(one, what=names[1], a=first[0], b=min(first[2], months)) for one, first in known]
    return [
        alt.Chart(rows(data))
        .mark_bar(height=height)
        .encode(x=alt.X("a:Q", **x), x2="b:Q", color=colour)
        for data, height in ((held, _BAR), (bands, _THIN))
    ]


def _arrows(found: list[Stretch], months: int, x: dict[str, Any]) -> list[alt.Chart]:
    """An arrow where a stretch has no end that is known."""
    data = [_row(one, a=months) for one in found if one.first is not None and one.last is None]
    mark = alt.Chart(rows(data)).mark_point(
        shape="triangle-right", filled=True, size=140, color=LIGHT["solid"], opacity=1, xOffset=3
    )
    return [mark.encode(x=alt.X("a:Q", **x))] if data else []
