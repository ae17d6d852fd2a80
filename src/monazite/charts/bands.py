"""An index over the years as lines, over the stretches of it that have a name.

Around a line that could lie lower or higher (a part of the whole is "rest of the world") its
bounds are shaded; a year without a figure breaks the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import GROUPS, LIGHT, config
from monazite.charts.years import WIDTH, heading, span, upright_axis, year_x

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Band, Caption, Level

_HEIGHT = 300
_TONES = {"gap": 0.7, "focus": 0.6, "hold": 0.35}
_HEADROOM, _LEAST = 1.12, 1.3


def bands(levels: Sequence[Level], stretches: Sequence[Band], caption: Caption) -> alt.LayerChart:
    """Lines over the named stretches, lowest first; at most seven lines and three stretches."""
    years = span(level.year for level in levels)
    # The axis ends above the highest line, and shows at least a part of the last stretch.
    highest = _HEADROOM * max((level.high for level in levels), default=1.0)
    lowest = min([0.0, *(level.low for level in levels)])
    top = highest
    if stretches:
        top = min(max(highest, _LEAST * stretches[-1].low), stretches[-1].high)
    scale = alt.Scale(domain=[lowest, top], nice=False, clamp=True)
    axis = upright_axis(caption.axis, grid=False)
    drawn: alt.LayerChart = (
        alt.LayerChart(
            layer=[*_stretches(stretches, scale, axis), *_lines(levels, years, scale, axis)]
        )
        .properties(width=WIDTH, height=_HEIGHT, title=heading(caption), description=caption.title)
        .configure(**config())
    )
    return drawn


def _stretches(stretches: Sequence[Band], scale: alt.Scale, axis: alt.Axis) -> list[alt.Chart]:
    layers = []
    for (tone, opacity), one in zip(_TONES.items(), stretches, strict=False):
        data = rows([{"low": one.low, "high": one.high, "name": one.name}])
        base = alt.Chart(data).encode(y=alt.Y("low:Q", scale=scale, axis=axis))
        layers += [
            base.mark_rect(color=LIGHT[tone], opacity=opacity).encode(y2="high:Q"),
            base.mark_text(
                align="right", baseline="bottom", dy=-3, fontSize=10.5, color=LIGHT["muted"]
            ).encode(x=alt.value(WIDTH - 6), text="name:N"),
        ]
    return layers


def _rows(levels: Sequence[Level], years: list[str]) -> list[dict[str, Any]]:
    """Every line in every year; without a figure the value is nothing, and the line breaks."""
    known = {(level.line, str(level.year)): level for level in levels}
    found = []
    for line in dict.fromkeys(level.line for level in levels):
        for year in years:
            level = known.get((line, year))
            row: dict[str, Any] = {
                "line": line,
                "year": year,
                "value": None,
                "low": None,
                "high": None,
                "tip": "",
            }
            if level is not None:
                row |= {"value": level.value, "low": level.low, "high": level.high}
                row["tip"] = level.tip
            found.append(row)
    return found


def _lines(
    levels: Sequence[Level], years: list[str], scale: alt.Scale, axis: alt.Axis
) -> list[alt.Chart]:
    names = list(dict.fromkeys(level.line for level in levels))
    colours = [LIGHT[role] for role in GROUPS[: len(names)]]
    legend = alt.Legend(
        title=None, orient="right", labelFontSize=12, rowPadding=4, symbolOpacity=1, labelLimit=340
    )
    base = alt.Chart(rows(_rows(levels, years))).encode(
        x=year_x("year", years, points=True),
        color=alt.Color(
            "line:N",
            scale=alt.Scale(domain=names, range=colours),
            legend=legend if len(names) > 1 else None,
        ),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("line", "tip")],
    )
    y = alt.Y("value:Q", scale=scale, axis=axis)
    return [
        base.mark_area(opacity=0.18).encode(y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q"),
        base.mark_line(strokeWidth=2.2, invalid="break-paths-filter-domains").encode(y=y),
        base.mark_point(filled=True, size=46, opacity=1, invalid="filter").encode(y=y),
    ]
