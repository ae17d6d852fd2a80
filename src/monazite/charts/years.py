"""What the charts over years share: an axis on which every year has its place, and the caption."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

import altair as alt

from monazite.charts.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.charts.flow_shapes import Caption

WIDTH: Final = 640
"""Narrower than dated charts: a legend or names stand on the right."""
_MANY = 16
_LARGE, _SMALL = 15, 11
_LINE, _SIGN = 92, 5.7
"""Latin signs in a line of a title, a Chinese one is twice as wide; pixels of one in a lane."""


def span(years: Iterable[int]) -> list[str]:
    """Every year from the first to the last: one without a figure keeps its place, empty."""
    found = sorted(set(years))
    return [str(year) for year in range(found[0], found[-1] + 1)] if found else []


def year_x(field: str, years: list[str], *, points: bool = False) -> alt.X:
    """The axis of those years; as bands for bars, or as points for lines."""
    axis = alt.Axis(title=None, labelAngle=0, grid=False, labelOverlap=len(years) > _MANY)
    padding = alt.Scale(domain=years, type="point", padding=0.3) if points else None
    return alt.X(f"{field}:O", axis=axis, scale=padding or alt.Scale(domain=years, padding=0.22))


def heading(caption: Caption) -> alt.TitleParams:
    """The title with the line on its sources below it."""
    return alt.TitleParams(
        wrap(caption.title, _signs(caption.title, _LARGE)), fontSize=_LARGE,
        subtitle=wrap(caption.source, _signs(caption.source, _SMALL)), subtitleFontSize=_SMALL,
        subtitleColor=LIGHT["muted"], anchor="start", offset=14,
    )  # fmt: skip


def _signs(text: str, size: int) -> int:
    """How many signs of such a text fill a line, at a size of letters."""
    wide = sum(east_asian_width(sign) in "WF" for sign in text)
    return _LINE * _LARGE * len(text) // (size * max(len(text) + wide, 1)) or 1


def extent(lanes: Iterable[str], most: int) -> int:
    """Room for names of lanes in pixels: for the longest of them, at most so much."""
    signs = (len(lane) + sum(east_asian_width(sign) in "WF" for sign in lane) for lane in lanes)
    return min(most, round(_SIGN * max(signs, default=0)) + 8)


def upright_axis(title: str, **more: Any) -> alt.Axis:  # noqa: ANN401 - Altair's parameters
    """An upright axis with its title above it, read like a line of text."""
    return alt.Axis(
        title=title or None, titleAngle=0, titleAlign="left", titleBaseline="bottom", titleX=-44,
        titleY=-9, titleColor=LIGHT["muted"], **more,
    )  # fmt: skip
