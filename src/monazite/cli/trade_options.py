"""The options that all questions about flows share, and how their answer is to leave."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from monazite.errors import InputError

STDOUT = "-"


def _folder(text: str) -> Path:
    """A folder; nothing is no folder, and least of all the one where the reader stands."""
    if not text.strip():
        raise InputError("store", None, "--store DIR, the name of a folder; . for this one")
    return Path(text)


StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        envvar="MONAZITE_STORE",
        parser=_folder,
        metavar="<path>",
        help="Folder that `trade load` filled (default: the extract that Monazite carries).",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", help="As releases up to this one had it (or one load, by its id)."),
]
LoadStoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        envvar="MONAZITE_STORE",
        parser=_folder,
        metavar="<path>",
        help="Folder of the store; made where it is missing.",
    ),
]
EngineOption = Annotated[
    str | None,
    typer.Option(
        "--engine",
        help="duckdb, spark, spark://…, or a server's address (default: MONAZITE_TRADE_URL).",
    ),
]
YearsOption = Annotated[
    str | None, typer.Option("--years", help="A year, or first and last: 2015:2024.")
]
CsvOption = Annotated[
    str | None, typer.Option("--csv", metavar="FILE", help="Write the rows as CSV; - for stdout.")
]
ParquetOption = Annotated[
    Path | None, typer.Option("--parquet", help="Write the rows as Parquet.", metavar="FILE")
]
ChartOption = Annotated[
    Path | None,
    typer.Option("--chart", help="Draw a chart: .svg, .png or .html.", metavar="FILE"),
]
SqlOption = Annotated[
    str | None,
    typer.Option("--sql", help="Print the query: duckdb, pyspark, clickhouse, trino, postgres."),
]


@dataclass(frozen=True, slots=True)
class Ways:
    """How an answer leaves: on the screen, as JSON or SQL, and into which files."""

    lang: str
    json: bool = False
    csv: str | None = None
    parquet: Path | None = None
    chart: Path | None = None
    sql: str | None = None
