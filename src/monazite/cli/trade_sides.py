"""`monazite trade mirror|leads`: what both sides say of a flow, and what that may mean."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.trade_ask import about, about_store, opened
from monazite.cli.trade_options import (
    AsOfOption,
    ChartOption,
    CsvOption,
    EngineOption,
    ParquetOption,
    SqlOption,
    StoreOption,
    Ways,
    YearsOption,
)
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.trade.questions import Trade

CodeOption = Annotated[str, typer.Option("--code", help="A commodity code of six digits: 260400.")]


def mirror(
    code: CodeOption,
    years: YearsOption = None,
    months: Annotated[
        bool, typer.Option("--months", help="Month with month instead of year with year.")
    ] = False,
    reconciled: Annotated[
        bool, typer.Option("--reconciled", help="One figure of both sides, imports less freight.")
    ] = False,
    store: StoreOption = None,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    sql: SqlOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What exporter and importer each report of one flow: matched, orphan, ghost, not reported.

    Example: monazite trade mirror --code 260400 --years 2019:2023 --store DIR
    """
    from monazite.cli import trade_mirror, trade_out

    ways = Ways(lang.value, json, csv, parquet, chart, sql)
    _check(ways, months=months, reconciled=reconciled)
    trade_out.check(ways)
    trade = opened(store, engine, as_of)
    if reconciled:
        _deliver_reconciled(trade, code, years, ways)
        return
    answer = trade.mirror(code, years=years, months=months)
    trade_out.deliver(
        answer,
        ways,
        view=partial(trade_mirror.show, code),
        chart=partial(trade_mirror.chart, code),
        about=partial(about, trade, answer, trade_mirror.SIDES),
        sql=answer.sql,
        rows=trade_mirror.rows,
    )


def _check(ways: Ways, *, months: bool, reconciled: bool) -> None:
    """Refuse what one figure of both sides, or months, cannot give."""
    if reconciled and months:
        raise InputError("reconciled", None, "--reconciled or --months; one figure is of a year")
    if reconciled and ways.sql is not None:
        raise InputError("sql", ways.sql, "no --reconciled; that is no query, but robust fits")
    if ways.chart is not None and (months or reconciled):
        raise InputError("chart", ways.chart, "no --months and no --reconciled; it draws years")


def _deliver_reconciled(trade: Trade, code: str, years: str | None, ways: Ways) -> None:
    """One figure of both sides of each flow, with whose figures went into it."""
    from monazite.cli import trade_out, trade_reconciled
    from monazite.cli.trade_words import sources

    answer = trade.reconciled(code, years=years)
    held = trade.codes(code)
    trade_out.deliver(
        answer,
        ways,
        view=partial(trade_reconciled.show, code, sources(held.rows())),
        about=partial(about, trade, held),
    )


def leads(
    code: CodeOption,
    years: YearsOption = None,
    control: Annotated[
        str | None,
        typer.Option("--control", help="First day of a control (default: those of the law)."),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Who controls its exports: CN.")] = None,
    target: Annotated[
        str | None, typer.Option("--target", help="Against whom, where not against all.")
    ] = None,
    store: StoreOption = None,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Patterns worth a look, ranked, each with its reasons and with what else explains it.

    Without --control the dates are those of the measures in the law that list the code.
    Example: monazite trade leads --code 811010 --store DIR
    """
    from monazite.cli import trade_controls, trade_leads, trade_out

    ways = Ways(lang.value, json, csv, parquet, chart)
    trade_out.check(ways)
    if control is None and (by or target):
        raise InputError("control", None, "--control DATE beside --by and --target")
    if control is None:
        controls = trade_controls.of_law(code)
    else:
        controls = trade_controls.given(code, control, by, target)
    trade = opened(store, engine, as_of)
    found = trade_leads.Found(trade.leads(code, years=years, controls=controls), controls)
    trade_out.deliver(
        found,
        ways,
        view=trade_leads.show,
        chart=trade_leads.chart,
        about=lambda: about_store(trade) | found.about(),
    )
