"""`monazite brief`: the month on one page, in the terminal, as an HTML file or as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption

app = typer.Typer(help="The month on one page.", add_completion=False, rich_markup_mode=None)


@app.command()
def brief(
    month: Annotated[
        str | None,
        typer.Argument(help="2025-05, or joined months 2026-01/02; the newest without one."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write one self-contained HTML file here.")
    ] = None,
    known: Annotated[
        str | None, typer.Option(help="Count only what was published by this day.")
    ] = None,
    figures: Annotated[
        Path | None,
        typer.Option("--figures", help="Tell the figures of this file (desk statistics export)."),
    ] = None,
    json_: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """The month on one page: law, figures, charts, chronicle, shares, and conflicts of sources."""
    from monazite.briefing.build import brief as build
    from monazite.briefing.files import writable, write
    from monazite.law.dates import parse_day
    from monazite.trade.monthly.own import PACKAGED, read

    target = writable(html) if html else None
    own = read(figures) if figures else PACKAGED
    page = build(month, lang.value, parse_day(known, "known") if known else None, own)
    if target:
        from monazite.briefing.page import page as render

        write(render(page), target)
    if json_:
        from monazite.briefing.document import document
        from monazite.cli.output import print_json

        print_json(document(page) | ({"html": str(target)} if target else {}))
        return
    from monazite.cli.brief_view import show, show_path

    show_path(target, lang.value) if target else show(page)
