"""Histories of shares as sparklines: of the world's output by stage, of a use by supplier."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.chain.notes import GRAPHITE
from monazite.chain.outputs import outputs
from monazite.chain.own_year import own_by_stage
from monazite.chain.pictures.picture import Picture
from monazite.chain.pictures.wording import behind, listed
from monazite.chain.stages import STAGES
from monazite.chain.words import percent
from monazite.charts.chain_shapes import Spark
from monazite.charts.flow_shapes import Caption
from monazite.charts.sparkline import sparkline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from monazite.chain.history import Point
    from monazite.chain.network.network import Network
    from monazite.chain.outputs import Output


_SOURCE, _WORLD = "chain.pictures.history.user_source", "chain.pictures.history.world_source"


class Dot(NamedTuple):
    """A share in a year, None where it is not known, and the ids of the rows behind it.

    own: the part of what the share is of that rests on figures of that year (`own_year`).
    """

    year: int
    share: float | None
    own: float | None
    rows: tuple[str, ...]


def world_history(networks: Sequence[Network], country: str, lang: str) -> Picture:
    """A country's (ISO3) shares in networks of one material, one for each year.

    A year in which nobody is known to make anything at a stage, or the country makes some and
    nobody says how much, has no share there, not none.
    """
    found = {network.year: outputs(network) for network in networks}
    own = {network.year: own_by_stage(network) for network in networks}
    lanes = {
        words.stage(stage, lang): [
            _dot(year, found[year].get(stage), own[year].get(stage), country)
            for year in sorted(found)
        ]
        for stage in STAGES
        if any(stage in stages for stages in found.values())
    }
    title = say(
        "chain.pictures.history.world", lang, country=words.country(country, lang),
        material=words.material(networks[0].element, lang), first=min(found), last=max(found),
    )  # fmt: skip
    graphite = networks[0].element == GRAPHITE
    key = "chain.pictures.history.world_source_graphite" if graphite else _WORLD
    source = say(key, lang, top=percent(1.0))
    return _picture(lanes, title, source, "stage", lang)


def _dot(year: int, output: Output | None, own: float | None, country: str) -> Dot:
    if output is None or not output.known:
        return Dot(year, None, None, ())
    made = output.makers.get(country)
    if made is None:
        return Dot(year, None if country in output.silent else 0.0, own, ())
    return Dot(year, made.amount / output.total, own, made.rows)


def user_history(
    suppliers: Mapping[str, Sequence[Point]], country: str, material: str, lang: str
) -> Picture:
    """The shares of a country's (ISO3) use that stand on each supplier (ISO3), year by year.

    Of graphite it says where the line breaks: its years are no one series (`notes`).
    """
    lanes = {
        words.country(iso3, lang): [Dot(point.year, point.share, point.own, ()) for point in points]
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
            lane, str(dot.year), *("" if one is None else f"{one:.4f}" for one in dot[1:3]),
            " ".join(dot.rows),
        )
        for lane, dot in dots
    ]  # fmt: skip
    text = [said for lane, found in lanes.items() for said in _said(lane, found, lang)]
    return Picture(chart, behind(text, (head, "year", "share", "own_year", "rows"), rows, lang))


def _spark(lane: str, dot: Dot, lang: str) -> Spark:
    said = say("chain.pictures.no_figure", lang) if dot.share is None else percent(dot.share)
    text = say("chain.pictures.history.last", lang, value=said, year=dot.year)
    return Spark(lane, dot.year, dot.share, _is_own(dot), text, text)


def _is_own(dot: Dot) -> bool:
    """Whether at least half of it rests on figures of the year; a point that does not is open."""
    return (dot.own or 0.0) >= 0.5  # noqa: PLR2004 - a half


def _said(lane: str, dots: Sequence[Dot], lang: str) -> Iterator[str]:
    known = {dot.year: dot.share for dot in dots if dot.share is not None}
    if not known:
        yield say("chain.pictures.history.none", lang, lane=lane)
        return
    first, last = min(known), max(known)
    yield say(
        "chain.pictures.history.lane", lang, lane=lane, from_year=first, to_year=last,
        first=percent(known[first]), last=percent(known[last]),
        low=percent(min(known.values())), high=percent(max(known.values())),
    )  # fmt: skip
    held = [str(dot.year) for dot in dots if dot.share is not None and not _is_own(dot)]
    if held:
        yield say("chain.pictures.history.held", lang, lane=lane, years=listed(held, lang))
