"""`monazite watch rescreen`: what a change of the lists does to the parties of a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.cli.output import JsonOption, Lang, LangOption
from monazite.cli.trade_options import CsvOption, ParquetOption  # noqa: TC001 - typer reads them
from monazite.cli.watch_lists_options import ListsOption, OnOption, moment
from monazite.cli.watch_names import (
    AlarmsOption,
    ColumnOption,
    CountryOption,
    DateOption,
    IdentifierOption,
    KindOption,
    SheetOption,
    asked_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from monazite.watch.screening.answers import ListUsed
    from monazite.watch.screening.lists.held import Held
    from monazite.watch.screening.party import Asked
    from monazite.watch.screening.rescreening.comparing import Change
    from monazite.watch.screening.screener import Screener


def rescreen(
    names: Annotated[
        Path, typer.Argument(metavar="NAMES", help="CSV or XLSX, a party in each row.")
    ],
    lists: ListsOption,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="VERSION|DAY",
            help="The lists as they were at the end of a day; or one list as it was, by the first "
            "signs of a version (watch lists LIST).",
        ),
    ],
    column: ColumnOption = None,
    kind: KindOption = None,
    country: CountryOption = None,
    date: DateOption = None,
    identifier: IdentifierOption = None,
    sheet: SheetOption = None,
    alarms: AlarmsOption = 10.0,
    on: OnOption = None,
    csv: CsvOption = None,
    parquet: ParquetOption = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Which alerts appeared, are gone or say something else since the lists changed.

    Each party is screened against the lists as they were and as they are, on the same day.

    Example: monazite watch rescreen names.csv --column name --lists lists --since 2026-11-01
    """
    from monazite.cli import chain_out, watch_rescreen_view
    from monazite.cli.watch_options import chosen
    from monazite.watch.screening.rescreening import documents

    ways = chosen(lang.value, json=json, csv=csv, parquet=parquet)
    at = moment(on)
    asked = asked_of(
        names, column, kind=kind, country=country, date=date, identifier=identifier, sheet=sheet,
        lang=lang.value,
    )  # fmt: skip
    changes, before, now = _changes(asked, lists, (since, at, alarms), lang.value, quiet=json)
    chain_out.deliver(
        ways,
        view=lambda: watch_rescreen_view.show(changes, before, now, ways.lang),
        document=lambda: documents.document(changes, before, now),
        table=lambda: chain_out.Table(documents.COLUMNS, list(documents.rows(changes))),
    )


def _changes(
    asked: Sequence[Asked], folder: Path, told: tuple[str, datetime, float], lang: str, *,
    quiet: bool,
) -> tuple[tuple[Change, ...], tuple[ListUsed, ...], tuple[ListUsed, ...]]:  # fmt: skip
    """What changed, and the lists on either side."""
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.watch.screening.lists.store import Lists
    from monazite.watch.screening.rescreening.batch import rescreen as screened
    from monazite.watch.screening.rescreening.restating import restated

    since, at, alarms = told
    store = Lists(folder)
    sides = [store.held_as(_since(since), at), store.held(at)]
    with Progress(lang, quiet=quiet) as progress:
        progress(say("watch.rescreen.indexing", lang), 0, None)
        before, now = (_screener(held, folder, alarms) for held in sides)
        what = say("watch.rescreen.screening", lang)
        changes = screened(
            asked, before, now, at.date(), restated=restated(*sides),
            progress=lambda done, of: progress(what, done, of),
        )  # fmt: skip
    used = [tuple(one.used for one in held) for held in sides]
    return changes, used[0], used[1]


def _screener(held: Sequence[Held], folder: Path, alarms: float) -> Screener:
    """A screener over some lists; its index is kept with those of `watch screen`."""
    from monazite.watch.screening.screener import Screener
    from monazite.watch.screening.suppressions.store import Suppressions

    return Screener(
        held, alarms=alarms, suppressions=Suppressions(folder, held), cache=folder / ".index"
    )


def _since(text: str) -> str | date:
    """A day where it is written as one, else the beginning of a version."""
    from monazite.law.dates import parse_day

    return parse_day(text, "since") if "-" in text else text.strip().casefold()
