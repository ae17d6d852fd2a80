"""`monazite watch leads`: patterns over records and trade, in one inbox."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.trade_options import StoreOption  # noqa: TC001 - typer reads it
from monazite.cli.watch_inbox_options import InboxOption, opened
from monazite.cli.watch_options import ChartOption, CsvOption, ParquetOption, chosen
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.chain.pictures.picture import Picture
    from monazite.cli.watch_leads_shown import Shown


def leads(
    records: Annotated[
        Path | None,
        typer.Option(
            "--records",
            metavar="DIR",
            help="Folder with parties, shipments, licences, applications, assays, holdings .csv.",
        ),
    ] = None,
    code: Annotated[
        str | None,
        typer.Option("--code", help="Trade in commodity codes too, with commas between: 282580."),
    ] = None,
    inbox: InboxOption = None,
    rule: Annotated[
        str | None, typer.Option("--rule", help="These alone, with commas between: C3,C8,B7.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="Day, YYYY-MM-DD (default: the last of the records).")
    ] = None,
    closed: Annotated[
        bool, typer.Option("--closed", help="Those that ended too, not the open ones alone.")
    ] = False,
    top: Annotated[int, typer.Option("--top", help="How many are shown on the screen.")] = 20,
    store: StoreOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    chart: ChartOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What looks like a pattern: each lead with why, what else explains it, and whose it is.

    With --inbox the leads are kept there, each once: what is seen again is added to it, and one
    that was ended opens again when something new comes.

    Example: monazite watch leads --records records --inbox inbox
    """
    from monazite.catalogue.texts import say
    from monazite.cli import chain_out, watch_leads_document, watch_leads_view
    from monazite.cli.watch_leads_finding import Asked, found
    from monazite.cli.watch_leads_shown import shown

    ways = chosen(lang.value, json=json, csv=csv, parquet=parquet, chart=chart)
    if records is None and code is None and inbox is None:
        raise InputError("records", None, say("watch.leads.accepted.records", ways.lang))
    if inbox is not None and records is None and code is None:
        opened(inbox)  # nothing is looked for, so there must be something to show
    if top < 1:
        raise InputError("top", top, "1, 2, …")
    asked = Asked(records, code, rule, on, store)
    answer = shown(found(asked, ways), inbox, closed=closed)
    chain_out.deliver(
        ways,
        view=lambda: watch_leads_view.show(answer, top, ways.lang),
        document=lambda: watch_leads_document.document(answer, ways.lang),
        table=lambda: chain_out.Table(
            watch_leads_document.COLUMNS, watch_leads_document.rows(answer, ways.lang)
        ),
        picture=lambda: _picture(answer, ways.lang),
    )


def _picture(answer: Shown, lang: str) -> Picture:
    from monazite.catalogue.texts import say
    from monazite.chain.pictures.picture import Picture
    from monazite.errors import MonaziteError
    from monazite.watch.leads.picture import picture

    if not answer.items:
        raise MonaziteError(say("watch.leads.none", lang))
    return Picture(*picture(answer.items, lang))
