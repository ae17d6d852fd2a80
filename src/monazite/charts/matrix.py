"""A matrix of amounts: lanes in groups against columns in panels, from pale to dark.

Each cell says its number as well, so that nothing hangs on the colour alone; a cell without one is
grey, and says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, STEPS, config
from monazite.charts.years import extent, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.leverage_shapes import Square

GAIN, NOTHING, NONE = "gain", "nothing", "none"
"""Steps beside those of `STEPS`, and keys of their words: less than nothing, nothing, not known."""
_ROLES = {NOTHING: "faint", GAIN: "hold", NONE: "gap"}
_ROW, _COLUMN, _LABELS = 28, 46, 400
_DARK = 3
"""The first step on which words are light."""


def matrix(found: Sequence[Square], names: Sequence[str], caption: Caption) -> alt.VConcatChart:
    """Groups one below the other, panels side by side; names: of the five steps, from the lowest.

    caption.axis: what the columns are.
    """
    groups = list(dict.fromkeys(one.group for one in found))
    room = extent([one.lane for one in found], _LABELS)
    shown = [key for key in _ROLES if any(one.step == key for one in found)]
    scale = alt.Scale(
        domain=[*names, *(caption.labels[key] for key in shown)],
        range=[LIGHT[role] for role in (*STEPS, *(_ROLES[key] for key in shown))],
    )
    legend = alt.Legend(title=None, orient="bottom", symbolStrokeWidth=0)
    colour = alt.Color("step:N", scale=scale, legend=legend)
    parts = [
        _group([one for one in found if one.group == group], names, colour, room, caption)
        for group in groups
    ]
    together: alt.VConcatChart = (
        alt.vconcat(*parts, spacing=16)
        .resolve_scale(color="shared")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _group(
    found: list[Square], names: Sequence[str], colour: alt.Color, room: int, caption: Caption
) -> alt.HConcatChart:
    lanes = list(dict.fromkeys(one.lane for one in found))
    drawn = []
    for n, panel in enumerate(dict.fromkeys(one.panel for one in found)):
        axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False,
                        labels=not n, minExtent=0 if n else room, domain=False)  # fmt: skip
        y = alt.Y("lane:N", sort=lanes, axis=axis, scale=alt.Scale(domain=lanes))
        cells = [one for one in found if one.panel == panel]
        drawn.append(_panel(cells, names, colour, caption, y).properties(height=_ROW * len(lanes)))
    title = alt.TitleParams(found[0].group, fontSize=13, anchor="start")
    joined: alt.HConcatChart = (
        alt.hconcat(*drawn, spacing=8).resolve_scale(color="shared").properties(title=title)
    )
    return joined


def _panel(
    found: list[Square], names: Sequence[str], colour: alt.Color, caption: Caption, y: alt.Y
) -> alt.LayerChart:
    """The cells of a panel; a lane without any stays empty."""
    columns = list(dict.fromkeys(one.column for one in found))
    data = [_cell(one, names, caption) for one in found]
    axis = alt.Axis(labelAngle=0, title=caption.axis, orient="top", domain=False, grid=False,
                    titleFontSize=10, titleColor=LIGHT["muted"], titlePadding=2)  # fmt: skip
    base = alt.Chart(rows(data)).encode(
        y=y, x=alt.X("column:N", sort=columns, axis=axis, scale=alt.Scale(paddingInner=0.04)),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "panel", "tip")],
    )  # fmt: skip
    cells = base.mark_rect(stroke=LIGHT["paper"], strokeWidth=1.5).encode(color=colour)
    words = [_words(base, role) for role in ("ink", "paper", "muted")]
    title = alt.TitleParams(found[0].panel, anchor="middle", fontWeight="normal")
    return alt.LayerChart(layer=[cells, *words]).properties(
        width=_COLUMN * len(columns), title=title
    )


def _words(base: alt.Chart, role: str) -> alt.Chart:
    """The numbers that are written in a colour: light on dark cells, grey where none is known."""
    mark = base.transform_filter(alt.datum.role == role).mark_text(
        fontSize=10.5, baseline="middle", color=LIGHT[role]
    )
    drawn: alt.Chart = mark.encode(text="text:N")
    return drawn


def _cell(one: Square, names: Sequence[str], caption: Caption) -> dict[str, Any]:
    if isinstance(one.step, str):
        step, role = caption.labels[one.step], "muted" if one.step == NONE else "ink"
    else:
        step, role = names[one.step], "paper" if one.step >= _DARK else "ink"
    return {
        "lane": one.lane, "panel": one.panel, "column": one.column, "step": step, "role": role,
        "text": one.text, "tip": one.tip,
    }  # fmt: skip
