"""World maps of what each country's figure is: a share of its use, or any indicator."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import counted, say
from monazite.chain import words
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import behind, listed
from monazite.chain.words import percent
from monazite.charts.chain_shapes import Area, Classes
from monazite.charts.flow_shapes import Caption
from monazite.charts.world_map import NO_FIGURE, world_map

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from monazite.chain.exposures.left_out import LeftOut
    from monazite.chain.pictures.standing_on import User

_FIFTHS = (0.2, 0.4, 0.6, 0.8)


class About(NamedTuple):
    """The words of a map: its title, what is shown, and why countries without a figure have none.

    none: of the legend; unknown: countries (ISO3) that are named as such in the text.
    """

    title: str
    source: str
    none: str
    unknown: tuple[str, ...]


def share_map(
    shares: Mapping[str, float],
    left_out: Mapping[str, LeftOut],
    title: str,
    source: str,
    lang: str,
) -> Picture:
    """A map of shares (0 to 1) of uses by ISO3, in fifths; who is missing has no figure.

    left_out: of whom the share leaves out what is counted with the rest of the world. Where that is
    most of the use, the country has no figure either; the others are counted in the words below the
    title.
    """
    unknown = tuple(iso3 for iso3 in sorted(shares) if iso3 in left_out and left_out[iso3].main)
    known = {iso3: share for iso3, share in shares.items() if iso3 not in unknown}
    partly = len(known.keys() & left_out.keys())
    none = "chain.pictures.no_figure"
    if unknown:
        none = "chain.pictures.map.not_known"
        source = counted("chain.pictures.map.left_out", len(unknown), lang, source=source)
    if partly:
        source = counted("chain.pictures.map.partly", partly, lang, source=source)
    about = About(title, source, say(none, lang), unknown)
    return indicator_map(known, _FIFTHS, percent, about, lang)


def user_map(users: Sequence[User], material: str, year: int, origin: str, lang: str) -> Picture:
    """A map of the share of each country's use that stands on an origin (ISO3) at any stage."""
    country = words.country(origin, lang)
    title = say(
        "chain.pictures.map.user", lang, origin=country, year=year,
        material=words.material(material, lang),
    )  # fmt: skip
    source = say("chain.pictures.map.user_source", lang, origin=country)
    shares = {one.country: one.share for one in users}
    left_out = {one.country: one.left_out for one in users if one.left_out is not None}
    return share_map(shares, left_out, title, source, lang)


def indicator_map(
    values: Mapping[str, float],
    bounds: Sequence[float],
    shown: Callable[[float], str],
    about: About,
    lang: str,
) -> Picture:
    """A map of any figure by ISO3; a country that is missing, or has NaN, has no figure.

    bounds: at most four, rising; a value that equals one lies above it. shown: writes a value.
    """
    known = {iso3: value for iso3, value in values.items() if isfinite(value)}
    classes = Classes(tuple(bounds), tuple(_names(bounds, shown, lang)))
    areas = [Area(iso3, value, _area(iso3, shown(value), lang)) for iso3, value in known.items()]
    areas += [Area(iso3, None, _area(iso3, about.none, lang)) for iso3 in about.unknown]
    caption = Caption(
        title=about.title,
        source=say("chain.pictures.map.source", lang, source=about.source),
        axis="",
        labels={NO_FIGURE: about.none},
    )
    ranked = sorted(known, key=lambda iso3: (-known[iso3], iso3))
    rows = [(words.country(iso3, lang), iso3, shown(known[iso3])) for iso3 in ranked]
    rows += [(words.country(iso3, lang), iso3, about.none) for iso3 in about.unknown]
    text = _said(known, ranked, classes, about, lang)
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
    known: Mapping[str, float], ranked: Sequence[str], classes: Classes, about: About, lang: str
) -> list[str]:
    """A sentence for each class that has a country, the highest first, and for who has none."""
    said = []
    for place in reversed(range(len(classes.names))):
        names = [iso3 for iso3 in ranked if bisect_right(classes.bounds, known[iso3]) == place]
        said += _class(classes.names[place], names, lang)
    return [*said, *_class(about.none, about.unknown, lang)] or [
        say("chain.pictures.map.none", lang)
    ]


def _class(name: str, countries: Sequence[str], lang: str) -> list[str]:
    """One sentence, or none where no country is of the class."""
    if not countries:
        return []
    names = listed((words.country(iso3, lang) for iso3 in countries), lang)
    return [say("chain.pictures.map.class", lang, class_name=name, names=names)]
