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
    ParquetOption,
    YearOption,
    chosen,
)
from monazite.cli.chain_world import Asked, Opened, opened
from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.chain.network.network import Network
    from monazite.chain.pictures.picture import Picture
    from monazite.chain.pictures.standing_on import User
    from monazite.cli.trade_options import Ways


class Kind(StrEnum):
    """What `--chart` draws of a map: the first two of the world, the others of one country."""

    WAY = "way"
    LADDER = "ladder"
    WORLD = "world"
    HISTORY = "history"


COLUMNS = ("material", "year", "on", "country", "share", "left_out")
_OF_THE_WORLD = (Kind.WAY, Kind.LADDER)
_OF_ONE = (Kind.WORLD, Kind.HISTORY)


def map_(
    material: MaterialArgument,
    on: Annotated[
        str | None,
        typer.Option("--on", help="Whose use stands on this country, and how much of it."),
    ] = None,
    year: YearOption = 2024,
    no_estimates: NoEstimatesOption = False,
    nodes: NodesOption = None,
    edges: EdgesOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    picture: Annotated[
        Kind | None,
        typer.Option("--picture", help="What to draw: way or ladder; with --on world or history."),
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Who makes a material, stage by stage.

    With --on: whose use stands on that country.

    Example: monazite chain map Dy --chart dysprosium.svg
    """
    ways = chosen(lang.value, json, csv, parquet, chart)
    kind = _drawn(picture, on, own=nodes is not None)
    asked = Asked(year, not no_estimates, nodes, edges)
    found = opened(asked, material)
    network = found.network(material)
    if on is None:
        _whole(network, kind, found, ways)
    else:
        _of_one(found, network, on, kind, asked, ways)


def _drawn(picture: Kind | None, on: str | None, *, own: bool) -> Kind:
    """What is to be drawn; InputError where it cannot be."""
    allowed = _OF_THE_WORLD if on is None else _OF_ONE[:1] if own else _OF_ONE
    if picture is not None and picture not in allowed:
        also = "; with --on COUNTRY world or history" if on is None else ""
        raise InputError("picture", picture, f"{' or '.join(allowed)}{also}")
    return picture or allowed[0]


def _whole(network: Network, kind: Kind, found: Opened, ways: Ways) -> None:
    from monazite.chain.stage_maps import Run, of_network
    from monazite.cli import chain_map_view, chain_out

    answer = of_network(network)

    def picture() -> Picture:
        from monazite.chain.pictures.ladder import world_ladder
        from monazite.chain.pictures.way import way

        return (world_ladder if kind == Kind.LADDER else way)(network, ways.lang)

    chain_out.deliver(
        ways,
        view=lambda: chain_map_view.show(answer, found, ways.lang),
        document=lambda: chain_out.document(answer, found.problems, ways.lang),
        table=lambda: chain_out.Table(
            Run._fields, [one._asdict() | {"rows": " ".join(one.rows)} for one in answer.runs]
        ),
        picture=picture,
    )


def _of_one(
    found: Opened,
    network: Network,
    on: str,
    kind: Kind,
    asked: Asked,
    ways: Ways,
) -> None:
    from monazite.chain.pictures.standing_on import users_on
    from monazite.chain.sums.sums import with_sum
    from monazite.cli import chain_map_view, chain_out

    origin, material = _known(network, on), network.element
    users = users_on(with_sum(found.world, material), material, origin)
    rows = [_row(network, origin, one) for one in users]

    def picture() -> Picture:
        from monazite.chain.pictures.world_map import user_map

        if kind == Kind.HISTORY:
            return _history(material, origin, asked, ways.lang)
        return user_map(users, material, network.year, origin, ways.lang)

    def document() -> dict[str, Any]:
        about = {"material": material, "year": network.year, "on": origin, "rows": rows}
        return about | chain_out.told(found.problems, ways.lang)

    chain_out.deliver(
        ways,
        view=lambda: chain_map_view.show_on(network, origin, users, found.problems, ways.lang),
        document=document,
        table=lambda: chain_out.Table(COLUMNS, rows),
        picture=picture,
    )


def _known(network: Network, country: str) -> str:
    """ISO3 of a country; names that only the network knows, such as the rest, stand for it."""
    from monazite.catalogue.countries import describe

    names = {node.country for node in network.nodes}
    return country if country in names else describe(country).iso3


def _row(network: Network, on: str, user: User) -> dict[str, Any]:
    left = None if user.left_out is None else user.left_out.share
    said = (network.element, network.year, on, user.country, user.share, left)
    return dict(zip(COLUMNS, said, strict=True))


def _history(material: str, country: str, asked: Asked, lang: str) -> Picture:
    """The country's shares of what the world made, in every year that is carried."""
    from monazite.chain.packaged.world import YEARS, world
    from monazite.chain.pictures.history import world_history
    from monazite.chain.sums.alloys import network_of

    worlds = (world(year, estimates=asked.estimates) for year in YEARS)
    return world_history([network_of(one, material) for one in worlds], country, lang)
