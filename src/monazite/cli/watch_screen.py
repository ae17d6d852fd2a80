"""`monazite watch screen`: names against every list that is held."""

from __future__ import annotations

import csv as csv_module
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monazite.cli.output import JsonOption, Lang, LangOption, print_json
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
    kind_of,
    numbered,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.watch.screening.answers import Answer
    from monazite.watch.screening.comparing.calibrating import Clean
    from monazite.watch.screening.party import Asked
    from monazite.watch.screening.screener import Screener

NEEDED = ("scipy", "numba", "sparse_dot_topn", "pypinyin", "opencc", "anyascii")
_TABLES = (".csv", ".tsv", ".txt", ".xlsx")


def screen(
    names: Annotated[
        str,
        typer.Argument(metavar="NAMES", help="CSV or XLSX, a party in each row; or one name."),
    ],
    lists: ListsOption,
    column: ColumnOption = None,
    kind: KindOption = None,
    country: CountryOption = None,
    date: DateOption = None,
    identifier: IdentifierOption = None,
    sheet: SheetOption = None,
    top: Annotated[int, typer.Option("--top", min=1, help="Hits for a party, at most.")] = 5,
    alarms: AlarmsOption = 10.0,
    clean: Annotated[
        Path | None,
        typer.Option(
            "--clean",
            metavar="FILE",
            help="Own parties that are on no list, columns as in NAMES; needs --kind.",
        ),
    ] = None,
    on: OnOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the hits as CSV.")
    ] = None,
    json: JsonOption = False,
    lang: LangOption = Lang.EN,
) -> None:
    """Compare names in any script with every list, and say who may be meant.

    A hit is an alert where no more than --alarms of 1,000 parties that are on no list would come
    so near. Of one name that is typed, --country, --date and --identifier hold the value itself.
    That nothing was found says that no name came near, and nothing else of a party.

    Example: monazite watch screen names.csv --column name --kind company --lists lists
    --out hits.csv
    """  # fmt: skip
    from monazite.cli.trade_files import place, write
    from monazite.cli.watch_options import needed

    needed(lang.value, *NEEDED)
    if out is not None:
        place(out, "out")
    told = {"kind": kind, "country": country, "date": date, "identifier": identifier}
    table = _is_table(names)
    how = {"sheet": sheet, "lang": lang.value}
    asked = asked_of(Path(names), column, **how, **told) if table else (_typed(names, told),)  # type: ignore[arg-type]
    own = _clean(clean, column, kind, how)
    screener, answers = _answers(
        asked, lists, on, {"alarms": alarms, "top": top, "clean": own}, lang.value, quiet=json
    )
    if out is not None:
        write(_csv(answers), out, "out")
    if json:
        print_json(_document(answers, out, table=table))
    else:
        from monazite.cli import watch_screen_view

        watch_screen_view.show(answers, screener, out, lang.value)


def _is_table(names: str) -> bool:
    """Whether a file is meant: one that is there, or that is named like one."""
    path = Path(names)
    try:
        return path.suffix.casefold() in _TABLES or path.is_file()
    except OSError:  # longer than any file's name
        return False


def _typed(name: str, told: dict[str, Any]) -> Asked:
    """The party of one typed name and what else was typed of it."""
    from monazite.watch.screening.asking.understanding import typed

    numbers = [numbered(text) for text in told["identifier"] or ()]
    countries, dates = [told["country"] or ""], [told["date"] or ""]
    return typed((name,), kind_of(told["kind"]), countries=countries, dates=dates, numbers=numbers)


def _clean(
    path: Path | None, column: Sequence[str] | None, kind: str | None, how: dict[str, Any]
) -> Clean | None:
    """The user's own clean parties, of the class that is asked about."""
    from monazite.errors import InputError
    from monazite.watch.screening.comparing.calibrating import own

    if path is None:
        return None
    if kind is None:
        raise InputError("kind", None, "--kind, of which class the clean parties are")
    parties = asked_of(path, column, kind=kind, **how)
    found: Clean = own(kind, [name for one in parties for name in one.names if name])
    return found


def _answers(
    asked: Sequence[Asked], folder: Path, on: str | None, how: dict[str, Any], lang: str, *,
    quiet: bool,
) -> tuple[Screener, list[Answer]]:  # fmt: skip
    """The screener and its answers, with a bar that says how far it is."""
    from monazite.catalogue.texts import say
    from monazite.cli.trade_progress import Progress
    from monazite.watch.screening.screener import Screener

    at = moment(on)
    with Progress(lang, quiet=quiet) as progress:
        first, then = (say(f"watch.screen.{key}", lang) for key in ("indexing", "screening"))
        screener = Screener.open(
            folder, now=at, progress=lambda done, of: progress(first, done, of), **how
        )
        told = screener.screen_many(
            asked, at.date(), progress=lambda done, of: progress(then, done, of)
        )
        return screener, list(told)


def _csv(answers: Sequence[Answer]) -> bytes:
    from monazite.watch.screening.documents import COLUMNS, rows

    text = io.StringIO()
    writer = csv_module.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows(answers):
        writer.writerow({**row, "alert": "true" if row["alert"] else "false"})
    return text.getvalue().encode("utf-8")


def _document(answers: Sequence[Answer], out: Path | None, *, table: bool) -> dict[str, Any]:
    """The answer of one name, or those of a table in the order of its rows."""
    from monazite.watch.screening.documents import document

    told = [document(answer) for answer in answers]
    if not table:
        return told[0]
    return {"answers": told, **({"files": [str(out)]} if out else {})}
