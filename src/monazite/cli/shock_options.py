"""The options that the questions about shocks share, and how their answer is to leave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from monazite.cli import trade_options
from monazite.cli.trade_options import STDOUT
from monazite.errors import InputError, MonaziteError

DRAWS = 256
"""Draws where none are asked for: enough for a band, and a few seconds."""
ScenarioArgument = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO", help="Its id (monazite shock list), or a YAML file of one's own."
    ),
]
MaterialsOption = Annotated[
    str | None,
    typer.Option(
        "--materials",
        help="With commas between, as Dy,Tb or magnets (default: those of the scenario).",
    ),
]
DrawsOption = Annotated[
    int,
    typer.Option(
        "--draws", help="Random draws of what nobody knows; 1: the medians alone, without bands."
    ),
]
WeeksOption = Annotated[
    int | None,
    typer.Option("--weeks", help="How many weeks are run (default: as many as the scenario says)."),
]
SeedOption = Annotated[int, typer.Option("--seed", help="Of the draws: the same gives the same.")]
CsvOption = trade_options.CsvOption
ParquetOption = trade_options.ParquetOption
ChartOption = trade_options.ChartOption
NetcdfOption = Annotated[
    Path | None, typer.Option("--netcdf", help="Write labelled arrays as NetCDF.", metavar="FILE")
]


class Kind(StrEnum):
    """What `--chart` draws of a run."""

    FLOWS = "flows"
    HALTS = "halts"
    PRICES = "prices"
    LOSSES = "losses"


PictureOption = Annotated[Kind, typer.Option("--picture", help="What --chart draws.")]


@dataclass(frozen=True, slots=True)
class Ways:
    """How an answer leaves: on the screen, as JSON, and into which files."""

    lang: str
    json: bool = False
    csv: str | None = None
    parquet: Path | None = None
    netcdf: Path | None = None
    chart: Path | None = None


def checked(ways: Ways) -> Ways:
    """The ways; InputError where one cannot be, before anything is computed.

    MonaziteError where the extra that computes it is not installed.
    """
    from monazite.catalogue.texts import say
    from monazite.cli.trade_files import place

    if find_spec("scipy") is None:
        raise MonaziteError(say("shock.cli.extra", ways.lang, name="scipy"))
    if ways.json and ways.csv == STDOUT:
        raise InputError("csv", None, "--json or --csv -; both print on stdout")
    if ways.csv is not None and ways.csv != STDOUT:
        place(Path(ways.csv), "csv")
    if ways.parquet is not None:
        place(ways.parquet, "parquet")
    if ways.netcdf is not None:
        place(ways.netcdf, "netcdf")
        if find_spec("xarray") is None:
            raise MonaziteError(say("shock.cli.extra", ways.lang, name="xarray"))
    if ways.chart is not None:
        from monazite.charts.files import KINDS

        place(ways.chart, "chart", KINDS)
    return ways
