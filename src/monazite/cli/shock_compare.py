"""`monazite shock compare`: what one scenario brings that another does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.shock_options import (
    DRAWS,
    ChartOption,
    CsvOption,
    DrawsOption,
    Kind,
    MaterialsOption,
    ParquetOption,
    PictureOption,
    SeedOption,
    Ways,
    WeeksOption,
    checked,
    chosen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.chain.pictures.picture import Picture
    from monazite.cli.shock_compare_over import Shared
    from monazite.shock.results.comparison import Comparison
    from monazite.shock.results.outcome import Outcome
    from monazite.shock.scenarios.schema import Scenario


def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="A scenario: its id, or a YAML file.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The scenario to hold against it.")],
    materials: MaterialsOption = None,
    draws: DrawsOption = DRAWS,
    weeks: WeeksOption = None,
    seed: SeedOption = 1,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    picture: PictureOption = Kind.FLOWS.value,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Hold two scenarios against each other.

    With the same draws, over the weeks and the materials of both, so that neither need be what
    `run` of it shows: months, halts, prices and losses side by side, and what B brings more or
    less, draw by draw.

    Example: monazite shock compare october-2025-package revival-2026-11-10
    """
    from monazite.cli import shock_compare_view, shock_out
    from monazite.cli.shock_compare_over import shared
    from monazite.cli.shock_run import document
    from monazite.cli.shock_scenario import opened
    from monazite.cli.shock_simulating import compared, simulated
    from monazite.shock.asking import alike

    ways = checked(Ways(lang.value, json, csv, parquet, None, chart))
    kind = chosen("picture", picture, Kind, ways.lang)
    named = tuple(opened(name, materials, weeks, ways) for name in (first, second))
    asked = alike(*named)
    runs = [(one, simulated(one, draws, seed, ways)) for one in asked]
    found = titled_runs(runs, ways.lang)
    difference = compared(*asked, draws, seed, ways)
    on = shared(named, asked, difference.world_year)
    shock_out.deliver(
        ways,
        view=lambda: shock_compare_view.show(found, difference, on, ways.lang),
        document=lambda: _document(on, [document(run) for _, run in runs], document(difference)),
        made={
            "csv": lambda: shock_out.as_csv(columns(), _rows(found)),
            "parquet": lambda: shock_out.as_parquet(columns(), list(_rows(found))),
            "chart": lambda: shock_out.drawn(ways, lambda: _picture(found, difference, kind, ways)),
        },
    )


def titled_runs(runs: list[tuple[Scenario, Outcome]], lang: str) -> dict[str, Outcome]:
    """Outcomes by titles that differ: a scenario that is held against itself has its number."""
    from monazite.cli.shock_scenario import titled

    titles = [titled(one, lang) for one, _ in runs]
    if len(set(titles)) < len(titles):
        titles = [f"{title} ({n})" for n, title in enumerate(titles, 1)]
    return {title: run for title, (_, run) in zip(titles, runs, strict=True)}


def columns() -> tuple[str, ...]:
    """The columns of a file: those of a run, behind the title of the scenario."""
    from monazite.shock.results.table import COLUMNS

    return ("scenario", *COLUMNS)


def _rows(found: Mapping[str, Outcome]) -> Iterator[dict[str, object]]:
    from monazite.shock.results.table import rows

    for title, run in found.items():
        for row in rows(run):
            yield {"scenario": title, **row}


def _document(on: Shared, runs: list[dict[str, Any]], difference: dict[str, Any]) -> dict[str, Any]:
    return {"over": on._asdict(), "runs": runs, "difference": difference}


def _picture(
    found: Mapping[str, Outcome], difference: Comparison, kind: Kind, ways: Ways
) -> Picture:
    from monazite.shock.pictures.comparing import compared_losses
    from monazite.shock.pictures.flows import compared_flows
    from monazite.shock.pictures.halting import calendar
    from monazite.shock.pictures.prices import compared_prices

    if kind == Kind.LOSSES:
        return compared_losses(found, difference, ways.lang)
    draw = {Kind.FLOWS: compared_flows, Kind.HALTS: calendar, Kind.PRICES: compared_prices}[kind]
    return draw(found, ways.lang)
