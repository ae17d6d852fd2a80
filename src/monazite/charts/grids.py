"""Numbers in rows and columns, the larger the darker, each written in its square."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import altair as alt

from monazite.charts.axes import rows
from monazite.charts.theme import LIGHT, STEPS, config
from monazite.charts.years import extent, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.charts.flow_shapes import Caption
    from monazite.charts.response_shapes import Square

_ROW, _LABELS = 30, 240
_NARROWEST, _WIDEST, _WIDTH = 86, 150, 640
_PIECES = re.compile(r"（[^）]*）|[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]")
"""What is not broken: a word, a Chinese sign, what stands in brackets."""
_ON_DARK = 2
"""From this step on words are light."""
_LEAST, _BREAK = "least", "\n"
_SIGN, _LINE = 6.2, 14
"""Pixels of a Latin sign in the name of a column, half those of a Chinese one; and of a line."""


def grids(found: Sequence[Square], caption: Caption) -> alt.LayerChart:
    """The squares, rows and columns in the order in which they first appear.

    The least of all has a frame in place of a colour.
    """
    lanes = list(dict.fromkeys(one.row for one in found))
    columns = list(dict.fromkeys(one.column for one in found))
    width = max(_NARROWEST, min(_WIDTH // max(len(columns), 1), _WIDEST))
    names = {one: _broken(one, width) for one in columns}
    data = rows([
        {
            "row": one.row, "column": one.column, "head": names[one.column],
            "text": one.text, "tip": one.tip,
            "step": _LEAST if one.step is None else STEPS[one.step],
            "light": one.step is not None and one.step >= _ON_DARK,
        }
        for one in found
    ])  # fmt: skip
    base = alt.Chart(data).encode(
        x=_across(list(names.values())), y=_down(lanes),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("row", "column", "tip")],
    )  # fmt: skip
    roles = {_LEAST: "paper", **{step: step for step in STEPS}}
    fills = alt.Scale(domain=list(roles), range=[LIGHT[role] for role in roles.values()])
    squares = base.mark_rect(stroke=LIGHT["paper"], strokeWidth=2).encode(
        color=alt.Color("step:N", scale=fills, legend=None)
    )
    framed = base.transform_filter(alt.datum.step == _LEAST).mark_rect(
        filled=False, stroke=LIGHT["accent"], strokeWidth=1.6, cornerRadius=2
    )
    drawn: alt.LayerChart = (
        alt.LayerChart(layer=[squares, framed, *_words(base)])
        .properties(
            width=width * len(columns), height=_ROW * len(lanes), title=heading(caption),
            description=caption.title,
        )
        .configure(**config())
    )  # fmt: skip
    return drawn


def _broken(text: str, width: int) -> str:
    """The name of a column in lines as wide as the column: between words, or Chinese signs."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if lines[-1] and _SIGN * _signs(f"{lines[-1]}{piece}".rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return _BREAK.join(line.rstrip() for line in lines)


def _signs(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _across(columns: list[str]) -> alt.X:
    # Further lines of a name go down from the first, which stands so much higher.
    lines = max((one.count(_BREAK) for one in columns), default=0)
    axis = alt.Axis(
        orient="top", title=None, labelAngle=0, labelColor=LIGHT["ink"], domain=False, grid=False,
        labelExpr="split(datum.label, '\\n')", labelPadding=5 + _LINE * lines,
    )  # fmt: skip
    return alt.X("head:N", sort=columns, axis=axis, scale=alt.Scale(padding=0))


def _down(lanes: list[str]) -> alt.Y:
    axis = alt.Axis(
        labelLimit=_LABELS, title=None, labelColor=LIGHT["ink"], grid=False, domain=False,
        minExtent=extent(lanes, _LABELS),
    )  # fmt: skip
    return alt.Y("row:N", sort=lanes, axis=axis, scale=alt.Scale(padding=0))


def _words(base: alt.Chart) -> list[alt.Chart]:
    """What is written in a square: light on dark, and in heavy letters where it is the least."""
    dark = base.transform_filter(f"!datum.light && datum.step !== '{_LEAST}'")
    light = base.transform_filter("datum.light")
    least = base.transform_filter(f"datum.step === '{_LEAST}'")
    return [
        dark.mark_text(fontSize=12, color=LIGHT["ink"]).encode(text="text:N"),
        light.mark_text(fontSize=12, color=LIGHT["paper"]).encode(text="text:N"),
        least.mark_text(fontSize=12, color=LIGHT["accent"], fontWeight="bold").encode(
            text="text:N"
        ),
    ]
