"""The options of the commands that train and use a risk model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

NEEDED = ("scipy", "lightgbm")
"""Modules of the extra that a risk model needs."""
ModelOption = Annotated[
    Path,
    typer.Option("--model", metavar="DIR", help="The folder of the model.", file_okay=False),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="COLUMN,…", help="Columns that the model must not see."),
]
RoleOption = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="ROLE=COLUMN", help="What a column is, as mass=Gewicht."),
]
OutcomeOption = Annotated[
    str, typer.Option("--outcome", help="Which outcome is told, of several: its label.")
]
TableArgument = Annotated[
    Path, typer.Argument(metavar="TABLE.csv", help="Declarations of the model's columns.")
]


def names(given: Sequence[str] | None) -> tuple[str, ...]:
    """Columns given one by one or with commas between."""
    return tuple(name.strip() for one in given or () for name in one.split(",") if name.strip())


def parts(given: Sequence[str] | None) -> dict[str, str]:
    """Column by role; InputError field "role" where one is not written so."""
    found = {}
    for one in given or ():
        role, sign, column = one.partition("=")
        if not sign or not column.strip():
            raise InputError("role", one, "ROLE=COLUMN, as mass=Gewicht")
        found[role.strip()] = column.strip()
    return found


def shares(text: str, field: str = "budget") -> tuple[float, ...]:
    """Per cents with commas between as parts of 1; InputError for what is no per cent."""
    try:
        found = tuple(float(one.strip().rstrip("%")) / 100 for one in text.split(","))
    except ValueError:
        found = ()
    if not found or not all(0 < one <= 1 for one in found):
        raise InputError(field, text, "per cent above 0 and up to 100, as 5,10")
    return found
