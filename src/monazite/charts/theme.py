"""Colours and type of every chart, in light and in dark, and how a page switches between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FONT = (
    "'Source Sans 3', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', "
    "'Liberation Sans', 'DejaVu Sans', "
    "'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
)
"""Latin faces first: a Chinese face draws Latin quotation marks as wide as a Chinese character."""
CHINESE_FONT = "Noto Sans CJK SC, sans-serif"
"""For a PNG in Chinese: its maker sets what the first face lacks in any other, serif or not.

Short and without quotation marks: with the long list it takes Chinese lines for wider than they
are, and leaves room for them.
"""

LIGHT: Mapping[str, str] = {
    "ink": "#1c2329",
    "muted": "#5a6772",
    "grid": "#e4e8eb",
    "solid": "#1f6f8b",
    "pale": "#b9d6e0",
    "faint": "#e3eef2",
    "gap": "#f0f1f2",
    "focus": "#fdf0d9",
    "accent": "#b4500f",
    "mark": "#77418f",
    "hold": "#f0d59a",
    "doubt": "#d9822b",
    "wait": "#cfd6db",
    "paper": "#fefefe",
    "group1": "#20698a",
    "group2": "#d67f35",
    "group3": "#569468",
    "group4": "#9c5078",
    "group5": "#c5a23a",
    "group6": "#7569aa",
    "group7": "#4b97b1",
    "rest": "#929da5",
    "step1": "#c4dfea",
    "step2": "#8fc2d6",
    "step3": "#579fbd",
    "step4": "#297796",
    "step5": "#0b465d",
}
"""The colours by role, as a chart carries them: a notebook shows them as they are."""

DARK: Mapping[str, str] = {
    "ink": "#e6eaed",
    "muted": "#a2adb6",
    "grid": "#2d363d",
    "solid": "#63b4d1",
    "pale": "#2f5c6d",
    "faint": "#20343d",
    "gap": "#232a2f",
    "focus": "#3a2f1b",
    "accent": "#f2a268",
    "mark": "#cf9fe6",
    "hold": "#6d5a2a",
    "doubt": "#f0a04b",
    "wait": "#46515a",
    "paper": "#14191d",
    "group1": "#5aaed0",
    "group2": "#eea05c",
    "group3": "#83c496",
    "group4": "#d58fb4",
    "group5": "#e0c46a",
    "group6": "#a99edb",
    "group7": "#3f8399",
    "rest": "#5d6871",
    "step1": "#245062",
    "step2": "#2e6e88",
    "step3": "#4394b3",
    "step4": "#74c0dc",
    "step5": "#bfebf9",
}
"""The same roles on a dark page."""

GROUPS = tuple(role for role in LIGHT if role.startswith("group"))
"""The roles of things told apart by colour alone, in the order in which they are handed out."""

STEPS = tuple(role for role in LIGHT if role.startswith("step"))
"""The roles of a scale from little to much, each farther from the page than the one before."""

_VARIABLES = {colour: f"var(--mz-{role},{colour})" for role, colour in LIGHT.items()}


def variables(colours: Mapping[str, str]) -> str:
    """The colours as CSS custom properties, for the style sheet of a page."""
    return "".join(f"--mz-{role}:{colour};" for role, colour in colours.items())


def adaptive(spec: Any) -> Any:  # noqa: ANN401  # a Vega-Lite document is plain JSON
    """The same Vega-Lite document with every colour as a CSS variable that a page can change."""
    if isinstance(spec, dict):
        return {key: adaptive(value) for key, value in spec.items()}
    if isinstance(spec, list):
        return [adaptive(value) for value in spec]
    return _VARIABLES.get(spec, spec) if isinstance(spec, str) else spec


def config() -> dict[str, Any]:
    """The Vega-Lite configuration of the house: quiet axes, no frame, one font."""
    text = {"labelColor": LIGHT["muted"], "titleColor": LIGHT["ink"], "labelFontSize": 11}
    return {
        "font": FONT,
        "background": "transparent",
        "aria": False,
        "view": {"stroke": None},
        "axisY": {"minExtent": 44},
        "axis": {**text, "gridColor": LIGHT["grid"], "domainColor": LIGHT["grid"], "ticks": False}
        | {"labelPadding": 5, "titleFontWeight": "normal"},
        "legend": {**text, "symbolType": "square", "orient": "bottom", "labelLimit": 260},
        "title": {"color": LIGHT["ink"], "fontSize": 12, "anchor": "start", "offset": 6}
        | {"frame": "group"},
        "concat": {"spacing": 10},
    }
