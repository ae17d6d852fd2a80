"""`monazite watch lists`: which lists are held, how old, and which versions of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.trade_options import CsvOption, ParquetOption  # noqa: TC001 - typer reads them
from monazite.cli.watch_lists_options import ListsOption, OnOption, moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from monazite.watch.screening.lists.held import Held
    from monazite.watch.screening.lists.store import Lists


def lists(
    lists: ListsOption,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[LIST]", help="Only this one, with every loading of it."),
    ] = None,
    on: OnOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Which lists are held, which version of each is in force, and which are too old to use.

    Beside a stale list a party without an alert is told not to have been screened.

    Example: monazite watch lists --lists lists
    """
    from monazite.cli import chain_out, watch_lists_view
    from monazite.cli.watch_options import chosen
    from monazite.watch.screening.lists import documents
    from monazite.watch.screening.lists.store import Lists

    ways = chosen(lang.value, json=json, csv=csv, parquet=parquet)
    at, store = moment(on), Lists(lists)
    held = _held(store, name, at)
    chain_out.deliver(
        ways,
        view=lambda: watch_lists_view.show(held, store, at.date(), ways.lang, history=bool(name)),
        document=lambda: _document(store, held, at),
        table=lambda: chain_out.Table(documents.COLUMNS, list(documents.rows(held, at.date()))),
    )


def _held(store: Lists, name: str | None, at: datetime) -> Sequence[Held]:
    """All of them, or the one; InputError field "list" where it is not held."""
    if name is not None:
        store.current(name)
    return [one for one in store.held(at) if name in (None, one.used.list)]


def _document(store: Lists, held: Sequence[Held], at: datetime) -> dict[str, Any]:
    from monazite.watch.screening.lists import documents

    rows = documents.rows(held, at.date())
    return {
        "on": at.date().isoformat(),
        "lists": [
            row | {"loadings": documents.history(store.current(str(row["list"])))} for row in rows
        ],
    }
