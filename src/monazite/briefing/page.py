"""The briefing as one HTML file: it needs no network, and its charts stand without JavaScript."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from monazite import __version__
from monazite.briefing import words
from monazite.briefing.customs import gaps
from monazite.briefing.law_part import ENDING_DAYS
from monazite.briefing.month import looking_back
from monazite.briefing.pictures import pictures
from monazite.briefing.places import keyed, name_of, places, unknown
from monazite.briefing.shares import holder
from monazite.catalogue.texts import say
from monazite.charts.render import bundle, json_script, spec, svg
from monazite.charts.theme import DARK, FONT, LIGHT, variables
from monazite.trade.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.briefing.model import Brief, Line, Panel
    from monazite.trade.monthly.figures import Figure

_WIDE = frozenset({"tonnes", "ytd_tonnes", "ytd_yoy_pct", "magnets"})
_SECTIONS = (
    "headline", "law", "ending", "customs", "chronicle", "shares", "conflicts", "sources",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as the page carries it: drawn, and as data that a browser can wake up."""

    name: str
    message: str
    caption: str
    svg: Markup
    json: Markup


def page(brief: Brief) -> str:
    """The page as one HTML document."""
    script, library = _ours(_text("page.js")), _ours(bundle())
    return _template().render(
        **_speech(brief.lang),
        brief=brief,
        numbers={row.id: number for number, row in enumerate(brief.rows, start=1)},
        unknown=unknown(brief),
        places=list(places(brief)),
        missing={(p.series, p.to): _missing(p, brief) for b in brief.blocks for p in b.panels},
        charts=_charts(brief),
        keyed=keyed(brief),
        wide=_WIDE,
        laws=_laws(brief),
        looked=looking_back(brief.month),
        colon=say("brief.colon", brief.lang),
        ending_days=ENDING_DAYS,
        sections=[(name, f"brief.section.{name}") for name in _SECTIONS],
        version=__version__,
        css=_ours(_style()),
        script=script,
        bundle=library,
        hashes=_ours(f"{_hash(library)} {_hash(script)}"),
    )


def _speech(lang: str) -> dict[str, Callable[..., object]]:
    """The functions that a template says things with, in the language of the page."""

    def t(key: str, **values: object) -> str:
        return say(key, lang, **values)

    def percent(figure: Figure) -> str:
        return "" if figure.value is None else words.number(figure.value)

    return {
        "t": t,
        "percent": percent,
        "verdict": partial(words.verdict, lang=lang),
        "shown": partial(words.shown, lang=lang),
        "why": partial(words.why, lang=lang),
        "trust": partial(words.confidence, lang=lang),
        "name_of": partial(name_of, lang=lang),
        "holder": partial(holder, lang=lang),
        "link": _link,
    }


def _link(ref: str) -> Markup:
    """A source as a link where it is one; only http and https addresses become links."""
    first, *rest = ref.split(" ", 1)
    if not first.startswith(("https://", "http://")):
        return Markup("{}").format(ref)
    more = f" {rest[0]}" if rest else ""
    return Markup('<a href="{0}" rel="noreferrer">{0}</a>{1}').format(first, more)


def _charts(brief: Brief) -> dict[str, Picture]:
    captions = {block.key: block.caption for block in brief.blocks}
    found = {}
    for name, chart in pictures(brief).items():
        document = spec(chart)
        drawn = _ours(svg(document, name))
        message = document["description"]
        caption = captions.get(name, "")
        found[name] = Picture(name, message, caption, drawn, _ours(json_script(document)))
    return found


def _missing(panel: Panel, brief: Brief) -> str:
    """The months without a figure, runs of them as spans."""
    runs: list[list[int]] = []
    for index in gaps(panel, brief.month):
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    spans = (Period(run[0], run[-1]) for run in runs)
    return say("brief.join", brief.lang).join(_span(span) for span in spans)


def _span(span: Period) -> str:
    """A run of months; one of two is not joined months, so it is written as a span."""
    first, last = Period(span.first, span.first), Period(span.last, span.last)
    return span.text if span.is_month else f"{first.text}..{last.text}"


def _laws(brief: Brief) -> list[Line]:
    """Every measure that the page names, once, in the order of ids."""
    law = brief.law
    named = [line for group in law.groups for line in group.lines]
    named += [*law.held, *law.open, *law.waiting, *law.dateless]
    named += [change.line for change in law.changes]
    named += [ending.line for ending in law.endings]
    named += [line for block in brief.blocks for mark in block.marks for line in mark.lines]
    return [line for _, line in sorted({line.measure: line for line in named}.items())]


def _style() -> str:
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{variables(DARK)}}}}}"
    return f":root{{--font:{FONT};{variables(LIGHT)}}}{dark}{_text('page.css')}"


def _hash(script: str) -> str:
    """The script's hash for the content policy: no other script may run on the page."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _ours(text: str) -> Markup:
    """Text that we made ourselves, or escaped, and that goes into the page as it is."""
    return Markup(text)  # noqa: S704  # never called with a word of a source


def _text(name: str) -> str:
    return resources.files("monazite.briefing").joinpath("data", name).read_text(encoding="utf-8")


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_text),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")
