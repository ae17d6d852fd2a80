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
    from monazite.trade.reading.report import LoadReport


def load(
    path: Annotated[Path, typer.Argument(help="A file, a folder or a zip of a publisher’s files.")],
    kind: Annotated[
        str | None, typer.Option("--as", help="baci, comtrade, gacc, comext, usitc (recognised).")
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
    for path in report.side_files:
        line = say("flows.load.side_file", lang, file=visible(str(path)))
        screen.print(Text(line), soft_wrap=True)
    if report.loads and report.unchanged:
        screen.print(
            Text(counted("flows.load.unchanged", len(report.unchanged), lang), style="dim")
        )
    for name, why in report.skipped:
        line = say("flows.load.skipped", lang, file=visible(name), why=visible(why))
        screen.print(Text(line, style="dim"))


def _show_load(screen: Console, one: LoadRecord, lang: str) -> None:
    """One load: its title, then rows taken, rejected and set aside with their reasons."""
    from rich.text import Text

    from monazite.catalogue.texts import counted, keys, say
    from monazite.cli.trade_store import years
    from monazite.cli.trade_words import source

    title = say(
        "flows.load.title", lang, source=source(one.source, lang), vintage=one.vintage,
        editions=" ".join(one.nomenclatures), years=years(one.years),
        files=counted("flows.files", len(one.files), lang),
    )  # fmt: skip
    screen.print(Text(title, style="bold"))
    counts = {"accepted": one.accepted, "rejected": one.rejected, "set_aside": one.set_aside}
    for name, count in counts.items():
        if count or name == "accepted":
            screen.print(Text(counted(f"flows.load.{name}", count, lang)))
        for reason, its in sorted(_reasons(one, name).items(), key=lambda each: -each[1]):
            key = f"flows.row.{reason}"
            words = say(key, lang) if key in keys() else reason
            screen.print(Text(f"  {its:,}  {words}", style="dim"))
    for note, count in sorted(one.notes.items()):
        words = say(f"flows.row.{note}", lang) if f"flows.row.{note}" in keys() else note
        screen.print(Text(f"  {count:,}  {words}", style="dim"))


def _reasons(one: LoadRecord, status: str) -> dict[str, int]:
    from monazite.trade.reading.reasons import status as status_of

    return {reason: count for reason, count in one.reasons.items() if status_of(reason) == status}
