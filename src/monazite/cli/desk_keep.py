"""`monazite desk verify`, `backup` and `restore`: that nothing was changed, lost or forgotten."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.desk_home import HOME, HomeOption, begin, enter, without_extra
from monazite.cli.output import JsonOption, Lang, LangOption, print_json

if TYPE_CHECKING:
    from monazite.desk.running.verify import Report


def verify(
    home: HomeOption = HOME,
    public_key: Annotated[
        Path | None,
        typer.Option(
            "--public-key", metavar="<path>", help="Public keys kept elsewhere: no others count."
        ),
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Prove that what happened on the site was not changed since: chains, rows, checkpoints.

    Finds the first broken link of each chain, rows that are not what their events tell, missing
    tails and aggregates, and says what lies after the last checkpoint and whose key signed. Exit
    code 0: whole; 1: something is broken, or there is nothing yet that could be proved.

    Example: monazite desk verify --home /srv/desk
    """
    enter(home, lang)
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.desk.running.state import require_ready
    from monazite.desk.running.verify import verify as prove

    require_ready()
    with Progress(lang.value, quiet=json) as progress:
        said = say("desk.cli.verify.reading", lang)
        report = prove(lambda done, whole: progress(said, done, whole), public_key)
    _tell(report, json=json, lang=lang)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")],
    with_keys: Annotated[
        bool,
        typer.Option("--with-keys", help="Signing key, secret and second factors too: guard it."),
    ] = False,
    home: HomeOption = HOME,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Write the site into one file while it runs: database, papers, checkpoints, public keys.

    Sessions stay out. Without --with-keys a restored site makes new keys, and people enrol their
    second factors again.

    Example: monazite desk backup desk-2026-11-22.tar.gz --home /srv/desk
    """
    enter(home, lang)
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.desk.running.backup import backup as write
    from monazite.desk.running.state import require_ready

    require_ready()
    with Progress(lang.value, quiet=json) as progress:
        said = say("desk.cli.backup.writing", lang)
        made = write(file, with_keys=with_keys, progress=lambda n, of: progress(said, n, of))
    if json:
        print_json(asdict(made) | {"path": str(made.path)})
        return
    size = f"{made.size / 1_000_000:,.1f}"
    values = {"file": made.path, "size": size, "tables": made.tables, "files": made.files}
    typer.echo(say("desk.cli.backup.written", lang, **values))


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `backup` wrote.")],
    home: HomeOption = HOME,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Make a site out of a backup, in a home that holds no site yet, and prove its record.

    All of it is restored or nothing: what fails leaves the folder as it was. Other files in it
    stay. Either engine takes a backup of the other, and this version one of an older. Exit code 0:
    the record is whole; 1: it is restored as it was, and something in it is broken.

    Example: monazite desk restore desk-2026-11-22.tar.gz --home /srv/restored
    """
    report = _restored(file, home, json=json, lang=lang)
    from monazite.catalogue.texts import say

    if not json:
        typer.echo(say("desk.cli.restore.done", lang, home=home))
    _tell(report, json=json, lang=lang)


def _restored(file: Path, home: Path, *, json: bool, lang: Lang) -> Report:
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress

    try:
        from monazite.desk.running.home import taken_back
    except ModuleNotFoundError as error:
        without_extra(error, lang)
    with taken_back(home), Progress(lang.value, quiet=json) as progress:
        begin(home, lang)
        from monazite.desk.running import keys
        from monazite.desk.running.restore import restore as read

        said = say("desk.cli.restore.reading", lang)
        report = read(file, lambda n, of: progress(said, n, of))
        keys.make()
    return report


def _tell(report: Report, *, json: bool, lang: Lang) -> None:
    """The proof; exit code 1 where something is broken."""
    from monazite.cli.desk_keep_view import show_report

    if json:
        print_json(report.document(lang.value))
    else:
        show_report(report, lang.value)
    if not report.whole:
        raise typer.Exit(1)
