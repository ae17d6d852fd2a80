"""World maps of what each country's figure is: a share of its use, or any indicator."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.standing_on import standing_on
from monazite.chain.pictures.wording import behind, listed
from monazite.chain.words import percent
from monazite.charts.chain_shapes import Area, Classes
from monazite.charts.flow_shapes import Caption
from monazite.charts.world_map import NO_FIGURE, world_map

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from monazite.chain.network.network import Network

_FIFTHS = (0.2, 0.4, 0.6, 0.8)


def share_map(shares: Mapping[str, float], title: str, source: str, lang: str) -> Picture:
    """A map of shares (0 to 1) by ISO3, in fifths; who is missing has no figure."""
    return indicator_map(shares, _FIFTHS, percent, title, source, lang)


def user_map(network: Network, origin: str, lang: str) -> Picture:
    """A map of the share of each country's use that stands on an origin (ISO3) at any stage."""
    country = words.country(origin, lang)
    title = say(
        "chain.pictures.map.user", lang, origin=country, year=network.year,
        material=words.material(network.element, lang),
    )  # fmt: skip
    source = say("chain.pictures.map.user_source", lang, origin=country)
    return share_map(standing_on(network, origin), title, source, lang)


def indicator_map(
    values: Mapping[str, float],
    bounds: Sequence[float],
    shown: Callable[[float], str],
    title: str,
    source: str,
    lang: str,
) -> Picture:
    """A map of any figure by ISO3; a country that is missing, or has NaN, has no figure.

    bounds: at most four, rising; a value that equals one lies above it. shown: writes a value.
    """
    known = {iso3: value for iso3, value in values.items() if isfinite(value)}
    classes = Classes(tuple(bounds), tuple(_names(bounds, shown, lang)))
    areas = [Area(iso3, value, _area(iso3, shown(value), lang)) for iso3, value in known.items()]
    caption = Caption(
        title=title,
        source=say("chain.pictures.map.source", lang, source=source),
        axis="",
        labels={NO_FIGURE: say("chain.pictures.no_figure", lang)},
    )
    ranked = sorted(known, key=lambda iso3: (-known[iso3], iso3))
    rows = [(words.country(iso3, lang), iso3, shown(known[iso3])) for iso3 in ranked]
    text = _said(known, ranked, classes, lang)
    heads = ("country", "code", "value")
    return Picture(world_map(areas, classes, caption), behind(text, heads, rows, lang))


def _area(iso3: str, value: str, lang: str) -> str:
    return say("chain.pictures.map.country", lang, name=words.country(iso3, lang), value=value)


def _names(bounds: Sequence[float], shown: Callable[[float], str], lang: str) -> list[str]:
    """The classes in words, from the lowest."""
    return [
        say("chain.pictures.map.under", lang, high=shown(bounds[0])),
        *(
            say("chain.pictures.map.within", lang, low=shown(low), high=shown(high))
            for low, high in pairwise(bounds)
        ),
        say("chain.pictures.map.over", lang, low=shown(bounds[-1])),
    ]


def _said(
    known: Mapping[str, float], ranked: Sequence[str], classes: Classes, lang: str
) -> list[str]:
    """A sentence for each class that has a country, the highest first."""
    said = []
    for place in reversed(range(len(classes.names))):
        names = [
            words.country(iso3, lang)
            for iso3 in ranked
            if bisect_right(classes.bounds, known[iso3]) == place
        ]
        if names:
            values = {"class_name": classes.names[place], "names": listed(names, lang)}
            said.append(say("chain.pictures.map.class", lang, **values))
    return said or [say("chain.pictures.map.none", lang)]
