"""From a chart to what a page carries: an SVG that stands alone, and the data that wake it up."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from monazite.charts.theme import adaptive

if TYPE_CHECKING:
    import altair as alt

    Chart = alt.LayerChart | alt.VConcatChart

_IDS = re.compile(r'(\bid="|url\(#|href="#)')
_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def spec(chart: Chart) -> dict[str, Any]:
    """The chart as a Vega-Lite document whose colours follow the page."""
    document: dict[str, Any] = adaptive(chart.to_dict())
    return document


def svg(document: dict[str, Any], name: str) -> str:
    """The document drawn as SVG; `name` keeps its inner ids apart from other charts' on a page."""
    import vl_convert  # noqa: PLC0415  # starts a JavaScript engine

    drawn: str = vl_convert.vegalite_to_svg(document)
    return _IDS.sub(rf"\g<1>{name}-", drawn)


def json_script(value: object) -> str:
    """JSON that may stand inside a script element: nothing in it can close the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


@cache
def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script without any further download."""
    import vl_convert  # noqa: PLC0415  # starts a JavaScript engine

    script: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return re.sub(r"</(script)", r"<\\/\1", script, flags=re.IGNORECASE)
