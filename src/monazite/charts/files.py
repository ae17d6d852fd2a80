"""A chart as a file of its own: SVG or PNG for a document, HTML for a browser."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING, Any

from monazite.charts.render import bundle, json_script, spec, svg
from monazite.charts.theme import DARK, FONT, LIGHT, variables

if TYPE_CHECKING:
    from monazite.charts.render import Chart

KINDS = (".svg", ".png", ".html")
_PIXELS = 2
"""Pixels of a PNG for one of the screen: sharp in print."""
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
<figure role="img" aria-label="{title}"><div id="chart">{svg}</div></figure>
<script type="application/json" id="data">{json}</script>
<script>{library}</script>
<script>{script}</script>
</body>
</html>
"""
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {hashes}; "
    "base-uri 'none'; form-action 'none'"
)
_STYLE = (
    "body{{margin:1.5rem;background:var(--mz-paper);font-family:{font}}}figure{{margin:0}}"
    "svg{{max-width:100%;height:auto}}"
)
# Without JavaScript, or where it fails, the drawing stays as it was sent.
_SCRIPT = """(() => {
  const place = document.getElementById("chart"), still = place.innerHTML;
  const data = JSON.parse(document.getElementById("data").textContent);
  const options = { ast: true, renderer: "svg", actions: false, mode: "vega-lite", logLevel: 1 };
  window.vegaEmbed(place, data, options).catch(() => { place.innerHTML = still; });
})();"""


def chart_file(chart: Chart, kind: str, lang: str) -> bytes:
    """The chart in one of `KINDS`: light on white as SVG and PNG, as the reader's screen in HTML.

    Raises:
        KeyError: for any other kind.
    """
    makers = {".svg": _svg, ".png": _png, ".html": _html}
    return makers[kind](chart, lang)


def _on_white(chart: Chart) -> dict[str, Any]:
    # Not every viewer of a file knows CSS variables, so that it carries plain colours.
    return {**chart.to_dict(), "background": LIGHT["paper"]}


def _svg(chart: Chart, _: str) -> bytes:
    return svg(_on_white(chart), "chart").encode("utf-8")


def _png(chart: Chart, _: str) -> bytes:
    import vl_convert  # noqa: PLC0415  # starts a JavaScript engine

    drawn: bytes = vl_convert.vegalite_to_png(_on_white(chart), scale=_PIXELS)
    return drawn


def _html(chart: Chart, lang: str) -> bytes:
    document = spec(chart)
    page = _PAGE.format(
        lang="zh-Hans" if lang == "zh" else "en",
        policy=_POLICY.format(hashes=f"{_hash(bundle())} {_hash(_SCRIPT)}"),
        title=escape(document["description"], quote=True),
        css=_css(),
        svg=svg(document, "chart"),
        json=json_script(document),
        library=bundle(),
        script=_SCRIPT,
    )
    return page.encode("utf-8")


def _css() -> str:
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{variables(DARK)}}}}}"
    return f":root{{{variables(LIGHT)}}}{dark}{_STYLE.format(font=FONT)}"


def _hash(script: str) -> str:
    """The script's hash for the content policy: no other script may run on the page."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
