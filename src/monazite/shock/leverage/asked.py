"""What is asked of a table: levers, packages, countries and months, each checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.countries import describe, find
from monazite.catalogue.words import nearest, unknown
from monazite.errors import InputError
from monazite.shock.leverage.reading import lever, levers, package
from monazite.shock.leverage.schema import Lever, Package
from monazite.shock.scenarios.vocabulary import countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

DESTINATIONS = ("USA", "JPN", "DEU", "KOR", "IND", "CHN")
"""Whose losses are told where nobody is named: most of their plants stand alone in the model."""
HORIZONS = (3, 6, 12, 24)
"""Months to whose ends losses are told."""
MOST_MONTHS = 120
MOST_DRAWS = 2048
"""Draws that are kept at once: a run of two years keeps some megabytes of each."""


def chosen_levers(asked: Sequence[str | Lever] | None) -> tuple[Lever, ...]:
    """The levers that are meant: all that are packaged, where none is named.

    InputError field "lever" for an id that is not there, "levers" for one that stands twice.
    """
    if asked is None:
        return levers()
    found = tuple(one if isinstance(one, Lever) else lever(one) for one in asked)
    ids = [one.id for one in found]
    if not ids or len({*ids}) < len(ids):
        raise InputError("levers", ", ".join(ids), "one or more levers, each once")
    known = known_with(found)
    for one in found:
        if one.on is not None and one.on not in known:
            raise unknown("lever", one.on, "the id of a lever that is packaged or given", known)
    return found


def known_with(own: Iterable[Lever]) -> Mapping[str, Lever]:
    """The packaged levers and one's own, by id; one's own come first."""
    return {**{one.id: one for one in levers()}, **{one.id: one for one in own}}


def chosen_packages(asked: Sequence[str | Package]) -> tuple[Package, ...]:
    """The packages that are meant; InputError field "packages" where there is none."""
    found = tuple(one if isinstance(one, Package) else package(one) for one in asked)
    ids = [one.id for one in found]
    if not ids or len({*ids}) < len(ids):
        raise InputError("packages", ", ".join(ids), "one or more packages, each once")
    return found


def checked_countries(field: str, asked: Sequence[str]) -> tuple[str, ...]:
    """Countries as ISO3; InputError on the field names the nearest."""
    return tuple(dict.fromkeys(_country(field, word) for word in asked))


def _country(field: str, word: str) -> str:
    found = find(word)
    if found is None:
        close = ", ".join(nearest(word, countries()))
        accepted = "a country as ISO code or name" + (f"; did you mean {close}?" if close else "")
        raise InputError(field, word, accepted)
    return describe(found).iso3


def checked_months(horizons: Sequence[int]) -> tuple[int, ...]:
    """Months in order; InputError field "horizons"."""
    if not horizons or not all(0 < one <= MOST_MONTHS for one in horizons):
        accepted = f"one or more whole numbers of months from 1 to {MOST_MONTHS}"
        raise InputError("horizons", ", ".join(map(str, horizons)), accepted)
    return tuple(sorted({*horizons}))


def check_start(start: date) -> None:
    """InputError field "start": months are whole ones."""
    if start.day != 1:
        raise InputError("start", start.isoformat(), "the first day of a month, as 2027-01-01")


def check_draws(draws: int) -> None:
    """InputError field "draws"."""
    if not 0 < draws <= MOST_DRAWS:
        raise InputError("draws", draws, f"a whole number from 1 to {MOST_DRAWS:,}")


def check_days(field: str, days: int, least: int, most: int) -> None:
    """InputError on the field: days within what is run."""
    if not least <= days <= most:
        raise InputError(field, days, f"a whole number of days from {least} to {most}")
