"""`monazite trade mirror|leads`: what both sides say of a flow, and what that may mean."""

from __future__ import annotations

from functools import partial
from typing import Annotated

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

CodeOption = Annotated[str, typer.Option("--code", help="A commodity code of six digits: 260400.")]


def mirror(
    code: CodeOption,
    years: YearsOption = None,
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
    trade_out.check(ways)
    trade = opened(store, engine, as_of)
    answer = trade.mirror(code, years=years)
    trade_out.deliver(
        answer,
        ways,
        view=partial(trade_mirror.show, code),
        chart=partial(trade_mirror.chart, code),
        about=partial(about, trade, answer, trade_mirror.SIDES),
        sql=answer.sql,
        rows=trade_mirror.rows,
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
