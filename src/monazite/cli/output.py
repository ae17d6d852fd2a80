"""What every command shares: languages, JSON on stdout, one clear message for bad input."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from monazite.errors import InputError, MonaziteError

BAD_INPUT = 2
"""The exit code of input that cannot be used; 1 is a defect of ours, 0 an answer."""


class Lang(StrEnum):
    """A language of the screen."""

    EN = "en"
    ZH = "zh"


JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the words.")]


def print_json(document: object) -> None:
    """Print one JSON document; a NaN is a defect and raises ValueError."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)
    sys.stdout.write(text + "\n")


def refuse(error: InputError, *, as_json: bool) -> NoReturn:
    """Say what cannot be used and end with exit code 2."""
    if as_json:
        print_json({"error": error.document()})
    else:
        sys.stderr.write(
            f"{error.field}: cannot use {error.value!r}\n  accepted: {error.accepted}\n"
        )
    sys.exit(BAD_INPUT)


def stop(error: MonaziteError, *, as_json: bool) -> NoReturn:
    """Say what Monazite cannot do, and end with exit code 1."""
    if as_json:
        print_json({"error": {"field": "", "value": "", "accepted": str(error)}})
    else:
        sys.stderr.write(f"{error}\n")
    sys.exit(1)


def console() -> Any:  # noqa: ANN401 - rich is imported only when something is drawn
    """The terminal to draw on; a pipe gets 100 columns."""
    from rich.console import Console

    drawn = Console(highlight=False)
    return drawn if drawn.is_terminal else Console(highlight=False, width=100)
