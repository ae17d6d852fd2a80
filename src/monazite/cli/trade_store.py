"""`monazite trade store`: what was loaded when, from which release, and whether it is current."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json
from monazite.cli.trade_numbers import span
from monazite.cli.trade_options import StoreOption  # noqa: TC001 - typer reads it

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.trade.flows.slices import Selection
    from monazite.trade.flows.store import LoadRecord, Store

CURRENT, PARTLY, SUPERSEDED = "current", "partly", "superseded"


def store(
    store: StoreOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What a store holds: every load with its release, years, rows, and what replaced it."""
    from monazite.trade.flows.slices import current
    from monazite.trade.flows.store import Store
    from monazite.trade.packaged.tables import store_path

    opened = Store(store or store_path())
    selection = current(opened)
    loads = [(one, status(one, opened, selection)) for one in opened.loads()]
    if json:
        found = [{**one.document(), "status": its} for one, its in loads]
        print_json({"store": str(opened.path), "loads": found})
    else:
        _show(opened, loads, lang.value)


def status(load: LoadRecord, store: Store, selection: Selection) -> str:
    """Whether all of a load is current, a part of it, or nothing (computed, never stored)."""
    files = set(store.files(load.id))
    read = files.intersection(selection.files)
    if not read:
        return SUPERSEDED
    touched = load.id in set(selection.superseded["load"].to_pylist())
    return PARTLY if touched or read != files else CURRENT


def _show(opened: Store, loads: Sequence[tuple[LoadRecord, str]], lang: str) -> None:
    """One line a load, the newest first."""
    from rich.table import Table
    from rich.text import Text

    from monazite.catalogue.texts import say
    from monazite.cli.trade_words import short
    from monazite.cli.trade_words import store as named

    screen = console()
    screen.print(Text(named(opened.path, lang), style="bold"), overflow="fold")
    table = Table(box=None, pad_edge=False)
    for head in ("load", "source", "vintage", "editions", "years", "rows", "not_taken", "status"):
        justify: Any = "right" if head in {"rows", "not_taken"} else "left"
        table.add_column(
            say(f"flows.head.{head}", lang),
            justify=justify,
            overflow="fold",
            no_wrap=head in {"load", "status"},
        )
    for load, its in reversed(loads):
        table.add_row(
            load.id, short(load.source, lang), load.vintage,
            " ".join(load.nomenclatures), years(load.years),
            f"{load.accepted:,}", f"{load.rejected + load.set_aside:,}",
            say(f"flows.load.{its}", lang),
            style="dim" if its == SUPERSEDED else "",
        )  # fmt: skip
    screen.print(table)


def years(years: Sequence[int]) -> str:
    """Runs of years: 2015–2019, 2021."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(span(run[0], run[-1]) for run in runs)
