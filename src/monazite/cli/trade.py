"""`monazite trade`: the month in figures, the packaged series, and claims held against them."""

from __future__ import annotations

from typing import Annotated

import typer

from monazite.cli import (
    trade_ask,
    trade_load,
    trade_measure,
    trade_pull,
    trade_sides,
    trade_store,
    trade_trace,
    trade_when,
)
from monazite.cli.output import JsonOption, Lang, LangOption, print_json

app = typer.Typer(
    help="Who supplies whom, both sides of it, indicators, releases; months and claims.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
app.command()(trade_ask.supply)
app.command()(trade_ask.rows)
app.command()(trade_measure.indicator)
app.command()(trade_sides.mirror)
app.command()(trade_sides.leads)
app.command()(trade_trace.origins)
app.command()(trade_ask.codes)
app.command()(trade_load.load)
app.command()(trade_store.store)
app.command()(trade_when.releases)
app.add_typer(trade_pull.app, name="pull")

SeriesName = Annotated[str, typer.Option("--series", help="A series; `trade series` lists them.")]
Destination = Annotated[str, typer.Option("--to", help="Country as code or name, or WORLD.")]


@app.command()
def month(
    period: Annotated[str, typer.Argument(metavar="MONTH", help="2025-05, 2025-01/02, 2025-H1 …")],
    series: SeriesName = "rare-earths",
    to: Destination = "WORLD",
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Level, changes, year to date and value of a month, with the rows behind every figure."""
    from monazite.trade.monthly.documents import report_document
    from monazite.trade.monthly.month import month_report

    report = month_report(series, period, _destination(to))
    if json:
        print_json(report_document(report))
        return
    from monazite.cli.trade_view import show_report

    show_report(report, lang)


@app.command("series")
def list_series(json: JsonOption = False, lang: LangOption = Lang.EN) -> None:
    """The packaged series: span, months known, joined months, gaps, destinations."""
    from monazite.trade.monthly.documents import coverage_document
    from monazite.trade.monthly.gaps import coverage
    from monazite.trade.monthly.series import SERIES, load

    found = [one for name in SERIES if (one := coverage(load(name)))]
    if json:
        print_json({"series": [coverage_document(one) for one in found]})
        return
    from monazite.cli.trade_view import show_coverage

    show_coverage(found, lang)


@app.command()
def claim(
    *,
    change: Annotated[str | None, typer.Option(help="The claimed change in per cent.")] = None,
    figure: Annotated[str | None, typer.Option(help="The figure as printed.")] = None,
    before: Annotated[str | None, typer.Option(help="The figure before, as printed.")] = None,
    month: Annotated[str | None, typer.Option(help="Take levels of this month.")] = None,
    months: Annotated[int | None, typer.Option(help="Claimed months in a row.")] = None,
    since: Annotated[str | None, typer.Option(help="The first of these months.")] = None,
    direction: Annotated[str, typer.Option(help="With --months: up or down.")] = "up",
    basis: Annotated[str, typer.Option(help="yoy (year before) or mom (month before).")] = "yoy",
    measure: Annotated[str, typer.Option(help="tonnes or usd_million.")] = "tonnes",
    series: SeriesName = "rare-earths",
    to: Destination = "WORLD",
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Whether a printed change, or months in a row, follow from the levels and their rounding.

    Give --figure, --before and --change; or --month and --change, for packaged levels; or
    --months and --since, for a claim of so many months up or down.
    """
    from monazite.cli import trade_claim

    asked = trade_claim.scope(series, _destination(to), measure, basis)
    printed = trade_claim.Printed(figure, before, change)
    shown_in = None if json else lang
    if months is not None or since is not None:
        document = trade_claim.answer_run(asked, months, since, direction, shown_in)
    elif month is not None:
        document = trade_claim.answer_month(asked, month, printed, shown_in)
    else:
        document = trade_claim.answer_printed(printed, shown_in)
    if json:
        print_json(document)


def _destination(to: str) -> str:
    """A country as ISO2, or WORLD."""
    from monazite.catalogue.countries import country

    return "WORLD" if to.strip().upper() == "WORLD" else country(to, "to")
