"""The options that say which parties are asked about, and how many alerts are accepted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.watch.screening.entity import Kind
    from monazite.watch.screening.party import Asked

ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column", metavar="NAME", help="The column of the names (repeat: of one party)."
    ),
]
KindOption = Annotated[
    str | None,
    typer.Option("--kind", metavar="<person|company>", help="What all of them are (default: any)."),
]
CountryOption = Annotated[
    str | None,
    typer.Option("--country", metavar="COLUMN", help="Countries, as codes or names; evidence."),
]
DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="COLUMN", help="Dates of birth or founding; evidence."),
]
IdentifierOption = Annotated[
    list[str] | None,
    typer.Option(
        "--identifier", metavar="KIND=COLUMN", help="Numbers, as lei=LEI (repeat); evidence."
    ),
]
SheetOption = Annotated[
    str | None, typer.Option("--sheet", help="Of a workbook (default: its first).")
]
_SHOWN, _LONGEST = 3, 40
"""Rows that a note shows, and signs of a cell."""
AlarmsOption = Annotated[
    float,
    typer.Option("--alarms", help="Alerts that are accepted among 1,000 clean parties."),
]


def asked_of(
    path: Path,
    column: Sequence[str] | None,
    *,
    kind: str | None = None,
    country: str | None = None,
    date: str | None = None,
    identifier: Sequence[str] | None = None,
    sheet: str | None = None,
    lang: str = "en",
) -> tuple[Asked, ...]:
    """The parties of a table, one for each row; InputError names the option that is wrong.

    What else is told of them and not understood is said on stderr, with what would be.
    """
    from monazite.watch.screening.asking.tables import Columns, asked_parties, heads

    if not column:
        known = ", ".join(heads(path, sheet))
        raise InputError("column", None, f"--column NAME, the column of the names: one of {known}")
    numbers = tuple(numbered(text) for text in identifier or ())
    columns = Columns(tuple(column), kind_of(kind), country or "", date or "", numbers)
    found = asked_parties(path, columns, sheet)
    if lines := not_understood(found, lang):
        sys.stderr.write("\n".join(lines) + "\n")
    return found


def not_understood(parties: Sequence[Asked], lang: str) -> list[str]:
    """A line for each of countries, dates and numbers: how many, the first rows, what would be."""
    from monazite.catalogue.texts import counted, say
    from monazite.catalogue.words import visible

    found: dict[str, list[tuple[int, str]]] = {}
    for number, party in enumerate(parties, 1):
        for field, text in party.not_understood:
            found.setdefault(field, []).append((number, text))
    return [
        counted(
            f"watch.names.{field}", len(told), lang,
            rows=", ".join(say("watch.names.row", lang, row=row, text=visible(text[:_LONGEST]))
                           for row, text in told[:_SHOWN]) + " …" * (len(told) > _SHOWN),
        )
        for field, told in found.items()
    ]  # fmt: skip


def kind_of(word: str | None) -> Kind | None:
    """The class of a word; InputError field "kind" for an unknown one."""
    from monazite.watch.screening.entity import Kind

    if word is not None and word not in get_args(Kind):
        raise InputError("kind", word, ", ".join(get_args(Kind)))
    return cast("Kind | None", word)


def numbered(text: str) -> tuple[str, str]:
    """Two words about an equals sign; InputError field "identifier"."""
    kind, sign, value = (part.strip() for part in text.partition("="))
    if not (kind and sign and value):
        raise InputError("identifier", text, "two words about =, such as lei=LEI")
    return kind, value
