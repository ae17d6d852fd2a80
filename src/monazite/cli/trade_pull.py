"""`monazite trade pull`: official files fetched into a folder, and loaded where that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli import trade_load
from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json
from monazite.cli.trade_options import LoadStoreOption  # noqa: TC001 - typer reads it
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.cli.trade_progress import Progress
    from monazite.trade.pulling.report import PullReport
    from monazite.trade.reading.report import LoadReport

app = typer.Typer(
    help="Fetch official files: UN Comtrade by its API, BACI from CEPII.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

Into = Annotated[Path, typer.Option("--into", help="Folder for the files; a pull goes on there.")]
Load = Annotated[bool, typer.Option("--load", help="Load what was fetched into --store.")]
Base = Annotated[
    str | None, typer.Option("--base", help="Another address of the same service (a local copy).")
]


@app.command()
def comtrade(
    code: Annotated[
        list[str], typer.Argument(metavar="CODE…", help="Six-digit codes of the HS: 284690 …")
    ],
    into: Into,
    periods: Annotated[
        str, typer.Option("--periods", help="2015:2023, or months: 2023-01:2023-12.")
    ],
    reporter: Annotated[
        list[str] | None, typer.Option("--reporter", help="A country (repeat); none for all.")
    ] = None,
    flow: Annotated[
        list[str] | None,
        typer.Option("--flow", help="export, import, re-export, re-import (repeat; default: all)."),
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Without a key: 500 records, a code and year a call.")
    ] = False,
    base: Base = None,
    load: Load = False,
    store: LoadStoreOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """What reporters gave to UN Comtrade; the key comes from COMTRADE_API_KEY alone.

    Example: monazite trade pull comtrade 260400 --periods 2019:2023 --into comtrade
    """
    from monazite.trade.pulling.comtrade import BASE, pull_comtrade

    def fetch(progress: Progress) -> PullReport:
        return pull_comtrade(
            code, reporter or (), spans(periods), flow or _FLOWS, into,
            preview=preview, base=base or BASE, progress=progress,
        )  # fmt: skip

    _pull(fetch, store if load else None, loads=load, as_json=json, lang=lang.value)


@app.command()
def baci(
    release: Annotated[str, typer.Option("--release", help="CEPII's number, such as 202401b.")],
    into: Into,
    revision: Annotated[str, typer.Option("--revision", help="HS92, HS96 … HS22.")] = "HS92",
    base: Base = None,
    load: Load = False,
    store: LoadStoreOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """One release of BACI (0.5 to 2.5 GB), unpacked.

    Example: monazite trade pull baci --revision HS92 --release 202401b --into baci
    """
    from monazite.trade.pulling.baci import BASE, pull_baci

    def fetch(progress: Progress) -> PullReport:
        return pull_baci(revision, release, into, base=base or BASE, progress=progress)

    _pull(fetch, store if load else None, loads=load, as_json=json, lang=lang.value)


_FLOWS = ("export", "import", "re-export", "re-import")


def spans(text: str) -> list[str]:
    """Years or months, one by one: 2015:2017, 2023-01:2023-03, or several with commas between."""
    return [period for part in text.split(",") for period in _span(part.strip())]


def _span(text: str) -> Iterator[str]:
    from monazite.trade.periods import Period, parse

    first, colon, last = (part.strip() for part in text.partition(":"))
    start = parse(first, "periods")
    end = parse(last, "periods") if colon else start
    if end.months != start.months or end.first < start.first:
        raise InputError("periods", text, "first and last of one kind: 2015:2023, 2023-01:2023-12")
    for begin in range(start.first, end.last + 1, start.months):
        yield Period(begin, begin + start.months - 1).text


def _pull(
    fetch: Callable[[Progress], PullReport],
    store: Path | None,
    *,
    loads: bool,
    as_json: bool,
    lang: str,
) -> None:
    """Fetch, load where asked, and say what lies where."""
    from monazite.cli.trade_progress import Progress

    if loads and store is None:
        raise InputError("store", None, "--store DIR, the folder to load into")
    with Progress(lang, quiet=as_json) as progress:
        report = fetch(progress)
    done = _loaded(report, store, as_json=as_json, lang=lang) if store else None
    if as_json:
        print_json(_document(report) | ({"loaded": done.document()} if done else {}))
        return
    _show(report, lang)
    if done:
        trade_load.show(done, lang)


def _loaded(report: PullReport, store: Path, *, as_json: bool, lang: str) -> LoadReport:
    """What was fetched, in the store.

    The files say their release themselves, or are of the day on which they were fetched: then a
    narrow question replaces no partners that it did not ask for.
    """
    return trade_load.loaded(
        report.into, store, kind=report.kind, mapping=None, vintage=None, given={},
        quiet=as_json, lang=lang,
    )  # fmt: skip


def _document(report: PullReport) -> dict[str, Any]:
    return {
        "kind": report.kind, "into": str(report.into), "files": [str(f) for f in report.files],
        "vintage": report.vintage, "asked": report.asked, "already": report.already,
        "records": report.records, "size_bytes": report.size_bytes,
    }  # fmt: skip


def _show(report: PullReport, lang: str) -> None:
    from monazite.catalogue.texts import counted, say
    from monazite.catalogue.words import visible

    screen = console()
    into = visible(str(report.into))
    size = f"{report.size_bytes / 1e6:,.1f}"
    screen.print(
        say(
            "flows.pulled",
            lang,
            files=counted("flows.files", len(report.files), lang),
            into=into,
            size=size,
        ),
        markup=False,
        soft_wrap=True,
    )
    screen.print(
        say("flows.pulled.how", lang, asked=report.asked, already=report.already,
            vintage=report.vintage),
        style="dim", markup=False,
    )  # fmt: skip
