"""Numbers with their bands, lane by lane: alone, or beside what was observed and a mark to keep.

Each panel has its own axis, so that numbers of different units never share one. What keeps its
mark, what would keep it anyway and what misses it differ in shape, in colour and in the words on
the right.
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
    from monazite.charts.shock_shapes import Reach

PLAIN, PASSED, ANYWAY, MISSED, MARK = "plain", "passed", "anyway", "missed", "mark"
KINDS = {
    PLAIN: ("solid", "circle"), PASSED: ("solid", "circle"), ANYWAY: ("muted", "square"),
    MISSED: ("doubt", "cross"),
}  # fmt: skip
"""Colour and shape of a number by its kind."""
_ROW, _LABELS, _WIDTH = 24, 430, 360
_ROOM = 0.04


def reaches(found: Sequence[Reach], caption: Caption) -> alt.VConcatChart:
    """A panel for each group of lanes, in the order in which they first appear."""
    panels = list(dict.fromkeys(one.panel for one in found))
    kinds = [kind for kind in KINDS if any(one.kind == kind for one in found)]
    room = extent([one.lane for one in found], _LABELS)
    drawn = [
        _panel([one for one in found if one.panel == panel], kinds, room, caption)
        for panel in panels
    ]
    together: alt.VConcatChart = (
        alt.vconcat(*drawn)
        .resolve_scale(color="shared", shape="shared", fill="shared", x="independent")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _panel(found: Sequence[Reach], kinds: list[str], room: int, caption: Caption) -> alt.LayerChart:
    lanes = list(dict.fromkeys(one.lane for one in found))
    scale = _scale(found)
    low, high = scale.domain
    data = rows([_row(one, low, high, caption) for one in found])
    axis = alt.Axis(labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False,
                    minExtent=room)  # fmt: skip
    tips = [alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "text", "tip")]
    base = alt.Chart(data).encode(y=alt.Y("lane:N", sort=lanes, axis=axis), tooltip=tips)
    across = {"axis": alt.Axis(title=None, tickCount=5, format=",~r"), "scale": scale}
    words = base.mark_text(align="left", baseline="middle", dx=10, fontSize=11, color=LIGHT["ink"])
    layers = [
        *_marked(base, found, across, caption),
        *_simulated(base, kinds, across, caption),
        *_observed(base, found, across),
        words.encode(x=alt.value(_WIDTH), text="text:N"),
    ]
    return alt.LayerChart(layer=layers).properties(
        width=_WIDTH, height=_ROW * len(lanes), title=found[0].panel
    )


def _scale(found: Sequence[Reach]) -> alt.Scale:
    """From nothing, or below it, to a little above the highest number that is known."""
    known = [
        x
        for one in found
        for x in (one.low, one.middle, one.high, one.observed, one.floor, one.ceiling)
        if x is not None
    ]
    low, high = min([0.0, *known]), max([0.0, *known])
    room = _ROOM * ((high - low) or 1)
    return alt.Scale(domain=[low - room if low < 0 else 0, high + room], nice=False)


def _row(one: Reach, low: float, high: float, caption: Caption) -> dict[str, Any]:
    marked = one.floor is not None or one.ceiling is not None
    return {
        "lane": one.lane, "low": one.low, "middle": one.middle, "high": one.high,
        "observed": one.observed, "kind": caption.labels[one.kind],
        "floor": (low if one.floor is None else one.floor) if marked else None,
        "ceiling": (high if one.ceiling is None else one.ceiling) if marked else None,
        "text": one.text, "tip": one.tip,
    }  # fmt: skip


def _marked(
    base: alt.Chart, found: Sequence[Reach], across: dict[str, Any], caption: Caption
) -> list[alt.Chart]:
    """The stretch that a number must lie in, behind it."""
    if all(one.floor is None and one.ceiling is None for one in found):
        return []
    scale = alt.Scale(domain=[caption.labels[MARK]], range=[LIGHT["focus"]])
    legend = alt.Legend(title=None, orient="bottom")
    drawn = base.transform_filter("datum.floor !== null").mark_bar(
        height=_ROW - 4, stroke=LIGHT["hold"], strokeWidth=0.8
    )
    fill = alt.Fill("what:N", scale=scale, legend=legend)
    what = alt.expr.toString(caption.labels[MARK])
    return [drawn.transform_calculate(what=what).encode(
        x=alt.X("floor:Q", **across), x2="ceiling:Q", fill=fill
    )]  # fmt: skip


def _simulated(
    base: alt.Chart, kinds: list[str], across: dict[str, Any], caption: Caption
) -> list[alt.Chart]:
    """The band as a bar, the middle on it in the colour and the shape of its kind."""
    names = [caption.labels[kind] for kind in kinds]
    legend = None if kinds == [PLAIN] else alt.Legend(title=None, orient="bottom")
    colour = alt.Scale(domain=names, range=[LIGHT[KINDS[kind][0]] for kind in kinds])
    shape = alt.Scale(domain=names, range=[KINDS[kind][1] for kind in kinds])
    known = base.transform_filter("datum.middle !== null")
    band = base.transform_filter("datum.low !== null && datum.high !== null")
    return [
        band.mark_bar(height=7, color=LIGHT["pale"]).encode(
            x=alt.X("low:Q", **across), x2="high:Q"
        ),
        known.mark_point(filled=True, size=75, opacity=1).encode(
            x=alt.X("middle:Q", **across), color=alt.Color("kind:N", scale=colour, legend=legend),
            shape=alt.Shape("kind:N", scale=shape, legend=legend),
        ),
    ]  # fmt: skip


def _observed(base: alt.Chart, found: Sequence[Reach], across: dict[str, Any]) -> list[alt.Chart]:
    """What was observed, as a line across the lane."""
    if all(one.observed is None for one in found):
        return []
    known = base.transform_filter("datum.observed !== null")
    return [
        known.mark_tick(color=LIGHT["ink"], thickness=2.4, height=_ROW - 5).encode(
            x=alt.X("observed:Q", **across)
        )
    ]
