"""`monazite chain map`: who makes a material, stage by stage, and who stands on one country."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.chain_options import (
    ChartOption,
    CsvOption,
    EdgesOption,
    MaterialArgument,
    NodesOption,
    NoEstimatesOption,
    YearOption,
    chosen,
)
from monazite.cli.chain_world import Asked, opened
from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.network import Network
    from monazite.chain.pictures.picture import Picture
    from monazite.chain.problems import Problem
    from monazite.cli.trade_options import Ways


class Kind(StrEnum):
    """What `--chart` draws of a map: the first two of the world, the others of one country."""

    WAY = "way"
    LADDER = "ladder"
    WORLD = "world"
    HISTORY = "history"


_OF_THE_WORLD = (Kind.WAY, Kind.LADDER)
_OF_ONE = (Kind.WORLD, Kind.HISTORY)


def map_(
    material: MaterialArgument,
    on: Annotated[
        str | None, typer.Option("--on", help="How much of every country's use stands on this one?")
    ] = None,
    year: YearOption = 2024,
    no_estimates: NoEstimatesOption = False,
    nodes: NodesOption = None,
    edges: EdgesOption = None,
    csv: CsvOption = None,
    chart: ChartOption = None,
    picture: Annotated[
        Kind | None,
        typer.Option("--picture", help="What to draw: way or ladder; with --on world or history."),
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Who makes a material at each stage and for whom; with --on, who stands on that country.

    Example: monazite chain map Dy --chart dysprosium.svg
    """
    ways = chosen(lang.value, json, csv, chart)
    kind = _drawn(picture, on, own=nodes is not None)
    asked = Asked(year, not no_estimates, nodes, edges)
    found = opened(asked, material)
    network = found.world.networks[found.element(material)]
    if on is None:
        _whole(network, kind, found.problems, ways)
    else:
        _of_one(network, on, kind, asked, found.problems, ways)


def _drawn(picture: Kind | None, on: str | None, *, own: bool) -> Kind:
    """What is to be drawn; InputError where it cannot be."""
    allowed = _OF_THE_WORLD if on is None else _OF_ONE[:1] if own else _OF_ONE
    if picture is not None and picture not in allowed:
        also = "; with --on COUNTRY world or history" if on is None else ""
        raise InputError("picture", picture, f"{' or '.join(allowed)}{also}")
    return picture or allowed[0]


def _whole(network: Network, kind: Kind, problems: tuple[Problem, ...], ways: Ways) -> None:
    from monazite.chain.stage_map import Run, stage_map
    from monazite.cli import chain_map_view, chain_out

    answer = stage_map(network)

    def picture() -> Picture:
        from monazite.chain.pictures.ladder import world_ladder
        from monazite.chain.pictures.way import way

        return (world_ladder if kind == Kind.LADDER else way)(network, ways.lang)

    chain_out.deliver(
        ways,
        view=lambda: chain_map_view.show(answer, problems, ways.lang),
        document=lambda: chain_out.document(answer, problems, ways.lang),
        table=lambda: chain_out.Table(
            Run._fields, [one._asdict() | {"rows": " ".join(one.rows)} for one in answer.runs]
        ),
        picture=picture,
    )


def _of_one(
    network: Network,
    on: str,
    kind: Kind,
    asked: Asked,
    problems: tuple[Problem, ...],
    ways: Ways,
) -> None:
    from monazite.chain.pictures.standing_on import standing_on
    from monazite.cli import chain_map_view, chain_out

    origin = _known(network, on)
    shares = standing_on(network, origin)
    rows = _rows(network, origin, shares)

    def picture() -> Picture:
        from monazite.chain.pictures.world_map import user_map

        if kind == Kind.HISTORY:
            return _history(network.element, origin, asked, ways.lang)
        return user_map(network, origin, ways.lang)

    def document() -> dict[str, Any]:
        about = {"material": network.element, "year": network.year, "on": origin, "rows": rows}
        return about | chain_out.told(problems, ways.lang)

    chain_out.deliver(
        ways,
        view=lambda: chain_map_view.show_on(network, origin, rows, problems, ways.lang),
        document=document,
        table=lambda: chain_out.Table(("material", "year", "on", "country", "share"), rows),
        picture=picture,
    )


def _known(network: Network, country: str) -> str:
    """ISO3 of a country; names that only the network knows, such as the rest, stand for it."""
    from monazite.catalogue.countries import describe

    names = {node.country for node in network.nodes}
    return country if country in names else describe(country).iso3


def _rows(network: Network, on: str, shares: Mapping[str, float]) -> list[dict[str, Any]]:
    ranked = sorted(shares, key=lambda iso3: (-shares[iso3], iso3))
    same = {"material": network.element, "year": network.year, "on": on}
    return [same | {"country": iso3, "share": shares[iso3]} for iso3 in ranked]


def _history(element: str, country: str, asked: Asked, lang: str) -> Picture:
    """The country's shares of what the world made, in every year that is carried."""
    from monazite.chain.packaged.world import YEARS, world
    from monazite.chain.pictures.history import world_history

    worlds = [world(year, estimates=asked.estimates) for year in YEARS]
    return world_history([one.networks[element] for one in worlds], country, lang)
