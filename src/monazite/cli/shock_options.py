"""The options that the questions about shocks share, and how their answer is to leave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from monazite.cli import trade_options
from monazite.cli.trade_options import STDOUT
from monazite.errors import InputError, MonaziteError

if TYPE_CHECKING:
    from collections.abc import Iterable

E = TypeVar("E", bound=StrEnum)

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
XlsxOption = Annotated[
    Path | None,
    typer.Option("--xlsx", help="Write a workbook, a sheet for each part.", metavar="FILE"),
]


class Kind(StrEnum):
    """What `--chart` draws of a run."""

    FLOWS = "flows"
    HALTS = "halts"
    PRICES = "prices"
    LOSSES = "losses"


PictureOption = Annotated[
    str, typer.Option("--picture", metavar=f"<{'|'.join(Kind)}>", help="What --chart draws.")
]


@dataclass(frozen=True, slots=True)
class Ways:
    """How an answer leaves: on the screen, as JSON, and into which files."""

    lang: str
    json: bool = False
    csv: str | None = None
    parquet: Path | None = None
    netcdf: Path | None = None
    chart: Path | None = None
    xlsx: Path | None = None


def checked(ways: Ways) -> Ways:
    """The ways; InputError where one cannot be, before anything is computed.

    MonaziteError where the extra that computes it is not installed.
    """
    from monazite.catalogue.texts import say

    if find_spec("scipy") is None:
        raise MonaziteError(say("shock.cli.extra", ways.lang, name="scipy"))
    if ways.json and ways.csv == STDOUT:
        raise InputError("csv", None, say("shock.cli.accepted.stdout", ways.lang))
    if ways.csv is not None and ways.csv != STDOUT:
        _placed(Path(ways.csv), "csv", ways.lang)
    for option in ("parquet", "xlsx"):
        path: Path | None = getattr(ways, option)
        if path is not None:
            _placed(path, option, ways.lang)
    if ways.netcdf is not None:
        _placed(ways.netcdf, "netcdf", ways.lang)
        if find_spec("xarray") is None:
            raise MonaziteError(say("shock.cli.extra", ways.lang, name="xarray"))
    if ways.chart is not None:
        from monazite.charts.files import KINDS

        if ways.chart.suffix.casefold() not in KINDS:
            ends = _either(KINDS, ways.lang)
            raise InputError(
                "chart", ways.chart, say("shock.cli.accepted.ending", ways.lang, known=ends)
            )
        _placed(ways.chart, "chart", ways.lang)
    return ways


def chosen(option: str, value: str, kinds: type[E], lang: str) -> E:
    """The kind of this name; InputError of the option where there is none."""
    from monazite.catalogue.texts import say

    try:
        return kinds(value)
    except ValueError:
        known = _either(kinds, lang)
        accepted = say("shock.cli.accepted.choice", lang, known=known)
        raise InputError(option, value, accepted) from None


def _placed(path: Path, option: str, lang: str) -> None:
    """InputError where no file can be written there."""
    from monazite.catalogue.texts import say
    from monazite.cli.trade_files import place

    try:
        place(path, option)
    except InputError:
        raise InputError(option, path, say("shock.cli.accepted.folder", lang)) from None


def _either(names: Iterable[str], lang: str) -> str:
    from monazite.shock.pictures.wording import listed

    return listed(names, lang)
