"""`monazite watch load`: a publisher's list into the folder of lists."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
from monazite.cli.watch_lists_options import ListsOption, now

_XML = ("eu", "un")


def load(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="LIST…",
            help="The publisher's file; of OFAC SDN.CSV with ALT.CSV and ADD.CSV, in any order.",
        ),
    ],
    kind: Annotated[
        str,
        typer.Option(
            "--as", metavar="KIND", help="csl, ofac, opensanctions, eu, un, meti, regime or csv."
        ),
    ],
    lists: ListsOption,
    name: Annotated[
        str | None, typer.Option("--name", help="Of the list in the folder (default: its kind).")
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", metavar="FILE", help="For csv: which column is what, in YAML."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DAY",
            help="The list's age is counted from this day (default: from its loading).",
        ),
    ] = None,
    stale_after: Annotated[
        int,
        typer.Option("--stale-after", help="Days after which it is too old to find nothing on it."),
    ] = 7,
    accept_fewer: Annotated[
        bool,
        typer.Option("--accept-fewer", help="Also with far fewer entries than the version held."),
    ] = False,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Put a list in force; every version that was ever loaded is kept.

    A file that is cut short, whose columns changed, that holds nothing or far less than before is
    refused with the reason, and the version in force stays. The same file again says that it is
    still the newest, and its age begins anew.

    Example: monazite watch load SDN.CSV ALT.CSV ADD.CSV --as ofac --lists lists
    """
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.cli.watch_options import needed
    from monazite.law.dates import parse_day
    from monazite.watch.screening.lists.store import Lists

    if kind in _XML:
        needed(lang.value, "defusedxml")
    day = parse_day(published, "published") if published else None
    reading = say("watch.lists.reading", lang.value, name=name or kind)
    with Progress(lang.value, quiet=json) as progress:
        progress(reading, 0, None)
        found = Lists(lists).load(
            files, kind, now=now(), name=name, mapping=mapping, stale_after_days=stale_after,
            published=day, accept_fewer=accept_fewer,
            told=lambda done: progress(reading, done, None),
        )  # fmt: skip
    if json:
        from monazite.watch.screening.lists.documents import loaded

        print_json(loaded(found))
    else:
        from monazite.cli.watch_lists_view import show_loaded

        show_loaded(found, lang.value)
