"""`monazite chain exposure`: on whom a country's use of a material stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.chain_exposure_rows import several
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

if TYPE_CHECKING:
    from monazite.chain.exposures.values import Exposure
    from monazite.cli.trade_options import Ways


def exposure(
    country: Annotated[
        str,
        typer.Argument(
            metavar="COUNTRY", help="The user, EU or G7; several with commas; WORLD for all."
        ),
    ],
    material: Annotated[
        str | None,
        typer.Argument(metavar="MATERIAL", help="Dy, 'rare earths', NdFeB-heavy …; none for all."),
    ] = None,
    stage: StageOption = None,
    sector: SectorOption = None,
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
    """On whom a country's use of a material stands.

    Directly, through every stage, and by who controls the makers. Without a material: the shares
    of all of them; WORLD for those of every country too.

    Example: monazite chain exposure JP Dy --stage magnet
    """
    ways = chosen(lang.value, json, csv, parquet, chart)
    found = opened(Asked(year, not no_estimates, nodes, edges), material or "")
    if material is None or several(country):
        from monazite.cli import chain_exposure_all

        chain_exposure_all.answer(found, country, material, stage_of(stage), sector, ways)
        return
    from monazite.chain.exposures.exposure import exposure as of_world

    asked = found.material(material)
    answer = of_world(
        found.world, country, asked, stage=stage_of(stage), sector=sector, draws=draws
    )
    _deliver(found, answer, ways)


def _deliver(found: Opened, answer: Exposure, ways: Ways) -> None:
    from monazite.chain import words
    from monazite.chain.documents import COLUMNS, exposure_rows
    from monazite.chain.pictures.ladder import user_ladder
    from monazite.cli import chain_exposure_view, chain_out

    if ways.chart is not None:
        chain_exposure_view.check_drawn(answer)
    chain_out.deliver(
        ways,
        view=lambda: chain_exposure_view.show(answer, found, ways.lang),
        document=lambda: chain_out.document(answer, found.problems, ways.lang),
        table=lambda: chain_out.Table(COLUMNS, exposure_rows(answer)),
        picture=lambda: user_ladder(answer, words.country(answer.country, ways.lang), ways.lang),
    )
