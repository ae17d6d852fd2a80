"""`monazite desk statistics`: released statistics as files, and their sums against the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from monazite.cli.desk_home import HOME, HomeOption, enter
from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json
from monazite.errors import InputError

app = typer.Typer(
    help="What the site counted of what left: vintages, files, and sums against the ledger.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
RegimeOption = Annotated[str, typer.Option("--regime", help="Whose statistics: CN, generic …")]


@app.command("list")
def list_(
    regime: RegimeOption = "CN",
    home: HomeOption = HOME,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Every vintage of every month: what it counts, and whether it was released."""
    _entered(home, lang)
    from monazite.desk.running.statistics import limits, vintages, waiting

    found = vintages(regime)
    if json:
        print_json({"vintages": [_document(each) for each in found]})
        return
    from monazite.catalogue.texts import counted, say

    for each in found:
        state = say(f"desk.statistics.state.{each.state}", lang.value)
        count = counted("desk.statistics.items", each.releases, lang.value)
        console().print(f"{each.month:%Y-%m}  #{each.number}  {state}  {count}", highlight=False)
        for line in waiting(each, lang.value):
            console().print(f"  {line}", highlight=False)
    if not found:
        console().print(say("desk.statistics.none", lang.value))
    for line in limits(regime, lang.value):
        console().print(line, highlight=False)


@app.command()
def export(
    out: Annotated[Path, typer.Option("--out", metavar="<path>", help="Folder for the files.")],
    regime: RegimeOption = "CN",
    home: HomeOption = HOME,
    lang: LangOption = Lang.EN,
) -> None:
    """Write the newest released vintage of each month: flows for a store, series for the briefing.

    Example: monazite desk statistics export --out month, then
    monazite trade load month/flows-CN-2026-10-….csv --store flows, and
    monazite brief 2026-10 --figures month/series-CN.csv
    """
    _entered(home, lang)
    from monazite.desk.running.statistics import export as write
    from monazite.desk.running.statistics import limits

    for path in write(regime, out):
        console().print(str(path), highlight=False, soft_wrap=True)
    for line in limits(regime, lang.value):
        console().print(line, highlight=False)


@app.command()
def check(
    month: Annotated[str, typer.Argument(help="Such as 2026-10.")],
    regime: RegimeOption = "CN",
    home: HomeOption = HOME,
    lang: LangOption = Lang.EN,
) -> None:
    """Compare what left on licences by declarations and by the ledger; 1 where they differ."""
    _entered(home, lang)
    from monazite.catalogue.texts import say
    from monazite.desk.running.statistics import against_ledger
    from monazite.law.dates import parse_day

    try:
        first = parse_day(f"{month}-01", "month")
    except InputError:
        raise InputError("month", month, "a month such as 2026-10") from None
    sums = against_ledger(regime, first)
    for each in sums:
        values = {"unit": each.unit, "declared": f"{each.declared:f}", "posted": f"{each.posted:f}"}
        key = "desk.statistics.agree" if each.agree else "desk.statistics.differ"
        console().print(say(key, lang.value, **values), highlight=False)
    if not sums:
        console().print(say("desk.statistics.nothing_left", lang.value, month=month))
    if not all(each.agree for each in sums):
        raise typer.Exit(1)


def _entered(home: Path, lang: Lang) -> None:
    enter(home, lang)
    from monazite.desk.running.state import require_ready

    require_ready()


def _document(vintage: object) -> dict[str, object]:
    names = (
        "regime", "number", "state", "releases", "excluded", "rates", "nothing", "waiting",
        "cells_sha256",
    )  # fmt: skip
    found = {name: getattr(vintage, name) for name in names}
    days = {name: str(getattr(vintage, name)) for name in ("month", "until")}
    return found | days
