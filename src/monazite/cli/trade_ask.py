"""`monazite trade supply|codes|…`: questions about the flows of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
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

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from monazite.trade.flows.answer import Answer
    from monazite.trade.questions import Trade

Codes = Annotated[list[str], typer.Argument(metavar="CODE…", help="Commodity codes: 284690 …")]


def supply(
    code: Codes,
    to: Annotated[str | None, typer.Option("--to", help="The importer: who supplies it?")] = None,
    exporter: Annotated[
        str | None, typer.Option("--from", help="The exporter: whom does it supply?")
    ] = None,
    years: YearsOption = None,
    add_codes: Annotated[
        bool, typer.Option("--add-codes", help="Add the codes up, in gross weight.")
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
    """Who supplies an importer, or whom an exporter supplies: masses, shares, values, trend.

    Example: monazite trade supply 284690 --to DE --years 2015:2024
    """
    from functools import partial

    from monazite.cli import trade_out, trade_supply, trade_supply_chart

    ways = Ways(lang.value, json, csv, parquet, chart, sql)
    trade_out.check(ways)
    wanted = ",".join(code)
    asked = trade_supply.asked(wanted, to, exporter, add_codes=add_codes)
    trade = opened(store, engine, as_of)
    answer = trade.supply(wanted, importer=to, exporter=exporter, years=years, add_codes=add_codes)
    trade_out.deliver(
        answer,
        ways,
        view=partial(trade_supply.show, asked),
        chart=partial(trade_supply_chart.chart, asked),
        about=partial(about, trade, answer),
        sql=answer.sql,
    )


def rows(
    code: Codes,
    to: Annotated[str | None, typer.Option("--to", help="The importer.")] = None,
    exporter: Annotated[str | None, typer.Option("--from", help="The exporter.")] = None,
    years: YearsOption = None,
    store: StoreOption = None,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    sql: SqlOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """The rows behind a figure, each with the file, the line and the release it was read from.

    Example: monazite trade rows 284690 --from CN --to JP --years 2024
    """
    from functools import partial

    from monazite.cli import trade_out, trade_rows, trade_supply

    ways = Ways(lang.value, json, csv, parquet, sql=sql)
    trade_out.check(ways)
    wanted = ",".join(code)
    trade_supply.asked(wanted, to, exporter, add_codes=False)
    trade = opened(store, engine, as_of)
    answer = trade.rows(wanted, importer=to, exporter=exporter, years=years)
    trade_out.deliver(
        answer,
        ways,
        view=trade_rows.show,
        about=partial(about, trade, answer),
        sql=answer.sql,
    )


def codes(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A commodity code.")] = None,
    store: StoreOption = None,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    sql: SqlOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What the store holds; for a code also its relatives in other editions of the HS."""
    from functools import partial

    from monazite.cli import trade_codes, trade_out

    ways = Ways(lang.value, json, csv, parquet, sql=sql)
    trade_out.check(ways)
    trade = opened(store, engine, as_of)
    answer = trade.codes(code)
    related = trade_codes.document(code) if code and json else {}
    trade_out.deliver(
        answer,
        ways,
        view=partial(trade_codes.show, code),
        about=lambda: about(trade, answer) | related,
        sql=answer.sql,
    )


def opened(store: Path | None, engine: str | None, as_of: str | None) -> Trade:
    """The store of a question; InputError where it cannot be opened."""
    from monazite.trade.opening import open_store

    return open_store(store, engine=engine, as_of=as_of)


def about(
    trade: Trade, answer: Answer, columns: Sequence[str] = ("source",), more: Sequence[str] = ()
) -> dict[str, Any]:
    """The store that answered and whose figures they are, `more` beside the flows included."""
    from monazite.cli.trade_words import source, sources

    named = [*sources(answer.rows(), columns), *more]
    return {
        **about_store(trade),
        "sources": [{"source": one, "attribution": source(one, "en")} for one in named],
    }


def about_store(trade: Trade) -> dict[str, str]:
    """The folder of the store, "packaged" for the one that we carry, or the server's name."""
    from monazite.trade.packaged.tables import store_path

    if trade.folder is None:
        return {"store": trade.engine.name}
    return {"store": "packaged" if trade.folder == store_path() else str(trade.folder)}
