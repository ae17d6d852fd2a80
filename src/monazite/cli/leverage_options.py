"""The options that the questions about leverage share, and their refusals in both languages."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.errors import InputError

DRAWS = 128
"""Draws where none are asked for: every lever is run with each of them, twice and more."""
HORIZONS = "3,6,12,24"
MOST_MONTHS, MOST_HORIZONS = 60, 6
_EQUATIONS = "Say in words what each equation means, not its formula alone."
HorizonsOption = Annotated[
    str,
    typer.Option("--horizons", help="Months to whose end is counted, with commas between."),
]
EquationsOption = Annotated[bool, typer.Option("--equations", help=_EQUATIONS)]


class Kind(StrEnum):
    """What `--chart` draws of levers."""

    TABLE = "table"
    TIMELINE = "timeline"
    PAUSE = "pause"


PictureOption = Annotated[
    str, typer.Option("--picture", metavar=f"<{'|'.join(Kind)}>", help="What --chart draws.")
]


def months(text: str, lang: str) -> tuple[int, ...]:
    """The horizons; InputError field "horizons" where they are none."""
    parts = [one.strip() for one in text.split(",") if one.strip()]
    found = sorted({int(one) for one in parts if one.isdecimal()})
    fits = 0 < len(found) <= MOST_HORIZONS and all(one.isdecimal() for one in parts)
    if not fits or not 0 < found[0] <= found[-1] <= MOST_MONTHS:
        raise wrong("horizons", text, lang, most=MOST_MONTHS, count=MOST_HORIZONS)
    return tuple(found)


def country(field: str, text: str, lang: str) -> str:
    """ISO3 of a country by its name or code; InputError of the field where it is none."""
    from monazite.catalogue.countries import describe, find

    iso2 = find(text)
    if iso2 is None:
        raise wrong(field, text, lang)
    return describe(iso2).iso3


def near(name: str, known: Iterable[str], lang: str) -> str:
    """The ids that are nearest to a name, in the punctuation of the language."""
    from monazite.shock.pictures.wording import listed
    from monazite.shock.scenarios.vocabulary import near as nearest

    return listed(nearest(name, list(known)).split(", "), lang)


def wrong(field: str, value: object, lang: str, **told: object) -> InputError:
    """The refusal of an argument in the reader's language: `shock.leverage.accepted.FIELD`."""
    from monazite.catalogue.texts import say
    from monazite.errors import InputError

    named = "package" if field == "package_file" else field
    return InputError(named, value, say(f"shock.leverage.accepted.{field}", lang, **told))
