"""The time axis that all dated charts share, its band for the month, and its marked days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

import altair as alt

from monazite.charts.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.shapes import Marker, Window

WIDTH: Final = 850
_DAYS_A_MONTH = 31
_QUARTER, _YEAR = 3, 12
_QUARTERS_SHOWN = 40
"""The most months for which every quarter is written below the axis."""
# Signs nearer than this part of the axis would be drawn over each other.
_SIGNS_ACROSS = 45


def rows(values: Sequence[dict[str, Any]]) -> alt.InlineData:
    """The rows as data that travel inside the chart."""
    return alt.InlineData(values=cast("Any", list(values)))


def after(day: date) -> str:
    """The day after, as text: an included last day ends where the next day starts."""
    return (day + timedelta(days=1)).isoformat()


def time_x(field: str, window: Window, *, labels: bool) -> alt.X:
    """A horizontal time axis over the window, months as numbers, the same in every zone."""
    months = (window.last - window.first).days / _DAYS_A_MONTH
    step = _QUARTER if months <= _QUARTERS_SHOWN else _YEAR
    axis = alt.Axis(
        format="%Y-%m",
        tickCount=cast("Any", {"interval": "month", "step": step}),
        grid=False,
        labels=labels,
        labelOverlap=True,
        title=None,
    )
    return alt.X(f"{field}:T", axis=axis, scale=alt.Scale(type="utc", nice=False))


def background(window: Window, *, labels: bool) -> list[alt.Chart]:
    """What lies behind dated figures: the ends of the axis, and a band for the days meant."""
    # The ends are data of an unseen layer: Vega-Lite gives a stated domain of days twice, in two
    # types, as soon as a layer has a second x.
    ends = [{"first": window.first.isoformat()}, {"first": after(window.last)}]
    days = [{"first": window.focus_first.isoformat(), "after": after(window.focus_last)}]
    axis = time_x("first", window, labels=labels)
    bounds = alt.Chart(rows(ends)).mark_rule(opacity=0).encode(x=axis)
    band = alt.Chart(rows(days)).mark_rect(color=LIGHT["focus"]).encode(x=axis, x2="after:T")
    return [bounds, band]


def markers(
    marks: Sequence[Marker], window: Window, *, labels: bool, signs: bool
) -> list[alt.Chart]:
    """A dashed line for every marked day in the window, with its sign above where asked."""
    found = [m for m in marks if window.first <= m.day <= window.last]
    near = (window.last - window.first).days // _SIGNS_ACROSS
    data = rows(
        [
            {"day": mark.day.isoformat(), "sign": sign, "tip": mark.tip}
            for mark, sign in zip(found, _signs(found, near), strict=True)
        ]
    )
    base = alt.Chart(data).encode(
        x=time_x("day", window, labels=labels), tooltip=[alt.Tooltip("tip:N", title=" ")]
    )
    lines = base.mark_rule(color=LIGHT["mark"], strokeDash=[3, 3], strokeWidth=1)
    text = base.mark_text(
        color=LIGHT["mark"], fontSize=10, fontWeight="bold", baseline="bottom", y=-2
    ).encode(text="sign:N")
    if not found:
        return []
    return [lines, text] if signs else [lines]


def _signs(found: Sequence[Marker], near: int) -> list[str]:
    """The sign of each mark; one that stands too near the mark before is written beside its."""
    signs = [mark.sign for mark in found]
    for n in range(len(found) - 1, 0, -1):
        if (found[n].day - found[n - 1].day).days <= near:
            signs[n - 1] += f" {signs[n]}"
            signs[n] = ""
    return signs
