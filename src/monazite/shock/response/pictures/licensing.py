"""What a licence is worth month by month, beside the spread of prices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.picture import Picture
from monazite.charts.fans import OBSERVED, fans
from monazite.charts.flow_shapes import Caption
from monazite.charts.shock_shapes import Ahead, Seen
from monazite.shock.pictures.wording import capital, first_of
from monazite.shock.response.pictures.behind import behind
from monazite.shock.response.saying import remarks, rests
from monazite.shock.response.words import dollars, places, titles, what

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.shock.response.results import Licence, Response

    Route = tuple[str, str, str]

COLUMNS = ("future", "good", "origin", "country", "month", "licence", "spread", "observed")
MOST = 4
"""Panels; the table behind the picture has all goods, routes and futures."""
_FAR, _LEAST = 20, 0.1
"""Values over spreads beyond which the axis is logarithmic, and then the least that is drawn."""
_KEY = "shock.respond.picture.licences"


def licences(found: Response, lang: str) -> Picture:
    """The routes whose licences are worth most, in the likeliest future that has any."""
    rows = chosen(found)
    routes = _routes(rows)
    panels = {route: panel(route, lang) for route in routes}
    shown = [one for one in rows if _route(one) in panels]
    log = _apart(shown)
    ahead = [
        replace(one, middle=None) if log and (one.middle or 0.0) < _LEAST else one
        for route in routes
        for line in ("value", "spread")
        for one in _line([row for row in shown if _route(row) == route], panels, line, lang)
    ]
    seen = [
        Seen(panels[_route(one)], first_of(one.month), observed, kg(observed, lang))
        for one in shown
        if (observed := one.observed_usd_kg) is not None
    ]
    names = titles(found, lang)
    title = say(f"{_KEY}.title", lang, future=names[rows[0].future]) if rows else (
        say(f"{_KEY}.none", lang, places=places(found, lang))
    )  # fmt: skip
    source = [say(f"{_KEY}.source", lang), rests(found, lang)]
    if log:
        source.insert(1, say(f"{_KEY}.log", lang, least=_LEAST))
    caption = Caption(title, " ".join(source), "", {OBSERVED: say(f"{_KEY}.observed", lang)})
    chart = fans(ahead, seen, (), {}, caption, log=log)
    told = [_told([one for one in shown if _route(one) == route], lang) for route in routes]
    table = [_row(one, names, lang) for one in found.licences]
    return Picture(chart, behind([*told, *remarks(found, lang)], COLUMNS, table, lang))


def _apart(rows: Sequence[Licence]) -> bool:
    """Whether values and spreads are so far apart that one axis would hide the smaller."""
    values = max((one.value_usd_kg for one in rows), default=0.0)
    spreads = max((one.spread_usd_kg or 0.0 for one in rows), default=0.0)
    return values > _FAR * spreads > 0


def chosen(found: Response) -> list[Licence]:
    """Licences of the likeliest future that has any worth something."""
    for one in sorted(found.futures, key=lambda one: -one.probability):
        rows = [row for row in found.licences if row.future == one.future]
        if any(row.value_usd_kg > 0 for row in rows):
            return rows
    return []


def best(found: Response) -> list[Licence]:
    """Of each route the month in which a licence is worth most, the dearest first.

    Where a spread was printed, of the months in which it was.
    """
    rows = chosen(found)
    return [
        max(
            (one for one in rows if _route(one) == route),
            key=lambda one: (one.observed_usd_kg is not None, one.value_usd_kg),
        )
        for route in _routes(rows)
    ]


def panel(route: Route, lang: str) -> str:
    """A good on its way from one country to another."""
    good, origin, country = route
    told = {"good": capital(what(good, lang)), "origin": words.country(origin, lang),
            "country": words.country(country, lang)}  # fmt: skip
    return say(f"{_KEY}.panel", lang, **told)


def kg(value: float, lang: str) -> str:
    """US$ a kilogram."""
    return say("shock.respond.kg", lang, amount=dollars(value))


def _route(one: Licence) -> Route:
    return one.good, one.origin, one.country


def _routes(rows: Sequence[Licence]) -> list[Route]:
    worth: dict[Route, float] = {}
    for one in rows:
        worth[_route(one)] = max(worth.get(_route(one), 0.0), one.value_usd_kg)
    return sorted((one for one in worth if worth[one] > 0), key=lambda one: -worth[one])[:MOST]


def _line(
    rows: Sequence[Licence], panels: dict[Route, str], line: str, lang: str
) -> Iterator[Ahead]:
    name = say(f"{_KEY}.{line}", lang)
    for one in rows:
        worth = one.value_usd_kg if line == "value" else one.spread_usd_kg
        tip = "" if worth is None else kg(worth, lang)
        yield Ahead(panels[_route(one)], name, first_of(one.month), None, worth, None, tip)


def _told(rows: Sequence[Licence], lang: str) -> str:
    one = max(rows, key=lambda row: row.value_usd_kg)
    spread = "–" if one.spread_usd_kg is None else kg(one.spread_usd_kg, lang)
    told = {"what": panel(_route(one), lang), "month": one.month, "spread": spread}
    return say(f"{_KEY}.told", lang, value=kg(one.value_usd_kg, lang), **told)


def _row(one: Licence, names: dict[str, str], lang: str) -> tuple[str, ...]:
    numbers = (one.value_usd_kg, one.spread_usd_kg, one.observed_usd_kg)
    return (
        names[one.future], what(one.good, lang), words.country(one.origin, lang),
        words.country(one.country, lang), one.month,
        *("" if number is None else dollars(number) for number in numbers),
    )  # fmt: skip
