"""`monazite trade origins`: where imports first came from, behind the entrepôts they passed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.trade_ask import Codes, about, opened
from monazite.cli.trade_options import (
    AsOfOption,
    CsvOption,
    EngineOption,
    ParquetOption,
    StoreOption,
    Ways,
    YearsOption,
)

if TYPE_CHECKING:
    from monazite.trade.flows.answer import Answer
    from monazite.trade.questions import Trade


def origins(
    code: Codes,
    to: Annotated[
        str | None, typer.Option("--to", help="The importer: where did it all come from?")
    ] = None,
    years: YearsOption = None,
    store: StoreOption = None,
    as_of: AsOfOption = None,
    engine: EngineOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """First origins of imports, traced back through entrepôts such as Rotterdam or Hong Kong.

    Example: monazite trade origins 284690 --to DE --years 2023
    """
    from monazite.cli import trade_origins, trade_out, trade_supply

    ways = Ways(lang.value, json, csv, parquet)
    trade_out.check(ways)
    wanted = ",".join(code)
    asked = trade_supply.asked(wanted, to, None, add_codes=False)
    trade = opened(store, engine, as_of)
    answer = trade.origins(wanted, importer=to, years=years, production=_nothing(trade, wanted))
    trade_out.deliver(
        answer,
        ways,
        view=partial(trade_origins.show, asked),
        about=partial(_about, trade, answer),
    )


def _about(trade: Trade, answer: Answer) -> dict[str, Any]:
    """The store and its sources, and through whom goods were traced."""
    from monazite.cli.trade_origins import through

    return {**about(trade, answer), "through": list(through())}


def _nothing(trade: Trade, wanted: str) -> dict[tuple[str, int], float]:
    """The production of entrepôts, which is taken to be none, in every year that the store holds.

    Nobody else's is given: where goods are made at the stage of a code is in no packaged table.
    """
    from monazite.cli.trade_origins import through

    held = trade.codes(wanted).rows()
    years = {year for row in held for year in range(row["first_year"], row["last_year"] + 1)}
    return {(iso3, year): 0.0 for iso3 in through() for year in years}
