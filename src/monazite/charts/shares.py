"""Shares in per cent as dots with their ranges, one panel for each thing they are a share of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from monazite.charts.axes import WIDTH, rows
from monazite.charts.theme import LIGHT, config

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.shapes import Share, Words

LABEL_WIDTH = 260
_ROW_HEIGHT = 21
_QUALITIES = {"found": "solid", "memory": "muted", "uncertain": "doubt"}


def shares(found: Sequence[Share], words: Words) -> alt.VConcatChart:
    """A panel for each group, so that shares of different things never stand on one axis."""
    groups = list(dict.fromkeys(share.group for share in found))
    drawn = [
        _panel(group, [share for share in found if share.group == group], words) for group in groups
    ]
    together: alt.VConcatChart = (
        alt.vconcat(*drawn)
        .resolve_scale(color="shared", y="independent")
        .properties(description=words.message)
        .configure(**config())
    )
    return together


def _panel(group: str, members: Sequence[Share], words: Words) -> alt.LayerChart:
    order = list(dict.fromkeys(share.lane for share in members))
    height = _ROW_HEIGHT * len(order)
    return alt.LayerChart(layer=_layers(members, order, words)).properties(
        width=WIDTH + 44 - LABEL_WIDTH, height=height, title=group
    )


def _row(share: Share, words: Words) -> dict[str, str | float]:
    return {
        "lane": share.lane,
        "value": share.value,
        "low": share.low,
        "high": share.high,
        "quality": words.labels[share.quality],
        "text": share.text,
        "tip": share.tip,
    }


def _colours(words: Words) -> alt.Scale:
    names = [words.labels[key] for key in _QUALITIES]
    return alt.Scale(domain=names, range=[LIGHT[role] for role in _QUALITIES.values()])


def _layers(members: Sequence[Share], order: list[str], words: Words) -> list[alt.Chart]:
    data = rows([_row(share, words) for share in members])
    axis = alt.Axis(labelLimit=LABEL_WIDTH, title=None, labelColor=LIGHT["ink"], grid=True)
    base = alt.Chart(data).encode(
        y=alt.Y("lane:N", sort=order, axis=axis),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("lane", "text", "tip")],
    )
    ticks = alt.Axis(values=list(range(0, 101, 20)))
    percent = alt.X("low:Q", title=None, axis=ticks, scale=alt.Scale(domain=[0, 100]))
    line = base.mark_bar(height=7, color=LIGHT["pale"]).encode(x=percent, x2="high:Q")
    dots = base.mark_point(filled=True, size=70, opacity=1).encode(
        x="value:Q",
        color=alt.Color("quality:N", title=None, scale=_colours(words)),
    )
    text = base.mark_text(align="right", dx=-9, fontSize=10.5, color=LIGHT["ink"]).encode(
        x="low:Q", text="text:N"
    )
    return [line, dots, text]
