"""`monazite respond`: what to do about a shock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.respond_options import (
    BudgetOption,
    CapOption,
    DrawsOption,
    ForOption,
    FromOption,
    FutureOption,
    Kind,
    MonthsOption,
    PictureOption,
    PlanOption,
    ProjectsOption,
    RegionsOption,
    ScenarioArgument,
    SeedOption,
    ServeOption,
    TailOption,
    WaysOption,
    WholeOption,
)
from monazite.cli.shock_options import (
    ChartOption,
    CsvOption,
    NetcdfOption,
    ParquetOption,
    Ways,
    XlsxOption,
    checked,
    chosen,
)

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture
    from monazite.shock.response.results import Response

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_UNMET = 1


@app.command()
def respond(
    scenario: ScenarioArgument = None,
    for_: ForOption = None,
    budget: BudgetOption = None,
    first: FromOption = None,
    months: MonthsOption = None,
    future: FutureOption = None,
    ways: WaysOption = None,
    whole: WholeOption = False,
    cap: CapOption = None,
    serve: ServeOption = None,
    tail: TailOption = None,
    regions: RegionsOption = None,
    draws: DrawsOption = None,
    seed: SeedOption = None,
    projects: ProjectsOption = None,
    plan: PlanOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    netcdf: NetcdfOption = None,
    xlsx: XlsxOption = None,
    chart: ChartOption = None,
    picture: PictureOption = Kind.PLAN.value,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What to do about a shock: the best plan for a budget, and how it fares.

    Stockpiles, new plants with their lead times, price floors, recycling, substitution and finished
    goods are weighed together against all futures: what is planned before it is known which of them
    comes is the same in all. The plan is then run week by week under the simulation, which knows
    hoarding and prices, and both are shown. Where what must be kept (--serve, --cap) cannot be, it
    is said what is missing and by how much, and the exit code is 1.

    Example: monazite respond seven-rare-earths-2025-04 --for JP --budget 500 --from 2025-01
    """
    from monazite.cli import respond_view, shock_out
    from monazite.cli.respond_asking import Words, answered, asked

    way = checked(Ways(lang.value, json, csv, parquet, netcdf, chart, xlsx))
    kind = chosen("picture", picture, Kind, way.lang)
    words = Words(
        scenario, for_, budget, first, months, future, ways, whole, cap, serve, tail, regions,
        draws, seed, projects, plan,
    )  # fmt: skip
    found = answered(asked(words, way), way)
    shock_out.deliver(
        way,
        view=lambda: respond_view.show(found, way.lang),
        document=lambda: document(found),
        made={
            "csv": lambda: _csv(found),
            "parquet": lambda: _parquet(found),
            "netcdf": lambda: _netcdf(found),
            "xlsx": lambda: _xlsx(found, way.lang),
            "chart": lambda: shock_out.drawn(way, lambda: _picture(found, kind, way.lang)),
        },
    )
    if not found.feasible:
        raise typer.Exit(_UNMET)


def document(found: Response) -> dict[str, Any]:
    """The answer as a JSON object, which keeps the schema of its kind."""
    from monazite.shock.results.documents import document as as_json

    return as_json(found)


def _csv(found: Response) -> bytes:
    from monazite.cli.shock_out import as_csv
    from monazite.shock.response.table import COLUMNS, rows

    return as_csv(COLUMNS, rows(found))


def _parquet(found: Response) -> bytes:
    from monazite.cli.trade_files import parquet
    from monazite.shock.response.table import table

    return parquet(table(found))


def _netcdf(found: Response) -> bytes:
    from monazite.shock.response.labelled import dataset

    return bytes(dataset(found).to_netcdf(engine="scipy"))


def _xlsx(found: Response, lang: str) -> bytes:
    from monazite.shock.response.workbook import xlsx

    return xlsx(found, lang)


def _picture(found: Response, kind: Kind, lang: str) -> Picture:
    from monazite.shock.response.pictures import losing, marginals, planning, regretting
    from monazite.shock.response.pictures.licensing import licences
    from monazite.shock.response.pictures.simulating import simulated

    draw = {
        Kind.PLAN: planning.plan, Kind.REGRET: regretting.regret,
        Kind.MARGINAL: marginals.marginal, Kind.LOSSES: losing.losses, Kind.LICENCES: licences,
        Kind.SIMULATED: simulated,
    }[kind]  # fmt: skip
    return draw(found, lang)
