"""A chart as a file of its own: SVG or PNG for a document, HTML for a browser."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING, Any

from monazite.charts.behind import as_html, described
from monazite.charts.render import bundle, json_script, spec, svg
from monazite.charts.theme import CHINESE_FONT, DARK, FONT, LIGHT, variables

if TYPE_CHECKING:
    from monazite.charts.behind import Behind
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
{behind}<script type="application/json" id="data">{json}</script>
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
    "p,details{{color:var(--mz-ink);max-width:70em;margin:.4em 0;line-height:1.45}}"
    ".wide{{overflow-x:auto}}table{{border-collapse:collapse;font-size:.9em}}"
    "th,td{{text-align:left;padding:.2em .8em .2em 0;border-bottom:1px solid var(--mz-grid)}}"
)
# Without JavaScript, or where it fails, the drawing stays as it was sent.
_SCRIPT = """(() => {
  const place = document.getElementById("chart"), still = place.innerHTML;
  const data = JSON.parse(document.getElementById("data").textContent);
  const options = { ast: true, renderer: "svg", actions: false, mode: "vega-lite", logLevel: 1 };
  window.vegaEmbed(place, data, options).catch(() => { place.innerHTML = still; });
})();"""


def chart_file(chart: Chart, kind: str, lang: str, behind: Behind | None = None) -> bytes:
    """The chart in one of `KINDS`: light on white as SVG and PNG, as the reader's screen in HTML.

    What stands behind it goes with it where the kind has room: as words in SVG and HTML, as a
    table in HTML.

    Raises:
        KeyError: for any other kind.
    """
    makers = {".svg": _svg, ".png": _png, ".html": _html}
    return makers[kind](chart, lang, behind)


def _on_white(chart: Chart) -> dict[str, Any]:
    # Not every viewer of a file knows CSS variables, so that it carries plain colours.
    return {**chart.to_dict(), "background": LIGHT["paper"]}


def _svg(chart: Chart, _: str, behind: Behind | None) -> bytes:
    document = _on_white(chart)
    drawn = svg(document, "chart")
    if behind is not None:
        drawn = described(drawn, document["description"], behind.text)
    return drawn.encode("utf-8")


def _png(chart: Chart, lang: str, _: Behind | None) -> bytes:
    import vl_convert  # noqa: PLC0415  # starts a JavaScript engine

    document = _on_white(chart)
    if lang == "zh":
        document["config"] = {**document["config"], "font": CHINESE_FONT}
    drawn: bytes = vl_convert.vegalite_to_png(document, scale=_PIXELS)
    return drawn


def _html(chart: Chart, lang: str, behind: Behind | None) -> bytes:
    document = spec(chart)
    page = _PAGE.format(
        lang="zh-Hans" if lang == "zh" else "en",
        policy=_POLICY.format(hashes=f"{_hash(bundle())} {_hash(_SCRIPT)}"),
        title=escape(document["description"], quote=True),
        css=_css(),
        svg=svg(document, "chart"),
        behind="" if behind is None else as_html(behind),
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
