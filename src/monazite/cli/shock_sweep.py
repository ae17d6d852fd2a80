"""`monazite shock sweep`: many scenarios, into a folder that survives a stop."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.shock_options import (
    ChartOption,
    CsvOption,
    NetcdfOption,
    ParquetOption,
    Ways,
    XlsxOption,
    checked,
)

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture
    from monazite.cli.shock_sweep_asking import Asked, Shown
    from monazite.shock.sweeps.sweep import Sweep
    from monazite.shock.sweeps.swept import Swept


def sweep(
    spec: Annotated[
        str | None,
        typer.Argument(
            metavar="[SPEC]",
            help="A YAML file that says what varies, or a packaged sweep; without it the folder's"
            " own is gone on with, or shown when it is done.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Where the scenarios are kept.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="ADDRESS", help="A Dask scheduler, as tcp://host:8786."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", help="So many Dask processes of this machine, a thread each."),
    ] = None,
    chunk: Annotated[
        int | None,
        typer.Option(
            "--chunk",
            help="About how many scenarios a file holds (default: some seconds' work); never fewer "
            "than 64 draws of one variation, or all that it has.",
        ),
    ] = None,
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar="FIGURE",
            help="Of which figure table and chart are, as "
            "lost, lost/DEU, first_halt, stopped, least_t/METER, quote/GOOD.",
        ),
    ] = "lost",
    over: Annotated[
        list[str] | None,
        typer.Option("--over", metavar="PATH", help="The one or two paths that --chart is over."),
    ] = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    netcdf: NetcdfOption = None,
    xlsx: XlsxOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Run a scenario with many variations, each with many draws, and keep every one.

    The folder holds a Parquet file for each chunk. A sweep that was stopped, by Ctrl-C or by force,
    goes on where it was; results are the same to the last bit for any number of workers.

    Example: monazite shock sweep licences-2025 --out sweep --chart field.svg
    """  # fmt: skip
    from monazite.cli import shock_out, shock_sweep_view
    from monazite.cli.shock_run import document
    from monazite.cli.shock_sweep_asking import found_in, opened, shown, translated
    from monazite.shock.sweeps.swept import swept

    ways = checked(Ways(lang.value, json, csv, parquet, netcdf, chart, xlsx))
    with translated(ways):
        asked = opened(spec, out, ways.lang)
        what = shown(asked, of, tuple(over or ()), chart is not None)
        run = _run(spec, asked, (on, workers, chunk), ways)
        found_in(run, what.figure)
        found = swept(run)
    shock_out.deliver(
        ways,
        view=lambda: shock_sweep_view.show(found, what.figure, asked.out, ways.lang),
        document=lambda: document(found),
        made={
            "csv": lambda: _csv(found),
            "parquet": lambda: _parquet(found),
            "netcdf": lambda: _netcdf(run),
            "xlsx": lambda: _xlsx(found),
            "chart": lambda: shock_out.drawn(ways, lambda: _picture(run, found, what, ways.lang)),
        },
    )


def _run(
    name: str | None, asked: Asked, where: tuple[str | None, int | None, int | None], ways: Ways
) -> Sweep:
    """The sweep, done; Ctrl-C says how to go on, and ends the command."""
    from monazite import shock
    from monazite.catalogue.texts import say
    from monazite.cli.shock_sweep_asking import again
    from monazite.cli.shock_sweep_progress import Progress

    (on, workers, chunk), out = where, asked.out
    try:
        with Progress(ways.lang, quiet=ways.json) as told:
            return shock.sweep(asked.spec, out, on=on, workers=workers, chunk=chunk, told=told)
    except KeyboardInterrupt:
        command = again(name, out, on, workers)
        sys.stderr.write("\n" + say("shock.cli.sweep.stopped", ways.lang, command=command) + "\n")
        raise typer.Abort from None


def _csv(found: Swept) -> bytes:
    from monazite.cli.shock_out import as_csv
    from monazite.shock.sweeps.table import columns, rows

    return as_csv(columns(found), rows(found))


def _parquet(found: Swept) -> bytes:
    from monazite.cli.trade_files import parquet
    from monazite.shock.sweeps.table import table

    return parquet(table(found))


def _netcdf(run: Sweep) -> bytes:
    from monazite.shock.sweeps.labelled import banded

    return bytes(banded(run, run.names).to_netcdf(engine="scipy"))


def _xlsx(found: Swept) -> bytes:
    from monazite.facts.workbooks import workbook
    from monazite.shock.sweeps.table import sheets

    return workbook(sheets(found))


def _picture(run: Sweep, found: Swept, what: Shown, lang: str) -> Picture:
    from monazite.shock.pictures.sweeping import sweeping
    from monazite.shock.sweeps.cells import cells

    return sweeping(found, cells(run, what.figure, what.over), what.figure, lang)
