"""`monazite trade indicator`: concentration, reliance, risk and unit values of a store."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
from monazite.cli.trade_ask import about, opened
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


def indicator(
    name: Annotated[
        str | None, typer.Argument(help="hhi, reliance …; the list without one.")
    ] = None,
    code: Annotated[
        list[str] | None, typer.Argument(metavar="CODE…", help="Commodity codes: 284690 …")
    ] = None,
    material: Annotated[
        str | None, typer.Option("--material", help="Instead of codes: REE, W, graphite …")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", help="One country: its years, newest first.")
    ] = None,
    years: YearsOption = None,
    governance: Annotated[
        Path | None,
        typer.Option(
            "--governance",
            metavar="FILE",
            help="For eu-supply-risk: all six WGI as CSV or Parquet (iso3, year, indicator, "
            "estimate).",
        ),
    ] = None,
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
    """One indicator of every country, or of one: concentration, reliance, risk, unit values.

    Example: monazite trade indicator geopolrisk --material REE --years 2022
    """
    from monazite.cli import trade_indicators

    if name is None:
        if json:
            print_json({"indicators": trade_indicators.listed()})
        else:
            trade_indicators.show_list(lang.value)
        return
    ways = Ways(lang.value, json, csv, parquet, chart, sql)
    asked = {
        "code": ",".join(code) if code else None,
        "material": material,
        "country": country,
        "years": years,
        "governance": governance,
    }
    _answer(trade_indicators.read(name), asked, ways, (store, engine, as_of))


def _answer(name: str, asked: dict[str, Any], ways: Ways, where: tuple[Any, ...]) -> None:
    """Compute the indicator and let it leave; single flows have a view of their own."""
    from monazite.cli import trade_indicator_view, trade_indicators, trade_out, trade_outliers

    trade_out.check(ways)
    _check(name, asked, ways)
    of = _of(name, asked)
    trade = opened(*where)
    answer = trade_indicators.answer(trade, name, _with_governance(asked))
    if name == trade_indicators.OUTLIERS:
        view: Any = partial(trade_outliers.show, of)
        chart: Any = partial(trade_outliers.chart, of)
    else:
        shown = trade_indicators.shown(name, by_code=asked["code"] is not None)
        whole = trade_indicator_view.Asked(name, of, _country(asked["country"]), shown)
        view = partial(trade_indicator_view.show, whole)
        chart = partial(trade_indicator_view.chart, whole)
    beside = partial(about, trade, answer, more=trade_indicators.more_sources(name))
    trade_out.deliver(answer, ways, view=view, chart=chart, about=beside, sql=answer.sql)


def _check(name: str, asked: dict[str, Any], ways: Ways) -> None:
    """Refuse what an indicator cannot take."""
    from monazite.cli.trade_indicators import EU, OUTLIERS, WORLD

    country, governance = asked["country"], asked["governance"]
    if name == OUTLIERS and ways.sql is not None:
        raise InputError(
            "sql", ways.sql, "another indicator; this one is no query, but robust fits"
        )
    if name in {OUTLIERS, WORLD} and country is not None:
        whole = "compares all flows" if name == OUTLIERS else "is of the whole world"
        raise InputError("country", country, f"another indicator; this one {whole}")
    if name != EU and governance is not None:
        raise InputError("governance", governance, f"{EU}; no other indicator takes this file")


def _with_governance(asked: dict[str, Any]) -> dict[str, Any]:
    """What is asked, with the file of governance read."""
    if asked["governance"] is None:
        return asked
    from monazite.cli.trade_governance import read

    return asked | {"governance": read(asked["governance"])}


def _country(word: str | None) -> str | None:
    """The ISO3 of the country asked for."""
    from monazite.trade.asked import place

    return None if word is None else place(word, "country").iso3


def _of(name: str, asked: dict[str, Any]) -> tuple[str, ...]:
    """The codes or the commodity; InputError where there is neither or both, or one too many."""
    from monazite.cli.trade_indicators import OUTLIERS, WORLD
    from monazite.trade.asked import codes

    if asked["material"] is None:
        return codes(asked["code"] or ())
    if asked["code"] is not None:
        raise InputError("material", asked["material"], "either codes or a material, and not both")
    if name in {OUTLIERS, WORLD}:
        raise InputError("material", asked["material"], f"codes, for {name}")
    from monazite.trade.background import commodity

    return (commodity(asked["material"]),)
