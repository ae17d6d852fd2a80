"""The options that the questions about supply chains share."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from monazite.cli import trade_options
from monazite.cli.trade_options import Ways
from monazite.errors import MonaziteError

MaterialArgument = Annotated[
    str,
    typer.Argument(
        metavar="MATERIAL", help="Dy, 'rare earths', 'magnet rare earths', Ga, NdFeB-heavy …"
    ),
]
CountryArgument = Annotated[
    str, typer.Argument(metavar="COUNTRY", help="The user, as code or name; EU and G7 too.")
]
CsvOption = trade_options.CsvOption
ParquetOption = trade_options.ParquetOption
ChartOption = trade_options.ChartOption
YearOption = Annotated[int, typer.Option("--year", help="2018 to 2024.")]
NoEstimatesOption = Annotated[
    bool,
    typer.Option("--no-estimates", help="Leave out estimates: what they fill in is then unknown."),
]
DrawsOption = Annotated[
    int, typer.Option("--draws", min=0, help="Random draws behind the ranges; 0 for no ranges.")
]
StageOption = Annotated[
    str | None,
    typer.Option(
        "--stage", help="What is had at this stage: refining, magnet … (default: the final use)."
    ),
]
SectorOption = Annotated[
    str | None, typer.Option("--sector", help="One sector of use: traction, wind …")
]
NodesOption = Annotated[
    Path | None,
    typer.Option("--nodes", metavar="FILE", help="Nodes of a network of your own, as CSV."),
]
EdgesOption = Annotated[
    Path | None, typer.Option("--edges", metavar="FILE", help="Its edges, as CSV.")
]
TemplateOption = Annotated[
    bool, typer.Option("--template", help="Print a file to start from, and stop.")
]


def chosen(
    lang: str, json: bool, csv: str | None, parquet: Path | None, chart: Path | None = None
) -> Ways:
    """How an answer is to leave; InputError where that cannot be, before anything is computed.

    MonaziteError where the extra that computes it is not installed.
    """
    from monazite.catalogue.texts import say
    from monazite.cli import trade_out

    if find_spec("scipy") is None:
        raise MonaziteError(say("chain.cli.extra", lang))
    ways = Ways(lang, json, csv, parquet, chart)
    trade_out.check(ways)
    return ways
