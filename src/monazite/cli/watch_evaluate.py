"""`monazite watch evaluate`: a risk model against what inspections found later."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.watch_options import ChartOption, CsvOption, ParquetOption, chosen, needed
from monazite.cli.watch_risk_options import (
    NEEDED,
    ModelOption,
    OutcomeOption,
    TableArgument,
    shares,
)

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture
    from monazite.watch.targeting.drift import Drift
    from monazite.watch.targeting.evaluation import Evaluation
    from monazite.watch.targeting.model import Model


class Kind(StrEnum):
    """What `--chart` draws."""

    PRECISION = "precision"
    CALIBRATION = "calibration"
    REASONS = "reasons"


def evaluate(
    table: TableArgument,
    model: ModelOption,
    label: Annotated[
        str | None,
        typer.Option("--label", metavar="COLUMN", help="What was found (default: the model's)."),
    ] = None,
    budget: Annotated[
        str, typer.Option("--budget", metavar="N,…", help="Per cent of rows that are opened.")
    ] = "1,5,10",
    outcome: OutcomeOption = "any",
    picture: Annotated[
        Kind, typer.Option("--picture", help="What --chart draws.")
    ] = Kind.PRECISION,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Precision, recall and lift by budget, order, calibration and drift, with 95 % intervals.

    Only rows dated after the model's last day count: of the others it knows the outcome.

    Example: monazite watch evaluate table.csv --model model --budget 5,10
    """
    from monazite.cli import chain_out, watch_evaluate_view
    from monazite.cli.watch_evaluate_rows import COLUMNS, document, rows

    ways = chosen(lang.value, json=json, csv=csv, parquet=parquet, chart=chart)
    needed(lang.value, *NEEDED)
    made, found, moved = _evaluated(table, model, label, shares(budget), outcome, ways.lang, json)
    chain_out.deliver(
        ways,
        view=lambda: watch_evaluate_view.show(made, found, moved, ways.lang),
        document=lambda: document(made, found, moved, ways.lang),
        table=lambda: chain_out.Table(COLUMNS, list(rows(found))),
        picture=lambda: _picture(found, picture, ways.lang),
    )


def _evaluated(
    table: Path, folder: Path, label: str | None, budgets: tuple[float, ...], outcome: str,
    lang: str, quiet: bool,
) -> tuple[Model, Evaluation, tuple[Drift, ...]]:  # fmt: skip
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.watch.targeting import evaluate as held_against
    from monazite.watch.targeting import load
    from monazite.watch.targeting.drift import drift

    with Progress(lang, quiet=quiet) as progress:
        progress(say("watch.risk.evaluating", lang), 0, None)
        made = load(folder)
        found = held_against(made, table, label, budgets=budgets, outcome=outcome)
        then = made.card["drift"][outcome]
        return made, found, drift(then, found.scores.cells, found.scores.risks, found.used)


def _picture(found: Evaluation, kind: Kind, lang: str) -> Picture:
    from monazite.chain.pictures.picture import Picture
    from monazite.watch.targeting.pictures.calibration import calibration
    from monazite.watch.targeting.pictures.moves import moves
    from monazite.watch.targeting.pictures.precision import precision

    draw = {Kind.PRECISION: precision, Kind.CALIBRATION: calibration, Kind.REASONS: moves}[kind]
    return Picture(*draw(found, lang))
