"""Months ahead as fans: for each line the middle and its band, with what was observed as points.

A month without a figure breaks the line. Lines of a panel differ in colour and in dashes, so that
they can be told apart without colours.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import floor, log10
from typing import TYPE_CHECKING, Any, Literal, cast

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import GROUPS, LIGHT, config
from monazite.charts.years import WIDTH, heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.shapes import Marker
    from monazite.charts.shock_shapes import Ahead, Seen

OBSERVED = "observed"
"""The key of the word for what was observed."""
_HEIGHT, _HALF = 170, 14
_HEADROOM = 1.06
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])
_MONTHS_WRITTEN = 15
_DAYS_A_MONTH = 31
_POWERS = 3
_SIGNS_ACROSS = 9
"""Signs nearer than this part of the axis would be drawn over each other."""


def fans(
    ahead: Sequence[Ahead],
    seen: Sequence[Seen],
    marks: Sequence[Marker],
    under: Mapping[str, str],
    caption: Caption,
    *,
    log: bool = False,
) -> alt.VConcatChart:
    """A panel for each figure in the order in which they first appear, all over the same months.

    At most four lines; under: a line below the title of a panel; log: figures that differ by powers
    of ten, none of them 0.
    """
    lines = list(dict.fromkeys(one.line for one in ahead))
    panels = list(dict.fromkeys(one.panel for one in ahead))
    ends = _ends([*(one.month for one in ahead), *(one.month for one in seen)])
    drawn = []
    for panel in panels:
        own = [one for one in ahead if one.panel == panel]
        points = [one for one in seen if one.panel == panel]
        y = _upright(own, points, log=log)
        x = _months(ends)
        layers = [
            *_marks(marks, ends, x, first=panel == panels[0]),
            *_lines(own, lines, x, y),
            *_points(points, x, y, caption),
        ]
        title = alt.TitleParams(
            panel, subtitle=under.get(panel, ""), subtitleColor=LIGHT["muted"],
            offset=18 if marks and panel == panels[0] else 6,
        )  # fmt: skip
        drawn.append(alt.LayerChart(layer=layers).properties(
            width=WIDTH + 100, height=_HEIGHT, title=title
        ))  # fmt: skip
    together: alt.VConcatChart = (
        alt.vconcat(*drawn)
        .resolve_scale(color="shared", strokeDash="shared", shape="shared", y="independent")
        .properties(title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return together


def _ends(months: Sequence[date]) -> tuple[date, date]:
    # Of no month at all there is no panel that would ask.
    low, high = min(months, default=date.min), max(months, default=date.min)
    return low, (high + timedelta(days=_DAYS_A_MONTH)).replace(day=1)


def _months(ends: tuple[date, date]) -> alt.X:
    """The axis over all months; a month's figure stands in its middle."""
    many = (ends[1] - ends[0]).days / _DAYS_A_MONTH > _MONTHS_WRITTEN
    axis = alt.Axis(
        format="%Y-%m", title=None, grid=False, labelOverlap=True,
        tickCount=cast("Any", {"interval": "month", "step": 3 if many else 1}),
    )  # fmt: skip
    domain = cast("Any", [alt.DateTime(year=d.year, month=d.month, date=d.day) for d in ends])
    return alt.X("day:T", axis=axis, scale=alt.Scale(type="utc", nice=False, domain=domain))


def _middle(month: date) -> str:
    return (month + timedelta(days=_HALF)).isoformat()


def _upright(ahead: Sequence[Ahead], seen: Sequence[Seen], *, log: bool) -> dict[str, Any]:
    """Scale and axis of a panel: from nothing to beyond the farthest, or over powers of ten."""
    bands = [x for one in ahead for x in (one.low, one.middle, one.high) if x is not None]
    known = [*bands, *(one.value for one in seen)] or [1.0]
    if not log:
        ends = [_HEADROOM * min([0.0, *known]), _HEADROOM * max([0.0, *known])]
        axis = alt.Axis(title=None, tickCount=4, format=",~f")
        domain = ends if ends[0] < ends[1] else [0, 1]
        return {"scale": alt.Scale(domain=domain, nice=False), "axis": axis}
    low, high = min(known), _HEADROOM * max(known)
    axis = alt.Axis(title=None, values=_ticks(low, high), format=",~r")
    scale = alt.Scale(type="log", domain=[low / _HEADROOM, high], nice=False)
    return {"scale": scale, "axis": axis}


def _ticks(low: float, high: float) -> list[float]:
    """The ones, twos and fives of every power of ten; of many powers the ones alone."""
    first, last = floor(log10(low)), floor(log10(high))
    steps = (1, 2, 5) if last - first < _POWERS else (1,)
    return [step * 10.0**power for power in range(first, last + 1) for step in steps]


def _lines(
    ahead: Sequence[Ahead], lines: list[str], x: alt.X, y: dict[str, Any]
) -> list[alt.Chart]:
    data = rows([
        {
            "line": one.line, "day": _middle(one.month), "month": f"{one.month:%Y-%m}",
            "low": one.low, "middle": one.middle, "high": one.high, "tip": one.tip,
        }
        for one in sorted(ahead, key=lambda one: one.month)
    ])  # fmt: skip
    legend = alt.Legend(title=None, orient="bottom", symbolType="stroke", symbolSize=320,
                        symbolOpacity=1)  # fmt: skip
    shown = legend if len(lines) > 1 else None
    colours = [LIGHT[role] for role in GROUPS[: len(lines)]]
    colour = alt.Color("line:N", scale=alt.Scale(domain=lines, range=colours), legend=shown)
    dashes = alt.Scale(domain=lines, range=list(_DASHES[: len(lines)]))
    dash = alt.StrokeDash("line:N", scale=dashes, legend=shown)
    tips = [alt.Tooltip(f"{name}:N", title=" ") for name in ("month", "line", "tip")]
    base = alt.Chart(data).encode(x=x, color=colour, tooltip=tips)
    breaks: Literal["break-paths-filter-domains"] = "break-paths-filter-domains"
    middle = alt.Y("middle:Q", **y)
    return [
        base.mark_area(opacity=0.2, invalid=breaks).encode(y=alt.Y("low:Q", **y), y2="high:Q"),
        base.mark_line(strokeWidth=2.2, invalid=breaks).encode(y=middle, strokeDash=dash),
        base.mark_point(filled=True, size=16, opacity=1, invalid="filter").encode(y=middle),
    ]


def _points(seen: Sequence[Seen], x: alt.X, y: dict[str, Any], caption: Caption) -> list[alt.Chart]:
    """What was observed, as diamonds with an outline: over any line and without its colour."""
    if not seen:
        return []
    data = rows([
        {"day": _middle(one.month), "month": f"{one.month:%Y-%m}", "value": one.value,
         "tip": one.tip, "what": caption.labels[OBSERVED]}
        for one in seen
    ])  # fmt: skip
    names = alt.Scale(domain=[caption.labels[OBSERVED]], range=["diamond"])
    mark = alt.Chart(data).mark_point(
        filled=True, size=95, opacity=1, color=LIGHT["ink"], stroke=LIGHT["paper"], strokeWidth=1
    )
    legend = alt.Legend(title=None, orient="bottom", symbolFillColor=LIGHT["ink"],
                        symbolStrokeColor=LIGHT["ink"])  # fmt: skip
    return [mark.encode(
        x=x, y=alt.Y("value:Q", **y), shape=alt.Shape("what:N", scale=names, legend=legend),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("month", "what", "tip")],
    )]  # fmt: skip


def _marks(
    marks: Sequence[Marker], ends: tuple[date, date], x: alt.X, *, first: bool
) -> list[alt.Chart]:
    """A dashed line on every marked day, with its sign above the first panel."""
    found = sorted((one for one in marks if ends[0] <= one.day < ends[1]), key=lambda one: one.day)
    signs = _signs(found, (ends[1] - ends[0]).days // _SIGNS_ACROSS)
    data = rows([
        {"day": one.day.isoformat(), "sign": sign, "tip": one.tip}
        for one, sign in zip(found, signs, strict=True)
    ])  # fmt: skip
    base = alt.Chart(data).encode(x=x, tooltip=[alt.Tooltip("tip:N", title=" ")])
    line = base.mark_rule(color=LIGHT["mark"], strokeDash=[3, 3], strokeWidth=1)
    text = base.mark_text(
        color=LIGHT["mark"], fontSize=10, align="left", baseline="bottom", y=-2, dx=2
    ).encode(text="sign:N")
    if not found:
        return []
    return [line, text] if first else [line]


def _signs(found: Sequence[Marker], near: int) -> list[str]:
    """The sign of each mark; one that stands too near the mark before is written beside its."""
    signs = [one.sign for one in found]
    for n in range(len(found) - 1, 0, -1):
        if (found[n].day - found[n - 1].day).days <= near:
            signs[n - 1] += f" {signs[n]}"
            signs[n] = ""
    return signs
