"""What every command shares: languages, JSON on stdout, one clear message for bad input."""

from __future__ import annotations

import json
import re
import sys
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from monazite.errors import InputError, MonaziteError

# DEL and the C1 signs, which JSON allows raw and a terminal obeys.
_ESCAPES = {sign: f"\\u{sign:04x}" for sign in range(0x7F, 0xA0)}
# Around the digits of a decimal until the text is made; no source writes this sign.
_MARK = "\x00"
_MARKED = re.compile(r'"\\u0000(-?[0-9.]+)\\u0000"')
BAD_INPUT = 2
"""The exit code of input that cannot be used; 1 is a defect of ours, 0 an answer."""


class Lang(StrEnum):
    """A language of the screen."""

    EN = "en"
    ZH = "zh"


JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]
LangOption = Annotated[Lang, typer.Option("--lang", help="Language of the words.")]


def print_json(document: object) -> None:
    """Print one JSON document; a NaN is a defect and raises ValueError.

    A Decimal becomes a number with every digit it has: a float would keep 17.
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2, default=_marked)
    sys.stdout.write(_MARKED.sub(r"\1", text).translate(_ESCAPES) + "\n")


def _marked(value: object) -> str:
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is not JSON")
    text = f"{value:f}"
    return f"{_MARK}{text.rstrip('0').rstrip('.') if '.' in text else text}{_MARK}"


def complaint(error: InputError, lang: str) -> list[str]:
    """What cannot be used, and what would be accepted; one line where nothing was given."""
    from monazite.catalogue.texts import say
    from monazite.catalogue.words import visible

    field, value, accepted = map(visible, (error.field, error.value, error.accepted))
    if not value:
        return [say("error.missing", lang, field=field, accepted=accepted)]
    return [
        say("error.value", lang, field=field, value=value),
        say("error.accepted", lang, accepted=accepted),
    ]


def refuse(error: InputError, *, as_json: bool, lang: str) -> NoReturn:
    """Say what cannot be used and end with exit code 2."""
    if as_json:
        print_json({"error": error.document()})
    else:
        sys.stderr.write("\n  ".join(complaint(error, lang)) + "\n")
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
