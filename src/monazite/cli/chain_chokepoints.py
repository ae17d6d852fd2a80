"""`monazite chain chokepoints`: what users lose when a country is taken out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.chain_options import (
    ChartOption,
    CsvOption,
    DrawsOption,
    EdgesOption,
    NodesOption,
    NoEstimatesOption,
    ParquetOption,
    SectorOption,
    StageOption,
    YearOption,
    chosen,
)
from monazite.cli.chain_world import Asked, Opened, opened, stage_of
from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.chain.chokepoint.chokepoint import Chokepoint
    from monazite.chain.pictures.picture import Picture
    from monazite.cli.trade_options import Ways

COLUMNS = (
    "material", "year", "country", "supplier", "use_t", "loss", "p5", "p50", "p95", "low", "high",
    "lost_t", "binding", "unknown", "estimated", "left_out", "members",
)  # fmt: skip


class Rerouting(StrEnum):
    """How far goods may go other ways (`chain.chokepoint.rerouting`)."""

    HELD = "held"
    ROUTES = "routes"
    FREE = "free"


def chokepoints(
    material: Annotated[
        str | None,
        typer.Argument(metavar="MATERIAL", help="Dy, 'rare earths', Ga …; none for all of them."),
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="One user, EU or G7 (default: the 50 largest).")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="One supplier, EU or G7 (default: every country).")
    ] = None,
    stage: StageOption = None,
    sector: SectorOption = None,
    rerouting: Annotated[
        Rerouting,
        typer.Option(help="Only today's flows; more on today's routes; or free to go anywhere."),
    ] = Rerouting.HELD,
    spare: Annotated[
        bool, typer.Option("--spare", help="Plants may use their capacity, where it is known.")
    ] = False,
    year: YearOption = 2024,
    no_estimates: NoEstimatesOption = False,
    draws: DrawsOption = 200,
    nodes: NodesOption = None,
    edges: EdgesOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What users lose when a country is taken out.

    And the stage at which it fails, nearest to the use.

    Example: monazite chain chokepoints Dy --country DE
    """
    ways = chosen(lang.value, json, csv, parquet, chart)
    if chart is not None and (on is None or material is None):
        raise InputError("chart", chart, "with a material and --on COUNTRY: a map of the losses")
    if spare and rerouting == Rerouting.HELD:
        raise InputError("spare", None, "--rerouting routes or --rerouting free beside --spare")
    found = opened(Asked(year, not no_estimates, nodes, edges), material or "")
    how: dict[str, Any] = {
        "country": country, "supplier": on, "stage": stage_of(stage), "sector": sector,
        "rerouting": rerouting.value, "spare": spare, "draws": draws,
    }  # fmt: skip
    answer = _asked(found, material, how, ways)
    _deliver(found, answer, material, how, ways)


def _asked(
    found: Opened, material: str | None, how: dict[str, Any], ways: Ways
) -> list[Chokepoint]:
    """Of one material, or one by one of all that the world knows, the ten largest pairs banded."""
    from monazite.chain import words
    from monazite.chain.chokepoint.of_world import chokepoints as of_world
    from monazite.cli.trade_progress import Progress

    networks = found.world.networks
    names = list(networks) if material is None else [found.material(material)]
    answer: list[Chokepoint] = []
    with Progress(ways.lang, quiet=ways.json or len(names) == 1) as progress:
        for at, name in enumerate(names):
            progress(words.material(name, ways.lang), at, len(names))
            answer += of_world(found.world, name, **how)
    return answer


def _why_none(found: Opened, material: str | None, how: dict[str, Any], lang: str) -> str:
    """Why there is nothing to lose, in a sentence."""
    from monazite.catalogue.texts import say
    from monazite.chain.exposures.exposure import exposure
    from monazite.chain.notes import no_use, of_use

    if material is None or how["country"] is None:
        return say("chain.note.no_use", lang)
    asked = {name: how[name] for name in ("stage", "sector")}
    use = exposure(found.world, how["country"], found.material(material), **asked, draws=0)
    return next(iter((*of_use(use), no_use(found.world, use)))).text(lang)


def _deliver(
    found: Opened,
    answer: list[Chokepoint],
    material: str | None,
    how: dict[str, Any],
    ways: Ways,
) -> None:
    from monazite.cli import chain_chokepoints_view, chain_out

    def document() -> dict[str, Any]:
        rows = [chain_out.document(one, (), ways.lang) for one in answer]
        about = {"year": found.world.year, "chokepoints": rows}
        return about | chain_out.told(found.problems, ways.lang)

    def view() -> None:
        none = "" if answer else _why_none(found, material, how, ways.lang)
        named = how["supplier"] is not None
        chain_chokepoints_view.show(answer, found, named, none, ways.lang)

    chain_out.deliver(
        ways,
        view=view,
        document=document,
        table=lambda: chain_out.Table(COLUMNS, [_row(one) for one in answer]),
        picture=lambda: _map(answer, ways.lang),
    )


def _row(one: Chokepoint) -> dict[str, object]:
    ends = (None, None, None) if one.band is None else one.band
    said = (
        one.material, one.year, one.country, one.supplier, one.use, one.loss, *ends, one.low,
        one.high, one.lost, one.binding, one.unknown, one.estimated,
        None if one.left_out is None else one.left_out.share, " ".join(one.members) or None,
    )  # fmt: skip
    return dict(zip(COLUMNS, said, strict=True))


def _map(answer: list[Chokepoint], lang: str) -> Picture:
    """What every user loses without the one supplier."""
    from monazite.catalogue.texts import say
    from monazite.chain import words
    from monazite.chain.pictures.world_map import share_map

    if not answer:
        raise InputError("chart", None, "a material of which a use is known")
    if len({one.material for one in answer}) > 1:
        raise InputError("chart", None, "one element: those of an alloy have losses of their own")
    first = answer[0]
    supplier = words.country(first.supplier, lang)
    material = words.material(first.material, lang)
    title = say(
        "chain.cli.chokepoints.map", lang, supplier=supplier, material=material, year=first.year
    )
    source = say("chain.cli.chokepoints.map_source", lang, supplier=supplier, count=len(answer))
    left_out = {one.country: one.left_out for one in answer if one.left_out is not None}
    losses = {one.country: one.loss for one in answer}
    return share_map(losses, left_out, title, source, lang)
