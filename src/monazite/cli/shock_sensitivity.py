"""`monazite shock sensitivity`: which parameters a result depends on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.shock_options import (
    ChartOption,
    CsvOption,
    MaterialsOption,
    ScenarioArgument,
    SeedOption,
    Ways,
    WeeksOption,
    checked,
    chosen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.chain.pictures.picture import Picture
    from monazite.shock.results.sensitivities import Sensitivities
    from monazite.shock.scenarios.schema import Scenario

POINTS = 128
"""Points where none are asked for: a minute, and parts to some per cent."""


class Of(StrEnum):
    """Of which result the table and the chart are."""

    LOSS = "loss"
    HALT = "halt"
    MONTH = "month"


_RESULTS = {Of.LOSS: "lost", Of.HALT: "first_halt", Of.MONTH: "least_t"}
_COLUMNS = ("result", "meter", "parameter", "first", "first_error", "total", "total_error")


def sensitivity(
    scenario: ScenarioArgument,
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar=f"<{'|'.join(Of)}>",
            help="Of which result: value added lost, week of the first halt, or least month.",
        ),
    ] = Of.LOSS.value,
    materials: MaterialsOption = None,
    points: Annotated[
        int,
        typer.Option(
            "--points", help="64 or more: more make the errors smaller; each costs some 30 draws."
        ),
    ] = POINTS,
    weeks: WeeksOption = None,
    seed: SeedOption = 1,
    csv: CsvOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Say which unknown numbers a result depends on.

    First order: the part of its variance over the draws that a parameter explains alone; total
    order: with all others. Each has its sampling error beside it, and nothing is clipped: what
    cannot be is chance of the points. --json and --csv have every result.

    Example: monazite shock sensitivity full-stop --of loss --chart depends.svg
    """
    from monazite.cli import shock_out, shock_sensitivity_view
    from monazite.cli.shock_run import document
    from monazite.cli.shock_scenario import opened, titled

    ways = checked(Ways(lang.value, json, csv, None, None, chart))
    result = _RESULTS[chosen("of", of, Of, ways.lang)]
    asked = opened(scenario, materials, weeks, ways)
    found = _sensed(asked, points, seed, ways)
    title = titled(asked, ways.lang)
    shock_out.deliver(
        ways,
        view=lambda: shock_sensitivity_view.show(found, result, title, ways.lang),
        document=lambda: document(found),
        made={
            "csv": lambda: shock_out.as_csv(_COLUMNS, _rows(found)),
            "chart": lambda: shock_out.drawn(
                ways, lambda: _picture(found, result, title, ways.lang)
            ),
        },
    )


def _sensed(asked: Scenario, points: int, seed: int, ways: Ways) -> Sensitivities:
    from monazite import shock
    from monazite.catalogue.texts import say
    from monazite.cli.shock_scenario import drawable, sensible
    from monazite.cli.shock_simulating import with_bar
    from monazite.shock.parameters.reading import packaged
    from monazite.shock.runs.draws import MOST
    from monazite.shock.runs.sensitivity import varying

    each = len(varying(asked.assume, packaged())) + 2
    sensible(points, MOST // each, ways.lang)
    drawable(1, seed, ways.lang)
    what = say("shock.cli.running", ways.lang, scenario=asked.id)
    return with_bar(
        what, points * each, ways,
        lambda told: shock.sensitivity(asked, points=points, seed=seed, told=told),
    )  # fmt: skip


def _rows(found: Sensitivities) -> Iterator[dict[str, object]]:
    for one in found.sensitivities:
        yield {name: getattr(one, name) for name in _COLUMNS}


def _picture(found: Sensitivities, result: str, title: str, lang: str) -> Picture:
    from monazite.shock.pictures.sensing import sensing

    return sensing(found, result, title, lang)
