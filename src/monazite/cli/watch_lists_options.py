"""The options of the commands that work on a folder of lists."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

ListsOption = Annotated[
    Path,
    typer.Option(
        "--lists", metavar="DIR", help="The folder of lists that `watch load` fills.",
        file_okay=False,
    ),
]  # fmt: skip
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="The day asked about (default: today).")
]


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def moment(on: str | None) -> datetime:
    """This moment, or the last of a day that was asked about; InputError field "on"."""
    from monazite.law.dates import parse_day

    if on is None:
        return now()
    day: date = parse_day(on, "on")
    return datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=UTC)
