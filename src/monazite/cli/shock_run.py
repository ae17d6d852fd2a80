"""`monazite shock run`: one scenario over many draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.shock_options import (
    DRAWS,
    ChartOption,
    CsvOption,
    DrawsOption,
    Kind,
    MaterialsOption,
    NetcdfOption,
    ParquetOption,
    PictureOption,
    ScenarioArgument,
    SeedOption,
    Ways,
    WeeksOption,
    checked,
    chosen,
)

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture
    from monazite.shock.results.documents import Result
    from monazite.shock.results.outcome import Outcome
    from monazite.shock.scenarios.schema import Scenario


def run(
    scenario: ScenarioArgument,
    materials: MaterialsOption = None,
    draws: DrawsOption = DRAWS,
    weeks: WeeksOption = None,
    seed: SeedOption = 1,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    netcdf: NetcdfOption = None,
    chart: ChartOption = None,
    picture: PictureOption = Kind.FLOWS.value,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Simulate a scenario: flows, halts, prices, losses.

    Every number is the median of the draws, number by number, with its band from the 5th to the
    95th percentile; beside it stands that of the same draws without the scenario, and what was
    observed where that is known.

    Example: monazite shock run seven-rare-earths-2025-04 --chart magnets.svg
    """
    from monazite.cli import shock_out, shock_run_view
    from monazite.cli.shock_scenario import opened
    from monazite.cli.shock_simulating import simulated

    ways = checked(Ways(lang.value, json, csv, parquet, netcdf, chart))
    kind = chosen("picture", picture, Kind, ways.lang)
    asked = opened(scenario, materials, weeks, ways)
    found = simulated(asked, draws, seed, ways)
    shock_out.deliver(
        ways,
        view=lambda: shock_run_view.show(found, asked, ways.lang),
        document=lambda: document(found),
        made={
            "csv": lambda: _csv(found),
            "parquet": lambda: _parquet(found),
            "netcdf": lambda: _netcdf(found),
            "chart": lambda: shock_out.drawn(ways, lambda: _picture(found, asked, kind, ways)),
        },
    )


def document(found: Result) -> dict[str, Any]:
    """The result as a JSON object, which keeps the schema of its kind."""
    from monazite.shock.results.documents import document as as_json

    return as_json(found)


def _csv(found: Outcome) -> bytes:
    from monazite.cli.shock_out import as_csv
    from monazite.shock.results.table import COLUMNS, rows

    return as_csv(COLUMNS, rows(found))


def _parquet(found: Outcome) -> bytes:
    from monazite.cli.trade_files import parquet
    from monazite.shock.results.table import table

    return parquet(table(found))


def _netcdf(found: Outcome) -> bytes:
    from monazite.shock.results.labelled import dataset

    return bytes(dataset(found).to_netcdf(engine="scipy"))


def _picture(found: Outcome, asked: Scenario, kind: Kind, ways: Ways) -> Picture:
    from monazite.cli.shock_scenario import titled
    from monazite.shock.pictures.days import days
    from monazite.shock.pictures.flows import flows
    from monazite.shock.pictures.halting import calendar
    from monazite.shock.pictures.losing import losses
    from monazite.shock.pictures.prices import prices

    title = titled(asked, ways.lang)
    if kind == Kind.FLOWS:
        return flows(found, title, days(asked, ways.lang), ways.lang)
    if kind == Kind.HALTS:
        return calendar({title: found}, ways.lang)
    draw = {Kind.PRICES: prices, Kind.LOSSES: losses}[kind]
    return draw(found, title, ways.lang)
