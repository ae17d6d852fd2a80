"""The options that the commands of the inbox share."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from monazite.watch.leads.inbox import Inbox

InboxOption = Annotated[
    Path | None,
    typer.Option("--inbox", metavar="DIR", help="Folder of the inbox; made where it is missing."),
]
HeldOption = Annotated[Path, typer.Option("--inbox", metavar="DIR", help="Folder of the inbox.")]


def now() -> datetime:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def opened(directory: Path) -> Inbox:
    """The inbox in that folder; InputError where there is none to work in."""
    from monazite.errors import InputError
    from monazite.watch.leads.inbox import FILE, Inbox

    if not (directory / FILE).is_file():
        raise InputError("inbox", directory, f"a folder with {FILE} (watch leads --inbox makes it)")
    return Inbox(directory)
