"""`monazite trade load`: files into a store, and what became of their rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, console, print_json
from monazite.cli.trade_options import LoadStoreOption  # noqa: TC001 - typer reads it
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import Console

    from monazite.trade.flows.store import LoadRecord
    from monazite.trade.reading.report import Already, LoadReport


def load(
    path: Annotated[Path, typer.Argument(help="A file, a folder or a zip of a publisher’s files.")],
    kind: Annotated[
        str | None,
        typer.Option("--as", help="baci, comtrade, gacc, comext, usitc, desk (recognised)."),
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", help="A layout of your own, in YAML.")
    ] = None,
    vintage: Annotated[
        str | None, typer.Option("--vintage", help="The release, where the files do not say it.")
    ] = None,
    direction: Annotated[
        str | None, typer.Option("--direction", help="Where the files do not say it: export …")
    ] = None,
    nomenclature: Annotated[
        str | None, typer.Option("--nomenclature", help="Where the files do not say it: HS17 …")
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option("--given", help="Any other word left open: reporter=DEU (repeat)."),
    ] = None,
    store: LoadStoreOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Load files into a store; the same file twice changes nothing, a newer release supersedes.

    Rows with faults are rejected one by one, with line and reason, into a side file.
    Example: monazite trade load BACI_HS92_V202401b --store flows
    """
    if store is None:
        raise InputError("store", None, "--store DIR, the folder to load into")
    report = loaded(
        path, store, kind=kind, mapping=mapping, vintage=vintage,
        given=_words(given or (), direction=direction, nomenclature=nomenclature),
        quiet=json, lang=lang.value,
    )  # fmt: skip
    if json:
        print_json(report.document())
    else:
        show(report, lang.value)


def loaded(
    path: Path,
    store: Path,
    *,
    kind: str | None,
    mapping: Path | None,
    vintage: str | None,
    given: Mapping[str, str],
    quiet: bool,
    lang: str,
) -> LoadReport:
    """Load with progress on stderr; errors as `reading.load.load`."""
    from monazite.cli.trade_progress import Progress
    from monazite.trade.reading.load import load as read

    with Progress(lang, quiet=quiet) as progress:
        return read(
            path, store, kind=kind, mapping=mapping, vintage=vintage, given=given, progress=progress
        )


def _words(given: Iterable[str], **named: str | None) -> dict[str, str]:
    """What options say, and FIELD=VALUE as pairs; InputError for anything else."""
    found = {field: value for field, value in named.items() if value is not None}
    for text in given:
        field, sign, value = (part.strip() for part in text.partition("="))
        if not (field and sign and value):
            raise InputError("given", text, "FIELD=VALUE, such as direction=export")
        found[field] = value
    return found


def show(report: LoadReport, lang: str) -> None:
    """What was recognised, what became of the rows and why, and where the others stand."""
    from rich.text import Text

    from monazite.catalogue.texts import counted, say
    from monazite.catalogue.words import visible

    screen = console()
    if not report.loads:
        screen.print(Text(say("flows.load.nothing_new", lang), style="bold"))
    for one in report.loads:
        _show_load(screen, one, lang)
    for already in report.already:
        _show_already(screen, already, lang, alone=not report.loads)
    if report.replaced_rows:
        screen.print(Text(counted("flows.load.replaced", report.replaced_rows, lang)))
    for path in report.side_files:
        line = say("flows.load.side_file", lang, file=visible(str(path)))
        screen.print(Text(line), soft_wrap=True)
    for name, why in report.skipped:
        line = say("flows.load.skipped", lang, file=visible(name), why=visible(why))
        screen.print(Text(line, style="dim"))


def _show_load(screen: Console, one: LoadRecord, lang: str) -> None:
    """One load: its title, then rows taken, rejected and set aside with their reasons."""
    from rich.text import Text

    from monazite.catalogue.texts import counted, say
    from monazite.cli.trade_store import years
    from monazite.cli.trade_words import source

    title = say(
        "flows.load.title", lang, source=source(one.source, lang), vintage=one.vintage,
        editions=" ".join(one.nomenclatures), years=years(one.years),
        files=counted("flows.files", len(one.files), lang),
    )  # fmt: skip
    screen.print(Text(title, style="bold"))
    screen.print(Text(counted("flows.load.accepted", one.accepted, lang)))
    # What is odd about rows that are flows stands under them, not under what was left out.
    _show_words(screen, one.notes, lang)
    _show_left_out(screen, one, lang)


def _show_already(screen: Console, one: Already, lang: str, *, alone: bool) -> None:
    """Files that were there before, and what became of those of their rows that are no flows."""
    from rich.text import Text

    from monazite.catalogue.texts import counted

    if not alone:
        screen.print(Text(counted("flows.load.unchanged", len(one.files), lang), style="dim"))
    _show_left_out(screen, one, lang)


def _show_left_out(screen: Console, one: LoadRecord | Already, lang: str) -> None:
    """The rows that were rejected or set aside, with their reasons."""
    from rich.text import Text

    from monazite.catalogue.texts import counted
    from monazite.trade.reading.reasons import status as status_of

    for name, count in (("rejected", one.rejected), ("set_aside", one.set_aside)):
        if count:
            screen.print(Text(counted(f"flows.load.{name}", count, lang)))
        reasons = one.reasons or {}
        its = {reason: number for reason, number in reasons.items() if status_of(reason) == name}
        _show_words(screen, its, lang)


def _show_words(screen: Console, found: Mapping[str, int], lang: str) -> None:
    """How many rows each word is true of, the most first."""
    from rich.text import Text

    from monazite.catalogue.texts import keys, say

    for word, count in sorted(found.items(), key=lambda each: (-each[1], each[0])):
        key = f"flows.row.{word}"
        words = say(key, lang) if key in keys() else word
        screen.print(Text(f"  {count:,}  {words}", style="dim"))
