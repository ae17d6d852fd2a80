"""`monazite desk report`: how many were applied for, granted and refused, and how long it takes."""

from __future__ import annotations

import json as json_lines
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.desk_home import HOME, HomeOption, enter
from monazite.cli.output import Lang, LangOption
from monazite.errors import InputError

if TYPE_CHECKING:
    from datetime import date


def report(
    first: Annotated[
        str | None, typer.Option("--from", help="First day of filing (default: a year before).")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", help="Last day of filing (default: today).")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="Day on which they are counted (default: today).")
    ] = None,
    regime: Annotated[str, typer.Option("--regime", help="Whose rules: CN, generic …")] = "CN",
    json: Annotated[
        Path | None, typer.Option("--json", metavar="<path>", help="Write the report as JSON.")
    ] = None,
    parquet: Annotated[
        Path | None, typer.Option("--parquet", metavar="<path>", help="Write it as rows.")
    ] = None,
    hide_below: Annotated[
        int, typer.Option("--hide-below", help="Hide smaller counts; 0 hides none.", min=0)
    ] = 5,
    home: HomeOption = HOME,
    lang: LangOption = Lang.EN,
) -> None:
    """Figures about all casework of a site, each with its definition; files for simulations.

    Small counts by destination, material and office are hidden, and what would give them away,
    unless --hide-below 0 says that the files stay inside.

    Example: monazite desk report --from 2026-01-01 --to 2026-06-30 --json queue.json
    """
    enter(home, lang)
    from monazite.desk.running.figures import figures
    from monazite.desk.running.state import require_ready

    require_ready()
    found = figures(regime, _day(first, "from"), _day(last, "to"), _day(on, "on"), hide_below)
    from monazite.cli.desk_report_view import show
    from monazite.licensing.figures.report import document
    from monazite.licensing.figures.table import parquet as rows_of

    if json:
        text = json_lines.dumps(document(found), ensure_ascii=False, allow_nan=False, indent=1)
        _write(json, text.encode(), "json")
    if parquet:
        _write(parquet, rows_of(found), "parquet")
    show(found, lang.value)


def _day(text: str | None, field: str) -> date | None:
    from monazite.law.dates import parse_day

    return parse_day(text, field) if text else None


def _write(path: Path, data: bytes, field: str) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        accepted = f"a file that can be written ({error.strerror})"
        raise InputError(field, path, accepted) from error
