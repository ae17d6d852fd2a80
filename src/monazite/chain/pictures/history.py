"""Histories of shares as sparklines: of the world's output by stage, of a use by supplier."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.notes import GRAPHITE
from monazite.chain.pictures.made import made
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import behind
from monazite.chain.stages import STAGES
from monazite.chain.words import percent
from monazite.charts.chain_shapes import Spark
from monazite.charts.flow_shapes import Caption
from monazite.charts.sparkline import sparkline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.history import Point
    from monazite.chain.network.network import Network
    from monazite.chain.pictures.made import Made


_SOURCE = "chain.pictures.history.user_source"


class Dot(NamedTuple):
    """A share in a year, None where it is not known, and the ids of the rows behind it."""

    year: int
    share: float | None
    rows: tuple[str, ...]


def world_history(networks: Sequence[Network], country: str, lang: str) -> Picture:
    """A country's (ISO3) shares in networks of one material, one for each year.

    A year in which nobody is known to make anything at a stage has no share there, not none.
    """
    found = {network.year: made(network) for network in networks}
    lanes = {
        words.stage(stage, lang): [
            _dot(year, found[year].get(stage), country) for year in sorted(found)
        ]
        for stage in STAGES
        if any(stage in stages for stages in found.values())
    }
    title = say(
        "chain.pictures.history.world", lang, country=words.country(country, lang),
        material=words.material(networks[0].element, lang), first=min(found), last=max(found),
    )  # fmt: skip
    source = say("chain.pictures.history.world_source", lang, top=percent(1.0))
    return _picture(lanes, title, source, "stage", lang)


def _dot(year: int, makers: Mapping[str, Made] | None, country: str) -> Dot:
    if makers is None:
        return Dot(year, None, ())
    own = makers.get(country)
    return Dot(year, own.share, own.rows) if own else Dot(year, 0.0, ())


def user_history(
    suppliers: Mapping[str, Sequence[Point]], country: str, material: str, lang: str
) -> Picture:
    """The shares of a country's (ISO3) use that stand on each supplier (ISO3), year by year.

    Of graphite it says where the line breaks: its years are no one series (`notes`).
    """
    lanes = {
        words.country(iso3, lang): [Dot(point.year, point.share, ()) for point in points]
        for iso3, points in suppliers.items()
    }
    years = [point.year for points in suppliers.values() for point in points]
    title = say(
        "chain.pictures.history.user", lang, country=words.country(country, lang),
        material=words.material(material, lang), first=min(years), last=max(years),
    )  # fmt: skip
    graphite = material == GRAPHITE
    key = "chain.pictures.history.user_source_graphite" if graphite else _SOURCE
    source = say(key, lang, top=percent(1.0))
    return _picture(lanes, title, source, "country", lang)


def _picture(
    lanes: Mapping[str, Sequence[Dot]], title: str, source: str, head: str, lang: str
) -> Picture:
    dots = [(lane, dot) for lane, found in lanes.items() for dot in found]
    chart = sparkline(
        [_spark(lane, dot, lang) for lane, dot in dots], 1.0,
        Caption(title=title, source=source, axis="", labels={}),
    )  # fmt: skip
    rows = [
        (
            lane, str(dot.year), "" if dot.share is None else f"{dot.share:.4f}",
            " ".join(dot.rows),
        )
        for lane, dot in dots
    ]  # fmt: skip
    text = [_said(lane, found, lang) for lane, found in lanes.items()]
    return Picture(chart, behind(text, (head, "year", "share", "rows"), rows, lang))


def _spark(lane: str, dot: Dot, lang: str) -> Spark:
    said = say("chain.pictures.no_figure", lang) if dot.share is None else percent(dot.share)
    text = say("chain.pictures.history.last", lang, value=said, year=dot.year)
    return Spark(lane, dot.year, dot.share, text, text)


def _said(lane: str, dots: Sequence[Dot], lang: str) -> str:
    known = {dot.year: dot.share for dot in dots if dot.share is not None}
    if not known:
        return say("chain.pictures.history.none", lang, lane=lane)
    first, last = min(known), max(known)
    return say(
        "chain.pictures.history.lane", lang, lane=lane, from_year=first, to_year=last,
        first=percent(known[first]), last=percent(known[last]),
        low=percent(min(known.values())), high=percent(max(known.values())),
    )  # fmt: skip
